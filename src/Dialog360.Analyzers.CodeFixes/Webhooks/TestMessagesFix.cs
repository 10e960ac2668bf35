using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Repairing;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Webhooks;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Webhooks;

/// <summary>
/// DLG0605: asks whether there is a message before one is taken, and answers 200 where there is none. Where statuses are handled further down, only
/// what the message is used for runs under the test.
/// </summary>
internal sealed class TestMessagesFix : WebhookFix
{
    private const string FixId = "test-messages";

    /// <inheritdoc/>
    public override string RuleId => "DLG0605";

    /// <inheritdoc/>
    public override IEnumerable<Repair> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is not AccessDetail { Receiver: var receiver, Access: var access } || access.In.Caller is not null
            || access.Operation.Syntax.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax block } statement
            || access.Operation.Syntax.Ancestors().TakeWhile(node => node != statement).Any(static node => node is AnonymousFunctionExpressionSyntax)
            || TestOf(access) is not { } test)
        {
            yield break;
        }

        TextSpan skipped = TextSpan.FromBounds(statement.SpanStart, SkippedBy(statement, access.In).Span.End);
        SourceChange? change = StatusReads.AnyIn(skipped, receiver, access.In)
            ? Around(StatusReads.Dependents(statement, block, model), test.Present, receiver, access.In)
            : LeaveOf(statement, access.In) is { } leave ? Before(statement, test.Absent, leave) : null;
        if (change is { } made)
        {
            yield return new Repair(FixTexts.Title(FixId), FixId, ImmutableArray.Create(made));
        }
    }

    /// <summary>A test before the statement that skips the rest.</summary>
    private static SourceChange Before(StatementSyntax statement, string absent, string leave)
    {
        string indent = SourceLayout.IndentOf(statement);
        string lineBreak = SourceLayout.LineBreak(statement);
        string guard = string.Join(lineBreak + indent, "if (" + absent + ")", "{", SourceLayout.LevelAt(statement) + leave, "}") + lineBreak + lineBreak + indent;
        return new SourceChange(statement.SyntaxTree, new TextSpan(SourceLayout.StartWithComments(statement), 0), guard);
    }

    /// <summary>A test around the statements that need the message; null where statuses are handled among them.</summary>
    private static SourceChange? Around(List<StatementSyntax> statements, string present, Receiver receiver, ReceivedFunction function)
    {
        StatementSyntax first = statements[0];
        StatementSyntax last = statements[statements.Count - 1];
        if (StatusReads.AnyIn(TextSpan.FromBounds(first.SpanStart, last.Span.End), receiver, function))
        {
            return null;
        }

        string indent = SourceLayout.IndentOf(first);
        string lineBreak = SourceLayout.LineBreak(first);
        string inner = indent + SourceLayout.LevelAt(first);
        int end = last.GetTrailingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)).Select(static trivia => trivia.Span.End).LastOrDefault();
        TextSpan span = TextSpan.FromBounds(first.SpanStart, Math.Max(end, last.Span.End));
        string body = SourceLayout.MovedFrom(first.SyntaxTree.GetText().ToString(span), first.Parent!, indent, inner);
        return new SourceChange(first.SyntaxTree, span, $"if ({present}){lineBreak}{indent}{{{lineBreak}{inner}{body}{lineBreak}{indent}}}");
    }

    /// <summary>What is true where there is no message, and what is true where there is one.</summary>
    private static (string Absent, string Present)? TestOf(ElementRead access)
    {
        if (access.List is not { } list)
        {
            return access.Operation is IInvocationOperation { TargetMethod.Name: "GetProperty" } get ? NoProperty(get) : null;
        }

        IOperation bare = ValueResolver.Bare(list);
        if (bare is IInvocationOperation { TargetMethod.Name: "GetProperty" } property)
        {
            return NoProperty(property);
        }

        // Only what can be asked twice: members and elements, no calls that do anything.
        if (bare.Syntax is not ExpressionSyntax written || written.DescendantNodesAndSelf().Any(static node => node is InvocationExpressionSyntax call && !IsFirst(call) || node is AwaitExpressionSyntax or AssignmentExpressionSyntax or ConditionalAccessExpressionSyntax or MemberBindingExpressionSyntax))
        {
            return null;
        }

        string text = written.ToString().TrimEnd('!');
        bool hasPatterns = ((CSharpParseOptions)written.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp9;
        string? count = UpdateTypes.IsDom(bare.Type) || bare is IDynamicMemberReferenceOperation ? null : bare.Type is IArrayTypeSymbol ? "Length" : bare.Type?.AllInterfaces.Append(bare.Type).Any(static contract => contract.Name is "ICollection" or "IReadOnlyCollection") == true ? "Count" : string.Empty;
        return count switch
        {
            null => (text + " == null", text + " != null"),
            "" => null,
            _ => hasPatterns ? ($"{text} is not {{ {count}: > 0 }}", $"{text} is {{ {count}: > 0 }}") : ($"{text} == null || {text}.{count} == 0", $"{text} != null && {text}.{count} > 0"),
        };
    }

    private static bool IsFirst(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "First" or "FirstOrDefault" or "Single" } && call.ArgumentList.Arguments.Count == 0;

    private static (string Absent, string Present)? NoProperty(IInvocationOperation get) =>
        get.Instance is { Syntax: ExpressionSyntax holder } && get.Arguments is [{ Value.Syntax: var name }] && !holder.DescendantNodesAndSelf().Any(static node => node is AwaitExpressionSyntax)
            ? ($"!{holder}.TryGetProperty({name}, out _)", $"{holder}.TryGetProperty({name}, out _)")
            : null;

    /// <summary>What the rest is a part of: the turn of a loop, or the function.</summary>
    private static SyntaxNode SkippedBy(StatementSyntax statement, ReceivedFunction function) =>
        statement.Ancestors().TakeWhile(node => node != function.Unit.Node.Syntax).FirstOrDefault(static node => node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax)
        ?? function.Unit.Node.Syntax;

    /// <summary>How the rest is skipped: the next turn of a loop, or the answer 200.</summary>
    public static string? LeaveOf(StatementSyntax statement, ReceivedFunction function)
    {
        for (SyntaxNode? node = statement.Parent; node is not null && node != function.Unit.Node.Syntax; node = node.Parent)
        {
            if (node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax)
            {
                return "continue;";
            }

            if (node is AnonymousFunctionExpressionSyntax)
            {
                return null;
            }
        }

        return SuccessAnswers.StatementOf(function);
    }
}
