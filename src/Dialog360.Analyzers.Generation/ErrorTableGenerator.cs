using System.Collections.Immutable;
using System.Globalization;
using System.Security;
using System.Text;
using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Generation;

/// <summary>Writes the errors of the catalogue as the text of C# that goes into a user's project: the kinds, and a table with what is known of each.</summary>
[Generator]
public sealed class ErrorTableGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<string> catalogs = context.AdditionalTextsProvider
            .Where(static file => Path.GetFileName(file.Path) == RuleTableGenerator.CatalogName)
            .Select(static (file, cancellationToken) => file.GetText(cancellationToken)?.ToString() ?? string.Empty);
        IncrementalValueProvider<bool> isErrors = context.CompilationProvider.Select(static (compilation, _) => IsFor(compilation));
        context.RegisterSourceOutput(catalogs.Combine(isErrors), static (output, pair) =>
        {
            if (pair.Right)
            {
                output.AddSource("ErrorTable.cs", Write(pair.Left));
            }
        });
    }

    /// <summary>Whether a compilation is the assembly that writes the errors.</summary>
    internal static bool IsFor(Compilation compilation) => compilation.AssemblyName?.EndsWith(".Errors", StringComparison.Ordinal) == true;

    private static string Write(string text)
    {
        StringBuilder code = new();
        code.AppendLine("namespace Dialog360.Analyzers.Errors;");
        code.AppendLine();
        code.AppendLine("/// <summary>The errors of the catalogue as C# for a user's project, written by the build.</summary>");
        code.AppendLine("internal static class ErrorTable");
        code.AppendLine("{");
        code.AppendLine("    /// <summary>The kinds and the table.</summary>");
        code.AppendLine("    public const string Text = " + Literal(TableOf(ErrorEntry.ListOf(CatalogJson.Parse(text)))) + ";");
        code.AppendLine("}");
        return code.ToString();
    }

    /// <summary>C# 7.3: the oldest projects are to compile it too.</summary>
    private static string TableOf(ImmutableArray<ErrorEntry> errors)
    {
        StringBuilder code = new();
        code.Append("namespace Dialog360Errors\n{\n");
        code.Append("    /// <summary>The errors that 360dialog and WhatsApp document.</summary>\n    internal enum Dialog360ErrorKind\n    {\n");
        code.Append("        /// <summary>An error that the catalogue does not know.</summary>\n        Unknown,\n");
        foreach (ErrorEntry error in errors)
        {
            string name = error.Code is { } number ? number.ToString(CultureInfo.InvariantCulture) + " " + error.Title : error.Title;
            code.Append($"\n        /// <summary>{Xml(name)} ({error.Api}). {Xml(error.Meaning)}</summary>\n        {NameOf(error.Key)},\n");
        }

        code.Append("    }\n\n");
        code.Append("    /// <summary>What the catalogue says of an error.</summary>\n    internal sealed class Dialog360ErrorEntry\n    {\n");
        code.Append("        internal Dialog360ErrorEntry(Dialog360ErrorKind kind, int? code, int? httpStatus, Dialog360Retry retry, string[] shapes, string pattern, string title, string remedy)\n        {\n");
        foreach (string member in new[] { "Kind", "Code", "HttpStatus", "Retry", "Shapes", "Pattern", "Title", "Remedy" })
        {
            code.Append($"            {member} = {char.ToLowerInvariant(member[0])}{member.Substring(1)};\n");
        }

        code.Append("        }\n\n");
        code.Append("        internal Dialog360ErrorKind Kind { get; }\n        internal int? Code { get; }\n        internal int? HttpStatus { get; }\n        internal Dialog360Retry Retry { get; }\n");
        code.Append("        internal string[] Shapes { get; }\n        internal string Pattern { get; }\n        internal string Title { get; }\n        internal string Remedy { get; }\n    }\n\n");
        code.Append("    /// <summary>All errors, in the order of the catalogue.</summary>\n    internal static class Dialog360ErrorTable\n    {\n");
        code.Append("        internal static readonly Dialog360ErrorEntry[] Entries =\n        {\n");
        foreach (ErrorEntry error in errors)
        {
            string shapes = error.Shapes.IsEmpty ? "new string[0]" : "new[] { " + string.Join(", ", error.Shapes.Select(Literal)) + " }";
            code.Append($"            new Dialog360ErrorEntry(Dialog360ErrorKind.{NameOf(error.Key)}, {Number(error.Code)}, {Number(error.HttpStatus)}, Dialog360Retry.{NameOf(error.Retry)}, {shapes}, ");
            code.Append($"{(error.DetailsPattern is { } pattern ? Literal(pattern) : "null")}, {Literal(error.Title)}, {Literal(error.Remedy)}),\n");
        }

        return code.Append("        };\n    }\n}\n").ToString();
    }

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "null";

    /// <summary><c>no-open-session</c> as an identifier: <c>NoOpenSession</c>.</summary>
    private static string NameOf(string key) => string.Concat(key.Split('-').Select(static part => char.ToUpperInvariant(part[0]) + part.Substring(1)));

    private static string Xml(string text) => SecurityElement.Escape(text) ?? string.Empty;

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
