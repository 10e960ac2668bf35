using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Program.Files;

/// <summary>The words of a stretch of source as small sorted numbers: names, and what stands in comments and strings, which finds too much but never too little.</summary>
internal readonly struct WordSet : IEquatable<WordSet>
{
    private static readonly int NewWord = NameNumber.Of("new");

    [ThreadStatic]
    private static int[]? scratch;

    private readonly int[]? _numbers;

    private WordSet(int[] numbers)
    {
        _numbers = numbers;
    }

    /// <summary>No words.</summary>
    public static WordSet Empty { get; } = new([]);

    /// <summary>The numbers, sorted, each once.</summary>
    public int[] Numbers => _numbers ?? [];

    /// <summary>Whether the word is there.</summary>
    public bool Has(int number) => Array.BinarySearch(Numbers, number) >= 0;

    /// <summary>Whether one of the words is there; both are sorted.</summary>
    public bool HasAny(WordSet others)
    {
        (int[] few, int[] many) = Numbers.Length < others.Numbers.Length ? (Numbers, others.Numbers) : (others.Numbers, Numbers);
        foreach (int number in few)
        {
            if (Array.BinarySearch(many, number) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words in <paramref name="span"/>, without those in <paramref name="without"/>.</summary>
    public static WordSet Of(SourceText text, TextSpan span, TextSpan without = default) => TextBuffer.Read(text, span, (span.Start, without), static (characters, length, state) =>
    {
        int count = 0;
        for (int index = 0; index < length;)
        {
            if (NameNumber.PartAt(characters, length, index, out _) == 0)
            {
                index++;
                continue;
            }

            int start = index + state.Start;
            int number = NameNumber.Read(characters, length, ref index);
            if (!state.without.Contains(start) && count + 2 is var needed)
            {
                Grow(needed);
                scratch![count++] = number;
                if (number == NewWord && IsBeforeParenthesis(characters, length, index))
                {
                    scratch[count++] = NameNumber.ImplicitNew;
                }
            }
        }

        return Sorted(count);
    });

    /// <summary>The set of some numbers.</summary>
    public static WordSet Of(IEnumerable<int> numbers)
    {
        int count = 0;
        foreach (int number in numbers)
        {
            Grow(count + 1);
            scratch![count++] = number;
        }

        return count == 0 ? Empty : Sorted(count);
    }

    /// <inheritdoc/>
    public bool Equals(WordSet other) => ReferenceEquals(Numbers, other.Numbers) || System.Linq.Enumerable.SequenceEqual(Numbers, other.Numbers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is WordSet other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Numbers.Length == 0 ? 0 : unchecked((Numbers.Length * 31) + Numbers[Numbers.Length / 2]);

    private static WordSet Sorted(int count)
    {
        if (count == 0)
        {
            return Empty;
        }

        int[] numbers = scratch!;
        Array.Sort(numbers, 0, count);
        int distinct = 1;
        for (int index = 1; index < count; index++)
        {
            if (numbers[index] != numbers[distinct - 1])
            {
                numbers[distinct++] = numbers[index];
            }
        }

        int[] own = new int[distinct];
        Array.Copy(numbers, own, distinct);
        return new WordSet(own);
    }

    /// <summary>Whether a parenthesis follows, or a comment, behind which one may.</summary>
    private static bool IsBeforeParenthesis(char[] characters, int length, int index)
    {
        while (index < length && char.IsWhiteSpace(characters[index]))
        {
            index++;
        }

        return index < length && characters[index] is '(' or '/';
    }

    private static void Grow(int needed)
    {
        if (scratch is null || scratch.Length < needed)
        {
            Array.Resize(ref scratch, Math.Max(4096, needed * 2));
        }
    }
}
