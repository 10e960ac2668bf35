namespace Dialog360.Analyzers.Sending.Time;

/// <summary>What the truth of a condition says about the 24-hour session.</summary>
internal enum SessionSense
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The session is open where the condition is true.</summary>
    Open,

    /// <summary>The session is closed where the condition is true.</summary>
    Closed,

    /// <summary>The condition is about the session, but which way round cannot be told.</summary>
    About,
}

/// <summary>Reckons with <see cref="SessionSense"/>.</summary>
internal static class SessionSenses
{
    /// <summary>What the opposite condition says.</summary>
    public static SessionSense Negate(this SessionSense sense) => sense switch
    {
        SessionSense.Open => SessionSense.Closed,
        SessionSense.Closed => SessionSense.Open,
        _ => sense,
    };

    /// <summary>The same condition, or its opposite where <paramref name="outcome"/> is false.</summary>
    public static SessionSense When(this SessionSense sense, bool outcome) => outcome ? sense : sense.Negate();

    /// <summary>Two conditions that decide together: what either says; they disagree where both speak and differ.</summary>
    public static SessionSense And(this SessionSense first, SessionSense second) =>
        first == SessionSense.None || first == second ? second
        : second == SessionSense.None ? first
        : first == SessionSense.About ? second
        : second == SessionSense.About ? first
        : SessionSense.About;

    /// <summary>Whether code that runs where this holds may take the session for checked.</summary>
    public static bool Guards(this SessionSense sense) => sense is SessionSense.Open or SessionSense.About;
}
