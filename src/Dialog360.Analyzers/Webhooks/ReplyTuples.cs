using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>Elements of tuples that hold the sender of an inbound message.</summary>
internal sealed class ReplyTuples
{
    private readonly ReplyFacts _facts;
    private readonly ValueResolver _resolver;

    /// <summary>Creates the part. It is for one thread.</summary>
    public ReplyTuples(ReplyFacts facts, ValueResolver resolver)
    {
        _facts = facts;
        _resolver = resolver;
    }

    /// <summary>Whether the element at <paramref name="index"/> comes from the sender.</summary>
    public bool IsInbound(IOperation tuple, int index, ImmutableArray<ISymbol> path, int depth)
    {
        IOperation resolved = _resolver.Resolve(tuple);
        if (resolved is ITupleOperation elements)
        {
            return index < elements.Elements.Length && _facts.Follow(elements.Elements[index], path, depth);
        }

        if (resolved is IConversionOperation { Operand: ITupleOperation converted })
        {
            return index < converted.Elements.Length && _facts.Follow(converted.Elements[index], path, depth);
        }

        // An element of a sequence of tuples.
        if (resolved is ILocalReferenceOperation local && ValueOrigins.LoopSequenceOf(local, _resolver) is { } sequence && resolved.Type is INamedTypeSymbol { IsTupleType: true } type && index < type.TupleElements.Length)
        {
            return _facts.Follow(sequence, path.Insert(0, type.TupleElements[index]), depth);
        }

        return resolved is IInvocationOperation call && SourceBodies.UnitBehind(call, _resolver.Program, _resolver.CancellationToken) is { } unit
            && SourceBodies.ReturnsOf(unit).Any(value => ValueResolver.Strip(value) is ITupleOperation returned && index < returned.Elements.Length && _facts.Follow(returned.Elements[index], path, depth));
    }
}
