using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>What the catalogue says of one error, or of one variant of an error whose code has several causes.</summary>
internal sealed class ErrorEntry
{
    private ErrorEntry(JsonNode node)
    {
        Key = node.Text("key");
        Code = node.Integer("code");
        HttpStatus = node.Integer("http_status");
        Api = node.Text("api");
        Surfaces = node.Texts("surfaces");
        Category = node.Text("category");
        Title = node.Text("title");
        Meaning = node.Text("meaning");
        Remedy = node.Text("remedy");
        Retry = node.Text("retry");
        Links = ErrorLink.ListOf(node);
        Shapes = node.Texts("shapes");
        Payloads = node.Texts("payloads");
        Texts = node.Texts("texts");
        DetailsPattern = node.TextOrNull("details_pattern");
        Rules = node.Texts("rules");
        WhyNot = node.TextOrNull("why_not");
        HandledBy = node.Texts("handled_by");
        Fixes = FixEntry.ListOf(node);
        Source = node.Text("source");
    }

    /// <summary>The name of the entry, unique in the catalogue (<c>no-open-session</c>).</summary>
    public string Key { get; }

    /// <summary>The code, or null where the error comes as a text only.</summary>
    public int? Code { get; }

    /// <summary>The HTTP status of the answer, where it is known.</summary>
    public int? HttpStatus { get; }

    /// <summary>Who answers: <c>on-premises</c>, <c>cloud</c>, <c>gateway</c> or <c>registration</c>.</summary>
    public string Api { get; }

    /// <summary>Where it shows: <c>response</c>, <c>webhook</c> or both.</summary>
    public ImmutableArray<string> Surfaces { get; }

    /// <summary>What it is about, such as <c>payload</c>, <c>template</c> or <c>calling</c>.</summary>
    public string Category { get; }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>What it means.</summary>
    public string Meaning { get; }

    /// <summary>What to do.</summary>
    public string Remedy { get; }

    /// <summary>Whether sending again helps: <c>never</c>, <c>after-backoff</c>, <c>after-wait</c> or <c>resend</c>.</summary>
    public string Retry { get; }

    /// <summary>The errors of other APIs that correspond to it, the surest first.</summary>
    public ImmutableArray<ErrorLink> Links { get; }

    /// <summary>The keys of the errors of another API that mean the same.</summary>
    public IEnumerable<string> Equivalents => Links.Where(link => !link.IsLikely).Select(link => link.Key);

    /// <summary>The keys of errors of another API that seem to mean the same.</summary>
    public IEnumerable<string> LikelyEquivalents => Links.Where(link => link.IsLikely).Select(link => link.Key);

    /// <summary>The names of the shapes in which its bodies come.</summary>
    public ImmutableArray<string> Shapes { get; }

    /// <summary>Sample answers, byte for byte as they come: JSON, or HTML.</summary>
    public ImmutableArray<string> Payloads { get; }

    /// <summary>Other texts under which the error was seen.</summary>
    public ImmutableArray<string> Texts { get; }

    /// <summary>A regular expression for the details text, where it tells this variant from others of the code.</summary>
    public string? DetailsPattern { get; }

    /// <summary>The numbers of the rules that prevent it.</summary>
    public ImmutableArray<string> Rules { get; }

    /// <summary>Why no rule can prevent it, where <see cref="Rules"/> is empty.</summary>
    public string? WhyNot { get; }

    /// <summary>The numbers of the rules that look at how code reacts to it.</summary>
    public ImmutableArray<string> HandledBy { get; }

    /// <summary>The words of the fixes that belong to the error and not to one rule.</summary>
    public ImmutableArray<FixEntry> Fixes { get; }

    /// <summary>Who documents it.</summary>
    public string Source { get; }

    /// <summary>The errors that <paramref name="catalog"/> lists.</summary>
    public static ImmutableArray<ErrorEntry> ListOf(JsonNode catalog)
    {
        ImmutableArray<ErrorEntry>.Builder errors = ImmutableArray.CreateBuilder<ErrorEntry>();
        foreach (JsonNode error in catalog.List("errors"))
        {
            errors.Add(new ErrorEntry(error));
        }

        return errors.ToImmutable();
    }
}
