using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Queues;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Recipients;

/// <summary>Items that are taken out of queues and channels.</summary>
internal static class DequeuedItems
{
    /// <summary>Whether a method takes items out, or looks at the next one, by its name.</summary>
    public static bool IsTaking(IMethodSymbol method) => QueueNames.Takes.Contains(method.Name) || method.Name is "TryPeek" or "Peek";

    /// <summary>Whether a value, or what it is chained to, is taken out of a queue.</summary>
    public static bool Gives(IOperation value, ValueResolver resolver)
    {
        IOperation? current = resolver.Resolve(value);
        for (int step = 0; step < 8 && current is not null; step++)
        {
            if (current is IInvocationOperation { TargetMethod: var method })
            {
                if (IsTaking(method) && method.Name is not ("Take" or "TryPeek") || (method.Name == "Take" && method.Parameters.IsEmpty))
                {
                    return true;
                }

                current = OperationNames.InstanceOf(current) is { } instance ? resolver.Resolve(instance) : null;
                continue;
            }

            return false;
        }

        return false;
    }

    /// <summary>The item as what a recipient is computed from; null where its type tells nothing.</summary>
    public static RecipientRoot? RootOf(ITypeSymbol? type, ImmutableArray<ISymbol> path)
    {
        type = Names.Unwrapped(type);
        bool tells = type is { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, SpecialType: SpecialType.None } && (type.IsTupleType || type.DeclaringSyntaxReferences.Length > 0);
        return tells ? new RecipientRoot(null, QueueItems.KindOf(type!), path) : null;
    }
}
