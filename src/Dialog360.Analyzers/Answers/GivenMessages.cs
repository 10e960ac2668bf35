using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Sending.Reach;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>Wrappers of a client for requests of any kind: nothing but what their callers hand over tells that they send.</summary>
internal static class GivenMessages
{
    /// <summary>Whether a call that hands on a parameter of the method around it is given messages by callers of that method.</summary>
    public static bool Are(SendCall call, IOperation root, PayloadReader reader)
    {
        ProgramModel program = reader.Resolver.Program;
        CancellationToken cancellationToken = reader.Resolver.CancellationToken;
        if (!call.PayloadSources.Any(static source => source is IParameterReferenceOperation) || BodyModels.Of(program).Around(root.Syntax, cancellationToken) is not { Method: { } method })
        {
            return false;
        }

        foreach (CallSite site in CallIndex.Of(program).CallersOf(method, cancellationToken))
        {
            if (site.Operation is IInvocationOperation caller && SendReach.Of(program).SendsIn(caller.Root(), reader).Any(send => send.Syntax == caller.Syntax))
            {
                return true;
            }
        }

        return false;
    }
}
