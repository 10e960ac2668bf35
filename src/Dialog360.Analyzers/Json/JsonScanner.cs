
namespace Dialog360.Analyzers.Json;

/// <summary>Cuts a JSON text into tokens, whatever is wrong with it. Every character is looked at a bounded number of times.</summary>
internal sealed class JsonScanner
{
    private const int KeptTexts = 64;
    private const int MaxKeptLength = 32;

    private readonly HoledText _text;
    private readonly JsonErrors _errors;
    private HoledText?[]? _kept;
    private int _position;

    /// <summary>Creates a scanner at the start of <paramref name="text"/>.</summary>
    public JsonScanner(HoledText text, JsonErrors errors)
    {
        _text = text;
        _errors = errors;
    }

    private string Text => _text.Text;

    /// <summary>The next token; <see cref="JsonTokenKind.End"/> again and again at the end.</summary>
    public JsonToken Next()
    {
        SkipTrivia();
        int start = _position;
        if (start >= Text.Length)
        {
            return new JsonToken(JsonTokenKind.End, Text.Length, Text.Length);
        }

        if (Punctuation(Text[start]) is { } kind)
        {
            _position++;
            return new JsonToken(kind, start, _position);
        }

        return Text[start] is '"' or '\'' ? String(start) : Word(start);
    }

    /// <summary>Moves behind the bracket that closes the one at <paramref name="opening"/>, looking at brackets and strings only.</summary>
    /// <returns>Whether that bracket is there.</returns>
    public bool SkipNested(int opening, CancellationToken cancellationToken)
    {
        int depth = 0;
        for (_position = opening; _position < Text.Length; _position++)
        {
            switch (Text[_position])
            {
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']' when --depth == 0:
                    _position++;
                    return true;
                case '"':
                    cancellationToken.ThrowIfCancellationRequested();
                    int end = JsonStringReader.ClosingQuote(Text, _position);
                    _position = end < 0 ? Text.Length - 1 : end;
                    break;
            }
        }

        return false;
    }

    /// <summary>The index behind the last character that has been read.</summary>
    public int Position => _position;

    private static JsonTokenKind? Punctuation(char character) => character switch
    {
        '{' => JsonTokenKind.OpenObject,
        '}' => JsonTokenKind.CloseObject,
        '[' => JsonTokenKind.OpenArray,
        ']' => JsonTokenKind.CloseArray,
        ':' => JsonTokenKind.Colon,
        ',' => JsonTokenKind.Comma,
        _ => null,
    };

    private static bool IsBlank(char character) => character is ' ' or '\t' or '\r' or '\n';

    private static bool EndsWord(char character) => IsBlank(character) || character is '"' or '\'' || Punctuation(character) is not null;

    private bool IsComment(int index) => index + 1 < Text.Length && Text[index] == '/' && Text[index + 1] is '/' or '*';

    private void SkipTrivia()
    {
        while (_position < Text.Length)
        {
            if (IsBlank(Text[_position]))
            {
                _position++;
            }
            else if (IsComment(_position))
            {
                int start = _position;
                bool isBlock = Text[start + 1] == '*';
                int end = isBlock ? Text.IndexOf("*/", start + 2, StringComparison.Ordinal) : Text.IndexOf('\n', start);
                _position = end < 0 ? Text.Length : isBlock ? end + 2 : end;
                int shown = !isBlock && _position > start && Text[_position - 1] == '\r' ? _position - 1 : _position;
                _errors.Add(JsonErrorKind.Comment, start, shown);
            }
            else
            {
                return;
            }
        }
    }

    private JsonToken String(int start)
    {
        JsonToken token = ShortString(start) ?? JsonStringReader.Read(_text, start, _errors);
        _position = token.End;
        return token with { IsBeforeColon = IsBeforeColon() };
    }

    /// <summary>
    /// A short string without escapes, as nearly all names are: in a list the same few stand in every element, and one text serves them all. Null for
    /// any other string.
    /// </summary>
    private JsonToken? ShortString(int start)
    {
        if (!_text.IsKnown || Text[start] != '"')
        {
            return null;
        }

        int end = start + 1;
        int limit = Math.Min(Text.Length, end + MaxKeptLength);
        int hash = 0;
        while (end < limit && Text[end] is >= ' ' and not ('"' or '\\'))
        {
            hash = (hash * 31) + Text[end++];
        }

        if (end >= limit || Text[end] != '"')
        {
            return null;
        }

        _kept ??= new HoledText?[KeptTexts];
        ref HoledText? kept = ref _kept[hash & (KeptTexts - 1)];
        int length = end - start - 1;
        if (kept is null || kept.Text.Length != length || string.CompareOrdinal(kept.Text, 0, Text, start + 1, length) != 0)
        {
            kept = _text.Slice(start + 1, length);
        }

        return new JsonToken(JsonTokenKind.String, start, end + 1) { Value = kept };
    }

    private JsonToken Word(int start)
    {
        int holes = 0;
        while (_position < Text.Length && !EndsWord(Text[_position]) && !IsComment(_position))
        {
            holes += _text.IsHole(_position) ? 1 : 0;

            // An escaped quote is no quote here either: what is skipped as escaped while a string's end is searched must never begin one.
            bool isEscape = Text[_position] == '\\' && _position + 1 < Text.Length && Text[_position + 1] is '"' or '\'' or '\\';
            _position += isEscape ? 2 : 1;
        }

        JsonTokenKind kind = holes == 0 ? JsonTokenKind.Word : _position == start + 1 ? JsonTokenKind.Hole : JsonTokenKind.Mixed;
        return new JsonToken(kind, start, _position) { Value = _text.Slice(start, _position - start), IsBeforeColon = IsBeforeColon() };
    }

    private bool IsBeforeColon()
    {
        int index = _position;
        while (index < Text.Length && IsBlank(Text[index]))
        {
            index++;
        }

        return index < Text.Length && Text[index] == ':';
    }
}
