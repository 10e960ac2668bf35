using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Where members of a JSON object begin and end, and how the text lays them out.</summary>
internal static class JsonLayout
{
    /// <summary>The piece of text that adds members behind the last one, laid out like it.</summary>
    public static TextPiece Addition(string text, JsonNode json, ImmutableArray<NewMember> members)
    {
        string colon = ColonIn(text, json);
        if (json.Members.IsEmpty)
        {
            string only = string.Join(colon.Length > 1 ? ", " : ",", members.Select(member => JsonValues.Write(member, colon)));
            return new TextPiece(json.Start + 1, 0, colon.Length > 1 && text[json.Start + 1] == '}' ? $" {only} " : only);
        }

        if (MemberOrder.In(members, json.Members) is { } index)
        {
            int first = StartOf(text, json.Members[index]);
            int before = SkipBack(text, first);
            string between = text.Substring(before, first - before).Contains('\n') ? text.Substring(before, first - before) : colon.Length > 1 ? " " : string.Empty;
            return new TextPiece(first, 0, string.Concat(members.Select(member => JsonValues.Write(member, colon) + "," + between)));
        }

        JsonMember last = json.Members[json.Members.Length - 1];
        int start = StartOf(text, last);
        int gapStart = SkipBack(text, start);
        string gap = text.Substring(gapStart, start - gapStart);
        if (!gap.Contains('\n'))
        {
            gap = json.Members.Length > 1 ? gap : colon.Length > 1 ? " " : string.Empty;
        }

        int end = EndOf(text, last);
        int comma = SkipForward(text, end);
        bool hasComma = comma < text.Length && text[comma] == ',';
        string added = string.Join("," + gap, members.Select(member => JsonValues.Write(member, colon)));
        return hasComma ? new TextPiece(comma + 1, 0, gap + added) : new TextPiece(end, 0, "," + gap + added);
    }

    /// <summary>The piece of text that adds elements after the last one, laid out like it.</summary>
    public static TextPiece Addition(string text, JsonNode array, ImmutableArray<NewValue> elements)
    {
        JsonNode? last = array.Elements.LastOrDefault();
        string colon = last is null ? ColonOf(text, array) : ColonIn(text, last);
        if (last is null)
        {
            return new TextPiece(array.Start + 1, 0, string.Join(colon.Length > 1 ? ", " : ",", elements.Select(element => JsonValues.Write(element, colon))));
        }

        int gapStart = SkipBack(text, last.Start);
        string gap = text.Substring(gapStart, last.Start - gapStart);
        if (!gap.Contains('\n') && array.Elements.Length == 1)
        {
            gap = colon.Length > 1 ? " " : string.Empty;
        }

        return new TextPiece(last.End, 0, string.Concat(elements.Select(element => "," + gap + JsonValues.Write(element, colon))));
    }

    /// <summary>The piece of text that takes an element out, with the comma that is no longer needed.</summary>
    public static TextPiece Removal(string text, JsonNode element) => Removal(text, element.Start, element.End);

    /// <summary>The piece of text that takes a member out, with the comma that is no longer needed.</summary>
    public static TextPiece Removal(string text, JsonMember member) => Removal(text, StartOf(text, member), EndOf(text, member));

    private static TextPiece Removal(string text, int start, int end)
    {
        int next = SkipForward(text, end);
        int before = SkipBack(text, start);
        if (next < text.Length && text[next] == ',')
        {
            int follower = SkipForward(text, next + 1);
            bool isLast = follower < text.Length && text[follower] is '}' or ']';
            return isLast ? new TextPiece(before, next + 1 - before, string.Empty) : new TextPiece(start, follower - start, string.Empty);
        }

        return before > 0 && text[before - 1] == ','
            ? new TextPiece(before - 1, end - before + 1, string.Empty)
            : new TextPiece(start, end - start, string.Empty);
    }

    /// <summary>The index of the first character of a member, the quote included.</summary>
    public static int StartOf(string text, JsonMember member) =>
        member.NameStart > 0 && text[member.NameStart - 1] is '"' or '\'' ? member.NameStart - 1 : member.NameStart;

    /// <summary>The colon before a value as the text writes it, with its blank or without.</summary>
    public static string ColonOf(string text, JsonNode value) => value.Start > 0 && text[value.Start - 1] is ' ' ? ": " : ":";

    private static int EndOf(string text, JsonMember member) =>
        member.Value?.End ?? (member.NameEnd < text.Length && text[member.NameEnd] is '"' or '\'' ? member.NameEnd + 1 : member.NameEnd);

    private static string ColonIn(string text, JsonNode json)
    {
        foreach (JsonMember member in json.Members)
        {
            if (member.Value is { } value)
            {
                return ColonOf(text, value);
            }
        }

        return ": ";
    }

    private static int SkipBack(string text, int index)
    {
        while (index > 0 && text[index - 1] is ' ' or '\t' or '\r' or '\n')
        {
            index--;
        }

        return index;
    }

    private static int SkipForward(string text, int index)
    {
        while (index < text.Length && text[index] is ' ' or '\t' or '\r' or '\n')
        {
            index++;
        }

        return index;
    }
}
