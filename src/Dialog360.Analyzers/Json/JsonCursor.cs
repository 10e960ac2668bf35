using System.Globalization;
using System.Text;

namespace Dialog360.Analyzers.Json;

/// <summary>
/// Reads JSON forward, in place and without a tree: the caller asks for what it wants, and the rest is checked and passed over. The first character that
/// RFC 8259 refuses breaks it off: from there on nothing more comes. <see cref="JsonParser.FirstError"/> then says what is wrong.
/// </summary>
/// <remarks>
/// After <see cref="NextElement"/> or <see cref="NextMember"/> the value is read once: with <see cref="Text"/>, with <see cref="Skip"/>, or with
/// <see cref="Begin"/> and what is inside, up to the end.
/// </remarks>
internal sealed class JsonCursor
{
    private const int KeptTexts = 256;
    private const int MaxKeptLength = 32;

    private readonly string _text;
    private readonly CancellationToken _cancellationToken;
    private readonly char[] _closing = new char[JsonParser.MaxDepth];
    private readonly string?[] _kept = new string?[KeptTexts];
    private int _depth;
    private bool _isAfterValue;

    /// <summary>Creates a cursor before the value of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The index from which on it is JSON.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public JsonCursor(string text, int start = 0, CancellationToken cancellationToken = default)
    {
        _text = text;
        _cancellationToken = cancellationToken;
        Position = start;
        SkipBlanks();
    }

    /// <summary>The index of what is read next: before a value, of its first character; after it, of the first character behind it.</summary>
    public int Position { get; private set; }

    /// <summary>Whether the text is not JSON.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Of the member before whose value the cursor is, the index of the first character of its name, inside the quotes.</summary>
    public int NameStart { get; private set; }

    /// <summary>Of that member, the index behind the last character of its name, inside the quotes.</summary>
    public int NameEnd { get; private set; }

    /// <summary>What the value that comes next is, as far as its first character tells.</summary>
    public JsonKind Kind => IsBroken ? JsonKind.Invalid : Current switch
    {
        '{' => JsonKind.Object,
        '[' => JsonKind.Array,
        '"' => JsonKind.String,
        't' => JsonKind.True,
        'f' => JsonKind.False,
        'n' => JsonKind.Null,
        '-' or (>= '0' and <= '9') => JsonKind.Number,
        _ => JsonKind.Invalid,
    };

    private char Current => Position < _text.Length ? _text[Position] : '\0';

    /// <summary>Moves into the object or array that comes next.</summary>
    public void Begin()
    {
        if (IsBroken || Current is not ('{' or '[') || _depth == JsonParser.MaxDepth)
        {
            IsBroken = true;
            return;
        }

        _closing[_depth++] = Current == '{' ? '}' : ']';
        _isAfterValue = false;
        Position++;
    }

    /// <summary>Moves before the next element of the innermost array.</summary>
    /// <returns>Whether there is one; else the cursor is behind the array.</returns>
    public bool NextElement()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (!Next())
        {
            return false;
        }

        SkipBlanks();
        return true;
    }

    /// <summary>Moves before the value of the next member of the innermost object.</summary>
    /// <returns>Whether there is one; else the cursor is behind the object.</returns>
    public bool NextMember()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (!Next())
        {
            return false;
        }

        SkipBlanks();
        NameStart = Position + 1;
        IsBroken |= Current != '"' || !PassString();
        NameEnd = Position - 1;
        SkipBlanks();
        IsBroken |= Current != ':';
        Position++;
        SkipBlanks();
        return !IsBroken;
    }

    /// <summary>The name of the member before whose value the cursor is, with its escapes resolved.</summary>
    public string Name() => TextBetween(NameStart, NameEnd);

    /// <summary>Reads the value that comes next: the text of a string, with its escapes resolved; null for any other value, which is passed over.</summary>
    public string? Text()
    {
        int start = Position + 1;
        bool isText = Kind == JsonKind.String;
        Skip();
        return isText && !IsBroken ? TextBetween(start, Position - 1) : null;
    }

    /// <summary>Passes over the value that comes next, whatever is in it.</summary>
    public void Skip()
    {
        int outside = _depth;
        SkipOne();
        while (!IsBroken && _depth > outside)
        {
            if (_closing[_depth - 1] == '}' ? NextMember() : NextElement())
            {
                SkipOne();
            }
        }
    }

    /// <summary>Moves to the end of the text, which nothing but white space may lie before.</summary>
    public void End()
    {
        SkipBlanks();
        IsBroken |= Position < _text.Length;
    }

    /// <summary>Passes over a scalar, or moves into an object or array.</summary>
    private void SkipOne()
    {
        switch (Kind)
        {
            case JsonKind.Object or JsonKind.Array:
                Begin();
                return;
            case JsonKind.String:
                IsBroken |= !PassString();
                break;
            case JsonKind.Number:
                IsBroken |= !PassNumber();
                break;
            case JsonKind.True:
                PassWord("true");
                break;
            case JsonKind.False:
                PassWord("false");
                break;
            case JsonKind.Null:
                PassWord("null");
                break;
            default:
                IsBroken = true;
                break;
        }

        _isAfterValue = true;
    }

    /// <summary>Passes over the comma before the next element or member, or over the closing bracket.</summary>
    private bool Next()
    {
        SkipBlanks();
        if (!IsBroken && _depth > 0 && Current == _closing[_depth - 1])
        {
            _depth--;
            _isAfterValue = true;
            Position++;
            return false;
        }

        IsBroken |= _depth == 0 || Position >= _text.Length || (_isAfterValue && Current != ',');
        Position += _isAfterValue ? 1 : 0;
        _isAfterValue = false;
        return !IsBroken;
    }

    private void SkipBlanks()
    {
        while (Position < _text.Length && _text[Position] is ' ' or '\t' or '\r' or '\n')
        {
            Position++;
        }
    }

    private void PassWord(string word)
    {
        IsBroken |= string.CompareOrdinal(_text, Position, word, 0, word.Length) != 0;
        Position += word.Length;
    }

    /// <summary>Passes over a number as RFC 8259, section 6, has it.</summary>
    private bool PassNumber()
    {
        Position += Current == '-' ? 1 : 0;
        if (Current == '0')
        {
            Position++;
        }
        else if (!PassDigits())
        {
            return false;
        }

        if (Current == '.')
        {
            Position++;
            if (!PassDigits())
            {
                return false;
            }
        }

        if (Current is not ('e' or 'E'))
        {
            return true;
        }

        Position++;
        Position += Current is '+' or '-' ? 1 : 0;
        return PassDigits();
    }

    private bool PassDigits()
    {
        int start = Position;
        while (Current is >= '0' and <= '9')
        {
            Position++;
        }

        return Position > start;
    }

    /// <summary>Passes over a string whose opening quote is next.</summary>
    private bool PassString()
    {
        string text = _text;
        for (int index = Position + 1; index < text.Length; index++)
        {
            char character = text[index];
            if (character == '"')
            {
                Position = index + 1;
                return true;
            }

            if (character < ' ' || (character == '\\' && !PassEscape(ref index)))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Moves from the backslash of an escape to its last character.</summary>
    private bool PassEscape(ref int index)
    {
        index++;
        if (index >= _text.Length || _text[index] is not ('"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u'))
        {
            return false;
        }

        int digits = _text[index] == 'u' ? 4 : 0;
        for (; digits > 0; digits--)
        {
            index++;
            if (index >= _text.Length || !Uri.IsHexDigit(_text[index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What stands between two quotes. Names and short values come again in every element of a list: one text serves them all.</summary>
    private string TextBetween(int start, int end)
    {
        int length = end - start;
        if (length > MaxKeptLength)
        {
            return Decoded(start, end);
        }

        int hash = length;
        for (int index = start; index < end; index++)
        {
            if (_text[index] == '\\')
            {
                return Decoded(start, end);
            }

            hash = (hash * 31) + _text[index];
        }

        ref string? kept = ref _kept[hash & (KeptTexts - 1)];
        if (kept is null || kept.Length != length || string.CompareOrdinal(kept, 0, _text, start, length) != 0)
        {
            kept = _text.Substring(start, length);
        }

        return kept;
    }

    private string Decoded(int start, int end)
    {
        int escape = _text.IndexOf('\\', start, end - start);
        if (escape < 0)
        {
            return _text.Substring(start, end - start);
        }

        StringBuilder decoded = new(end - start);
        while (escape >= 0)
        {
            decoded.Append(_text, start, escape - start);
            char kind = _text[escape + 1];
            decoded.Append(kind == 'u' ? (char)int.Parse(_text.Substring(escape + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : JsonStringReader.Escaped(kind) ?? kind);
            start = escape + (kind == 'u' ? 6 : 2);
            escape = _text.IndexOf('\\', start, end - start);
        }

        return decoded.Append(_text, start, end - start).ToString();
    }
}
