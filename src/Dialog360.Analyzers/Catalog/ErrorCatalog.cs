using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>What 360dialog says of its errors, and which rules prevent them: <c>error-catalog.json</c>, read once per process.</summary>
internal sealed class ErrorCatalog
{
    private static readonly Lazy<ErrorCatalog> Embedded = new(static () => new ErrorCatalog(CatalogText.Open("error-catalog.json")));

    private readonly Lazy<ImmutableArray<ErrorEntry>> _errors;
    private readonly Lazy<ILookup<int, ErrorEntry>> _byCode;
    private readonly Lazy<ImmutableArray<BodyShape>> _shapes;

    private ErrorCatalog(JsonNode root)
    {
        Phrases = RuleEntry.PhrasesOf(root);
        Rules = RuleEntry.ListOf(root);
        RetryClasses = RetryClass.ListOf(root);
        Reactions = ErrorReaction.ListOf(root);
        SendCategories = root.Texts("send_categories");
        _errors = new Lazy<ImmutableArray<ErrorEntry>>(() => ErrorEntry.ListOf(root));
        _byCode = new Lazy<ILookup<int, ErrorEntry>>(() => Errors.Where(error => error.Code.HasValue).ToLookup(error => error.Code.GetValueOrDefault()));
        _shapes = new Lazy<ImmutableArray<BodyShape>>(() => BodyShape.ListOf(root));
    }

    /// <summary>The embedded catalogue.</summary>
    public static ErrorCatalog Current => Embedded.Value;

    /// <summary>The pieces that the messages of all rules are made of, by name.</summary>
    public ImmutableDictionary<string, string> Phrases { get; }

    /// <summary>The rules, in the order of their numbers.</summary>
    public ImmutableArray<RuleEntry> Rules { get; }

    /// <summary>The errors and their variants.</summary>
    public ImmutableArray<ErrorEntry> Errors => _errors.Value;

    /// <summary>The forms in which bodies of errors come.</summary>
    public ImmutableArray<BodyShape> Shapes => _shapes.Value;

    /// <summary>Whether sending again can help, in the order in which errors are grouped by it.</summary>
    public ImmutableArray<RetryClass> RetryClasses { get; }

    /// <summary>What a program can do about errors, each with the errors that it is for.</summary>
    public ImmutableArray<ErrorReaction> Reactions { get; }

    /// <summary>The categories of errors that a sent message or its status can bring; the others belong to calls, groups, registration and management.</summary>
    public ImmutableArray<string> SendCategories { get; }

    /// <summary>The catalogue that <paramref name="text"/> holds.</summary>
    public static ErrorCatalog Read(string text) => new(CatalogJson.Parse(text));

    /// <summary>The entries of that code: several where one code has several causes, or means different things on different APIs.</summary>
    public IEnumerable<ErrorEntry> WithCode(int code) => _byCode.Value[code];

    /// <summary>The errors that fit everything that is asked for: who answers, where it shows, whether sending again helps.</summary>
    public IEnumerable<ErrorEntry> Find(string? api = null, string? surface = null, string? retry = null) => Errors.Where(error =>
        (api is null || error.Api == api) && (surface is null || error.Surfaces.Contains(surface)) && (retry is null || error.Retry == retry));

    /// <summary>The errors that a sent message, or its status, can bring.</summary>
    public IEnumerable<ErrorEntry> OfSends => Errors.Where(error => SendCategories.Contains(error.Category));

    /// <summary>The errors of another API that WhatsApp itself says correspond to the errors of that code.</summary>
    public IEnumerable<ErrorEntry> OfficialEquivalents(int code) =>
        WithCode(code).SelectMany(error => error.Links).Where(link => link.IsOfficial).Select(link => Entry(link.Key)).Distinct();

    /// <summary>Bodies in which the error comes: real ones where the catalogue has them, else one of each of its shapes.</summary>
    public IEnumerable<string> BodiesOf(ErrorEntry error) => error.Payloads.IsEmpty
        ? Shapes.Where(shape => error.Shapes.Contains(shape.Name)).Select(shape => shape.Of(error, error.Texts.FirstOrDefault() ?? error.Title))
        : error.Payloads;

    /// <summary>The entry of that key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ErrorEntry Entry(string key) => Errors.FirstOrDefault(error => error.Key == key) ?? throw new KeyNotFoundException(key);

    /// <summary>The errors that the rule of that number prevents.</summary>
    public IEnumerable<ErrorEntry> PreventedBy(string rule) => Errors.Where(error => error.Rules.Contains(rule));

    /// <summary>The errors whose handling the rule of that number looks at.</summary>
    public IEnumerable<ErrorEntry> HandledBy(string rule) => Errors.Where(error => error.HandledBy.Contains(rule));

    /// <summary>The rules that look at the handling of that error: those that it names, and those that look at all errors that a send brings on its surface.</summary>
    public IEnumerable<string> LookingAt(ErrorEntry error) => error.HandledBy
        .Concat(Rules.Where(rule => rule.Handles is { } surface && error.Surfaces.Contains(surface) && SendCategories.Contains(error.Category)).Select(rule => rule.Id))
        .Distinct();

    /// <summary>Whether that code is catalogued and no entry of it says that sending the same again can help.</summary>
    public bool IsNeverRetried(int code)
    {
        bool isKnown = false;
        foreach (ErrorEntry error in WithCode(code))
        {
            if (error.Retry != "never")
            {
                return false;
            }

            isKnown = true;
        }

        return isKnown;
    }
}
