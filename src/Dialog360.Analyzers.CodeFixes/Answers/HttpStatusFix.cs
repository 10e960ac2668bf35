using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Sending;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Answers;

/// <summary>DLG0304: compares the status of the one answer in scope.</summary>
internal sealed class HttpStatusFix : SendingFix
{
    private const string FixId = "compare-http-status";

    /// <inheritdoc/>
    public override string RuleId => "DLG0304";

    /// <inheritdoc/>
    public override IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is not IOperation { Syntax: ExpressionSyntax place } || ValueOf(place, model, cancellationToken) is not { } value || AnswerAt(place, model) is not { } answer)
        {
            yield break;
        }

        yield return new SendingProposal(FixId, FixTexts.Title(FixId), ImmutableArray.Create(Replace(value, $"(int){answer}.StatusCode")));
    }

    private static ExpressionSyntax? ValueOf(ExpressionSyntax place, SemanticModel model, CancellationToken cancellationToken) => place switch
    {
        BinaryExpressionSyntax comparison => model.GetConstantValue(comparison.Left, cancellationToken).HasValue ? comparison.Right : comparison.Left,
        IsPatternExpressionSyntax match => match.Expression,
        _ => place,
    };

    private static string? AnswerAt(ExpressionSyntax place, SemanticModel model)
    {
        string? found = null;
        foreach (ISymbol symbol in UsableNames.At(place.SpanStart, model))
        {
            bool isAnswer = symbol switch
            {
                ILocalSymbol local => local.Type.Name == "HttpResponseMessage" && local.Locations[0].SourceSpan.Start < place.SpanStart,
                IParameterSymbol parameter => parameter.Type.Name == "HttpResponseMessage",
                _ => false,
            };
            if (isAnswer)
            {
                if (found is not null)
                {
                    return null;
                }

                found = symbol.Name;
            }
        }

        return found;
    }
}
