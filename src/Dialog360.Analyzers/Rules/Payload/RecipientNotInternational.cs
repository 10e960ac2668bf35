using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>DLG0112: a recipient that is no phone number with its country code.</summary>
internal sealed class RecipientNotInternational : Rule<PayloadScope>
{
    /// <summary>The least number of digits that an international number has here.</summary>
    private const int MinDigits = 7;

    /// <summary>The most digits of an international number (E.164).</summary>
    private const int MaxDigits = 15;

    /// <summary>Creates the rule.</summary>
    public RecipientNotInternational()
        : base("DLG0112")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(PayloadScope scope)
    {
        MessagePicture message = scope.Message;
        if (message.Root.Member("to") is not { } member || IsGroup(message, member.Value.KnownText))
        {
            yield break;
        }

        PayloadNode value = member.Value;
        IOperation? read = WholeOperation(value) is { } whole ? UserIdReads.In(whole) : null;
        if (value.KnownText is { } text ? UserIds.IsId(text) : read is not null)
        {
            // Of several values, the one that is a user id.
            SourceSpan span = read is not null && value.Span.Tree == read.Syntax.SyntaxTree && value.Span.Span.Contains(read.Syntax.Span) ? SourceSpan.Of(read.Syntax) : value.Span;
            yield return new Finding(this, span, ImmutableArray.Create(Words.Phrase("user-id"), Words.Phrase("dropped"), Words.Advice("recipient")))
            {
                Node = message.Root,
                Member = member,
                Detail = span == value.Span ? new MisplacedUserId() : null,
            };
        }
        else if (value is { KnownText: { } number, StaticType: JsonType.String }
            && !(number.Length == 0 && Given.IsDefault(member))
            && !Given.HasPlaceholder(number)
            && WhyNot(number) is { } why)
        {
            // With "00" before the country code the number is otherwise right: a fix writes "+" for it.
            string? repaired = number.TrimStart().StartsWith("00", StringComparison.Ordinal) ? "+" + number.TrimStart().Substring(2).TrimStart().Replace("(0)", string.Empty) : null;
            repaired = repaired is not null && WhyNot(repaired) is null ? repaired : null;
            string advice = repaired is null ? Words.Advice("plus") : Words.Advice("plus-for", repaired);
            yield return new Finding(this, value.Span, ImmutableArray.Create(Words.Phrase("number", why), Words.Phrase("fails", Words.Errors(message.IsCloud)), advice))
            {
                Node = message.Root,
                Member = member,
                Detail = repaired,
            };
        }
    }

    /// <summary>What gives the whole recipient, also where it stands alone between the quotes of a JSON text.</summary>
    private static IOperation? WholeOperation(PayloadNode value) =>
        value.Kind == PayloadKind.Unknown ? value.Operation
        : value is { Kind: PayloadKind.Text, Text.IsOneHole: true, HoleOperations: [{ } hole] } ? hole
        : null;

    /// <summary>Why a text is no international phone number, or null where it can be one.</summary>
    private string? WhyNot(string text)
    {
        int digits = 0;
        char first = '\0';
        foreach (char character in text)
        {
            if (char.IsLetter(character))
            {
                return Words.Phrase("letters");
            }

            if (character is >= '0' and <= '9')
            {
                first = digits++ == 0 ? character : first;
            }
        }

        return digits == 0 ? Words.Phrase("no-digits")
            : first == '0' ? Words.Phrase(text.Contains("00") && text.TrimStart('+', ' ', '(').StartsWith("00", StringComparison.Ordinal) ? "zeros" : "zero")
            : digits < MinDigits ? Words.Phrase("few", Digits(digits))
            : digits > MaxDigits ? Words.Phrase("many", Digits(digits), MaxDigits.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>Ids of groups have letters, and those of old more digits than a phone number.</summary>
    private static bool IsGroup(MessagePicture message, string? text) =>
        message.Root["recipient_type"] is { } type && type.KnownText != "individual"
        || text is not null && (text.EndsWith("@g.us", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Y2FwaV9ncm91cD", StringComparison.Ordinal));

    private string Digits(int count) => count == 1 ? Words.Phrase("digit") : Words.Phrase("digits", count.ToString(CultureInfo.InvariantCulture));
}

/// <summary>Tells the fix that the recipient is a user id, which has a member of its own.</summary>
internal sealed record MisplacedUserId;
