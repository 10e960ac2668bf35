using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Program.Files;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>Tells by the characters before a place of its line whether it stands in a text or in a comment. Places are asked in order, so each character is read once.</summary>
internal struct LinePlace
{
    private int _read;
    private int _lineStart;
    private int _marks;
    private bool _hasHyphen;
    private bool _isComment;

    /// <summary>
    /// Whether a text may stand around a place: an odd number of quotation marks is before it, or the name of a header (<c>D360-API-KEY: ...</c>), as in a
    /// text of several lines.
    /// </summary>
    public bool IsInText(char[] characters, int place)
    {
        MoveTo(characters, place);
        return (_marks & 1) != 0 || (_marks == 0 && _hasHyphen && place - _lineStart >= 3 && characters[place - 2] == ':');
    }

    /// <summary>Whether two slashes stand before a place that are not those of a URL.</summary>
    public bool IsInComment(char[] characters, int place)
    {
        MoveTo(characters, place);
        return _isComment;
    }

    [MethodImpl(HotLoop.Optimized)]
    private void MoveTo(char[] characters, int place)
    {
        for (; _read < place; _read++)
        {
            switch (characters[_read])
            {
                case '\r' or '\n':
                    (_lineStart, _marks, _hasHyphen, _isComment) = (_read + 1, 0, false, false);
                    break;
                case '"':
                    _marks++;
                    break;
                case '-':
                    _hasHyphen = true;
                    break;
                case '/' when _read > _lineStart && characters[_read - 1] == '/' && (_read - 1 == _lineStart || characters[_read - 2] is not (':' or '"')):
                    _isComment = true;
                    break;
            }
        }
    }
}
