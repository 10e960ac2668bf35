using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Sending;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.CodeFixes.Answers;

/// <summary>DLG0302: throws with the status and the body where the content is not JSON, before it is read as such.</summary>
internal sealed class ContentTypeFix : SendingFix
{
    private const string FixId = "test-content-type";
    private const string Typed = "throw-typed-error";

    /// <inheritdoc/>
    public override string RuleId => "DLG0302";

    /// <inheritdoc/>
    public override IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is not IInvocationOperation { Syntax: InvocationExpressionSyntax read } || StatementPlace.Around(read) is not { Statement: not (WhileStatementSyntax or ForStatementSyntax or DoStatementSyntax) } place)
        {
            yield break;
        }

        EditContext editing = new(ProgramModel.Of(model.Compilation), cancellationToken);
        if (AnswerIn(read, model, cancellationToken) is not { } answer || answer.Start >= place.Statement.SpanStart || model.GetEnclosingSymbol(read.SpanStart, cancellationToken) is not IMethodSymbol { IsAsync: true })
        {
            if (JsonTextTest.Before(read, place, editing, model) is { } changes)
            {
                yield return new SendingProposal(JsonTextTest.FixId, FixTexts.Title(JsonTextTest.FixId), changes.ToImmutableArray());
            }
        }
        else if (editing.NameOf("System.Net.Http.HttpRequestException", place.Statement) is { } exception)
        {
            yield return new SendingProposal(FixId, FixTexts.Title(FixId), place.Before(Snippet(answer.Name, exception, TypedErrors.ReadOf(answer.Name, place.Statement, model), BodyExpression.Of(answer.Name, place.Statement, place.Statement.Parent!, model))).ToImmutableArray());
        }
    }

    private static string Snippet(string answer, string exception, string? typed, string body) => typed is null
        ? FixTexts.Snippet(FixId, ("answer", answer), ("exception", exception), ("body", body))
        : FixTexts.Snippet(Typed, ("success", answer + ".IsSuccessStatusCode"), ("error", typed), ("exception", exception));

    /// <summary>The local or parameter that holds the answer whose content is read.</summary>
    private static (string Name, int Start)? AnswerIn(SyntaxNode read, SemanticModel model, CancellationToken cancellationToken)
    {
        Queue<SyntaxNode> pending = new();
        HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default);
        pending.Enqueue(read);
        while (pending.Count > 0)
        {
            foreach (IdentifierNameSyntax name in pending.Dequeue().DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
            {
                if (model.GetSymbolInfo(name, cancellationToken).Symbol is not (ILocalSymbol or IParameterSymbol) and not null || model.GetSymbolInfo(name, cancellationToken).Symbol is not { } symbol || !seen.Add(symbol))
                {
                    continue;
                }

                ITypeSymbol? type = (symbol as ILocalSymbol)?.Type ?? (symbol as IParameterSymbol)?.Type;
                if (type is { Name: "HttpResponseMessage" })
                {
                    return (symbol.Name, symbol.Locations[0].SourceSpan.Start);
                }

                if (symbol is ILocalSymbol && symbol.DeclaringSyntaxReferences is [{ } reference] && reference.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer: { } initializer })
                {
                    pending.Enqueue(initializer);
                }
            }
        }

        return null;
    }
}
