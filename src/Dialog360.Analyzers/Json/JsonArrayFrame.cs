using System.Collections.Immutable;

namespace Dialog360.Analyzers.Json;

/// <summary>An array while it is read.</summary>
internal class JsonArrayFrame : JsonFrame
{
    private readonly ImmutableArray<JsonNode>.Builder _elements = ImmutableArray.CreateBuilder<JsonNode>();

    /// <inheritdoc/>
    public JsonArrayFrame(JsonErrors errors, bool keeps)
        : base(errors, keeps)
    {
    }

    /// <inheritdoc/>
    public override JsonTokenKind Closing => JsonTokenKind.CloseArray;

    /// <summary>The elements so far.</summary>
    protected IReadOnlyList<JsonNode> Elements => _elements;

    /// <inheritdoc/>
    public override void Begin(int start)
    {
        base.Begin(start);
        _elements.Clear();
    }

    /// <inheritdoc/>
    public override void Scalar(JsonToken token)
    {
        Separate(token);
        Child(JsonWords.ValueOf(token, Errors));
    }

    /// <inheritdoc/>
    public override bool Hole(JsonToken token)
    {
        bool isValue = State is JsonState.Start or JsonState.Comma;
        if (isValue)
        {
            Add(JsonWords.ValueOf(token, Errors));
        }

        Loosen();
        return !isValue;
    }

    /// <inheritdoc/>
    public override void Opening(JsonToken token) => Separate(token);

    /// <inheritdoc/>
    public override void Child(JsonNode node)
    {
        Add(node);
        State = JsonState.Value;
    }

    /// <inheritdoc/>
    public override JsonNode? ToNode(int end, bool isClosed) =>
        new(JsonKind.Array, Start, end) { Elements = _elements.ToImmutable(), IsOpen = IsOpen, IsClosed = isClosed };

    /// <summary>Notes what is missing between the last value and the one at <paramref name="token"/>.</summary>
    protected virtual void Separate(JsonToken token)
    {
        if (State == JsonState.Value)
        {
            Errors.Add(JsonErrorKind.MissingComma, token);
        }
    }

    private void Add(JsonNode element)
    {
        if (Keeps)
        {
            _elements.Add(element);
        }
    }
}
