
namespace Dialog360.Analyzers.Json;

/// <summary>Tells what a word outside strings is.</summary>
internal static class JsonWords
{
    /// <summary>The value that a token gives where a value belongs; notes an error where JSON does not know the word.</summary>
    public static JsonNode ValueOf(JsonToken token, JsonErrors errors)
    {
        JsonKind kind = token.Kind switch
        {
            JsonTokenKind.String => JsonKind.String,
            JsonTokenKind.Hole => JsonKind.Hole,
            JsonTokenKind.Mixed => JsonKind.Mixed,
            _ => KindOf(token.Value!.Text),
        };
        if (kind == JsonKind.Invalid)
        {
            errors.Add(ErrorOf(token.Value!.Text), token);
        }

        return new JsonNode(kind, token.Start, token.End) { Value = token.Value, RawIndices = token.RawIndices, IsClosed = !token.IsUnclosed };
    }

    private static JsonKind KindOf(string word) => word switch
    {
        "true" => JsonKind.True,
        "false" => JsonKind.False,
        "null" => JsonKind.Null,
        _ => IsNumber(word) ? JsonKind.Number : JsonKind.Invalid,
    };

    private static JsonErrorKind ErrorOf(string word)
    {
        string letters = word[0] is '-' or '+' ? word.Substring(1) : word;
        return MeantBy(letters) is not null || letters.ToUpperInvariant() is "NAN" or "INFINITY" ? JsonErrorKind.ForeignLiteral
            : word[0] is (>= '0' and <= '9') or '-' or '+' or '.' ? JsonErrorKind.BadNumber
            : JsonErrorKind.UnexpectedCharacter;
    }

    /// <summary>The literal of JSON that a word of another language stands for: <c>True</c>, <c>None</c>; null where there is none.</summary>
    public static string? MeantBy(string word) => word.ToUpperInvariant() switch
    {
        "TRUE" => "true",
        "FALSE" => "false",
        "NONE" or "NULL" or "NIL" or "UNDEFINED" => "null",
        _ => null,
    };

    /// <summary>Whether a word is a number as RFC 8259, section 6, has it.</summary>
    private static bool IsNumber(string word)
    {
        int index = word[0] == '-' ? 1 : 0;
        int whole = Digits(word, ref index);
        if (whole == 0 || (whole > 1 && word[index - whole] == '0'))
        {
            return false;
        }

        if (index < word.Length && word[index] == '.')
        {
            index++;
            if (Digits(word, ref index) == 0)
            {
                return false;
            }
        }

        if (index < word.Length && word[index] is 'e' or 'E')
        {
            index++;
            index += index < word.Length && word[index] is '+' or '-' ? 1 : 0;
            if (Digits(word, ref index) == 0)
            {
                return false;
            }
        }

        return index == word.Length;
    }

    private static int Digits(string word, ref int index)
    {
        int start = index;
        while (index < word.Length && word[index] is >= '0' and <= '9')
        {
            index++;
        }

        return index - start;
    }
}
