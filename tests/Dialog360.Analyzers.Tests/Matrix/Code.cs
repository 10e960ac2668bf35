using System.Text;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Tests.Matrix;

/// <summary>C# that is being written, and where in it the values of a message stand.</summary>
internal sealed class Code
{
    private readonly StringBuilder _text = new();

    /// <summary>The places of values: an expression, or the characters of a JSON string.</summary>
    public Dictionary<Item, TextSpan> Values { get; } = [];

    /// <summary>The places of names of members.</summary>
    public Dictionary<Entry, TextSpan> Names { get; } = [];

    /// <summary>Where objects start: <c>new</c> or a brace.</summary>
    public Dictionary<Obj, TextSpan> Starts { get; } = [];

    /// <summary>The place of what JSON refuses.</summary>
    public TextSpan? Refused { get; set; }

    /// <summary>Whether the message goes to 360dialog through System.Text.Json, so that it must go out under the names of the API.</summary>
    public bool IsSent { get; init; }

    /// <summary>Methods that make parts of the message; they stand after the one that makes it.</summary>
    public List<Code> Parts { get; init; } = [];

    /// <summary>Types that the program needs.</summary>
    public StringBuilder Types { get; } = new();

    /// <summary>The length so far.</summary>
    public int Length => _text.Length;

    /// <summary>Writes.</summary>
    public Code Add(string text)
    {
        _text.Append(text);
        return this;
    }

    /// <summary>Notes the place of a value that was written from <paramref name="start"/> to here.</summary>
    public void Mark(Item value, int start) => Values[value] = TextSpan.FromBounds(start, Length);

    /// <summary>Writes the name of a member and notes its place.</summary>
    public Code Name(Entry entry, string text)
    {
        int start = Length;
        Add(text);
        Names[entry] = TextSpan.FromBounds(start, Length);
        return this;
    }

    /// <summary>Writes the name of a member as a text; its place is inside the quotes.</summary>
    public Code Quoted(Entry entry) => Add("\"").Name(entry, entry.Name).Add("\"");

    /// <summary>Notes that an object starts here, with <c>new</c>.</summary>
    public void Start(Obj value) => Starts[value] = new TextSpan(Length, "new".Length);

    /// <summary>Takes the places over of a piece that stands that much later.</summary>
    public void Take(Code piece, int offset)
    {
        foreach ((Item value, TextSpan span) in piece.Values)
        {
            Values[value] = new TextSpan(span.Start + offset, span.Length);
        }

        foreach ((Entry entry, TextSpan span) in piece.Names)
        {
            Names[entry] = new TextSpan(span.Start + offset, span.Length);
        }

        foreach ((Obj value, TextSpan span) in piece.Starts)
        {
            Starts[value] = new TextSpan(span.Start + offset, span.Length);
        }
    }

    public override string ToString() => _text.ToString();
}
