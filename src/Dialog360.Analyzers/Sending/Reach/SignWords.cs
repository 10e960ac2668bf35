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
}

/// <summary>A word that counts as a whole.</summary>
/// <param name="Kind">What it is a sign of.</param>
/// <param name="Places">Its places in the groups of <c>evidence.json</c>.</param>
internal sealed record SignWord(SignWordKind Kind, EvidencePlace[] Places);

/// <summary>A word of a group of <c>evidence.json</c>.</summary>
/// <param name="Group">The number of the group.</param>
/// <param name="Bit">The number of the word in it.</param>
/// <param name="IsEnoughQuoted">Whether it is enough alone as a key in quotation marks.</param>
internal readonly record struct EvidencePlace(int Group, int Bit, bool IsEnoughQuoted);

/// <summary>The words that count as a whole, without regard to case and underscores.</summary>
internal static class SignWords
{
    private static readonly Lazy<Dictionary<int, SignWord>> All = new(Read);

    /// <summary>The word of that number; null for all others.</summary>
    public static SignWord? Of(int number) => All.Value.TryGetValue(number, out SignWord? word) ? word : null;

    private static Dictionary<int, SignWord> Read()
    {
        Dictionary<int, SignWord> words = [];
        foreach ((string content, SignWordKind kind) in MessageSchema.Types.Append("type").Select(static type => (type, SignWordKind.Content))
            .Concat(new[] { "recipient_type", "messaging_product", SdkFactoryReader.Factory }.Select(static product => (product, SignWordKind.Product)))
            .Append(("to", SignWordKind.To)).Append(("new", SignWordKind.New)))
        {
            words[Number(content)] = new SignWord(kind, []);
        }

        for (int group = 0; group < EvidenceWords.Groups.Length; group++)
        {
            EvidenceGroup read = EvidenceWords.Groups[group];
            for (int bit = 0; bit < read.Words.Length; bit++)
            {
                int number = Number(read.Words[bit]);
                SignWord word = words.TryGetValue(number, out SignWord? known) ? known : new SignWord(SignWordKind.None, []);
                words[number] = word with { Places = word.Places.Append(new EvidencePlace(group, bit, read.Quoted.Contains(read.Words[bit]))).ToArray() };
            }
        }

        return words;
    }

    private static int Number(string word) => NameNumber.Of(EvidenceWords.Fold(word));
}
