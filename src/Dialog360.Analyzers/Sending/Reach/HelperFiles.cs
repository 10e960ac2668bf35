using System.Collections;
using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>
/// The files that answer for calls which others make through them: they speak of WhatsApp and ask a client for something, or an involved member hands them a
/// delegate.
/// </summary>
internal sealed class HelperFiles
{
    private static readonly int[] Delegates = [.. new[] { "Func", "Action", "RequestDelegate" }.Select(NameNumber.Of)];

    private readonly NameIndex _index;
    private readonly int[]?[] _members;
    private readonly Dictionary<(int Name, int Type), bool> _isNamed = [];

    private HelperFiles(NameIndex index, int[]?[] members)
    {
        _index = index;
        _members = members;
    }

    /// <summary>Those of a program.</summary>
    /// <param name="trees">Its files.</param>
    /// <param name="index">Their names.</param>
    /// <param name="asking">Those that ask a client for something.</param>
    /// <param name="members">The involved members of each file.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static BitArray Find(ImmutableArray<SyntaxTree> trees, NameIndex index, BitArray asking, int[]?[] members, CancellationToken cancellationToken)
    {
        HelperFiles finder = new(index, members);
        BitArray helpers = new(trees.Length);
        for (int file = 0; file < trees.Length; file++)
        {
            helpers[file] = asking[file] && (TextEvidence.Of(trees[file], cancellationToken) & SourceSigns.Speaks) != 0;
        }

        foreach (int file in Delegates.SelectMany(index.FilesWith).Distinct())
        {
            helpers[file] |= finder.HasNamed(file);
        }

        return helpers;
    }

    private bool HasNamed(int file)
    {
        foreach (OutlineMember member in _index.OutlineOf(file).Members)
        {
            if (member.Kind is OutlineKind.Method or OutlineKind.Constructor && member.Parameters.HasAny(Delegates) && IsNamed(member.Name, member.IsExtension ? 0 : member.Type?.Name ?? 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an involved member names it and may have an object of its type.</summary>
    private bool IsNamed(int name, int type)
    {
        if (!_isNamed.TryGetValue((name, type), out bool isNamed))
        {
            BitArray? knowing = type != 0 ? _index.Objects.KnowingOf(type, name) : null;
            isNamed = Array.Exists(_index.FilesWith(name), file => (knowing is null || knowing[file]) && Array.Exists(_members[file] ?? [], number => _index.OutlineOf(file).Members[number].Words.Has(name)));
            _isNamed.Add((name, type), isNamed);
        }

        return isNamed;
    }
}
