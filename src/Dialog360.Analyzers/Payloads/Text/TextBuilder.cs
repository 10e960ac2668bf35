using System.Collections.Immutable;
using System.Text;
using Dialog360.Analyzers.Json;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Payloads.Text;

/// <summary>Puts a <see cref="CSharpText"/> together, piece by piece.</summary>
internal sealed class TextBuilder
{
    /// <summary>Pieces and UTF-16 units after which a text is given up: one that is put together from itself would grow without end.</summary>
    private const int MaxSegments = 20_000;
    private const int MaxLength = 8 << 20;

    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<int>.Builder _holes = ImmutableArray.CreateBuilder<int>(0);
    private readonly ImmutableArray<TextSegment>.Builder _segments = ImmutableArray.CreateBuilder<TextSegment>(2);

    /// <summary>Whether the holes of slices of other texts lose what fills them.</summary>
    public bool ForgetsHoles { get; init; }

    /// <summary>Whether the text has grown too big to be one that somebody wrote.</summary>
    public bool IsFull => _segments.Count > MaxSegments || _text.Length > MaxLength;

    /// <summary>Adds the characters of a literal; where <paramref name="use"/> is given, as a constant that is used there.</summary>
    public void AddLiteral(TextLiteral literal, SyntaxNode syntax, SyntaxNode? use)
    {
        if (use is not null)
        {
            AddConstant(literal.Text, use);
        }
        else if (literal.Text.Length > 0)
        {
            Add(literal.Text, literal.Form, syntax, literal.Token, literal.Map, hole: null, sourceStart: literal.Start);
        }
    }

    /// <summary>Adds known characters that cannot be pointed at.</summary>
    public void AddConstant(string text, SyntaxNode use)
    {
        if (text.Length > 0)
        {
            Add(text, LiteralForm.Constant, use, default, default, hole: null);
        }
    }

    /// <summary>Adds a hole that <paramref name="operation"/> fills; <paramref name="site"/> puts it into the text, where that is another expression.</summary>
    public void AddHole(SyntaxNode syntax, IOperation? operation, SyntaxNode? site = null) => AddHole(syntax, operation, site ?? operation?.Syntax, default);

    /// <summary>Adds the characters from <paramref name="start"/> of another text, holes included, with their places.</summary>
    public void AddSlice(CSharpText source, int start, int length)
    {
        int index = start;
        while (index < start + length && !IsFull && source.SegmentAt(index) is { } segment)
        {
            int end = Math.Min(start + length, segment.Start + segment.Length);
            if (segment.Form == LiteralForm.Hole)
            {
                AddHole(segment.Syntax, ForgetsHoles ? null : segment.Hole, segment.Site, segment.Map);
            }
            else if (segment.Map.IsDefault)
            {
                string part = source.Text.Text.Substring(index, end - index);
                Add(part, segment.Form, segment.Syntax, segment.Token, map: default, hole: null, sourceStart: segment.Position(index - segment.Start));
            }
            else
            {
                AddPart(source, segment, Enumerable.Range(index, end - index).ToArray(), segment.Form);
            }

            index = end;
        }
    }

    /// <summary>Adds single known characters of another text, given by their ascending indices; literals among them count as a format text.</summary>
    public void AddFormat(CSharpText source, IReadOnlyList<int> indices)
    {
        int from = 0;
        while (from < indices.Count && source.SegmentAt(indices[from]) is { } segment)
        {
            int to = from;
            while (to < indices.Count && indices[to] < segment.Start + segment.Length)
            {
                to++;
            }

            bool isLiteral = segment.Form is LiteralForm.Regular or LiteralForm.Verbatim or LiteralForm.Raw;
            AddPart(source, segment, indices.Skip(from).Take(to - from).ToArray(), isLiteral ? LiteralForm.Format : segment.Form);
            from = to;
        }
    }

    /// <summary>Adds a hole in place of known characters of another text: a placeholder that is replaced at run time.</summary>
    /// <param name="source">The text.</param>
    /// <param name="start">Where the placeholder begins.</param>
    /// <param name="length">Its length.</param>
    /// <param name="operation">What takes its place, where that is seen.</param>
    public void AddPlaceholder(CSharpText source, int start, int length, IOperation? operation = null)
    {
        TextSegment? segment = source.SegmentAt(start);
        bool isInLiteral = segment is { Form: not (LiteralForm.Constant or LiteralForm.Hole) } && start + length <= segment.Start + segment.Length;
        ImmutableArray<int> map = isInLiteral
            ? ImmutableArray.Create(segment!.Position(start - segment.Start), segment.Position(start + length - segment.Start))
            : default;
        AddHole(segment?.Syntax ?? source.Expression, operation, site: null, map);
    }

    /// <summary>Adds a known text in place of known characters of another text; where both are of one length, it stands where they stand.</summary>
    public void AddReplaced(CSharpText source, int start, int length, string replacement)
    {
        TextSegment? segment = source.SegmentAt(start);
        bool isInLiteral = segment is { Form: not (LiteralForm.Constant or LiteralForm.Hole) } && start + length <= segment.Start + segment.Length;
        if (isInLiteral && replacement.Length == length)
        {
            ImmutableArray<int> map = ImmutableArray.CreateRange(Enumerable.Range(start - segment!.Start, length + 1).Select(segment.Position));
            Add(replacement, segment.Form, segment.Syntax, segment.Token, map, hole: null);
        }
        else
        {
            AddConstant(replacement, segment?.Syntax ?? source.Expression);
        }
    }

    /// <summary>The text.</summary>
    public CSharpText Build(SyntaxNode expression, IOperation? operation = null) =>
        new(new HoledText(_text.ToString(), _holes.ToImmutable()), _segments.ToImmutable(), expression) { Operation = operation };

    private void AddPart(CSharpText source, TextSegment segment, int[] indices, LiteralForm form)
    {
        char[] characters = new char[indices.Length];
        ImmutableArray<int>.Builder map = ImmutableArray.CreateBuilder<int>(indices.Length + 1);
        for (int index = 0; index < indices.Length; index++)
        {
            characters[index] = source.Text.Text[indices[index]];
            map.Add(segment.Position(indices[index] - segment.Start));
        }

        // A brace is written twice in the format that becomes a text here.
        int last = indices[indices.Length - 1];
        bool isDoubled = form != segment.Form && source.Text.Text[last] is ('{' or '}');
        map.Add(segment.Position(last + (isDoubled ? 2 : 1) - segment.Start));
        Add(new string(characters), form, segment.Syntax, segment.Token, form == LiteralForm.Constant ? default : map.ToImmutable(), hole: null);
    }

    private void AddHole(SyntaxNode syntax, IOperation? operation, SyntaxNode? site, ImmutableArray<int> map)
    {
        _holes.Add(_text.Length);
        Add(HoledText.HoleChar.ToString(), LiteralForm.Hole, syntax, default, map, operation, site);
    }

    private void Add(string text, LiteralForm form, SyntaxNode syntax, SyntaxToken token, ImmutableArray<int> map, IOperation? hole, SyntaxNode? site = null, int? sourceStart = null)
    {
        _segments.Add(new TextSegment(_text.Length, text.Length, form, syntax, token, map) { SourceStart = sourceStart ?? syntax.SpanStart, Hole = hole, Site = site });
        _text.Append(text);
    }
}
