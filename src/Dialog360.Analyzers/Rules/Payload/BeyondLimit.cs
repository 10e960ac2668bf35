using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>DLG0109: a text, a number, a list or an identifier beyond a documented limit.</summary>
internal sealed class BeyondLimit : Rule<PayloadScope>
{
    /// <summary>The number of the rule.</summary>
    public const string Number = "DLG0109";

    /// <summary>Creates the rule.</summary>
    public BeyondLimit()
        : base(Number)
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(PayloadScope scope)
    {
        MessagePicture message = scope.Message;
        foreach (SchemaPlace place in message.Objects)
        {
            foreach (PayloadMember member in place.Node.Members)
            {
                if (place.Shape.Member(member.Name) is not { } limits || !ReferenceEquals(place.Node.Member(member.Name), member))
                {
                    continue;
                }

                foreach (LimitBreach breach in BreachesOf(place, member, limits, message.IsCloud))
                {
                    yield return new Finding(this, breach.Span, ImmutableArray.Create(breach.Path, breach.Allowed, breach.Has, Words.Errors(message.IsCloud, breach.Kind), breach.Advice))
                    {
                        Node = place.Node,
                        Member = member,
                    };
                }
            }
        }
    }

    private static IEnumerable<LimitBreach> BreachesOf(SchemaPlace place, PayloadMember member, SchemaMember limits, bool? isCloud)
    {
        string path = place.PathOf(member.Name);
        if (limits.IsLimitedToValues && Given.IsNeverNull(member.Value) && Companion.IsMissing(place, limits))
        {
            return [new LimitBreach(member.Value.Span, path, LimitBreach.Words.Phrase("direct-send", limits.With!, LimitBreach.Words.OrPlain(limits.WithValues)), LimitBreach.Words.Phrase("none")) { Kind = "value" }];
        }

        IEnumerable<LimitBreach> breaches = member.Value.Kind switch
        {
            PayloadKind.Text => TextLimits.Of(member, limits, path, isCloud),
            PayloadKind.Unknown => TextLimits.OfUnknown(member, limits, path),

            // Where elements may be added or left out, nothing is counted.
            PayloadKind.Array when !member.Value.IsOpen => ListLimits.Of(member, limits, path, isCloud),
            PayloadKind.Object when !member.Value.IsOpen => ListLimits.OfObject(member, limits, path),
            _ => [],
        };
        return OutOfRange(member.Value, limits, path) is { } range ? breaches.Append(range) : breaches;
    }

    /// <summary>A number, written as one or as a text, outside the range of the member.</summary>
    private static LimitBreach? OutOfRange(PayloadNode value, SchemaMember limits, string path)
    {
        if (limits is not { From: { } from, To: { } to } || CoordinateOutOfRange.DegreesOf(value) is not { } number || number >= from && number <= to)
        {
            return null;
        }

        string allowed = LimitBreach.Words.Phrase("range", from.ToString(CultureInfo.InvariantCulture), to.ToString(CultureInfo.InvariantCulture));
        return new LimitBreach(value.Span, path, allowed, value.NumberText ?? value.KnownText ?? number.ToString(CultureInfo.InvariantCulture)) { Kind = limits.Error ?? "value" };
    }
}

/// <summary>A limit that is not kept.</summary>
/// <param name="Span">The value, or the array for counts.</param>
/// <param name="Path">The way to the member that has the limit.</param>
/// <param name="Allowed">What is allowed, in words.</param>
/// <param name="Has">What is there, in words.</param>
internal sealed record LimitBreach(SourceSpan Span, string Path, string Allowed, string Has)
{
    /// <summary>The words of the rule.</summary>
    public static RuleWords Words => RuleWords.Of(BeyondLimit.Number);

    /// <summary>The kind of error that it leads to, by its name in the catalogue; the usual one where that lists none.</summary>
    public string? Kind { get; init; }

    /// <summary>What to do, for the end of the message.</summary>
    public string Advice { get; init; } = string.Empty;

    /// <summary>A number of things, in words.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The phrase for one of them; the phrase for several has an <c>s</c> more.</param>
    public static string Count(int count, string one) => count == 1 ? Words.Phrase(one) : Words.Phrase(one + "s", count.ToString(CultureInfo.InvariantCulture));
}
