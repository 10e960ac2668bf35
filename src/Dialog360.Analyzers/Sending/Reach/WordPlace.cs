namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>How a name stands in source, told by the characters around it.</summary>
internal enum WordPlace
{
    /// <summary>Somewhere in code or text.</summary>
    None,

    /// <summary>In quotation marks of its own, or as the name of an argument or entry: <c>"to"</c>, <c>{ to: x }</c>, <c>Send(to: x)</c>.</summary>
    Key,

    /// <summary>It is given a value: <c>message.To = x</c>, <c>new { to = x }</c>.</summary>
    Value,

    /// <summary>One of several, as in <c>new { to, text }</c>.</summary>
    Entry,

    /// <summary>A field, property, parameter or local, where it is declared or used.</summary>
    Member,
}

/// <summary>Reads the place of a word.</summary>
internal static class WordPlaces
{
    /// <summary>How far before a word is looked for what stands there; more is no help and would make long lines slow.</summary>
    private const int Far = 400;

    /// <summary>The place of the word between two indexes of a text.</summary>
    public static WordPlace Of(char[] characters, int length, int start, int end)
    {
        char before = start > 0 ? characters[start - 1] : ' ';
        int next = Next(characters, length, end);
        char after = next < length ? characters[next] : '\0';
        if (before is '"' or '\'')
        {
            return after is '"' or '\'' or '\\' ? WordPlace.Key : WordPlace.None;
        }

        char previous = Previous(characters, start);
        bool isFirst = previous is '{' or ',' or '(';
        return after switch
        {
            ':' => isFirst ? WordPlace.Key : WordPlace.None,
            '=' when next + 1 >= length || characters[next + 1] is not ('=' or '>') => IsDeclared(previous) ? WordPlace.Member : before is '&' or '?' ? WordPlace.None : WordPlace.Value,
            ',' or '}' => isFirst || before == '.' ? WordPlace.Entry : WordPlace.Member,
            '{' or ';' or ')' or '=' or '/' or '[' => WordPlace.Member,
            _ => WordPlace.None,
        };
    }

    /// <summary>Whether what stands nearest around a word is a brace and no parenthesis, as far as is looked.</summary>
    public static bool IsInBraces(char[] characters, int start)
    {
        int open = 0;
        for (int index = start - 1; index >= 0 && index >= start - Far; index--)
        {
            switch (characters[index])
            {
                case ')' or '}' or ']':
                    open++;
                    break;
                case '(' or '{' or '[' when open-- == 0:
                    return characters[index] == '{';
            }
        }

        return false;
    }

    /// <summary>Where the next character stands that is neither white space nor part of a comment.</summary>
    public static int Next(char[] characters, int length, int index)
    {
        while (index < length)
        {
            if (char.IsWhiteSpace(characters[index]))
            {
                index++;
            }
            else if (characters[index] == '/' && index + 1 < length && characters[index + 1] is '/' or '*')
            {
                bool isBlock = characters[index + 1] == '*';
                for (index += 2; index < length && !(isBlock ? characters[index] == '/' && characters[index - 1] == '*' : characters[index] is '\r' or '\n'); index++)
                {
                }

                index++;
            }
            else
            {
                break;
            }
        }

        return Math.Min(index, length);
    }

    /// <summary>The character before that is neither white space nor part of a comment; a space where nothing else stands near.</summary>
    private static char Previous(char[] characters, int start)
    {
        int least = Math.Max(0, start - Far);
        int index = start - 1;
        while (index >= least)
        {
            if (characters[index] == '\n')
            {
                index = BeforeComment(characters, least, index) - 1;
            }
            else if (characters[index] == '/' && index > least && characters[index - 1] == '*')
            {
                for (index -= 2; index > least && !(characters[index] == '*' && characters[index - 1] == '/'); index--)
                {
                }

                index -= 2;
            }
            else if (char.IsWhiteSpace(characters[index]))
            {
                index--;
            }
            else
            {
                return characters[index];
            }
        }

        return ' ';
    }

    /// <summary>Where the comment begins with which a line ends; its end where it has none.</summary>
    private static int BeforeComment(char[] characters, int least, int lineEnd)
    {
        int comment = lineEnd;
        for (int index = lineEnd - 1; index > least && characters[index] != '\n'; index--)
        {
            if (characters[index] == '/' && characters[index - 1] == '/' && (index < 2 || characters[index - 2] != ':'))
            {
                comment = index - 1;
            }
        }

        return comment;
    }

    /// <summary>Whether a type stands before it.</summary>
    private static bool IsDeclared(char previous) => char.IsLetterOrDigit(previous) || previous is '_' or '>' or ']' or '?';
}
