using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>
/// Tells methods that do something from those that ask: one that sends, opens, closes or forgets is no check, whatever it returns. A check
/// may read a database, write to the log and keep its answer in a cache.
/// </summary>
internal static class Commands
{
    /// <summary>How many calls deep a method is looked into.</summary>
    private const int MaxDepth = 4;

    /// <summary>Whether a method does something, by its name or in a body of it that the program shows.</summary>
    public static bool Is(IMethodSymbol method, EditContext context) => IsNamed(method.Name) || Does(method, context, new(SymbolEqualityComparer.Default), 0);

    /// <summary>Whether a name begins with a verb of doing: <c>CloseExpiredSession</c>, <c>TryOpenSessionAsync</c>.</summary>
    public static bool IsNamed(string name)
    {
        ImmutableArray<string> words = NameWords.Of(name);
        int first = words is ["try", _, ..] ? 1 : 0;
        return words.Length > first && SessionWords.Commands.Contains(words[first]);
    }

    private static bool Does(IMethodSymbol method, EditContext context, HashSet<ISymbol> seen, int depth)
    {
        if (depth > MaxDepth || !seen.Add(method.OriginalDefinition))
        {
            return false;
        }

        foreach (IMethodSymbol target in Implementations.Of(context.Program).Of(method, context.CancellationToken))
        {
            if (BodyModels.Of(context.Program).UnitOf(target, context.CancellationToken) is { } unit && unit.Node.Descendants().Any(operation => Does(operation, context, seen, depth)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Does(IOperation operation, EditContext context, HashSet<ISymbol> seen, int depth) => operation switch
    {
        IAssignmentOperation assignment => IsState(assignment.Target),
        IIncrementOrDecrementOperation step => IsState(step.Target),
        IEventAssignmentOperation => true,
        IInvocationOperation call => DoesCall(call) || Does(call.TargetMethod, context, seen, depth + 1),
        _ => false,
    };

    /// <summary>Whether what is written to outlives the method.</summary>
    private static bool IsState(IOperation target) => ValueResolver.Strip(target) switch
    {
        IFieldReferenceOperation field => !IsPrivate(field.Instance) && !IsRemembered(field),
        IPropertyReferenceOperation property => !IsPrivate(property.Instance) && !IsRemembered(property),
        IArrayElementReferenceOperation element => !IsPrivate(element.ArrayReference),
        _ => false,
    };

    private static bool DoesCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        IOperation? holder = call.Instance ?? (method.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        if (holder is null)
        {
            return ForeignTypes.Is(method.ContainingType) ? call.Arguments.Any(static argument => argument.Parameter?.RefKind == RefKind.Ref && IsState(argument.Value)) : IsNamed(method.Name);
        }

        return IsNamed(method.Name) && !IsHarmless(method) && !IsPrivate(holder) && !IsRemembered(ValueResolver.Strip(holder));
    }

    /// <summary>Values change nothing when they are added to, and what is opened or created to be read from is given back.</summary>
    private static bool IsHarmless(IMethodSymbol method)
    {
        ITypeSymbol? result = Names.Awaited(method.ReturnType);
        string space = method.ContainingNamespace?.ToDisplayString() ?? string.Empty;
        return method.ContainingType.IsValueType || method.ContainingType.SpecialType == SpecialType.System_String || space is "System.Linq" or "System.Threading" or "System.Collections.Immutable"
            || (method.Parameters.IsEmpty && method.TypeArguments.Length > 0)
            || (result is not null && result.Name != "HttpResponseMessage" && result.AllInterfaces.Any(static type => type is { Name: "IDisposable" or "IAsyncDisposable" }));
    }

    /// <summary>Whether an object is the method's own: a local of the framework's types, or what it has just created.</summary>
    private static bool IsPrivate(IOperation? holder) => holder is null ? false : ValueResolver.Strip(holder) switch
    {
        ILocalReferenceOperation local => ForeignTypes.Is(local.Type) || local.Type is IArrayTypeSymbol || IsCreated(local),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => true,
        IObjectCreationOperation or IArrayCreationOperation => true,
        IPropertyReferenceOperation { Instance: { } outer } => IsPrivate(outer),
        _ => false,
    };

    private static bool IsCreated(ILocalReferenceOperation local) =>
        LocalFacts.Of(local).ValuesOf(local.Local) is { IsDefaultOrEmpty: false } values && values.All(static value => ValueResolver.Strip(value) is IObjectCreationOperation);

    /// <summary>Whether the names of an object say that it keeps answers.</summary>
    private static bool IsRemembered(IOperation holder) =>
        SessionWords.Any(OperationNames.Own(holder).AddRange(OperationNames.Holder(holder)).AddRange(NameWords.Of(holder.Type?.Name ?? string.Empty)), SessionWords.Remembered);
}
