using Dialog360.Analyzers.Program.Files;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>A place in the characters of code, which moves over what belongs together: names, comments, texts, groups in brackets.</summary>
internal ref struct CharacterCursor
{
    private readonly char[] _characters;
    private readonly int _length;
    private int _index;

    /// <summary>Creates it at a place.</summary>
    public CharacterCursor(char[] characters, int length, int index)
    {
        _characters = characters;
        _length = length;
        _index = index;
    }

    /// <summary>The character there; NUL at the end.</summary>
    public readonly char Current => At(0);

    /// <summary>The character after it; NUL at the end.</summary>
    public readonly char Next => At(1);

    /// <summary>A character further on; NUL at the end.</summary>
    public readonly char At(int distance) => _index + distance < _length ? _characters[_index + distance] : '\0';

    /// <summary>Moves over characters.</summary>
    public void Skip(int count) => _index += count;

    /// <summary>Reads a name; false where none stands.</summary>
    public bool ReadName(out int number)
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

    /// <summary>Moves after type arguments; false where it is a comparison.</summary>
    public bool SkipTypeArguments()
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
    public bool SkipGroup()
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
    public void SkipBlanks()
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
