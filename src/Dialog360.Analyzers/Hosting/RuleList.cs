using System.Collections.Immutable;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Access;
using Dialog360.Analyzers.Rules.Answers;
using Dialog360.Analyzers.Rules.Payload;
using Dialog360.Analyzers.Rules.Sending;
using Dialog360.Analyzers.Rules.Templates;
using Dialog360.Analyzers.Rules.Webhooks;

namespace Dialog360.Analyzers.Hosting;

/// <summary>The rules that exist, each once, by number.</summary>
internal static class RuleList
{
    /// <summary>The rules that judge a message.</summary>
    public static readonly ImmutableArray<Rule<PayloadScope>> Payload = ImmutableArray.Create<Rule<PayloadScope>>(
        new CoordinateOutOfRange(),
        new MediaTypeMismatch(),
        new LinkEncodedTwice(),
        new LinkCannotBeFetched(),
        new MalformedJson(),
        new WrongJsonType(),
        new UnescapedText(),
        new IncompleteMessage(),
        new BeyondLimit(),
        new TemplateNotInManifest(),
        new TemplateParametersDiffer(),
        new RecipientNotInternational(),
        new TemplateLanguageUnknown(),
        new EncodedAsAscii());

    /// <summary>The rules that judge how messages are sent, one executable body at a time.</summary>
    public static readonly ImmutableArray<Rule<BodyScope>> Sending = ImmutableArray.Create<Rule<BodyScope>>(
        new UploadWithoutProduct(),
        new BodyNotJson(),
        new UnpacedLoop(),
        new TransientFailureNotRetried(),
        new RepeatingFailureRetried(),
        new AnswerIgnored(),
        new BodyReadUnchecked(),
        new EnvelopeReadInOneSpelling(),
        new StatusOfBody(),
        new ErrorSwitchIncomplete(),
        new DetailsNotRead(),
        new CodeOfOtherGeneration(),
        new OneSuccessAccepted(),
        new KeyInSource(),
        new KeyHeaderMissing(),
        new UnknownPath(),
        new RetiredHost());

    /// <summary>The rules that judge sends by the whole program.</summary>
    public static readonly ImmutableArray<Rule<BodyScope>> Duties = ImmutableArray.Create<Rule<BodyScope>>(
        new SessionNotChecked(),
        new RecipientNotLookedUp(),
        new SendUnmarked());

    /// <summary>The rules that judge webhook receivers.</summary>
    public static readonly ImmutableArray<Rule<ReceiverScope>> Webhooks = ImmutableArray.Create<Rule<ReceiverScope>>(
        new WebhookRefuses(),
        new WorkBeforeWebhookAnswers(),
        new FailedStatusesNotRead(),
        new FirstUpdateOnly(),
        new UpdateWithoutMessages(),
        new SenderKnownByNumber(),
        new StatusesNeverLookedAt());

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<Rule> All = ImmutableArray.CreateRange<Rule>(Payload).AddRange(Sending).AddRange(Duties).AddRange(Webhooks);
}
