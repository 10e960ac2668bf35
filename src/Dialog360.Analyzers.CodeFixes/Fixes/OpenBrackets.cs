using System.Text;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>Finds the brackets of a JSON text that nothing closes.</summary>
internal static class OpenBrackets
{
    private const int MaxOpen = 64;

    /// <summary>What has to follow the text so that all brackets are closed, innermost first; empty where that alone does not help.</summary>
    public static string Of(HoledText text)
    {
        Stack<char> open = new();
        char quote = '\0';
        for (int index = 0; index < text.Text.Length; index++)
        {
            char character = text.Text[index];
            if (quote != '\0')
            {
                if (character == '\\')
                {
                    index++;
                }
                else if (character == quote)
                {
                    quote = '\0';
                }

                continue;
            }

            switch (character)
            {
                case '"' or '\'':
                    quote = character;
                    break;
                case '{' or '[' when open.Count < MaxOpen:
                    open.Push(character == '{' ? '}' : ']');
                    break;
                case '}' or ']' when open.Count == 0 || open.Pop() != character:
                    return string.Empty;
            }
        }

        return quote != '\0' ? string.Empty : new StringBuilder().Append(open.ToArray()).ToString();
    }
}
