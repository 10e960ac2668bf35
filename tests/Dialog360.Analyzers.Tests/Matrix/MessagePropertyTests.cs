using CsCheck;
using Dialog360.Analyzers.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Dialog360.Analyzers.Tests.Matrix;

/// <summary>
/// Random messages of every type in every way of writing: valid ones are silent, one defect gives one finding at its place, and its fix
/// gives back a message without findings. DIALOG360_LONG_TESTS=1 takes more than 20,000 programs.
/// </summary>
public class MessagePropertyTests(ITestOutputHelper output)
{
    private const string Seed = "0000KOIKlqr2";

    private const int BatchSize = 60;

    private const int ShortBatches = 4;

    private const int LongBatches = 400;

    /// <summary>Programs in batches; half of them get a defect, where the message and the style take one.</summary>
    internal static readonly Gen<Written[]> Batches = Gen.Select(Messages.All, Gen.Int[0, Styles.All.Length - 1], Gen.Int[0, (Defects.All.Length * 2) - 1], Gen.Int[0, int.MaxValue - 1], Write)
        .Array[BatchSize];

    [Fact]
    public async Task Valid_messages_are_silent_and_defects_are_found_and_fixed()
    {
        Progress progress = new("Generated messages");
        int broken = 0;
        int repaired = 0;
        // One stream of random numbers, so that every run takes the same programs; the long run begins with those of the short one.
        PCG random = PCG.Parse(Seed);
        for (int batch = 0; batch < (Progress.IsLongRun ? LongBatches : ShortBatches); batch++)
        {
            Written[] programs = Batches.Generate(random, null, out _);
            Outcome[] outcomes = await new Batch(programs).JudgeAsync(fix: true);
            progress.Add(programs.Length);
            broken += programs.Count(program => program.Defect is not null);
            repaired += outcomes.Count(outcome => outcome.Fix is not null);
            string[] errors = [.. outcomes.Where(outcome => outcome.Error is not null).OrderBy(outcome => outcome.Program.Text.Length).Select(outcome => outcome.ToString())];
            Assert.True(errors.Length == 0, $"{errors.Length} of {programs.Length} in batch {batch}. {string.Join("\n----\n", errors.Take(3))}");
        }

        output.WriteLine($"{progress}, {broken} with a defect, {repaired} repaired");
    }

    private static Written Write(Obj message, int style, int wanted, int seed)
    {
        // The first defect from the wanted one on that the message and the style take.
        for (int tried = 0; wanted < Defects.All.Length && tried < Defects.All.Length; tried++)
        {
            if (Written.Of(message, Styles.All[style], Defects.All[(wanted + tried) % Defects.All.Length], seed) is { } written)
            {
                return written;
            }
        }

        return Written.Of(message, Styles.All[style], null, seed)!;
    }
}
