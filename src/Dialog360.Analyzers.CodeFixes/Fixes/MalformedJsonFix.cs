using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Payload;

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

        List<Proposal> proposals = [];
        if (Whole(text, context) is { } whole)
        {
            proposals.Add(whole);
        }

        if (RepairOf(text, error) is { } repair)
        {
            proposals.Add(Of(repair.FixId, repair.Title, text, context, [repair]));
        }

        return proposals;
    }

    /// <summary>All mistakes of the text at once; null where there is only one, or one that nobody knows how to repair.</summary>
    private static Proposal? Whole(CSharpText text, EditContext context)
    {
        List<JsonRepair> repairs = [];
        foreach (JsonError error in JsonTextReader.ErrorsOf(text, context.CancellationToken))
        {
            if (RepairOf(text, error) is not { } repair)
            {
                return null;
            }

            repairs.Add(repair);
            if (MalformedJson.BringsOthers(error.Kind))
            {
                break;
            }
        }

        return repairs.Count > 1 ? Of("repair-json", [repairs.Count.ToString(CultureInfo.InvariantCulture)], text, context, repairs) : null;
    }

    private static JsonRepair? RepairOf(CSharpText text, JsonError error)
    {
        string json = text.Text.Text;
        return error.Kind switch
        {
            // A space stays where braces of a raw text would join.
            JsonErrorKind.TrailingComma or JsonErrorKind.ExtraComma => new("remove-comma", [], [new TextPiece(error.Start, error.Length, string.Empty)], [new TextPiece(error.Start, error.Length, " ")]),
            JsonErrorKind.MissingComma => new("insert-comma", [], new TextPiece(EndBefore(json, error.Start), 0, ",")),
            JsonErrorKind.SingleQuotes when DoubleQuotes(text.Text, error) is { IsEmpty: false } pieces => new("double-quotes", [], pieces.ToArray()),
            JsonErrorKind.UnquotedName => new("double-quotes", [], new TextPiece(error.Start, 0, "\""), new TextPiece(error.Start + error.Length, 0, "\"")),
            JsonErrorKind.ForeignLiteral when JsonWords.MeantBy(json.Substring(error.Start, error.Length)) is { } literal => new("json-literal", [literal], new TextPiece(error.Start, error.Length, literal)),
            JsonErrorKind.UnclosedBracket when OpenBrackets.Of(text.Text) is { Length: > 0 } closing => Close(EndBefore(json, json.Length), closing),
            _ => null,
        };
    }

    /// <summary>Closes the brackets at the end; with spaces between where a run of braces would end a hole of a raw text.</summary>
    private static JsonRepair Close(int end, string closing) =>
        new("close-bracket", [closing], [new TextPiece(end, 0, closing)], [new TextPiece(end, 0, " " + string.Join(" ", closing.ToCharArray()))]);

    private static Proposal Of(string fixId, string[] titleArguments, CSharpText text, EditContext context, IReadOnlyList<JsonRepair> repairs)
    {
        Proposal tight = Proposal.Of(fixId, titleArguments, new PictureEdit.ReplaceInJson(text, repairs.SelectMany(static repair => repair.Tight).ToImmutableArray()));
        return PayloadEditor.Changes(tight.Edits, context) is not null
            ? tight
            : Proposal.Of(fixId, titleArguments, new PictureEdit.ReplaceInJson(text, repairs.SelectMany(static repair => repair.Spaced).ToImmutableArray()));
    }

    /// <summary>What repairs one mistake.</summary>
    /// <param name="FixId">The fix in the catalogue.</param>
    /// <param name="Title">The arguments of its title.</param>
    /// <param name="Tight">What changes in the text.</param>
    /// <param name="Spaced">The same where braces must not join.</param>
    private sealed record JsonRepair(string FixId, string[] Title, TextPiece[] Tight, TextPiece[] Spaced)
    {
        public JsonRepair(string fixId, string[] title, params TextPiece[] pieces)
            : this(fixId, title, pieces, pieces)
        {
        }
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

    private static int EndBefore(string text, int index)
    {
        while (index > 0 && char.IsWhiteSpace(text[index - 1]))
        {
            index--;
        }

        return index;
    }
}
