using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Sending.Access;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>DLG0701: reads the key from the configuration in scope, else from the environment.</summary>
internal sealed class KeyInSourceFix : SendingFix
{
    /// <inheritdoc/>
    public override string RuleId => "DLG0701";

    /// <inheritdoc/>
    public override IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode root = finding.Span.Tree.GetRoot(cancellationToken);
        if (root.FindNode(finding.Span.Span, getInnermostNodeForTie: true) is not LiteralExpressionSyntax literal || !ApiKeys.IsReal(literal.Token.ValueText)
            || literal.FirstAncestorOrSelf<AttributeSyntax>() is not null || literal.Parent is EqualsValueClauseSyntax { Parent: ParameterSyntax })
        {
            // A constant is needed there.
            yield break;
        }

        (string id, string text) = ConfigurationIn(literal, model) is { } configuration
            ? ("read-configuration", FixTexts.Snippet("read-configuration", ("configuration", configuration)))
            : ("read-environment", FixTexts.Snippet("read-environment"));
        ImmutableArray<SourceChange>.Builder changes = ImmutableArray.CreateBuilder<SourceChange>();
        if (ConstantOf(literal) is { } keyword)
        {
            if (ConstantUses.Any(keyword, model, cancellationToken))
            {
                yield break;
            }

            bool isLocal = keyword.Parent is LocalDeclarationStatementSyntax;
            changes.Add(new SourceChange(literal.SyntaxTree, isLocal ? keyword.FullSpan : keyword.Span, isLocal ? LeadingOf(keyword) : "static readonly"));
        }

        changes.Add(Replace(literal, NullableTargets.RefusesNull(literal, model, cancellationToken) ? text + "!" : text));
        yield return new SendingProposal(id, FixTexts.Title(id), changes.ToImmutable());
    }

    private static string LeadingOf(SyntaxToken keyword) => keyword.LeadingTrivia.ToFullString();

    /// <summary>The keyword <c>const</c> of the declaration that the literal begins, if there is one: what is read is no constant.</summary>
    private static SyntaxToken? ConstantOf(LiteralExpressionSyntax literal)
    {
        SyntaxTokenList modifiers = literal.Parent is EqualsValueClauseSyntax { Parent.Parent.Parent: { } declaration }
            ? declaration switch
            {
                FieldDeclarationSyntax field => field.Modifiers,
                LocalDeclarationStatementSyntax local => local.Modifiers,
                _ => default,
            }
            : default;
        foreach (SyntaxToken modifier in modifiers)
        {
            if (modifier.IsKind(SyntaxKind.ConstKeyword))
            {
                return modifier;
            }
        }

        return null;
    }

    /// <summary>The name of a configuration that can be read where the literal stands; null in an initializer, which sees no instance.</summary>
    private static string? ConfigurationIn(LiteralExpressionSyntax literal, SemanticModel model)
    {
        if (literal.FirstAncestorOrSelf<StatementSyntax>() is null)
        {
            return null;
        }

        bool isStatic = model.GetEnclosingSymbol(literal.SpanStart) is { IsStatic: true };
        foreach (ISymbol symbol in UsableNames.At(literal.SpanStart, model).OrderBy(static symbol => symbol.Name, StringComparer.Ordinal))
        {
            ITypeSymbol? type = symbol switch
            {
                ILocalSymbol local when local.Locations[0].SourceSpan.End < literal.SpanStart => local.Type,
                IParameterSymbol parameter => parameter.Type,
                IFieldSymbol field when field.IsStatic || !isStatic => field.Type,
                IPropertySymbol property when property.IsStatic || !isStatic => property.Type,
                _ => null,
            };
            if (type is not null && Names.IsOrDerives(type, "IConfiguration"))
            {
                return symbol.Name;
            }
        }

        return null;
    }
}
