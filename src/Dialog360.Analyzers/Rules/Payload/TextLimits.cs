using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Picture;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>The limits of texts: their length in UTF-16 units, what they must not contain, the only values they take.</summary>
internal static class TextLimits
{
    /// <summary>The limit that the text does not keep; none or one.</summary>
    public static IEnumerable<LimitBreach> Of(PayloadMember member, SchemaMember limits, bool? isCloud)
    {
        PayloadNode value = member.Value;
        HoledText text = value.Text!;
        int length = Given.KnownLength(text);
        if (limits.Max(isCloud) is { } max && length > max)
        {
            yield return Breach($"at most {Characters(max)}", text.IsKnown ? Characters(length) : $"at least {Characters(length)}");
        }
        else if (limits.Min is { } min && text.IsKnown && text.Text.Length < min && !Given.IsDefault(member))
        {
            yield return Breach($"at least {Characters(min)}", text.Text.Length == 0 ? "none" : Characters(text.Text.Length));
        }
        else if (limits.IsLimitedToValues && value is { KnownText: { } known, StaticType: JsonType.String } && !limits.Values.Contains(known) && !Given.HasPlaceholder(known))
        {
            yield return Breach(string.Join(", ", limits.Values.Select(static each => $"\"{each}\"")), $"\"{known}\"");
        }
        else
        {
            foreach ((string refused, string name) in limits.Refused)
            {
                if (text.Text.IndexOf(refused, StringComparison.Ordinal) >= 0)
                {
                    yield return Breach("neither line breaks nor tabs nor more than four blanks in a row", name);
                    yield break;
                }
            }
        }

        LimitBreach Breach(string allowed, string has) => new(value.Span, member.Name, allowed, has);
    }

    private static string Characters(int count) => LimitBreach.Count(count, "character", "characters");
}
