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

        if (instance is not null && _origin.First(AppendedTexts.In(instance), path, depth) is { } appended)
        {
            return appended;
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
                if (Through(call, unit, returned, path, depth) is { } through)
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

    /// <summary>The root of what the call puts into a local by <c>out</c>: what a source method assigns to its parameter, or what a static helper is given.</summary>
    public RecipientRoot? RootOfOut(IInvocationOperation call, ILocalSymbol local, ImmutableArray<ISymbol> path, int depth)
    {
        IParameterSymbol? parameter = call.Arguments.FirstOrDefault(argument => argument.Parameter?.RefKind == RefKind.Out && Names(argument.Value, local))?.Parameter;
        bool isSource = false;
        foreach (FunctionUnit unit in CalledBodies.Of(call, _resolver.Program, _resolver.CancellationToken))
        {
            isSource = true;
            if (parameter is null || unit.Symbol is not { } called || called.Parameters.Length <= parameter.Ordinal)
            {
                continue;
            }

            foreach (IOperation reference in LocalFacts.Of(unit.Node).References(called.Parameters[parameter.Ordinal]))
            {
                if (reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference && Through(call, unit, assignment.Value, path, depth) is { } through)
                {
                    return through;
                }
            }
        }

        return !isSource && call.TargetMethod.IsStatic && OperationNames.InstanceOf(call) is null
            ? _origin.First(call.Arguments.Where(static argument => argument.Parameter?.RefKind != RefKind.Out).Select(static argument => argument.Value), path, depth)
            : RootOf(call, path, depth);
    }

    private static bool Names(IOperation target, ILocalSymbol local) =>
        target.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local));

    /// <summary>The root of a value in a called method, seen from the call: through the argument that is given for its parameter.</summary>
    private RecipientRoot? Through(IInvocationOperation call, FunctionUnit unit, IOperation value, ImmutableArray<ISymbol> path, int depth) =>
        _origin.Find(value, path, depth) is { Parameter: { } own } root && SymbolEqualityComparer.Default.Equals(own.ContainingSymbol, unit.Symbol)
            && CallSite.ArgumentOf(call, own.Ordinal) is { } argument
            ? _origin.Find(argument, root.Path, depth)
            : null;

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
