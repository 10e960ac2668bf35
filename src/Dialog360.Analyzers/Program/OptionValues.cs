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
    public static ImmutableArray<string> Names(this OptionDefinition option, AnalyzerConfigOptions? options, string? rule = null) => Split(option.TextFor(options, rule) ?? string.Empty);

    /// <summary>The names in a text, separated by commas or semicolons.</summary>
    public static ImmutableArray<string> Split(string text)
    {
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        foreach (string part in text.Split(',', ';'))
        {
            if (part.Trim() is { Length: > 0 } name)
            {
                names.Add(name);
            }
        }

        return names.ToImmutable();
    }

    /// <summary>What is wrong with a key that begins with <see cref="Options.Prefix"/> or with its value, as far as the definitions tell; null where nothing is.</summary>
    public static string? ProblemOf(string key, string value) => Options.Of(key) switch
    {
        null => "there is no such option; there are " + string.Join(", ", Options.All.Select(static known => known.Key)),
        { } option when !option.Accepts(value) => $"'{value}' is none of {string.Join(", ", option.Values)}",
        _ => null,
    };
}
