using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Dialog360Errors
{
    /// <summary>
    /// A small reader of JSON that gives what it could read: the body of an error may be cut off, or be something else. Objects come as
    /// dictionaries, arrays as lists, numbers as doubles.
    /// </summary>
    internal sealed class Dialog360Json
    {
        private const int DeepestLevel = 32;
        private const int MostElements = 10000;

        private readonly string _text;
        private int _position;
        private int _elements;
        private bool _isBroken;

        private Dialog360Json(string text)
        {
            _text = text;
        }

        /// <summary>The value that the text begins with; null for text that is not JSON, and for <c>null</c>.</summary>
        internal static object Parse(string text)
        {
            return string.IsNullOrEmpty(text) ? null : new Dialog360Json(text).Value(0);
        }

        private object Value(int level)
        {
            SkipSpace();
            if (_position >= _text.Length || level > DeepestLevel || ++_elements > MostElements)
            {
                _isBroken = true;
                return null;
            }

            switch (_text[_position])
            {
                case '{':
                    return Object(level);
                case '[':
                    return Array(level);
                case '"':
                    return String();
                default:
                    return Word();
            }
        }

        private object Object(int level)
        {
            Dictionary<string, object> members = new Dictionary<string, object>();
            _position++;
            while (!_isBroken)
            {
                SkipSpace();
                if (Takes('}'))
                {
                    return members;
                }

                if (Takes(','))
                {
                    continue;
                }

                if (_position >= _text.Length || _text[_position] != '"')
                {
                    _isBroken = true;
                    break;
                }

                string name = String();
                SkipSpace();
                if (!Takes(':'))
                {
                    _isBroken = true;
                    break;
                }

                members[name] = Value(level + 1);
            }

            return members;
        }

        private object Array(int level)
        {
            List<object> elements = new List<object>();
            _position++;
            while (!_isBroken)
            {
                SkipSpace();
                if (Takes(']'))
                {
                    return elements;
                }

                if (Takes(','))
                {
                    continue;
                }

                object element = Value(level + 1);
                if (!_isBroken || element != null)
                {
                    elements.Add(element);
                }
            }

            return elements;
        }

        private string String()
        {
            StringBuilder text = new StringBuilder();
            _position++;
            while (_position < _text.Length)
            {
                char c = _text[_position++];
                if (c == '"')
                {
                    return text.ToString();
                }

                if (c != '\\' || _position >= _text.Length)
                {
                    text.Append(c);
                    continue;
                }

                char escaped = _text[_position++];
                int code;
                if (escaped == 'u' && _position + 4 <= _text.Length && int.TryParse(_text.Substring(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code))
                {
                    text.Append((char)code);
                    _position += 4;
                }
                else
                {
                    text.Append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped == 't' ? '\t' : escaped == 'b' ? '\b' : escaped == 'f' ? '\f' : escaped);
                }
            }

            _isBroken = true;
            return text.ToString();
        }

        /// <summary>A number, true, false or null; anything else ends the reading.</summary>
        private object Word()
        {
            int start = _position;
            while (_position < _text.Length && (char.IsLetterOrDigit(_text[_position]) || _text[_position] == '-' || _text[_position] == '+' || _text[_position] == '.'))
            {
                _position++;
            }

            string word = _text.Substring(start, _position - start);
            double number;
            if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
            {
                return number;
            }

            if (word == "true" || word == "false")
            {
                return word == "true";
            }

            _isBroken = word != "null";
            return null;
        }

        private bool Takes(char c)
        {
            if (_position < _text.Length && _text[_position] == c)
            {
                _position++;
                return true;
            }

            return false;
        }

        private void SkipSpace()
        {
            while (_position < _text.Length && (char.IsWhiteSpace(_text[_position]) || _text[_position] == '\uFEFF'))
            {
                _position++;
            }
        }
    }
}
