using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Catalog.Templates;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Payloads.Templates;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Hosting;

/// <summary>
/// What is wrong with the template manifests of a project (DLG0902). They are looked at only in a compilation that sends templates: a solution often gives
/// one file to all its projects.
/// </summary>
internal static class ManifestProblems
{
    /// <summary>What cannot be used, why, and where that is written.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="options">Its options and additional files.</param>
    /// <param name="path">The end of a manifest's path, where the options name one.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IEnumerable<(string What, string Why, Location? Place)> In(Compilation compilation, AnalyzerOptions options, string? path, CancellationToken cancellationToken)
    {
        ImmutableArray<AdditionalText> manifests = TemplateList.Manifests(options.AdditionalFiles, path).ToImmutableArray();
        bool isMissing = path is not null && !manifests.Any(file => TemplateList.IsNamed(file, path));
        if ((manifests.IsEmpty && !isMissing) || !SendsTemplates(compilation, cancellationToken))
        {
            yield break;
        }

        if (isMissing)
        {
            yield return ($"{Options.TemplateManifest.Key} = {path}", "no additional file of the project has a path that ends so", null);
        }

        foreach (AdditionalText file in manifests)
        {
            TemplateManifest manifest = ManifestFile.Of(file, cancellationToken).Manifest;
            string name = System.IO.Path.GetFileName(file.Path);
            if (manifest.Error is { } error)
            {
                yield return (name, error.Reason, ManifestFile.PlaceOf(file, error, cancellationToken));
            }
            else if (manifest.Gap is { } gap)
            {
                yield return ($"{name} as a whole list", gap.Reason, ManifestFile.PlaceOf(file, gap, cancellationToken));
            }
        }
    }

    private static bool SendsTemplates(Compilation compilation, CancellationToken cancellationToken)
    {
        if (!Gate.IsOpen(compilation, cancellationToken))
        {
            return false;
        }

        ProgramModel program = ProgramModel.Of(compilation);
        SendingMembers senders = SendingMembers.Of(program, cancellationToken);
        return compilation.SyntaxTrees.Where(tree => senders.ConcernOf(tree) != Concern.None)
            .SelectMany(tree => OperationRoots.In(tree, program, cancellationToken))
            .Any(root => BlockPictures.Of(root, program, cancellationToken).Roots.Any(IsTemplateMessage));
    }

    private static bool IsTemplateMessage(PayloadNode picture) =>
        MessageRecognizer.Find(picture, Destination.Unknown, ApiGeneration.Unknown, ApiGeneration.Unknown)
            .Any(static message => message.Variants.Any(static variant => variant.Picture.Type == "template"));
}
