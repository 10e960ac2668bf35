using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program;

/// <summary>Recognises types and methods of libraries by their names, so that every version of a library is recognised.</summary>
internal static class Names
{
    /// <summary>Whether the type, one of its bases or one of its interfaces has that name.</summary>
    public static bool IsOrDerives(ITypeSymbol? type, string name)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == name)
            {
                return true;
            }
        }

        if (type is not null)
        {
            foreach (INamedTypeSymbol candidate in type.AllInterfaces)
            {
                if (candidate.Name == name)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether the first part of the symbol's namespace is <paramref name="root"/> (<c>Flurl</c> for <c>Flurl.Http</c>).</summary>
    public static bool IsIn(ISymbol? symbol, string root)
    {
        INamespaceSymbol? space = symbol as INamespaceSymbol ?? symbol?.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { IsGlobalNamespace: false } && space.Name.StartsWith(root, StringComparison.Ordinal);
    }

    /// <summary>What a method is called on: its instance, or the first argument of an extension method.</summary>
    public static IOperation? ReceiverOf(IInvocationOperation invocation)
    {
        if (invocation.Instance is { } instance)
        {
            return instance;
        }

        return invocation.TargetMethod.IsExtensionMethod ? ArgumentAt(invocation, 0)?.Value : null;
    }

    /// <summary>The argument for the parameter at <paramref name="ordinal"/>; null where it is left out.</summary>
    public static IArgumentOperation? ArgumentAt(IInvocationOperation invocation, int ordinal)
    {
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal)
            {
                return argument.ArgumentKind == ArgumentKind.DefaultValue ? null : argument;
            }
        }

        return null;
    }

    /// <summary>The argument for the first parameter that has one of these names; null where it is left out.</summary>
    public static IOperation? Argument(IInvocationOperation invocation, params string[] names)
    {
        foreach (string name in names)
        {
            foreach (IArgumentOperation argument in invocation.Arguments)
            {
                if (argument.ArgumentKind != ArgumentKind.DefaultValue && string.Equals(argument.Parameter?.Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    return argument.Value;
                }
            }
        }

        return null;
    }

    /// <summary>The n-th argument behind the receiver, whatever its name.</summary>
    public static IOperation? PlainArgument(IInvocationOperation invocation, int index) =>
        ArgumentAt(invocation, invocation.Instance is null && invocation.TargetMethod.IsExtensionMethod ? index + 1 : index)?.Value;

    /// <summary>What awaiting a value of that type gives: the result of a task, else the type itself.</summary>
    public static ITypeSymbol? Awaited(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? result : type;

    /// <summary>The type without what only wraps it: tasks and <c>Nullable</c>, however deep.</summary>
    public static ITypeSymbol? Unwrapped(ITypeSymbol? type)
    {
        while (type is INamedTypeSymbol { TypeArguments: [{ } inner], Name: "Task" or "ValueTask" or "Nullable" })
        {
            type = inner;
        }

        return type;
    }

    /// <summary>The value of the argument of a creation for the parameter at <paramref name="ordinal"/>; null where it is left out.</summary>
    public static IOperation? ArgumentAt(IObjectCreationOperation creation, int ordinal)
    {
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal)
            {
                return argument.ArgumentKind == ArgumentKind.DefaultValue ? null : argument.Value;
            }
        }

        return null;
    }
}
