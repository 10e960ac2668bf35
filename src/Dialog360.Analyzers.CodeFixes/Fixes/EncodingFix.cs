using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>DLG0114: writes UTF-8 for the encoding that lacks most characters, and takes the lengths along that were right for that one.</summary>
internal sealed class EncodingFix : PayloadFix
{
    private const string FixId = "use-utf8";

    /// <summary>A writer begins with the mark of its encoding, which no JSON has, unless it is told not to.</summary>
    private const string WithoutMark = "utf8-without-mark";

    /// <inheritdoc/>
    public override string RuleId => "DLG0114";

    /// <inheritdoc/>
    public override IEnumerable<Proposal> Propose(Finding finding, EditContext context)
    {
        if (finding.Detail is not ExpressionSyntax encoding
            || Snippets.Shorten(FixTexts.Snippet(IsOfWriter(encoding) ? WithoutMark : FixId), encoding, context) is not { } written)
        {
            yield break;
        }

        ImmutableArray<PictureEdit>? edits = AtDeclaration(encoding, written, context)
            ?? (EncodedLengths.TakenAlong(encoding, written, context) is { } lengths ? lengths.Add(new PictureEdit.ReplaceExpression(encoding, written)) : null);
        if (edits is { } all)
        {
            yield return Proposal.Of(FixId, all.ToArray());
        }
    }

    private static bool IsOfWriter(ExpressionSyntax encoding) =>
        encoding.Parent is ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax { Type: var type } } && type.ToString().EndsWith("StreamWriter", StringComparison.Ordinal);

    /// <summary>
    /// The change of the local that the encoding is read from, so that no unused one is left behind; null where there is none, or where it
    /// encodes something else too.
    /// </summary>
    private static ImmutableArray<PictureEdit>? AtDeclaration(ExpressionSyntax encoding, string written, EditContext context)
    {
        if (context.OperationOf(encoding) is not { } operation
            || ValueResolver.Strip(operation) is not ILocalReferenceOperation { Local: var local } reference
            || LocalFacts.Of(reference).InitializerOf(local)?.Syntax is not ExpressionSyntax { Parent.Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } } value
            || !LocalFacts.Of(reference).References(local).All(each => each.Syntax == encoding || EncodedLengths.IsOf(each.Syntax, encoding)))
        {
            return null;
        }

        ImmutableArray<PictureEdit> edits = ImmutableArray.Create<PictureEdit>(new PictureEdit.ReplaceExpression(value, written));
        if (!declaration.Type.IsVar && local.Type.Name != "Encoding")
        {
            if (context.NameOf("System.Text.Encoding", declaration) is not { } type)
            {
                return null;
            }

            edits = edits.Add(new PictureEdit.ReplaceExpression(declaration.Type, type));
        }

        // The lengths that are asked of the local need no change; those of the text do.
        return EncodedLengths.TakenAlong(encoding, encoding.ToString(), context) is { } lengths
            ? edits.AddRange(lengths.Where(static edit => edit is PictureEdit.ReplaceExpression { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" } }))
            : null;
    }
}
