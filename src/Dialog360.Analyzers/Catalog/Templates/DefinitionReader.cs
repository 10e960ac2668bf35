using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog.Templates;

/// <summary>Reads one template of a list.</summary>
internal static class DefinitionReader
{
    private const int ShownBody = 200;
    private const int ComparedMembers = 16;

    /// <summary>The template; null where the object has no name and so is none.</summary>
    public static TemplateDefinition? Read(JsonNode template)
    {
        if (TextOf(template, "name") is not { Length: > 0 } name)
        {
            return null;
        }

        JsonNode? components = template.Get("components");
        return new TemplateDefinition(name, LanguageOf(template))
        {
            Blocked = TemplateFacts.Current.Blocked(TextOf(template, "status") ?? string.Empty, TextOf(template, "source") ?? string.Empty),
            Parts = components is { Kind: JsonKind.Array, IsOpen: false } ? PartsOf(components) : null,
            BodyText = components is null ? string.Empty : BodyTextOf(components),
        };
    }

    /// <summary>The first member of an object that stands there twice; null where there is none. What is inside examples does not matter.</summary>
    public static JsonMember? RepeatedMember(JsonNode node)
    {
        return Repeated(node.Members) ?? RepeatedIn(node.List("components")) ?? RepeatedIn(node.List("buttons"));
    }

    private static JsonMember? RepeatedIn(ImmutableArray<JsonNode> nodes)
    {
        foreach (JsonNode node in nodes)
        {
            if (RepeatedMember(node) is { } repeated)
            {
                return repeated;
            }
        }

        return null;
    }

    private static JsonMember? Repeated(ImmutableArray<JsonMember> members)
    {
        // An object of a list has a handful of members, and there are thousands of them: a set is made only where comparing all would take long.
        HashSet<string>? names = members.Length > ComparedMembers ? new(StringComparer.Ordinal) : null;
        for (int index = 0; index < members.Length; index++)
        {
            string name = members[index].Name.Text;
            bool isKnown = names is not null ? !names.Add(name) : Stands(members, name, index);
            if (isKnown)
            {
                return members[index];
            }
        }

        return null;
    }

    private static bool Stands(ImmutableArray<JsonMember> members, string name, int before)
    {
        for (int index = 0; index < before; index++)
        {
            if (members[index].Name.Text == name)
            {
                return true;
            }
        }

        return false;
    }

    private static string LanguageOf(JsonNode template) =>
        template.Get("language") is { Kind: JsonKind.Object } language ? TextOf(language, "code") ?? string.Empty : TextOf(template, "language") ?? string.Empty;

    private static TemplateParts PartsOf(JsonNode components)
    {
        HeaderPart? header = HeaderPart.None;
        TextPart? body = null;
        ImmutableArray<ButtonFacts?> buttons = ImmutableArray<ButtonFacts?>.Empty;
        foreach (JsonNode component in components.Elements)
        {
            switch (TypeOf(component))
            {
                case "HEADER":
                    header = HeaderOf(component);
                    break;
                case "BODY":
                    body = TextOf(component, "text") is { } text ? Placeholders.In(text) : null;
                    break;
                case "BUTTONS":
                    buttons = component.List("buttons").Select(ButtonOf).ToImmutableArray();
                    break;
            }
        }

        return new TemplateParts(header, body, buttons);
    }

    private static HeaderPart? HeaderOf(JsonNode component)
    {
        // A list of the on-premises API leaves the format of a text header out.
        string? text = TextOf(component, "text");
        string format = TextOf(component, "format") ?? (text is null ? string.Empty : "TEXT");
        return !TemplateFacts.Current.TryGetHeader(format, out string? parameter) ? null
            : parameter is not null ? new HeaderPart(parameter, TextPart.Empty)
            : Placeholders.In(text ?? string.Empty) is { } placeholders ? new HeaderPart(null, placeholders) : null;
    }

    private static ButtonFacts? ButtonOf(JsonNode button) =>
        TemplateFacts.Current.Button(TypeOf(button), (TextOf(button, "url") ?? string.Empty).IndexOf("{{", StringComparison.Ordinal) >= 0);

    private static string BodyTextOf(JsonNode components)
    {
        string text = components.Elements.Where(static each => TypeOf(each) == "BODY").Select(static each => TextOf(each, "text")).FirstOrDefault() ?? string.Empty;
        return text.Length <= ShownBody ? text : text.Substring(0, ShownBody);
    }

    private static string TypeOf(JsonNode node) => (TextOf(node, "type") ?? string.Empty).ToUpperInvariant();

    private static string? TextOf(JsonNode node, string name) => node.Get(name) is { Kind: JsonKind.String, Value.Text: var text } ? text : null;
}
