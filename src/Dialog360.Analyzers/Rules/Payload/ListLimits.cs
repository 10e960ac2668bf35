using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Picture;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>The limits of arrays: how many elements they have, how many those have together, what must not come twice.</summary>
internal static class ListLimits
{
    /// <summary>The limits that a whole array does not keep.</summary>
    public static IEnumerable<LimitBreach> Of(PayloadMember member, SchemaMember limits, bool? isCloud)
    {
        PayloadNode array = member.Value;
        int count = array.Elements.Length;
        if (limits.Max(isCloud) is { } max && count > max)
        {
            yield return new LimitBreach(array.Span, member.Name, $"at most {Elements(max)}", Elements(count));
        }
        else if (limits.Min is { } min && count < min && !Given.IsDefault(member))
        {
            yield return new LimitBreach(array.Span, member.Name, $"at least {Elements(min)}", count == 0 ? "none" : Elements(count));
        }

        if (Total(member, limits) is { } total)
        {
            yield return total;
        }

        foreach (string path in limits.Unique)
        {
            HashSet<string> seen = new(StringComparer.Ordinal);
            foreach ((string name, PayloadNode value) in At(array, path.Split('.'), 0, string.Empty))
            {
                if (value.KnownText is { Length: > 0 } text && !Given.HasPlaceholder(text) && !seen.Add(text))
                {
                    yield return new LimitBreach(value.Span, name, "each value once", $"'{text}' twice");
                }
            }
        }
    }

    /// <summary>The elements of the inner arrays, counted over all elements: on the inner array where one holds them all, else on the outer one.</summary>
    private static LimitBreach? Total(PayloadMember member, SchemaMember limits)
    {
        if (limits is not { TotalMember: { } inner, TotalMax: { } max })
        {
            return null;
        }

        int total = 0;
        PayloadNode? only = null;
        int holders = 0;
        foreach (PayloadNode element in member.Value.Elements)
        {
            if (element[inner] is not { } value)
            {
                continue;
            }

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

        return total <= max ? null
            : new LimitBreach(holders == 1 ? only!.Span : member.Value.Span, inner, $"at most {Elements(max)} over all {member.Name}", Elements(total));
    }

    /// <summary>The values at a path below each element; arrays on the way are looked through where all of their elements are seen.</summary>
    private static IEnumerable<(string Name, PayloadNode Value)> At(PayloadNode node, string[] path, int index, string name)
    {
        if (node.Kind == PayloadKind.Array)
        {
            return node.IsOpen ? [] : node.Elements.SelectMany(element => At(element, path, index, name));
        }

        return index == path.Length ? [(name, node)]
            : node[path[index]] is { } value ? At(value, path, index + 1, path[index])
            : [];
    }

    private static string Elements(int count) => LimitBreach.Count(count, "element", "elements");
}
