using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Sending.Reach;
using Dialog360.Analyzers.Sending.Requests;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>Which generation of the API answers a send.</summary>
internal sealed class AnswerGenerations
{
    private const int MaxDepth = 4;

    private readonly PayloadReader _reader;

    /// <summary>Creates the part.</summary>
    public AnswerGenerations(PayloadReader reader)
    {
        _reader = reader;
    }

    private ProgramModel Program => _reader.Resolver.Program;

    /// <summary>The sends in a body, those through methods of the program included.</summary>
    public IEnumerable<IInvocationOperation> SendsIn(IOperation root) => SendReach.Of(Program).SendsIn(root, _reader);

    /// <summary>The generation of a send; unknown where nothing shows it, null on the sandbox, whose answers nobody documents.</summary>
    public ApiGeneration? Of(IInvocationOperation send) => Of(send, 0);

    private ApiGeneration? Of(IInvocationOperation send, int depth)
    {
        foreach (SendCall call in BlockSends.Of(send.Root(), _reader.Resolver))
        {
            if (call.Operation.Syntax == send.Syntax)
            {
                return Of(call);
            }
        }

        if (depth > MaxDepth)
        {
            return ApiGeneration.Unknown;
        }

        foreach (IMethodSymbol method in Implementations.Of(Program).Of(send.TargetMethod, _reader.Resolver.CancellationToken))
        {
            if (Program.BodyOf(method, _reader.Resolver.CancellationToken) is { } body)
            {
                foreach (IInvocationOperation inner in body.DescendantsAndSelf().OfType<IInvocationOperation>().Where(inner => IsSending(inner, body)))
                {
                    if (Of(inner, depth + 1) is not ApiGeneration.Unknown and var generation)
                    {
                        return generation;
                    }
                }
            }
        }

        return ApiGeneration.Unknown;
    }

    /// <summary>The generation of a call of a client.</summary>
    public ApiGeneration? Of(SendCall call)
    {
        if (ApiHosts.HostOf(call.Url) is { IsMessaging: true, IsCloud: false, SwitchedOff: null })
        {
            return null;
        }

        foreach (MessagePicture message in SentMessages.Of(call, _reader))
        {
            if (message.Generation != ApiGeneration.Unknown)
            {
                return message.Generation;
            }
        }

        return call.Generation;
    }

    private bool IsSending(IInvocationOperation call, IOperation body) =>
        BlockSends.Of(body, _reader.Resolver).Any(send => send.Operation == call)
        || !SendingCalls.TargetsOf(call, Program, _reader.Resolver.CancellationToken).IsEmpty;
}
