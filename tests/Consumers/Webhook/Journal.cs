using System.Collections.Concurrent;

namespace Harbour.Lettings;

/// <summary>What each receiver has taken in.</summary>
public sealed class Journal
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _lines = new();

    public void Add(string receiver, string? id, string? about) => _lines.GetOrAdd(receiver, _ => new ConcurrentQueue<string>()).Enqueue($"{id} {about}");

    public string[] Of(string receiver) => _lines.TryGetValue(receiver, out ConcurrentQueue<string>? lines) ? [.. lines] : [];
}
