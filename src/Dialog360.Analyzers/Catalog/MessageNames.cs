namespace Dialog360.Analyzers.Catalog;

/// <summary>The names of the members of messages, and the types of messages (<c>facts/messages.md</c>, envelope and types).</summary>
internal static class MessageNames
{
    private static readonly string[] MessageTypes =
        ["text", "image", "audio", "video", "document", "sticker", "location", "contacts", "interactive", "template", "reaction"];

    private static readonly HashSet<string> MessageTypeSet = new(MessageTypes, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> ByFoldedName = Fold(MessageTypes.Concat(
    [
        "messaging_product", "recipient_type", "to", "type", "preview_url", "context", "message_id", "biz_opaque_callback_data", "hsm", "recipient",
        "body", "id", "link", "caption", "filename", "voice", "provider", "latitude", "longitude", "name", "address", "namespace", "language", "code", "policy",
        "components", "parameters", "parameter_name", "sub_type", "index", "payload", "coupon_code", "currency", "date_time", "fallback_value", "amount_1000",
        "header", "footer", "action", "buttons", "button", "reply", "title", "description", "sections", "rows", "catalog_id", "product_retailer_id", "product_items",
        "thumbnail_product_retailer_id", "display_text", "url", "flow_message_version", "flow_id", "flow_name", "flow_cta", "flow_token", "flow_action",
        "flow_action_payload", "mode", "screen", "data", "emoji", "formatted_name", "first_name", "last_name", "middle_name", "suffix", "prefix", "addresses", "street",
        "city", "state", "zip", "country", "country_code", "birthday", "emails", "email", "org", "company", "department", "phones", "phone", "wa_id", "urls",
        "from", "status", "timestamp", "messages", "statuses", "metadata", "channel",
    ]));

    /// <summary>The types of messages, in the order of the documentation.</summary>
    public static IReadOnlyList<string> Types => MessageTypes;

    /// <summary>Whether <paramref name="name"/> is the type of a message.</summary>
    public static bool IsType(string? name) => name is not null && MessageTypeSet.Contains(name);

    /// <summary>Whether <paramref name="name"/> is a type whose object carries media (<c>link</c> or <c>id</c>).</summary>
    public static bool IsMediaType(string? name) => name is "image" or "audio" or "video" or "document" or "sticker";

    /// <summary>The member name that equals a C# name when case and underscores are left out, or null.</summary>
    public static string? Canonical(string name) => ByFoldedName.TryGetValue(Fold(name), out string? canonical) ? canonical : null;

    private static Dictionary<string, string> Fold(IEnumerable<string> names)
    {
        Dictionary<string, string> result = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            result[Fold(name)] = name;
        }

        return result;
    }

    private static string Fold(string name) => name.Replace("_", string.Empty).ToLowerInvariant();
}
