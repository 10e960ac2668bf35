using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Payload;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>DLG0115: declares a text content as JSON; serializes once.</summary>
internal sealed class JsonBodyFix : SendingFix
{
    private const string Declare = "declare-json";
    private const string SendObject = "send-object";
    private const string SendText = "send-text";
    private const string Json = "\"application/json\"";

    /// <inheritdoc/>
    public override string RuleId => "DLG0115";

    /// <inheritdoc/>
    public override IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (finding.Detail)
        {
            case IObjectCreationOperation { Type.Name: "StringContent", Syntax: ObjectCreationExpressionSyntax { ArgumentList: { } arguments } } content when Declared(content, arguments) is { } declared:
                yield return new SendingProposal(Declare, FixTexts.Title(Declare), ImmutableArray.Create(declared));
                break;
            case TwiceSerialized { Argument: null, Text.Syntax: var text } when text.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax serializer }:
                yield return new SendingProposal(SendText, FixTexts.Title(SendText), ImmutableArray.Create(Replace(serializer, text.ToString())));
                break;
            case TwiceSerialized { Argument: { } argument } twice:
                if (SerializedObject(argument) is { } inner)
                {
                    yield return new SendingProposal(SendObject, FixTexts.Title(SendObject), ImmutableArray.Create(Replace(argument.Syntax, inner.ToString())));
                }
                else if (AsText(argument, twice.Text) is { IsDefault: false } changes)
                {
                    yield return new SendingProposal(SendText, FixTexts.Title(SendText), changes);
                }

                break;
        }
    }

    /// <summary>The arguments of a text content with the media type of JSON; null where they are named or given in another way.</summary>
    private static SourceChange? Declared(IObjectCreationOperation content, ArgumentListSyntax arguments)
    {
        if (arguments.Arguments.Any(static argument => argument.NameColon is not null))
        {
            return null;
        }

        return arguments.Arguments switch
        {
            [var text] => new SourceChange(text.SyntaxTree, new(text.Span.End, 0), $", {Encoding(content)}, {Json}"),
            [_, { } encoding] when content.Constructor is { Parameters: [_, { Type.Name: "Encoding" }, ..] } => new SourceChange(encoding.SyntaxTree, new(encoding.Span.End, 0), $", {Json}"),
            [_, _, { Expression: LiteralExpressionSyntax literal }] => Replace(literal, Json),
            _ => null,
        };
    }

    /// <summary>UTF-8, as short as the file can write it.</summary>
    private static string Encoding(IOperation at) =>
        at.SemanticModel is { } model && model.LookupNamespacesAndTypes(at.Syntax.SpanStart, name: "Encoding") is [{ ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } }] ? "Encoding.UTF8" : "System.Text.Encoding.UTF8";

    /// <summary>The object inside <c>JsonSerializer.Serialize(object)</c>, where that is all and serialized as the call would.</summary>
    private static ExpressionSyntax? SerializedObject(IOperation argument) =>
        ValueResolver.Strip(argument) is IInvocationOperation { TargetMethod: { Name: "Serialize", ContainingType.Name: "JsonSerializer" }, Syntax: InvocationExpressionSyntax { ArgumentList.Arguments: [{ NameColon: null } only] } } ? only.Expression : null;

    /// <summary><c>PostAsJsonAsync(url, text)</c> as <c>PostAsync(url, new StringContent(text, …))</c>; a content made from text as one that holds it.</summary>
    private static ImmutableArray<SourceChange> AsText(IOperation argument, IOperation text)
    {
        string content = FixTexts.Snippet(SendText, ("text", text.Syntax.ToString()));
        switch (argument.Syntax.Parent)
        {
            case ArgumentSyntax { NameColon: null, Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: { Identifier.ValueText: "PostAsJsonAsync" or "PutAsJsonAsync" or "PatchAsJsonAsync" } name }, ArgumentList.Arguments: { Count: 2 or 3 } arguments } }
                when arguments.Count == 2 || IsCancellation(argument, arguments[2]):
                return ImmutableArray.Create(Replace(name, name.Identifier.ValueText.Replace("AsJson", string.Empty)), Replace(argument.Syntax, content));
            case ArgumentSyntax { NameColon: null, Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Create" }, ArgumentList.Arguments.Count: 1 } create }:
                return ImmutableArray.Create(Replace(create, content));
            default:
                return default;
        }
    }

    private static bool IsCancellation(IOperation sibling, ArgumentSyntax argument) =>
        sibling.SemanticModel?.GetTypeInfo(argument.Expression).Type?.Name == nameof(CancellationToken);
}
