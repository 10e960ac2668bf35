using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Sending.Queues;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>The functions of the compilation that run within a call: the method itself, what implements it, the handlers of what a mediator is given.</summary>
internal static class RunCode
{
    /// <summary>The functions behind a call that have a body here.</summary>
    public static IEnumerable<FunctionUnit> Behind(IInvocationOperation call, ProgramModel program, CancellationToken cancellationToken)
    {
        foreach (IMethodSymbol target in Implementations.Of(program).Of(call.TargetMethod, cancellationToken))
        {
            if (BodyModels.Of(program).UnitOf(target.ReducedFrom ?? target, cancellationToken) is { } unit)
            {
                yield return unit;
            }
        }

        QueueItems items = QueueItems.Of(program);
        if (items.MediatedItemOf(call, cancellationToken) is { Type: { } type })
        {
            foreach (FunctionUnit handler in items.HandlersOf(type, cancellationToken))
            {
                yield return handler;
            }
        }
    }
}
