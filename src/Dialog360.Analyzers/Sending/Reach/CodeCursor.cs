using Dialog360.Analyzers.Program.Files;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>Walks the characters of code behind a name, to see whether a function is assigned there. Where it is in doubt, one is.</summary>
internal ref struct CodeCursor
{
    private static readonly HashSet<int> LambdaWords = [.. new[] { "async", "static", "delegate" }.Select(NameNumber.Of)];
    private static readonly HashSet<int> OperatorWords = [.. new[] { "await", "throw", "stackalloc" }.Select(NameNumber.Of)];

    private static readonly int NewWord = NameNumber.Of("new");

    private readonly char[] _characters;
    private readonly int _length;
    private int _index;

    /// <summary>Creates it at a place.</summary>
    public CodeCursor(char[] characters, int length, int index)
    {
        _characters = characters;
        _length = length;
        _index = index;
    }

    private readonly char Current => _index < _length ? _characters[_index] : '\0';

    private readonly char Next => _index + 1 < _length ? _characters[_index + 1] : '\0';

    /// <summary>Moves after the indexes of an element (<c>handlers["x"]</c>); false where one is not closed.</summary>
    public bool SkipIndexes()
    {
        SkipBlanks();
        while (Current == '[')
        {
            if (!SkipGroup())
            {
                return false;
            }

            SkipBlanks();
        }

        return true;
    }

    /// <summary>Moves after an assignment: <c>=</c>, <c>+=</c>, <c>-=</c>, <c>??=</c>.</summary>
    public bool SkipAssignment()
    {
        int at = _index;
        if (Current is '+' or '-')
        {
            at++;
        }
        else if (Current == '?' && Next == '?')
        {
            at += 2;
        }

        if (at >= _length || _characters[at] != '=' || (at + 1 < _length && _characters[at + 1] is '=' or '>'))
        {
            return false;
        }

        _index = at + 1;
        return true;
    }

    /// <summary>Whether what follows is a lambda (no source) or nothing but a name, a member or an element: <paramref name="source"/> is the last name.</summary>
    public bool ReadFunction(out int source)
    {
        source = 0;
        SkipBlanks();
        while (Current == '[')
        {
            // Attributes of a lambda, or a list.
            if (!SkipGroup())
            {
                return true;
            }

            SkipBlanks();
        }

        if (Current == '(')
        {
            return !SkipGroup() || IsArrow() || (Current == '.' && ReadRest(ref source));
        }

        if (!ReadName(out int first))
        {
            return false;
        }

        if (LambdaWords.Contains(first))
        {
            return true;
        }

        SkipBlanks();
        source = first;
        return !OperatorWords.Contains(first) && (first != NewWord || ReadName(out source)) && ReadRest(ref source);
    }

    /// <summary>Reads what follows a name: members, type arguments, calls. False where the whole is no name in the end.</summary>
    private bool ReadRest(ref int source)
    {
        bool isName = true;
        while (true)
        {
            SkipBlanks();
            switch (Current)
            {
                case '.' or ':' when Current == '.' || Next == ':':
                    _index += Current == '.' ? 1 : 2;
                    SkipBlanks();
                    if (!ReadName(out source))
                    {
                        return false;
                    }

                    isName = true;
                    break;
                case '-' when Next == '>':
                    _index += 2;
                    isName = ReadName(out source);
                    break;
                case '!' when Next != '=':
                    _index++;
                    break;
                case '<':
                    // Type arguments, or a comparison.
                    if (!SkipTypeArguments())
                    {
                        return false;
                    }

                    break;
                case '(' or '[':
                    if (!SkipGroup())
                    {
                        source = 0;
                        return true;
                    }

                    isName = false;
                    if (IsArrow())
                    {
                        source = 0;
                        return true;
                    }

                    break;
                case '=' when Next == '>':
                    source = 0;
                    return true;
                case ';' or ',' or ')' or '}' or ']' or ':' or '#' or '\0':
                    return isName;
                default:
                    return false;
            }
        }
    }

    private bool IsArrow()
    {
        SkipBlanks();
        return Current == '=' && Next == '>';
    }

    private bool ReadName(out int number)
    {
        number = 0;
        if (Current == '@')
        {
            _index++;
        }

        if (_index >= _length || char.IsDigit(Current) || NameNumber.PartAt(_characters, _length, _index, out _) == 0)
        {
            return false;
        }

        number = NameNumber.Read(_characters, _length, ref _index);
        return true;
    }

    private bool SkipTypeArguments()
    {
        int depth = 0;
        for (int at = _index; at < _length; at++)
        {
            switch (_characters[at])
            {
                case '<':
                    depth++;
                    break;
                case '>':
                    if (--depth == 0)
                    {
                        _index = at + 1;
                        return true;
                    }

                    break;
                case '.' or ',' or '?' or '[' or ']' or ':' or '(' or ')' or '@' or ' ' or '\r' or '\n' or '\t':
                    break;
                default:
                    if (NameNumber.PartAt(_characters, _length, at, out _) == 0)
                    {
                        return false;
                    }

                    break;
            }
        }

        return false;
    }

    /// <summary>Moves after a group in parentheses, brackets or braces; false where it does not end.</summary>
    private bool SkipGroup()
    {
        int depth = 0;
        while (_index < _length)
        {
            switch (Current)
            {
                case '(' or '[' or '{':
                    depth++;
                    _index++;
                    break;
                case ')' or ']' or '}':
                    depth--;
                    _index++;
                    if (depth == 0)
                    {
                        return true;
                    }

                    break;
                case '/' when Next is '/' or '*':
                    SkipBlanks();
                    break;
                case '"':
                    SkipText();
                    break;
                case '\'':
                    SkipCharacter();
                    break;
                default:
                    _index++;
                    break;
            }
        }

        return false;
    }

    /// <summary>Moves after a string, whose holes are taken for text.</summary>
    private void SkipText()
    {
        bool isVerbatim = IsBefore('@');
        int marks = 0;
        while (_index + marks < _length && _characters[_index + marks] == '"')
        {
            marks++;
        }

        if (marks == 2)
        {
            _index += 2;
            return;
        }

        bool isRaw = marks >= 3 && !isVerbatim;
        _index += isRaw ? marks : 1;
        int run = 0;
        for (; _index < _length; _index++)
        {
            if (Current == '"')
            {
                run++;
                if (isRaw ? run < marks : isVerbatim && Next == '"')
                {
                    _index += isVerbatim ? 1 : 0;
                    continue;
                }

                _index++;
                return;
            }

            run = 0;
            if (Current == '\\' && !isRaw && !isVerbatim)
            {
                _index++;
            }
            else if (Current == '\n' && !isRaw && !isVerbatim)
            {
                return;
            }
        }
    }

    private readonly bool IsBefore(char wanted)
    {
        for (int before = _index - 1; before >= 0 && _characters[before] is '$' or '@'; before--)
        {
            if (_characters[before] == wanted)
            {
                return true;
            }
        }

        return false;
    }

    private void SkipCharacter()
    {
        _index += Next == '\\' ? 3 : 2;
        while (_index < _length && Current is not ('\'' or '\n'))
        {
            _index++;
        }

        _index++;
    }

    /// <summary>Moves over white space and comments.</summary>
    private void SkipBlanks()
    {
        while (_index < _length)
        {
            if (char.IsWhiteSpace(Current))
            {
                _index++;
            }
            else if (Current == '/' && Next == '/')
            {
                while (_index < _length && Current is not ('\r' or '\n'))
                {
                    _index++;
                }
            }
            else if (Current == '/' && Next == '*')
            {
                for (_index += 2; _index < _length && !(_characters[_index] == '/' && _characters[_index - 1] == '*'); _index++)
                {
                }

                _index++;
            }
            else
            {
                return;
            }
        }
    }
}
