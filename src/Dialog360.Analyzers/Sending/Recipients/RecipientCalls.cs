using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Recipients;

/// <summary>What the result of a call is computed from: the object that is asked, the arguments, what a source method returns.</summary>
internal sealed class RecipientCalls
{
    private static readonly HashSet<string> LookupWords = Vocabulary.Of("lookUp");

    private readonly RecipientOrigin _origin;
    private readonly ValueResolver _resolver;

    /// <summary>Creates the part. It is for one thread.</summary>
    public RecipientCalls(RecipientOrigin origin, ValueResolver resolver)
    {
        _origin = origin;
        _resolver = resolver;
    }

    /// <summary>The root of what the call gives, reached in <paramref name="depth"/> steps; null where it looks something up.</summary>
    public RecipientRoot? RootOf(IInvocationOperation call, ImmutableArray<ISymbol> path, int depth)
    {
        IMethodSymbol method = call.TargetMethod;
        IOperation? instance = OperationNames.InstanceOf(call);
        if (DequeuedItems.Gives(call, _resolver))
        {
            return DequeuedItems.RootOf(call.Type, path);
        }

        // A method of the data itself: to.Trim(), order.GetPhone(), orders.Where(...).
        if (instance is not null and not IInstanceReferenceOperation
            && (ValueOrigins.IsSequence(instance.Type) || instance.Type?.SpecialType == SpecialType.System_String || call.Arguments.Length <= (call.Instance is null ? 1 : 0) || method.Name is "ToString" or "GetProperty" or "Value" or "SelectToken"))
        {
            RecipientRoot? projected = method.Name is "Select" or "SelectMany" ? Projected(call, depth) : null;
            return projected ?? _origin.Find(instance, method.Name is "Select" or "SelectMany" ? ImmutableArray<ISymbol>.Empty : path, depth);
        }

        bool isSource = false;
        foreach (FunctionUnit unit in CalledBodies.Of(call, _resolver.Program, _resolver.CancellationToken))
        {
            isSource = true;
            foreach (IOperation returned in SourceBodies.ReturnsOf(unit))
            {
                if (_origin.Find(returned, path, depth) is { Parameter: { } own } root && SymbolEqualityComparer.Default.Equals(own.ContainingSymbol, unit.Symbol)
                    && CallSite.ArgumentOf(call, own.Ordinal) is { } argument && _origin.Find(argument, root.Path, depth) is { } through)
                {
                    return through;
                }
            }
        }

        if (isSource)
        {
            return null;
        }

        bool looksUp = call.Parent is IAwaitOperation || (instance is not null and not IInstanceReferenceOperation && NameWords.Of(method.Name).Any(LookupWords.Contains)) || method.ReturnType.SpecialType != SpecialType.System_String;
        return looksUp ? null : _origin.First(call.Arguments.Select(static argument => argument.Value), path, depth);
    }

    private RecipientRoot? Projected(IInvocationOperation select, int depth)
    {
        foreach (IArgumentOperation argument in select.Arguments)
        {
            if (ValueOrigins.LambdaOf(argument.Value) is { } lambda)
            {
                foreach (IOperation operation in lambda.Body.Descendants())
                {
                    if (operation is IReturnOperation { ReturnedValue: { } value } && _origin.Find(value, ImmutableArray<ISymbol>.Empty, depth) is { } root)
                    {
                        return root;
                    }
                }
            }
        }

        return null;
    }
}
