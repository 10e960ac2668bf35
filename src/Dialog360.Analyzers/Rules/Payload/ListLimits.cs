using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>The limits of arrays: how many elements they have, how many those have together, what must not come twice.</summary>
internal static class ListLimits
{
    /// <summary>The limits that a whole array does not keep.</summary>
    public static IEnumerable<LimitBreach> Of(PayloadMember member, SchemaMember limits, string path, bool? isCloud)
    {
        PayloadNode array = member.Value;
        int count = array.Elements.Length;
        if (limits.Max(isCloud) is { } max && count > max)
        {
            yield return Breach("at-most", max);
        }
        else if (limits.Min is { } min && count < min && !Given.IsDefault(member))
        {
            yield return Breach("at-least", min);
        }

        if (Total(member, limits, path) is { } total)
        {
            yield return total;
        }

        foreach ((string kind, int most) in limits.Kinds?.Max ?? ImmutableArray<(string, int)>.Empty)
        {
            if (array.Elements.Count(element => element[limits.Kinds!.By]?.KnownText == kind) is var has && has > most)
            {
                yield return new LimitBreach(array.Span, path, LimitBreach.Words.Phrase("of-kind", most.ToString(CultureInfo.InvariantCulture), kind), has.ToString(CultureInfo.InvariantCulture)) { Kind = limits.Error };
            }
        }

        foreach (string unique in limits.Unique)
        {
            HashSet<string> seen = new(StringComparer.Ordinal);
            foreach ((string name, PayloadNode value) in At(array, unique.Split('.'), 0, path))
            {
                if ((value.KnownText ?? value.NumberText) is { Length: > 0 } text && !Given.HasPlaceholder(text) && !seen.Add(text))
                {
                    yield return new LimitBreach(value.Span, name, LimitBreach.Words.Phrase("once"), LimitBreach.Words.Phrase("twice", text));
                }
            }
        }

        LimitBreach Breach(string phrase, int limit) =>
            new(array.Span, path, LimitBreach.Words.Phrase(phrase, Elements(limit)), count == 0 ? LimitBreach.Words.Phrase("none") : Elements(count)) { Kind = limits.Error };
    }

    /// <summary>The limit that a whole object does not keep: it must not be empty.</summary>
    public static IEnumerable<LimitBreach> OfObject(PayloadMember member, SchemaMember limits, string path)
    {
        if (limits.Min is { } min && member.Value.Members.Length < min)
        {
            yield return new LimitBreach(member.Value.Span, path, LimitBreach.Words.Phrase("at-least", LimitBreach.Count(min, "member")), LimitBreach.Words.Phrase("none")) { Kind = limits.Error };
        }
    }

    /// <summary>The elements of the inner arrays, counted over all elements: on the inner array where one holds them all, else on the outer one.</summary>
    private static LimitBreach? Total(PayloadMember member, SchemaMember limits, string path)
    {
        if (limits is not { TotalMember: { } inner, TotalMax: { } max })
        {
            return null;
        }

        int total = 0;
        PayloadNode? only = null;
        int holders = 0;
        bool isEmptyKnown = !member.Value.Elements.IsEmpty;
        foreach (PayloadNode element in member.Value.Elements)
        {
            if (element[inner] is not { } value)
            {
                isEmptyKnown = false;
                continue;
            }

            isEmptyKnown &= value.Kind == PayloadKind.Array;
            only ??= value;

            if (value is { Kind: PayloadKind.Array, IsOpen: true })
            {
                return null;
            }

            if (value.Kind != PayloadKind.Array || !value.Elements.IsEmpty)
            {
                holders++;
                only = value;
                total += value.Elements.Length;
            }
        }

        SourceSpan span = holders == 1 || member.Value.Elements.Length == 1 && only is not null ? only!.Span : member.Value.Span;
        string innerPath = $"{path}[].{inner}";
        return total > max ? new LimitBreach(span, innerPath, LimitBreach.Words.Phrase("at-most-over-all", Elements(max), member.Name), Elements(total)) { Kind = limits.TotalError }
            : total == 0 && isEmptyKnown && limits.TotalMin is { } min ? new LimitBreach(span, innerPath, LimitBreach.Words.Phrase("at-least-over-all", Elements(min), member.Name), LimitBreach.Words.Phrase("none")) { Kind = limits.TotalError }
            : null;
    }

    /// <summary>The values at a path below each element; arrays on the way are looked through where all of their elements are seen.</summary>
    private static IEnumerable<(string Name, PayloadNode Value)> At(PayloadNode node, string[] path, int index, string name)
    {
        if (node.Kind == PayloadKind.Array)
        {
            return node.IsOpen ? [] : node.Elements.SelectMany((element, number) => At(element, path, index, $"{name}[{number.ToString(CultureInfo.InvariantCulture)}]"));
        }

        return index == path.Length ? [(name, node)]
            : node[path[index]] is { } value ? At(value, path, index + 1, $"{name}.{path[index]}")
            : [];
    }

    private static string Elements(int count) => LimitBreach.Count(count, "element");
}
