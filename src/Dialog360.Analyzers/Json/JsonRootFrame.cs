
namespace Dialog360.Analyzers.Json;

/// <summary>The whole text while it is read: one value.</summary>
internal sealed class JsonRootFrame : JsonArrayFrame
{
    /// <inheritdoc/>
    public JsonRootFrame(JsonErrors errors)
        : base(errors, keeps: true)
    {
    }

    /// <inheritdoc/>
    public override JsonTokenKind Closing => JsonTokenKind.End;

    /// <summary>Takes a colon, which is right only where the bracket of its object is in a hole.</summary>
    public override void Colon(JsonToken token)
    {
        if (!IsOpen)
        {
            base.Colon(token);
        }
    }

    /// <summary>Takes a comma, which is right only where the bracket around it is in a hole.</summary>
    public override void Comma(JsonToken token)
    {
        if (!IsOpen)
        {
            base.Comma(token);
        }
    }

    /// <summary>Takes a hole; at this level it may hold any bracket.</summary>
    public override bool Hole(JsonToken token)
    {
        base.Hole(token);
        return true;
    }

    /// <inheritdoc/>
    public override void Ending(JsonToken token)
    {
        base.Ending(token);
        if (State == JsonState.Start)
        {
            Errors.Add(JsonErrorKind.MissingValue, token);
        }
    }

    /// <summary>The first object or array; where there is none, the first value.</summary>
    public override JsonNode? ToNode(int end, bool isClosed)
    {
        foreach (JsonNode element in Elements)
        {
            if (element.Kind is JsonKind.Object or JsonKind.Array)
            {
                return element;
            }
        }

        return Elements.Count > 0 ? Elements[0] : null;
    }

    /// <inheritdoc/>
    protected override void Separate(JsonToken token)
    {
        if (State is JsonState.Value or JsonState.Comma && Elements.Count > 0 && !IsOpen)
        {
            Errors.Add(JsonErrorKind.ExtraText, token);
            Loosen();
        }
    }
}
