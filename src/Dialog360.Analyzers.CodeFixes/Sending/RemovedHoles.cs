using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>What is left to tidy where a change takes holes out of an interpolated string.</summary>
internal static class RemovedHoles
{
    /// <summary>The changes beside it: a string without holes is not interpolated. The default where the compiler would warn about a value that nothing reads any more.</summary>
    public static ImmutableArray<SourceChange> After(SourceChange change, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode node = change.Tree.GetRoot(cancellationToken).FindNode(change.Span, getInnermostNodeForTie: true);
        if (node.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() is not { } text)
        {
            return ImmutableArray<SourceChange>.Empty;
        }

        ImmutableArray<InterpolationSyntax> removed = text.Contents.OfType<InterpolationSyntax>().Where(hole => change.Span.Contains(hole.Span)).ToImmutableArray();
        if (removed.Any(hole => LeavesUnread(hole, model, cancellationToken)))
        {
            return default;
        }

        bool hasBraces = text.Contents.OfType<InterpolatedStringTextSyntax>().Any(static part => part.TextToken.Text.IndexOfAny(['{', '}']) >= 0);
        string start = text.StringStartToken.Text;
        return removed.Length == 0 || hasBraces || removed.Length < text.Contents.OfType<InterpolationSyntax>().Count()
            ? ImmutableArray<SourceChange>.Empty
            : ImmutableArray.Create(new SourceChange(change.Tree, text.StringStartToken.Span, start.Replace("$", string.Empty)));
    }

    private static bool LeavesUnread(InterpolationSyntax hole, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (IdentifierNameSyntax name in hole.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (model.SyntaxTree == hole.SyntaxTree && model.GetSymbolInfo(name, cancellationToken).Symbol is { } symbol && IsMissed(symbol)
                && symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken).FirstAncestorOrSelf<SyntaxNode>(static node => node is TypeDeclarationSyntax or BaseMethodDeclarationSyntax or CompilationUnitSyntax) is { } owner
                && !owner.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name.Identifier.ValueText && !hole.Span.Contains(use.Span)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the compiler warns where nothing reads it: a parameter of a primary constructor (not of a record), a local.</summary>
    private static bool IsMissed(ISymbol symbol) => symbol switch
    {
        IParameterSymbol { ContainingType.IsRecord: false, DeclaringSyntaxReferences: [var parameter] } => parameter.GetSyntax() is { Parent.Parent: TypeDeclarationSyntax },
        ILocalSymbol { DeclaringSyntaxReferences.Length: 1 } => true,
        _ => false,
    };
}
