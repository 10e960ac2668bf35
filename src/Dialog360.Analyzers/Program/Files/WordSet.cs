using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Program.Files;

/// <summary>The words of a stretch of source as small sorted numbers: names, and what stands in comments and strings, which finds too much but never too little.</summary>
internal readonly struct WordSet : IEquatable<WordSet>
{
    private static readonly int NewWord = NameNumber.Of("new");

    private static readonly int[] TypeWords = [.. new[] { "class", "struct", "interface", "record", "enum", "delegate" }.Select(NameNumber.Of)];

    [ThreadStatic]
    private static int[]? scratch;

    [ThreadStatic]
    private static int[]? declared;

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

    /// <summary>Whether one of some words is there.</summary>
    public bool HasAny(int[] words)
    {
        foreach (int word in words)
        {
            if (Has(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of some words is there.</summary>
    public bool HasAny(HashSet<int> words)
    {
        if (words.Count < Numbers.Length)
        {
            foreach (int word in words)
            {
                if (Has(word))
                {
                    return true;
                }
            }

            return false;
        }

        foreach (int number in Numbers)
        {
            if (words.Contains(number))
            {
                return true;
            }
        }

        return false;
    }

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

    /// <summary>Whether one of some words is in one of the two sets and not in the other.</summary>
    public bool DiffersIn(WordSet other, HashSet<int> words)
    {
        (int[] one, int[] two) = (Numbers, other.Numbers);
        for (int left = 0, right = 0; left < one.Length || right < two.Length;)
        {
            if (left < one.Length && right < two.Length && one[left] == two[right])
            {
                left++;
                right++;
            }
            else if (words.Contains(right == two.Length || (left < one.Length && one[left] < two[right]) ? one[left++] : two[right++]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All words of a text, and those after <c>class</c> and its like: the types that the file declares, and now and then a word of a comment.</summary>
    public static (WordSet Words, WordSet Types) Of(SourceText text) => TextBuffer.Read(text, new TextSpan(0, text.Length), 0, [MethodImpl(HotLoop.Optimized)] static (characters, length, _) =>
    {
        int count = 0;
        int types = 0;
        int keywordEnd = -1;
        for (int index = 0; NameNumber.Find(characters, length, ref index);)
        {
            int start = index;
            int number = NameNumber.Read(characters, length, ref index);
            PutWord(number, characters, length, index, ref count);

            bool isKeyword = Array.IndexOf(TypeWords, number) >= 0;
            if (keywordEnd >= 0 && !isKeyword && IsBlank(characters, keywordEnd, start) && IsDeclaration(characters, length, index))
            {
                Put(ref declared, ref types, number);
            }

            keywordEnd = isKeyword ? index : -1;
        }

        return (Sorted(scratch, count), Sorted(declared, types));
    });

    /// <summary>The words of the code in <paramref name="span"/>, without those in <paramref name="without"/>; what comments and texts say does not count.</summary>
    public static WordSet Of(SourceText text, TextSpan span, TextSpan without = default) => TextBuffer.Read(text, span, (span.Start, without), [MethodImpl(HotLoop.Optimized)] static (characters, length, state) =>
    {
        int count = 0;
        NameScanner scanner = new(characters, length);
        while (scanner.Read(out int number, out int start))
        {
            if (!state.without.Contains(start + state.Start))
            {
                PutWord(number, characters, length, scanner.Index, ref count);
            }
        }

        return Sorted(scratch, count);
    });

    /// <summary>The names of types in <paramref name="span"/> of which an object is made, with the names that qualify them.</summary>
    public static WordSet CreatedIn(SourceText text, TextSpan span) => TextBuffer.Read(text, span, 0, [MethodImpl(HotLoop.Optimized)] static (characters, length, _) =>
    {
        int count = 0;
        int newEnd = -1;
        NameScanner scanner = new(characters, length);
        while (scanner.Read(out int number, out int start))
        {
            bool isCreated = newEnd >= 0 && IsBlank(characters, newEnd, start);
            if (isCreated)
            {
                Put(ref scratch, ref count, number);
            }

            newEnd = number == NewWord ? scanner.Index : isCreated ? AfterQualifier(characters, length, scanner.Index) : -1;
        }

        return Sorted(scratch, count);
    });

    /// <summary>All words in <paramref name="span"/>, also in comments and texts.</summary>
    public static WordSet AllOf(SourceText text, TextSpan span) => TextBuffer.Read(text, span, 0, [MethodImpl(HotLoop.Optimized)] static (characters, length, _) =>
    {
        int count = 0;
        for (int index = 0; NameNumber.Find(characters, length, ref index);)
        {
            PutWord(NameNumber.Read(characters, length, ref index), characters, length, index, ref count);
        }

        return Sorted(scratch, count);
    });

    /// <summary>The set of some numbers.</summary>
    public static WordSet Of(IEnumerable<int> numbers)
    {
        int count = 0;
        foreach (int number in numbers)
        {
            Put(ref scratch, ref count, number);
        }

        return Sorted(scratch, count);
    }

    /// <inheritdoc/>
    public bool Equals(WordSet other) => ReferenceEquals(Numbers, other.Numbers) || Enumerable.SequenceEqual(Numbers, other.Numbers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is WordSet other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Numbers.Length == 0 ? 0 : unchecked((Numbers.Length * 31) + Numbers[Numbers.Length / 2]);

    [MethodImpl(HotLoop.Optimized)]
    private static WordSet Sorted(int[]? numbers, int count)
    {
        if (count == 0)
        {
            return Empty;
        }

        Array.Sort(numbers!, 0, count);
        int distinct = 1;
        for (int index = 1; index < count; index++)
        {
            if (numbers![index] != numbers[distinct - 1])
            {
                numbers[distinct++] = numbers[index];
            }
        }

        int[] own = new int[distinct];
        Array.Copy(numbers!, own, distinct);
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

    /// <summary>Where the rest of a qualified name begins; -1 where the name ends.</summary>
    private static int AfterQualifier(char[] characters, int length, int index) =>
        index < length && characters[index] == '.' ? index + 1
        : index + 1 < length && characters[index] == ':' && characters[index + 1] == ':' ? index + 2
        : -1;

    /// <summary>Whether only white space stands between two places.</summary>
    private static bool IsBlank(char[] characters, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(characters[start]) || characters[start] == '@'))
        {
            start++;
        }

        return start == end;
    }

    /// <summary>Whether what follows the name of a type that is declared does.</summary>
    private static bool IsDeclaration(char[] characters, int length, int index)
    {
        while (index < length && char.IsWhiteSpace(characters[index]))
        {
            index++;
        }

        return index >= length || characters[index] is '{' or ':' or '(' or '<' or ';' or '/' or '#';
    }

    /// <summary>Adds a word that ends at <paramref name="end"/>.</summary>
    [MethodImpl(HotLoop.Optimized)]
    private static void PutWord(int number, char[] characters, int length, int end, ref int count)
    {
        Put(ref scratch, ref count, number);
        if (number == NewWord && IsBeforeParenthesis(characters, length, end))
        {
            Put(ref scratch, ref count, NameNumber.ImplicitNew);
        }
    }

    [MethodImpl(HotLoop.Optimized)]
    private static void Put(ref int[]? numbers, ref int count, int number)
    {
        if (numbers is null || numbers.Length == count)
        {
            Array.Resize(ref numbers, Math.Max(4096, count * 2));
        }

        numbers[count++] = number;
    }
}
