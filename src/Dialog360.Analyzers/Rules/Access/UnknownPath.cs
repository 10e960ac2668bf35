using System.Collections.Immutable;
using System.Text;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Sending.Requests;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Rules.Access;

/// <summary>DLG0703: a path that is known to be wrong on its host, or a host that serves no API.</summary>
internal sealed class UnknownPath : Rule<BodyScope>
{
    /// <summary>What the gateway answers to a path that it does not let through.</summary>
    private const string Refused = "gateway-path-blocked";

    /// <summary>Creates the rule.</summary>
    public UnknownPath()
        : base("DLG0703")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyScope context)
    {
        FindingSet findings = new();
        foreach ((IOperation operation, UrlPattern url) in UrlTexts.Of(context.Root, context.Resolver))
        {
            if (ApiHosts.HostOf(url) is { Meant: { } meant } && url.HostSpan is { } host && !UrlTexts.IsWrittenElsewhere(url, url.HostStart, context.Root, context.Resolver))
            {
                Add(findings, host, ImmutableArray.Create(url.Host!, "a host of the API", string.Empty, $"the host is '{meant}'"), new UrlFinding(url, operation.Syntax));
            }

            if (!BasePaths.IsBase(url) && url.PathLength > 0
                && !UrlTexts.IsWrittenElsewhere(url, url.PathStart + url.PathLength - 1, context.Root, context.Resolver))
            {
                Judge(url, operation.Syntax, findings);
            }
        }

        if (context.Root is IAttributeOperation attribute)
        {
            // The route of a Refit interface: the host is where its clients are made.
            foreach (UrlPattern url in RefitContract.UrlsOf(attribute, context.Resolver))
            {
                Judge(url, attribute.Syntax, findings);
            }
        }

        foreach (SendCall call in BlockRequests.Of(context.Root, context.Resolver))
        {
            if (call.Url is { } url && !IsOneText(url))
            {
                Judge(url, call.Operation.Syntax, findings);
            }
        }

        return findings.InOrder(context.Root);
    }

    private void Judge(UrlPattern url, SyntaxNode expression, FindingSet findings)
    {
        if (!url.IsAssumed && url.PathLength > 1 && ApiHosts.HostOf(url) is { } host && host.Refuses(url.Path) is { } verdict && url.PathSpan is { } span)
        {
            string error = host.IsMessaging ? $" with {ErrorCatalog.Current.Entry(Refused).Code}" : string.Empty;
            Add(findings, span, ImmutableArray.Create(Shown(url.Path), $"a path of {host.Name}", error, verdict.Advice), new UrlFinding(url, expression));
        }
    }

    private void Add(FindingSet findings, SourceSpan span, ImmutableArray<string> arguments, UrlFinding detail) => findings.Add(new Finding(this, span, arguments) { Detail = detail });

    /// <summary>Whether base and path are written as one: then the text itself is judged.</summary>
    private static bool IsOneText(UrlPattern url) =>
        url.SourceAt(0) is { } first && url.PathLength > 0 && url.SourceAt(url.PathStart + url.PathLength - 1) is { } last && ReferenceEquals(first.Text, last.Text);

    private static string Shown(HoledText path)
    {
        StringBuilder shown = new();
        for (int index = 0; index < path.Text.Length; index++)
        {
            shown.Append(path.IsHole(index) ? "{...}" : path.Text[index].ToString());
        }

        return shown.ToString();
    }
}

/// <summary>Tells a base address from a path.</summary>
internal static class BasePaths
{
    /// <summary>Whether the path only begins one that some host has (<c>/v1</c>, <c>/v1/configs</c>): more is put behind it elsewhere.</summary>
    public static bool IsBase(UrlPattern url)
    {
        string path = url.Path.Text.TrimEnd('/');
        if (!url.Path.IsKnown || IsVersion(path))
        {
            return url.Path.IsKnown;
        }

        bool isBegin = false;
        foreach (ApiHost host in Endpoints.Hosts)
        {
            if (!host.IsMessaging)
            {
                continue;
            }

            if (host.Has(url.Path))
            {
                // Some host has it as it is: it was meant to be a path.
                return false;
            }

            foreach (PathPattern known in host.Paths)
            {
                isBegin |= known.Pattern.Length > path.Length && known.Pattern[path.Length] == '/' && known.Pattern.StartsWith(path, StringComparison.OrdinalIgnoreCase);
            }
        }

        return isBegin;
    }

    /// <summary>Nothing, or <c>/v1</c>, <c>/v2</c>, <c>/v2.0</c>.</summary>
    private static bool IsVersion(string path) =>
        path.Length < 2 || (path[1] is 'v' or 'V' && path.Length > 2 && path.Skip(2).All(static character => character is (>= '0' and <= '9') or '.'));
}
