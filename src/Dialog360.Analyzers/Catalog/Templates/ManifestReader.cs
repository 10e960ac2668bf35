using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog.Templates;

/// <summary>
/// Reads a list of templates: the saved answer of <c>GET /v1/configs/templates</c> or of Meta's <c>message_templates</c>, or a bare array. One template
/// is in memory as JSON at a time, and whatever the file holds, nothing is thrown.
/// </summary>
internal sealed class ManifestReader : IJsonListReader
{
    private readonly Dictionary<string, ImmutableArray<TemplateDefinition>.Builder> _byName = new(StringComparer.Ordinal);
    private ManifestProblem? _problem;
    private int _count;

    private ManifestReader()
    {
    }

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="OperationCanceledException">The work is no longer wanted.</exception>
    public static TemplateManifest Read(string text, CancellationToken cancellationToken = default)
    {
        if (text.Length > TemplateFacts.Current.MaxCharacters)
        {
            return TooLong(text.Length);
        }

        int zero = text.IndexOf('\0');
        if (zero >= 0)
        {
            return Unreadable(new ManifestProblem("it is not text in UTF-8", zero, 1));
        }

        // A byte order mark that is left in the text is not JSON.
        bool hasMark = text.Length > 0 && text[0] == '\uFEFF';
        return new ManifestReader().ReadJson(hasMark ? " " + text.Substring(1) : text, cancellationToken);
    }

    /// <summary>A file of that kind that cannot be read.</summary>
    public static TemplateManifest Unreadable(ManifestProblem problem) => new(new(StringComparer.Ordinal), problem, gap: null);

    /// <summary>A file that has more characters than are read.</summary>
    public static TemplateManifest TooLong(int length) =>
        Unreadable(new ManifestProblem($"it has {Number(length)} characters, and no more than {Number(TemplateFacts.Current.MaxCharacters)} are read", 0, 0));

    /// <inheritdoc/>
    public bool Take(string list, JsonNode element)
    {
        if (list.Length > 0 && !TemplateFacts.Current.Lists.Contains(list))
        {
            return false;
        }

        if (DefinitionReader.RepeatedMember(element) is { } repeated)
        {
            _problem ??= Twice(repeated);
        }

        if (DefinitionReader.Read(element) is { } definition)
        {
            _count++;
            if (!_byName.TryGetValue(definition.Name, out ImmutableArray<TemplateDefinition>.Builder? definitions))
            {
                _byName.Add(definition.Name, definitions = ImmutableArray.CreateBuilder<TemplateDefinition>(1));
            }

            definitions.Add(definition);
        }
        else
        {
            _problem ??= new ManifestProblem("this template has no name", element.Start, 1);
        }

        return true;
    }

    private TemplateManifest ReadJson(string text, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Unreadable(new ManifestProblem("it is empty", 0, 0));
        }

        JsonParseResult result = JsonParser.Parse(new HoledText(text), this, cancellationToken);
        if (!result.Errors.IsEmpty)
        {
            JsonError error = result.Errors[0];
            return Unreadable(new ManifestProblem("it is not well-formed JSON: " + JsonErrorWords.Of(error, text), error.Start, error.Length));
        }

        JsonNode root = result.Root!;
        ImmutableArray<JsonNode> lists = ListsOf(root);
        if (lists.IsEmpty)
        {
            return Unreadable(new ManifestProblem($"it holds no list of templates: there is neither an array nor a member {InWords.List(TemplateFacts.Current.Lists.Select(static each => $"'{each}'"), "or")}", root.Start, 1));
        }

        if (DefinitionReader.RepeatedMember(root) is { } repeated)
        {
            _problem ??= Twice(repeated);
        }

        if (lists.SelectMany(static list => list.Elements).FirstOrDefault(static each => each.Kind != JsonKind.Object) is { } stranger)
        {
            _problem ??= new ManifestProblem("this is not a template: an object is expected", stranger.Start, stranger.End - stranger.Start);
        }

        return _problem is not null ? Unreadable(_problem)
            : new TemplateManifest(_byName.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToImmutable(), StringComparer.Ordinal), error: null, GapOf(root));
    }

    private static ImmutableArray<JsonNode> ListsOf(JsonNode root) =>
        root.Kind == JsonKind.Array ? ImmutableArray.Create(root)
        : TemplateFacts.Current.Lists.Select(root.Get).OfType<JsonNode>().Where(static each => each.Kind == JsonKind.Array).ToImmutableArray();

    /// <summary>What the root says of pages that follow: <c>count</c> below <c>total</c>, or <c>paging.next</c>.</summary>
    private ManifestProblem? GapOf(JsonNode root)
    {
        if (root.Get("paging") is { Kind: JsonKind.Object } paging && paging.Get("next") is { Kind: JsonKind.String, Value.Text.Length: > 0 } next)
        {
            return new ManifestProblem("it is one page of the list: 'paging.next' says that more follow", next.Start, next.End - next.Start);
        }

        int count = Math.Min(root.Integer("count") ?? _count, _count);
        return root.Integer("total") is { } total && count < total && root.Get("total") is { } place
            ? new ManifestProblem($"it holds {Number(count)} of {Number(total)} templates", place.Start, place.End - place.Start)
            : null;
    }

    private static ManifestProblem Twice(JsonMember member) =>
        new($"the name '{member.Name.Text}' stands twice in one object", member.NameStart, member.NameEnd - member.NameStart);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
