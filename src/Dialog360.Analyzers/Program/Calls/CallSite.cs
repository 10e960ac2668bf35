using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Calls;

/// <summary>A place where a source method is called, or handed on as a method group.</summary>
/// <param name="Operation">An <see cref="IInvocationOperation"/>, <see cref="IObjectCreationOperation"/> or <see cref="IMethodReferenceOperation"/>.</param>
/// <param name="Unit">The function in which it stands.</param>
internal sealed record CallSite(IOperation Operation, FunctionUnit Unit)
{
    /// <summary>The arguments of a call; empty for a method group.</summary>
    public ImmutableArray<IArgumentOperation> Arguments => ArgumentsOf(Operation);

    /// <summary>The arguments of a call or creation.</summary>
    public static ImmutableArray<IArgumentOperation> ArgumentsOf(IOperation call) => call switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };

    /// <summary>The value that a call gives to the parameter of that ordinal (of an extension method: counted with <c>this</c>); null where none is seen.</summary>
    public static IOperation? ArgumentOf(IOperation call, int ordinal)
    {
        foreach (IArgumentOperation argument in ArgumentsOf(call))
        {
            int own = argument.Parameter?.Ordinal ?? -1;
            if (call is IInvocationOperation { TargetMethod.ReducedFrom: not null })
            {
                own++;
            }

            if (own == ordinal)
            {
                return argument.Value;
            }
        }

        return call is IInvocationOperation { TargetMethod.ReducedFrom: not null, Instance: { } instance } && ordinal == 0 ? instance : null;
    }
}
