using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Sending.Reach;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Hosting;

/// <summary>
/// Judges calls of the project's own methods whose parameters flow into messages, as if the message were written at the call. The findings stand on the arguments.
/// </summary>
internal static class WrapperCalls
{
    /// <summary>What the arguments of <paramref name="call"/> bring into the messages of the methods that it may run.</summary>
    public static IEnumerable<Finding> Judge(IOperation call, PayloadJudge judge, ProgramModel program, CancellationToken cancellationToken)
    {
        if (call is not IInvocationOperation { TargetMethod: { } method } invocation)
        {
            return [];
        }

        List<Finding>? agreed = null;
        ImmutableArray<PayloadNode> arguments = default;
        PayloadNode? instance = WrapperSummaries.InstanceOf(invocation, program, cancellationToken) is { Kind: not PayloadKind.Unknown } known ? known : null;
        if (instance is null && !method.Parameters.Any(CanCarryValue))
        {
            return [];
        }

        WrapperSummaries summaries = program.Part(static model => new WrapperSummaries(model, (target, token) => SendingMembers.Of(model, token).Involve(target, token)));
        foreach (IMethodSymbol target in Implementations.Of(program).Of(method, cancellationToken))
        {
            ImmutableArray<MessageTemplate> templates = summaries.Of(target, cancellationToken);
            if (templates.IsEmpty)
            {
                continue;
            }

            if (arguments.IsDefault)
            {
                arguments = WrapperSummaries.ArgumentsOf(invocation, program, cancellationToken);
                if (instance is null && arguments.All(SaysNothing))
                {
                    return [];
                }
            }

            CallValues map = CallArguments.Map(target, arguments, instance);
            AgreedFindings messages = new(judge);
            foreach (MessageTemplate template in templates)
            {
                if (template.With(map) is { } written)
                {
                    messages.Add(written.Picture, WrapperSummaries.DestinationOf(template.Picture, program, cancellationToken));
                }
            }

            Lazy<HashSet<SourceSpan>> places = new(() => WrittenPlaces.In(templates.Select(static template => template.Picture)));
            List<Finding> found = messages.Of(span => IsAtCall(span, target) && !places.Value.Contains(span));

            // Where several implementations send, all of them must agree.
            agreed = agreed is null ? found : agreed.Where(one => found.Any(other => other.Rule.Id == one.Rule.Id && other.Span == one.Span)).ToList();
        }

        return agreed ?? [];
    }

    private static bool CanCarryValue(IParameterSymbol parameter) => parameter.Type.TypeKind is not TypeKind.Delegate && parameter.Type.Name != nameof(CancellationToken);

    /// <summary>Whether nothing is known of an argument, not even that it is encoded for a URL, is a user id or holds a line break.</summary>
    private static bool SaysNothing(PayloadNode argument) =>
        argument.Kind == PayloadKind.Unknown
        && !UrlEncoders.IsEncoder(argument.Operation)
        && !(argument.Operation is { } operation && UserIdReads.In(operation) is not null)
        && !CertainBreaks.In(argument);

    private static bool IsAtCall(SourceSpan span, IMethodSymbol target)
    {
        foreach (SyntaxReference reference in target.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree == span.Tree && reference.Span.Contains(span.Span))
            {
                return false;
            }
        }

        return true;
    }
}
