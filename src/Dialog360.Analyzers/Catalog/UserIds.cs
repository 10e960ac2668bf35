using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>What business-scoped user ids look like and which members of webhooks hold them: part of <c>message-schema.json</c>.</summary>
internal sealed class UserIds
{
    private static readonly Lazy<UserIds> Embedded = new(static () => new UserIds(CatalogText.Open("message-schema.json").Get("user_ids")!));

    private readonly Regex _pattern;
    private readonly string _contacts;
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofContact = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string> _contactHas;

    private UserIds(JsonNode node)
    {
        _pattern = new Regex(node.Text("pattern"), RegexOptions.CultureInvariant);
        _contacts = node.Text("contacts");
        _members.UnionWith(node.Texts("members").Select(Fold));
        _ofContact.UnionWith(node.Texts("of_contact").Select(Fold));
        _contactHas = node.Texts("contact_has").Select(Fold).ToImmutableArray();
    }

    /// <summary>Whether a text is one.</summary>
    public static bool IsId(string text) => Embedded.Value._pattern.IsMatch(text);

    /// <summary>Whether a member of that name, in any spelling, holds one wherever it stands.</summary>
    public static bool IsMember(string name) => Embedded.Value._members.Contains(Fold(name));

    /// <summary>Whether a member of that name holds one where it is part of a contact.</summary>
    public static bool IsMemberOfContact(string name) => Embedded.Value._ofContact.Contains(Fold(name));

    /// <summary>Whether the names of an object's members are those of a contact.</summary>
    public static bool IsContact(IEnumerable<string> names) => names.Select(Fold).Any(Embedded.Value._contactHas.Contains);

    /// <summary>Whether a name is that of the list of contacts.</summary>
    public static bool IsContacts(string name) => Fold(name) == Embedded.Value._contacts;

    private static string Fold(string name) => name.Replace("_", string.Empty).ToLowerInvariant();
}
