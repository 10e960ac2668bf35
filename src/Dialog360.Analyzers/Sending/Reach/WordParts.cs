using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Program.Files;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>Where in a word a part counts.</summary>
internal enum PartPlace
{
    /// <summary>Anywhere.</summary>
    Anywhere,

    /// <summary>At its start.</summary>
    Start,

    /// <summary>At its end.</summary>
    End,
}

/// <summary>Parts of words that are signs, found without regard to case in one pass over a word.</summary>
internal sealed class WordParts
{
    private const int Shortest = 3;

    /// <summary>By the first two letters; a few others share a place.</summary>
    private readonly Part[]?[] _byStart = new Part[]?[32 * 32];

    /// <summary>Adds parts, in small letters.</summary>
    public WordParts Add(IEnumerable<string> parts, PartPlace place, SourceSigns sign)
    {
        foreach (string part in parts)
        {
            int start = Start(part[0], part[1]);
            _byStart[start] = (_byStart[start] ?? []).Append(new Part(part, place, sign)).ToArray();
        }

        return this;
    }

    /// <summary>The signs in the word between two places.</summary>
    [MethodImpl(HotLoop.Optimized)]
    public SourceSigns In(char[] characters, int start, int end)
    {
        SourceSigns signs = SourceSigns.None;
        Part[]?[] parts = _byStart;
        for (int index = start; index + Shortest <= end; index++)
        {
            if (parts[Start(characters[index], characters[index + 1])] is { } candidates)
            {
                foreach (Part part in candidates)
                {
                    if (index + part.Text.Length <= end && IsAt(characters, index, part.Text)
                        && (part.Place == PartPlace.Anywhere || (part.Place == PartPlace.Start ? index == start : index + part.Text.Length == end)))
                    {
                        signs |= part.Sign;
                    }
                }
            }
        }

        return signs;
    }

    private static int Start(char first, char second) => ((first & 31) << 5) | (second & 31);

    [MethodImpl(HotLoop.Optimized)]
    private static bool IsAt(char[] characters, int start, string part)
    {
        for (int offset = 0; offset < part.Length; offset++)
        {
            char character = characters[start + offset];
            if (character != part[offset] && !(character is >= 'A' and <= 'Z' && (character | 0x20) == part[offset]))
            {
                return false;
            }
        }

        return true;
    }

    private readonly record struct Part(string Text, PartPlace Place, SourceSigns Sign);
}
