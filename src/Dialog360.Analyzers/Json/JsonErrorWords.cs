namespace Dialog360.Analyzers.Json;

/// <summary>The grammar of JSON in words, for messages that say what breaks it.</summary>
internal static class JsonErrorWords
{
    private const int MaxShown = 24;

    /// <summary>What is wrong at a place of <paramref name="text"/>.</summary>
    public static string Of(JsonError error, string text)
    {
        string token = Shown(text.Substring(error.Start, error.Length));
        return error.Kind switch
        {
            JsonErrorKind.TrailingComma => "a comma before the closing bracket",
            JsonErrorKind.MissingComma => $"no comma before {token}",
            JsonErrorKind.ExtraComma => "a comma with nothing before it",
            JsonErrorKind.SingleQuotes => $"{token} stands in single quotes",
            JsonErrorKind.UnquotedName => $"the name {token} stands without quotes",
            JsonErrorKind.Comment => "a comment",
            JsonErrorKind.ControlCharacter => "a line break or control character inside a string",
            JsonErrorKind.UnclosedBracket => "a closing bracket is missing at the end",
            JsonErrorKind.UnexpectedBracket => $"{token} closes nothing that is open",
            JsonErrorKind.UnclosedString => "a string without its closing quote",
            JsonErrorKind.ForeignLiteral => $"{token} is no JSON literal",
            JsonErrorKind.BadEscape => $"{token} is no JSON escape",
            JsonErrorKind.BadNumber => $"{token} is no JSON number",
            JsonErrorKind.MissingColon => "a name without a colon behind it",
            JsonErrorKind.MissingValue => "a colon with no value behind it",
            JsonErrorKind.ExtraText => $"{token} stands behind the end of the object",
            JsonErrorKind.TooDeep => $"it is nested deeper than {JsonParser.MaxDepth} levels",
            _ => $"{token} cannot stand there",
        };
    }

    private static string Shown(string token)
    {
        string line = token.Replace('\n', ' ').Replace('\r', ' ').Replace(HoledText.HoleChar, '…');
        return line.Length <= MaxShown ? line : line.Substring(0, MaxShown) + "…";
    }
}
