using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Dialog360.Analyzers.Tests.Documentation;

namespace Dialog360.Analyzers.Tests.Architecture;

/// <summary>One type of the analyzer assembly uses another: where the use stands, and the rooms (folders) of both.</summary>
internal sealed record Use(string FromRoom, string FromFile, int Line, string ToRoom, string ToType);

/// <summary>The rooms of the analyzer assembly and what each uses of the others, read from the sources with the compiler.</summary>
internal static class Rooms
{
    private const string Product = "Dialog360.Analyzers";

    private static readonly Lazy<IReadOnlyList<Use>> Found = new(Read);

    /// <summary>All uses of a type or member of another room, by file and line.</summary>
    public static IReadOnlyList<Use> Uses => Found.Value;

    /// <summary>The folder of the analyzer assembly's sources.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "src", Product);

    /// <summary>The source files of the analyzer assembly, by path.</summary>
    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
        .Where(path => !Inside(path).StartsWith("bin/", StringComparison.Ordinal) && !Inside(path).StartsWith("obj/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>The path of a file inside the folder, with slashes.</summary>
    public static string Inside(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');

    private static List<Use> Read()
    {
        CSharpParseOptions parse = new(LanguageVersion.Latest);
        string usings = string.Concat(new[] { "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks" }.Select(name => $"global using {name};"));
        SyntaxTree[] trees = [.. Files.Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), parse, path)), CSharpSyntaxTree.ParseText(usings, parse)];
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith(Product, StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        CSharpCompilation compilation = CSharpCompilation.Create(Product, trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        List<Use> uses = [];
        foreach (SyntaxTree tree in trees.Where(tree => tree.FilePath.Length > 0))
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            string room = RoomOf(Inside(tree.FilePath));
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes(node => node is not UsingDirectiveSyntax).OfType<SimpleNameSyntax>())
            {
                ISymbol? symbol = model.GetSymbolInfo(name).Symbol;
                INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
                if (type is not null && type.OriginalDefinition.DeclaringSyntaxReferences is [{ SyntaxTree.FilePath: { Length: > 0 } declared }, ..] && RoomOf(Inside(declared)) is var used && used != room)
                {
                    uses.Add(new Use(room, Inside(tree.FilePath), name.GetLocation().GetLineSpan().StartLinePosition.Line + 1, used, type.Name));
                }
            }
        }

        return uses;
    }

    /// <summary>The room of a file: its folder. The analyzers themselves, which stand in the root, belong to the hosts.</summary>
    private static string RoomOf(string file) => file.LastIndexOf('/') is var slash and >= 0 ? file[..slash] : "Hosting";
}
