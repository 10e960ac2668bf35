using Dialog360.Analyzers.Duties.Session;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Flow;
using Dialog360.Analyzers.Sending.Time;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>
/// Finds out whether the code knows of the session already where a message is sent: a second question would give the same answer, and one of
/// its two branches would never run.
/// </summary>
internal sealed class AskedQuestions
{
    private readonly CheckScope _scope;
    private readonly SessionCondition _judge;

    private AskedQuestions(CheckScope scope)
    {
        _scope = scope;
        _judge = new SessionCondition(scope.Context.Resolver, scope.Options);
    }

    /// <summary>
    /// Whether a condition about the session leads to the send (the wrong way round, or it would not be found), or a condition before it has
    /// sent something else to the same recipient and let control go on.
    /// </summary>
    public static bool HaveAnswered(CheckScope scope)
    {
        if (BodyModels.Of(scope.Context.Program).Around(scope.Send, scope.Context.CancellationToken) is not { } body || body.OperationOf(scope.Send) is not { } send)
        {
            return false;
        }

        AskedQuestions asked = new(scope);
        SyntaxNode place = scope.Send;
        for (FunctionUnit? unit = body.UnitOf(send); unit is not null; unit = unit.IsLambda ? unit.Outer : null)
        {
            if (asked.Lead(unit, place) || asked.CameBefore(unit, place))
            {
                return true;
            }

            place = unit.Node.Syntax;
        }

        return false;
    }

    /// <summary>Whether a condition about the session leads to the place.</summary>
    private bool Lead(FunctionUnit unit, SyntaxNode place) =>
        ControlConditions.Of(unit, place, SessionOverrides.Is, _scope.Context.CancellationToken) is { } conditions
        && conditions.Any(condition => _judge.SenseOf(condition.Condition) is SessionSense.Open or SessionSense.Closed);

    /// <summary>Whether an <c>if</c> without an <c>else</c> asked about the recipient and control goes on to the place.</summary>
    private bool CameBefore(FunctionUnit unit, SyntaxNode place)
    {
        if (FlowGraphs.Of(unit, _scope.Context.CancellationToken) is not { } flow)
        {
            return false;
        }

        int target = flow.BlockOf(place);
        return flow.Blocks.Any(block =>
            block is { ConditionKind: not ControlFlowConditionKind.None, BranchValue: { } value }
            && value.Syntax.SpanStart < place.SpanStart
            && value.Syntax.FirstAncestorOrSelf<StatementSyntax>() is IfStatementSyntax { Else: null } decision && decision.Condition.Span.Contains(value.Syntax.Span) && !decision.Span.Contains(place.Span)
            && flow.Reaches(block.Ordinal, target, -1)
            && IsAboutRecipient(decision.Condition)
            && _judge.SenseOf(ControlConditions.OriginalOf(unit.Body, value)) is SessionSense.Open or SessionSense.Closed);
    }

    private bool IsAboutRecipient(ExpressionSyntax condition)
    {
        HashSet<ISymbol> recipient = new(RootsOf(_scope.Recipient.Expression, throughCalls: false), SymbolEqualityComparer.Default);
        return RootsOf(condition, throughCalls: true).Any(recipient.Contains);
    }

    /// <summary>What the names in an expression stand for that nothing stands before, and what locals among them are computed from.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="throughCalls">Whether a local is computed from what a method is given: an answer is, and a customer that is found is another one each time.</param>
    /// <param name="steps">How many locals are followed.</param>
    private IEnumerable<ISymbol> RootsOf(SyntaxNode expression, bool throughCalls, int steps = 2)
    {
        foreach (IdentifierNameSyntax name in expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            {
                continue;
            }

            ISymbol? symbol = _scope.Model.GetSymbolInfo(name, _scope.Context.CancellationToken).Symbol;
            if (symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol)
            {
                yield return symbol;
            }

            if (steps > 0 && symbol is ILocalSymbol { DeclaringSyntaxReferences: [{ } reference] } && reference.GetSyntax(_scope.Context.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value }
                && (throughCalls || !value.DescendantNodesAndSelf().Any(static node => node is InvocationExpressionSyntax)))
            {
                foreach (ISymbol root in RootsOf(value, throughCalls, steps - 1))
                {
                    yield return root;
                }
            }
        }
    }
}
