using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>The words of a fix: what its title says and which C# it inserts.</summary>
/// <param name="Id">The name of the fix (<c>swap-coordinates</c>), unique in the catalogue.</param>
/// <param name="Title">The title, with <c>{0}</c>, <c>{1}</c>, ... for what the fix knows.</param>
/// <param name="Snippet">The C# that it inserts, or the words for a part of a title, with named <c>{placeholders}</c>; null where it edits only what is there.</param>
internal sealed record FixEntry(string Id, string Title, string? Snippet)
{
    /// <summary>What the fix never does, in a sentence for its users; null for a piece that other fixes are put together from.</summary>
    public string? Never { get; init; }

    /// <summary>The fixes that <paramref name="owner"/>, a rule or an error, lists.</summary>
    public static ImmutableArray<FixEntry> ListOf(JsonNode owner)
    {
        ImmutableArray<FixEntry>.Builder fixes = ImmutableArray.CreateBuilder<FixEntry>();
        foreach (JsonNode fix in owner.List("fixes"))
        {
            fixes.Add(new FixEntry(fix.Text("id"), fix.Text("title"), fix.TextOrNull("snippet")) { Never = fix.TextOrNull("never") });
        }

        return fixes.ToImmutable();
    }
}
