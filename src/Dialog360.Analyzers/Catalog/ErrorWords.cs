using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>Names that tell the error of an answer from other things: <c>answers.json</c>.</summary>
internal static class ErrorWords
{
    private static readonly Lazy<JsonNode> Root = new(static () => CatalogText.Open("answers.json"));

    private static readonly Lazy<ImmutableHashSet<string>> CodeWords = new(static () => Root.Value.Texts("code_words").ToImmutableHashSet(StringComparer.Ordinal));

    private static readonly Lazy<ImmutableHashSet<string>> Holders = new(static () => Root.Value.Texts("holders_of_errors").ToImmutableHashSet(StringComparer.Ordinal));

    private static readonly Lazy<ImmutableHashSet<string>> Types = new(static () => Root.Value.Texts("types_of_errors").ToImmutableHashSet(StringComparer.Ordinal));

    private static readonly Lazy<ImmutableHashSet<string>> MembersBesideCode = new(static () => Root.Value.Texts("members_beside_code").ToImmutableHashSet(StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<ImmutableHashSet<string>> Loggers = new(static () => Root.Value.Texts("logger_words").ToImmutableHashSet(StringComparer.Ordinal));

    private static readonly Lazy<ImmutableArray<EnvelopeName>> Names = new(static () =>
        Root.Value.List("envelope").Select(static pair => new EnvelopeName(pair.Text("camel"), pair.Text("snake"))).ToImmutableArray());

    private static readonly Lazy<ImmutableHashSet<string>> Companions = new(static () => Root.Value.Texts("envelope_members").ToImmutableHashSet(StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<ImmutableHashSet<int>> Contradicted = new(static () =>
        Root.Value.Texts("contradicted_statuses").Select(static text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).ToImmutableHashSet());

    /// <summary>The members of the gateway's envelope that come in two spellings.</summary>
    public static ImmutableArray<EnvelopeName> Envelope => Names.Value;

    /// <summary>Whether a word of a name leaves it open that the name means the code of an error.</summary>
    public static bool MayStandBesideCode(string word) => CodeWords.Value.Contains(word);

    /// <summary>Whether a variable of that name may hold an error or the body it comes in.</summary>
    public static bool MayHoldError(string name) => NameWords.Of(name).Any(Holders.Value.Contains);

    /// <summary>Whether a type with that word in its name may be an error.</summary>
    public static bool MayHoldErrorType(string word) => Types.Value.Contains(word);

    /// <summary>Whether an error has a member of that name beside its code.</summary>
    public static bool StandsBesideCode(string member) => MembersBesideCode.Value.Contains(member);

    /// <summary>Whether a type of that name writes logs. <c>Dialog360Client</c> does not.</summary>
    public static bool IsLogger(string type) => NameWords.Of(type).Any(Loggers.Value.Contains);

    /// <summary>Whether the envelope has a member of that name, the two spellings apart.</summary>
    public static bool IsEnvelopeMember(string name) => Companions.Value.Contains(name);

    /// <summary>Whether a body can hold another number where the HTTP status is that one, or that number where it is another.</summary>
    public static bool IsContradicted(int status) => Contradicted.Value.Contains(status);
}

/// <summary>A member of the gateway's envelope in its two spellings.</summary>
/// <param name="Camel">The one in camelCase.</param>
/// <param name="Snake">The one in snake_case.</param>
internal sealed record EnvelopeName(string Camel, string Snake)
{
    /// <summary>The other spelling of that one; null where it is neither.</summary>
    public string? Other(string name) => name == Camel ? Snake : name == Snake ? Camel : null;
}
