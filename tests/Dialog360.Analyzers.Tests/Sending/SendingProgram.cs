using System.Collections.Immutable;
using System.Reflection;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Requests;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Tests.Sending;

/// <summary>
/// A small program in one file, compiled against the reference packs and against look-alikes of the libraries that it names.
/// <c>[|...|]</c> marks where something is expected.
/// </summary>
internal sealed class SendingProgram
{
    private static readonly ImmutableArray<MetadataReference> References = ReadReferences();

    private static readonly string Usings = string.Concat(
        new[]
        {
            "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net", "System.Net.Http", "System.Net.Http.Headers", "System.Net.Http.Json",
            "System.Text", "System.Text.Json", "System.Text.Json.Nodes", "System.Threading", "System.Threading.Tasks", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Mvc",
            "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Options",
        }.Select(space => $"global using {space};\n"));

    private SendingProgram(CSharpCompilation compilation, SyntaxTree tree, ImmutableArray<TextSpan> marks)
    {
        Compilation = compilation;
        Tree = tree;
        Marks = marks;
    }

    /// <summary>The compilation, free of errors.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The file with the program.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>The marked stretches.</summary>
    public ImmutableArray<TextSpan> Marks { get; }

    /// <summary>Compiles a program; its errors fail the test, unless it is half typed on purpose.</summary>
    /// <param name="source">The marked program.</param>
    /// <param name="mayHaveErrors">For a program that is half typed.</param>
    /// <param name="isLibrary">Whether other projects can call its public members.</param>
    public static SendingProgram Of(string source, bool mayHaveErrors = false, bool isLibrary = false)
    {
        (string text, ImmutableArray<TextSpan> marks) = Unmark(source);
        CSharpParseOptions options = new(LanguageVersion.Preview, DocumentationMode.None);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), options, "Program.cs");
        bool hasEntryPoint = tree.GetRoot().DescendantNodes().Any(static node => node is GlobalStatementSyntax or MethodDeclarationSyntax { Identifier.ValueText: "Main" });
        List<SyntaxTree> trees = [tree, CSharpSyntaxTree.ParseText(Usings, options, "Usings.cs")];
        trees.AddRange(LibraryLookAlikes.For(text).Select((stub, index) => CSharpSyntaxTree.ParseText(stub, options, $"Library{index}.cs")));
        if (!isLibrary && !hasEntryPoint)
        {
            trees.Add(CSharpSyntaxTree.ParseText("internal static class EntryPoint { private static void Main() { } }", options, "EntryPoint.cs"));
        }

        CSharpCompilation compilation = CSharpCompilation.Create(
            "Program",
            trees,
            References,
            new CSharpCompilationOptions(isLibrary ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Disable));
        if (!mayHaveErrors)
        {
            Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()));
        }

        return new SendingProgram(compilation, tree, marks);
    }

    /// <summary>The text of the marked stretches with their lines, for messages of tests.</summary>
    public IEnumerable<string> Describe(IEnumerable<TextSpan> spans) =>
        spans.OrderBy(span => span.Start).ThenBy(span => span.Length).Select(span => $"{Tree.GetText().Lines.GetLinePosition(span.Start)} {Tree.GetText().ToString(span)}");

    /// <summary>Checks that the rule reports exactly the marked places, and that no rule failed.</summary>
    public void Check(string ruleId, string? editorConfig = null)
    {
        ImmutableArray<Diagnostic> diagnostics = TestProgram.Analyze(Compilation, editorConfig is null ? null : TestOptions.Of(editorConfig));
        string failures = string.Join("\n", diagnostics.Where(diagnostic => diagnostic.Id is "DLG0901" or "AD0001"));
        Assert.True(failures.Length == 0, failures);
        Assert.Equal(
            string.Join("\n", Describe(Marks)),
            string.Join("\n", Describe(diagnostics.Where(diagnostic => diagnostic.Id == ruleId && diagnostic.Location.SourceTree == Tree).Select(diagnostic => diagnostic.Location.SourceSpan))));
    }

    /// <summary>All HTTP calls of the program, in the order of the text.</summary>
    public List<SendCall> Requests()
    {
        ValueResolver resolver = new(ProgramModel.Of(Compilation), CancellationToken.None);
        return Roots(resolver).SelectMany(root => BlockRequests.Of(root, resolver)).OrderBy(call => call.NameSpan.Span.Start).ToList();
    }

    private IEnumerable<IOperation> Roots(ValueResolver resolver)
    {
        SemanticModel model = resolver.Program.SemanticModelOf(Tree);
        foreach (SyntaxNode node in Tree.GetRoot().DescendantNodesAndSelf())
        {
            bool isBody = node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or EqualsValueClauseSyntax or CompilationUnitSyntax;
            if (isBody && model.GetOperation(node) is { Parent: null } root)
            {
                yield return root;
            }
        }
    }

    private static (string Text, ImmutableArray<TextSpan> Marks) Unmark(string source)
    {
        ImmutableArray<TextSpan>.Builder marks = ImmutableArray.CreateBuilder<TextSpan>();
        System.Text.StringBuilder text = new();
        int start = 0;
        for (int index = 0; index < source.Length; index++)
        {
            if (string.CompareOrdinal(source, index, "[|", 0, 2) == 0)
            {
                start = text.Length;
                index++;
            }
            else if (string.CompareOrdinal(source, index, "|]", 0, 2) == 0)
            {
                marks.Add(TextSpan.FromBounds(start, text.Length));
                index++;
            }
            else
            {
                text.Append(source[index]);
            }
        }

        return (text.ToString(), marks.ToImmutable());
    }

    private static ImmutableArray<MetadataReference> ReadReferences()
    {
        IEnumerable<string> packs = typeof(SendingProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(attribute => attribute.Key == "ReferencePack").Select(attribute => attribute.Value!);
        return packs.SelectMany(pack => Directory.GetFiles(pack, "*.dll")).Order(StringComparer.Ordinal)
            .Select(file => (MetadataReference)MetadataReference.CreateFromFile(file)).ToImmutableArray();
    }
}
