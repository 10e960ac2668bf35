using Dialog360.Analyzers.Duties.Pacing;
using Dialog360.Analyzers.Duties.Retrying;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Reach;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Looping;

/// <summary>Tells which calls lead to a send without a pause on the way.</summary>
internal sealed class UnpacedSends : IPace
{
    private readonly ProgramModel _program;

    private UnpacedSends(ProgramModel program)
    {
        _program = program;
        Reach = new SendReach(program, this);
    }

    private SendReach Reach { get; }

    /// <summary>The unpaced sends of that compilation.</summary>
    public static SendReach Of(ProgramModel program) => program.Part(static model => new UnpacedSends(model)).Reach;

    /// <inheritdoc/>
    public bool PausesIn(IOperation body, ValueResolver resolver) => Throttles.Of(_program).AnyIn(body, resolver);

    /// <inheritdoc/>
    public bool Limits(SendCall call, ValueResolver resolver) => Throttles.IsLimited(call, resolver);

    /// <inheritdoc/>
    public bool IsRepeated(IInvocationOperation call, ValueResolver resolver)
    {
        for (SendLoop? loop = SendLoop.Around(call, resolver); loop is not null; loop = SendLoop.Around(loop.Operation, resolver))
        {
            if (!RetryLoop.Is(loop.Operation, call, resolver) && !LoopPurpose.IsOther(loop, call, resolver))
            {
                return true;
            }
        }

        return false;
    }
}
