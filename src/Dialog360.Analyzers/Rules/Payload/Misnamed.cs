using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>Of <see cref="IncompleteMessage"/>: members that are there in C#, and that the serializer writes under another name or not at all.</summary>
internal static class Misnamed
{
    /// <summary>What to do about members that an object lacks because of the names that go out; null where that is not why.</summary>
    public static string? AdviceFor(PayloadNode node, IEnumerable<string> missing, Serializer? serializer)
    {
        HashSet<string> names = new(missing, StringComparer.Ordinal);
        ImmutableArray<string> written = node.Members.Where(member => member.MeantName is { } meant && names.Contains(meant)).Select(static member => member.Name).ToImmutableArray();
        ImmutableArray<string> left = node.LeftOut.Where(member => names.Contains(member.Name)).Select(static member => member.Symbol?.Name ?? member.Name).ToImmutableArray();
        return !written.IsEmpty ? serializer?.NameAttribute is { } attribute
                ? Defect.Words.Advice("name-by-attribute", Defect.Words.And(written), attribute)
                : Defect.Words.Advice("name-as-api", Defect.Words.And(written))
            : !left.IsEmpty ? Defect.Words.Advice("left-out", Defect.Words.And(left))
            : null;
    }
}
