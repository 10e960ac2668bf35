using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Sending.Access;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>
/// Keys that are written in the source of a setting which becomes the header of the key. There they would be found by DLG0701, so they are read from
/// configuration in the same step.
/// </summary>
internal static class WrittenKeys
{
    /// <summary>The changes beside those of the header; empty where no key is written, null where one is and has to stay.</summary>
    /// <param name="changes">The changes of the header.</param>
    /// <param name="setting">The setting of the header.</param>
    /// <param name="model">The file of the finding.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static ImmutableArray<SourceChange>? After(ImmutableArray<SourceChange> changes, IOperation setting, SemanticModel model, CancellationToken cancellationToken)
    {
        EditContext editing = new(ProgramModel.Of(model.Compilation), cancellationToken);
        ImmutableArray<SourceChange> read = ImmutableArray<SourceChange>.Empty;
        foreach (ExpressionSyntax value in setting.Syntax.DescendantNodes().OfType<ExpressionSyntax>().Where(static value => value is LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax))
        {
            if (LiteralOf(value, editing) is not { } literal || !ApiKeys.IsReal(literal.Token.ValueText) || read.Any(change => change.Tree == literal.SyntaxTree && change.Span == literal.Span))
            {
                continue;
            }

            if (KeyInSourceFix.Moved(literal, editing.ModelOf(literal), editing) is not { } moved || moved.Changes.Any(change => changes.Any(change.Collides)))
            {
                return null;
            }

            read = read.AddRange(moved.Changes);
        }

        return read;
    }

    /// <summary>The literal that an expression is, or that begins the field or local that it names.</summary>
    private static LiteralExpressionSyntax? LiteralOf(ExpressionSyntax value, EditContext editing) => value switch
    {
        LiteralExpressionSyntax { Token.Value: string } literal => literal,
        LiteralExpressionSyntax => null,
        _ => editing.ModelOf(value).GetSymbolInfo(value, editing.CancellationToken).Symbol is (IFieldSymbol or ILocalSymbol or IPropertySymbol) and { DeclaringSyntaxReferences: [{ } declaration] }
            ? declaration.GetSyntax(editing.CancellationToken) switch
            {
                VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax { Token.Value: string } literal } => literal,
                PropertyDeclarationSyntax { Initializer.Value: LiteralExpressionSyntax { Token.Value: string } literal } => literal,
                _ => null,
            }
            : null,
    };
}
