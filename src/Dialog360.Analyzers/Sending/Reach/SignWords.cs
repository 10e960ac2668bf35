using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program.Files;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>What a whole word may be a sign of by itself.</summary>
internal enum SignWordKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The recipient: what stands around it decides.</summary>
    To,

    /// <summary><c>new</c>: of an anonymous object, where a brace follows.</summary>
    New,

    /// <summary>A member that only messages have, or the factory of the SDK.</summary>
    Product,

    /// <summary><c>type</c> or a type of messages.</summary>
    Content,

    /// <summary>A word of mail.</summary>
    Mail,

    /// <summary>The sender, which stands beside a recipient in mail and in ranges of dates, and never in a message.</summary>
    From,
}

/// <summary>A word that counts as a whole.</summary>
/// <param name="Kind">What it is a sign of.</param>
/// <param name="Places">Its bits in the groups of <c>evidence.json</c>, whose words are numbered through.</param>
/// <param name="EnoughQuoted">What it is a sign of alone, as a key in quotation marks.</param>
internal sealed record SignWord(SignWordKind Kind, ulong Places = 0, SourceSigns EnoughQuoted = SourceSigns.None);

/// <summary>The words that count as a whole, without regard to case and underscores.</summary>
internal static class SignWords
{
    private const int MaxWords = 64;

    private const int FilterLength = 1 << 12;

    private static readonly Lazy<(Dictionary<int, SignWord> Words, bool[] Filter)> All = new(static () =>
    {
        Dictionary<int, SignWord> words = Read();
        bool[] filter = new bool[FilterLength];
        foreach (int number in words.Keys)
        {
            filter[number & (FilterLength - 1)] = true;
        }

        return (words, filter);
    });

    /// <summary>The word of that number; null for all others.</summary>
    [MethodImpl(HotLoop.Optimized)]
    public static SignWord? Of(int number) =>
        All.Value is var (words, filter) && filter[number & (FilterLength - 1)] && words.TryGetValue(number, out SignWord? word) ? word : null;

    /// <summary>What the name of a field or property says by itself.</summary>
    public static SourceSigns SignsOf(string name) => Of(Number(name))?.Kind switch
    {
        SignWordKind.To => SourceSigns.ToMember,
        SignWordKind.Product => SourceSigns.Product,
        SignWordKind.Content => SourceSigns.Content,
        SignWordKind.Mail or SignWordKind.From => SourceSigns.Mail,
        _ => SourceSigns.None,
    };

    private static Dictionary<int, SignWord> Read()
    {
        Dictionary<int, SignWord> words = [];
        foreach ((string content, SignWordKind kind) in MessageSchema.Types.Append("type").Select(static type => (type, SignWordKind.Content))
            .Concat(new[] { "recipient_type", "messaging_product", SdkFactoryReader.Factory }.Select(static product => (product, SignWordKind.Product)))
            .Concat(EvidenceWords.PartsOf("mail").Select(static word => (word, SignWordKind.Mail)))
            .Concat(EvidenceWords.PartsOf("sender").Select(static word => (word, SignWordKind.From)))
            .Append(("to", SignWordKind.To)).Append(("new", SignWordKind.New)))
        {
            words[Number(content)] = new SignWord(kind);
        }

        int bit = 0;
        foreach (EvidenceGroup group in EvidenceWords.Groups)
        {
            foreach (string text in group.Words)
            {
                int number = Number(text);
                SignWord word = words.TryGetValue(number, out SignWord? known) ? known : new SignWord(SignWordKind.None);
                words[number] = word with
                {
                    Places = word.Places | (bit < MaxWords ? 1UL << bit++ : throw new InvalidOperationException("The groups have more words than are counted.")),
                    EnoughQuoted = word.EnoughQuoted | (group.Quoted.Contains(text) ? EvidenceCount.SignOf(group) : SourceSigns.None),
                };
            }
        }

        return words;
    }

    private static int Number(string word) => NameNumber.Of(EvidenceWords.Fold(word));
}
