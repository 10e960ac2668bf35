using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;

namespace Dialog360.Analyzers.Catalog;

/// <summary>
/// The words of one rule's messages, from the catalogue: what is wrong, the error that it leads to in the generation of the code, and what to do.
/// Read when something is found; code without a finding never pays for it.
/// </summary>
internal sealed class RuleWords
{
    private const string UsualKind = "usual";

    private static readonly ConcurrentDictionary<string, RuleWords> Known = new(StringComparer.Ordinal);

    private readonly ErrorCatalog _catalog;
    private readonly RuleEntry _rule;

    /// <summary>The words of the rule of that number in <paramref name="catalog"/>.</summary>
    public RuleWords(ErrorCatalog catalog, string rule)
    {
        _catalog = catalog;
        _rule = catalog.Rules.First(each => each.Id == rule);
    }

    /// <summary>The words of the rule of that number.</summary>
    public static RuleWords Of(string rule) => Known.GetOrAdd(rule, static id => new RuleWords(ErrorCatalog.Current, id));

    /// <summary>A piece of a message, with <paramref name="arguments"/> in its placeholders.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue does not list it.</exception>
    public string Phrase(string name, params string[] arguments) => Fill(_rule.Phrases[name], arguments);

    /// <summary>What to do, to be put at the end of a message; empty where <paramref name="name"/> is null.</summary>
    public string Advice(string? name, params string[] arguments) => name is null ? string.Empty : Fill(_catalog.Phrases["advice"], Phrase(name, arguments));

    /// <summary>
    /// The codes of the errors that a finding leads to: those of the generation of the code; of both, the Cloud first, where <paramref name="isCloud"/> is
    /// null. Where only one API documents one, that one.
    /// </summary>
    /// <param name="isCloud">Whether the code is written for the Cloud API; null where it does not show it.</param>
    /// <param name="kinds">The kinds of defect, the narrowest first: the first that the catalogue lists counts, else the usual one.</param>
    public string Errors(bool? isCloud, params string?[] kinds)
    {
        (ImmutableArray<string> cloud, ImmutableArray<string> onPremises) = _rule.Errors[kinds.FirstOrDefault(kind => kind is not null && _rule.Errors.ContainsKey(kind)) ?? UsualKind];
        return cloud.IsEmpty || (isCloud == false && !onPremises.IsEmpty) ? CodesOf(onPremises)
            : onPremises.IsEmpty || isCloud == true ? CodesOf(cloud)
            : Fill(_catalog.Phrases["both"], CodesOf(cloud), CodesOf(onPremises));
    }

    /// <summary>Words as they are, one after the other, the last two joined by "and".</summary>
    public string AndPlain(IEnumerable<string> words) => Join(words, "and");

    /// <summary>Words in quotes, one after the other, the last two joined by "and".</summary>
    public string And(IEnumerable<string> words) => Join(words.Select(Quoted), "and");

    /// <summary>Words in quotes, one after the other, the last two joined by "or".</summary>
    public string Or(IEnumerable<string> words) => Join(words.Select(Quoted), "or");

    /// <summary>Words as they are, the last two joined by "or".</summary>
    public string OrPlain(IEnumerable<string> words) => Join(words, "or");

    private string CodesOf(ImmutableArray<string> keys) =>
        Join(keys.Select(key => _catalog.Entry(key).Code?.ToString(CultureInfo.InvariantCulture) ?? _catalog.Entry(key).Title), "or");

    private string Quoted(string word) => Fill(_catalog.Phrases["quoted"], word);

    private string Join(IEnumerable<string> words, string last)
    {
        string[] all = words.ToArray();
        string joined = all.Length == 0 ? string.Empty : all[0];
        for (int index = 1; index < all.Length; index++)
        {
            joined = Fill(_catalog.Phrases[index == all.Length - 1 ? last : "comma"], joined, all[index]);
        }

        return joined;
    }

    private static string Fill(string phrase, params string[] arguments) => arguments.Length == 0 ? phrase : string.Format(CultureInfo.InvariantCulture, phrase, arguments);
}
