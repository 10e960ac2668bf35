using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;

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
        if (message.Root.Member("to") is { Value: { KnownText: { } text, StaticType: JsonType.String } value } member
            && !(text.Length == 0 && Given.IsDefault(member))
            && !IsGroup(message, text)
            && !IsBusinessScopedId(text)
            && !Given.HasPlaceholder(text)
            && WhyNot(text) is { } why)
        {
            // With "00" before the country code the number is otherwise right: a fix writes "+" for it.
            string? repaired = text.TrimStart().StartsWith("00", StringComparison.Ordinal) ? "+" + text.TrimStart().Substring(2) : null;
            yield return new Finding(this, value.Span, ImmutableArray.Create(why))
            {
                Node = message.Root,
                Member = member,
                Detail = repaired is not null && WhyNot(repaired) is null ? repaired : null,
            };
        }
    }

    /// <summary>Why a text is no international phone number, or null where it can be one.</summary>
    public static string? WhyNot(string text)
    {
        int digits = 0;
        char first = '\0';
        foreach (char character in text)
        {
            if (char.IsLetter(character))
            {
                return "it contains letters";
            }

            if (character is >= '0' and <= '9')
            {
                first = digits++ == 0 ? character : first;
            }
        }

        return digits == 0 ? "it has no digits"
            : first == '0' ? text.Contains("00") && text.TrimStart('+', ' ', '(').StartsWith("00", StringComparison.Ordinal) ? "it begins with 00" : "it begins with 0 in place of a country code"
            : digits < MinDigits ? $"it has only {Digits(digits)}"
            : digits > MaxDigits ? $"it has {Digits(digits)}, more than {MaxDigits}"
            : null;
    }

    /// <summary>Ids of groups have letters, and those of old more digits than a phone number.</summary>
    private static bool IsGroup(MessagePicture message, string text) =>
        message.Root["recipient_type"] is { } type && type.KnownText != "individual"
        || text.EndsWith("@g.us", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("Y2FwaV9ncm91cD", StringComparison.Ordinal);

    /// <summary>A business-scoped user id: the country in two letters, a dot, and an id (<c>US.1349…</c>).</summary>
    private static bool IsBusinessScopedId(string text) =>
        text.Length > 3 && text[2] == '.' && char.IsUpper(text[0]) && char.IsUpper(text[1]) && text.Skip(3).All(char.IsLetterOrDigit);

    private static string Digits(int count) => count.ToString(CultureInfo.InvariantCulture) + (count == 1 ? " digit" : " digits");
}
