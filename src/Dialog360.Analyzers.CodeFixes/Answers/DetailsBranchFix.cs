using System.Collections.Immutable;
using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Sending;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.CodeFixes.Answers;

/// <summary>DLG0306: tells the causes of a refused registration apart by its details; what the branch did is left for all others.</summary>
internal sealed class DetailsBranchFix : SendingFix
{
    private const string FixId = "branch-on-details";

    /// <inheritdoc/>
    public override string RuleId => "DLG0306";

    /// <inheritdoc/>
    public override IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        EditContext editing = new(ProgramModel.Of(model.Compilation), cancellationToken);
        if (finding.Detail is not ErrorCodeTest test || FirstOf(test) is not { } first || DetailsOf(test, first, model) is not { } details
            || editing.NameOf("System.InvalidOperationException", first) is not { } exception || editing.NameOf("System.Text.RegularExpressions.Regex", first) is not { } regex)
        {
            yield break;
        }

        List<string> branches = new();
        foreach (ErrorEntry error in ErrorCatalog.Current.WithCode(test.Code).Where(static error => error.Api == "registration" && error.DetailsPattern is not null))
        {
            string pattern = "@\"" + error.DetailsPattern!.Replace("\"", "\"\"") + "\"";
            string note = SymbolDisplay.FormatLiteral($"{error.Title}: {error.Remedy} ", quote: true);
            branches.Add(FixTexts.Snippet(FixId, ("regex", regex), ("details", details), ("pattern", pattern), ("exception", exception), ("note", note)));
        }

        // An empty line after the branches: what follows is for all other causes.
        string snippet = string.Join("\n\n", branches);
        yield return new SendingProposal(FixId, FixTexts.Title(FixId), new StatementPlace(first).Before(snippet).ToImmutableArray());
    }

    /// <summary>The first statement that runs for the code.</summary>
    private static StatementSyntax? FirstOf(ErrorCodeTest test)
    {
        for (IOperation? current = test.Place; current?.Parent is { } parent; current = parent)
        {
            switch (parent)
            {
                case ISwitchCaseOperation { Body: [{ Syntax: StatementSyntax statement }, ..] }:
                    return statement is BlockSyntax { Statements: [var inner, ..] } ? inner : statement;
                case IConditionalOperation { WhenTrue.Syntax: StatementSyntax statement } choice when choice.Condition == current:
                    return statement is BlockSyntax block ? block.Statements.FirstOrDefault() : statement;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } or IConversionOperation or IParenthesizedOperation or ICaseClauseOperation:
                    break;
                case IPatternOperation or IPropertySubpatternOperation or IIsPatternOperation:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The details beside the code: <c>error.Details</c> for <c>error.Code</c>.</summary>
    private static string? DetailsOf(ErrorCodeTest test, StatementSyntax place, SemanticModel model)
    {
        IOperation tested = ValueResolver.Strip(test.Tested);
        if (tested is not IMemberReferenceOperation { Instance: { Type: { } type, Syntax: var instance } } || instance is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax))
        {
            return null;
        }

        ISymbol? details = model.LookupSymbols(place.SpanStart, type).FirstOrDefault(static member =>
            member is IPropertySymbol { IsIndexer: false, Type.SpecialType: SpecialType.System_String } or IFieldSymbol { Type.SpecialType: SpecialType.System_String }
            && member.Name.Equals("details", StringComparison.OrdinalIgnoreCase));
        return details is null ? null : instance + "." + details.Name;
    }
}
