using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>
/// Edits objects whose names are strings: dictionaries (<c>{ "to", to }</c> and <c>["to"] = to</c>), <c>JsonObject</c>, and
/// <c>JObject</c> with indexers or <c>JProperty</c>.
/// </summary>
internal sealed class DictionaryEditor : OriginEditor
{
    /// <summary>The only instance.</summary>
    public static readonly DictionaryEditor Instance = new();

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Rename(PayloadNode owner, PayloadMember member, string name, EditContext context) =>
        Keys.Rename(Keys.Of(member.Origin.Syntax), name, context);

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Replace(PayloadNode owner, PayloadMember member, NewMember replacement, EditContext context) =>
        KeyedValues.Replace(owner, member.Origin.Syntax, replacement, context);

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Remove(PayloadMember member, EditContext context)
    {
        SyntaxNode syntax = member.Origin.Syntax;
        ArgumentSyntax? property = syntax as ArgumentSyntax ?? syntax.Parent as ArgumentSyntax;
        return property is { Expression: BaseObjectCreationExpressionSyntax, Parent: ArgumentListSyntax list }
            ? SeparatedList.Remove(list.Arguments, list.Arguments.IndexOf(property), context.TextOf(syntax))
            : Initializers.Remove(syntax is ExpressionSyntax { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression } pair } ? pair : syntax, context);
    }

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Add(PayloadNode owner, ImmutableArray<NewMember> members, EditContext context)
    {
        if (owner.Origin.Syntax is not BaseObjectCreationExpressionSyntax creation)
        {
            return null;
        }

        INamedTypeSymbol? type = context.ModelOf(creation).GetTypeInfo(creation, context.CancellationToken).Type as INamedTypeSymbol;
        ITypeSymbol? target = type is { TypeArguments: [_, { } valueType] } ? valueType : null;
        string? typeName = type?.ToMinimalDisplayString(context.ModelOf(creation), creation.SpanStart);

        // The type of a new property is named as the one beside it names it: with its namespace, where the file does not import that.
        ObjectCreationExpressionSyntax? property = creation.ArgumentList?.Arguments.FirstOrDefault()?.Expression as ObjectCreationExpressionSyntax;
        bool hasPairs = creation.Initializer?.Expressions.LastOrDefault().IsKind(SyntaxKind.ComplexElementInitializerExpression) == true;
        List<string> items = new();
        foreach (NewMember member in members)
        {
            if (CSharpValues.Write(member.Value, owner.Origin.Style, target, default, typeName) is not { } value)
            {
                return null;
            }

            string key = LiteralCodec.Quote(member.Name);
            items.Add(property is not null ? $"new {property.Type}({key}, {value})" : hasPairs ? $"{{ {key}, {value} }}" : $"[{key}] = {value}");
        }

        return property is not null
            ? SeparatedList.Add(creation.ArgumentList!.Arguments, creation.ArgumentList.OpenParenToken, creation.ArgumentList.CloseParenToken, items, context, new MemberOrder(members, owner))
            : Initializers.Add(creation, items, context, new MemberOrder(members, owner));
    }
}

/// <summary>The expression that writes the name of a member, in all the ways of writing it beside a value.</summary>
internal static class Keys
{
    /// <summary>The key of a pair, an indexer, an <c>Add</c> or a <c>JProperty</c>; null where there is none.</summary>
    public static ExpressionSyntax? Of(SyntaxNode? member)
    {
        switch (member)
        {
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [{ } key, _] }:
                return key;
            case AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ } index] } }:
                return index.Expression;
            case AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ } index] } }:
                return index.Expression;
            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ } name, ..] }:
                return name.Expression;
            case InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: BaseObjectCreationExpressionSyntax property }] }:
                return Of(property);
            case InvocationExpressionSyntax { ArgumentList.Arguments: [{ } name, _] }:
                return name.Expression;
            case ArgumentSyntax argument:
                return Of(argument.Expression);
            case ExpressionStatementSyntax statement:
                return Of(statement.Expression);
            case ExpressionSyntax { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression } pair }:
                return Of(pair);
            case ExpressionSyntax { Parent: AssignmentExpressionSyntax assignment }:
                return Of(assignment);
            default:
                return null;
        }
    }

    /// <summary>Writes another name in the literal of a key; null where the key is no literal.</summary>
    public static ImmutableArray<SourceChange>? Rename(ExpressionSyntax? key, string name, EditContext context) =>
        key switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) && LiteralContent.Replace(literal, name, context) is { } change => ImmutableArray.Create(change),
            not null when context.ModelOf(key).GetConstantValue(key, context.CancellationToken) is { HasValue: true, Value: string } => ImmutableArray.Create(new SourceChange(key.SyntaxTree, key.Span, LiteralCodec.Quote(name))),
            _ => null,
        };
}
