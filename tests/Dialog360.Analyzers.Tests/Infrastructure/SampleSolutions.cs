using Dialog360.Analyzers.Tests.Documentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Tests.Infrastructure;

/// <summary>The applications of tests/Consumers as an editor has them: their projects, the usings that the SDK adds, their additional files.</summary>
internal static class SampleSolutions
{
    private const string Usings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;

    private const string WebUsings = """
        global using global::System.Net.Http.Json;
        global using global::Microsoft.AspNetCore.Builder;
        global using global::Microsoft.AspNetCore.Hosting;
        global using global::Microsoft.AspNetCore.Http;
        global using global::Microsoft.AspNetCore.Routing;
        global using global::Microsoft.Extensions.Configuration;
        global using global::Microsoft.Extensions.DependencyInjection;
        global using global::Microsoft.Extensions.Hosting;
        global using global::Microsoft.Extensions.Logging;
        """;

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Consumers");

    /// <summary>Those in which something is to be found.</summary>
    public static IEnumerable<string> Names => ["QuickStart", "Webhook", "Clinic", "Layers"];

    /// <summary>A consumer.</summary>
    public static Solution Of(string consumer)
    {
        Solution solution = new AdhocWorkspace().CurrentSolution;
        foreach (string project in Directory.EnumerateFiles(Path.Combine(Folder, consumer), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            solution = Add(solution, project);
        }

        foreach (Project project in solution.Projects)
        {
            foreach (Project other in solution.Projects.Where(other => File.ReadAllText(project.FilePath!).Contains($"/{other.Name}.csproj\"", StringComparison.Ordinal)))
            {
                solution = solution.AddProjectReference(project.Id, new ProjectReference(other.Id));
            }
        }

        return solution;
    }

    private static Solution Add(Solution solution, string file)
    {
        bool isWeb = File.ReadAllText(file).Contains("Microsoft.NET.Sdk.Web", StringComparison.Ordinal);
        string name = Path.GetFileNameWithoutExtension(file);
        ProjectId id = ProjectId.CreateNewId(name);
        solution = solution.AddProject(ProjectInfo.Create(id, VersionStamp.Default, name, name, LanguageNames.CSharp, filePath: file)
            .WithMetadataReferences(TestReferences.All)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest))
            .WithCompilationOptions(new CSharpCompilationOptions(isWeb ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)));
        solution = solution.AddDocument(DocumentId.CreateNewId(id), "Usings.g.cs", SourceText.From(isWeb ? Usings + "\n" + WebUsings : Usings), filePath: $"{name}.Usings.g.cs");
        foreach (string path in Directory.EnumerateFiles(Path.GetDirectoryName(file)!, "*", SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal))
        {
            SourceText text = SourceText.From(File.ReadAllText(path));
            solution = path.EndsWith(".cs", StringComparison.Ordinal)
                ? solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), text, filePath: Path.GetRelativePath(Folder, path))
                : solution.AddAdditionalDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), text, filePath: path);
        }

        return solution;
    }

    private static bool IsSource(string path) =>
        (path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".360dialog-templates.json", StringComparison.Ordinal))
        && !Path.GetRelativePath(Folder, path).Split(Path.DirectorySeparatorChar).Any(static part => part is "obj" or "bin");
}
