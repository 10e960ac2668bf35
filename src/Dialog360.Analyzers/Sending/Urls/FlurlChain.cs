using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Urls;

/// <summary>Reads the path segments that a Flurl call puts behind a URL.</summary>
internal static class FlurlChain
{
    /// <summary>The URL behind <paramref name="invocation"/> (<c>AppendPathSegments("v1", "messages")</c>, <c>client.Request("messages")</c>, <c>Url.Combine(a, b)</c>).</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="receiver">What it is called on, or null for a static call.</param>
    /// <param name="read">Reads one text.</param>
    /// <param name="resolver">Follows expressions to their values.</param>
    public static UrlText Read(IInvocationOperation invocation, IOperation? receiver, Func<IOperation, UrlText> read, ValueResolver resolver)
    {
        UrlText url = receiver is null ? new UrlText() : Names.IsOrDerives(receiver.Type, "IFlurlClient") ? BaseOf(receiver, read, resolver) : read(receiver);
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            bool isReceiver = invocation.Instance is null && receiver is not null && argument.Parameter?.Ordinal == 0;
            if (isReceiver || argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter?.Type.SpecialType == SpecialType.System_Boolean)
            {
                continue;
            }

            foreach (IOperation segment in SegmentsOf(argument.Value))
            {
                url = UrlCombination.Append(url, read(segment), argument.Syntax);
            }
        }

        return url;
    }

    private static UrlText BaseOf(IOperation client, Func<IOperation, UrlText> read, ValueResolver resolver)
    {
        foreach (IOperation origin in ObjectUses.Of(client, resolver).Origins)
        {
            if (origin is IObjectCreationOperation creation && Names.ArgumentAt(creation, 0) is { Type.SpecialType: SpecialType.System_String } address)
            {
                return read(address);
            }
        }

        UrlText unknown = new();
        unknown.AppendHole(client);
        return unknown;
    }

    private static IEnumerable<IOperation> SegmentsOf(IOperation value) =>
        ValueResolver.Strip(value) is IArrayCreationOperation { Initializer: { } initializer } ? initializer.ElementValues : new[] { value };
}
