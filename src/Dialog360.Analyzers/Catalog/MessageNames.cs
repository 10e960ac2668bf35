
namespace Dialog360.Analyzers.Catalog;

/// <summary>The names of the members of messages, and the types of messages: those of <see cref="MessageSchema"/>.</summary>
internal static class MessageNames
{
    private static readonly Lazy<HashSet<string>> TypeSet = new(static () => new HashSet<string>(MessageSchema.Types, StringComparer.Ordinal));

    private static readonly Lazy<Dictionary<string, string>> ByFoldedName = new(static () =>
    {
        Dictionary<string, string> result = new(StringComparer.Ordinal);
        foreach (string name in All.Concat(Inbound))
        {
            result[Fold(name)] = name;
        }

        return result;
    });

    /// <summary>Names that show that an object comes in or comes back.</summary>
    private static readonly string[] Inbound = ["from", "wa_id", "status", "timestamp", "messages", "statuses", "metadata", "channel", "recipient_id", "mime_type"];

    /// <summary>The types of messages and the names of the members of all their objects, some more than once.</summary>
    public static IEnumerable<string> All => MessageSchema.Types.Concat(MessageSchema.Shapes.SelectMany(static shape => shape.Members.Select(static member => member.Name)));

    /// <summary>Whether <paramref name="name"/> is the type of a message.</summary>
    public static bool IsType(string? name) => name is not null && TypeSet.Value.Contains(name);

    /// <summary>Whether <paramref name="name"/> is a type whose object carries media (<c>link</c> or <c>id</c>).</summary>
    public static bool IsMediaType(string? name) => name is not null && MediaTypes.IsMedia(name);

    /// <summary>The member name that equals a C# name when case and underscores are left out, or null.</summary>
    public static string? Canonical(string name) => ByFoldedName.Value.TryGetValue(Fold(name), out string? canonical) ? canonical : null;

    private static string Fold(string name) => name.Replace("_", string.Empty).ToLowerInvariant();
}
