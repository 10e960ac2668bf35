using System.Collections.Immutable;
using System.Text;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Urls;

/// <summary>A URL while it is put together.</summary>
internal sealed class UrlText
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _holes = new();
    private readonly List<UrlPart> _parts = new();

    /// <summary>Whether a part is only a default that configuration may replace.</summary>
    public bool IsAssumed { get; set; }

    /// <summary>The number of characters so far.</summary>
    public int Length => _text.Length;

    /// <summary>Whether nothing of it is known.</summary>
    public bool IsUnknown => _holes.Count == _text.Length;

    /// <summary>Whether the character at <paramref name="index"/> is a hole.</summary>
    public bool IsHole(int index) => _holes.BinarySearch(index) >= 0;

    /// <summary>The character at <paramref name="index"/>.</summary>
    public char this[int index] => _text[index];

    /// <summary>Adds characters of a text.</summary>
    public void Append(CSharpText text, int start, int length)
    {
        for (int index = start; index < start + length; index++)
        {
            if (text.Text.IsHole(index))
            {
                _holes.Add(_text.Length + index - start);
            }
        }

        _text.Append(text.Text.Text, start, length);
        if (_parts.Count > 0 && _parts[_parts.Count - 1] is { } last && ReferenceEquals(last.Text, text) && last.Start + last.Length == start)
        {
            _parts[_parts.Count - 1] = last with { Length = last.Length + length };
        }
        else
        {
            _parts.Add(new UrlPart(text, start, length));
        }
    }

    /// <summary>Adds characters that a library puts between; <paramref name="syntax"/> is what a diagnostic on them points at.</summary>
    public void Append(string characters, SyntaxNode syntax) =>
        Append(new CSharpText(new HoledText(characters), ImmutableArray.Create(new TextSegment(0, characters.Length, LiteralForm.Constant, syntax, default, default)), syntax), 0, characters.Length);

    /// <summary>Adds a stretch of which nothing is known.</summary>
    public void AppendHole(IOperation operation)
    {
        TextSegment hole = new(0, 1, LiteralForm.Hole, operation.Syntax, default, default) { Hole = operation };
        HoledText text = new(HoledText.HoleChar.ToString(), ImmutableArray.Create(0));
        Append(new CSharpText(text, ImmutableArray.Create(hole), operation.Syntax), 0, 1);
    }

    /// <summary>Adds a stretch of another URL.</summary>
    public void Append(UrlText other, int start, int length)
    {
        int partStart = 0;
        foreach (UrlPart part in other._parts)
        {
            int from = Math.Max(start, partStart);
            int to = Math.Min(start + length, partStart + part.Length);
            if (from < to)
            {
                Append(part.Text, part.Start + from - partStart, to - from);
            }

            partStart += part.Length;
        }

        IsAssumed |= other.IsAssumed;
    }

    /// <summary>The same without characters at its beginning and end.</summary>
    public UrlText Slice(int start, int length)
    {
        UrlText result = new() { IsAssumed = IsAssumed };
        result.Append(this, start, length);
        return result;
    }

    /// <summary>The same without <paramref name="trimmed"/> at its beginning or end.</summary>
    public UrlText Trim(char trimmed, bool atStart, bool atEnd)
    {
        int start = 0;
        int end = Length;
        while (atEnd && end > start && !IsHole(end - 1) && _text[end - 1] == trimmed)
        {
            end--;
        }

        while (atStart && start < end && !IsHole(start) && _text[start] == trimmed)
        {
            start++;
        }

        return Slice(start, end - start);
    }

    /// <summary>The same with what a call gives in the place of the parameters of the method that it calls.</summary>
    /// <param name="argument">The URL that the argument for a parameter gives, or null.</param>
    public UrlText Bind(Func<IParameterReferenceOperation, UrlText?> argument)
    {
        UrlText result = new() { IsAssumed = IsAssumed };
        foreach (UrlPart part in _parts)
        {
            int end = part.Start + part.Length;
            for (int index = part.Start; index < end && part.Text.SegmentAt(index) is { } segment; index = segment.Start + segment.Length)
            {
                if (segment is { Form: LiteralForm.Hole, Hole: { } hole } && ValueResolver.Strip(hole) is IParameterReferenceOperation parameter && argument(parameter) is { IsUnknown: false } given)
                {
                    // An absolute URL takes the place of the base that it is put behind.
                    result = given.ToPattern().IsAbsolute ? new UrlText { IsAssumed = given.IsAssumed } : result;
                    result.Append(given, 0, given.Length);
                }
                else
                {
                    result.Append(part.Text, index, Math.Min(end, segment.Start + segment.Length) - index);
                }
            }
        }

        return result;
    }

    /// <summary>The finished pattern.</summary>
    public UrlPattern ToPattern() => new(new HoledText(_text.ToString(), _holes.ToImmutableArray()), _parts.ToImmutableArray()) { IsAssumed = IsAssumed };
}
