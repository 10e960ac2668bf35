using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Tests.Infrastructure;

/// <summary>
/// A program that a test is about. <c>[|…|]</c> marks where the rule under test reports; <c>{|DLG0101:…|}</c> marks a place of a
/// rule by number. A program without marks must stay without a finding of the rule.
/// </summary>
internal sealed class TestProgram
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Globalization;
        global using System.Linq;
        global using System.Net;
        global using System.Net.Http;
        global using System.Net.Http.Headers;
        global using System.Net.Http.Json;
        global using System.Text;
        global using System.Text.Encodings.Web;
        global using System.Text.Json;
        global using System.Text.Json.Nodes;
        global using System.Text.Json.Serialization;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using System.Web;
        // A project that sends WhatsApp messages.
        """;

    private const string EntryPoint = "internal static class EntryPoint { private static void Main() { } }";

    private static readonly DiagnosticAnalyzer[] Analyzers = typeof(Dialog360PayloadAnalyzer).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsPublic: true } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .ToArray();

    private readonly List<(string Path, string Text)> _files = [];
    private readonly List<(string Path, string Id, TextSpan Span)> _expected = [];
    private readonly string _ruleId;

    /// <summary>A program of one or more files.</summary>
    /// <param name="ruleId">
    /// The rule that <c>[|…|]</c> stands for; only its findings are compared, unless other numbers are marked. <c>DLG06*</c> compares a whole group; of several, separated
    /// by commas, <c>[|…|]</c> stands for the first.
    /// </param>
    /// <param name="files">The marked files.</param>
    public TestProgram(string ruleId, params string[] files)
    {
        _ruleId = ruleId;
        foreach (string file in files)
        {
            string path = $"File{_files.Count}.cs";
            _files.Add((path, Unmark(file, path)));
        }
    }

    /// <summary>The files without their marks.</summary>
    public IReadOnlyList<(string Path, string Text)> Files => _files;

    /// <summary>The code of a page, whose first line says where it stands when it is no application.</summary>
    public static TestProgram OfPage(string program) => new("none", program) { IsLibrary = program.StartsWith("// In a class library.", StringComparison.Ordinal) };

    /// <summary>Whether it is a class library, whose public members other projects can call; else an application, with an entry point of its own or an empty one.</summary>
    public bool IsLibrary { get; init; }

    /// <summary>What other projects give, compiled apart.</summary>
    public IEnumerable<MetadataReference> References { get; init; } = [];

    /// <summary>The compilation of the program.</summary>
    public CSharpCompilation Compile()
    {
        CSharpParseOptions parse = new(LanguageVersion.Latest);
        List<SyntaxTree> trees = [CSharpSyntaxTree.ParseText(GlobalUsings, parse, "GlobalUsings.cs")];
        trees.AddRange(_files.Select(file => CSharpSyntaxTree.ParseText(file.Text, parse, file.Path)));
        if (!IsLibrary && !trees.Any(HasEntryPoint))
        {
            trees.Insert(1, CSharpSyntaxTree.ParseText(EntryPoint, parse, "Start.cs"));
        }

        return CSharpCompilation.Create(
            "Program",
            trees,
            [.. TestReferences.All, .. References],
            new CSharpCompilationOptions(IsLibrary ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
    }

    /// <summary>The diagnostics of our analyzers in a compilation, by place.</summary>
    public static ImmutableArray<Diagnostic> Analyze(Compilation compilation, AnalyzerOptions? options = null)
    {
        // Nothing is disabled by default in a test.
        ImmutableDictionary<string, ReportDiagnostic> enabled = Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Where(descriptor => !descriptor.IsEnabledByDefault)
            .Select(descriptor => descriptor.Id)
            .Distinct()
            .ToImmutableDictionary(id => id, _ => ReportDiagnostic.Info);
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(enabled));
        return compilation.WithAnalyzers([.. Analyzers], options)
            .GetAnalyzerDiagnosticsAsync()
            .GetAwaiter().GetResult()
            .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .ToImmutableArray();
    }

    /// <summary>Checks that the program compiles and that exactly the marked places are reported.</summary>
    /// <param name="mayHaveErrors">For half-typed programs.</param>
    /// <param name="editorConfig">Options, as <c>key = value</c> lines.</param>
    /// <param name="files">Additional files of the project.</param>
    public void Check(bool mayHaveErrors = false, string? editorConfig = null, params AdditionalText[] files)
    {
        CSharpCompilation compilation = Compile();
        if (!mayHaveErrors)
        {
            string[] errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()).ToArray();
            Assert.True(errors.Length == 0, "The test program does not compile: " + string.Join(Environment.NewLine, errors));
        }

        ImmutableArray<Diagnostic> diagnostics = Analyze(compilation, editorConfig is null && files.Length == 0 ? null : TestOptions.Of(editorConfig ?? string.Empty, files));
        Diagnostic[] failures = diagnostics.Where(diagnostic => diagnostic.Id is "DLG0901" or "AD0001").ToArray();
        Assert.True(failures.Length == 0, string.Join(Environment.NewLine, failures.Select(failure => failure.ToString())));

        HashSet<string> compared = [.. _ruleId.Split(','), .. _expected.Select(mark => mark.Id)];
        string[] groups = [.. compared.Where(static id => id.EndsWith('*')).Select(static id => id[..^1])];
        string actual = Describe(diagnostics.Where(diagnostic => compared.Contains(diagnostic.Id) || groups.Any(group => diagnostic.Id.StartsWith(group, StringComparison.Ordinal)))
            .Select(diagnostic => (diagnostic.Location.SourceTree?.FilePath ?? string.Empty, diagnostic.Id, diagnostic.Location.SourceSpan)));
        string expected = Describe(_expected.OrderBy(mark => mark.Path, StringComparer.Ordinal).ThenBy(mark => mark.Span.Start).ThenBy(mark => mark.Id, StringComparer.Ordinal));
        Assert.True(expected == actual, $"Expected:{Environment.NewLine}{expected}Actual:{Environment.NewLine}{actual}In:{Environment.NewLine}{string.Join(Environment.NewLine, _files.Select(file => file.Text))}");
    }

    private static bool HasEntryPoint(SyntaxTree tree) => tree.GetRoot().DescendantNodes().Any(static node =>
        node.IsKind(SyntaxKind.GlobalStatement) || node is MethodDeclarationSyntax { Identifier.ValueText: "Main" } method && method.Modifiers.Any(SyntaxKind.StaticKeyword));

    private string Describe(IEnumerable<(string Path, string Id, TextSpan Span)> places)
    {
        StringBuilder result = new();
        foreach ((string path, string id, TextSpan span) in places)
        {
            string text = _files.FirstOrDefault(file => file.Path == path).Text ?? string.Empty;
            result.AppendLine($"  {path} {span} {id} «{(span.End <= text.Length ? text.Substring(span.Start, span.Length) : "?")}»");
        }

        return result.ToString();
    }

    private string Unmark(string marked, string path)
    {
        StringBuilder text = new(marked.Length);
        Stack<(string Id, int Start)> open = new();
        int index = 0;
        while (index < marked.Length)
        {
            if (string.CompareOrdinal(marked, index, "[|", 0, 2) == 0)
            {
                open.Push((_ruleId.Split(',')[0], text.Length));
                index += 2;
            }
            else if (string.CompareOrdinal(marked, index, "{|DLG", 0, 5) == 0)
            {
                int colon = marked.IndexOf(':', index);
                open.Push((marked[(index + 2)..colon], text.Length));
                index = colon + 1;
            }
            else if (open.Count > 0 && (string.CompareOrdinal(marked, index, "|]", 0, 2) == 0 || string.CompareOrdinal(marked, index, "|}", 0, 2) == 0))
            {
                (string id, int start) = open.Pop();
                _expected.Add((path, id, TextSpan.FromBounds(start, text.Length)));
                index += 2;
            }
            else
            {
                text.Append(marked[index++]);
            }
        }

        return text.ToString();
    }
}
