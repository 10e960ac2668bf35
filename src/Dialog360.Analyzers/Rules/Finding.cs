using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Rules;

/// <summary>What a rule found, before it becomes a diagnostic. Fixes get the same findings by judging the document again.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Span">Where it stands: the narrowest stretch that a person would point at.</param>
/// <param name="Arguments">The arguments of the rule's message, in the order of the catalogue.</param>
internal sealed record Finding(Rule Rule, SourceSpan Span, ImmutableArray<string> Arguments)
{
    /// <summary>The node it is about, for fixes that edit the picture.</summary>
    public PayloadNode? Node { get; init; }

    /// <summary>The member it is about, for fixes that edit the picture.</summary>
    public PayloadMember? Member { get; init; }

    /// <summary>The message it is about.</summary>
    public MessagePicture? Message { get; init; }

    /// <summary>What the fix needs to know and the rule has found out already.</summary>
    public object? Detail { get; init; }

    /// <summary>Where it may stand instead, the narrowest first: a caller is told at what it gives, when the place itself is in the method that it calls.</summary>
    public ImmutableArray<SourceSpan> OtherPlaces { get; init; } = ImmutableArray<SourceSpan>.Empty;

    /// <summary>What the diagnostic hands to other tools.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>The finding at the first of its places that <paramref name="isGiven"/> picks; null where it picks none.</summary>
    public Finding? At(Func<SourceSpan, bool> isGiven)
    {
        if (isGiven(Span))
        {
            return this;
        }

        foreach (SourceSpan place in OtherPlaces)
        {
            if (isGiven(place))
            {
                return this with { Span = place };
            }
        }

        return null;
    }

    /// <summary>The diagnostic.</summary>
    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Rule.Descriptor, Span.ToLocation(), additionalLocations: null, Properties, Arguments.ToArray<object?>());
}
