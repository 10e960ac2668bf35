using System.Collections.Immutable;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Access;
using Dialog360.Analyzers.Rules.Payload;
using Dialog360.Analyzers.Rules.Sending;

namespace Dialog360.Analyzers.Hosting;

/// <summary>The rules that exist, each once, by number.</summary>
internal static class RuleList
{
    /// <summary>The rules that judge a message.</summary>
    public static readonly ImmutableArray<PayloadRule> Payload = ImmutableArray.Create<PayloadRule>(
        new CoordinateOutOfRange(),
        new MediaTypeMismatch(),
        new LinkEncodedTwice(),
        new LinkCannotBeFetched(),
        new MalformedJson(),
        new WrongJsonType(),
        new UnescapedText(),
        new IncompleteMessage(),
        new BeyondLimit(),
        new RecipientNotInternational(),
        new TemplateLanguageUnknown(),
        new EncodedAsAscii());

    /// <summary>The rules that judge how messages are sent, one executable body at a time.</summary>
    public static readonly ImmutableArray<SendRule> Sending = ImmutableArray.Create<SendRule>(
        new UnpacedLoop(),
        new TransientFailureNotRetried(),
        new RepeatingFailureRetried(),
        new KeyInSource(),
        new KeyHeaderMissing(),
        new UnknownPath(),
        new RetiredHost());
}
