using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Sending.Access;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>DLG0701: reads the key from the configuration in scope, else from the environment. Where it is missing, the program says so by name.</summary>
internal sealed class KeyInSourceFix : SendingFix
{
    private const string FixId = "read-key";
    private const string SourceMark = "\u0001";
    private const string MissingMark = "\u0002";

    /// <inheritdoc/>
    public override string RuleId => "DLG0701";

    /// <inheritdoc/>
    public override IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode root = finding.Span.Tree.GetRoot(cancellationToken);
        EditContext editing = new(ProgramModel.Of(model.Compilation), cancellationToken);
        if (root.FindNode(finding.Span.Span, getInnermostNodeForTie: true) is LiteralExpressionSyntax literal && Moved(literal, model, editing) is { Changes.IsEmpty: false } moved)
        {
            yield return new SendingProposal(FixId, FixTexts.Title(FixId, moved.From), moved.Changes);
        }
    }

    /// <summary>Where a key comes from instead of its literal, and the changes for it; null where it has to stay.</summary>
    public static (string From, ImmutableArray<SourceChange> Changes)? Moved(LiteralExpressionSyntax literal, SemanticModel model, EditContext editing)
    {
        if (!ApiKeys.IsReal(literal.Token.ValueText)
            || literal.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp7 } || NeedsConstant(literal)
            || Snippets.Shorten(FixTexts.Snippet(FixId, ("source", SourceMark), ("missing", MissingMark)), literal, editing) is not { } read)
        {
            return null;
        }

        (string from, ImmutableArray<SourceChange> changes) = KeyFallback.Of(literal) is { } fallback
            ? ($"\"{fallback.Name}\" alone", fallback.Without(read.Substring(read.IndexOf("throw", StringComparison.Ordinal)).Replace(MissingMark, Missing(fallback.Name))))
            : Read(literal, read, model, editing);
        if (ConstantOf(literal) is { } keyword)
        {
            if (ConstantUses.Any(keyword, model, editing.CancellationToken))
            {
                return null;
            }

            bool isLocal = keyword.Parent is LocalDeclarationStatementSyntax;
            changes = changes.Insert(0, new SourceChange(literal.SyntaxTree, isLocal ? keyword.FullSpan : keyword.Span, isLocal ? keyword.LeadingTrivia.ToFullString() : "static readonly"));
        }

        return (from, changes);
    }

    /// <summary>Reads it where it stood; where that is set-up that runs only when a client is made, before it.</summary>
    private static (string From, ImmutableArray<SourceChange> Changes) Read(LiteralExpressionSyntax literal, string read, SemanticModel model, EditContext editing)
    {
        string? configuration = ConfigurationInScope.At(literal, model);
        string name = KeySetting.NameFor(literal, configuration is not null, model, editing);
        string source = configuration is null ? $"{editing.NameOf("System.Environment", literal)}.GetEnvironmentVariable(\"{name}\")" : $"{configuration}[\"{name}\"]";
        string from = configuration is null ? "the environment variable " + name : $"configuration \"{name}\"";
        read = read.Replace(SourceMark, source).Replace(MissingMark, Missing(name));
        if (ConstantOf(literal) is null && StartUpStatement(literal, configuration is not null, model) is { } statement)
        {
            string local = UnusedNames.Like("apiKey", statement, model);
            string declared = UsesVar(statement) ? "var" : "string";
            return (from, ImmutableArray.Create(
                new SourceChange(literal.SyntaxTree, new TextSpan(statement.SpanStart, 0), $"{declared} {local} = {read};{SourceLayout.LineBreak(statement)}{SourceLayout.IndentOf(statement)}"),
                Replace(literal, local)));
        }

        return (from, ImmutableArray.Create(Replace(literal, KeyFallback.StandsAlone(literal) ? read : $"({read})")));
    }

    /// <summary>The statement that hands over the lambda around the literal, where the configuration can be read there too and the statement has a line of its own; else null.</summary>
    private static StatementSyntax? StartUpStatement(LiteralExpressionSyntax literal, bool isConfigured, SemanticModel model) =>
        literal.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is { } lambda && lambda.FirstAncestorOrSelf<StatementSyntax>() is { Parent: BlockSyntax or GlobalStatementSyntax } statement
        && (!isConfigured || ConfigurationInScope.At(literal, model) == ConfigurationInScope.At(statement, model))
        && lambda.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>(static function => function.Modifiers.Any(SyntaxKind.StaticKeyword)) is null
        && string.IsNullOrWhiteSpace(LineBefore(statement))
            ? statement
            : null;

    private static string LineBefore(SyntaxNode node)
    {
        SourceText text = node.SyntaxTree.GetText();
        return text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(node.SpanStart).Start, node.SpanStart));
    }

    /// <summary>Whether the file declares its locals with <c>var</c>; where it declares none, it may.</summary>
    private static bool UsesVar(SyntaxNode place)
    {
        List<TypeSyntax> types = place.SyntaxTree.GetRoot().DescendantNodes().OfType<LocalDeclarationStatementSyntax>().Where(static local => !local.IsConst).Select(static local => local.Declaration.Type).ToList();
        return types.Count == 0 || types.Any(static type => type.IsVar);
    }

    private static string Missing(string name) => SymbolDisplay.FormatLiteral(name + " is not set.", quote: true);

    private static bool NeedsConstant(LiteralExpressionSyntax literal) =>
        literal.FirstAncestorOrSelf<AttributeSyntax>() is not null || literal.Parent is EqualsValueClauseSyntax { Parent: ParameterSyntax };

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
}
