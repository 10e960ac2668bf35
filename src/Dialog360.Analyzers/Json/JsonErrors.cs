using System.Collections.Immutable;

namespace Dialog360.Analyzers.Json;

/// <summary>Collects errors while a text is read; one for each place, so that one slip is one error.</summary>
internal sealed class JsonErrors
{
    /// <summary>The number of errors after which no more are collected: nobody reads them all.</summary>
    public const int Limit = 200;

    private readonly List<JsonError> _errors = new();
    private readonly HashSet<int> _places = new();

    /// <summary>Whether there is none so far.</summary>
    public bool IsEmpty => _errors.Count == 0;

    /// <summary>Notes an error, unless one stands at that place already.</summary>
    public void Add(JsonErrorKind kind, int start, int end)
    {
        if (_errors.Count < Limit && _places.Add(start))
        {
            _errors.Add(new JsonError(kind, start, end - start));
        }
    }

    /// <summary>Notes an error at a token.</summary>
    public void Add(JsonErrorKind kind, JsonToken token) => Add(kind, token.Start, token.End);

    /// <summary>The errors in the order of the text.</summary>
    public ImmutableArray<JsonError> ToImmutable()
    {
        _errors.Sort(static (left, right) => left.Start.CompareTo(right.Start));
        return _errors.ToImmutableArray();
    }
}
