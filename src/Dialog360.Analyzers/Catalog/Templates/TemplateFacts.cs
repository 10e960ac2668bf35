using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog.Templates;

/// <summary>How often something is given in the message that sends a template.</summary>
internal enum Occurrence
{
    /// <summary>Never.</summary>
    None,

    /// <summary>Once, or not at all.</summary>
    Optional,

    /// <summary>Once.</summary>
    One,
}

/// <summary>What the message that sends a template gives for a button of one kind.</summary>
/// <param name="Type">The kind, as lists of templates write it (<c>QUICK_REPLY</c>).</param>
/// <param name="Words">The kind in words (<c>quick reply button</c>).</param>
/// <param name="HasVariable">Whether it is the kind with a variable in its address.</param>
/// <param name="SubType">The <c>sub_type</c> of its component; null where any will do.</param>
/// <param name="Component">Whether a component stands for it.</param>
/// <param name="Parameter">The type of its parameter; null where any will do.</param>
/// <param name="Parameters">Whether it has a parameter; null where any number will do.</param>
internal sealed record ButtonFacts(string Type, string Words, bool HasVariable, string? SubType, Occurrence Component, string? Parameter, Occurrence? Parameters);

/// <summary>Why a template cannot be sent.</summary>
/// <param name="Status">The status, or the source that has the same effect, in lower case.</param>
/// <param name="Words">What is the matter with it, as the end of a sentence (<c>is paused</c>).</param>
internal sealed record BlockedStatus(string Status, string Words);

/// <summary>What lists of templates look like, and what a template's parts ask of the message: <c>templates.json</c>.</summary>
internal sealed class TemplateFacts
{
    private static readonly Lazy<TemplateFacts> Embedded = new(static () => new TemplateFacts(CatalogText.Open("templates.json")));

    private readonly Dictionary<string, BlockedStatus> _blocked = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, BlockedStatus> _sources = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string?> _headers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _kinds = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ButtonFacts> _buttons;

    private TemplateFacts(JsonNode root)
    {
        Suffix = root.Text("suffix");
        Lists = root.Texts("lists");
        MaxCharacters = root.Integer("max_characters") ?? 0;
        TextParameters = root.Texts("text_parameters");
        foreach (JsonNode status in root.List("blocked"))
        {
            _blocked[status.Text("status")] = new BlockedStatus(status.Text("status"), status.Text("words"));
        }

        foreach (JsonNode source in root.List("blocked_sources"))
        {
            _sources[source.Text("source")] = new BlockedStatus(source.Text("source").ToLowerInvariant(), source.Text("words"));
        }

        foreach (JsonNode header in root.List("headers"))
        {
            _headers[header.Text("format")] = header.TextOrNull("parameter");
        }

        foreach (JsonMember kind in root.Get("kinds")?.Members ?? ImmutableArray<JsonMember>.Empty)
        {
            _kinds[kind.Name.Text] = kind.Value?.Value?.Text ?? string.Empty;
        }

        _buttons = root.List("buttons").Select(ButtonOf).ToImmutableArray();
    }

    /// <summary>The facts.</summary>
    public static TemplateFacts Current => Embedded.Value;

    /// <summary>How the name of a manifest ends.</summary>
    public string Suffix { get; }

    /// <summary>The members of the root object that may hold the list.</summary>
    public ImmutableArray<string> Lists { get; }

    /// <summary>The number of characters beyond which a file is not read: several times what the largest account has.</summary>
    public int MaxCharacters { get; }

    /// <summary>The types of parameters that may stand for a placeholder in a text.</summary>
    public ImmutableArray<string> TextParameters { get; }

    /// <summary>What keeps a template of that status and source from being sent; null where nothing does, or the words are not known.</summary>
    public BlockedStatus? Blocked(string status, string source) =>
        _blocked.TryGetValue(status, out BlockedStatus? words) || _sources.TryGetValue(source, out words) ? words : null;

    /// <summary>The type of the one parameter that a header of that format takes.</summary>
    /// <returns>Whether the format is known; a text header has no type of its own.</returns>
    public bool TryGetHeader(string format, out string? parameter) => _headers.TryGetValue(format, out parameter);

    /// <summary>A type of parameter in words, with its article; null where it is not known.</summary>
    public string? KindInWords(string type) => _kinds.TryGetValue(type, out string? words) ? words : null;

    /// <summary>What a button of that kind asks for; null where the kind is not known.</summary>
    public ButtonFacts? Button(string type, bool hasVariable)
    {
        ButtonFacts? found = null;
        foreach (ButtonFacts button in _buttons)
        {
            if (button.Type.Equals(type, StringComparison.OrdinalIgnoreCase) && (found is null || button.HasVariable == hasVariable))
            {
                found = button;
            }
        }

        return found;
    }

    private static ButtonFacts ButtonOf(JsonNode node) => new(
        node.Text("type"),
        node.Text("words"),
        node.IsTrue("variable"),
        node.TextOrNull("sub_type"),
        OccurrenceOf(node.Text("component")) ?? Occurrence.Optional,
        node.TextOrNull("parameter"),
        OccurrenceOf(node.Text("count")));

    private static Occurrence? OccurrenceOf(string word) => word switch
    {
        "none" => Occurrence.None,
        "optional" => Occurrence.Optional,
        "one" or "required" => Occurrence.One,
        _ => null,
    };
}
