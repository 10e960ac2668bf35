using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>A group of words that shows, in one file, that rules have something to say about it.</summary>
/// <param name="Name">The name of the group.</param>
/// <param name="Subject">What such a file has to do with: <c>webhook</c> or <c>answer</c>.</param>
/// <param name="Least">How many of the words must stand in the file.</param>
/// <param name="Words">The words, in small letters without underscores.</param>
/// <param name="Quoted">Those that are enough alone where they stand in quotation marks.</param>
internal sealed record EvidenceGroup(string Name, string Subject, int Least, ImmutableArray<string> Words, ImmutableArray<string> Quoted);

/// <summary>The words of <c>evidence.json</c>.</summary>
internal static class EvidenceWords
{
    private static readonly Lazy<JsonNode> Root = new(static () => CatalogText.Open("evidence.json"));

    private static readonly Lazy<ImmutableArray<EvidenceGroup>> All = new(static () => ImmutableArray.CreateRange(
        Root.Value.List("groups"),
        static node => new EvidenceGroup(node.Text("name"), node.Text("subject"), node.Integer("least") ?? 1, ImmutableArray.CreateRange(node.Texts("words"), Fold), ImmutableArray.CreateRange(node.Texts("quoted"), Fold))));

    private static readonly Lazy<Dictionary<string, ImmutableArray<string>>> Parts = new(static () =>
        Root.Value.Get("parts")!.Members.ToDictionary(static member => member.Name.Text, static member => Root.Value.Get("parts")!.Texts(member.Name.Text)));

    /// <summary>The parts of words of that name, in small letters.</summary>
    public static ImmutableArray<string> PartsOf(string name) => Parts.Value[name];

    /// <summary>Whether a name holds one of the parts of that name, without regard to case.</summary>
    public static bool Speaks(string parts, string? name)
    {
        foreach (string part in PartsOf(parts))
        {
            if (name?.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The groups.</summary>
    public static ImmutableArray<EvidenceGroup> Groups => All.Value;

    /// <summary>A name without case and underscores.</summary>
    public static string Fold(string name) => name.Replace("_", string.Empty).ToLowerInvariant();
}
