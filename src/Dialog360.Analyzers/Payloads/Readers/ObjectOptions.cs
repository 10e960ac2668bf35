using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>An object that only carries options: where it is created, and all that it is given, where all of that is seen.</summary>
/// <param name="Creation">The creation.</param>
/// <param name="Values">What its properties are set to, each once and whatever the program does.</param>
/// <param name="Calls">What is called on it or added to its collections.</param>
internal sealed record ObjectOptions(IObjectCreationOperation Creation, ImmutableDictionary<string, IOperation> Values, ImmutableArray<IInvocationOperation> Calls)
{
    /// <summary>The options that an expression gives; null where they come from elsewhere, or other code may change them.</summary>
    public static ObjectOptions? Of(IOperation options, Bindings bindings)
    {
        IOperation expression = ValueResolver.Strip(options);
        if (expression is IParameterReferenceOperation)
        {
            expression = bindings.Resolve(expression);
        }

        ObjectUses uses = ObjectUses.Of(expression, bindings.Resolver);
        if (uses.Origins is [IInvocationOperation call] && bindings.ReturnsOf(call.TargetMethod) is [{ } returned])
        {
            uses = ObjectUses.Of(returned, bindings.Resolver);
        }

        if (uses.Origins is not [IObjectCreationOperation creation] || uses.Symbols.Any(MayBeReplaced) || uses.HandedTo.Any(static argument => argument.Parameter?.ContainingSymbol.DeclaringSyntaxReferences.IsEmpty == false))
        {
            return null;
        }

        ImmutableDictionary<string, IOperation>.Builder values = ImmutableDictionary.CreateBuilder<string, IOperation>(StringComparer.Ordinal);
        foreach (ObjectAssignment assignment in uses.Assignments)
        {
            if (values.ContainsKey(assignment.Path) || !IsAlwaysRun(assignment.Assignment))
            {
                return null;
            }

            values.Add(assignment.Path, assignment.Assignment.Value);
        }

        return new ObjectOptions(creation, values.ToImmutable(), uses.Calls.Select(static each => each.Invocation).ToImmutableArray());
    }

    /// <summary>Whether an argument gives no options: it is left out, or null.</summary>
    public static bool IsLeftOut(IArgumentOperation argument) =>
        argument.ArgumentKind == ArgumentKind.DefaultValue || ValueResolver.Strip(argument.Value) is IDefaultValueOperation or { ConstantValue: { HasValue: true, Value: null } };

    /// <summary>Whether nothing in the program says any of these names, and no other project runs before it that could.</summary>
    public static bool IsWholeProgramWithout(ValueResolver resolver, params string[] names) =>
        resolver.Program.Compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication
        && names.All(name => !CallIndex.Of(resolver.Program).Named(name, resolver.CancellationToken).Any());

    /// <summary>Whether code that is not looked at may put another object into a field or property.</summary>
    private static bool MayBeReplaced(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => !field.IsReadOnly && field.DeclaredAccessibility != Accessibility.Private,
        IPropertySymbol property => property.SetMethod is { IsInitOnly: false, DeclaredAccessibility: not Accessibility.Private },
        _ => false,
    };

    private static bool IsAlwaysRun(IOperation assignment)
    {
        for (IOperation? current = assignment.Parent; current is not null; current = current.Parent)
        {
            if (current is IConditionalOperation or ISwitchOperation or ILoopOperation or ITryOperation)
            {
                return false;
            }

            if (current is IObjectOrCollectionInitializerOperation)
            {
                return true;
            }
        }

        return true;
    }
}
