using System.Globalization;
using System.Text;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Writes values as JSON text.</summary>
internal static class JsonValues
{
    /// <summary>The JSON text of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="colon">The colon as the text writes it, with its blank or without.</param>
    public static string Write(NewValue value, string colon)
    {
        bool isLoose = colon.Length > 1;
        string comma = isLoose ? ", " : ",";
        string blank = isLoose ? " " : string.Empty;
        return value switch
        {
            NewValue.Text text => "\"" + Escape(text.Value) + "\"",
            NewValue.Number number => number.Digits,
            NewValue.Boolean boolean => boolean.Value ? "true" : "false",
            NewValue.Object { Members: var members } => "{" + blank + string.Join(comma, members.Select(member => Write(member, colon))) + blank + "}",
            NewValue.Array { Elements: var elements } => "[" + string.Join(comma, elements.Select(element => Write(element, colon))) + "]",
            _ => "null",
        };
    }

    /// <summary>The JSON text of a member.</summary>
    public static string Write(NewMember member, string colon) => "\"" + Escape(member.Name) + "\"" + colon + Write(member.Value, colon);

    /// <summary>The characters between the quotes of a JSON string.</summary>
    public static string Escape(string text)
    {
        StringBuilder result = new(text.Length + 8);
        foreach (char character in text)
        {
            switch (character)
            {
                case '"' or '\\':
                    result.Append('\\').Append(character);
                    break;
                case '\n':
                    result.Append("\\n");
                    break;
                case '\r':
                    result.Append("\\r");
                    break;
                case '\t':
                    result.Append("\\t");
                    break;
                case < ' ':
                    result.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    result.Append(character);
                    break;
            }
        }

        return result.ToString();
    }
}
