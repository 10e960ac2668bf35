using System.Collections.Immutable;

namespace Dialog360.Analyzers.Json;

/// <summary>An object while it is read.</summary>
internal sealed class JsonObjectFrame : JsonFrame
{
    private readonly ImmutableArray<JsonMember>.Builder _members = ImmutableArray.CreateBuilder<JsonMember>();
    private JsonToken? _name;
    private JsonToken _colon;
    private JsonToken _lastHole;

    /// <inheritdoc/>
    public JsonObjectFrame(JsonErrors errors, bool keeps)
        : base(errors, keeps)
    {
    }

    /// <inheritdoc/>
    public override JsonTokenKind Closing => JsonTokenKind.CloseObject;

    /// <inheritdoc/>
    public override void Begin(int start)
    {
        base.Begin(start);
        _members.Clear();
        _name = null;
        _colon = default;
        _lastHole = default;
    }

    /// <inheritdoc/>
    public override void Comma(JsonToken token)
    {
        EndMember(token);
        base.Comma(token);
    }

    /// <inheritdoc/>
    public override void Colon(JsonToken token)
    {
        if (State == JsonState.Loose && _lastHole.HasHole)
        {
            _name = _lastHole;
        }
        else if (State == JsonState.Colon)
        {
            Errors.Add(JsonErrorKind.UnexpectedCharacter, token);
        }
        else if (State != JsonState.Name)
        {
            Unexpected(token);
            return;
        }

        _colon = token;
        State = JsonState.Colon;
    }

    /// <inheritdoc/>
    public override void Scalar(JsonToken token)
    {
        if (State == JsonState.Colon || (State == JsonState.Name && !token.IsBeforeColon))
        {
            BeginValue(token);
            Child(JsonWords.ValueOf(token, Errors));
            return;
        }

        if (State == JsonState.Name)
        {
            EndMember(token);
        }

        // A name or value directly behind a hole: the hole holds what belongs between.
        bool isLoose = State == JsonState.Loose;
        IsOpen |= isLoose;
        if (isLoose && !token.IsBeforeColon)
        {
            State = JsonState.Value;
            return;
        }

        if (State == JsonState.Value)
        {
            bool isWordInside = token.Kind == JsonTokenKind.Word && !token.IsBeforeColon;
            Errors.Add(isWordInside ? JsonErrorKind.UnexpectedCharacter : JsonErrorKind.MissingComma, token);
            if (!token.IsBeforeColon)
            {
                Loosen();
                return;
            }
        }

        if (token.Kind == JsonTokenKind.Word && !isLoose)
        {
            Errors.Add(JsonErrorKind.UnquotedName, token);
        }

        _name = token;
        State = JsonState.Name;
    }

    /// <inheritdoc/>
    public override bool Hole(JsonToken token)
    {
        _lastHole = token;
        if (State == JsonState.Colon)
        {
            AddMember(JsonWords.ValueOf(token, Errors));

            // Text before or behind a hole may end the value: then the hole goes on with members.
            IsOpen |= token.Kind == JsonTokenKind.Mixed;
            State = JsonState.Loose;
            return false;
        }

        if (State == JsonState.Name)
        {
            AddMember(JsonWords.ValueOf(token, Errors));
        }

        Loosen();
        return true;
    }

    /// <inheritdoc/>
    public override void Opening(JsonToken token)
    {
        switch (State)
        {
            case JsonState.Name or JsonState.Colon:
                BeginValue(token);
                break;
            case JsonState.Start or JsonState.Comma:
                Unexpected(token);
                break;
            case JsonState.Value:
                Errors.Add(JsonErrorKind.MissingComma, token);
                Loosen();
                break;
            default:
                IsOpen = true;
                break;
        }
    }

    /// <inheritdoc/>
    public override void Child(JsonNode node)
    {
        if (_name is null)
        {
            IsOpen = true;
        }
        else
        {
            AddMember(node);
        }

        State = JsonState.Value;
    }

    /// <inheritdoc/>
    public override void Ending(JsonToken token)
    {
        EndMember(token);
        base.Ending(token);
    }

    /// <inheritdoc/>
    public override JsonNode? ToNode(int end, bool isClosed) =>
        new(JsonKind.Object, Start, end) { Members = _members.ToImmutable(), IsOpen = IsOpen, IsClosed = isClosed };

    private void BeginValue(JsonToken token)
    {
        if (State == JsonState.Name)
        {
            Errors.Add(JsonErrorKind.MissingColon, token);
        }
    }

    /// <summary>Notes what a member lacks when <paramref name="token"/> ends it.</summary>
    private void EndMember(JsonToken token)
    {
        if (State is not (JsonState.Name or JsonState.Colon))
        {
            return;
        }

        if (State == JsonState.Colon)
        {
            Errors.Add(JsonErrorKind.MissingValue, _colon);
        }
        else if (token.Kind != JsonTokenKind.End)
        {
            Errors.Add(JsonErrorKind.MissingColon, token);
        }

        AddMember(null);
        State = JsonState.Value;
    }

    private void AddMember(JsonNode? value)
    {
        if (Keeps && _name is { } name)
        {
            _members.Add(new JsonMember(name.Value!, name.ContentStart, name.ContentEnd, value));
        }

        _name = null;
    }
}
