using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>Tells what is known of the status of an answer at a place of the code.</summary>
internal sealed class StatusChecks
{
    /// <summary>The statuses with which 360dialog answers a page instead of JSON.</summary>
    private const int Outage = 503;

    private readonly ProgramModel _program;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Creates the part for one program.</summary>
    public StatusChecks(ProgramModel program, CancellationToken cancellationToken)
    {
        _program = program;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Whether a place is not reached when the answer to a call is the page of an outage, or only where its form was looked at.</summary>
    public bool ExcludeOutage(IEnumerable<AnswerUsage> uses, IOperation place)
    {
        if (BodyModels.Of(_program).Around(place.Syntax, _cancellationToken) is not { } body)
        {
            return true;
        }

        FunctionUnit unit = body.UnitOf(body.OperationOf(place.Syntax) ?? place);
        if (FlowGraphs.Of(unit, _cancellationToken) is not { } flow)
        {
            return true;
        }

        foreach (AnswerUsage use in uses)
        {
            if (use.Kind == AnswerUseKind.Throws && flow.MustPass(use.At.Syntax, place.Syntax))
            {
                return true;
            }
        }

        foreach ((BasicBlock block, bool outcome) in flow.ControllersOf(flow.BlockOf(place.Syntax)))
        {
            IOperation condition = ControlConditions.OriginalOf(body, block.BranchValue!);
            if (AsksForForm(condition) || IsRuledOut(condition, outcome) || IsVerdict(condition, uses))
            {
                return true;
            }
        }

        return IsRuledOutByChoice(place, body);
    }

    /// <summary>Whether a condition asks for what a method of the program says of the answer: which of its ways is the failure, only that method knows.</summary>
    private static bool IsVerdict(IOperation condition, IEnumerable<AnswerUsage> uses) =>
        uses.Any(use => use is { Kind: AnswerUseKind.Decides, Part: AnswerPart.Told, At: IConditionalOperation choice } && choice.Condition.Syntax.Span.Contains(condition.Syntax.Span));

    /// <summary>Whether a <c>catch</c> around a place takes what a parser of JSON throws.</summary>
    public static bool IsCaught(IOperation place)
    {
        for (IOperation? current = place; current?.Parent is { } parent; current = parent)
        {
            if (parent is ITryOperation attempt && attempt.Body == current && attempt.Catches.Any(static clause => TakesJsonErrors(clause.ExceptionType)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TakesJsonErrors(ITypeSymbol? type) =>
        type is null or { Name: "JsonException" or "JsonReaderException" or "JsonSerializationException" or "Exception" or "SystemException" or "Object" };

    private bool IsRuledOut(IOperation condition, bool outcome)
    {
        Verdict verdict = new OutcomeConditions(_program, Outcome.OfStatus(Outage), _cancellationToken).Of(condition);
        return verdict == (outcome ? Verdict.False : Verdict.True);
    }

    /// <summary><c>answer.IsSuccessStatusCode ? Parse(text) : null</c>, where the graph has no block of its own for it.</summary>
    private bool IsRuledOutByChoice(IOperation place, BodyModel body)
    {
        for (IOperation? current = body.OperationOf(place.Syntax) ?? place; current?.Parent is { } parent; current = parent)
        {
            if (parent is IConditionalOperation choice && choice.Condition != current && (AsksForForm(choice.Condition) || IsRuledOut(choice.Condition, choice.WhenTrue == current)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a condition asks for the content type, or for how the text begins.</summary>
    private static bool AsksForForm(IOperation condition)
    {
        foreach (IOperation part in condition.DescendantsAndSelf())
        {
            if (part is IMemberReferenceOperation { Member.Name: "MediaType" or "ContentType" } || part.ConstantValue is { HasValue: true, Value: "{" or "[" or "<" or '{' or '[' or '<' or "application/json" or "text/html" })
            {
                return true;
            }
        }

        return false;
    }
}
