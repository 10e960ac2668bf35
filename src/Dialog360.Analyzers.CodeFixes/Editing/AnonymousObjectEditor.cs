using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Edits <c>new { to, type = "text" }</c>.</summary>
internal sealed class AnonymousObjectEditor : OriginEditor
{
    /// <summary>The only instance.</summary>
    public static readonly AnonymousObjectEditor Instance = new();

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Rename(PayloadNode owner, PayloadMember member, string name, EditContext context)
    {
        if (DeclaratorOf(member) is not { Parent: AnonymousObjectCreationExpressionSyntax creation } declarator)
        {
            return null;
        }

        string identifier = EditContext.Identifier(NameStyle.Of(NamesOf(creation)).Of(name));
        return declarator.NameEquals is { } equals
            ? ImmutableArray.Create(new SourceChange(declarator.SyntaxTree, equals.Name.Span, identifier))
            : ImmutableArray.Create(new SourceChange(declarator.SyntaxTree, new TextSpan(declarator.SpanStart, 0), identifier + " = "));
    }

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Add(PayloadNode owner, ImmutableArray<NewMember> members, EditContext context)
    {
        if (owner.Origin.Syntax is not AnonymousObjectCreationExpressionSyntax creation)
        {
            return null;
        }

        NameStyle names = NameStyle.Of(NamesOf(creation));
        List<string> items = new();
        foreach (NewMember member in members)
        {
            if (CSharpValues.Write(member.Value, WritingStyle.AnonymousObject, target: null, names, dictionary: null) is not { } value)
            {
                return null;
            }

            items.Add($"{EditContext.Identifier(names.Of(member.Name))} = {value}");
        }

        return SeparatedList.Add(creation.Initializers, creation.OpenBraceToken, creation.CloseBraceToken, items, context, new MemberOrder(members, owner));
    }

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Replace(PayloadNode owner, PayloadMember member, NewMember replacement, EditContext context)
    {
        if (DeclaratorOf(member) is not { Parent: AnonymousObjectCreationExpressionSyntax creation } declarator)
        {
            return null;
        }

        NameStyle names = NameStyle.Of(NamesOf(creation));
        return CSharpValues.Write(replacement.Value, WritingStyle.AnonymousObject, target: null, names, dictionary: null) is { } value
            ? ImmutableArray.Create(new SourceChange(declarator.SyntaxTree, declarator.Span, $"{EditContext.Identifier(names.Of(replacement.Name))} = {value}"))
            : null;
    }

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Remove(PayloadMember member, EditContext context) =>
        DeclaratorOf(member) is { Parent: AnonymousObjectCreationExpressionSyntax creation } declarator
            ? SeparatedList.Remove(creation.Initializers, creation.Initializers.IndexOf(declarator), context.TextOf(creation))
            : null;

    /// <summary>How an anonymous object writes the names of its members.</summary>
    public static NameStyle NamesIn(AnonymousObjectCreationExpressionSyntax creation) => NameStyle.Of(NamesOf(creation));

    private static AnonymousObjectMemberDeclaratorSyntax? DeclaratorOf(PayloadMember member) =>
        member.Origin.Syntax as AnonymousObjectMemberDeclaratorSyntax ?? member.Origin.Syntax.Parent as AnonymousObjectMemberDeclaratorSyntax;

    private static IEnumerable<string> NamesOf(AnonymousObjectCreationExpressionSyntax creation) =>
        creation.Initializers.Select(static declarator => declarator.NameEquals?.Name.Identifier.ValueText ?? SyntaxFacts.TryGetInferredMemberName(declarator.Expression) ?? string.Empty);
}
