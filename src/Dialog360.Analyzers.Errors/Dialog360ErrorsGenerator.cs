using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Errors;

/// <summary>
/// Writes the errors of 360dialog into a project as internal types: one reader of every error body, and what each error asks for. The
/// project turns it on with <c>Dialog360Errors</c>. What it writes depends only on the name of the assembly, on three types of its references and on one
/// of its own that would stand in the way: a key costs the look-up of that one, and nothing is written again.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class Dialog360ErrorsGenerator : IIncrementalGenerator
{
    private static readonly string[] Templates = ["Dialog360Error.cs", "Dialog360ErrorReader.cs", "Dialog360Json.cs"];

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ErrorTarget> target = context.CompilationProvider.Select(static (compilation, _) => ErrorTarget.Of(compilation));
        context.RegisterSourceOutput(target, static (output, known) =>
        {
            foreach (string template in Templates)
            {
                output.AddSource(Path.GetFileNameWithoutExtension(template) + ".g.cs", SourceText.From(known.Fill(Read(template)), Encoding.UTF8));
            }

            output.AddSource("Dialog360ErrorTable.g.cs", SourceText.From(known.Fill(ErrorTable.Text), Encoding.UTF8));
        });
    }

    private static string Read(string template)
    {
        using Stream stream = typeof(Dialog360ErrorsGenerator).Assembly.GetManifestResourceStream(template)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
