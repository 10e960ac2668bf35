using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Repairing;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Webhooks;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Webhooks;

/// <summary>DLG0605: asks whether there is a message before one is taken, and answers 200 where there is none.</summary>
internal sealed class TestMessagesFix : WebhookFix
{
    private const string FixId = "test-messages";

    /// <inheritdoc/>
    public override string RuleId => "DLG0605";

    /// <inheritdoc/>
    public override IEnumerable<Repair> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is not AccessDetail { Access: var access } || access.In.Caller is not null
            || access.Operation.Syntax.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax } statement
            || access.Operation.Syntax.Ancestors().TakeWhile(node => node != statement).Any(static node => node is AnonymousFunctionExpressionSyntax)
            || TestOf(access) is not { } test || LeaveOf(statement, access.In) is not { } leave)
        {
            yield break;
        }

        string indent = SourceLayout.IndentOf(statement);
        string lineBreak = SourceLayout.LineBreak(statement);
        string level = SourceLayout.LevelAt(statement);
        string guard = string.Join(lineBreak + indent, "if (" + test + ")", "{", level + leave, "}") + lineBreak + lineBreak + indent;
        yield return new Repair(FixTexts.Title(FixId), FixId, ImmutableArray.Create(new SourceChange(statement.SyntaxTree, new TextSpan(statement.SpanStart, 0), guard)));
    }

    /// <summary>What is true where there is no message.</summary>
    private static string? TestOf(ElementRead access)
    {
        if (access.List is not { } list)
        {
            return access.Operation is IInvocationOperation { TargetMethod.Name: "GetProperty" } get ? NoProperty(get) : null;
        }

        IOperation bare = UpdatePlaces.Bare(list);
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
            null => text + " == null",
            "" => null,
            _ => hasPatterns ? $"{text} is not {{ {count}: > 0 }}" : $"{text} == null || {text}.{count} == 0",
        };
    }

    private static bool IsFirst(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "First" or "FirstOrDefault" or "Single" } && call.ArgumentList.Arguments.Count == 0;

    private static string? NoProperty(IInvocationOperation get) =>
        get.Instance is { Syntax: ExpressionSyntax holder } && get.Arguments is [{ Value.Syntax: var name }] && !holder.DescendantNodesAndSelf().Any(static node => node is AwaitExpressionSyntax)
            ? $"!{holder}.TryGetProperty({name}, out _)"
            : null;

    /// <summary>How the rest is skipped: the next turn of a loop, or the answer 200.</summary>
    private static string? LeaveOf(StatementSyntax statement, ReceivedFunction function)
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
