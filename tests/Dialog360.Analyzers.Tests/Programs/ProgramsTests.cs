using Dialog360.Analyzers.Tests.Documentation;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Tests.Programs;

/// <summary>
/// Whole programs, one a file, as teams write them: everything that the rules about answers say of the senders, and those about webhooks of the receivers.
/// <c>{|DLG0301:…|}</c> marks what must be reported; nothing else may be.
/// </summary>
public sealed class ProgramsTests
{
    private const string InAllFiles = "global using System.IO;";

    /// <summary>The old ASP.NET has types of the same names as the new one.</summary>
    private const string OldWeb = "SystemWeb";

    private static readonly Lazy<Dictionary<string, MetadataReference>> Libraries =
        new(() => FilesIn("Libraries").ToDictionary(file => Path.GetFileNameWithoutExtension(file)!, file => (MetadataReference)Compiled(file)));

    /// <summary>The types of libraries that stand beside the new ASP.NET.</summary>
    internal static IEnumerable<MetadataReference> LibrariesOfNewWeb => Libraries.Value.Where(library => library.Key != OldWeb).Select(library => library.Value);

    public static TheoryData<string> Senders => Named("Senders");

    public static TheoryData<string> Receivers => Named("Receivers");

    [Theory]
    [MemberData(nameof(Senders))]
    public void Senders_are_judged(string name) => Check("DLG03*", "Senders", name);

    [Theory]
    [MemberData(nameof(Receivers))]
    public void Receivers_are_judged(string name) => Check("DLG06*", "Receivers", name);

    /// <summary>The program of that folder and name.</summary>
    internal static CSharpCompilation CompilationOf(string path) => ProgramOf("none", path).Compile();

    private static void Check(string rules, string folder, string name) => ProgramOf(rules, folder + "/" + name).Check();

    private static TestProgram ProgramOf(string rules, string path)
    {
        string program = File.ReadAllText(Folder(path) + ".cs");
        bool isOld = program.Contains("using System.Web", StringComparison.Ordinal);
        return new TestProgram(rules, program, InAllFiles) { References = isOld ? Libraries.Value.Values : LibrariesOfNewWeb };
    }

    private static TheoryData<string> Named(string folder) => [.. FilesIn(folder).Select(file => Path.GetFileNameWithoutExtension(file)!)];

    private static IEnumerable<string> FilesIn(string folder) => Directory.EnumerateFiles(Folder(folder), "*.cs").Order(StringComparer.Ordinal);

    private static string Folder(string name) => Path.Combine(Repository.Root, "tests/Dialog360.Analyzers.Tests/Programs", name);

    private static PortableExecutableReference Compiled(string file)
    {
        using MemoryStream image = new();
        CSharpCompilation library = new TestProgram("none", File.ReadAllText(file), InAllFiles) { IsLibrary = true }.Compile().WithAssemblyName(Path.GetFileNameWithoutExtension(file));
        Assert.True(library.Emit(image).Success, string.Join(Environment.NewLine, library.GetDiagnostics()));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
