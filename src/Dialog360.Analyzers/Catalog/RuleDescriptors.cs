using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Catalog;

/// <summary>The descriptors of all rules, made from the catalogue.</summary>
internal static class RuleDescriptors
{
    /// <summary>The descriptor of the rule of that number.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue does not list the number.</exception>
    public static DiagnosticDescriptor For(string id) => RuleTable.Find(id) ?? throw new KeyNotFoundException(id);
}
