using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>The hosts that take messages and their paths: <c>endpoints.json</c>.</summary>
internal static class Endpoints
{
    private static readonly Lazy<ImmutableDictionary<string, ApiHost>> Embedded = new(static () => Read(CatalogText.Open("endpoints.json")));

    private static readonly Lazy<UploadForm> EmbeddedUpload = new(static () => new UploadForm(CatalogText.Open("endpoints.json").Get("upload")!));

    /// <summary>What an upload of a file to the Cloud API looks like.</summary>
    public static UploadForm Upload => EmbeddedUpload.Value;

    /// <summary>All hosts.</summary>
    public static IEnumerable<ApiHost> Hosts => Embedded.Value.Values.OrderBy(host => host.Name, StringComparer.Ordinal);

    /// <summary>The header that carries the API key of 360dialog.</summary>
    public static string KeyHeader => Hosts.Select(host => host.KeyHeader).OfType<string>().First();

    /// <summary>The host of that name in any case, without port; null where it is none of ours.</summary>
    public static ApiHost? Host(string name) => Embedded.Value.TryGetValue(name, out ApiHost? host) ? host : null;

    private static ImmutableDictionary<string, ApiHost> Read(JsonNode root)
    {
        ImmutableDictionary<string, ApiHost>.Builder hosts = ImmutableDictionary.CreateBuilder<string, ApiHost>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonNode node in root.List("hosts"))
        {
            hosts[node.Text("host")] = new ApiHost(node, node.TextOrNull("like") is { } like ? hosts[like] : null);
        }

        return hosts.ToImmutable();
    }
}

/// <summary>The multipart form that uploads a file.</summary>
internal sealed class UploadForm
{
    /// <summary>Reads the entry.</summary>
    public UploadForm(JsonNode node)
    {
        Path = node.Text("path");
        FilePart = node.Text("file");
        ProductPart = node.Text("product");
    }

    /// <summary>The last segment of the path.</summary>
    public string Path { get; }

    /// <summary>The name of the part with the file.</summary>
    public string FilePart { get; }

    /// <summary>The name of the part that must be there beside it.</summary>
    public string ProductPart { get; }
}
