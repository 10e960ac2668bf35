using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Writes entries of objects whose names are strings in the form of the entry whose place they take.</summary>
internal static class KeyedValues
{
    /// <summary>How an object writes its entries.</summary>
    private enum EntryForm
    {
        /// <summary><c>["to"] = to</c>, also where a later statement adds it.</summary>
        Index,

        /// <summary><c>{ "to", to }</c></summary>
        Pair,

        /// <summary><c>new JProperty("to", to)</c></summary>
        Property,
    }

    /// <summary>The changes that write another entry in the place of <paramref name="entry"/>; null where it is none that can be edited.</summary>
    public static ImmutableArray<SourceChange>? Replace(PayloadNode owner, SyntaxNode? entry, NewMember replacement, EditContext context)
    {
        if (Keys.Of(entry) is not { } key || ValueOf(key) is not { } old || owner.Origin.Syntax is not BaseObjectCreationExpressionSyntax creation
            || context.ModelOf(creation).GetTypeInfo(creation, context.CancellationToken).Type is not INamedTypeSymbol type)
        {
            return null;
        }

        bool holdsObjects = type.TypeArguments is not [_, { } held] || held.SpecialType == SpecialType.System_Object || held.TypeKind == TypeKind.Dynamic || held.Name is "JsonNode" or "JToken";
        ObjectCreationExpressionSyntax? property = type.Name == "JObject" ? key.Parent?.Parent?.Parent as ObjectCreationExpressionSyntax : null;
        EntryForm form = key.Parent is InitializerExpressionSyntax ? EntryForm.Pair : property is not null ? EntryForm.Property : EntryForm.Index;
        string typeName = type.ToMinimalDisplayString(context.ModelOf(creation), creation.SpanStart);
        if (!holdsObjects || Write(replacement.Value, form, typeName, property?.Type.ToString()) is not { } value)
        {
            return null;
        }

        ImmutableArray<SourceChange> written = ImmutableArray.Create(new SourceChange(old.Tree, old.Span, value));
        bool keepsName = context.ModelOf(key).GetConstantValue(key, context.CancellationToken) is { HasValue: true, Value: string name } && name == replacement.Name;
        return keepsName ? written : Keys.Rename(key, replacement.Name, context)?.AddRange(written);
    }

    /// <summary>Where the value behind a key stands; several arguments of a <c>JProperty</c> are one value.</summary>
    private static (SyntaxTree Tree, TextSpan Span)? ValueOf(ExpressionSyntax key) => key.Parent switch
    {
        InitializerExpressionSyntax { Expressions: [_, { } value] } => (key.SyntaxTree, value.Span),
        ArgumentSyntax { Parent: BracketedArgumentListSyntax { Parent: { Parent: AssignmentExpressionSyntax { Right: var right } } } } => (key.SyntaxTree, right.Span),
        ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [_, { } first, ..] arguments } } => (key.SyntaxTree, TextSpan.FromBounds(first.SpanStart, arguments[arguments.Count - 1].Span.End)),
        _ => null,
    };

    private static string? Write(NewValue value, EntryForm form, string type, string? property)
    {
        if (value is not NewValue.Object { Members: var members })
        {
            return CSharpValues.Write(value, WritingStyle.Dictionary, target: null, default, type);
        }

        List<string> entries = [];
        foreach (NewMember member in members)
        {
            if (Write(member.Value, form, type, property) is not { } inner)
            {
                return null;
            }

            string key = LiteralCodec.Quote(member.Name);
            entries.Add(form switch
            {
                EntryForm.Pair => $"{{ {key}, {inner} }}",
                EntryForm.Property => $"new {property}({key}, {inner})",
                _ => $"[{key}] = {inner}",
            });
        }

        string list = string.Join(", ", entries);
        return form == EntryForm.Property ? $"new {type}({list})" : $"new {type} {{ {list} }}";
    }
}
