using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>Tells whether a text whose holes may hold anything, several segments or nothing included, can be a path with placeholders.</summary>
internal static class HoledPath
{
    private const char Digit = '\u0001';
    private const char Version = '\u0002';
    private const char Any = '\u0003';
    private const char More = '\u0004';

    /// <summary>Whether some texts in the holes make the text one of the paths.</summary>
    /// <param name="text">One segment, or several that begin with a slash.</param>
    /// <param name="segments">The segments of the pattern.</param>
    public static bool Meets(HoledText text, ImmutableArray<string> segments)
    {
        string path = string.Join("/", segments.Select(Tokens));
        if (text.Text.Length > 0 && text.Text[0] == '/' && !text.IsHole(0))
        {
            path = "/" + path;
        }

        // Which places of the pattern the text can have come to.
        bool[] places = new bool[path.Length + 1];
        places[0] = true;
        Skip(places, path);
        for (int index = 0; index < text.Text.Length; index++)
        {
            places = text.IsHole(index) ? Onwards(places) : Step(places, path, text.Text[index]);
            Skip(places, path);
        }

        return places[path.Length];
    }

    /// <summary><c>v1</c>, <c>v2.0</c></summary>
    public static bool IsVersion(string text) => text.Length > 1 && text[0] is 'v' or 'V' && text.Skip(1).All(static character => character is (>= '0' and <= '9') or '.');

    /// <summary>A placeholder becomes one character of its kind, and then any number of them.</summary>
    private static string Tokens(string segment) => segment switch
    {
        "{number}" => new string(new[] { Digit, More, Digit }),
        "{version}" => new string(new[] { 'v', Version, More, Version }),
        _ when segment.StartsWith("{", StringComparison.Ordinal) => new string(new[] { Any, More, Any }),
        _ => segment,
    };

    /// <summary>"Any number" may be none: the place after it can be reached without a character.</summary>
    private static void Skip(bool[] places, string path)
    {
        for (int place = 0; place < path.Length - 1; place++)
        {
            if (places[place] && path[place] == More)
            {
                places[place + 2] = true;
            }
        }
    }

    private static bool[] Onwards(bool[] places)
    {
        bool isReached = false;
        bool[] next = new bool[places.Length];
        for (int place = 0; place < places.Length; place++)
        {
            isReached |= places[place];
            next[place] = isReached;
        }

        return next;
    }

    private static bool[] Step(bool[] places, string path, char character)
    {
        bool[] next = new bool[places.Length];
        for (int place = 0; place < path.Length; place++)
        {
            if (!places[place])
            {
                continue;
            }

            if (path[place] == More)
            {
                next[place] |= Takes(path[place + 1], character);
            }
            else if (Takes(path[place], character))
            {
                next[place + 1] = true;
            }
        }

        return next;
    }

    private static bool Takes(char token, char character) => token switch
    {
        Digit => character is >= '0' and <= '9',
        Version => character is (>= '0' and <= '9') or '.',
        Any => character != '/',
        _ => char.ToUpperInvariant(token) == char.ToUpperInvariant(character),
    };
}
