using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Templates;

/// <summary>The kinds of components that every template may have.</summary>
internal enum ComponentKind
{
    /// <summary>Another one, or one that is not known.</summary>
    Other,

    /// <summary>The header.</summary>
    Header,

    /// <summary>The body.</summary>
    Body,

    /// <summary>A button.</summary>
    Button,
}

/// <summary>What a message gives for one part of a template.</summary>
/// <param name="Node">The component.</param>
/// <param name="Kind">Which part.</param>
internal sealed record ComponentUse(PayloadNode Node, ComponentKind Kind)
{
    /// <summary>Of a button, its index; null where it is not known.</summary>
    public int? Index { get; init; }

    /// <summary>Of a button, its kind in lower case; null where it is not known.</summary>
    public string? SubType => Node["sub_type"]?.KnownText?.ToLowerInvariant();

    /// <summary>The member with the values, or null.</summary>
    public PayloadMember? Parameters => Node.Member("parameters");

    /// <summary>The values, where their number is known; else default.</summary>
    public ImmutableArray<PayloadNode> Values => Parameters switch
    {
        null => Node.IsOpen ? default : ImmutableArray<PayloadNode>.Empty,
        { IsConditional: true } => default,
        { Value: { Kind: PayloadKind.Array, IsOpen: false, Elements: var elements } } => elements,
        { Value.Kind: PayloadKind.Null } => ImmutableArray<PayloadNode>.Empty,
        _ => default,
    };

    /// <summary>Where the values stand: the array, or the component where there is none.</summary>
    public PayloadNode Place => Parameters is { Value.Kind: not PayloadKind.Null } parameters ? parameters.Value : Node;
}

/// <summary>The template that a message sends, and what it gives for it.</summary>
internal sealed class TemplateUse
{
    private TemplateUse(PayloadNode template, PayloadNode name, string nameText)
    {
        Template = template;
        Name = name;
        NameText = nameText;
    }

    /// <summary>The object with the name.</summary>
    public PayloadNode Template { get; }

    /// <summary>The name of the template.</summary>
    public PayloadNode Name { get; }

    /// <summary>Its text.</summary>
    public string NameText { get; }

    /// <summary>Whether the name is a text that is sent as it is. The members of an enum stand for names that its converter knows.</summary>
    public bool IsNameExact => Name.StaticType == JsonType.String || AttributeOf(Name) is not null;

    /// <summary>The language code, where it is known; else null.</summary>
    public PayloadNode? Language { get; private init; }

    /// <summary>Its text, or null.</summary>
    public string? LanguageText => Language?.KnownText;

    /// <summary>The member with the components, or null.</summary>
    public PayloadMember? Components { get; private init; }

    /// <summary>The components that are known, in their order.</summary>
    public ImmutableArray<ComponentUse> Known { get; private init; } = ImmutableArray<ComponentUse>.Empty;

    /// <summary>Whether there may be components that are not seen.</summary>
    public bool MayHaveMore { get; private init; }

    /// <summary>The template that a message sends; null where it sends none, or its name is not known.</summary>
    public static TemplateUse? Of(MessagePicture message)
    {
        if (message.Type is not (null or "template") || message.Root["template"] is not { Kind: PayloadKind.Object } template || template["name"] is not { KnownText: { Length: > 0 } text } name)
        {
            return null;
        }

        PayloadMember? components = template.Member("components");
        bool isList = components is { Value.Kind: PayloadKind.Array };
        ImmutableArray<ComponentUse> known = isList ? components!.Value.Elements.Select(ComponentOf).ToImmutableArray() : ImmutableArray<ComponentUse>.Empty;
        return new TemplateUse(template, name, text)
        {
            Language = template["language"]?["code"] is { IsKnownText: true } code ? code : null,
            Components = components,
            Known = known,
            MayHaveMore = MayHaveMoreThan(known, components, template),
        };
    }

    /// <summary>Whether the language is a text that is sent as it is. The members of an enum stand for codes that its converter knows.</summary>
    public bool IsLanguageExact => Language is { } language && (language.StaticType == JsonType.String || AttributeOf(language) is not null);

    /// <summary>Whether it is certain which language is sent: a text, or a member of the SDK's enum, which is sent as it is spelled but for its case.</summary>
    public bool CanLanguageBeJudged =>
        IsLanguageExact || Language?.Operation is IFieldReferenceOperation { Field.ContainingType: { TypeKind: TypeKind.Enum } type } && SdkFactoryReader.IsSdk(type);

    /// <summary>Whether a template can have that name; another name is a defect of its own, or a placeholder that something fills later.</summary>
    public static bool CanExist(string name) => name.All(static each => each is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_');

    private static bool MayHaveMoreThan(ImmutableArray<ComponentUse> known, PayloadMember? components, PayloadNode template) => components switch
    {
        null => template.IsOpen,
        { IsConditional: true } => true,
        { Value: { Kind: PayloadKind.Array, IsOpen: false } } => known.Any(static each => each.Kind == ComponentKind.Other && !IsKnownKind(each.Node)),
        { Value.Kind: PayloadKind.Null } => false,
        _ => true,
    };

    /// <summary>Whether a component says what it is, be it of a kind that is not judged.</summary>
    private static bool IsKnownKind(PayloadNode node) => node["type"]?.KnownText is not null;

    private static ComponentUse ComponentOf(PayloadNode node) => node["type"]?.KnownText?.ToLowerInvariant() switch
    {
        "header" => new ComponentUse(node, ComponentKind.Header),
        "body" => new ComponentUse(node, ComponentKind.Body),
        "button" => new ComponentUse(node, ComponentKind.Button) { Index = IndexOf(node["index"]) },
        _ => new ComponentUse(node, ComponentKind.Other),
    };

    private static int? IndexOf(PayloadNode? node) =>
        int.TryParse(node?.KnownText ?? node?.NumberText, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : null;

    private static string? AttributeOf(PayloadNode node) => node.Operation is IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum } field } ? SerializedNames.AttributeName(field) : null;
}
