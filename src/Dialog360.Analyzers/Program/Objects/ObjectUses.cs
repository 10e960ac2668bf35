using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Objects;

/// <summary>A call on an object, or on a part of it.</summary>
/// <param name="Path">The properties between the object and the call (<c>DefaultRequestHeaders</c>), separated by dots; empty for the object itself.</param>
/// <param name="Invocation">The call.</param>
internal readonly record struct ObjectCall(string Path, IInvocationOperation Invocation);

/// <summary>An assignment to a part of an object.</summary>
/// <param name="Path">The properties, separated by dots; an indexer is <c>Item</c> or named as the type names it.</param>
/// <param name="Assignment">The assignment.</param>
internal readonly record struct ObjectAssignment(string Path, IAssignmentOperation Assignment);

/// <summary>
/// What code does with one object, a client or a request: how it is created, what is called on it (fluent chains and extension methods
/// included), what is assigned to its properties, whom it is handed to.
/// </summary>
/// <param name="Origins">The expressions that the object comes from: its creation, a call, a parameter.</param>
/// <param name="Symbols">The variables that hold it.</param>
/// <param name="Calls">The calls on it.</param>
/// <param name="Assignments">The assignments to it.</param>
/// <param name="HandedTo">The arguments that hand it to somebody else; receivers of extension methods are not among them.</param>
internal sealed record ObjectUses(
    IReadOnlyList<IOperation> Origins,
    IReadOnlyCollection<ISymbol> Symbols,
    IReadOnlyList<ObjectCall> Calls,
    IReadOnlyList<ObjectAssignment> Assignments,
    IReadOnlyList<IArgumentOperation> HandedTo)
{
    /// <summary>What the code does with the object that <paramref name="expression"/> gives.</summary>
    public static ObjectUses Of(IOperation expression, ValueResolver resolver) => new ObjectTracer(resolver).Trace(expression);

    /// <summary>The values that are assigned to that property of the object, in its initializer or later.</summary>
    public ImmutableArray<IOperation> ValuesOf(string property)
    {
        ImmutableArray<IOperation>.Builder values = ImmutableArray.CreateBuilder<IOperation>();
        foreach (ObjectAssignment assignment in Assignments)
        {
            if (assignment.Path == property)
            {
                values.Add(assignment.Assignment.Value);
            }
        }

        return values.ToImmutable();
    }
}
