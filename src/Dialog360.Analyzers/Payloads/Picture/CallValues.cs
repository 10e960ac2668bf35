using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Payloads.Picture;

/// <summary>What a call gives to a method: a picture for each parameter, and that of the object on which it is called.</summary>
internal sealed class CallValues : Dictionary<IParameterSymbol, PayloadNode>
{
    /// <summary>Creates an empty list.</summary>
    public CallValues()
        : base(SymbolEqualityComparer.Default)
    {
    }

    /// <summary>The object on which the method is called; null where nothing is known of it.</summary>
    public PayloadNode? Instance { get; init; }

    /// <summary>Whether the call gives nothing.</summary>
    public bool AreNone => Count == 0 && Instance is null;
}
