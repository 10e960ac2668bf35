using System.Collections.Immutable;

namespace Dialog360.Analyzers.Json;

/// <summary>
/// Text of which some stretches are unknown, as an interpolated string gives it. Every unknown stretch, a <em>hole</em>,
/// stands as one <see cref="HoleChar"/> in <see cref="Text"/>; only the positions in <see cref="Holes"/> are holes, so a text
/// that happens to contain that character is still read rightly.
/// </summary>
internal sealed class HoledText
{
    /// <summary>The character that stands for a hole.</summary>
    public const char HoleChar = '\uFFFC';

    /// <summary>The text without any character.</summary>
    public static readonly HoledText Empty = new(string.Empty);

    /// <summary>A text that is known throughout.</summary>
    public HoledText(string text)
        : this(text, ImmutableArray<int>.Empty)
    {
    }

    /// <summary>A text with holes.</summary>
    /// <param name="text">The text, with one <see cref="HoleChar"/> for each hole.</param>
    /// <param name="holes">The indices of the holes in <paramref name="text"/>, ascending.</param>
    public HoledText(string text, ImmutableArray<int> holes)
    {
        Text = text;
        Holes = holes;
    }

    /// <summary>The text; UTF-16 units, one <see cref="HoleChar"/> for each hole.</summary>
    public string Text { get; }

    /// <summary>The indices of the holes in <see cref="Text"/>, ascending.</summary>
    public ImmutableArray<int> Holes { get; }

    /// <summary>Whether no part is unknown.</summary>
    public bool IsKnown => Holes.IsEmpty;

    /// <summary>Whether nothing is known: the text is one hole and no more.</summary>
    public bool IsOneHole => Text.Length == 1 && Holes.Length == 1;

    /// <summary>Whether the character at <paramref name="index"/> stands for a hole.</summary>
    public bool IsHole(int index) => HoleAt(index) >= 0;

    /// <summary>The ordinal of the hole at <paramref name="index"/>, or a negative number where there is none.</summary>
    public int HoleAt(int index) => Holes.IsEmpty || Text[index] != HoleChar ? -1 : Holes.BinarySearch(index);

    /// <summary>A part of the text, with its holes.</summary>
    public HoledText Slice(int start, int length)
    {
        if (Holes.IsEmpty)
        {
            return new HoledText(Text.Substring(start, length));
        }

        int first = Holes.BinarySearch(start);
        ImmutableArray<int>.Builder holes = ImmutableArray.CreateBuilder<int>();
        for (int index = first < 0 ? ~first : first; index < Holes.Length && Holes[index] < start + length; index++)
        {
            holes.Add(Holes[index] - start);
        }

        return new HoledText(Text.Substring(start, length), holes.ToImmutable());
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
