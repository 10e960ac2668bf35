using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Edits <c>new Message { To = to, Type = "text" }</c>; only with members that the class has.</summary>
internal sealed class TypedObjectEditor : OriginEditor
{
    /// <summary>The only instance.</summary>
    public static readonly TypedObjectEditor Instance = new();

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Rename(PayloadNode owner, PayloadMember member, string name, EditContext context) =>
        AssignmentOf(member) is { Left: IdentifierNameSyntax left } assignment
            && Replacement(left, assignment.Right, name, context) is { } replacement
                ? ImmutableArray.Create(new SourceChange(left.SyntaxTree, left.Span, EditContext.Identifier(replacement.Name)))
                : null;

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Add(PayloadNode owner, ImmutableArray<NewMember> members, EditContext context)
    {
        SyntaxNode syntax = owner.Origin.Syntax;
        ITypeSymbol? type = TypeOf(owner, context);
        List<string> items = new();
        foreach (NewMember member in members)
        {
            ISymbol? target = MemberFinder.Find(type, member.Name);
            if (target is null || TypedValues.Write(member.Value, MemberFinder.TypeOf(target), syntax, context) is not { } value)
            {
                return null;
            }

            items.Add($"{EditContext.Identifier(target.Name)} = {value}");
        }

        return Initializers.Add(syntax, items, context, new MemberOrder(members, owner));
    }

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Replace(PayloadNode owner, PayloadMember member, NewMember replacement, EditContext context) =>
        AssignmentOf(member) is { Left: IdentifierNameSyntax } assignment
            && MemberFinder.Find(TypeOf(owner, context), replacement.Name) is { } target
            && TypedValues.Write(replacement.Value, MemberFinder.TypeOf(target), assignment, context) is { } value
                ? ImmutableArray.Create(new SourceChange(assignment.SyntaxTree, assignment.Span, $"{EditContext.Identifier(target.Name)} = {value}"))
                : null;

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Remove(PayloadMember member, EditContext context) =>
        Initializers.Remove(member.Origin.Syntax, context);

    /// <summary>The type of the object as it is created.</summary>
    public static ITypeSymbol? TypeOf(PayloadNode owner, EditContext context) =>
        owner.Origin.Syntax is ExpressionSyntax expression ? context.ModelOf(expression).GetTypeInfo(expression, context.CancellationToken).Type : null;

    /// <summary>The member of the same class that is serialized as <paramref name="name"/> and takes the same value; null where there is none.</summary>
    public static ISymbol? Replacement(ExpressionSyntax left, ExpressionSyntax value, string name, EditContext context)
    {
        SemanticModel model = context.ModelOf(left);
        ISymbol? old = model.GetSymbolInfo(left, context.CancellationToken).Symbol;
        ISymbol? replacement = MemberFinder.Find(old?.ContainingType, name);
        if (replacement is null || MemberFinder.TypeOf(replacement) is not { } newType)
        {
            return null;
        }

        // A target-typed "new()" or "{ ... }" takes on any type and then lacks the members that are set in it.
        bool fits = value is ImplicitObjectCreationExpressionSyntax or InitializerExpressionSyntax
            ? SymbolEqualityComparer.Default.Equals(MemberFinder.TypeOf(old), newType)
            : model.ClassifyConversion(value, newType).IsImplicit;
        return fits ? replacement : null;
    }

    private static AssignmentExpressionSyntax? AssignmentOf(PayloadMember member) =>
        member.Origin.Syntax as AssignmentExpressionSyntax ?? member.Origin.Syntax.Parent as AssignmentExpressionSyntax;
}

/// <summary>Edits the braces behind an object creation or a <c>with</c>.</summary>
internal static class Initializers
{
    /// <summary>Adds elements; begins a list where the creation has none.</summary>
    public static ImmutableArray<SourceChange>? Add(SyntaxNode syntax, IReadOnlyList<string> items, EditContext context, MemberOrder? order = null)
    {
        InitializerExpressionSyntax? initializer = syntax switch
        {
            BaseObjectCreationExpressionSyntax creation => creation.Initializer,
            WithExpressionSyntax with => with.Initializer,
            InitializerExpressionSyntax own => own,
            _ => null,
        };
        if (initializer is not null)
        {
            return initializer.OpenBraceToken.IsMissing || initializer.CloseBraceToken.IsMissing
                ? null
                : SeparatedList.Add(initializer.Expressions, initializer.OpenBraceToken, initializer.CloseBraceToken, items, context, order);
        }

        return syntax is BaseObjectCreationExpressionSyntax { ArgumentList.CloseParenToken.IsMissing: false }
            ? ImmutableArray.Create(new SourceChange(syntax.SyntaxTree, new TextSpan(syntax.Span.End, 0), $" {{ {string.Join(", ", items)} }}"))
            : null;
    }

    /// <summary>Takes an element out, or the one that <paramref name="syntax"/> stands in.</summary>
    public static ImmutableArray<SourceChange>? Remove(SyntaxNode syntax, EditContext context)
    {
        ExpressionSyntax? element = syntax as ExpressionSyntax;
        for (int level = 0; element is not null && level < 3; level++, element = element.Parent as ExpressionSyntax)
        {
            if (element.Parent is InitializerExpressionSyntax initializer && !initializer.IsKind(SyntaxKind.ComplexElementInitializerExpression))
            {
                return SeparatedList.Remove(initializer.Expressions, initializer.Expressions.IndexOf(element), context.TextOf(syntax));
            }
        }

        return null;
    }
}
