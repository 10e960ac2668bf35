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

        if (statement.Expression is AssignmentExpressionSyntax { Right: var value } && Effects.Has(value, context))
        {
            // What the value does goes on being done.
            return Effects.MayStandAlone(value)
                ? ImmutableArray.Create(new SourceChange(statement.SyntaxTree, TextSpan.FromBounds(statement.SpanStart, value.SpanStart), string.Empty))
                : null;
        }

        SourceText text = context.TextOf(statement);
        return ImmutableArray.Create(new SourceChange(statement.SyntaxTree, WholeLines.Of(text, statement.Span) ?? statement.Span, string.Empty));
    }

    /// <summary>A statement before the first one that fills an object, in the form of that one; null where the object is not filled by statements alone.</summary>
    public static ImmutableArray<SourceChange>? AddFirst(PayloadNode owner, ImmutableArray<NewMember> members, EditContext context)
    {
        if (members is not [{ Value: NewValue.Text value } member] || owner.Origin.Syntax is not BaseObjectCreationExpressionSyntax { Initializer: null } || owner.Members.IsEmpty
            || owner.Members.Any(static each => each.Origin.Style is not (WritingStyle.LaterStatement or WritingStyle.ClassDefault)))
        {
            return null;
        }

        ExpressionStatementSyntax? first = owner.Members.Where(static each => each.Origin.Style == WritingStyle.LaterStatement).Select(StatementOf).OrderBy(static each => each?.SpanStart).FirstOrDefault();
        string? target = first?.Expression switch
        {
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax access } => $"{access.Expression}[{LiteralCodec.Quote(member.Name)}]",
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax access } when MemberFinder.Find(context.ModelOf(access).GetTypeInfo(access.Expression, context.CancellationToken).Type, member.Name) is { } found
                && MemberFinder.TypeOf(found)?.SpecialType == SpecialType.System_String => $"{access.Expression}.{found.Name}",
            _ => null,
        };
        return target is null || first!.Parent is not BlockSyntax
            ? null
            : ImmutableArray.Create(new SourceChange(first.SyntaxTree, new TextSpan(first.SpanStart, 0), $"{target} = {LiteralCodec.Quote(value.Value)};{SourceLayout.LineBreak(first)}{SourceLayout.IndentOf(first)}"));
    }

    private static ExpressionStatementSyntax? StatementOf(PayloadMember member) =>
        member.Origin.Syntax.FirstAncestorOrSelf<ExpressionStatementSyntax>();
}
