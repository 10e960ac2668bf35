using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Sending.Reach;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>The sends of one body, and what becomes of their answers.</summary>
internal sealed class SendAnswers
{
    private const int MaxHops = 6;

    private readonly PayloadReader _reader;
    private readonly AnswerSummaries _summaries;

    /// <summary>Creates the part.</summary>
    public SendAnswers(PayloadReader reader)
    {
        _reader = reader;
        _summaries = AnswerSummaries.Of(Program);
    }

    private ProgramModel Program => _reader.Resolver.Program;

    private CancellationToken CancellationToken => _reader.Resolver.CancellationToken;

    /// <summary>The sends in the body that <paramref name="root"/> is, in the order of the text.</summary>
    public IEnumerable<SendAnswer> In(IOperation root)
    {
        if (!SendingMembers.Of(Program, CancellationToken).Involve(root.Syntax))
        {
            yield break;
        }

        HashSet<IInvocationOperation> sends = new(SendReach.Of(Program).SendsIn(root, _reader));
        ImmutableArray<SendCall> direct = BlockSends.Of(root, _reader.Resolver);
        foreach (SendCall call in direct)
        {
            if (sends.Contains(call.Operation) || GivenMessages.Are(call, root, _reader))
            {
                yield return OfDirect(call);
            }
            else if (IsReceipt(call))
            {
                yield return new SendAnswer(call.Operation, AnswerPart.Response, AllowedBecause.ReadReceipt) { Direct = call };
            }
        }

        foreach (IInvocationOperation call in sends.Where(call => direct.All(each => each.Operation != call)).OrderBy(static call => call.Syntax.SpanStart))
        {
            if (_summaries.IsOwn(call, _reader))
            {
                yield return OfOwn(call);
            }
        }

        foreach (IMethodReferenceOperation group in SendReach.Of(Program).GroupsIn(root, _reader))
        {
            if (OfGroup(group) is { } answer)
            {
                yield return answer;
            }
        }
    }

    /// <summary>What becomes of what a call of a method of the program says.</summary>
    public SendAnswer OfOwn(IInvocationOperation call)
    {
        if (_summaries.PartOf(call, _reader) is not { } part)
        {
            return new SendAnswer(call, AnswerPart.Told, AllowedBecause.WrapperReacts);
        }

        // Where a method gives back the text alone, the send in it is at fault.
        return part == AnswerPart.Text ? new SendAnswer(call, part, AllowedBecause.Unfollowed) : Judge(call, part, null);
    }

    /// <summary>What becomes of the answers to the calls that another method makes: <c>await Task.WhenAll(numbers.Select(SendAsync))</c>.</summary>
    private SendAnswer? OfGroup(IMethodReferenceOperation group)
    {
        if (AnswerCalls.RunnerOf(group, group.Method.ReturnType) is not { } runner || _summaries.PartOf(group.Method, _reader) is not { } part || part == AnswerPart.Text)
        {
            return null;
        }

        ImmutableArray<AnswerUsage> uses = AnswerUses.Of(runner, part, Program, CancellationToken);
        return new SendAnswer(group, part, AnswerVerdicts.Of(uses) ?? AnswerSurroundings.Allow(runner, null, _reader.Resolver)) { LostBy = LostByOf(runner, uses) };
    }

    private SendAnswer OfDirect(SendCall call) => call.ThrowsOnFailure
        ? new SendAnswer(call.Operation, AnswerPart.Response, call.IsAwaited || !IsDropped(call.Operation) ? AllowedBecause.ThrowsByItself : AnswerSurroundings.Allow(call.Operation, call, _reader.Resolver)) { Direct = call, LostBy = LostBy.NotAwaiting }
        : Judge(call.Operation, AnswerPart.Response, call);

    private SendAnswer Judge(IInvocationOperation call, AnswerPart part, SendCall? direct)
    {
        ImmutableArray<AnswerUsage> uses = AnswerUses.Of(call, part, Program, CancellationToken);
        AllowedBecause? allowed = AnswerVerdicts.Of(uses);
        if (allowed is null && AnswerVerdicts.IsTextOnly(uses) && IsReadByCaller(call, 0))
        {
            allowed = AllowedBecause.BodyDecides;
        }

        allowed ??= AnswerSurroundings.Allow(call, direct, _reader.Resolver);
        if (allowed is null && direct is not null && HandlersOfClient.React(direct, _reader))
        {
            allowed = AllowedBecause.WrapperReacts;
        }

        return new SendAnswer(call, part, allowed)
        {
            Direct = direct,
            LostBy = LostByOf(call, uses),
        };
    }

    private static LostBy LostByOf(IInvocationOperation call, ImmutableArray<AnswerUsage> uses) =>
        uses.Any(static use => use.Kind == AnswerUseKind.Dropped && use.At is IReturnOperation) ? LostBy.PlainTask
        : !Awaiting.IsAwaited(call) && uses.Any(static use => use.Kind == AnswerUseKind.Dropped) && uses.Length == 1 && !IsLaterAwaited(call) ? LostBy.NotAwaiting
        : uses.Any(static use => use.Part is AnswerPart.Text or AnswerPart.Content or AnswerPart.Parsed) ? LostBy.ReadingTheBodyAlone
        : LostBy.Dropping;

    private static bool IsDropped(IInvocationOperation call)
    {
        IOperation whole = call;
        while (whole.Parent is IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod: { IsExtensionMethod: true, DeclaringSyntaxReferences.IsEmpty: true } } reader } && AnswerUses.IsTask(reader.Type))
        {
            // PostJsonAsync(...).ReceiveString(): one task.
            whole = reader;
        }

        return whole.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };
    }

    /// <summary>Whether a task goes to a variable, where it can be awaited.</summary>
    private static bool IsLaterAwaited(IOperation call) => call.Parent is IVariableInitializerOperation;

    /// <summary>
    /// Whether a caller of the method around a call, who gets the text alone, reads more out of it. Where nobody calls the method, the text is all that
    /// anyone will ever get.
    /// </summary>
    private bool IsReadByCaller(IInvocationOperation call, int hop)
    {
        if (BodyModels.Of(Program).Around(call.Syntax, CancellationToken) is not { } body)
        {
            return true;
        }

        VisibleCallers callers = VisibleCallers.Of(body.UnitOf(body.OperationOf(call.Syntax) ?? call), Program, CancellationToken);
        if (callers.HasUnknown || hop > MaxHops)
        {
            return true;
        }

        foreach (CallSite site in callers.Sites)
        {
            if (site.Operation is not IInvocationOperation caller)
            {
                return true;
            }

            ImmutableArray<AnswerUsage> uses = AnswerUses.Of(caller, AnswerPart.Text, Program, CancellationToken);
            if (AnswerVerdicts.Of(uses) is not null || (AnswerVerdicts.IsTextOnly(uses) && IsReadByCaller(caller, hop + 1)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a call marks a message as read, or shows that somebody types.</summary>
    private bool IsReceipt(SendCall call)
    {
        foreach (IOperation source in call.PayloadSources)
        {
            PayloadNode body = _reader.ReadBody(source);
            if (body["message_id"] is not null && body["status"] is not null)
            {
                return true;
            }
        }

        return false;
    }
}
