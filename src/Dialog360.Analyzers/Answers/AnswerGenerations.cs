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

    /// <summary>The calls of clients by which a send goes out in the end.</summary>
    public IEnumerable<SendCall> CallsOf(IInvocationOperation send) => CallsOf(send, 0);

    private ApiGeneration? Of(IInvocationOperation send, int depth)
    {
        if (GenerationOfArguments(send) is { } written)
        {
            return written;
        }

        foreach (SendCall call in CallsOf(send, depth))
        {
            if (Of(call) is not ApiGeneration.Unknown and var generation)
            {
                return generation;
            }
        }

        return ApiGeneration.Unknown;
    }

    private IEnumerable<SendCall> CallsOf(IInvocationOperation send, int depth)
    {
        foreach (SendCall call in BlockSends.Of(send.Root(), _reader.Resolver))
        {
            if (call.Operation.Syntax == send.Syntax)
            {
                return [call];
            }
        }

        return depth > MaxDepth ? []
            : Implementations.Of(Program).Of(send.TargetMethod, _reader.Resolver.CancellationToken)
                .Select(method => Program.BodyOf(method, _reader.Resolver.CancellationToken)).OfType<IOperation>()
                .SelectMany(body => body.DescendantsAndSelf().OfType<IInvocationOperation>().Where(inner => IsSending(inner, body)))
                .SelectMany(inner => CallsOf(inner, depth + 1));
    }

    /// <summary>The generation that a message shows which is handed to a method of the program; null where there is none.</summary>
    private ApiGeneration? GenerationOfArguments(IInvocationOperation send)
    {
        foreach (IArgumentOperation argument in send.Arguments)
        {
            if (argument.Value.Type is { IsValueType: false })
            {
                foreach (MessageVariants message in MessageRecognizer.Find(_reader.Read(argument.Value), Destination.Unknown, ApiGeneration.Unknown))
                {
                    if (message.Variants.Select(static variant => variant.Picture.Generation).FirstOrDefault(static generation => generation != ApiGeneration.Unknown) is var shown and not ApiGeneration.Unknown)
                    {
                        return shown;
                    }
                }
            }
        }

        return null;
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
