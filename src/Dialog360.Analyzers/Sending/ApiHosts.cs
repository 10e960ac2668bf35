using Dialog360.Analyzers.Payloads;

namespace Dialog360.Analyzers.Sending;

/// <summary>What a URL tells about where a call goes. Hosts and paths come from the catalogue.</summary>
internal static class ApiHosts
{
    /// <summary>Whether messages are posted to that URL.</summary>
    public static bool TakesMessages(UrlPattern url) => url.Path.Text.TrimEnd('/').EndsWith("messages", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where a call to the URL goes.</summary>
    public static Destination DestinationOf(UrlPattern? url) => Destination.Unknown;

    /// <summary>The generation of the API that the URL shows.</summary>
    public static ApiGeneration GenerationOf(UrlPattern? url) => ApiGeneration.Unknown;
}
