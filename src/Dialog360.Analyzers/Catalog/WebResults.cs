using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>What web frameworks call their answers, and the words by which code says why it refuses a request: <c>web-results.json</c>.</summary>
internal sealed class WebResults
{
    /// <summary>The one status by which a webhook takes an update.</summary>
    public const int Success = 200;

    private static readonly Lazy<WebResults> Embedded = new(static () => new WebResults(CatalogText.Open("web-results.json")));

    private readonly Dictionary<string, int> _statuses = new(StringComparer.Ordinal);
    private readonly ImmutableHashSet<string> _secrets;
    private readonly ImmutableHashSet<string> _handshake;
    private readonly ImmutableHashSet<string> _besideBody;

    private WebResults(JsonNode root)
    {
        JsonNode results = root.Get("results")!;
        foreach (JsonMember result in results.Members)
        {
            _statuses[result.Name.Text] = results.Integer(result.Name.Text) ?? 0;
        }

        _secrets = root.Texts("secrets").ToImmutableHashSet(StringComparer.Ordinal);
        _besideBody = root.Texts("beside_body").ToImmutableHashSet(StringComparer.Ordinal);
        _handshake = root.Texts("handshake").ToImmutableHashSet(StringComparer.Ordinal);
    }

    /// <summary>The status of what a method or class of that name answers (<c>BadRequest</c>, <c>BadRequestObjectResult</c>); null for other names.</summary>
    public static int? StatusOf(string name)
    {
        foreach (string suffix in new[] { string.Empty, "ObjectResult", "Result", "HttpResult" })
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal) && Embedded.Value._statuses.TryGetValue(name.Substring(0, name.Length - suffix.Length), out int status))
            {
                return status;
            }
        }

        return null;
    }

    /// <summary>Whether a word speaks of a secret, a signature or a header.</summary>
    public static bool IsSecret(string word) => Embedded.Value._secrets.Contains(word);

    /// <summary>Whether a member of that name is something that requests have beside their body: in ASP.NET, Azure Functions, AWS Lambda, <c>HttpListener</c>.</summary>
    public static bool IsBesideBody(string name) => Embedded.Value._besideBody.Contains(name);

    /// <summary>Whether a word belongs to the GET by which a webhook is verified.</summary>
    public static bool IsHandshake(string word) => Embedded.Value._handshake.Contains(word);
}
