using System.Collections.Immutable;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>DLG0103: the link of a media object is percent-encoded twice.</summary>
internal sealed class LinkEncodedTwice : Rule<PayloadScope>
{
    private const int EscapedPercent = 5;

    /// <summary>Creates the rule.</summary>
    public LinkEncodedTwice()
        : base("DLG0103")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(PayloadScope scope)
    {
        MessagePicture message = scope.Message;
        foreach (MediaPlace place in message.Media)
        {
            if (place.Content.Member("link") is { } member && Judge(member, message) is { } finding)
            {
                yield return finding;
            }
        }
    }

    /// <summary>Whether a link is known to be encoded twice.</summary>
    public static bool IsEncodedTwice(PayloadNode link) => link.Text is { } text && TwiceIn(text) is not null || OuterEncoder(link) is not null;

    private Finding? Judge(PayloadMember member, MessagePicture message)
    {
        PayloadNode link = member.Value;
        if (OuterEncoder(link) is { } call)
        {
            string what = Words.Phrase(IsTwice(call) ? "twice" : "whole", call.TargetMethod.Name);
            return new Finding(this, SourceSpan.Of(call.Syntax), ImmutableArray.Create(what, Words.Errors(message.IsCloud), AdviceFor(call)))
            {
                Node = link,
                Member = member,
                Message = message,
                Detail = call,
            };
        }

        return link is { Kind: PayloadKind.Text, Text: { } text } && TwiceIn(text) is { } piece
            ? new Finding(this, link.Span, ImmutableArray.Create(Words.Phrase("twice", piece), Words.Errors(message.IsCloud), Words.Advice("once"))) { Node = link, Member = member, Message = message }
            : null;
    }

    private static bool IsTwice(IInvocationOperation call) => ResolverOf(call) is not { } resolver || UrlEncoders.EncodesAgain(call, resolver);

    /// <summary>What to do: the same as the fix does.</summary>
    private string AdviceFor(IInvocationOperation call) => (ResolverOf(call) is { } resolver ? UrlEncoders.SuperfluousOf(call, resolver) : SuperfluousEncoder.None) switch
    {
        SuperfluousEncoder.Outer => Words.Advice("outer", call.TargetMethod.Name),
        SuperfluousEncoder.Inner when ValueResolver.Strip(call.Arguments[0].Value) is IInvocationOperation inner => Words.Advice("inner", inner.TargetMethod.Name),
        _ => Words.Advice("once"),
    };

    private static ValueResolver? ResolverOf(IInvocationOperation call) =>
        call.SemanticModel is { } model ? new ValueResolver(ProgramModel.Of(model.Compilation), CancellationToken.None) : null;

    /// <summary>The piece of a link that shows the second encoding, or null.</summary>
    private static string? TwiceIn(HoledText link)
    {
        string text = link.Text;
        if (StartsEncoded(text, 0) is { } scheme)
        {
            return scheme;
        }

        int query = text.IndexOf('?');
        for (int index = text.IndexOf("%25", StringComparison.Ordinal); index >= 0; index = text.IndexOf("%25", index + 1, StringComparison.Ordinal))
        {
            if (index + EscapedPercent <= text.Length && Uri.IsHexDigit(text[index + 3]) && Uri.IsHexDigit(text[index + 4])
                && !(query >= 0 && index > query && IsInEncodedUrl(text, query, index)))
            {
                return text.Substring(index, EscapedPercent);
            }
        }

        return null;
    }

    /// <summary>Whether a query value that holds the index is a whole URL, encoded once as it must be: its own escapes show as <c>%25XX</c>.</summary>
    public static bool IsInEncodedUrl(string text, int query, int index)
    {
        int start = Math.Max(query, text.LastIndexOf('&', index));
        int equals = text.IndexOf('=', start);
        return equals >= 0 && equals < index && StartsEncoded(text, equals + 1) is not null;
    }

    private static string? StartsEncoded(string text, int index)
    {
        foreach (string scheme in new[] { "https%3A%2F%2F", "http%3A%2F%2F", "https%253A", "http%253A" })
        {
            if (string.Compare(text, index, scheme, 0, scheme.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return text.Substring(index, scheme.Length);
            }
        }

        return null;
    }

    private static IInvocationOperation? OuterEncoder(PayloadNode link)
    {
        if (link.Kind == PayloadKind.Unknown || link.Text is { IsOneHole: true })
        {
            IOperation? whole = link.Kind == PayloadKind.Unknown || link.HoleOperations.IsEmpty ? link.Operation : link.HoleOperations[0];
            return UrlEncoders.OuterOfTwo(whole, isWholeLink: true, isQueryValue: false, isAll: true);
        }

        if (link.Text is not { } text)
        {
            return null;
        }

        int query = text.Text.IndexOf('?');
        for (int hole = 0; hole < Math.Min(text.Holes.Length, link.HoleOperations.Length); hole++)
        {
            int place = text.Holes[hole];
            if (UrlEncoders.OuterOfTwo(link.HoleOperations[hole], isWholeLink: place == 0, isQueryValue: query >= 0 && place > query) is { } call)
            {
                return call;
            }
        }

        return null;
    }
}
