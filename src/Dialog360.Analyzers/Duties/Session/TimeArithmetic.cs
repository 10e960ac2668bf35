using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Time;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>Judges comparisons of times: now minus a past moment against the 24 hours of a session (form a of DLG0201).</summary>
internal sealed class TimeArithmetic
{
    // A session lasts 24 hours; people leave themselves a margin. Rounding of constants must not push 24 hours over the edge.
    private const double MinHours = 19.99;
    private const double MaxHours = 24.01;

    private readonly ValueResolver _resolver;
    private readonly TimeReader _reader;

    /// <summary>Creates the judge.</summary>
    public TimeArithmetic(ValueResolver resolver)
    {
        _resolver = resolver;
        _reader = new TimeReader(resolver);
    }

    /// <summary>What <c>left op right</c> says. <paramref name="context"/>: words that stand around the comparison.</summary>
    public SessionSense SenseOf(IOperation left, BinaryOperatorKind comparison, IOperation right, ImmutableArray<string> context)
    {
        return _reader.Read(left) is { } quantity ? SenseOf(quantity, comparison, right, context) : SessionSense.None;
    }

    /// <summary>What it says that a property of a span (<c>{ TotalHours: &lt; 24 }</c>) compares so.</summary>
    public SessionSense SenseOfProperty(IOperation span, string property, BinaryOperatorKind comparison, IOperation right) =>
        TimeUnits.UnitOf(property) is { } unit && _reader.Read(span) is { } quantity
            ? SenseOf(quantity with { Unit = unit }, comparison, right, ImmutableArray<string>.Empty)
            : SessionSense.None;

    /// <summary>Whether a value is the moment that lies the length of a session back, or that length itself.</summary>
    public bool IsOpeningOrSpan(IOperation value) =>
        TimeNames.IsTime(value.Type) && _reader.Read(value) is { Time: 0 } quantity
        && (quantity.Now == 1 ? -quantity.Hours : quantity.Now == 0 ? quantity.Hours : 0) is >= MinHours and <= MaxHours;

    private SessionSense SenseOf(TimeQuantity first, BinaryOperatorKind comparison, IOperation right, ImmutableArray<string> context)
    {
        bool less = comparison is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;
        bool greater = comparison is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;
        if ((!less && !greater) || _reader.Read(right) is not { } second)
        {
            return SessionSense.None;
        }

        if (first.Plus(second.Negate()) is not { } difference)
        {
            return SessionSense.None;
        }

        // difference < 0 or > 0, with difference = sign * (now - moment) + hours.
        if (difference.Now == 0 || difference.Time != -difference.Now)
        {
            return SessionSense.None;
        }

        double span = -difference.Now * difference.Hours;
        bool within = difference.Now > 0 ? less : greater;
        ImmutableArray<string> words = difference.Words;
        bool saysInbound = SessionWords.Any(words, SessionWords.Inbound) || SessionWords.Any(context, SessionWords.Inbound);
        bool inbound = saysInbound || IsLastMessage(words);
        bool saysTheirs = saysInbound || SessionWords.Any(difference.Own, SessionWords.TheirSide);
        bool sane = span is > 0 and <= MaxHours && (span >= MinHours || inbound || saysTheirs);
        bool other = !inbound && (SessionWords.Any(words, SessionWords.Outbound) || SessionWords.Any(words, SessionWords.OtherTimes) || IsOtherEvent(difference.Own, words));
        if (!sane || other)
        {
            return SessionSense.None;
        }

        if (!saysTheirs && difference.Member is { } member && OwnMessageTimes.Of(_resolver.Program).Contains(member, _resolver.CancellationToken))
        {
            return SessionSense.None;
        }

        return within ? SessionSense.Open : SessionSense.Closed;
    }

    /// <summary>Whether the words name something that happened once to an order, an account or a record; the creation of a message or conversation is none.</summary>
    private static bool IsOtherEvent(ImmutableArray<string> own, ImmutableArray<string> words) =>
        SessionWords.Any(own, SessionWords.OtherEvents) && !SessionWords.Any(words, SessionWords.Message) && !SessionNames.SpeaksOfSession(words);

    /// <summary>Whether the words name the last message: <c>LastMessageAt</c>.</summary>
    private static bool IsLastMessage(ImmutableArray<string> words) =>
        SessionWords.Any(words, SessionWords.Last) && SessionWords.Any(words, SessionWords.Message) && !SessionWords.Any(words, SessionWords.Outbound);
}
