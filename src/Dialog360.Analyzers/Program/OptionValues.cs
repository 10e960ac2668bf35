using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Program;

/// <summary>What an <c>.editorconfig</c> gives to the options.</summary>
internal static class OptionValues
{
    /// <summary>The value for a rule: set for it, set for all, else the default; in the spelling of <see cref="OptionDefinition.Values"/>. For options with values.</summary>
    public static string Read(this OptionDefinition option, AnalyzerConfigOptions? options, string? rule = null)
    {
        string? text = option.TextFor(options, rule);
        return text is null ? option.Values[0] : option.Values.FirstOrDefault(value => value.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? option.Values[0];
    }

    /// <summary>The text as it is written, without blanks around it; null where the option is not set.</summary>
    public static string? TextFor(this OptionDefinition option, AnalyzerConfigOptions? options, string? rule = null)
    {
        if (options is null)
        {
            return null;
        }

        string? value = null;
        bool isSet = rule is not null && options.TryGetValue(Options.Prefix + rule + "." + option.Name, out value);
        if (!isSet)
        {
            options.TryGetValue(option.Key, out value);
        }

        return value?.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>The names in the value, separated by commas or semicolons.</summary>
    public static ImmutableArray<string> Names(this OptionDefinition option, AnalyzerConfigOptions? options, string? rule = null)
    {
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        foreach (string part in (option.TextFor(options, rule) ?? string.Empty).Split(',', ';'))
        {
            if (part.Trim() is { Length: > 0 } name)
            {
                names.Add(name);
            }
        }

        return names.ToImmutable();
    }

    /// <summary>What is wrong with the keys of <paramref name="options"/> that begin with <see cref="Options.Prefix"/>: each key with the reason, in the order of the keys.</summary>
    public static IEnumerable<(string Key, string Reason)> Problems(AnalyzerConfigOptions options)
    {
        foreach (string key in options.Keys.Where(static key => key.StartsWith(Options.Prefix, StringComparison.OrdinalIgnoreCase)).OrderBy(static key => key, StringComparer.Ordinal))
        {
            if (Options.Of(key) is not { } option)
            {
                yield return (key, "there is no such option; there are " + string.Join(", ", Options.All.Select(static known => known.Key)));
            }
            else if (options.TryGetValue(key, out string? value) && !option.Accepts(value))
            {
                yield return (key, $"'{value}' is none of {string.Join(", ", option.Values)}");
            }
        }
    }
}
