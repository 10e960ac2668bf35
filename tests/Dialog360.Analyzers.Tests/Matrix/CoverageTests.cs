using System.Text;
using Dialog360.Analyzers.Tests.Documentation;
using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Matrix;

/// <summary>The table of rules and ways of writing in docs/coverage.md holds what really happens.</summary>
public class CoverageTests
{
    /// <summary>Why a cell has no finding or no fix.</summary>
    private static readonly (string Mark, string Why, Func<string, Style, bool> Covers)[] Explanations =
    [
        ("a", "Only JSON text can be malformed: objects are written by a serializer.", (id, style) => id == "DLG0105" && !style.IsText),
        ("b", "Only text with holes takes an unescaped value; a serializer escapes, and a literal is known as a whole.", (id, style) => id == "DLG0107" && !(style.IsText && style.HasHoles)),
        ("c", "What is bytes already, or escaped by System.Text.Json, loses nothing.", (id, style) => id == "DLG0114" && Defects.All.Where(defect => defect.Id == id).All(defect => !defect.Fits(style))),
        ("d", "A UTF-8 text is bytes, which have no media type of their own.", (id, style) => id == "DLG0115" && Defects.All.Where(defect => defect.Id == id).All(defect => !defect.Fits(style))),
    ];

    private const int BatchSize = 60;

    [Fact]
    public async Task Table_of_rules_and_ways_of_writing()
    {
        List<Written> programs = [];
        foreach (Defect defect in Defects.All)
        {
            foreach (Style style in Styles.All.Where(defect.Fits))
            {
                programs.Add(Messages.Samples.Select(sample => Written.Of(sample(), style, defect, seed: 1)).First(written => written is not null)!);
            }
        }

        Progress progress = new("Programs of the coverage table");
        Written[][] parts = [.. programs.Chunk(BatchSize)];
        Outcome[][] judged = new Outcome[parts.Length][];
        await Parallel.ForEachAsync(Enumerable.Range(0, parts.Length), async (index, _) =>
        {
            judged[index] = await new Batch(parts[index]).JudgeAsync(fix: true);
            progress.Add(parts[index].Length);
        });
        Outcome[] outcomes = [.. judged.SelectMany(part => part)];
        string[] errors = [.. outcomes.Where(outcome => outcome.Error is not null).Select(outcome => outcome.ToString())];
        Repository.CheckBetween("docs/coverage.md", "<!-- coverage:begin -->", "<!-- coverage:end -->", Table(outcomes));
        Assert.True(errors.Length == 0, string.Join("\n----\n", errors));
    }

    private static string Table(Outcome[] outcomes)
    {
        string[] rules = [.. Defects.All.Select(defect => defect.Id).Distinct().Order(StringComparer.Ordinal)];
        StringBuilder table = new();
        table.Append("| way of writing | " + string.Join(" | ", rules) + " |\n|---|" + string.Concat(rules.Select(_ => "---|")) + "\n");
        foreach (Style style in Styles.All)
        {
            table.Append($"| {style.Name} | {string.Join(" | ", rules.Select(rule => Cell(rule, style, [.. outcomes.Where(outcome => outcome.Program.Style == style && outcome.Program.Defect!.Id == rule)])))} |\n");
        }

        table.Append('\n');
        foreach ((string mark, string why, Func<string, Style, bool> covers) in Explanations.Where(each => rules.Any(rule => Styles.All.Any(style => each.Covers(rule, style)))))
        {
            table.Append($"- ({mark}) {why}\n");
        }

        table.Append("\nA rule counts as fixed where at least one of its defects has a fix that gives back a message without findings:\n\n");
        foreach (string rule in rules)
        {
            Outcome[] ofRule = [.. outcomes.Where(outcome => outcome.Program.Defect!.Id == rule)];
            string[] unfixed = [.. ofRule.GroupBy(outcome => outcome.Program.Defect!.Name).Where(group => group.All(outcome => outcome.Fix is null)).Select(group => group.Key)];
            string[] fixedOnes = [.. ofRule.GroupBy(outcome => outcome.Program.Defect!.Name).Where(group => group.Any(outcome => outcome.Fix is not null)).Select(group => group.Key)];
            table.Append($"- {rule}: fixed: {Join(fixedOnes)}; only found: {Join(unfixed)}\n");
        }

        return table.ToString();
    }

    private static string Join(string[] names) => names.Length == 0 ? "none" : string.Join(", ", names);

    private static string Cell(string rule, Style style, Outcome[] outcomes)
    {
        if (outcomes.Length == 0)
        {
            string? mark = Explanations.Where(each => each.Covers(rule, style)).Select(each => each.Mark).FirstOrDefault();
            Assert.True(mark is not null, $"{rule} in '{style.Name}' is neither judged nor explained.");
            return $"({mark})";
        }

        return outcomes.Any(outcome => outcome.Error is not null) ? "MISSED" : outcomes.Any(outcome => outcome.Fix is not null) ? "found, fixed" : "found";
    }
}
