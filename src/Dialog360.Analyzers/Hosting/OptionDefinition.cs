using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Hosting;

/// <summary>An option: its key, what it takes and what it is for.</summary>
internal sealed class OptionDefinition
{
    private readonly string _name;

    /// <summary>Creates an option.</summary>
    /// <param name="key">The key as the documentation writes it.</param>
    /// <param name="summary">What it sets, in a few words.</param>
    /// <param name="values">The values that it takes, the default first; none where it takes names.</param>
    /// <param name="rules">The numbers of the rules that read it; none for all, and then it cannot be set for one.</param>
    public OptionDefinition(string key, string summary, string[] values, params string[] rules)
    {
        Key = key;
        Summary = summary;
        Values = ImmutableArray.Create(values);
        Rules = ImmutableArray.Create(rules);
        _name = key.Substring(key.LastIndexOf('.') + 1);
    }

    /// <summary>The key, such as <c>dialog360.api</c>.</summary>
    public string Key { get; }

    /// <summary>What it sets, in a few words.</summary>
    public string Summary { get; }

    /// <summary>The values that it takes, the default first; empty for an option that takes names.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>The numbers of the rules that read it; empty for all, and then it cannot be set for one.</summary>
    public ImmutableArray<string> Rules { get; }

    /// <summary>Whether the key, in any case, sets this option: for all rules, or for one of <see cref="Rules"/>.</summary>
    public bool IsSetBy(string key)
    {
        if (key.Equals(Key, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        string[] parts = key.Split('.');
        return parts.Length == 3
            && parts[2].Equals(_name, StringComparison.OrdinalIgnoreCase)
            && Rules.Contains(parts[1], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether the option takes that value.</summary>
    public bool Accepts(string value) => Values.IsEmpty || Values.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The value for a rule: set for it, set for all, else the default; in the spelling of <see cref="Values"/>. For options with values.</summary>
    public string Read(AnalyzerConfigOptions? options, string? rule = null)
    {
        string? text = TextFor(options, rule);
        return text is null ? Values[0] : Values.FirstOrDefault(value => value.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? Values[0];
    }

    /// <summary>The text as it is written, without blanks around it; null where the option is not set.</summary>
    public string? TextFor(AnalyzerConfigOptions? options, string? rule = null)
    {
        if (options is null)
        {
            return null;
        }

        string? value = null;
        bool isSet = rule is not null && options.TryGetValue(Options.Prefix + rule + "." + _name, out value);
        if (!isSet)
        {
            options.TryGetValue(Key, out value);
        }

        return value?.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>The names in the value, separated by commas or semicolons.</summary>
    public ImmutableArray<string> Names(AnalyzerConfigOptions? options, string? rule = null)
    {
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        foreach (string part in (TextFor(options, rule) ?? string.Empty).Split(',', ';'))
        {
            if (part.Trim() is { Length: > 0 } name)
            {
                names.Add(name);
            }
        }

        return names.ToImmutable();
    }
}
