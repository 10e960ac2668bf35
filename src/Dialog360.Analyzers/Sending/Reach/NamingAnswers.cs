using System.Collections;
using Dialog360.Analyzers.Program.Files;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>Answers the questions of a reach that ask who names a member or creates an object.</summary>
internal sealed class NamingAnswers
{
    /// <summary>The words that make an object without naming its type.</summary>
    public static readonly int[] Unnamed = [NameNumber.ImplicitNew, NameNumber.Of("with")];

    private readonly NameIndex _index;
    private readonly ReachWork _work;

    /// <summary>Creates it.</summary>
    public NamingAnswers(NameIndex index, ReachWork work)
    {
        _index = index;
        _work = work;
    }

    /// <summary>The names of the members that only their own files see, of which it was asked who names them.</summary>
    public HashSet<int> Privates { get; } = [];

    /// <summary>The question who names a member.</summary>
    public static Question NamingOf(int file, OutlineMember member) =>
        !member.IsVisible ? new(QuestionKind.Private, member.Name, file)
        : member.IsExtension ? new(QuestionKind.Extension, member.Name, file)
        : new(QuestionKind.Naming, member.Name, member.Type?.Name ?? 0);

    /// <summary>Those that name a member, where they may have an object of its type.</summary>
    public void FindNaming(int node, int name, int type)
    {
        _work.Ask(node, new Question(QuestionKind.Given, name, 0));
        BitArray? knowing = type != 0 ? _index.Objects.KnowingOf(type, name) : null;
        foreach (int file in _index.FilesWith(name))
        {
            if (knowing is null || knowing[file])
            {
                _work.AddNaming(node, file, name);
            }
        }
    }

    /// <summary>Those that name an extension method, where they can see it: as one of its object, or through its class.</summary>
    public void FindExtended(int node, int name, int declaring)
    {
        _work.Ask(node, new Question(QuestionKind.Given, name, 0));
        foreach (int file in _index.FilesWith(name))
        {
            if (_index.SeesNamespaceOf(declaring, file))
            {
                _work.AddNaming(node, file, name);
            }
        }
    }

    /// <summary>Those that name a member that only its own file sees.</summary>
    public void FindPrivate(int node, int name, int file)
    {
        Privates.Add(name);
        _work.Ask(node, new Question(QuestionKind.Given, name, 0));
        _work.AddNaming(node, file, name);
    }

    /// <summary>Those that create an object of a type or of one derived from it, and the constructors that run its own.</summary>
    public void FindCreations(int node, int type)
    {
        HashSet<int> derived = _index.Families.DerivedFrom(type);
        HashSet<int> carriers = [.. derived, .. _index.Objects.CarriersOf(derived)];
        BitArray knowing = _index.Objects.KnowingOf(type);
        for (int file = 0; file < _index.Count; file++)
        {
            if (knowing[file])
            {
                AddCreationsIn(node, file, derived, carriers);
            }
        }
    }

    /// <summary>Those that may have an object of a type at all: they name the type or a member that gives one.</summary>
    public void FindMentions(int node, int type, int word)
    {
        HashSet<int> names = _index.Families.RelativesOf(type);
        BitArray knowing = _index.Objects.KnowingOf(type);
        names.UnionWith(_index.Objects.CarriersOf(names));
        foreach (int name in names)
        {
            foreach (int file in _index.FilesWith(name))
            {
                if (knowing[file])
                {
                    _work.AddNaming(node, file, name, word);
                }
            }
        }
    }

    private void AddCreationsIn(int node, int file, HashSet<int> derived, HashSet<int> carriers)
    {
        WordSet words = _index.WordsOf(file);
        if (words.HasAny(derived))
        {
            _work.AddWhere(node, file, derived, static (member, derived) => member.Created.HasAny(derived) || (member.Kind == OutlineKind.Constructor && derived.Contains(member.Name)));
        }

        if (words.HasAny(Unnamed))
        {
            // What has the type stands beside it, or something of this file that is declared with the type.
            HashSet<int> own = [.. _index.OutlineOf(file).Members.Where(member => member.Header.HasAny(derived)).Select(static member => member.Name)];
            _work.AddWhere(node, file, (carriers, own), static (member, names) => member.Words.HasAny(Unnamed) && (IsAny(member, names.carriers) || IsAny(member, names.own)));
        }
    }

    private static bool IsAny(OutlineMember member, HashSet<int> names) => names.Count > 0 && (names.Contains(member.Name) || member.Words.HasAny(names));
}
