using Dialog360.Analyzers.Tests.Documentation;

namespace Dialog360.Analyzers.Tests.Architecture;

/// <summary>Words by which code says what it means are data: lists of them stand in the catalogue's files, not in C#.</summary>
public class WordListTests
{
    /// <summary>Files whose lists hold names that are nobody's words, and what they are.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["Answers/AnswerMembers.cs"] = "methods of Flurl",
        ["Answers/AnswerSurroundings.cs"] = "methods of libraries for tests and mocks",
        ["Json/JsonWords.cs"] = "how other languages spell the literals of JSON",
        ["Payloads/Readers/SdkFactoryReader.cs"] = "parameters of the factory of WABA360Dialog",
        ["Program/Calls/TestMethods.cs"] = "attributes of libraries for tests",
        ["Sending/Reach/FileSeeds.cs"] = "attributes of Refit and of this package",
        ["Sending/Requests/FlurlReader.cs"] = "methods of Flurl",
    };

    [Fact]
    public void No_list_of_words_stands_in_code()
    {
        string fixes = Path.Combine(Repository.Root, "src", "Dialog360.Analyzers.CodeFixes");
        IEnumerable<string> lists = Rooms.Files.Where(static path => !Rooms.Inside(path).StartsWith("Catalog/", StringComparison.Ordinal) && !Names.ContainsKey(Rooms.Inside(path)))
            .Concat(Directory.EnumerateFiles(fixes, "*.cs", SearchOption.AllDirectories).Where(path => Path.GetRelativePath(fixes, path).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj")))
            .SelectMany(static path => WordLists.In(File.ReadAllText(path)).Select(list => $"{Rooms.Inside(path)}({list.Line}): {string.Join(' ', list.Words)}"));
        string found = string.Join("\n", lists);
        Assert.True(found.Length == 0, found);
    }

    [Fact]
    public void Every_exception_is_needed() =>
        Assert.DoesNotContain(Names.Keys, static file => !WordLists.In(File.ReadAllText(Path.Combine(Rooms.Folder, file))).Any());

    [Theory]
    [InlineData("string[] words = [\"mail\", \"letter\", \"parcel\", \"postcard\"];")]
    [InlineData("var words = new[] { \"mail\", \"letter\", \"parcel\", \"postcard\" };")]
    [InlineData("var words = new HashSet<string> { \"mail\", \"letter\", \"parcel\", \"postcard\" };")]
    [InlineData("var words = ImmutableArray.Create(\"mail\", \"letter\", \"parcel\", \"postcard\");")]
    [InlineData("(string, int)[] words = [(\"mail\", 1), (\"letter\", 2), (\"parcel\", 3), (\"postcard\", 4)];")]
    [InlineData("bool found = word is \"mail\" or \"letter\" or \"parcel\" or \"postcard\";")]
    [InlineData("bool found = word is (\"mail\" or \"letter\") or (\"parcel\" or \"postcard\");")]
    [InlineData("bool found = word == \"mail\" || word == \"letter\" || word == \"parcel\" || word == \"postcard\";")]
    [InlineData("bool found = Has(word, \"mail\") || Has(word, \"letter\") || Has(word, \"parcel\") || Has(word, \"postcard\");")]
    [InlineData("int kind = word switch { \"mail\" or \"letter\" => 1, \"parcel\" => 2, \"postcard\" => 3, _ => 0 };")]
    [InlineData("switch (word) { case \"mail\": case \"letter\": break; case \"parcel\" or \"postcard\": break; }")]
    public void List_is_found(string source) => Assert.Single(WordLists.In(source));

    [Theory]
    [InlineData("string[] words = [\"mail\", \"letter\", \"parcel\"];")]
    [InlineData("string[] names = [\"PostAsync\", \"PutAsync\", \"HttpClient\", \"JObject\", \"RestClient\"];")]
    [InlineData("string[] meanings = [\"seconds\", \"minutes\", \"hours\", \"days\"];")]
    [InlineData("string[] keywords = [\"class\", \"struct\", \"return\", \"await\", \"record\"];")]
    [InlineData("string[] marks = [\", \", \"{0}\", \"a b\", \"1\"];")]
    [InlineData("int kind = word switch { \"mail\" => Of(\"letter\"), \"parcel\" => Of(\"postcard\"), _ => 0 };")]
    [InlineData("Say(\"mail\"); Say(\"letter\"); Say(\"parcel\"); Say(\"postcard\");")]
    public void No_list(string source) => Assert.Empty(WordLists.In(source));
}
