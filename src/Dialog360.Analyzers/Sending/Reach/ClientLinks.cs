using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>
/// The calls of clients that show no message and whose set-up may stand elsewhere. Where a statement that speaks of WhatsApp sets the client up, what it sends
/// is a message, whatever it shows.
/// </summary>
internal sealed class ClientLinks
{
    private static readonly int Creation = NameNumber.Of("CreateClient");

    /// <summary>The words that it looks for in files.</summary>
    public static IEnumerable<int> Words => [Creation, FileLinks.Registration];

    private readonly List<(int File, int Member, OutlineType? Type)> _calls = [];

    /// <summary>The types that make such calls, and their bases.</summary>
    public HashSet<int> Types { get; } = [];

    /// <summary>Adds a call.</summary>
    public void Add(int file, int member, OutlineType? type)
    {
        _calls.Add((file, member, type));
        if (type is not null)
        {
            Types.Add(type.Name);
            Types.UnionWith(type.Bases.Numbers);
        }
    }

    /// <summary>The added calls whose client one of the files sets up.</summary>
    public IEnumerable<(int File, int Member)> Linked(NameIndex index, FileLinks[] files)
    {
        HashSet<int> types = [.. files.SelectMany(static file => file.Types)];
        HashSet<int> clients = [.. files.SelectMany(static file => file.Clients)];
        return _calls.Where(call => IsNamed(call.Type, types) || IsMade(index.WordsOf(call.File), clients)).Select(static call => (call.File, call.Member));
    }

    private static bool IsNamed(OutlineType? type, HashSet<int> types) => type is not null && (types.Contains(type.Name) || Array.Exists(type.Bases.Numbers, types.Contains));

    private static bool IsMade(WordSet file, HashSet<int> clients) => clients.Count > 0 && file.Has(Creation) && Array.Exists(file.Numbers, clients.Contains);
}
