namespace Dialog360.Analyzers.Catalog;

/// <summary>The words of the catalogue by which code speaks of the 24-hour session.</summary>
internal static class SessionWords
{
    /// <summary>What is open or closed.</summary>
    public static readonly HashSet<string> Session = Vocabulary.Of("session");

    /// <summary>States in which free-form messages may be sent.</summary>
    public static readonly HashSet<string> Open = Vocabulary.Of("open");

    /// <summary>States in which only templates may be sent.</summary>
    public static readonly HashSet<string> Closed = Vocabulary.Of("closed");

    /// <summary>Messages that need an open session, each written as one word.</summary>
    public static readonly HashSet<string> FreeForm = Vocabulary.Of("freeForm");

    /// <summary>Of the words for an open session, those by which anything is asked of an object.</summary>
    public static readonly HashSet<string> Ask = Vocabulary.Of("ask");

    /// <summary>What says that one thing is the only one that will do.</summary>
    public static readonly HashSet<string> Requirements = Vocabulary.Of("requirement");

    /// <summary>Inside or outside a stretch of time.</summary>
    public static readonly HashSet<string> Bounds = Vocabulary.Of("bounds");

    /// <summary>Names of a template message.</summary>
    public static readonly HashSet<string> Template = Vocabulary.Of("template");

    /// <summary>Names of the moment at which the session ends.</summary>
    public static readonly HashSet<string> Expiry = Vocabulary.Of("expiry");

    /// <summary>Names of what is left of a stretch of time.</summary>
    public static readonly HashSet<string> Remaining = Vocabulary.Of("remaining");

    /// <summary>Words that turn a name round.</summary>
    public static readonly HashSet<string> Negations = Vocabulary.Of("negation");

    /// <summary>A name with one of these speaks of some other session or window.</summary>
    public static readonly HashSet<string> Others = Vocabulary.Of("otherSession");

    /// <summary>Of these others, the ones that also count in the name of the object that is asked.</summary>
    public static readonly HashSet<string> OtherHolders = Vocabulary.Of("otherSessionHolder");

    /// <summary>Names of a time that only an inbound message sets.</summary>
    public static readonly HashSet<string> Inbound = Vocabulary.Of("inbound");

    /// <summary>Names of the other side, which make a time without another name one of theirs.</summary>
    public static readonly HashSet<string> TheirSide = Vocabulary.Of("theirSide");

    /// <summary>Names of a time that our own messages set.</summary>
    public static readonly HashSet<string> Outbound = Vocabulary.Of("outbound");

    /// <summary>Names of a time that has nothing to do with messages, whatever span it is compared with.</summary>
    public static readonly HashSet<string> OtherTimes = Vocabulary.Of("otherTime");

    /// <summary>Names of queries for what has come in of late.</summary>
    public static readonly HashSet<string> Since = Vocabulary.Of("since");

    /// <summary>Names of queries for what has not come in since.</summary>
    public static readonly HashSet<string> Before = Vocabulary.Of("before");

    /// <summary>Names of conditions by which a message is sent whether the session is open or not.</summary>
    public static readonly HashSet<string> Overrides = Vocabulary.Of("override");

    /// <summary>Names of the present moment.</summary>
    public static readonly HashSet<string> Now = Vocabulary.Of("now");

    /// <summary>Names of a stretch of time that has passed.</summary>
    public static readonly HashSet<string> Elapsed = Vocabulary.Of("elapsed");

    /// <summary>Verbs of methods that throw when something does not hold.</summary>
    public static readonly HashSet<string> Demands = Vocabulary.Of("demand");

    /// <summary>Something that happened once to an order, an account or a record: how long ago is no session.</summary>
    public static readonly HashSet<string> OtherEvents = Vocabulary.Of("otherEvent");

    /// <summary>A message.</summary>
    public static readonly HashSet<string> Message = Vocabulary.Of("message");

    /// <summary>The latest one.</summary>
    public static readonly HashSet<string> Last = Vocabulary.Of("last");

    /// <summary>Verbs of methods that do something.</summary>
    public static readonly HashSet<string> Commands = Vocabulary.Of("command");

    /// <summary>Names of what keeps an answer so that it need not be asked again.</summary>
    public static readonly HashSet<string> Remembered = Vocabulary.Of("remembered");

    /// <summary>Words beside that of a phone number in the name of one that a message can go to.</summary>
    public static readonly HashSet<string> NumberOf = Vocabulary.Of("numberOf");

    /// <summary>Whether one of <paramref name="words"/> is in <paramref name="list"/>.</summary>
    public static bool Any(IEnumerable<string> words, HashSet<string> list) => Vocabulary.Any(words, list);
}
