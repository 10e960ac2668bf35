using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Tests.Hosting;

/// <summary>Messages with parts from several files: judged under the options of their own file, and once for all these parts.</summary>
public sealed class UserFindingsTests
{
    private const string Message = "Message.cs";

    [Theory]
    // A list's text may have 4096 characters in the Cloud and 1024 on premises; the file of the part says nothing about that.
    [InlineData("on_premises", "cloud", true)]
    [InlineData("cloud", "on_premises", false)]
    [InlineData("auto", "on_premises", false)]
    public void The_options_are_those_of_the_file_with_the_message(string message, string part, bool isFound)
    {
        string text = $"public static class Bodies {{ public static object Long() => new {{ text = \"{new string('x', 2000)}\" }}; }}";
        CSharpCompilation compilation = new TestProgram(
            "none",
            "public static class Lists { public static object Of(string to) => new { to, type = \"interactive\", recipient_type = \"individual\", interactive = new { type = \"list\", body = Bodies.Long(), action = new { button = \"b\", sections = new[] { new { title = \"t\", rows = new[] { new { id = \"1\", title = \"a\" } } } } } } }; }",
            text).Compile();
        PerFile options = new(path => path == "File0.cs" ? message : part);

        Assert.Equal(isFound, TestProgram.Analyze(compilation, new AnalyzerOptions([], options)).Any(diagnostic => diagnostic.Id == "DLG0109" && diagnostic.Location.SourceTree?.FilePath == "File1.cs"));
    }

    [Fact]
    public void A_message_is_judged_once_however_many_files_have_its_parts()
    {
        int few = ReadsOf(2);

        Assert.Equal(few, ReadsOf(12));
    }

    /// <summary>How often the options of the file with the message are read.</summary>
    private static int ReadsOf(int parts)
    {
        IEnumerable<SyntaxTree> files = Enumerable.Range(0, 12).Select(number => CSharpSyntaxTree.ParseText(
            $"public static class Buttons{number} {{ public static object Make() => new {{ type = \"reply\", reply = new {{ id = \"b{number}\", title = \"A title that is much too long\" }} }}; }}", path: $"Buttons{number}.cs"));
        string used = string.Join(", ", Enumerable.Range(0, 12).Select(number => $"Buttons{number % parts}.Make()"));
        CSharpCompilation compilation = new TestProgram("none", "public static class None { }").Compile().AddSyntaxTrees(files).AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            $"public static class Questions {{ public static object Ask(string to) => new {{ messaging_product = \"whatsapp\", to, type = \"interactive\", interactive = new {{ type = \"button\", body = new {{ text = \"?\" }}, action = new {{ buttons = new object[] {{ {used} }} }} }} }}; }}",
            path: Message));
        PerFile options = new(static _ => "auto");

        // One body after the other: of two at once both may look first.
        CompilationWithAnalyzersOptions inTurn = new(new AnalyzerOptions([], options), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        Assert.Contains(compilation.WithAnalyzers([new Dialog360PayloadAnalyzer()], inTurn).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult(), diagnostic => diagnostic.Id == "DLG0109" && diagnostic.Location.SourceTree?.FilePath == "Buttons1.cs");
        return options.GivenFor(Message);
    }

    /// <summary>Options that the host makes anew for each file, as the compiler does.</summary>
    private sealed class PerFile(Func<string, string> api) : AnalyzerConfigOptionsProvider
    {
        private readonly Dictionary<string, (AnalyzerConfigOptions Options, int Given)> _files = new(StringComparer.Ordinal);

        public override AnalyzerConfigOptions GlobalOptions { get; } = TestOptions.Of(string.Empty).AnalyzerConfigOptionsProvider.GlobalOptions;

        public int GivenFor(string path)
        {
            lock (_files)
            {
                return _files[path].Given;
            }
        }

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree)
        {
            lock (_files)
            {
                (AnalyzerConfigOptions options, int given) = _files.TryGetValue(tree.FilePath, out (AnalyzerConfigOptions, int) known)
                    ? known
                    : (TestOptions.Of("dialog360.api = " + api(tree.FilePath)).AnalyzerConfigOptionsProvider.GetOptions(tree), 0);
                _files[tree.FilePath] = (options, given + 1);
                return options;
            }
        }

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }
}
