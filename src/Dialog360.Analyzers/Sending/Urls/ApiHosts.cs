using Dialog360.Analyzers.Catalog;

namespace Dialog360.Analyzers.Sending.Urls;

/// <summary>What a URL tells about where a call goes. Hosts and paths come from the catalogue.</summary>
internal static class ApiHosts
{
    private static readonly Lazy<HashSet<string>> KeyHeaders = new(static () =>
        new HashSet<string>(Endpoints.Hosts.Select(host => host.KeyHeader).OfType<string>(), StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<HashSet<string>> SendWords = new(static () =>
        new HashSet<string>(Endpoints.Hosts.Select(host => host.SendPath).OfType<string>().Select(LastSegment), StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<HashSet<string>> OnPremisesPaths = new(static () =>
        new HashSet<string>(Endpoints.Hosts.Where(host => host.IsOnPremises).Select(host => host.SendPath).OfType<string>(), StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether the header carries the API key of a messaging host.</summary>
    public static bool IsKeyHeader(string name) => KeyHeaders.Value.Contains(name);

    /// <summary>Whether messages are posted to that URL.</summary>
    public static bool TakesMessages(UrlPattern url) => SendWords.Value.Contains(LastSegment(url.Path.Text));

    /// <summary>Whether files are uploaded to that URL.</summary>
    public static bool TakesUploads(UrlPattern url) => LastSegment(url.Path.Text).Equals(Endpoints.Upload.Path, StringComparison.OrdinalIgnoreCase);

    /// <summary>The catalogue's entry for the host of the URL, or null.</summary>
    public static ApiHost? HostOf(UrlPattern? url) => url?.Host is { } name ? Endpoints.Host(name) : null;

    /// <summary>Where a call to the URL goes.</summary>
    public static Destination DestinationOf(UrlPattern? url)
    {
        if (url?.Host is not { } name)
        {
            return Destination.Unknown;
        }

        if (Endpoints.Host(name) is { } host)
        {
            return host.Generation.Length > 0 ? Destination.WhatsApp : Destination.Unknown;
        }

        return IsNeighbour(name) ? Destination.Unknown : Destination.Foreign;
    }

    /// <summary>The generation of the API that host or path show.</summary>
    public static ApiGeneration GenerationOf(UrlPattern? url)
    {
        if (url is null)
        {
            return ApiGeneration.Unknown;
        }

        if (HostOf(url) is { } host)
        {
            return host.IsCloud ? ApiGeneration.Cloud
                : host.IsOnPremises ? ApiGeneration.OnPremises
                : host.IsOfBoth ? ApiGeneration.Either
                : ApiGeneration.Unknown;
        }

        string path = url.Path.Text.TrimEnd('/');
        foreach (string known in OnPremisesPaths.Value)
        {
            if (path.EndsWith(known, StringComparison.OrdinalIgnoreCase) || path.Equals(known.Substring(1), StringComparison.OrdinalIgnoreCase))
            {
                return ApiGeneration.OnPremisesPath;
            }
        }

        return ApiGeneration.Unknown;
    }

    /// <summary>Whether a host that the catalogue does not list belongs to the domain of one that it lists.</summary>
    private static bool IsNeighbour(string name)
    {
        foreach (ApiHost host in Endpoints.Hosts)
        {
            int dot = host.Name.IndexOf('.');
            if (host.IsMessaging && name.EndsWith(host.Name.Substring(dot), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string LastSegment(string path)
    {
        path = path.TrimEnd('/');
        return path.Substring(path.LastIndexOf('/') + 1);
    }
}
