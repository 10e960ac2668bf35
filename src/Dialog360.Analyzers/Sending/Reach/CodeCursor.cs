using Dialog360.Analyzers.Program.Files;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>Walks the characters of code behind a name, to see whether a function is assigned there. Where it is in doubt, one is.</summary>
internal ref struct CodeCursor
{
    private static readonly HashSet<int> LambdaWords = [.. new[] { "async", "static", "delegate" }.Select(NameNumber.Of)];
    private static readonly HashSet<int> OperatorWords = [.. new[] { "await", "throw", "stackalloc" }.Select(NameNumber.Of)];

    private static readonly int NewWord = NameNumber.Of("new");

    private CharacterCursor _code;

    /// <summary>Creates it at a place.</summary>
    public CodeCursor(char[] characters, int length, int index)
    {
        _code = new CharacterCursor(characters, length, index);
    }

    /// <summary>Moves after the indexes of an element (<c>handlers["x"]</c>); false where one is not closed.</summary>
    public bool SkipIndexes()
    {
        _code.SkipBlanks();
        while (_code.Current == '[')
        {
            if (!_code.SkipGroup())
            {
                return false;
            }

            _code.SkipBlanks();
        }

        return true;
    }

    /// <summary>Moves after an assignment: <c>=</c>, <c>+=</c>, <c>-=</c>, <c>??=</c>.</summary>
    public bool SkipAssignment()
    {
        int operators = _code.Current is '+' or '-' ? 1 : _code is { Current: '?', Next: '?' } ? 2 : 0;
        if (_code.At(operators) != '=' || _code.At(operators + 1) is '=' or '>')
        {
            return false;
        }

        _code.Skip(operators + 1);
        return true;
    }

    /// <summary>Whether what follows is a lambda (no source) or nothing but a name, a member or an element: <paramref name="source"/> is the last name.</summary>
    public bool ReadFunction(out int source)
    {
        source = 0;
        _code.SkipBlanks();
        while (_code.Current == '[')
        {
            // Attributes of a lambda, or a list.
            if (!_code.SkipGroup())
            {
                return true;
            }

            _code.SkipBlanks();
        }

        if (_code.Current == '(')
        {
            return !_code.SkipGroup() || IsArrow() || (_code.Current == '.' && ReadRest(ref source));
        }

        if (!_code.ReadName(out int first))
        {
            return false;
        }

        if (LambdaWords.Contains(first))
        {
            return true;
        }

        _code.SkipBlanks();
        source = first;
        return !OperatorWords.Contains(first) && (first != NewWord || _code.ReadName(out source)) && ReadRest(ref source);
    }

    /// <summary>Reads what follows a name: members, type arguments, calls. False where the whole is no name in the end.</summary>
    private bool ReadRest(ref int source)
    {
        bool isName = true;
        while (true)
        {
            _code.SkipBlanks();
            switch (_code.Current)
            {
                case '.' or ':' when _code.Current == '.' || _code.Next == ':':
                    _code.Skip(_code.Current == '.' ? 1 : 2);
                    _code.SkipBlanks();
                    if (!_code.ReadName(out source))
                    {
                        return false;
                    }

                    isName = true;
                    break;
                case '-' when _code.Next == '>':
                    _code.Skip(2);
                    isName = _code.ReadName(out source);
                    break;
                case '!' when _code.Next != '=':
                    _code.Skip(1);
                    break;
                case '<':
                    // Type arguments, or a comparison.
                    if (!_code.SkipTypeArguments())
                    {
                        return false;
                    }

                    break;
                case '(' or '[':
                    if (!_code.SkipGroup())
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
                case '=' when _code.Next == '>':
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
        _code.SkipBlanks();
        return _code.Current == '=' && _code.Next == '>';
    }
}
