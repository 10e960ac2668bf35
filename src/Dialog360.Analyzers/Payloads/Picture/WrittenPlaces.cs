using Dialog360.Analyzers.Program;

namespace Dialog360.Analyzers.Payloads.Picture;

/// <summary>The places of what a method writes into its messages, itself or by methods that make parts for it: no caller is at fault for them.</summary>
internal static class WrittenPlaces
{
    private const int MaxDepth = 32;

    /// <summary>The places of all objects, arrays, names and values in some pictures.</summary>
    public static HashSet<SourceSpan> In(IEnumerable<PayloadNode> pictures)
    {
        HashSet<SourceSpan> places = [];
        foreach (PayloadNode picture in pictures)
        {
            Add(picture, places, 0);
        }

        return places;
    }

    private static void Add(PayloadNode node, HashSet<SourceSpan> places, int depth)
    {
        places.Add(node.Span);
        if (depth == MaxDepth)
        {
            return;
        }

        foreach (PayloadMember member in node.Members)
        {
            places.Add(member.NameSpan);
            Add(member.Value, places, depth + 1);
        }

        foreach (PayloadNode child in node.Choice?.Arms ?? node.Elements)
        {
            Add(child, places, depth + 1);
        }
    }
}
