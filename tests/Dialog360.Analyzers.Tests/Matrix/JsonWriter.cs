using System.Globalization;
using System.Text;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Tests.Matrix;

/// <summary>A message as JSON text, before a literal holds it; the places are those in this text.</summary>
internal sealed class JsonWriter
{
    /// <summary>Stands for a hole.</summary>
    public const char Hole = '\uE000';

    private readonly StringBuilder _text = new();
    private readonly bool _indented;
    private readonly bool _hasHoles;
    private readonly string _blank;
    private readonly bool _escapes;
    private int _lastBrace;

    private JsonWriter(bool hasHoles, bool indented, Random random)
    {
        _hasHoles = hasHoles;
        _indented = indented;
        _blank = indented || random.Next(2) == 0 ? " " : string.Empty;
        _escapes = random.Next(3) == 0;
    }

    public Dictionary<Item, TextSpan> Values { get; } = [];

    public Dictionary<Entry, TextSpan> Names { get; } = [];

    public Dictionary<Obj, TextSpan> Starts { get; } = [];

    public TextSpan? Refused { get; private set; }

    /// <summary>The parameters in the holes, in order.</summary>
    public List<string> Holes { get; } = [];

    public string Text => _text.ToString();

    public static JsonWriter Of(Obj message, bool hasHoles, bool indented, Random random)
    {
        JsonWriter writer = new(hasHoles, indented, random);
        writer.Object(message, 0);
        return writer;
    }

    private void Object(Obj value, int depth)
    {
        int start = _text.Length;
        _text.Append('{');
        Starts[value] = new TextSpan(start, 1);
        for (int index = 0; index < value.Entries.Count; index++)
        {
            Entry entry = value.Entries[index];
            _text.Append(index == 0 ? string.Empty : ",");
            Break(depth + 1);
            int name = _text.Length;
            _text.Append('"').Append(entry.Name).Append('"');
            Names[entry] = TextSpan.FromBounds(name + 1, _text.Length - 1);
            _text.Append(':').Append(_blank);
            Value(entry.Value, depth + 1);
        }

        if (value.HasLastComma)
        {
            Refused = new TextSpan(_text.Length, 1);
            _text.Append(',');
        }

        if (value.IsUnclosed)
        {
            Refused = new TextSpan(_lastBrace, 1);
            return;
        }

        Break(depth);
        _lastBrace = _text.Length;
        _text.Append('}');
        Values[value] = TextSpan.FromBounds(start, _text.Length);
    }

    private void Value(Item value, int depth)
    {
        int start = _text.Length;
        switch (value)
        {
            case Obj nested:
                Object(nested, depth);
                return;
            case Arr array:
                _text.Append('[');
                for (int index = 0; index < array.Items.Count; index++)
                {
                    _text.Append(index == 0 ? string.Empty : ",");
                    Break(depth + 1);
                    Value(array.Items[index], depth + 1);
                }

                Break(depth);
                _text.Append(']');
                _lastBrace = _text.Length - 1;
                break;
            case Str { HasApostrophes: true } text:
                _text.Append('\'').Append(text.Text).Append('\'');
                Refused = TextSpan.FromBounds(start, _text.Length);
                break;
            case Str text:
                Quoted(value, () => Escape(text.Text));
                return;
            case Var variable:
                Quoted(value, () =>
                {
                    if (_hasHoles)
                    {
                        Holes.Add(variable.Name);
                        _text.Append(Hole);
                    }
                    else
                    {
                        Escape(variable.Known!);
                    }
                });
                return;
            case Num number:
                _text.Append(number.Text);
                break;
            case Bool truth:
                _text.Append(truth.IsCapital ? (truth.Value ? "True" : "False") : truth.Value ? "true" : "false");
                Refused = truth.IsCapital ? TextSpan.FromBounds(start, _text.Length) : Refused;
                break;
        }

        Values[value] = TextSpan.FromBounds(start, _text.Length);
    }

    private void Quoted(Item value, Action write)
    {
        _text.Append('"');
        int start = _text.Length;
        write();
        Values[value] = TextSpan.FromBounds(start, _text.Length);
        _text.Append('"');
    }

    private void Escape(string text)
    {
        foreach (char character in text)
        {
            _text.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                > '\u007f' when _escapes => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
                _ => character.ToString(),
            });
        }
    }

    private void Break(int depth)
    {
        if (_indented)
        {
            _text.Append('\n').Append(' ', depth * 2);
        }
        else
        {
            _text.Append(_blank);
        }
    }
}
