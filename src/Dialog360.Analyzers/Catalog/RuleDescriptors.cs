using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Catalog;

/// <summary>The descriptors of all rules, made from the catalogue.</summary>
internal static class RuleDescriptors
{
    private static readonly Lazy<ImmutableDictionary<string, DiagnosticDescriptor>> Embedded = new(static () => Of(ErrorCatalog.Current));

    /// <summary>The descriptor of the rule of that number.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue does not list the number.</exception>
    public static DiagnosticDescriptor For(string id) => Embedded.Value[id];

    /// <summary>The descriptors of the rules of <paramref name="catalog"/>, by number.</summary>
    public static ImmutableDictionary<string, DiagnosticDescriptor> Of(ErrorCatalog catalog)
    {
        ImmutableDictionary<string, DiagnosticDescriptor>.Builder descriptors = ImmutableDictionary.CreateBuilder<string, DiagnosticDescriptor>(StringComparer.Ordinal);
        foreach (RuleEntry rule in catalog.Rules)
        {
            descriptors[rule.Id] = rule.ToDescriptor(catalog.HelpLink);
        }

        return descriptors.ToImmutable();
    }
}
