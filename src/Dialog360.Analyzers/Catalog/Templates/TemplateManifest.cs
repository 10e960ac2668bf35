using System.Collections.Immutable;

namespace Dialog360.Analyzers.Catalog.Templates;

/// <summary>Why a manifest cannot be used, or not for everything.</summary>
/// <param name="Reason">What is wrong, as the end of a sentence.</param>
/// <param name="Start">The index of the first character that is wrong.</param>
/// <param name="Length">The number of characters.</param>
internal sealed record ManifestProblem(string Reason, int Start, int Length);

/// <summary>The templates of an account, as one file has them. Immutable.</summary>
internal sealed class TemplateManifest
{
    private readonly ILookup<string, TemplateDefinition> _byName;

    /// <summary>Creates a manifest.</summary>
    /// <param name="definitions">The definitions in the order of the file.</param>
    /// <param name="error">Why it cannot be read, or null.</param>
    /// <param name="gap">Where it says that it is not the whole list, or null.</param>
    public TemplateManifest(IEnumerable<TemplateDefinition> definitions, ManifestProblem? error, ManifestProblem? gap)
    {
        _byName = definitions.ToLookup(static definition => definition.Name, StringComparer.Ordinal);
        Error = error;
        Gap = gap;
    }

    /// <summary>Why the file cannot be read; null where it can. Then it has no template.</summary>
    public ManifestProblem? Error { get; }

    /// <summary>Where the file says of itself that there are more templates than it holds; null where it does not.</summary>
    public ManifestProblem? Gap { get; }

    /// <summary>The names of the templates.</summary>
    public IEnumerable<string> Names => _byName.Select(static definitions => definitions.Key);

    /// <summary>The definitions of a template, in the order of the file; empty where there is none of that name.</summary>
    public ImmutableArray<TemplateDefinition> Named(string name) => _byName[name].ToImmutableArray();
}
