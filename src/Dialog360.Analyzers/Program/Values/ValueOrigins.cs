using Dialog360.Analyzers.Program.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Values;

/// <summary>Where variables get their values from in other ways than assignment: loops, lambdas over sequences, patterns, <c>out</c>.</summary>
internal static class ValueOrigins
{
    /// <summary>The sequence that a loop variable runs over; null for any other local.</summary>
    public static IOperation? LoopSequenceOf(ILocalReferenceOperation local, ValueResolver resolver) =>
        local.Local.DeclaringSyntaxReferences is [{ } reference]
        && reference.GetSyntax(resolver.CancellationToken).FirstAncestorOrSelf<CommonForEachStatementSyntax>() is { } loop && loop.Expression.SpanStart > reference.Span.Start
        && BodyModels.Of(resolver.Program).Around(loop, resolver.CancellationToken)?.OperationOf(loop) is IForEachLoopOperation operation
            ? operation.Collection
            : null;

    /// <summary>
    /// The sequence whose elements a parameter of a lambda stands for, where the lambda is handed to a method of a sequence
    /// (<c>Select</c>, <c>ForEach</c>, <c>Parallel.ForEachAsync</c>); null for anything else.
    /// </summary>
    public static IOperation? LambdaSequenceOf(IParameterSymbol parameter, IOperation place)
    {
        for (IOperation? current = place; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, parameter.ContainingSymbol))
            {
                return parameter.Ordinal == 0 ? SequenceFor(lambda) : null;
            }
        }

        return null;
    }

    /// <summary>The sequence whose elements a lambda or method group is called with, or null.</summary>
    public static IOperation? SequenceFor(IOperation function)
    {
        IOperation? current = function.Parent;
        while (current is IConversionOperation or IDelegateCreationOperation or IArgumentOperation or IParenthesizedOperation)
        {
            current = current.Parent;
        }

        if (current is not IInvocationOperation call || IsKeptBy(call))
        {
            return null;
        }

        if (OperationNames.InstanceOf(call) is { } instance && IsSequence(instance.Type))
        {
            return instance;
        }

        return call.TargetMethod.ContainingType?.Name is "Parallel" or "Enumerable" && call.Arguments.Length > 0 && IsSequence(call.Arguments[0].Value.Type) ? call.Arguments[0].Value
            : call.TargetMethod.ContainingType?.Name is "Parallel" && call.Arguments.Length > 0 && IsSequence(ValueResolver.Strip(call.Arguments[0].Value).Type) ? ValueResolver.Strip(call.Arguments[0].Value)
            : null;
    }

    /// <summary>Whether a call only puts the lambda or method group that it gets into a collection.</summary>
    public static bool IsKeptBy(IInvocationOperation call) =>
        (call.TargetMethod.Name.StartsWith("Add", StringComparison.Ordinal) || call.TargetMethod.Name is "TryAdd" or "Insert" or "Enqueue" or "Push" or "GetOrAdd")
        && OperationNames.InstanceOf(call) is { } collection && IsSequence(collection.Type) && call.TargetMethod.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == true;

    /// <summary>The call whose <c>out</c> argument declares or fills a local, or null.</summary>
    public static IInvocationOperation? OutCallOf(ILocalReferenceOperation local)
    {
        foreach (IOperation reference in LocalFacts.Of(local).References(local.Local))
        {
            if (reference.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation call })
            {
                return call;
            }
        }

        // out var x: the declaration is an expression of its own.
        if (local.Local.DeclaringSyntaxReferences is [{ } declared])
        {
            IOperation root = local.Root();

            foreach (IOperation operation in root.Descendants())
            {
                if (operation is IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation call } argument && argument.Syntax.SyntaxTree == declared.SyntaxTree && argument.Syntax.Span.Contains(declared.Span))
                {
                    return call;
                }
            }
        }

        return null;
    }

    /// <summary>The deconstruction that declares a local, with the local's place in it; null for any other local.</summary>
    public static (IOperation Value, int Index)? DeconstructionOf(ILocalReferenceOperation local)
    {
        if (local.Local.DeclaringSyntaxReferences is not [{ } declared])
        {
            return null;
        }

        IOperation root = local.Root();

        foreach (IOperation operation in root.Descendants())
        {
            if (operation is not IDeconstructionAssignmentOperation deconstruction || !deconstruction.Target.Syntax.Span.Contains(declared.Span))
            {
                continue;
            }

            IOperation target = deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target;
            if (target is ITupleOperation tuple)
            {
                for (int index = 0; index < tuple.Elements.Length; index++)
                {
                    if (tuple.Elements[index].Syntax.Span.Contains(declared.Span))
                    {
                        return (deconstruction.Value, index);
                    }
                }
            }
        }

        return null;
    }

    /// <summary>The member that a local of a property pattern (<c>{ From: var from }</c>) takes its value from, or null.</summary>
    public static ISymbol? PatternMemberOf(ILocalReferenceOperation local, ValueResolver resolver)
    {
        if (local.Local.DeclaringSyntaxReferences is not [{ } declared]
            || BodyModels.Of(resolver.Program).Around(declared.GetSyntax(resolver.CancellationToken), resolver.CancellationToken) is not { } body)
        {
            return null;
        }

        SubpatternSyntax? sub = declared.GetSyntax(resolver.CancellationToken).FirstAncestorOrSelf<SubpatternSyntax>();
        return sub is not null && body.OperationOf(sub) is IPropertySubpatternOperation { Member: IMemberReferenceOperation { Member: var member } } ? member : null;
    }

    /// <summary>Whether a type is a sequence, other than a string.</summary>
    public static bool IsSequence(ITypeSymbol? type)
    {
        if (type is null || type.SpecialType == SpecialType.System_String)
        {
            return false;
        }

        if (type is IArrayTypeSymbol || IsEnumerable(type))
        {
            return true;
        }

        foreach (INamedTypeSymbol contract in type.AllInterfaces)
        {
            if (IsEnumerable(contract))
            {
                return true;
            }
        }

        return false;

        static bool IsEnumerable(ITypeSymbol candidate) =>
            candidate.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_IEnumerable || candidate.Name == "IAsyncEnumerable";
    }

    /// <summary>The lambda that is handed over as an argument, through delegate and expression-tree conversions.</summary>
    public static IAnonymousFunctionOperation? LambdaOf(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation conversion:
                    value = conversion.Operand;
                    break;
                case IDelegateCreationOperation creation:
                    value = creation.Target;
                    break;
                default:
                    return value as IAnonymousFunctionOperation;
            }
        }
    }
}
