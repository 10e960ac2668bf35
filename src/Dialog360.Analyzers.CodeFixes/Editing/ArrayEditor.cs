using System.Collections.Immutable;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>
/// Adds to and takes from the lists of a message: arrays, lists, collection expressions, JSON trees and JSON text. Null where the elements are not
/// written in the list itself, as where statements add them later.
/// </summary>
internal static class ArrayEditor
{
    /// <summary>See <see cref="PictureEdit.AddElements"/>.</summary>
    public static ImmutableArray<SourceChange>? Add(PictureEdit.AddElements add, EditContext context)
    {
        if (add.Array.Origin.Json is { Node: { Kind: JsonKind.Array, IsClosed: true } json, Text: var text })
        {
            return TextSurgeon.Replace(text, ImmutableArray.Create(JsonLayout.Addition(text.Text.Text, json, add.Elements)), context);
        }

        if (ListOf(add.Array) is not { } list || !AreWrittenIn(add.Array, list.Syntax))
        {
            return null;
        }

        PayloadNode model = add.Array.Elements.LastOrDefault() ?? add.Owner;
        List<string> items = [];
        bool isMixed = false;
        foreach (NewValue element in add.Elements)
        {
            if (ElementWriter.Write(element, model, list.ElementType(context), list.Syntax, context) is not { } item)
            {
                return null;
            }

            items.Add(item);
            isMixed |= model.Origin.Style == WritingStyle.AnonymousObject && !ElementWriter.HasTypeOf(element, model);
        }

        ImmutableArray<SourceChange> changes = SeparatedList.Add(list.Elements, list.Open, list.Close, items, context);
        return isMixed && list.Syntax is ImplicitArrayCreationExpressionSyntax array
            ? changes.Insert(0, new SourceChange(array.SyntaxTree, new TextSpan(array.NewKeyword.Span.End, 0), " object"))
            : changes;
    }

    /// <summary>See <see cref="PictureEdit.RemoveElement"/>.</summary>
    public static ImmutableArray<SourceChange>? Remove(PictureEdit.RemoveElement remove, EditContext context)
    {
        if (remove.Array.Origin.Json is { Node: { Kind: JsonKind.Array } json, Text: var text })
        {
            return remove.Element.Origin.Json is { Node: { IsClosed: true } element } && json.Elements.Contains(element)
                ? TextSurgeon.Replace(text, ImmutableArray.Create(JsonLayout.Removal(text.Text.Text, element)), context)
                : null;
        }

        if (ListOf(remove.Array) is not { } list)
        {
            return null;
        }

        for (int index = 0; index < list.Elements.Count; index++)
        {
            if (list.Elements[index].Span.Contains(remove.Element.Span.Span) && remove.Element.Span.Tree == list.Syntax.SyntaxTree)
            {
                return SeparatedList.Remove(list.Elements, index, context.TextOf(list.Syntax));
            }
        }

        return null;
    }

    /// <summary>Where the elements of an array are written; null where they are not written as a list.</summary>
    private static ElementList? ListOf(PayloadNode array) => array.Origin.Syntax switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } initializer } creation => ElementList.Of(creation, initializer),
        ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } creation => ElementList.Of(creation, initializer),
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } creation => ElementList.Of(creation, initializer),
        BaseObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: > 0 } arguments } creation => new ElementList(creation, arguments.Arguments, arguments.OpenParenToken, arguments.CloseParenToken),
        CollectionExpressionSyntax collection => new ElementList(collection, collection.Elements, collection.OpenBracketToken, collection.CloseBracketToken),
        _ => null,
    };

    private static bool AreWrittenIn(PayloadNode array, SyntaxNode list) =>
        array.Elements.All(element => element.Span.Tree == list.SyntaxTree && list.Span.Contains(element.Span.Span));

    /// <summary>The elements of a list as they are written.</summary>
    private sealed record ElementList(ExpressionSyntax Syntax, SeparatedSyntaxList<SyntaxNode> Elements, SyntaxToken Open, SyntaxToken Close)
    {
        public static ElementList? Of(ExpressionSyntax syntax, InitializerExpressionSyntax initializer) =>
            initializer.OpenBraceToken.IsMissing || initializer.CloseBraceToken.IsMissing ? null : new ElementList(syntax, initializer.Expressions, initializer.OpenBraceToken, initializer.CloseBraceToken);

        /// <summary>The type of the elements; null where any object will do.</summary>
        public ITypeSymbol? ElementType(EditContext context)
        {
            TypeInfo info = context.ModelOf(Syntax).GetTypeInfo(Syntax, context.CancellationToken);
            ITypeSymbol? element = (info.Type ?? info.ConvertedType) switch
            {
                IArrayTypeSymbol array => array.ElementType,
                INamedTypeSymbol { TypeArguments: [{ } only] } => only,
                _ => null,
            };
            return element is null or { SpecialType: SpecialType.System_Object } or { IsAnonymousType: true } or { TypeKind: TypeKind.Dynamic } ? null : element;
        }
    }
}
