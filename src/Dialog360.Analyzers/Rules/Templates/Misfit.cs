using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog.Templates;
using Dialog360.Analyzers.Payloads.Picture;

namespace Dialog360.Analyzers.Rules.Templates;

/// <summary>A part of a message that does not fit the template that it sends.</summary>
/// <param name="Place">Where it is wrong.</param>
/// <param name="Words">What is wrong, and what is expected.</param>
/// <param name="Kind">The kind of defect, by which the catalogue knows the error.</param>
internal sealed record Misfit(PayloadNode Place, string Words, string Kind)
{
    /// <summary>What to do, to be put at the end of the message; or nothing.</summary>
    public string Advice { get; init; } = string.Empty;

    /// <summary>The values that are missing, for the fix.</summary>
    public ImmutableArray<WantedValue> Missing { get; init; } = ImmutableArray<WantedValue>.Empty;

    /// <summary>The values that are too many, for the fix.</summary>
    public ImmutableArray<PayloadNode> Surplus { get; init; } = ImmutableArray<PayloadNode>.Empty;

    /// <summary>The values whose <c>parameter_name</c> is wrong, each with the name that it should have: null where it should have none.</summary>
    public ImmutableArray<(PayloadNode Value, string? Name)> Names { get; init; } = ImmutableArray<(PayloadNode Value, string? Name)>.Empty;

    /// <summary>The component that is missing as a whole, for the fix; null where one is there.</summary>
    public WantedComponent? Component { get; init; }
}

/// <summary>A value that a template asks for.</summary>
/// <param name="Type">The type of the parameter (<c>text</c>, <c>image</c>).</param>
/// <param name="Shown">The placeholder as it is written, or the type in words.</param>
/// <param name="Name">Of a named placeholder, its name.</param>
internal readonly record struct WantedValue(string Type, string Shown, string? Name);

/// <summary>A component that a template asks for.</summary>
/// <param name="Type">Its <c>type</c>.</param>
/// <param name="Button">Of a button, what its kind asks for.</param>
/// <param name="Index">Of a button, its index.</param>
/// <param name="Values">Its values.</param>
internal sealed record WantedComponent(string Type, ButtonFacts? Button, int Index, ImmutableArray<WantedValue> Values);
