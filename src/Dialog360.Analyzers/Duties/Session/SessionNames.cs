using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Sending.Time;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>Judges names: whether one says that the session is open, or closed (form b of DLG0201).</summary>
internal static class SessionNames
{
    /// <summary>Shorter names of a session or a state stand in other words by chance.</summary>
    private const int ShortestNoun = 6;

    private const int ShortestState = 4;

    /// <summary>What a name says.</summary>
    /// <param name="own">The words of the call, property, field or local.</param>
    /// <param name="holder">The words of what it belongs to: the object that is asked and its type.</param>
    public static SessionSense SenseOf(ImmutableArray<string> own, ImmutableArray<string> holder)
    {
        if (SessionWords.Any(own, SessionWords.Others) || SessionWords.Any(holder, SessionWords.OtherHolders))
        {
            return SessionSense.None;
        }

        if (TemplateOnly(own) is { } template)
        {
            return template;
        }

        bool itself = SpeaksOfSession(own);
        if (!itself && (!SpeaksOfSession(holder) || SessionWords.Any(holder, SessionWords.Others)))
        {
            return Within24Hours(own) ? StateOf(own) : SessionSense.None;
        }

        // session.HasConsent, conversation.CanBeArchived: of a session, but not about its being open.
        return itself ? StateOf(own) : StateOf(own.RemoveAll(SessionWords.Ask.Contains));
    }

    /// <summary>Whether the words name a session, a window, a conversation or free form.</summary>
    public static bool SpeaksOfSession(ImmutableArray<string> words)
    {
        for (int index = 0; index < words.Length; index++)
        {
            if (SessionWords.Session.Contains(words[index])
                || NameWords.SaysAt(words, index, SessionWords.FreeForm)
                || (words[index] == "can" && index + 1 < words.Length && words[index + 1] == "reply")
                || (words[index] is "re" && index + 1 < words.Length && words[index + 1] == "engagement")
                || words[index] is "reengagement")
            {
                return true;
            }

            if (words[index].Length > 8 && IsRunTogether(words[index]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the words name the moment at which the session ends.</summary>
    public static bool IsExpiry(ImmutableArray<string> own, ImmutableArray<string> holder) =>
        !SessionWords.Any(own, SessionWords.Others) && !SessionWords.Any(holder, SessionWords.OtherHolders)
        && SessionWords.Any(own, SessionWords.Expiry)
        && (SpeaksOfSession(own) || (SpeaksOfSession(holder) && !SessionWords.Any(holder, SessionWords.Others)));

    /// <summary>Whether the words are the name of free form itself, as what a window allows.</summary>
    public static bool IsFreeForm(ImmutableArray<string> words) => words.Length is 1 or 2 && SessionWords.FreeForm.Contains(string.Concat(words));

    /// <summary>Whether the words name what is left of the session.</summary>
    public static bool IsRemainder(ImmutableArray<string> own, ImmutableArray<string> holder) =>
        !SessionWords.Any(own, SessionWords.Others) && !SessionWords.Any(holder, SessionWords.OtherHolders)
        && SessionWords.Any(own, SessionWords.Remaining) && (SpeaksOfSession(own) || SpeaksOfSession(holder));

    /// <summary>What the words say of the state, once it is known that they are about the session.</summary>
    public static SessionSense StateOf(ImmutableArray<string> words)
    {
        bool open = false;
        bool closed = false;
        bool negated = false;
        foreach (string word in words)
        {
            // What is both a state and a way to ask ("in", "has", "can") gives way to a state proper.
            closed |= SessionWords.Closed.Contains(word) || EndsRunTogether(word, SessionWords.Closed);
            open |= SessionWords.Open.Contains(word) || EndsRunTogether(word, SessionWords.Open);
            negated |= SessionWords.Negations.Contains(word) || word is "required" or "requires" or "needs";
        }

        SessionSense sense = closed ? SessionSense.Closed : open ? SessionSense.Open : SessionSense.None;
        bool reEngages = Contains(words, "reengagement") || Contains(words, "engagement");
        return reEngages ? SessionSense.Closed : negated ? sense.Negate() : sense;
    }

    /// <summary><c>RequiresTemplate</c>, <c>MustUseTemplate</c>, <c>TemplateOnly</c>: closed.</summary>
    private static SessionSense? TemplateOnly(ImmutableArray<string> words)
    {
        if (!SessionWords.Any(words, SessionWords.Template) || !SessionWords.Any(words, SessionWords.Requirements))
        {
            return null;
        }

        return SessionWords.Any(words, SessionWords.Negations) ? SessionSense.Open : SessionSense.Closed;
    }

    private static bool Within24Hours(ImmutableArray<string> words)
    {
        bool hours = false;
        bool within = false;
        foreach (string word in words)
        {
            hours |= word is "24" or "twentyfour" or "24h" || (word == "twenty" && Contains(words, "four"));
            within |= SessionWords.Bounds.Contains(word);
        }

        return hours && within && !SessionWords.Any(words, SessionWords.OtherTimes);
    }

    /// <summary>A session word and a state written as one: <c>sessionopen</c>.</summary>
    private static bool IsRunTogether(string word)
    {
        foreach (string noun in SessionWords.Session)
        {
            if (noun.Length >= ShortestNoun && word.Contains(noun))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsRunTogether(string word, HashSet<string> states)
    {
        foreach (string state in states)
        {
            if (state.Length >= ShortestState && word.Length > state.Length + 4 && (word.EndsWith(state, StringComparison.Ordinal) || word.StartsWith(state, StringComparison.Ordinal)) && IsRunTogether(word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(ImmutableArray<string> words, string word) => words.IndexOf(word) >= 0;
}
