using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Values;

/// <summary>The names that stand in an expression, as words.</summary>
internal static class OperationNames
{
    private const int MaxSteps = 24;

    /// <summary>The words of the member, local or parameter that the expression names; empty for anything else.</summary>
    public static ImmutableArray<string> Own(IOperation operation) => SymbolOf(operation) is { } symbol ? NameWords.Of(symbol.Name)
        : operation is IDynamicMemberReferenceOperation dynamic ? NameWords.Of(dynamic.MemberName)
        : operation is IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation called } ? NameWords.Of(called.MemberName)
        : ImmutableArray<string>.Empty;

    /// <summary>The words of the object that is asked: its name, the names before it, and the name of its type.</summary>
    public static ImmutableArray<string> Holder(IOperation operation)
    {
        ImmutableArray<string>.Builder words = ImmutableArray.CreateBuilder<string>();
        if (SymbolOf(operation) is { } member and not (ILocalSymbol or IParameterSymbol) && member.ContainingType is { Name.Length: > 0 } type && InstanceOf(operation) is not IInstanceReferenceOperation)
        {
            words.AddRange(NameWords.Of(type.Name));
        }

        IOperation? current = InstanceOf(operation);
        for (int step = 0; step < MaxSteps && current is not null; step++)
        {
            current = ValueResolver.Strip(current);
            words.AddRange(Own(current));
            if (step == 0 && current is not IInstanceReferenceOperation && current.Type is { Name.Length: > 0 } held && held.SpecialType == SpecialType.None)
            {
                words.AddRange(NameWords.Of(held.Name));
            }

            current = InstanceOf(current);
        }

        return words.ToImmutable();
    }

    /// <summary>All the words in the names of an expression, from the receiver on.</summary>
    public static ImmutableArray<string> All(IOperation operation)
    {
        ImmutableArray<string>.Builder words = ImmutableArray.CreateBuilder<string>();
        int steps = 0;
        foreach (IOperation part in operation.DescendantsAndSelf())
        {
            if (++steps > MaxSteps * 4)
            {
                break;
            }

            words.AddRange(Own(part));
            if (part.ConstantValue is { HasValue: true, Value: string { Length: < 60 } text })
            {
                words.AddRange(NameWords.Of(text));
            }
        }

        return words.ToImmutable();
    }

    /// <summary>The method, property, field, local or parameter that the expression names.</summary>
    public static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.TargetMethod.MethodKind == MethodKind.DelegateInvoke && invocation.Instance is { } target ? SymbolOf(ValueResolver.Strip(target)) : invocation.TargetMethod,
        IPropertyReferenceOperation property => property.Property,
        IFieldReferenceOperation field => field.Field,
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMethodReferenceOperation method => method.Method,
        _ => null,
    };

    /// <summary>The object whose member the expression names; through <c>?.</c>, and the first argument of an extension method.</summary>
    public static IOperation? InstanceOf(IOperation operation) => operation switch
    {
        IInvocationOperation { Instance: IConditionalAccessInstanceOperation access } => BeforeDot(access),
        IInvocationOperation { Instance: { } instance } => instance,
        IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: [{ Value: var first }, ..] } => first,
        IMemberReferenceOperation { Instance: IConditionalAccessInstanceOperation access } => BeforeDot(access),
        IMemberReferenceOperation { Instance: { } instance } => instance,
        IDynamicMemberReferenceOperation { Instance: { } instance } => instance,
        IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation { Instance: { } instance } } => instance,
        IConditionalAccessOperation access => access.Operation,
        _ => null,
    };

    /// <summary>What stands before <c>?.</c></summary>
    public static IOperation? BeforeDot(IConditionalAccessInstanceOperation access)
    {
        for (IOperation? parent = access.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation conditional && conditional.Operation.Syntax == access.Syntax)
            {
                return conditional.Operation;
            }
        }

        return null;
    }

    /// <summary>The value without the conversions that nobody wrote.</summary>
    public static IOperation Unconverted(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true } conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }
}
