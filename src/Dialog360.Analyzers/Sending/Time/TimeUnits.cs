namespace Dialog360.Analyzers.Sending.Time;

/// <summary>Units of time, as the members of the time types name them.</summary>
internal static class TimeUnits
{
    /// <summary>The hours that one unit stands for, by the name in <c>FromHours</c> and <c>AddHours</c>; ticks for any other name.</summary>
    public static double HoursOf(string unit) => unit switch
    {
        "Days" => 24,
        "Hours" => 1,
        "Minutes" => 1d / 60,
        "Seconds" => 1d / 3600,
        "Milliseconds" => 1d / 3600000,
        _ => 1d / TimeSpan.TicksPerHour,
    };

    /// <summary>The seconds that one unit of a property of a span stands for (<c>TotalHours</c>); null for any other property.</summary>
    public static double? UnitOf(string property) => property switch
    {
        "TotalDays" or "Days" => 86400,
        "TotalHours" or "Hours" => 3600,
        "TotalMinutes" => 60,
        "TotalSeconds" => 1,
        "TotalMilliseconds" => 0.001,
        _ => null,
    };

    /// <summary>A constant as a number; null where it is none.</summary>
    public static double? NumberOf(object constant) => constant switch
    {
        int value => value,
        long value => value,
        double value => value,
        float value => value,
        decimal value => (double)value,
        short value => value,
        uint value => value,
        byte value => value,
        _ => null,
    };
}
