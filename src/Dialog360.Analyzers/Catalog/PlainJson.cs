using System.Collections.Immutable;
using System.Text;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>Reads JSON that is known to be well-formed: the embedded files. Positions are not kept.</summary>
internal sealed class PlainJson
{
    private readonly string _text;
    private int _index;

    /// <summary>Creates a reader at the begin of <paramref name="text"/>.</summary>
    public PlainJson(string text)
    {
        _text = text;
    }

    /// <summary>Reads one value.</summary>
    /// <exception cref="FormatException">The text is not JSON.</exception>
    public JsonNode Read()
    {
        switch (Peek())
        {
            case '{':
                return ReadObject();
            case '[':
                return ReadArray();
            case '"':
                return new JsonNode(JsonKind.String, 0, 0) { Value = new HoledText(ReadString()) };
            case 't':
                return ReadWord("true", JsonKind.True);
            case 'f':
                return ReadWord("false", JsonKind.False);
            case 'n':
                return ReadWord("null", JsonKind.Null);
            default:
                return ReadNumber();
        }
    }

    private JsonNode ReadObject()
    {
        ImmutableArray<JsonMember>.Builder members = ImmutableArray.CreateBuilder<JsonMember>();
        _index++;
        while (Peek() != '}')
        {
            Peek();
            string name = ReadString();
            Expect(':');
            members.Add(new JsonMember(new HoledText(name), 0, 0, Read()));
            SkipComma();
        }

        _index++;
        return new JsonNode(JsonKind.Object, 0, 0) { Members = members.ToImmutable() };
    }

    private JsonNode ReadArray()
    {
        ImmutableArray<JsonNode>.Builder elements = ImmutableArray.CreateBuilder<JsonNode>();
        _index++;
        while (Peek() != ']')
        {
            elements.Add(Read());
            SkipComma();
        }

        _index++;
        return new JsonNode(JsonKind.Array, 0, 0) { Elements = elements.ToImmutable() };
    }

    private string ReadString()
    {
        Expect('"');
        StringBuilder builder = new();
        while (_text[_index] != '"')
        {
            char character = _text[_index++];
            builder.Append(character == '\\' ? ReadEscape() : character);
        }

        _index++;
        return builder.ToString();
    }

    private char ReadEscape()
    {
        char character = _text[_index++];
        switch (character)
        {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'u':
                _index += 4;
                return (char)Convert.ToInt32(_text.Substring(_index - 4, 4), 16);
            default:
                return character;
        }
    }

    private JsonNode ReadNumber()
    {
        int start = _index;
        while (_index < _text.Length && "+-.0123456789eE".IndexOf(_text[_index]) >= 0)
        {
            _index++;
        }

        return start == _index ? throw new FormatException("No JSON at " + start) : new JsonNode(JsonKind.Number, 0, 0) { Value = new HoledText(_text.Substring(start, _index - start)) };
    }

    private JsonNode ReadWord(string word, JsonKind kind)
    {
        _index += word.Length;
        return new JsonNode(kind, 0, 0);
    }

    private char Peek()
    {
        while (char.IsWhiteSpace(_text[_index]))
        {
            _index++;
        }

        return _text[_index];
    }

    private void Expect(char character)
    {
        if (Peek() != character)
        {
            throw new FormatException($"Expected {character} at {_index}.");
        }

        _index++;
    }

    private void SkipComma()
    {
        if (Peek() == ',')
        {
            _index++;
        }
    }
}
