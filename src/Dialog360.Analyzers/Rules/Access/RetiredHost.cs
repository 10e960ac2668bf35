using System.Collections.Immutable;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Rules.Access;

/// <summary>DLG0704: a URL names a host that was switched off.</summary>
internal sealed class RetiredHost : Rule<BodyScope>
{
    /// <summary>Creates the rule.</summary>
    public RetiredHost()
        : base("DLG0704")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyScope context)
    {
        foreach ((IOperation operation, UrlPattern url) in UrlTexts.Of(context.Root, context.Resolver))
        {
            if (ApiHosts.HostOf(url) is { SwitchedOff: not null } && !UrlTexts.IsWrittenElsewhere(url, url.HostStart, context.Root, context.Resolver) && url.HostSpan is { } span)
            {
                yield return new Finding(this, span, ImmutableArray<string>.Empty) { Detail = new UrlFinding(url, operation.Syntax) };
            }
        }
    }
}
