using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Flow;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>
/// Tells whether the answer of a send is tested for the error of a closed session (470, 131047) and that branch does something about it:
/// it sends a template or lets the caller know (form c of DLG0201).
/// </summary>
internal sealed class AnswerFacts
{
    private const int MaxOperands = 32;

    private readonly ValueResolver _resolver;
    private readonly AnswerConditions _conditions;
    private readonly AnswerActions _actions;
    private readonly ToldResults _told;

    /// <summary>Creates the facts.</summary>
    /// <param name="resolver">Follows values.</param>
    /// <param name="isFreeFormSend">
    /// Whether a call sends a free-form message: sending it again is no answer to the error. False for the call of a template, null for no send.
    /// </param>
    public AnswerFacts(ValueResolver resolver, Func<IInvocationOperation, bool?> isFreeFormSend)
    {
        _resolver = resolver;
        _conditions = new AnswerConditions(resolver);
        _actions = new AnswerActions(resolver, isFreeFormSend);
        _told = new ToldResults(resolver, _conditions);
    }

    /// <summary>Whether the error is handled in the function of the send.</summary>
    public bool IsHandled(SendSite site)
    {
        FunctionUnit unit = site.Unit;
        if (_told.AreOf(site))
        {
            return true;
        }

        if (!_conditions.MentionsCode(unit, 0) || FlowGraphs.Of(unit, _resolver.CancellationToken) is not { } flow)
        {
            return false;
        }

        int send = flow.BlockOf(site.Call.Syntax);
        foreach (BasicBlock block in flow.Blocks)
        {
            if (block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue is null or IIsNullOperation || !(block.Ordinal == send || flow.Reaches(send, block.Ordinal, -1)))
            {
                continue;
            }

            // A test that stands before the send asks about an earlier answer, or about a status of some other message.
            IOperation condition = ControlConditions.OriginalOf(unit.Body, block.BranchValue);
            if (condition.Syntax.Span.End > site.Call.Syntax.SpanStart && _conditions.Direction(condition, 0) is { } outcome && Answers(site, flow, block, outcome))
            {
                return true;
            }
        }

        return false;
    }

    private bool Answers(SendSite site, FlowGraph flow, BasicBlock block, bool outcome)
    {
        int start = FlowGraph.SuccessorOf(block, outcome);
        int other = OtherOf(flow, block, outcome, start);
        foreach (BasicBlock inside in flow.Blocks)
        {
            bool own = inside.Ordinal == start || flow.Reaches(start, inside.Ordinal, block.Ordinal);
            if (!own || inside.Ordinal == other || flow.Reaches(other, inside.Ordinal, block.Ordinal) || inside.Kind == BasicBlockKind.Exit)
            {
                continue;
            }

            foreach (IOperation operation in inside.Operations)
            {
                if (_actions.ActsOn(site, operation))
                {
                    return true;
                }
            }

            if (inside.BranchValue is { } value && _actions.ActsOn(site, value))
            {
                return true;
            }

            switch (inside.FallThroughSuccessor?.Semantics)
            {
                case ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow:
                    return true;
                case ControlFlowBranchSemantics.Return when inside.BranchValue is { } returned && IsDistinct(site, returned):
                    return true;
            }
        }

        return false;
    }

    /// <summary>Where control goes when the whole condition has the other outcome: of <c>code == 131047 || code == 131026</c>, when neither holds.</summary>
    private static int OtherOf(FlowGraph flow, BasicBlock block, bool outcome, int start)
    {
        SyntaxNode whole = ControlConditions.DecidedBy(block.BranchValue!.Syntax, outcome);
        int other = FlowGraph.SuccessorOf(block, !outcome);
        for (int step = 0; step < MaxOperands && other >= 0 && flow.Blocks[other] is { ConditionKind: not ControlFlowConditionKind.None, BranchValue: { } next } && whole.Span.Contains(next.Syntax.Span); step++)
        {
            int first = FlowGraph.SuccessorOf(flow.Blocks[other], !outcome);
            other = first != start ? first : FlowGraph.SuccessorOf(flow.Blocks[other], outcome);
        }

        return other;
    }

    /// <summary>Whether a returned value tells the caller something that no other return of the function does.</summary>
    private static bool IsDistinct(SendSite site, IOperation returned)
    {
        if (!returned.ConstantValue.HasValue)
        {
            return true;
        }

        foreach (IOperation value in SourceBodies.ReturnsOf(site.Unit))
        {
            if (value.Syntax != returned.Syntax && !returned.Syntax.Span.Contains(value.Syntax.Span) && Equals(value.ConstantValue.HasValue ? value.ConstantValue.Value : null, returned.ConstantValue.Value) && value.ConstantValue.HasValue)
            {
                return false;
            }
        }

        return true;
    }
}
