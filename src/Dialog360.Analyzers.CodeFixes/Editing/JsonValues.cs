namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Writes values as JSON text.</summary>
internal static class JsonValues
{
    /// <summary>The JSON text of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="colon">The colon as the text writes it, with its space or without.</param>
    public static string Write(NewValue value, string colon)
    {
        bool isLoose = colon.Length > 1;
        string comma = isLoose ? ", " : ",";
        string space = isLoose ? " " : string.Empty;
        return value switch
        {
            NewValue.Text text => "\"" + Escape(text.Value) + "\"",
            NewValue.Number number => number.Digits,
            NewValue.Boolean boolean => boolean.Value ? "true" : "false",
            NewValue.Object { Members: var members } => "{" + space + string.Join(comma, members.Select(member => Write(member, colon))) + space + "}",
            NewValue.Array { Elements: var elements } => "[" + string.Join(comma, elements.Select(element => Write(element, colon))) + "]",
            _ => "null",
        };
    }

    /// <summary>The JSON text of a member.</summary>
    public static string Write(NewMember member, string colon) => "\"" + Escape(member.Name) + "\"" + colon + Write(member.Value, colon);

    /// <summary>The characters between the quotes of a JSON string: the escapes of a regular C# literal that <see cref="LiteralCodec.Regular"/> writes are those of JSON too.</summary>
    public static string Escape(string text) => LiteralCodec.Regular(text);
}
