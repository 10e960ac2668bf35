using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Rules;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>DLG0105: repairs what was certainly meant: commas, quotes, the literals of other languages, brackets missing at the end.</summary>
internal sealed class MalformedJsonFix : PayloadFix
{
    /// <inheritdoc/>
    public override string RuleId => "DLG0105";

    /// <inheritdoc/>
    public override IEnumerable<Proposal> Propose(Finding finding, EditContext context)
    {
        if (finding is not { Detail: JsonError error, Node.Origin.Json.Text: { } text })
        {
            return [];
        }

        string json = text.Text.Text;
        return error.Kind switch
        {
            JsonErrorKind.TrailingComma or JsonErrorKind.ExtraComma => [RemoveComma(text, error, context)],
            JsonErrorKind.MissingComma => [Of("insert-comma", [], text, new TextPiece(EndBefore(json, error.Start), 0, ","))],
            JsonErrorKind.SingleQuotes when DoubleQuotes(text.Text, error) is { IsEmpty: false } pieces => [Of("double-quotes", [], text, pieces.ToArray())],
            JsonErrorKind.UnquotedName => [Of("double-quotes", [], text, new TextPiece(error.Start, 0, "\""), new TextPiece(error.Start + error.Length, 0, "\""))],
            JsonErrorKind.ForeignLiteral when LiteralOf(json.Substring(error.Start, error.Length)) is { } literal => [Of("json-literal", [literal], text, new TextPiece(error.Start, error.Length, literal))],
            JsonErrorKind.UnclosedBracket when OpenBrackets.Of(text.Text) is { Length: > 0 } closing => Close(text, closing, context),
            _ => [],
        };
    }

    private static Proposal Of(string fixId, string[] titleArguments, CSharpText text, params TextPiece[] pieces) =>
        Proposal.Of(fixId, titleArguments, new PictureEdit.ReplaceInJson(text, ImmutableArray.Create(pieces)));

    /// <summary>Takes the comma away; a blank stays where braces of a raw text would join.</summary>
    private static Proposal RemoveComma(CSharpText text, JsonError error, EditContext context)
    {
        Proposal tight = Of("remove-comma", [], text, new TextPiece(error.Start, error.Length, string.Empty));
        return PayloadEditor.Changes(tight.Edits, context) is not null ? tight : Of("remove-comma", [], text, new TextPiece(error.Start, error.Length, " "));
    }

    /// <summary>Closes the brackets at the end; with blanks between where a run of braces would end a hole of a raw text.</summary>
    private static IEnumerable<Proposal> Close(CSharpText text, string closing, EditContext context)
    {
        int end = EndBefore(text.Text.Text, text.Text.Text.Length);
        Proposal tight = Of("close-bracket", [closing], text, new TextPiece(end, 0, closing));
        return PayloadEditor.Changes(tight.Edits, context) is not null
            ? [tight]
            : [Of("close-bracket", [closing], text, new TextPiece(end, 0, " " + string.Join(" ", closing.ToCharArray())))];
    }

    /// <summary>The quotes at both ends become double ones, and those inside change their escapes.</summary>
    private static ImmutableArray<TextPiece> DoubleQuotes(HoledText text, JsonError error)
    {
        string json = text.Text;
        int last = error.Start + error.Length - 1;
        if (error.Length < 2 || json[error.Start] != '\'' || json[last] != '\'')
        {
            return ImmutableArray<TextPiece>.Empty;
        }

        ImmutableArray<TextPiece>.Builder pieces = ImmutableArray.CreateBuilder<TextPiece>();
        pieces.Add(new TextPiece(error.Start, 1, "\""));
        for (int index = error.Start + 1; index < last; index++)
        {
            if (text.IsHole(index))
            {
                continue;
            }

            if (json[index] == '\\' && index + 1 < last)
            {
                if (json[index + 1] == '\'')
                {
                    pieces.Add(new TextPiece(index, 1, string.Empty));
                }

                index++;
            }
            else if (json[index] == '"')
            {
                pieces.Add(new TextPiece(index, 0, "\\"));
            }
        }

        pieces.Add(new TextPiece(last, 1, "\""));
        return pieces.ToImmutable();
    }

    private static string? LiteralOf(string foreign) => foreign.ToUpperInvariant() switch
    {
        "TRUE" => "true",
        "FALSE" => "false",
        "NONE" or "NULL" or "NIL" or "UNDEFINED" => "null",
        _ => null,
    };

    private static int EndBefore(string text, int index)
    {
        while (index > 0 && char.IsWhiteSpace(text[index - 1]))
        {
            index--;
        }

        return index;
    }
}
