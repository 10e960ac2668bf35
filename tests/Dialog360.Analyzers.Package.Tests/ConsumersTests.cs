using System.Globalization;
using System.Text.RegularExpressions;
using Dialog360.Analyzers.Package.Tests.Machine;

namespace Dialog360.Analyzers.Package.Tests;

/// <summary>
/// The applications in tests/Consumers: what is found in each is exactly what its comments say. A line that is to be reported ends with
/// <c>// DLGnnnn</c>, also several; where the line is inside a literal, the comment says how far up it is.
/// </summary>
public sealed class ConsumersTests
{
    private static readonly Regex Mark = new(@"// (?<rules>DLG\d{4}(, DLG\d{4})*)( \((?<up>\d+) lines? up\))?\s*$", RegexOptions.CultureInvariant);

    [Fact]
    public void QuickStart_prints_each_core_rule_twice_or_more_with_file_line_and_column()
    {
        (IReadOnlyList<Found> found, string output) = Build("QuickStart");

        SameAs(Expected("QuickStart"), found);
        Assert.All(Samples.CoreRules, rule => Assert.True(
            Regex.Matches(output, $@"\S+\.cs\(\d+,\d+\): warning {rule}: ").Select(match => match.Value).Distinct().Count() >= 2,
            output));
    }

    [Fact]
    public void Clean_gives_no_finding()
    {
        (IReadOnlyList<Found> found, _) = Build("Clean");

        Assert.Empty(found);
    }

    [Fact]
    public void Clinic_gives_exactly_the_findings_written_beside_its_code()
    {
        (IReadOnlyList<Found> found, _) = Build("Clinic");
        IReadOnlyList<string> expected = Expected("Clinic");

        Assert.NotEmpty(expected);
        SameAs(expected, found);
    }

    /// <summary>The interface is in one project, its callers in two, the HTTP in a third: the callers are reported, the transport is not.</summary>
    [Fact]
    public void Layers_are_reported_at_the_callers_of_what_is_marked()
    {
        (IReadOnlyList<Found> found, _) = Build("Layers", "Api");
        IReadOnlyList<string> expected = Expected("Layers");

        Assert.Equal(4, expected.Count);
        SameAs(expected, found);
    }

    [Fact]
    public void Webhook_gives_exactly_the_findings_written_beside_its_code()
    {
        (IReadOnlyList<Found> found, _) = Build("Webhook");
        IReadOnlyList<string> expected = Expected("Webhook");

        Assert.NotEmpty(expected);
        SameAs(expected, found);
    }

    private static (IReadOnlyList<Found> Found, string Output) Build(string name, string project = "")
    {
        string folder = Path.Combine(Repository.Root, "tests", "Consumers", name);
        string logs = Directory.CreateTempSubdirectory("dialog360-").FullName;
        try
        {
            ShellResult result = Shell.Dotnet(Path.Combine(folder, project), "build", "-c", Repository.Configuration, $"-p:FindingsFolder={logs}", "-v", "m", "-nologo").MustSucceed();
            return ([.. Directory.EnumerateFiles(logs, "*.sarif").SelectMany(log => Found.Read(log, folder))], result.Output);
        }
        finally
        {
            Directory.Delete(logs, recursive: true);
        }
    }

    private static void SameAs(IReadOnlyList<string> expected, IReadOnlyList<Found> found)
    {
        List<string> missing = [.. expected];
        List<Found> surplus = [.. found.Where(one => !missing.Remove(Key(one)))];
        Assert.True(
            missing.Count == 0 && surplus.Count == 0,
            $"not found:\n{string.Join('\n', missing)}\nnot expected:\n{string.Join('\n', surplus)}");
    }

    private static string Key(Found found) => Key(found.File, found.Line, found.Id);

    private static string Key(string file, int line, string rule) => $"{file}({line}) {rule}";

    private static List<string> Expected(string name)
    {
        string folder = Path.Combine(Repository.Root, "tests", "Consumers", name);
        List<(string File, int Line, string Rule)> marks = [];
        foreach (string path in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        {
            string file = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (file.Split('/').Any(static part => part is "obj" or "bin"))
            {
                continue;
            }

            string[] lines = File.ReadAllLines(path);
            for (int i = 0; i < lines.Length; i++)
            {
                Match mark = Mark.Match(lines[i]);
                if (mark.Success)
                {
                    int up = mark.Groups["up"].Success ? int.Parse(mark.Groups["up"].Value, CultureInfo.InvariantCulture) : 0;
                    marks.AddRange(mark.Groups["rules"].Value.Split(", ").Select(rule => (file, i + 1 - up, rule)));
                }
            }
        }

        return
        [
            .. marks.OrderBy(mark => mark.File, StringComparer.Ordinal)
                .ThenBy(mark => mark.Line)
                .ThenBy(mark => mark.Rule, StringComparer.Ordinal)
                .Select(mark => Key(mark.File, mark.Line, mark.Rule)),
        ];
    }
}
