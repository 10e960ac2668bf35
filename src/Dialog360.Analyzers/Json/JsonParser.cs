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
    private readonly IJsonListReader? _lists;
    private readonly CancellationToken _cancellationToken;
    private string? _listName;
    private int _openObjects;
    private int _openArrays;
    private bool _mayHoldBrackets;

    private JsonParser(HoledText text, IJsonListReader? lists, CancellationToken cancellationToken)
    {
        _text = text;
        _lists = lists;
        _scanner = new JsonScanner(text, _errors);
        _cancellationToken = cancellationToken;
        _frames.Push(new JsonRootFrame(_errors));
    }

    /// <summary>Reads <paramref name="text"/>.</summary>
    /// <exception cref="OperationCanceledException">The work is no longer wanted.</exception>
    public static JsonParseResult Parse(HoledText text, CancellationToken cancellationToken = default) =>
        new JsonParser(text, lists: null, cancellationToken).Run();

    /// <summary>
    /// Reads a text that holds long lists: the objects of an array that is the root, or a member of the root object, go to <paramref name="lists"/>
    /// one by one and leave nothing behind, so the memory it takes does not grow with the list.
    /// </summary>
    /// <exception cref="OperationCanceledException">The work is no longer wanted.</exception>
    public static JsonParseResult Parse(HoledText text, IJsonListReader lists, CancellationToken cancellationToken) =>
        new JsonParser(text, lists, cancellationToken).Run();

    private JsonParseResult Run()
    {
        JsonToken token = _scanner.Next();
        bool endsInString = false;
        while (token.Kind != JsonTokenKind.End)
        {
            _cancellationToken.ThrowIfCancellationRequested();
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

        if (!isObject && (_frames.Count == 1 || (_frames.Count == 2 && parent is JsonObjectFrame)))
        {
            _listName = (parent as JsonObjectFrame)?.Name ?? string.Empty;
        }

        JsonFrame frame = Spare(isObject) is { Count: > 0 } spare ? spare.Pop() : isObject ? new JsonObjectFrame(_errors) : new JsonArrayFrame(_errors);
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
        _frames.Peek().Child(IsElement(node) && _lists!.Take(_listName!, node) ? new JsonNode(node.Kind, node.Start, node.End) : node);
    }

    /// <summary>Whether an object that has just ended is an element of the root array, or of an array that is a member of the root object.</summary>
    private bool IsElement(JsonNode node)
    {
        if (_lists is null || _listName is null || node.Kind != JsonKind.Object || _frames.Count is not (2 or 3) || _frames.Peek() is not JsonArrayFrame)
        {
            return false;
        }

        return _frames.Count == 3 || _listName.Length == 0;
    }

    /// <summary>Frames whose nodes are finished: a long list needs no more of them than it is deep.</summary>
    private Stack<JsonFrame> Spare(bool isObject) => isObject ? _spareObjects : _spareArrays;

    private void Count(bool isObject, int change)
    {
        _openObjects += isObject ? change : 0;
        _openArrays += isObject ? 0 : change;
    }
}
