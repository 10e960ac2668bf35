using System.Collections.Immutable;
using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Sending;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Answers;

/// <summary>DLG0303: reads the other spelling where the one is not there.</summary>
internal sealed class SpellingFix : SendingFix
{
    private const string FixId = "add-other-spelling";

    /// <inheritdoc/>
    public override string RuleId => "DLG0303";

    /// <inheritdoc/>
    public override IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is EnvelopeRead { Property: PropertyDeclarationSyntax property } declared)
        {
            if (SpellingProperty.Beside(property, declared) is { } added)
            {
                yield return new SendingProposal(FixId, FixTexts.Title(FixId, declared.Other), ImmutableArray.Create(added));
            }

            yield break;
        }

        if (finding.Detail is not EnvelopeRead { Place.Parent: LiteralExpressionSyntax literal } read || literal.Token.ValueText != read.Name)
        {
            yield break;
        }

        SourceChange? change = literal.Parent?.Parent?.Parent switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var source, Name.Identifier.ValueText: "GetProperty" } } call when IsPlain(source) && StatementPlace.Around(call) is { } place =>
                Replace(call, Choice(source, read, UnusedNames.Like("value", place.Statement, model))),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var source, Name.Identifier.ValueText: "TryGetProperty" }, ArgumentList.Arguments: [_, { Expression: DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax variable } }] } call when IsPlain(source) =>
                Replace(call, $"({call} || {source}.TryGetProperty(\"{read.Other}\", out {variable.Identifier.Text}))"),
            ElementAccessExpressionSyntax { Expression: var source } access when IsPlain(source) && model.GetTypeInfo(source, cancellationToken).Type is { Name: "JsonNode" or "JsonObject" or "JToken" or "JObject" } =>
                Replace(access, $"({access} ?? {source}[\"{read.Other}\"])"),
            _ => null,
        };
        if (change is { } found)
        {
            yield return new SendingProposal(FixId, FixTexts.Title(FixId, read.Other), ImmutableArray.Create(found));
        }
    }

    private static string Choice(ExpressionSyntax source, EnvelopeRead read, string name) =>
        $"({source}.TryGetProperty(\"{read.Name}\", out var {name}) ? {name} : {source}.GetProperty(\"{read.Other}\"))";

    /// <summary>Whether an expression may be written twice: names, members, and parts of a document.</summary>
    private static bool IsPlain(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsPlain(access.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetProperty" } access } => IsPlain(access.Expression),
        ElementAccessExpressionSyntax access => IsPlain(access.Expression),
        PostfixUnaryExpressionSyntax suppressed => IsPlain(suppressed.Operand),
        _ => false,
    };
}
