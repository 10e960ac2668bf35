using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Files;
using Dialog360.Analyzers.Sending.Requests;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>Reads the signs in a stretch of source in one pass over its characters, word by word.</summary>
internal struct SignReader
{
    private const int MinKey = 16;
    private const int MinHash = 16;

    private static readonly WordParts Parts = new WordParts()
        .Add(EvidenceWords.PartsOf("api"), PartPlace.Start, SourceSigns.Api)
        .Add(EvidenceWords.PartsOf("speaks"), PartPlace.Anywhere, SourceSigns.Speaks)
        .Add(EvidenceWords.PartsOf("drained").Concat(Vocabulary.Of("queue")), PartPlace.Anywhere, SourceSigns.Queue)
        .Add(EvidenceWords.PartsOf("helpers").Concat(EvidenceWords.PartsOf("resilience")), PartPlace.Anywhere, SourceSigns.Helper)
        .Add(EvidenceWords.PartsOf("webhook"), PartPlace.Anywhere, SourceSigns.WebhookName)
        .Add(EvidenceWords.PartsOf("sandbox"), PartPlace.End, SourceSigns.Key)
        .Add(BlockRequests.SendNames.Where(static name => name.EndsWith("*", StringComparison.Ordinal)).Select(static name => name.TrimEnd('*').ToLowerInvariant()).Distinct(), PartPlace.Start, SourceSigns.ClientCall);

    /// <summary>The second words of hosts, each with the first.</summary>
    private static readonly Dictionary<int, string> Hosts = EvidenceWords.PartsOf("hosts").Select(static host => host.Split('.')).ToDictionary(static words => NameNumber.Of(words[1]), static words => words[0]);

    private readonly char[] _characters;
    private readonly int _length;
    private SourceSigns _shown;
    private EvidenceCount _groups;
    private LinePlace _line;

    private SignReader(char[] characters, int length)
    {
        _characters = characters;
        _length = length;
        _shown = SourceSigns.None;
        _groups = default;
        _line = default;
    }

    /// <summary>The signs in the first <paramref name="length"/> characters.</summary>
    [MethodImpl(HotLoop.Optimized)]
    public static SourceSigns Read(char[] characters, int length)
    {
        SignReader reader = new(characters, length);
        for (int index = 0; NameNumber.Find(characters, length, ref index);)
        {
            int start = index;
            int number = NameNumber.ReadFolded(characters, length, ref index);
            reader.Add(number, start, index);
        }

        return reader._shown | reader._groups.Signs;
    }

    [MethodImpl(HotLoop.Optimized)]
    private void Add(int number, int start, int end)
    {
        char before = start > 0 ? _characters[start - 1] : ' ';
        if (SignWords.Of(number) is { } word)
        {
            AddWord(word, before, start, end);
        }

        SourceSigns parts = Parts.In(_characters, start, end);
        if (parts != 0 && IsHash(_characters, start, end))
        {
            parts = SourceSigns.None;
        }

        if ((parts & SourceSigns.Api) != 0 && !(before is '"' or '/' or '\'' || (before == '.' && _characters[start] == '3')))
        {
            // A name of code that begins like a host; only texts count.
            parts &= ~SourceSigns.Api;
        }

        if (before == '.' && Hosts.TryGetValue(number, out string? host) && EndsWith(start - 1, host))
        {
            parts |= SourceSigns.Api | SourceSigns.Speaks;
        }

        if (end - start >= MinKey && before is '"' or ' ' or '=' && IsKeyLike(_characters, start, end) && (before == '"' || _line.IsInText(_characters, start)))
        {
            parts |= SourceSigns.Key;
        }

        _shown |= parts;
    }

    private void AddWord(SignWord word, char before, int start, int end)
    {
        switch (word.Kind)
        {
            case SignWordKind.To:
                _shown |= WordPlaces.Of(_characters, _length, start, end) switch
                {
                    WordPlace.Key => SourceSigns.ToKey,
                    WordPlace.Value => SourceSigns.ToValue,
                    WordPlace.Entry => SourceSigns.ToEntry | SourceSigns.ToMember,
                    WordPlace.Member => SourceSigns.ToMember,
                    _ => SourceSigns.None,
                };
                break;
            case SignWordKind.Product:
                _shown |= SourceSigns.Product;
                break;
            case SignWordKind.Content:
                _shown |= WordPlaces.Of(_characters, _length, start, end) is WordPlace.Key or WordPlace.Value or WordPlace.Entry
                    ? SourceSigns.Content | (before == '"' ? SourceSigns.ContentName : SourceSigns.None)
                    : SourceSigns.None;
                break;
            case SignWordKind.Mail:
                _shown |= SourceSigns.Mail;
                break;
            case SignWordKind.From:
                // Whoever answers reads it of the message that came in, and hands it to others.
                WordPlace place = WordPlaces.Of(_characters, _length, start, end);
                _shown |= place == WordPlace.Value || (place == WordPlace.Entry && before != '.' && WordPlaces.IsInBraces(_characters, start)) ? SourceSigns.Mail : SourceSigns.None;
                break;
            case SignWordKind.New:
                _shown |= WordPlaces.Next(_characters, _length, end) is var next && next < _length && _characters[next] == '{' ? SourceSigns.Anonymous : SourceSigns.None;
                break;
        }

        if (word.Places != 0 && !_line.IsInComment(_characters, start))
        {
            _groups.Add(word, isQuoted: before == '"' && end < _length && _characters[end] is '"' or '\\');
        }
    }

    private readonly bool EndsWith(int end, string word)
    {
        if (end < word.Length)
        {
            return false;
        }

        for (int index = 0; index < word.Length; index++)
        {
            if (char.ToLowerInvariant(_characters[end - word.Length + index]) != word[index])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a word is a long number (<c>cd360e9d33aef607</c>) in which letters stand by chance.</summary>
    private static bool IsHash(char[] characters, int start, int end)
    {
        if (end - start < MinHash)
        {
            return false;
        }

        for (int index = start; index < end; index++)
        {
            if (!Uri.IsHexDigit(characters[index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a word has digits and letters, as keys have.</summary>
    [MethodImpl(HotLoop.Optimized)]
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
}
