using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>The limits of texts: their length in UTF-16 units, what they must not contain, the only values they take.</summary>
internal static class TextLimits
{
    private const string LineBreak = "line-break";

    /// <summary>The limit that the text does not keep; none or one.</summary>
    public static IEnumerable<LimitBreach> Of(PayloadMember member, SchemaMember limits, string path, bool? isCloud)
    {
        PayloadNode value = member.Value;
        HoledText text = value.Text!;
        int length = Given.KnownLength(text);
        bool isString = value is { KnownText: not null, StaticType: JsonType.String } && !Given.HasPlaceholder(text.Text);
        if (limits.Max(isCloud) is { } max && length > max)
        {
            yield return Breach("at-most", max, text.IsKnown ? Characters(length) : LimitBreach.Words.Phrase("at-least", Characters(length)));
        }
        else if (limits.Min is { } min && text.IsKnown && text.Text.Length < min && !Given.IsDefault(member))
        {
            yield return Breach("at-least", min, text.Text.Length == 0 ? LimitBreach.Words.Phrase("none") : Characters(text.Text.Length)) with { Kind = limits.Error + "-empty" };
        }
        else if (limits is { IsLimitedToValues: true, Values.IsEmpty: false } && isString && !limits.Takes(text.Text))
        {
            string? meant = limits.Meant(text.Text);
            yield return new LimitBreach(value.Span, path, LimitBreach.Words.Or(limits.Values), LimitBreach.Words.Or([text.Text]))
            {
                Kind = "value",
                Advice = LimitBreach.Words.Advice(meant is null ? null : "use", meant ?? string.Empty),
            };
        }
        else if (limits is { IsLimitedToValues: true, Pattern: { } pattern } && isString && text.Text.Length > 0 && !pattern.IsMatch(text.Text))
        {
            yield return new LimitBreach(value.Span, path, LimitBreach.Words.Phrase(limits.PatternWords), LimitBreach.Words.Or([text.Text])) { Kind = "value" };
        }
        else if (limits.IsTrimmed && isString && text.Text.Length != text.Text.Trim().Length)
        {
            yield return new LimitBreach(value.Span, path, LimitBreach.Words.Phrase("trimmed"), LimitBreach.Words.Phrase("space"));
        }
        else if (limits.MaxBreaks is { } breaks && text.Text.Count(static character => character == '\n') is var count && count > breaks)
        {
            yield return new LimitBreach(value.Span, path, LimitBreach.Words.Phrase("at-most", LimitBreach.Count(breaks, "break")), LimitBreach.Count(count, "break"));
        }
        else if (RefusedIn(value, limits) is { } refused)
        {
            yield return refused with { Path = path };
        }

        LimitBreach Breach(string phrase, int limit, string has) => new(value.Span, path, LimitBreach.Words.Phrase(phrase, Characters(limit)), has) { Kind = limits.Error };
    }

    /// <summary>The limit that a text of which nothing is known but how it is made does not keep.</summary>
    public static IEnumerable<LimitBreach> OfUnknown(PayloadMember member, SchemaMember limits, string path) =>
        RefusedIn(member.Value, limits) is { } refused ? [refused with { Path = path }] : [];

    private static LimitBreach? RefusedIn(PayloadNode value, SchemaMember limits)
    {
        if (limits.Refused.IsEmpty)
        {
            return null;
        }

        string? name = limits.Refused.FirstOrDefault(refused => value.Text?.Text.IndexOf(refused.Text, StringComparison.Ordinal) >= 0).Name
            ?? (CertainBreaks.In(value) ? LineBreak : null);
        return name is null ? null
            : new LimitBreach(value.Span, string.Empty, LimitBreach.Words.Phrase("plain"), LimitBreach.Words.Phrase(name))
            {
                Kind = limits.Error,
                Advice = LimitBreach.Words.Advice(name == LineBreak ? "one-line" : null),
            };
    }

    private static string Characters(int count) => LimitBreach.Count(count, "character");
}
