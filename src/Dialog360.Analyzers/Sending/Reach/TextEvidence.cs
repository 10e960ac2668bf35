using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program.Files;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>What a stretch of source shows, by its characters alone. Too much may be shown, never too little.</summary>
[Flags]
internal enum SourceSigns
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><c>to</c> as the key of JSON or of an entry: in quotation marks, or before a colon.</summary>
    ToKey = 1,

    /// <summary><c>to</c> that is given a value.</summary>
    ToValue = 2,

    /// <summary><c>to</c> that may be a member without a name of its own: <c>new { to, text }</c>, a field, a property, a parameter of a record.</summary>
    ToMember = 4,

    /// <summary><c>recipient_type</c> or <c>messaging_product</c>, in any spelling, or the factory of the SDK.</summary>
    Product = 8,

    /// <summary>A host, header or value of the API in a text.</summary>
    Api = 16,

    /// <summary><c>type</c> or a type of messages.</summary>
    Content = 32,

    /// <summary>An anonymous object.</summary>
    Anonymous = 64,

    /// <summary>A text that looks like an API key.</summary>
    Key = 128,

    /// <summary>A name that begins like a call of a client.</summary>
    ClientCall = 256,

    /// <summary>Words of a group of <c>evidence.json</c>, enough of them.</summary>
    Group = 512,

    /// <summary>Words of resilience libraries, registrations of clients.</summary>
    Helper = 1024,
}

/// <summary>Reads what source shows.</summary>
internal sealed class TextEvidence
{
    private const int MinKey = 16;

    private static readonly ConditionalWeakTable<SyntaxTree, TextEvidence> Cache = new();

    private static readonly int To = Number("to");
    private static readonly int New = Number("new");
    private static readonly HashSet<int> Products = [Number("recipient_type"), Number("messaging_product"), Number(SdkFactoryReader.Factory)];
    private static readonly Lazy<HashSet<int>> Contents = new(static () => [.. MessageSchema.Types.Select(Number), Number("type")]);
    private static readonly string[] ApiStarts = ["whatsapp", "360dialog", "d360", "graph", "waba"];
    private static readonly string[] HelperParts = ["polly", "retry", "retries", "resilience", "transienthttperror", "policyhandler", "hangfire", "masstransit", "outbox", "deadletter", "addhttpclient", "addrefitclient", "restservice"];
    private static readonly Lazy<string[]> CallStarts = new(static () => [.. BlockRequests.SendNames.Where(static name => name.EndsWith("*", StringComparison.Ordinal)).Select(static name => name.TrimEnd('*').ToLowerInvariant())]);
    private static readonly Lazy<Dictionary<int, (int Group, int Bit)>> GroupWords = new(static () => EvidenceWords.Groups
        .SelectMany(static (group, index) => group.Words.Select((word, bit) => (Number: NameNumber.Of(word), index, bit)))
        .GroupBy(static each => each.Number)
        .ToDictionary(static each => each.Key, static each => (each.First().index, each.First().bit)));

    private TextEvidence(SourceSigns shown)
    {
        SourceSigns = shown;
    }

    /// <summary>What the file shows.</summary>
    public SourceSigns SourceSigns { get; }

    /// <summary>What that file shows; kept with its tree.</summary>
    public static SourceSigns Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Cache.TryGetValue(tree, out TextEvidence? known))
        {
            return known.SourceSigns;
        }

        SourceText text = tree.GetText(cancellationToken);
        TextEvidence evidence = new(In(text, new TextSpan(0, text.Length)));
        return Cache.GetValue(tree, _ => evidence).SourceSigns;
    }

    /// <summary>What a stretch of a text shows.</summary>
    public static SourceSigns In(SourceText text, TextSpan span) => TextBuffer.Read(text, span, 0, static (characters, length, _) => Read(characters, length));

    /// <summary>Whether it shows a message that somebody writes.</summary>
    public static bool IsMessage(SourceSigns shown) =>
        (shown & (SourceSigns.Product | SourceSigns.Api)) != 0 || (MayBeMessage(shown) && (shown & SourceSigns.Content) != 0);

    /// <summary>Whether it may show a part of a message.</summary>
    public static bool MayBeMessage(SourceSigns shown) =>
        (shown & (SourceSigns.ToKey | SourceSigns.ToValue)) != 0 || (shown & (SourceSigns.ToMember | SourceSigns.Anonymous)) == (SourceSigns.ToMember | SourceSigns.Anonymous);

    private static SourceSigns Read(char[] characters, int length)
    {
        SourceSigns shown = SourceSigns.None;
        ulong[] groups = new ulong[EvidenceWords.Groups.Length];
        for (int index = 0; index < length;)
        {
            if (NameNumber.PartAt(characters, length, index, out _) == 0)
            {
                index++;
                continue;
            }

            int start = index;
            int number = Folded(characters, length, ref index);
            char before = start > 0 ? characters[start - 1] : ' ';
            char after = Next(characters, length, index);
            if (number == To)
            {
                shown |= Around(before, after, characters, length, index);
            }
            else if (Products.Contains(number))
            {
                shown |= SourceSigns.Product;
            }
            else if (Contents.Value.Contains(number))
            {
                shown |= SourceSigns.Content;
            }
            else if (number == New)
            {
                shown |= after == '{' ? SourceSigns.Anonymous : SourceSigns.None;
            }
            else
            {
                if ((before is '"' or '/' or '\'' || (before == '.' && characters[start] == '3')) && StartsWithAny(characters, start, index, ApiStarts))
                {
                    shown |= SourceSigns.Api;
                }

                if (index - start >= MinKey && before is '"' or ' ' && IsKeyLike(characters, start, index))
                {
                    shown |= SourceSigns.Key;
                }

                if (StartsWithAny(characters, start, index, CallStarts.Value))
                {
                    shown |= SourceSigns.ClientCall;
                }

                if (ContainsAny(characters, start, index, HelperParts))
                {
                    shown |= SourceSigns.Helper;
                }

                if (EndsWith(characters, start, index, "sandbox"))
                {
                    shown |= SourceSigns.Key;
                }
            }

            if (GroupWords.Value.TryGetValue(number, out (int Group, int Bit) word))
            {
                groups[word.Group] |= 1UL << word.Bit;
            }
        }

        for (int group = 0; group < EvidenceWords.Groups.Length; group++)
        {
            int count = 0;
            for (ulong bits = groups[group]; bits != 0; bits &= bits - 1)
            {
                count++;
            }

            shown |= count >= EvidenceWords.Groups[group].Least ? SourceSigns.Group : SourceSigns.None;
        }

        return shown;
    }

    private static SourceSigns Around(char before, char after, char[] characters, int length, int index)
    {
        bool isQuoted = before is '"' or '\'' or '\\' or '{' or ',';
        return after switch
        {
            '"' or '\'' or '\\' => SourceSigns.ToKey,
            ':' => SourceSigns.ToKey,
            '=' when SecondNext(characters, length, index) is not ('=' or '>') => SourceSigns.ToValue,
            ',' or '}' or '{' or ';' or ')' or '=' or '/' or '[' => SourceSigns.ToMember | (isQuoted && before is '"' or '\'' ? SourceSigns.ToKey : SourceSigns.None),
            _ => isQuoted && before != ',' && before != '{' ? SourceSigns.ToKey : SourceSigns.None,
        };
    }

    private static char Next(char[] characters, int length, int index)
    {
        while (index < length && char.IsWhiteSpace(characters[index]))
        {
            index++;
        }

        return index < length ? characters[index] : '\0';
    }

    private static char SecondNext(char[] characters, int length, int index)
    {
        while (index < length && char.IsWhiteSpace(characters[index]))
        {
            index++;
        }

        return index + 1 < length ? characters[index + 1] : '\0';
    }

    /// <summary>The number of a word without case and underscores.</summary>
    private static int Folded(char[] characters, int length, ref int index)
    {
        uint hash = NameNumber.Basis;
        while (index < length && NameNumber.PartAt(characters, length, index, out char part) is var width && width > 0)
        {
            index += width;
            if (part != '_')
            {
                hash = NameNumber.Add(hash, part is >= 'A' and <= 'Z' ? (char)(part | 0x20) : part < 128 ? part : char.ToLowerInvariant(part));
            }
        }

        return (int)hash;
    }

    private static int Number(string word) => NameNumber.Of(EvidenceWords.Fold(word));

    private static bool IsKeyLike(char[] characters, int start, int end)
    {
        bool hasDigit = false;
        bool hasLetter = false;
        for (int index = start; index < end; index++)
        {
            hasDigit |= characters[index] is >= '0' and <= '9';
            hasLetter |= characters[index] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
        }

        return hasDigit && hasLetter;
    }

    private static bool StartsWithAny(char[] characters, int start, int end, string[] words)
    {
        foreach (string word in words)
        {
            if (end - start >= word.Length && IsAt(characters, start, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWith(char[] characters, int start, int end, string word) => end - start >= word.Length && IsAt(characters, end - word.Length, word);

    private static bool ContainsAny(char[] characters, int start, int end, string[] words)
    {
        foreach (string word in words)
        {
            for (int index = start; index + word.Length <= end; index++)
            {
                if (IsAt(characters, index, word))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsAt(char[] characters, int start, string word)
    {
        for (int offset = 0; offset < word.Length; offset++)
        {
            char character = characters[start + offset];
            if (character != word[offset] && !(character is >= 'A' and <= 'Z' && (character | 0x20) == word[offset]))
            {
                return false;
            }
        }

        return true;
    }
}
