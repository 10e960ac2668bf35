using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Edits members that a statement sets after the creation: <c>m.To = to;</c>, <c>d["to"] = to;</c>, <c>o.Add("to", to);</c>.</summary>
internal sealed class LaterStatementEditor : OriginEditor
{
    /// <summary>The only instance.</summary>
    public static readonly LaterStatementEditor Instance = new();

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Rename(PayloadNode owner, PayloadMember member, string name, EditContext context)
    {
        SyntaxNode? syntax = StatementOf(member)?.Expression;
        if (syntax is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax left } assignment)
        {
            return TypedObjectEditor.Replacement(left, assignment.Right, name, context) is { } replacement
                ? ImmutableArray.Create(new SourceChange(left.SyntaxTree, left.Name.Span, EditContext.Identifier(replacement.Name)))
                : null;
        }

        return Keys.Rename(Keys.Of(syntax), name, context);
    }

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Replace(PayloadNode owner, PayloadMember member, NewMember replacement, EditContext context)
    {
        ExpressionSyntax? set = StatementOf(member)?.Expression;
        if (set is not AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax left } assignment)
        {
            return KeyedValues.Replace(owner, set, replacement, context);
        }

        ITypeSymbol? type = context.ModelOf(left).GetTypeInfo(left.Expression, context.CancellationToken).Type;
        return MemberFinder.Find(type, replacement.Name) is { } target and not IPropertySymbol { SetMethod.IsInitOnly: true }
            && TypedValues.Write(replacement.Value, MemberFinder.TypeOf(target), assignment, context) is { } value
                ? ImmutableArray.Create(new SourceChange(left.SyntaxTree, TextSpan.FromBounds(left.Name.SpanStart, assignment.Span.End), $"{EditContext.Identifier(target.Name)} = {value}"))
                : null;
    }

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Remove(PayloadMember member, EditContext context)
    {
        if (StatementOf(member) is not { Parent: BlockSyntax or GlobalStatementSyntax } statement)
        {
            return null;
        }

        SourceText text = context.TextOf(statement);
        TextLine first = text.Lines.GetLineFromPosition(statement.SpanStart);
        TextLine last = text.Lines.GetLineFromPosition(statement.Span.End);
        bool alone = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(first.Start, statement.SpanStart)))
            && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(statement.Span.End, last.End)));
        TextSpan span = alone ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak) : statement.Span;
        return ImmutableArray.Create(new SourceChange(statement.SyntaxTree, span, string.Empty));
    }

    private static ExpressionStatementSyntax? StatementOf(PayloadMember member) =>
        member.Origin.Syntax.FirstAncestorOrSelf<ExpressionStatementSyntax>();
}
