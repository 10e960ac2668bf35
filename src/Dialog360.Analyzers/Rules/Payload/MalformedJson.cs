using System.Collections.Immutable;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>DLG0105: a text that is a message by its keys, but that RFC 8259 refuses.</summary>
internal sealed class MalformedJson : Rule<PayloadScope>
{
    /// <summary>Creates the rule.</summary>
    public MalformedJson()
        : base("DLG0105")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(PayloadScope scope)
    {
        MessagePicture message = scope.Message;
        if (message.Root.Origin is not { Style: WritingStyle.JsonText, Json.Text: { } text })
        {
            yield break;
        }

        bool bracketsMayBeElsewhere = JsonFragments.MayHaveBracketsElsewhere(text);
        int lastControl = -1;
        foreach (JsonError error in JsonTextReader.ErrorsOf(text, CancellationToken.None))
        {
            if (error.Kind == JsonErrorKind.TooDeep || (bracketsMayBeElsewhere && IsAboutBrackets(error, text)))
            {
                continue;
            }

            // The lines of one string are one mistake.
            bool isSameString = error.Kind == JsonErrorKind.ControlCharacter && lastControl >= 0
                && text.Text.Text.IndexOf('"', lastControl, error.Start - lastControl) < 0;
            lastControl = error.Kind == JsonErrorKind.ControlCharacter ? error.Start : lastControl;
            if (!isSameString)
            {
                yield return new Finding(this, SpanOf(error, text), ImmutableArray.Create(JsonErrorWords.Of(error, text.Text.Text), Words.Errors(message.IsCloud))) { Node = message.Root, Detail = error };
            }

            if (BringsOthers(error.Kind))
            {
                yield break;
            }
        }
    }

    /// <summary>Whether more errors may follow from this one alone.</summary>
    public static bool BringsOthers(JsonErrorKind kind) => kind is JsonErrorKind.MissingComma or JsonErrorKind.UnclosedString or JsonErrorKind.UnexpectedBracket
        or JsonErrorKind.MissingColon or JsonErrorKind.UnexpectedCharacter or JsonErrorKind.ExtraText;

    /// <summary>Whether the error is none when the text goes on, or began, somewhere else.</summary>
    private static bool IsAboutBrackets(JsonError error, CSharpText text) => error.Kind switch
    {
        JsonErrorKind.UnclosedBracket or JsonErrorKind.UnexpectedBracket or JsonErrorKind.ExtraText => true,
        JsonErrorKind.UnclosedString or JsonErrorKind.TrailingComma or JsonErrorKind.MissingValue or JsonErrorKind.MissingColon =>
            string.IsNullOrWhiteSpace(text.Text.Text.Substring(error.Start + error.Length)),
        _ => false,
    };

    /// <summary>The offending token; where something is missing at the end, the last character.</summary>
    private static SourceSpan SpanOf(JsonError error, CSharpText text)
    {
        if (error.Length > 0)
        {
            return text.SpanOf(error.Start, error.Length);
        }

        int last = Math.Min(error.Start, text.Text.Text.Length) - 1;
        while (last > 0 && char.IsWhiteSpace(text.Text.Text[last]))
        {
            last--;
        }

        return text.SpanOf(Math.Max(last, 0), 1);
    }
}
