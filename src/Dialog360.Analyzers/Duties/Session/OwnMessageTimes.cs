using System.Collections.Concurrent;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Flow;
using Dialog360.Analyzers.Sending.Reach;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>
/// Times that our own messages set too, so that they tell nothing about the session: a <c>LastMessageAt</c> that is assigned after a send,
/// other than after the reply to a message that has just come in.
/// </summary>
internal sealed class OwnMessageTimes
{
    private const int MaxDepth = 3;
    private const int MaxCalls = 40;

    private readonly ProgramModel _program;
    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    private OwnMessageTimes(ProgramModel program)
    {
        _program = program;
    }

    /// <summary>The times of that compilation.</summary>
    public static OwnMessageTimes Of(ProgramModel program) => program.Part(static model => new OwnMessageTimes(model));

    /// <summary>Whether a field or property is such a time.</summary>
    public bool Contains(ISymbol member, CancellationToken cancellationToken)
    {
        member = member.OriginalDefinition;
        return _known.TryGetValue(member, out bool known) ? known : _known.GetOrAdd(member, IsSetAfterSend(member, cancellationToken));
    }

    private bool IsSetAfterSend(ISymbol member, CancellationToken cancellationToken)
    {
        foreach (IOperation value in CallIndex.Of(_program).ValuesOf(member, cancellationToken))
        {
            if (BodyModels.Of(_program).Around(value.Syntax, cancellationToken) is not { } body || body.OperationOf(value.Syntax) is not { } assigned)
            {
                continue;
            }

            FunctionUnit unit = body.UnitOf(assigned);
            if (InboundWays.ReadsSender(body) || FlowGraphs.Of(unit, cancellationToken) is not { } flow)
            {
                continue;
            }

            BodyFacts facts = BodyFacts.Of(body, cancellationToken);
            foreach (DirectSend send in facts.Sends)
            {
                if (!send.Pictures.IsEmpty && flow.MustPass(send.Call.Syntax, value.Syntax))
                {
                    return true;
                }
            }

            foreach (SourceCall call in facts.Calls)
            {
                if (flow.MustPass(call.Call.Syntax, value.Syntax) && call.Targets.Any(target => Sends(target, 0, cancellationToken)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Sends(IMethodSymbol method, int depth, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (depth > MaxDepth || BodyModels.Of(_program).UnitOf(method, cancellationToken) is not { } unit)
        {
            return false;
        }

        BodyFacts facts = BodyFacts.Of(unit.Body, cancellationToken);
        return facts.Sends.Any(static send => !send.Pictures.IsEmpty)
            || facts.Calls.Take(MaxCalls).Any(call => call.Targets.Any(target => Sends(target, depth + 1, cancellationToken)));
    }
}
