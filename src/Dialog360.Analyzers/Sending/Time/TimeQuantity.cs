using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Time;

/// <summary>
/// A time, a span or a number of time units, as a sum: so many times now, so many times some other moment, plus hours.
/// <c>now - lastInbound</c> is (1, -1, 0), <c>lastInbound.AddHours(24)</c> is (0, 1, 24).
/// </summary>
/// <param name="Now">How often the present moment is in it: -1, 0 or 1.</param>
/// <param name="Time">How often another moment is in it: -1, 0 or 1.</param>
/// <param name="Hours">The known hours in it.</param>
/// <param name="Words">The words in the names of the other moment.</param>
internal sealed record TimeQuantity(int Now, int Time, double Hours, ImmutableArray<string> Words)
{
    /// <summary>The present moment.</summary>
    public static readonly TimeQuantity ThePresent = new(1, 0, 0, ImmutableArray<string>.Empty);

    /// <summary>The words in the very name of the other moment, without those of what it belongs to.</summary>
    public ImmutableArray<string> Own { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The field or property that the other moment is read from; null where it is no member of the source.</summary>
    public ISymbol? Member { get; init; }

    /// <summary>Of a bare number, its value: what unit it has is told by what it is compared with.</summary>
    public double? Raw { get; init; }

    /// <summary>The seconds of one unit, where the quantity is a number; 0 for a date or <c>TimeSpan</c>.</summary>
    public double Unit { get; init; }

    /// <summary>A span of so many hours.</summary>
    public static TimeQuantity Span(double hours) => new(0, 0, hours, ImmutableArray<string>.Empty);

    /// <summary>A bare number.</summary>
    public static TimeQuantity Number(double value) => new(0, 0, 0, ImmutableArray<string>.Empty) { Raw = value };

    /// <summary>Some moment of which only the names are known.</summary>
    public static TimeQuantity Moment(ImmutableArray<string> words) => new(0, 1, 0, words);

    /// <summary>A stretch of time that has passed since some moment.</summary>
    public static TimeQuantity Elapsed(ImmutableArray<string> words) => new(1, -1, 0, words);

    /// <summary>The same with the sign turned.</summary>
    public TimeQuantity Negate() => this with { Now = -Now, Time = -Time, Hours = -Hours, Raw = -Raw };

    /// <summary>The sum; null where it has no meaning here.</summary>
    public TimeQuantity? Plus(TimeQuantity other)
    {
        (TimeQuantity left, TimeQuantity right) = Aligned(this, other);
        int now = left.Now + right.Now;
        int time = left.Time + right.Time;
        if (now is < -1 or > 1 || time is < -1 or > 1 || (left.Time != 0 && right.Time != 0 && time == 0))
        {
            return null;
        }

        return new TimeQuantity(now, time, left.Hours + right.Hours, left.Words.AddRange(right.Words))
        {
            Own = left.Own.AddRange(right.Own),
            Unit = Math.Max(left.Unit, right.Unit),
            Member = left.Member ?? right.Member,
            Raw = left.Raw is { } a && right.Raw is { } b ? a + b : null,
        };
    }

    /// <summary>Gives a bare number the unit of what it meets.</summary>
    private static (TimeQuantity Left, TimeQuantity Right) Aligned(TimeQuantity left, TimeQuantity right)
    {
        if (left.Raw is { } a && right.Raw is null && right.Unit > 0)
        {
            return (Span(a * right.Unit / 3600) with { Unit = right.Unit }, right);
        }

        if (right.Raw is { } b && left.Raw is null && left.Unit > 0)
        {
            return (left, Span(b * left.Unit / 3600) with { Unit = left.Unit });
        }

        return (left, right);
    }
}
