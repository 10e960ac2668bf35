using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Files;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>A type of a file that may be one of messages.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsMessage">Whether it is enough like one by itself; else only where a type above or below it is.</param>
internal readonly record struct SeedType(int Name, bool IsMessage);

/// <summary>Where the reach begins in a file: the members that show a message or call a client, and the types of messages.</summary>
/// <param name="Members">The members that show a message or are marked, by their number in the outline.</param>
/// <param name="Calls">The members that call a client, or may be routes of one, and show nothing more.</param>
/// <param name="Types">The types, in the order of the outline.</param>
internal sealed record FileSeeds(ImmutableArray<int> Members, ImmutableArray<int> Calls, ImmutableArray<SeedType> Types)
{
    /// <summary>The words of routes and marks that are enough for a method.</summary>
    public static readonly int[] Routes = [.. new[] { "Post", "Put", "Patch", "PostAttribute", "PutAttribute", "PatchAttribute", "RequiresOpenSession", "RequiresOpenSessionAttribute" }.Select(NameNumber.Of)];

    private static readonly int[] Marks = [.. new[] { "RequiresOpenSession", "RequiresOpenSessionAttribute" }.Select(NameNumber.Of)];

    private static readonly int[] CallNames = [.. BlockRequests.SendNames.Where(static name => !name.EndsWith("*", StringComparison.Ordinal)).Distinct().Select(NameNumber.Of)];

    private static readonly int[] AskNames = [.. BlockRequests.All.SelectMany(static reader => reader.OtherNames).Distinct().Select(NameNumber.Of)];

    /// <summary>Those of a file.</summary>
    /// <param name="outline">What it declares.</param>
    /// <param name="calls">Whether it may call a client with a body.</param>
    /// <param name="asks">Whether it may call one without a body.</param>
    /// <param name="routes">Whether it holds one of <see cref="Routes"/>.</param>
    public static FileSeeds Of(FileOutline outline, bool calls, bool asks, bool routes)
    {
        ImmutableArray<int>.Builder members = ImmutableArray.CreateBuilder<int>();
        ImmutableArray<int>.Builder calling = ImmutableArray.CreateBuilder<int>();
        List<OutlineType> order = [];
        Dictionary<OutlineType, SourceSigns> types = [];
        for (int number = 0; number < outline.Members.Length; number++)
        {
            OutlineMember member = outline.Members[number];
            SourceSigns own = TextEvidence.In(outline.Text, member.Span);
            bool isRoute = routes && member.Kind == OutlineKind.Method && member.Attributes.HasAny(Routes);
            if (TextEvidence.IsMessage(own) || (isRoute && member.Attributes.HasAny(Marks)))
            {
                members.Add(number);
            }
            else if (isRoute || (calls && IsCall(member, own)) || (asks && member.Words.HasAny(AskNames)))
            {
                calling.Add(number);
            }

            if (member is { Kind: OutlineKind.Value, Type: { } type })
            {
                if (!types.TryGetValue(type, out SourceSigns before))
                {
                    order.Add(type);
                }

                types[type] = before | NameSigns(member);
            }
        }

        return new FileSeeds(members.ToImmutable(), calling.ToImmutable(), ImmutableArray.CreateRange(order.Where(type => HasRecipient(types[type]) && ((types[type] & SourceSigns.Mail) == 0 || (types[type] & SourceSigns.Product) != 0)).Select(type => new SeedType(type.Name, HasContent(types[type])))));
    }

    /// <summary>Whether two files are the same to the reach.</summary>
    public bool Equals(FileSeeds? other) => other is not null && Members.SequenceEqual(other.Members) && Calls.SequenceEqual(other.Calls) && Types.SequenceEqual(other.Types);

    /// <inheritdoc/>
    public override int GetHashCode() => Members.Length;

    /// <summary>The same seeds where the members have other numbers now.</summary>
    public FileSeeds Renumbered(int[] numbers) => this with { Members = ImmutableArray.CreateRange(Members, number => numbers[number]), Calls = ImmutableArray.CreateRange(Calls, number => numbers[number]) };

    /// <summary>Whether a member of that type, in a file that declares it, is one that messages have beside the recipient.</summary>
    public static bool HasContent(FileOutline outline, int type)
    {
        foreach (OutlineMember member in outline.Members)
        {
            if (member is { Kind: OutlineKind.Value, Type: { } owner } && owner.Name == type && HasContent(NameSigns(member)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasContent(SourceSigns signs) => (signs & (SourceSigns.Content | SourceSigns.Product)) != 0;

    private static bool HasRecipient(SourceSigns signs) => (signs & (SourceSigns.ToMember | SourceSigns.ToKey | SourceSigns.Product)) != 0;

    /// <summary>What the name of a field or property says, and the names that its attributes give it.</summary>
    private static SourceSigns NameSigns(OutlineMember member) =>
        SignWords.SignsOf(member.Text.ToString(member.NameSpan)) | AttributeSigns(member);

    private static SourceSigns AttributeSigns(OutlineMember member)
    {
        if (member.HeaderSpan.Start <= member.Span.Start)
        {
            return SourceSigns.None;
        }

        SourceSigns signs = TextEvidence.In(member.Text, TextSpan.FromBounds(member.Span.Start, member.HeaderSpan.Start));
        return (signs & (SourceSigns.ToKey | SourceSigns.Product)) | ((signs & SourceSigns.ContentName) != 0 ? SourceSigns.Content : SourceSigns.None);
    }

    /// <summary>Whether an attribute says that a member is the recipient.</summary>
    public static bool IsRenamedRecipient(OutlineMember member) => (AttributeSigns(member) & SourceSigns.ToKey) != 0;

    private static bool IsCall(OutlineMember member, SourceSigns own) => (own & SourceSigns.ClientCall) != 0 || member.Words.HasAny(CallNames);
}
