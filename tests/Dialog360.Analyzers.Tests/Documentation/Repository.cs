using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Documentation;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    /// <summary>Set to anything, it makes the tests write what is generated instead of comparing it: <c>DIALOG360_WRITE_DOCS=1 dotnet test</c>.</summary>
    private const string WriteVariable = "DIALOG360_WRITE_DOCS";

    /// <summary>The root folder.</summary>
    public static string Root { get; } = TestReferences.Metadata("RepositoryRoot").Single();

    /// <summary>Where it is published: the property from which all links are made.</summary>
    public static string Url { get; } = TestReferences.Metadata("RepositoryUrl").Single();

    /// <summary>The text of a file, with line feeds only.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>Checks that the file holds <paramref name="generated"/> between its two marks, or writes it there.</summary>
    public static void CheckBetween(string path, string begin, string end, string generated)
    {
        string text = Read(path);
        int start = text.IndexOf(begin, StringComparison.Ordinal);
        int stop = text.IndexOf(end, StringComparison.Ordinal);
        Assert.True(start >= 0 && stop > start, $"{path} lacks the marks {begin} and {end}.");
        CheckWhole(path, text[..(start + begin.Length)] + "\n" + generated.TrimEnd() + "\n" + text[stop..]);
    }

    /// <summary>Checks that the file holds <paramref name="expected"/>, or writes it.</summary>
    public static void CheckWhole(string path, string expected)
    {
        if (Environment.GetEnvironmentVariable(WriteVariable) is { Length: > 0 })
        {
            File.WriteAllText(Path.Combine(Root, path), expected);
        }

        Assert.True(Read(path) == expected, $"{path} differs from what the tests make. {WriteVariable}=1 dotnet test --filter \"Documentation|Coverage\" writes it anew.");
    }
}
