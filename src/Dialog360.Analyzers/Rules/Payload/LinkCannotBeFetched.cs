using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>DLG0104: a media link that nobody outside can fetch: not absolute, not http, with a blank, or on a private host.</summary>
internal sealed class LinkCannotBeFetched : Rule<PayloadScope>
{
    private static readonly string[] Schemes = ["https://", "http://"];

    /// <summary>Creates the rule.</summary>
    public LinkCannotBeFetched()
        : base("DLG0104")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(PayloadScope scope)
    {
        MessagePicture message = scope.Message;
        foreach (MediaPlace place in message.Media)
        {
            if (place.Content.Member("link") is { Value: { Kind: PayloadKind.Text, Text: { } text } link } member
                && !(text.Text.Length == 0 && Given.IsDefault(member))
                && WhyNot(text) is var (reason, argument, advice)
                && !LinkEncodedTwice.IsEncodedTwice(link))
            {
                yield return new Finding(this, link.Span, ImmutableArray.Create(Words.Phrase(reason, argument), Words.Errors(message.IsCloud), Words.Advice(advice, argument))) { Node = place.Content, Member = member };
            }
        }
    }

    /// <summary>
    /// Why a link cannot be fetched and what to do, as phrases of the rule with what they name; null where it can, or where what is known does not tell.
    /// </summary>
    private static (string Reason, string Argument, string? Advice)? WhyNot(HoledText link)
    {
        string text = link.Text;
        int known = link.Holes.IsEmpty ? text.Length : link.Holes[0];
        if (known == 0)
        {
            return text.Length == 0 ? ("empty", string.Empty, "absolute") : null;
        }

        if (Given.HasPlaceholder(text))
        {
            return null;
        }

        string start = text.Substring(0, known).TrimStart();
        foreach (string scheme in Schemes)
        {
            if (start.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return text.Any(char.IsWhiteSpace) ? ("space", string.Empty, "encode") : HostProblem(link, scheme.Length);
            }

            if (known < text.Length && scheme.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        int colon = start.IndexOf(':');
        string name = start.Substring(0, Math.Max(colon, 0));
        return colon == 1 ? ("local-file", string.Empty, "upload")
            : Schemes.Any(scheme => scheme.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) && name.Length > 0 ? ("slash", name, "write-scheme")
            : colon > 1 && IsScheme(start, colon) ? ("scheme", name, "upload")
            : ("relative", string.Empty, "absolute");
    }

    private static bool IsScheme(string text, int length)
    {
        for (int index = 0; index < length; index++)
        {
            if (!char.IsLetterOrDigit(text[index]) && text[index] is not ('+' or '-'))
            {
                return false;
            }
        }

        // "host:8080/x" is no scheme.
        return length + 1 >= text.Length || !char.IsDigit(text[length + 1]);
    }

    private static (string Reason, string Argument, string? Advice)? HostProblem(HoledText link, int start)
    {
        int end = link.Text.IndexOfAny(['/', '?', '#', '\\'], start);
        end = end < 0 ? link.Text.Length : end;
        int at = link.Text.LastIndexOf('@', end - 1, end - start);
        start = at < 0 ? start : at + 1;
        bool isAddress = start < end && link.Text[start] == '[';
        int stop = isAddress ? link.Text.IndexOf(']', start) + 1 : link.Text.IndexOf(':', start, end - start);
        stop = stop <= 0 ? end : stop;
        for (int index = start; index < stop; index++)
        {
            if (link.IsHole(index))
            {
                return null;
            }
        }

        // A hole right behind the host may go on with it.
        if (stop == start || stop < link.Text.Length && link.IsHole(stop))
        {
            return stop == start && stop < link.Text.Length && !link.IsHole(stop) ? ("no-host", string.Empty, "absolute") : null;
        }

        string host = link.Text.Substring(start, stop - start).TrimEnd('.');
        return IsLocalName(host) || IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IsPrivate(address)
            ? ("unreachable", host, "upload")
            : null;
    }

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".local", StringComparison.OrdinalIgnoreCase);

    private static bool IsPrivate(IPAddress address)
    {
        if (IPAddress.IsLoopback(address))
        {
            return true;
        }

        byte[] bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return address.IsIPv6LinkLocal || (bytes[0] & 0xFE) == 0xFC || bytes.All(static part => part == 0)
                || address.IsIPv4MappedToIPv6 && IsPrivate(address.MapToIPv4());
        }

        return bytes[0] switch
        {
            0 or 10 => true,
            172 => bytes[1] is >= 16 and <= 31,
            192 => bytes[1] == 168,
            169 => bytes[1] == 254,
            _ => false,
        };
    }
}
