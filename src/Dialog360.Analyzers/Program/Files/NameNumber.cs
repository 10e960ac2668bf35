using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Program.Files;

/// <summary>Names as numbers. Two names may share one: then a search by number finds more than it should, never less.</summary>
internal static class NameNumber
{
    /// <summary>The number of <c>new(...)</c>, which names no type.</summary>
    public static readonly int ImplicitNew = Of("new()");

    /// <summary>The number of no characters.</summary>
    public const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The small letter, digit or underscore that a character of ASCII is in a word; none where it ends one.</summary>
    private static readonly char[] Small = [.. Enumerable.Range(0, 128).Select(static each => (char)each is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' ? (char)each : (char)each is >= 'A' and <= 'Z' ? (char)(each | 0x20) : '\0')];

    /// <summary>The number of a name.</summary>
    public static int Of(string name)
    {
        uint hash = Basis;
        foreach (char character in name)
        {
            hash = Add(hash, character);
        }

        return (int)hash;
    }

    /// <summary>Moves to where the next word begins; false at the end.</summary>
    [MethodImpl(HotLoop.Optimized)]
    public static bool Find(char[] characters, int length, ref int index)
    {
        for (; index < length; index++)
        {
            char character = characters[index];
            if (character < 128 ? Small[character] != '\0' || (character == '\\' && PartAt(characters, length, index, out _) > 0) : PartAt(characters, length, index, out _) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The number of the word at <paramref name="index"/> without case and underscores; moves after it.</summary>
    [MethodImpl(HotLoop.Optimized)]
    public static int ReadFolded(char[] characters, int length, ref int index)
    {
        uint hash = Basis;
        for (; index < length; index++)
        {
            char character = characters[index];
            char small = character < 128 ? Small[character] : '\0';
            if (small != '\0')
            {
                hash = small == '_' ? hash : Add(hash, small);
            }
            else if (PartAt(characters, length, index, out char part) is var width && width > 0)
            {
                hash = Add(hash, char.ToLowerInvariant(part));
                index += width - 1;
            }
            else
            {
                break;
            }
        }

        return (int)hash;
    }

    /// <summary>The number of the word at <paramref name="index"/>; moves after it.</summary>
    [MethodImpl(HotLoop.Optimized)]
    public static int Read(char[] characters, int length, ref int index)
    {
        uint hash = Basis;
        while (index < length && characters[index] is var character && character < 128 && Small[character] != '\0')
        {
            hash = Add(hash, character);
            index++;
        }

        while (index < length && PartAt(characters, length, index, out char part) is var width && width > 0)
        {
            hash = Add(hash, part);
            index += width;
        }

        return (int)hash;
    }

    /// <summary>How many characters write the part of a name that stands there: one, six for <c>\u0041</c>, none where there is none.</summary>
    public static int PartAt(char[] characters, int length, int index, out char part)
    {
        part = characters[index];
        if (part < 128)
        {
            if (part is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')
            {
                return 1;
            }

            return part == '\\' && index + 5 < length && characters[index + 1] == 'u' && TryRead(characters, index + 2, out part) && SyntaxFacts.IsIdentifierPartCharacter(part) ? 6 : 0;
        }

        return SyntaxFacts.IsIdentifierPartCharacter(part) ? 1 : 0;
    }

    /// <summary>The number with one more character.</summary>
    public static uint Add(uint hash, char character) => unchecked((hash ^ character) * Prime);

    private static bool TryRead(char[] characters, int index, out char value)
    {
        int number = 0;
        for (int end = index + 4; index < end; index++)
        {
            int digit = characters[index] switch
            {
                >= '0' and <= '9' and var character => character - '0',
                >= 'a' and <= 'f' and var character => character - 'a' + 10,
                >= 'A' and <= 'F' and var character => character - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
            {
                value = default;
                return false;
            }

            number = (number * 16) + digit;
        }

        value = (char)number;
        return true;
    }
}
