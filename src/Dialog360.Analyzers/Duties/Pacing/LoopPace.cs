using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Pacing;

/// <summary>Tells whether the turns of a loop are paced or limited in number.</summary>
internal static class LoopPace
{
    /// <summary>Whether something slows the loop down, in it, behind each of its batches or in the options that it runs with.</summary>
    public static bool IsPaced(SendLoop loop, ValueResolver resolver) =>
        Throttles.Of(resolver.Program).AnyIn(loop.Operation, resolver) || IsPacedBatch(loop.Operation, resolver) || HasLimit(loop.Operation, resolver);

    /// <summary>A pause after each batch of a fixed size.</summary>
    private static bool IsPacedBatch(IOperation loop, ValueResolver resolver)
    {
        for (IOperation? outer = loop.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IForEachLoopOperation { Collection: var collection } batches
                && collection.DescendantsAndSelf().Any(static part => part is IInvocationOperation { TargetMethod.Name: "Chunk" or "Batch" or "Buffer" }))
            {
                return Throttles.Of(resolver.Program).AnyIn(batches.Body, resolver);
            }
        }

        return false;
    }

    /// <summary>Options that are made before the loop: <c>options.MaxDegreeOfParallelism = 4</c>.</summary>
    private static bool HasLimit(IOperation loop, ValueResolver resolver)
    {
        foreach (IArgumentOperation argument in loop is IInvocationOperation call ? call.Arguments : ImmutableArray<IArgumentOperation>.Empty)
        {
            if (argument.Value.Type is { Name: "ParallelOptions" } && !ObjectUses.Of(argument.Value, resolver).ValuesOf("MaxDegreeOfParallelism").IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
