using System.Collections.Immutable;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Payloads.Text;

/// <summary>How a piece of text is written in C#; tells how its characters are escaped.</summary>
internal enum LiteralForm
{
    /// <summary><c>"..."</c></summary>
    Regular,

    /// <summary><c>@"..."</c></summary>
    Verbatim,

    /// <summary><c>"""..."""</c>, on one line or several.</summary>
    Raw,

    /// <summary>Text inside <c>$"..."</c>.</summary>
    InterpolatedRegular,

    /// <summary>Text inside <c>$@"..."</c>.</summary>
    InterpolatedVerbatim,

    /// <summary>Text inside <c>$"""..."""</c> with any number of dollar signs.</summary>
    InterpolatedRaw,

    /// <summary>A format text of <c>string.Format</c> in a regular or verbatim literal: braces are doubled.</summary>
    Format,

    /// <summary>The value of a constant that is declared elsewhere: its characters cannot be pointed at or edited here.</summary>
    Constant,

    /// <summary>A hole.</summary>
    Hole,
}

/// <summary>A stretch of a <see cref="CSharpText"/> that comes from one literal, one constant or one hole.</summary>
internal sealed class TextSegment
{
    /// <summary>Creates a segment.</summary>
    public TextSegment(int start, int length, LiteralForm form, SyntaxNode syntax, SyntaxToken token, ImmutableArray<int> map)
    {
        Start = start;
        Length = length;
        Form = form;
        Syntax = syntax;
        Token = token;
        Map = map;
    }

    /// <summary>The index of its first character in the text.</summary>
    public int Start { get; }

    /// <summary>The number of its characters in the text.</summary>
    public int Length { get; }

    /// <summary>How it is written.</summary>
    public LiteralForm Form { get; }

    /// <summary>The literal expression, interpolated text, interpolation, or the expression of a hole or constant.</summary>
    public SyntaxNode Syntax { get; }

    /// <summary>The token with the characters, for a literal or interpolated text.</summary>
    public SyntaxToken Token { get; }

    /// <summary>
    /// The position in the file of each character, plus one entry for the end; default where the characters run in step with
    /// the file from <see cref="SourceStart"/>, and for constants and holes, which are pointed at as a whole. A hole has it where it
    /// is a placeholder inside a literal.
    /// </summary>
    public ImmutableArray<int> Map { get; }

    /// <summary>The position in the file of the first character, where <see cref="Map"/> is default.</summary>
    public int SourceStart { get; init; }

    /// <summary>Of a hole, the operation that fills it.</summary>
    public IOperation? Hole { get; init; }

    /// <summary>Of a hole, the expression that puts the value into the text; null where the value takes the place of a placeholder.</summary>
    public SyntaxNode? Site { get; init; }

    /// <summary>The position in the file of the character <paramref name="index"/> (relative to this segment; <see cref="Length"/> gives the end).</summary>
    public int Position(int index) => Map.IsDefault ? SourceStart + index : Map[index];
}

/// <summary>
/// A text as C# composes it, from literals, constants and holes, with the way back from each character to its place in the file.
/// Made by <see cref="CSharpTextReader"/>.
/// </summary>
internal sealed class CSharpText
{
    private JsonParseResult? _json;

    /// <summary>Creates a text.</summary>
    public CSharpText(HoledText text, ImmutableArray<TextSegment> segments, SyntaxNode expression)
    {
        Text = text;
        Segments = segments;
        Expression = expression;
    }

    /// <summary>The text of one literal: most texts are no more than that.</summary>
    /// <param name="literal">Its characters.</param>
    /// <param name="syntax">The literal.</param>
    /// <param name="expression">The whole expression.</param>
    /// <param name="operation">The operation of the whole expression.</param>
    public static CSharpText Of(TextLiteral literal, SyntaxNode syntax, SyntaxNode expression, IOperation operation) => new(
        new HoledText(literal.Text),
        literal.Text.Length == 0 ? ImmutableArray<TextSegment>.Empty : ImmutableArray.Create(new TextSegment(0, literal.Text.Length, literal.Form, syntax, literal.Token, literal.Map) { SourceStart = literal.Start }),
        expression) { Operation = operation };

    /// <summary>The text that results, holes included.</summary>
    public HoledText Text { get; }

    /// <summary>Its pieces, in their order, without gaps.</summary>
    public ImmutableArray<TextSegment> Segments { get; }

    /// <summary>The whole expression.</summary>
    public SyntaxNode Expression { get; }

    /// <summary>The operation of the whole expression, where it was read from one.</summary>
    public IOperation? Operation { get; init; }

    /// <summary>Whether any character is known.</summary>
    public bool HasKnownText => Text.Holes.Length < Text.Text.Length;

    /// <summary>The text read as JSON, whatever it is; read once.</summary>
    public JsonParseResult ParseJson(CancellationToken cancellationToken) => _json ??= JsonParser.Parse(Text, cancellationToken);

    /// <summary>The piece that the character at <paramref name="index"/> belongs to; the last one for the end of the text. Null for an empty text.</summary>
    public TextSegment? SegmentAt(int index)
    {
        int low = 0;
        int high = Segments.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            TextSegment segment = Segments[middle];
            if (index < segment.Start)
            {
                high = middle - 1;
            }
            else if (index >= segment.Start + segment.Length && middle < Segments.Length - 1)
            {
                low = middle + 1;
            }
            else
            {
                return segment;
            }
        }

        return null;
    }

    /// <summary>
    /// The stretch of the file that writes the characters from <paramref name="start"/>; from the first to the last of them where
    /// they span several literals. A constant or hole is pointed at as a whole.
    /// </summary>
    public SourceSpan SpanOf(int start, int length)
    {
        TextSegment? first = SegmentAt(start);
        TextSegment? last = length == 0 ? first : SegmentAt(start + length - 1);
        if (first is null || last is null)
        {
            return SourceSpan.Of(Expression);
        }

        int from = IsWhole(first) ? first.Syntax.SpanStart : first.Position(start - first.Start);
        int to = IsWhole(last) ? last.Syntax.Span.End : last.Position(start + length - last.Start);
        return new SourceSpan(Expression.SyntaxTree, TextSpan.FromBounds(from, Math.Max(from, to)));

        static bool IsWhole(TextSegment segment) => segment.Form is LiteralForm.Constant or LiteralForm.Hole && segment.Map.IsDefault;
    }
}
