namespace Dialog360.Analyzers.Answers;

/// <summary>What a condition is under an assumed outcome.</summary>
internal enum Verdict
{
    /// <summary>It does not hold.</summary>
    False,

    /// <summary>It holds.</summary>
    True,

    /// <summary>It may hold or not, whatever the outcome is: a count of attempts, a deadline, a cancellation.</summary>
    Either,

    /// <summary>It may depend on the outcome in a way that nobody sees.</summary>
    Unknown,
}

/// <summary>Reckons with verdicts as C# does with conditions.</summary>
internal static class Verdicts
{
    /// <summary>Of something that is certain.</summary>
    public static Verdict Truth(bool holds) => holds ? Verdict.True : Verdict.False;

    /// <summary>Of <c>!condition</c>.</summary>
    public static Verdict Not(Verdict verdict) => verdict switch
    {
        Verdict.True => Verdict.False,
        Verdict.False => Verdict.True,
        _ => verdict,
    };

    /// <summary>Of <c>left &amp;&amp; right</c>.</summary>
    public static Verdict And(Verdict left, Verdict right) =>
        left == Verdict.False || right == Verdict.False ? Verdict.False : left == Verdict.Unknown || right == Verdict.Unknown ? Verdict.Unknown
        : left == Verdict.Either || right == Verdict.Either ? Verdict.Either : Verdict.True;

    /// <summary>Of <c>left || right</c>.</summary>
    public static Verdict Or(Verdict left, Verdict right) => Not(And(Not(left), Not(right)));

    /// <summary>Of <c>left == right</c>, both of them conditions.</summary>
    public static Verdict Same(Verdict left, Verdict right) =>
        left is Verdict.True or Verdict.False && right is Verdict.True or Verdict.False ? Truth(left == right) : Verdict.Unknown;
}
