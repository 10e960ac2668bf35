
namespace Dialog360.Analyzers.Json;

/// <summary>What a <see cref="JsonFrame"/> has read last, and so what may come next.</summary>
internal enum JsonState
{
    /// <summary>The opening bracket.</summary>
    Start,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>Of an object, a name.</summary>
    Name,

    /// <summary>Of an object, a colon.</summary>
    Colon,

    /// <summary>A value.</summary>
    Value,

    /// <summary>A hole, or something wrong that has been noted: whatever comes next may be right.</summary>
    Loose,
}

/// <summary>An object, an array or the whole text while it is read: one state machine for each open bracket.</summary>
internal abstract class JsonFrame
{
    /// <summary>Creates a frame.</summary>
    /// <param name="errors">Where errors go.</param>
    /// <param name="keeps">Whether the node gets what is inside; else only errors are looked for.</param>
    protected JsonFrame(JsonErrors errors, bool keeps)
    {
        Errors = errors;
        Keeps = keeps;
    }

    /// <summary>The index of the opening bracket.</summary>
    public int Start { get; private set; }

    /// <summary>The bracket that closes it; <see cref="JsonTokenKind.End"/> for the whole text.</summary>
    public abstract JsonTokenKind Closing { get; }

    /// <summary>Where errors go.</summary>
    protected JsonErrors Errors { get; }

    /// <summary>Whether the node gets what is inside.</summary>
    protected bool Keeps { get; }

    /// <summary>What has been read last.</summary>
    protected JsonState State { get; set; }

    /// <summary>See <see cref="JsonNode.IsOpen"/>.</summary>
    protected bool IsOpen { get; set; }

    /// <summary>The last comma.</summary>
    protected JsonToken LastComma { get; set; }

    /// <summary>Begins at an opening bracket; a frame whose node is finished can begin again.</summary>
    public virtual void Begin(int start)
    {
        Start = start;
        State = JsonState.Start;
        IsOpen = false;
        LastComma = default;
    }

    /// <summary>Takes a comma.</summary>
    public virtual void Comma(JsonToken token)
    {
        if (State is JsonState.Start or JsonState.Comma)
        {
            Errors.Add(JsonErrorKind.ExtraComma, token);
        }

        LastComma = token;
        State = JsonState.Comma;
    }

    /// <summary>Takes a colon.</summary>
    public virtual void Colon(JsonToken token) => Unexpected(token);

    /// <summary>Takes a string or word.</summary>
    public abstract void Scalar(JsonToken token);

    /// <summary>Takes a hole or mixed token.</summary>
    /// <returns>Whether it stands where no value belongs, so that it may hold brackets that are missing elsewhere.</returns>
    public abstract bool Hole(JsonToken token);

    /// <summary>Takes the opening bracket of a child.</summary>
    public abstract void Opening(JsonToken token);

    /// <summary>Takes the child when it is read.</summary>
    public abstract void Child(JsonNode node);

    /// <summary>Takes the end, at the closing bracket or at the end of the text.</summary>
    public virtual void Ending(JsonToken token)
    {
        if (State == JsonState.Comma)
        {
            Errors.Add(JsonErrorKind.TrailingComma, LastComma);
        }
    }

    /// <summary>The finished node.</summary>
    public abstract JsonNode? ToNode(int end, bool isClosed);

    /// <summary>Notes a token that cannot stand there; what follows is taken as it comes.</summary>
    protected void Unexpected(JsonToken token)
    {
        Errors.Add(JsonErrorKind.UnexpectedCharacter, token);
        Loosen();
    }

    /// <summary>From here on anything may come.</summary>
    protected void Loosen()
    {
        State = JsonState.Loose;
        IsOpen = true;
    }
}
