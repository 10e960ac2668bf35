using System.Runtime.CompilerServices;

namespace Dialog360.Analyzers.Program.Files;

/// <summary>
/// Reads the words of code in order, those in the holes of interpolated strings included; comments, texts and characters are passed over. Works on the
/// characters alone: half-typed code is read to its end.
/// </summary>
internal struct NameScanner
{
    private readonly char[] _characters;
    private readonly int _length;
    private Stack<Hole>? _holes;
    private int _index;
    private int _depth;

    /// <summary>Creates it for the first <paramref name="length"/> characters.</summary>
    public NameScanner(char[] characters, int length)
    {
        _characters = characters;
        _length = length;
        _holes = null;
        _index = 0;
        _depth = 0;
    }

    /// <summary>Where the last word ends.</summary>
    public readonly int Index => _index;

    /// <summary>Reads the next word; false at the end.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="start">Where it begins.</param>
    [MethodImpl(HotLoop.Optimized)]
    public bool Read(out int number, out int start)
    {
        while (_index < _length)
        {
            switch (_characters[_index])
            {
                case '/' when At(_index + 1) == '/':
                    SkipTo('\n', '\r');
                    break;
                case '/' when At(_index + 1) == '*':
                    SkipBlock();
                    break;
                case '\'':
                    SkipCharacter();
                    break;
                case '"':
                    SkipText(Opening());
                    break;
                case '{':
                    _depth++;
                    _index++;
                    break;
                case '}':
                    Close();
                    break;
                default:
                    if (NameNumber.PartAt(_characters, _length, _index, out _) > 0)
                    {
                        start = _index;
                        number = NameNumber.Read(_characters, _length, ref _index);
                        return true;
                    }

                    _index++;
                    break;
            }
        }

        (number, start) = (0, _length);
        return false;
    }

    private readonly char At(int index) => index >= 0 && index < _length ? _characters[index] : '\0';

    [MethodImpl(HotLoop.Optimized)]
    private void SkipTo(char one, char other)
    {
        while (_index < _length && _characters[_index] != one && _characters[_index] != other)
        {
            _index++;
        }
    }

    [MethodImpl(HotLoop.Optimized)]
    private void SkipBlock()
    {
        for (_index += 2; _index < _length; _index++)
        {
            if (_characters[_index] == '/' && _characters[_index - 1] == '*')
            {
                _index++;
                return;
            }
        }
    }

    /// <summary>A character takes three places, or an escape; an apostrophe elsewhere is passed over alone.</summary>
    private void SkipCharacter()
    {
        const int LongestEscape = 10;
        if (At(_index + 1) == '\\')
        {
            int end = _index + 3;
            while (end < _length && end < _index + LongestEscape && _characters[end] != '\'')
            {
                end++;
            }

            _index = end + 1;
        }
        else
        {
            _index += At(_index + 2) == '\'' ? 3 : 1;
        }
    }

    /// <summary>What kind of text begins at a quotation mark; moves behind the mark or marks.</summary>
    private Hole Opening()
    {
        int dollars = 0;
        bool isVerbatim = false;
        for (int before = _index - 1; At(before) is '$' or '@'; before--)
        {
            dollars += At(before) == '$' ? 1 : 0;
            isVerbatim |= At(before) == '@';
        }

        int marks = Run('"', _index);
        marks = !isVerbatim && marks >= 3 ? marks : 1;
        _index += marks;
        return new Hole(marks, dollars, isVerbatim, _depth);
    }

    /// <summary>Passes over a text to its end, or to the next hole in it.</summary>
    [MethodImpl(HotLoop.Optimized)]
    private void SkipText(Hole text)
    {
        while (_index < _length)
        {
            char character = _characters[_index];
            if (character == '"')
            {
                int marks = Run('"', _index);
                if (text.Marks > 1)
                {
                    _index += marks;
                    if (marks >= text.Marks)
                    {
                        return;
                    }
                }
                else if (text.IsVerbatim && marks > 1)
                {
                    _index += 2;
                }
                else
                {
                    _index++;
                    return;
                }
            }
            else if (character == '{' && text.Dollars > 0)
            {
                int braces = Run('{', _index);
                _index += braces;
                if (text.Marks > 1 ? braces >= text.Dollars : braces % 2 == 1)
                {
                    (_holes ??= new Stack<Hole>()).Push(text with { Depth = _depth });
                    _depth = 0;
                    return;
                }
            }
            else if (text.Marks == 1 && !text.IsVerbatim && (character == '\\' || character is '\r' or '\n'))
            {
                if (character != '\\')
                {
                    return;
                }

                _index += 2;
            }
            else
            {
                _index++;
            }
        }
    }

    private void Close()
    {
        _index++;
        if (_depth == 0 && _holes is { Count: > 0 })
        {
            Hole text = _holes.Pop();
            _depth = text.Depth;
            SkipText(text);
        }
        else if (_depth > 0)
        {
            _depth--;
        }
    }

    private readonly int Run(char character, int index)
    {
        int end = index;
        while (end < _length && _characters[end] == character)
        {
            end++;
        }

        return end - index;
    }

    /// <summary>A text in which code may stand.</summary>
    /// <param name="Marks">How many quotation marks open and close it; three or more for a raw one.</param>
    /// <param name="Dollars">How many dollar signs stand before it: none, so that it has no holes.</param>
    /// <param name="IsVerbatim">Whether a backslash is a character like any other.</param>
    /// <param name="Depth">How many braces are open around it.</param>
    private readonly record struct Hole(int Marks, int Dollars, bool IsVerbatim, int Depth);
}
