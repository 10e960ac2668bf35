using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>Programs in memory, compiled against the reference packs of the test project.</summary>
internal static class TestSolution
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyReferences = new(Load);

    /// <summary>.NET, ASP.NET Core, Newtonsoft.Json and RestSharp.</summary>
    public static ImmutableArray<MetadataReference> References => LazyReferences.Value;

    /// <summary>One project with the files, named <c>File1.cs</c> and so on.</summary>
    public static Solution Of(params string[] files)
    {
        AdhocWorkspace workspace = new();
        return AddProject(workspace.CurrentSolution, "App", files);
    }

    /// <summary>The solution with one more project: an application.</summary>
    public static Solution AddProject(Solution solution, string name, params string[] files)
    {
        bool hasEntryPoint = files.Any(static file => CSharpSyntaxTree.ParseText(file).GetRoot().ChildNodes().Any(node => node.IsKind(SyntaxKind.GlobalStatement)));
        ProjectId project = ProjectId.CreateNewId(name);
        ProjectInfo info = ProjectInfo.Create(project, VersionStamp.Default, name, name, LanguageNames.CSharp)
            .WithMetadataReferences(References)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest))
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        solution = solution.AddProject(info);
        for (int index = 0; index < files.Length; index++)
        {
            string file = $"File{index + 1}.cs";
            solution = solution.AddDocument(DocumentId.CreateNewId(project, file), file, SourceText.From(files[index]), filePath: $"/{name}/{file}");
        }

        if (!hasEntryPoint)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(project), "EntryPoint.cs", SourceText.From("internal static class EntryPoint { private static void Main() { } }"), filePath: $"/{name}/EntryPoint.cs");
        }

        return solution;
    }

    /// <summary>The text of the first file.</summary>
    public static async Task<string> TextAsync(Solution solution) => (await solution.Projects.First().Documents.First().GetTextAsync()).ToString();

    /// <summary>Fails where a file of the solution does not compile.</summary>
    public static async Task AssertCompilesAsync(Solution solution)
    {
        foreach (Project project in solution.Projects)
        {
            Compilation compilation = (await project.GetCompilationAsync())!;
            IEnumerable<Diagnostic> errors = compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            string text = string.Join("\n\n", project.Documents.Select(static document => document.GetTextAsync().Result.ToString()));
            Assert.True(!errors.Any(), string.Join("\n", errors) + "\n" + text);
        }
    }

    private static ImmutableArray<MetadataReference> Load()
    {
        IEnumerable<string> packs = typeof(TestSolution).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(static attribute => attribute.Key == "ReferencePack")
            .SelectMany(static attribute => Directory.GetFiles(attribute.Value!, "*.dll"));
        IEnumerable<string> packages = new[] { "Newtonsoft.Json.dll", "RestSharp.dll" }.Select(static name => Path.Combine(AppContext.BaseDirectory, name));
        return [.. packs.Concat(packages).Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))];
    }
}
