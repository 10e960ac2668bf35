using System.Collections.Immutable;

namespace Dialog360.Analyzers.Catalog;

/// <summary>An option: its key, what it takes and what it is for.</summary>
internal sealed class OptionDefinition
{
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
        Name = key.Substring(key.LastIndexOf('.') + 1);
    }

    /// <summary>The key, such as <c>dialog360.api</c>.</summary>
    public string Key { get; }

    /// <summary>The last part of the key, such as <c>api</c>.</summary>
    public string Name { get; }

    /// <summary>What it sets, in a few words.</summary>
    public string Summary { get; }

    /// <summary>The values that it takes, the default first; empty for an option that takes names.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>The numbers of the rules that read it; empty for all, and then it cannot be set for one.</summary>
    public ImmutableArray<string> Rules { get; }

    /// <summary>Whether its value names methods.</summary>
    public bool NamesMethods => Values.IsEmpty && Name.EndsWith("_methods", StringComparison.Ordinal);

    /// <summary>Whether the key, in any case, sets this option: for all rules, or for one of <see cref="Rules"/>.</summary>
    public bool IsSetBy(string key)
    {
        if (key.Equals(Key, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        string[] parts = key.Split('.');
        return parts.Length == 3
            && parts[2].Equals(Name, StringComparison.OrdinalIgnoreCase)
            && Rules.Contains(parts[1], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether the option takes that value.</summary>
    public bool Accepts(string value) => Values.IsEmpty || Values.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase);
}
