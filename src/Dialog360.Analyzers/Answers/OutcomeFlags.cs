using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Answers;

/// <summary>What the flags of the code were last set to, on the way that is followed.</summary>
internal sealed class OutcomeFlags
{
    private Dictionary<ISymbol, Verdict> _values = new(SymbolEqualityComparer.Default);

    /// <summary>What a flag is; null where it was not set on this way.</summary>
    public Verdict? Of(ISymbol flag) => _values.TryGetValue(flag, out Verdict value) ? value : null;

    /// <summary>Sets a flag.</summary>
    public void Set(ISymbol flag, Verdict value) => _values[flag] = value;

    /// <summary>Begins another way from here, or from <paramref name="start"/>; gives the flags as they are now.</summary>
    public Dictionary<ISymbol, Verdict> Fork(Dictionary<ISymbol, Verdict>? start = null)
    {
        Dictionary<ISymbol, Verdict> now = _values;
        _values = new Dictionary<ISymbol, Verdict>(start ?? now, SymbolEqualityComparer.Default);
        return now;
    }

    /// <summary>Puts this way and another one together; a flag that differs is <paramref name="difference"/> then.</summary>
    public void Merge(Dictionary<ISymbol, Verdict> other, Verdict difference)
    {
        Dictionary<ISymbol, Verdict> merged = new(other, SymbolEqualityComparer.Default);
        foreach (KeyValuePair<ISymbol, Verdict> flag in _values)
        {
            merged[flag.Key] = other.TryGetValue(flag.Key, out Verdict known) && known == flag.Value ? known : difference;
        }

        _values = merged;
    }
}
