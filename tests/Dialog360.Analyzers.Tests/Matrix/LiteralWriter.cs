using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Tests.Matrix;

/// <summary>Texts of C#.</summary>
internal enum LiteralKind
{
    Regular,
    Verbatim,
    Raw,
    Utf8,
    Interpolated,
    VerbatimInterpolated,
    RawInterpolated,
    Concatenated,
    Format,
}

/// <summary>Writes a message as JSON text in a literal, character by character, so that the place of each is known.</summary>
internal sealed class LiteralWriter
{
    private const string Margin = "            ";

    private readonly Code _code;
    private readonly LiteralKind _kind;
    private readonly JsonWriter _json;
    private readonly int[] _starts;
    private readonly int[] _ends;

    private LiteralWriter(Code code, LiteralKind kind, JsonWriter json)
    {
        _code = code;
        _kind = kind;
        _json = json;
        _starts = new int[json.Text.Length];
        _ends = new int[json.Text.Length];
    }

    private bool IsVerbatim => _kind is LiteralKind.Verbatim or LiteralKind.VerbatimInterpolated;

    private bool IsRaw => _kind is LiteralKind.Raw or LiteralKind.RawInterpolated;

    private bool DoublesBraces => _kind is LiteralKind.Interpolated or LiteralKind.VerbatimInterpolated or LiteralKind.Format;

    public static void Write(Obj message, Code code, LiteralKind kind, Random random)
    {
        bool hasHoles = kind >= LiteralKind.Interpolated;
        JsonWriter json = JsonWriter.Of(message, hasHoles, indented: random.Next(2) == 0, random);
        LiteralWriter writer = new(code, kind, json);
        code.Add("var made = ");
        writer.Write(random);
        code.Add(";\n");
        writer.MapPlaces();
    }

    private void Write(Random random)
    {
        string text = _json.Text;
        switch (_kind)
        {
            case LiteralKind.Raw or LiteralKind.RawInterpolated:
                int dollars = _kind == LiteralKind.Raw ? 0 : 1 + Regex.Matches(text, @"\{+|\}+").Max(match => match.Length);
                bool hasLines = text.Contains('\n') || random.Next(2) == 0;
                _code.Add(new string('$', dollars) + "\"\"\"" + (hasLines ? "\n" + Margin : string.Empty));
                Characters(0, text.Length, dollars);
                _code.Add((hasLines ? "\n" + Margin : string.Empty) + "\"\"\"");
                break;
            case LiteralKind.Concatenated:
                Concatenated(random);
                break;
            case LiteralKind.Format:
                _code.Add("string.Format(\"");
                Characters(0, text.Length, 1);
                _code.Add("\"");
                Arguments();
                _code.Add(")");
                break;
            default:
                _code.Add(_kind switch { LiteralKind.Verbatim => "@\"", LiteralKind.Interpolated => "$\"", LiteralKind.VerbatimInterpolated => "$@\"", _ => "\"" });
                Characters(0, text.Length, 1);
                _code.Add(_kind == LiteralKind.Utf8 ? "\"u8.ToArray()" : "\"");
                break;
        }
    }

    /// <summary>The arguments of a format: what fills a hole stands here.</summary>
    private void Arguments()
    {
        int index = -1;
        foreach (string hole in _json.Holes)
        {
            _code.Add(", ");
            index = _json.Text.IndexOf(JsonWriter.Hole, index + 1);
            Put(index, hole);
        }
    }

    private void Concatenated(Random random)
    {
        string text = _json.Text;
        int index = 0;
        int hole = 0;
        while (index < text.Length)
        {
            _code.Add(index == 0 ? string.Empty : random.Next(2) == 0 ? " + " : "\n" + Margin + "+ ");
            if (text[index] == JsonWriter.Hole)
            {
                Put(index, _json.Holes[hole++]);
                index++;
                continue;
            }

            int end = Math.Min(text.Length, index + 1 + random.Next(60));
            int next = text.IndexOf(JsonWriter.Hole, index);
            end = next >= 0 ? Math.Min(end, next) : end;

            // Half a character is no text.
            end = end < text.Length && char.IsLowSurrogate(text[end]) ? end + 1 : end;
            _code.Add("\"");
            Characters(index, end, 1);
            _code.Add("\"");
            index = end;
        }
    }

    private void Characters(int from, int to, int holeBraces)
    {
        string text = _json.Text;
        int hole = 0;
        for (int index = from; index < to; index++)
        {
            if (text[index] != JsonWriter.Hole)
            {
                Put(index, Escaped(text[index]));
            }
            else if (_kind == LiteralKind.Format)
            {
                Put(index, "{" + (hole++).ToString(CultureInfo.InvariantCulture) + "}");
            }
            else
            {
                _code.Add(new string('{', holeBraces));
                Put(index, _json.Holes[hole++]);
                _code.Add(new string('}', holeBraces));
            }
        }
    }

    private string Escaped(char character) => character switch
    {
        '\n' when IsRaw => "\n" + Margin,
        '"' when IsVerbatim => "\"\"",
        '"' when !IsRaw => "\\\"",
        '\\' when !IsRaw && !IsVerbatim => "\\\\",
        '\n' when !IsVerbatim => "\\n",
        '{' or '}' when DoublesBraces => new string(character, 2),
        _ => character.ToString(),
    };

    private void Put(int index, string written)
    {
        _starts[index] = _code.Length;
        _code.Add(written);
        _ends[index] = _code.Length;
    }

    private void MapPlaces()
    {
        foreach ((Item value, TextSpan span) in _json.Values)
        {
            _code.Values[value] = Map(span);
        }

        foreach ((Entry entry, TextSpan span) in _json.Names)
        {
            _code.Names[entry] = Map(span);
        }

        foreach ((Obj value, TextSpan span) in _json.Starts)
        {
            _code.Starts[value] = new TextSpan(_starts[span.Start], 1);
        }

        _code.Refused = _json.Refused is { } refused ? Map(refused) : null;
    }

    private TextSpan Map(TextSpan span) => span.IsEmpty ? new TextSpan(_starts[span.Start], 0) : TextSpan.FromBounds(_starts[span.Start], _ends[span.End - 1]);
}
