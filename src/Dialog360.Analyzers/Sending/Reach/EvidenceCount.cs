using Dialog360.Analyzers.Catalog;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>Counts the words of the groups of <c>evidence.json</c> in a text, a bit for each word of each group.</summary>
internal struct EvidenceCount
{
    private static readonly Lazy<(ulong Mask, int Least, SourceSigns Sign)[]> Groups = new(static () => ReadGroups().ToArray());

    private ulong _found;
    private SourceSigns _quoted;

    /// <summary>What is there enough of.</summary>
    public readonly SourceSigns Signs
    {
        get
        {
            SourceSigns signs = _quoted;
            foreach ((ulong mask, int least, SourceSigns sign) in Groups.Value)
            {
                signs |= CountOf(_found & mask) >= least ? sign : SourceSigns.None;
            }

            return signs;
        }
    }

    /// <summary>What a file with enough words of a group has to do with.</summary>
    public static SourceSigns SignOf(EvidenceGroup group) => SourceSigns.Group | (group.Subject == "webhook" ? SourceSigns.Webhook : SourceSigns.None);

    /// <summary>Counts a word.</summary>
    public void Add(SignWord word, bool isQuoted)
    {
        _found |= word.Places;
        _quoted |= isQuoted ? word.EnoughQuoted : SourceSigns.None;
    }

    private static IEnumerable<(ulong, int, SourceSigns)> ReadGroups()
    {
        int first = 0;
        foreach (EvidenceGroup group in EvidenceWords.Groups)
        {
            yield return (((1UL << group.Words.Length) - 1) << first, group.Least, SignOf(group));
            first += group.Words.Length;
        }
    }

    private static int CountOf(ulong bits)
    {
        int count = 0;
        for (; bits != 0; bits &= bits - 1)
        {
            count++;
        }

        return count;
    }
}
