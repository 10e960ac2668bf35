using Dialog360.Analyzers.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Tests.Infrastructure;

/// <summary>All that the package offers for a program of one file, whichever analyzer finds it and whichever provider repairs it.</summary>
internal static class Repairs
{
    /// <summary>The providers of the package.</summary>
    public static readonly CodeFixProvider[] Providers = typeof(PayloadCodeFixProvider).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))
        .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)
        .ToArray();

    /// <summary>The file in a project of its own, and what is offered for the findings in it.</summary>
    /// <param name="program">The file.</param>
    /// <param name="manifest">The template manifest of the project, or none.</param>
    public static Task<(Document File, List<CodeAction> Actions)> OfAsync(string program, string? manifest = null) => OfAsync(TestProgram.OfPage(program).Compile(), manifest);

    /// <summary>The last file of a program in a project of its own, and what is offered for the findings in it.</summary>
    /// <param name="compilation">The program.</param>
    /// <param name="manifest">The template manifest of the project, or none.</param>
    public static async Task<(Document File, List<CodeAction> Actions)> OfAsync(CSharpCompilation compilation, string? manifest = null)
    {
        AdhocWorkspace workspace = new();
        Project project = workspace.AddProject("Page", LanguageNames.CSharp)
            .WithMetadataReferences(compilation.References)
            .WithParseOptions(compilation.SyntaxTrees[0].Options)
            .WithCompilationOptions(compilation.Options);
        if (manifest is not null)
        {
            TestFile additional = TestFile.Manifest(manifest);
            project = project.AddAdditionalDocument("manifest", additional.GetText()!, filePath: additional.Path).Project;
        }

        DocumentId? edited = null;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            Document document = project.AddDocument(tree.FilePath, await tree.GetTextAsync(), filePath: tree.FilePath);
            edited = document.Id;
            project = document.Project;
        }

        Document file = project.GetDocument(edited!)!;
        List<CodeAction> actions = [];
        foreach (Diagnostic diagnostic in TestProgram.Analyze((await project.GetCompilationAsync())!, manifest is null ? null : project.AnalyzerOptions))
        {
            foreach (CodeFixProvider provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                await provider.RegisterCodeFixesAsync(new CodeFixContext(file, diagnostic, (action, _) => actions.Add(action), default));
            }
        }

        return (file, actions);
    }

    /// <summary>The text of the file after a repair.</summary>
    public static async Task<string> ApplyAsync(Document file, CodeAction action)
    {
        Solution changed = Assert.Single((await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>()).ChangedSolution;
        return (await changed.GetDocument(file.Id)!.GetTextAsync()).ToString();
    }
}
