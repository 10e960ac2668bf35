using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Calls;

/// <summary>Looks into the source of what an expression may run, whichever implementation of an interface it is.</summary>
internal static class CalledBodies
{
    /// <summary>The functions behind a call or a property that is read; empty without source.</summary>
    public static IEnumerable<FunctionUnit> Of(IOperation operation, ProgramModel program, CancellationToken cancellationToken)
    {
        if (operation is not IInvocationOperation { TargetMethod: var method })
        {
            return SourceBodies.UnitBehind(operation, program, cancellationToken) is { } unit ? [unit] : [];
        }

        return Implementations.Of(program).Of(method, cancellationToken).Select(target => BodyModels.Of(program).UnitOf(target, cancellationToken)).OfType<FunctionUnit>();
    }
}
