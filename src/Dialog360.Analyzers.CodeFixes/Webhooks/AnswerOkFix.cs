using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Repairing;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Webhooks;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.CodeFixes.Webhooks;

/// <summary>DLG0601: answers 200, in the words of the framework that the receiver is written for.</summary>
internal sealed class AnswerOkFix : WebhookFix
{
    private const string FixId = "answer-ok";

    /// <inheritdoc/>
    public override string RuleId => "DLG0601";

    /// <inheritdoc/>
    public override IEnumerable<Repair> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is RefusingDetail { Receiver: var receiver, Answer: var answer } && (SkipOf(receiver, answer) ?? ChangeOf(answer)) is { } change)
        {
            yield return new Repair(FixTexts.Title(FixId), FixId, ImmutableArray.Create(change));
        }
    }

    /// <summary>In a loop over the batch the others are still to come: what would end it goes on with the next one.</summary>
    private static SourceChange? SkipOf(Receiver receiver, RefusingAnswer answer)
    {
        SyntaxNode syntax = answer.Operation.Syntax;
        if ((syntax is ThrowStatementSyntax ? syntax : syntax.Parent as ReturnStatementSyntax) is not { } leave)
        {
            return null;
        }

        SyntaxNode? loop = leave.Ancestors().TakeWhile(node => node != answer.Function.Unit.Node.Syntax)
            .FirstOrDefault(static node => node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or SwitchStatementSyntax);
        return answer.Function.Operations.Any(operation => operation is IForEachLoopOperation { Collection: var collection } && operation.Syntax == loop && receiver.Places.Of(collection) is not null)
            ? Replace(leave, "continue;")
            : null;
    }

    private static SourceChange? ChangeOf(RefusingAnswer answer)
    {
        SyntaxNode syntax = answer.Operation.Syntax;
        switch (answer.Operation)
        {
            case ISimpleAssignmentOperation { Value.Syntax: ExpressionSyntax value }:
                return StatusText(value) is { } status ? Replace(value, status) : null;
            case IThrowOperation when syntax is ThrowStatementSyntax && SuccessAnswers.StatementOf(answer.Function) is { } leave:
                return Replace(syntax, leave);
            case IInvocationOperation or IObjectCreationOperation when StatusArgument(syntax) is { } argument && StatusText(argument.Expression) is { } named && !HasOk(answer):
                return Replace(argument.Expression, named);
            case IInvocationOperation call when syntax is InvocationExpressionSyntax invocation && HasOk(answer):
                return Replace(syntax, Qualifier(invocation, call) + "Ok()");
            case IObjectCreationOperation when syntax is ObjectCreationExpressionSyntax { Type: var type }:
                return IsActionResult(answer.Function) ? Replace(syntax, "new " + (type is QualifiedNameSyntax { Left: var space } ? space + "." : string.Empty) + "OkResult()") : null;
            default:
                return null;
        }
    }

    /// <summary>Whether what the answer is asked of has an <c>Ok()</c> that fits where the answer stands.</summary>
    private static bool HasOk(RefusingAnswer answer) => answer.Operation is IInvocationOperation { TargetMethod.ContainingType: { } owner } && (owner.Name switch
    {
        "Results" => true,
        "TypedResults" => Result(answer.Function) is { Name: "IResult" },
        _ => SuccessAnswers.IsController(owner) || owner.Name == "Controller",
    });

    private static string Qualifier(InvocationExpressionSyntax invocation, IInvocationOperation call) =>
        invocation.Expression is MemberAccessExpressionSyntax member && call.TargetMethod.ContainingType is not null ? member.Expression + "." : string.Empty;

    private static bool IsActionResult(ReceivedFunction function) => Result(function) is { Name: "IActionResult" or "ActionResult" };

    private static ITypeSymbol? Result(ReceivedFunction function) => Names.Awaited(function.Unit.Symbol?.ReturnType);

    /// <summary>The argument that says the status with a name, as in <c>CreateResponse(HttpStatusCode.BadRequest)</c>.</summary>
    private static ArgumentSyntax? StatusArgument(SyntaxNode syntax)
    {
        ArgumentListSyntax? list = (syntax as InvocationExpressionSyntax)?.ArgumentList ?? (syntax as ObjectCreationExpressionSyntax)?.ArgumentList;
        return list?.Arguments.FirstOrDefault(static argument => StatusText(argument.Expression) is not null);
    }

    private static string? StatusText(ExpressionSyntax value) => value switch
    {
        MemberAccessExpressionSyntax { Expression: var holder, Name.Identifier.ValueText: { } name } when name.StartsWith("Status", StringComparison.Ordinal) => holder + ".Status200OK",
        MemberAccessExpressionSyntax { Expression: var holder } when holder.ToString().EndsWith("HttpStatusCode", StringComparison.Ordinal) => holder + ".OK",
        CastExpressionSyntax { Expression: MemberAccessExpressionSyntax inner } cast when StatusText(inner) is { } changed => "(" + cast.Type + ")" + changed,
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.NumericLiteralExpression) => "200",
        _ => null,
    };

    private static SourceChange Replace(SyntaxNode node, string text) => new(node.SyntaxTree, node.Span, text);
}
