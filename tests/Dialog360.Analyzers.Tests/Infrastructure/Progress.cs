using System.Diagnostics;

namespace Dialog360.Analyzers.Tests.Infrastructure;

/// <summary>Says every ten seconds how far a long test is.</summary>
/// <param name="what">What is being done.</param>
internal sealed class Progress(string what)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private TimeSpan _said;

    /// <summary>Whether the run is the long one: DIALOG360_LONG_TESTS=1.</summary>
    public static bool IsLongRun { get; } = Environment.GetEnvironmentVariable("DIALOG360_LONG_TESTS") == "1";

    /// <summary>How many things were done.</summary>
    public int Count { get; private set; }

    /// <summary>What was done, with the time it took.</summary>
    public override string ToString() => $"{what}: {Count} in {_watch.Elapsed.TotalSeconds:0.0} s";

    /// <summary>Counts what was done.</summary>
    public void Add(int count)
    {
        lock (_lock)
        {
            Count += count;
            if (_watch.Elapsed - _said > Interval)
            {
                _said = _watch.Elapsed;
                Console.WriteLine(this);
            }
        }
    }
}
