using System.Collections.Immutable;

namespace Dialog360.Analyzers.Json;

/// <summary>
/// Reads JSON as people write it in code: with holes, with mistakes, half typed. It goes on behind every mistake, keeps the place of
/// everything, notes what RFC 8259 refuses, and takes time in proportion to the text, whatever is in it.
/// </summary>
/// <remarks>
/// A hole outside a string may stand for any JSON text, commas and members included, so it is never an error. A hole where no value
/// belongs may even hold the brackets that seem to be missing: then brackets are not counted.
/// </remarks>
internal sealed class JsonParser
{
    /// <summary>The depth that is followed; a deeper object or array is given back open and empty, with <see cref="JsonErrorKind.TooDeep"/> at it.</summary>
    public const int MaxDepth = 128;

    private readonly JsonErrors _errors = new();
    private readonly Stack<JsonFrame> _frames = new();
    private readonly Stack<JsonFrame> _spareObjects = new();
    private readonly Stack<JsonFrame> _spareArrays = new();
    private readonly ImmutableArray<int>.Builder _outerHoles = ImmutableArray.CreateBuilder<int>();
    private readonly HoledText _text;
    private readonly JsonScanner _scanner;
    private readonly bool _keeps;
    private readonly CancellationToken _cancellationToken;
    private int _openObjects;
    private int _openArrays;
    private bool _mayHoldBrackets;

    private JsonParser(HoledText text, bool keeps, CancellationToken cancellationToken)
    {
        _text = text;
        _keeps = keeps;
        _scanner = new JsonScanner(text, _errors);
        _cancellationToken = cancellationToken;
        _frames.Push(new JsonRootFrame(_errors));
    }

    /// <summary>Reads <paramref name="text"/>.</summary>
    /// <exception cref="OperationCanceledException">The work is no longer wanted.</exception>
    public static JsonParseResult Parse(HoledText text, CancellationToken cancellationToken = default) =>
        new JsonParser(text, keeps: true, cancellationToken).Run();

    /// <summary>The first place of <paramref name="text"/> that RFC 8259 refuses; null where it is JSON. Whatever is in the text, hardly any memory is taken.</summary>
    /// <exception cref="OperationCanceledException">The work is no longer wanted.</exception>
    public static JsonError? FirstError(HoledText text, CancellationToken cancellationToken = default)
    {
        ImmutableArray<JsonError> errors = new JsonParser(text, keeps: false, cancellationToken).Run().Errors;
        return errors.IsEmpty ? null : errors[0];
    }

    private JsonParseResult Run()
    {
        JsonToken token = _scanner.Next();
        bool endsInString = false;
        int after = 0;
        while (token.Kind != JsonTokenKind.End)
        {
            _cancellationToken.ThrowIfCancellationRequested();

            // The token of an error, and the one after it, may still show an error that stands before it.
            if (!_keeps && !_errors.IsEmpty && after++ == 2)
            {
                return new JsonParseResult(Root: null, _errors.ToImmutable(), _outerHoles.ToImmutable());
            }

            Take(token);
            endsInString = token.IsUnclosed;
            token = _scanner.Next();
        }

        // An unclosed string at the end may hold the brackets: the missing quote is the one mistake.
        if (_frames.Count > 1 && !_mayHoldBrackets && !endsInString)
        {
            _errors.Add(JsonErrorKind.UnclosedBracket, token);
        }

        while (_frames.Count > 1)
        {
            Pop(token, isClosed: false);
        }

        JsonFrame root = _frames.Pop();
        root.Ending(token);
        return new JsonParseResult(root.ToNode(token.End, isClosed: true), _errors.ToImmutable(), _outerHoles.ToImmutable());
    }

    private void Take(JsonToken token)
    {
        JsonFrame frame = _frames.Peek();
        switch (token.Kind)
        {
            case JsonTokenKind.OpenObject or JsonTokenKind.OpenArray:
                frame.Opening(token);
                Open(frame, token);
                break;
            case JsonTokenKind.CloseObject or JsonTokenKind.CloseArray:
                Close(frame, token);
                break;
            case JsonTokenKind.Comma:
                frame.Comma(token);
                break;
            case JsonTokenKind.Colon:
                frame.Colon(token);
                break;
            case JsonTokenKind.Hole or JsonTokenKind.Mixed:
                NoteHoles(token);
                _mayHoldBrackets |= frame.Hole(token);
                break;
            default:
                frame.Scalar(token);
                break;
        }
    }

    private void NoteHoles(JsonToken token)
    {
        foreach (int hole in token.Value!.Holes)
        {
            _outerHoles.Add(token.Start + hole);
        }
    }

    private void Open(JsonFrame parent, JsonToken token)
    {
        bool isObject = token.Kind == JsonTokenKind.OpenObject;
        if (_frames.Count > MaxDepth)
        {
            _errors.Add(JsonErrorKind.TooDeep, token);
            bool isClosed = _scanner.SkipNested(token.Start, _cancellationToken);
            parent.Child(new JsonNode(isObject ? JsonKind.Object : JsonKind.Array, token.Start, _scanner.Position) { IsOpen = true, IsClosed = isClosed });
            return;
        }

        JsonFrame frame = Spare(isObject) is { Count: > 0 } spare ? spare.Pop() : isObject ? new JsonObjectFrame(_errors, _keeps) : new JsonArrayFrame(_errors, _keeps);
        frame.Begin(token.Start);
        _frames.Push(frame);
        Count(isObject, 1);
    }

    private void Close(JsonFrame frame, JsonToken token)
    {
        bool isObject = token.Kind == JsonTokenKind.CloseObject;
        if (frame.Closing != token.Kind && !_mayHoldBrackets)
        {
            _errors.Add(JsonErrorKind.UnexpectedBracket, token);
        }

        if ((isObject ? _openObjects : _openArrays) == 0)
        {
            return;
        }

        while (_frames.Peek().Closing != token.Kind)
        {
            Pop(token, isClosed: false);
        }

        Pop(token, isClosed: true);
    }

    private void Pop(JsonToken token, bool isClosed)
    {
        JsonFrame frame = _frames.Pop();
        Count(frame.Closing == JsonTokenKind.CloseObject, -1);
        frame.Ending(token);
        JsonNode node = frame.ToNode(isClosed ? token.End : token.Start, isClosed)!;
        Spare(frame.Closing == JsonTokenKind.CloseObject).Push(frame);
        _frames.Peek().Child(node);
    }

    /// <summary>Frames whose nodes are finished: a long list needs no more of them than it is deep.</summary>
    private Stack<JsonFrame> Spare(bool isObject) => isObject ? _spareObjects : _spareArrays;

    private void Count(bool isObject, int change)
    {
        _openObjects += isObject ? change : 0;
        _openArrays += isObject ? 0 : change;
    }
}
