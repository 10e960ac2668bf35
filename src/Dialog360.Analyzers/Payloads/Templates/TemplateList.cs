using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Catalog.Templates;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Payloads.Templates;

/// <summary>The templates of an account, as all manifests of a project together have them.</summary>
internal sealed class TemplateList
{
    private const int MaxDistance = 4;
    private const int MaxNear = 3;

    private readonly ImmutableArray<TemplateManifest> _manifests;

    private TemplateList(ImmutableArray<TemplateManifest> manifests)
    {
        _manifests = manifests;
    }

    /// <summary>Whether what is not in the list may exist all the same: one of the manifests says that it is only a part.</summary>
    public bool HasGap => _manifests.Any(static manifest => manifest.Gap is not null);

    /// <summary>The templates that the additional files of a project hold; null where there is no manifest, or where one cannot be read.</summary>
    /// <param name="files">The additional files.</param>
    /// <param name="path">What the path of the manifest ends with, where the options name it; else null.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static TemplateList? Of(ImmutableArray<AdditionalText> files, string? path, CancellationToken cancellationToken)
    {
        ImmutableArray<TemplateManifest> manifests = Manifests(files, path).Select(file => ManifestFile.Of(file, cancellationToken).Manifest).ToImmutableArray();
        return manifests.IsEmpty || manifests.Any(static manifest => manifest.Error is not null) ? null : new TemplateList(manifests);
    }

    /// <summary>The additional files that are manifests: by the end of their names, and the one that the options name.</summary>
    public static IEnumerable<AdditionalText> Manifests(ImmutableArray<AdditionalText> files, string? path)
    {
        foreach (AdditionalText file in files)
        {
            if (file.Path.EndsWith(TemplateFacts.Current.Suffix, StringComparison.OrdinalIgnoreCase) || path is not null && IsNamed(file, path))
            {
                yield return file;
            }
        }
    }

    /// <summary>The definitions of a template in all its languages; empty where there is none of that name.</summary>
    public ImmutableArray<TemplateDefinition> Named(string name) =>
        _manifests.Length == 1 ? _manifests[0].Named(name) : _manifests.SelectMany(manifest => manifest.Named(name)).ToImmutableArray();

    /// <summary>The definitions of the templates whose names have the same letters and digits, as a member of an enum may stand for one.</summary>
    public ImmutableArray<TemplateDefinition> NamedAlike(string name) =>
        _manifests.SelectMany(manifest => manifest.Names.Where(each => IsAlike(each, name)).OrderBy(static each => each, StringComparer.Ordinal).SelectMany(each => manifest.Named(each))).ToImmutableArray();

    /// <summary>Whether two texts are one name, as an enum may spell it.</summary>
    public static bool IsAlike(string one, string other) => Letters(one).Equals(Letters(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>The names that were probably meant by one that does not exist, best first.</summary>
    public ImmutableArray<string> Near(string name)
    {
        List<string> names = _manifests.SelectMany(static manifest => manifest.Names).Distinct(StringComparer.Ordinal).OrderBy(static each => each, StringComparer.Ordinal).ToList();
        int max = Math.Min(MaxDistance, Math.Max(1, name.Length / 4));
        IEnumerable<string> longer = names.Where(each => Continues(each, name) || Continues(name, each));
        return EditDistance.Nearest(name, names, max).Concat(longer).Distinct(StringComparer.Ordinal).Take(MaxNear).ToImmutableArray();
    }

    /// <summary>Whether one name is the other with more words behind it (<c>order_shipped_v2</c>).</summary>
    private static bool Continues(string longer, string shorter) =>
        longer.Length > shorter.Length && shorter.Length > 2 && longer[shorter.Length] == '_' && longer.StartsWith(shorter, StringComparison.Ordinal);

    /// <summary>Whether the path of a file ends with another one, whole segments only.</summary>
    public static bool IsNamed(AdditionalText file, string end)
    {
        string normalized = file.Path.Replace('\\', '/');
        string suffix = end.Replace('\\', '/').TrimStart('.').TrimStart('/');
        return suffix.Length > 0
            && normalized.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
            && (normalized.Length == suffix.Length || normalized[normalized.Length - suffix.Length - 1] == '/');
    }

    private static string Letters(string text) => text.Replace("_", string.Empty).Replace("-", string.Empty);
}
