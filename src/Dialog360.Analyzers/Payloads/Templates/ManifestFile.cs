using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Catalog.Templates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Payloads.Templates;

/// <summary>
/// A template manifest among the additional files of a project. It is read once for each content and kept as long as the file's text lives: an edit
/// brings a new text, and with it a new manifest.
/// </summary>
internal sealed class ManifestFile
{
    private static readonly ConditionalWeakTable<AdditionalText, StrongBox<ManifestFile?>> ByFile = new();
    private static readonly ConditionalWeakTable<SourceText, TemplateManifest> ByText = new();

    private ManifestFile(string path, TemplateManifest manifest)
    {
        Path = path;
        Manifest = manifest;
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <summary>What it holds.</summary>
    public TemplateManifest Manifest { get; }

    /// <summary>The manifest that an additional file holds.</summary>
    public static ManifestFile Of(AdditionalText file, CancellationToken cancellationToken)
    {
        // Bodies are judged side by side: the first one reads, the others wait. A reading that is cancelled leaves nothing behind.
        StrongBox<ManifestFile?> known = ByFile.GetValue(file, static _ => new StrongBox<ManifestFile?>());
        lock (known)
        {
            return known.Value ??= new ManifestFile(file.Path, Read(file, cancellationToken));
        }
    }

    /// <summary>The place of a problem, with its line and column.</summary>
    public static Location PlaceOf(AdditionalText file, ManifestProblem problem, CancellationToken cancellationToken)
    {
        if (file.GetText(cancellationToken) is not { } text)
        {
            return Location.Create(file.Path, default, default);
        }

        TextSpan span = TextSpan.FromBounds(Math.Min(problem.Start, text.Length), Math.Min(problem.Start + problem.Length, text.Length));
        return Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span));
    }

    private static TemplateManifest Read(AdditionalText file, CancellationToken cancellationToken)
    {
        if (file.GetText(cancellationToken) is not { } text)
        {
            return ManifestReader.Unreadable(new ManifestProblem("the file cannot be read", 0, 0));
        }

        if (!ByText.TryGetValue(text, out TemplateManifest? known))
        {
            // Of what is too long to be read, the length is enough.
            TemplateManifest read = text.Length > TemplateFacts.Current.MaxCharacters ? ManifestReader.TooLong(text.Length) : ManifestReader.Read(text.ToString(), (start, end) => text.ToString(TextSpan.FromBounds(start, end)), cancellationToken);
            known = ByText.GetValue(text, _ => read);
        }

        return known;
    }
}
