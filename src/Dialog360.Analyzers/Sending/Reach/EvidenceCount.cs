using Dialog360.Analyzers.Catalog;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>Counts the words of the groups of <c>evidence.json</c> in a text.</summary>
internal struct EvidenceCount
{
    private const int MaxGroups = 6;

    private ulong _first;
    private ulong _second;
    private ulong _third;
    private SourceSigns _quoted;

    /// <summary>What is there enough of.</summary>
    public readonly SourceSigns Signs
    {
        get
        {
            SourceSigns signs = _quoted;
            for (int group = 0; group < EvidenceWords.Groups.Length; group++)
            {
                int count = 0;
                for (ulong bits = BitsOf(group); bits != 0; bits &= bits - 1)
                {
                    count++;
                }

                signs |= count >= EvidenceWords.Groups[group].Least ? SignOf(group) : SourceSigns.None;
            }

            return signs;
        }
    }

    /// <summary>Counts a word.</summary>
    public void Add(EvidencePlace[] places, bool isQuoted)
    {
        foreach ((int group, int bit, bool isEnoughQuoted) in places)
        {
            ulong mask = 1UL << (bit + (32 * (group % 2)));
            switch (group / 2)
            {
                case 0:
                    _first |= mask;
                    break;
                case 1:
                    _second |= mask;
                    break;
                default:
                    _third |= mask;
                    break;
            }

            if (isEnoughQuoted && isQuoted)
            {
                _quoted |= SignOf(group);
            }
        }
    }

    private readonly ulong BitsOf(int group) => (((group / 2) switch { 0 => _first, 1 => _second, _ => _third }) >> (32 * (group % 2))) & 0xFFFFFFFF;

    private static SourceSigns SignOf(int group) =>
        SourceSigns.Group | (EvidenceWords.Groups[group].Subject == "webhook" ? SourceSigns.Webhook : SourceSigns.None);

    static EvidenceCount()
    {
        if (EvidenceWords.Groups.Length > MaxGroups || EvidenceWords.Groups.Any(static group => group.Words.Length > 32))
        {
            throw new InvalidOperationException("There are more groups, or more words in a group, than are counted.");
        }
    }
}
