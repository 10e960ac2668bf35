using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>
/// Reads the factory of the WABA360Dialog package: <c>MessageObjectFactory.Create…Message…</c> of 1.0.4 and of its Cloud branch.
/// What the factory leaves out is its own business, so the message is open.
/// </summary>
internal static class SdkFactoryReader
{
    /// <summary>The class that makes messages: where a file names it, messages may be made.</summary>
    public const string Factory = "MessageObjectFactory";

    /// <summary>The picture of the message that the call makes; null for other calls.</summary>
    public static PayloadNode? Read(IInvocationOperation invocation, PayloadReader reader)
    {
        string name = invocation.TargetMethod.Name;
        if (!name.StartsWith("Create", StringComparison.Ordinal) || TypeOf(name) is not { } type || !IsSdk(invocation.TargetMethod.ContainingType))
        {
            return null;
        }

        MemberList content = new() { IsOpen = true };
        MemberList message = new() { IsOpen = true };
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.Explicit || argument.Parameter is not { } parameter)
            {
                continue;
            }

            PayloadNode value = reader.Read(argument.Value);
            (bool inContent, string member) = PlaceOf(parameter.Name, type);
            if (member == "language.code")
            {
                MemberList language = new();
                language.Set(Member("code", value, argument));
                content.Set(new PayloadMember("language", SourceSpan.Of(argument.Syntax), language.ToNode(argument.Value, WritingStyle.SdkFactory), Origin(argument)));
            }
            else if (member.Length > 0)
            {
                (inContent ? content : message).Set(Member(member, value, argument));
            }
        }

        SourceSpan methodName = NameOf(invocation);
        PayloadOrigin call = new(WritingStyle.SdkFactory, invocation.Syntax);
        PayloadNode typeNode = new(PayloadKind.Text, methodName, call) { Text = new Json.HoledText(type), StaticType = JsonType.String };
        message.Set(new PayloadMember("type", methodName, typeNode, call));
        if (type != "contacts")
        {
            message.Set(new PayloadMember(type, methodName, content.ToNode(invocation, WritingStyle.SdkFactory), call));
        }

        return message.ToNode(invocation, WritingStyle.SdkFactory);
    }

    /// <summary>Whether a type belongs to the WABA360Dialog package.</summary>
    public static bool IsSdk(ITypeSymbol? type) =>
        type?.ContainingNamespace?.ToDisplayString().StartsWith("WABA360Dialog", StringComparison.Ordinal) == true;

    private static string? TypeOf(string method)
    {
        int end = method.IndexOf("Message", StringComparison.Ordinal);
        string? word = end <= 6 ? null : method.Substring(6, end - 6).ToLowerInvariant();
        return word switch
        {
            "singleproduct" or "multiproduct" => "interactive",
            "contact" => "contacts",
            _ when Catalog.MessageNames.IsType(word) => word,
            _ => null,
        };
    }

    /// <summary>Where a parameter of the factory ends up: in the object of the type or in the message; an empty name where that is not known.</summary>
    private static (bool InContent, string Member) PlaceOf(string parameter, string type) => (type, parameter.ToLowerInvariant()) switch
    {
        (_, "whatsappid" or "to" or "recipient" or "phonenumber") => (false, "to"),
        ("text", "textmessage" or "text" or "body" or "message") => (true, "body"),
        ("text", "previewurl") => (false, "preview_url"),
        ("template", "namespace" or "templatenamespace") => (true, "namespace"),
        ("template", "name" or "templatename") => (true, "name"),
        ("template", "language" or "languagecode") => (true, "language.code"),
        ("template", "components") => (true, "components"),
        ("location", "latitude" or "longitude" or "name" or "address") => (true, parameter.ToLowerInvariant()),
        ("image" or "video" or "audio" or "document" or "sticker", var name) =>
            name.EndsWith("link", StringComparison.Ordinal) || name.EndsWith("url", StringComparison.Ordinal) ? (true, "link")
            : name.EndsWith("id", StringComparison.Ordinal) ? (true, "id")
            : name is "caption" or "filename" ? (true, name)
            : (false, string.Empty),
        _ => (false, string.Empty),
    };

    private static PayloadMember Member(string name, PayloadNode value, IArgumentOperation argument) =>
        new(name, value.Span, value, Origin(argument)) { Symbol = argument.Parameter };

    private static PayloadOrigin Origin(IArgumentOperation argument) => new(WritingStyle.SdkFactory, argument.Syntax);

    private static SourceSpan NameOf(IInvocationOperation invocation) => invocation.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => SourceSpan.Of(access.Name),
        InvocationExpressionSyntax { Expression: var expression } => SourceSpan.Of(expression),
        _ => SourceSpan.Of(invocation.Syntax),
    };
}
