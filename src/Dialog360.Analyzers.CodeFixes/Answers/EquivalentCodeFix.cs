using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Sending;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Answers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Answers;

/// <summary>DLG0307: tests for the code of the own generation as well.</summary>
internal sealed class EquivalentCodeFix : SendingFix
{
    private const string FixId = "add-equivalent";

    /// <inheritdoc/>
    public override string RuleId => "DLG0307";

    /// <inheritdoc/>
    public override IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is ForeignCode foreign && ChangeOf(foreign, model, cancellationToken) is { } change)
        {
            yield return new SendingProposal(FixId, FixTexts.Title(FixId, string.Join(", ", foreign.Equivalents.Select(Plain))), ImmutableArray.Create(change));
        }
    }

    private static SourceChange? ChangeOf(ForeignCode foreign, SemanticModel model, CancellationToken cancellationToken)
    {
        bool hasPatterns = ((CSharpParseOptions)model.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp9;
        switch (foreign.Test.Place.Syntax)
        {
            case BinaryExpressionSyntax comparison:
                bool isLeft = comparison.Left.Span.Contains(foreign.Test.Tested.Syntax.Span);
                ExpressionSyntax tested = isLeft ? comparison.Left : comparison.Right;
                ExpressionSyntax constant = isLeft ? comparison.Right : comparison.Left;
                string[] codes = Codes(foreign, constant, model, cancellationToken);
                bool isNegated = comparison.IsKind(SyntaxKind.NotEqualsExpression);
                string all = string.Join(" or ", codes.Prepend(constant.ToString()));
                return Replace(comparison, hasPatterns
                    ? (isNegated ? $"{tested} is not ({all})" : $"{tested} is {all}")
                    : "(" + string.Join(isNegated ? " && " : " || ", codes.Select(code => $"{tested} {comparison.OperatorToken} {code}").Prepend(comparison.ToString())) + ")");
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var text, Name: var method } } call:
                return Replace(call, "(" + string.Join(" || ", foreign.Equivalents.Select(code => $"{text}.{method}(\"{Plain(code)}\")").Prepend(call.ToString())) + ")");
            case ExpressionSyntax { Parent: CaseSwitchLabelSyntax label } value:
                string lineBreak = SourceLayout.LineBreak(label) + SourceLayout.IndentOf(label);
                return new SourceChange(label.SyntaxTree, new TextSpan(label.Span.End, 0), string.Concat(Codes(foreign, value, model, cancellationToken).Select(code => $"{lineBreak}case {code}:")));
            case { } place when hasPatterns && (place as PatternSyntax ?? place.Parent as PatternSyntax) is { } pattern && place.DescendantNodesAndSelf().OfType<ExpressionSyntax>().FirstOrDefault() is { } written:
                string joined = string.Join(" or ", Codes(foreign, written, model, cancellationToken).Prepend(pattern.ToString()));
                return Replace(pattern, pattern.Parent is UnaryPatternSyntax or BinaryPatternSyntax { RawKind: (int)SyntaxKind.AndPattern } ? $"({joined})" : joined);
            default:
                return null;
        }
    }

    /// <summary>The codes as they are written beside a constant: as texts beside a text.</summary>
    private static string[] Codes(ForeignCode foreign, ExpressionSyntax constant, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(constant, cancellationToken).Type?.SpecialType == SpecialType.System_String
            ? foreign.Equivalents.Select(static code => $"\"{Plain(code)}\"").ToArray()
            : foreign.Equivalents.Select(Plain).ToArray();

    private static string Plain(int code) => code.ToString(CultureInfo.InvariantCulture);
}
