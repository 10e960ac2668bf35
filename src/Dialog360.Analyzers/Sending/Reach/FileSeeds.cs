using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Files;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>A type of a file that may be one of messages.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsMessage">Whether it is enough like one by itself; else only where others derive from it.</param>
internal readonly record struct SeedType(int Name, bool IsMessage);

/// <summary>Where the reach begins in a file: the members that show a message or call a client, and the types of messages.</summary>
/// <param name="Members">The members, by their number in the outline.</param>
/// <param name="Types">The types, in the order of the outline.</param>
internal sealed record FileSeeds(ImmutableArray<int> Members, ImmutableArray<SeedType> Types)
{
    /// <summary>The words of routes and marks that are enough for a method.</summary>
    public static readonly int[] Routes = [.. new[] { "Post", "Put", "Patch", "PostAttribute", "PutAttribute", "PatchAttribute", "RequiresOpenSession", "RequiresOpenSessionAttribute" }.Select(NameNumber.Of)];

    private static readonly int[] CallNames = [.. BlockRequests.SendNames.Where(static name => !name.EndsWith("*", StringComparison.Ordinal)).Distinct().Select(NameNumber.Of)];

    /// <summary>Those of a file.</summary>
    /// <param name="outline">What it declares.</param>
    /// <param name="text">Its text.</param>
    /// <param name="calls">Whether it may have a client.</param>
    /// <param name="routes">Whether it holds one of <see cref="Routes"/>.</param>
    public static FileSeeds Of(FileOutline outline, SourceText text, bool calls, bool routes)
    {
        ImmutableArray<int>.Builder members = ImmutableArray.CreateBuilder<int>();
        List<OutlineType> order = [];
        Dictionary<OutlineType, SourceSigns> types = [];
        for (int number = 0; number < outline.Members.Length; number++)
        {
            OutlineMember member = outline.Members[number];

            // What follows a name tells whether it is a member.
            SourceSigns own = TextEvidence.In(text, TextSpan.FromBounds(member.Span.Start, Math.Min(member.Span.End + 1, text.Length)));
            if (TextEvidence.IsMessage(own) || (calls && IsCall(member, own)) || (routes && member.Kind == OutlineKind.Method && member.Words.HasAny(Routes))
                || (member.Kind == OutlineKind.Value && (own & SourceSigns.ToKey) != 0))
            {
                members.Add(number);
            }

            if (member is { Kind: OutlineKind.Value, Type: { } type })
            {
                if (!types.TryGetValue(type, out SourceSigns before))
                {
                    order.Add(type);
                }

                types[type] = before | own;
            }
        }

        return new FileSeeds(members.ToImmutable(), ImmutableArray.CreateRange(order.Where(type => HasRecipient(types[type])).Select(type => new SeedType(type.Name, IsLikeMessage(type, types[type])))));
    }

    /// <summary>Whether two files are the same to the reach.</summary>
    public bool IsSame(FileSeeds other) => Members.SequenceEqual(other.Members) && Types.SequenceEqual(other.Types);

    private static bool IsCall(OutlineMember member, SourceSigns own) => (own & SourceSigns.ClientCall) != 0 || member.Words.HasAny(CallNames);

    private static bool HasRecipient(SourceSigns signs) => (signs & (SourceSigns.ToKey | SourceSigns.ToValue | SourceSigns.ToMember | SourceSigns.Product)) != 0;

    private static bool IsLikeMessage(OutlineType type, SourceSigns signs) => (signs & (SourceSigns.Content | SourceSigns.Product)) != 0 || type.Bases.Numbers.Length > 0;
}
