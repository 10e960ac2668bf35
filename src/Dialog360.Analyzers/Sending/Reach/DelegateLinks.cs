using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>Who calls a field, property or event that holds a function runs what was put into it.</summary>
internal sealed class DelegateLinks
{
    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly NameIndex _index;
    private readonly ReachWork _work;
    private readonly Dictionary<int, List<Question>> _given = [];

    /// <summary>Creates it for the files of a program.</summary>
    public DelegateLinks(ImmutableArray<SyntaxTree> trees, NameIndex index, ReachWork work)
    {
        _trees = trees;
        _index = index;
        _work = work;
        Given = new List<GivenDelegate>?[trees.Length];
    }

    /// <summary>The delegates that the reached members of each file fill; null for none.</summary>
    public List<GivenDelegate>?[] Given { get; }

    /// <summary>Adds the delegates that a member fills.</summary>
    public void Add(int node, int file, int number, OutlineMember member, CancellationToken cancellationToken)
    {
        foreach (GivenDelegate filled in FilledDelegates.Of(_trees[file], number, member, cancellationToken))
        {
            (Given[file] ??= []).Add(filled);
            Question call = new(QuestionKind.Delegate, filled.Target, file);
            if (filled.Source == 0)
            {
                _work.Ask(node, call);
            }
            else if (_work.Graph.NodeIfAsked(new Question(QuestionKind.Given, filled.Source, 0)) is { } asked)
            {
                _work.Ask(asked, call);
            }
            else
            {
                // Whether the method leads to a send is not known yet.
                if (!_given.TryGetValue(filled.Source, out List<Question>? targets))
                {
                    _given.Add(filled.Source, targets = []);
                }

                targets.Add(call);
            }
        }
    }

    /// <summary>The delegates into which a method of that name was put.</summary>
    public void FindGiven(int node, int name)
    {
        foreach (Question target in _given.TryGetValue(name, out List<Question>? targets) ? targets : [])
        {
            _work.Ask(node, target);
        }
    }

    /// <summary>Those that name a field, property or event of that name to which a file gives a function: the file sees it and may have an object of its type.</summary>
    public void FindCalls(int node, int name, int from)
    {
        foreach (int file in _index.FilesWith(name))
        {
            foreach (OutlineMember member in _index.OutlineOf(file).Members)
            {
                if (member.Kind == OutlineKind.Value && member.Name == name && FilledDelegates.MayHoldOne(member, _index) && (file == from || (member.IsVisible && (member.Type is not { } type || _index.Objects.Knows(from, type.Name)))))
                {
                    _work.Ask(node, NamingAnswers.NamingOf(file, member));
                }
            }
        }
    }
}
