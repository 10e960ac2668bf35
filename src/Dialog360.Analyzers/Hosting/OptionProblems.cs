using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Files;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Hosting;

/// <summary>What of the options cannot be used, each key once, with the first file that it applies to.</summary>
internal sealed class OptionProblems
{
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellationToken;
    private readonly List<(SyntaxTree Tree, AnalyzerConfigOptions Options)> _files = [];
    private readonly Dictionary<(string Key, string Value), string?> _reasons = [];
    private bool? _sends;

    /// <summary>Finds the files that have options of this package.</summary>
    public OptionProblems(Compilation compilation, IEnumerable<OptionGroup> groups, AnalyzerConfigOptions global, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _cancellationToken = cancellationToken;
        bool isGlobal = HasKeys(global);

        foreach (OptionGroup group in groups)
        {
            if ((HasKeys(group.Options) ? group.Options : isGlobal ? global : null) is { } options)
            {
                _files.AddRange(group.FilesIn(compilation).Select(tree => (tree, options)));
            }
        }

        _files.Sort(static (left, right) => string.CompareOrdinal(left.Tree.FilePath, right.Tree.FilePath));
    }

    /// <summary>The problems, in the order of the files and the keys.</summary>
    public IEnumerable<(string Key, string Reason, Location Place)> All()
    {
        HashSet<string> reported = new(StringComparer.OrdinalIgnoreCase);
        foreach ((SyntaxTree tree, AnalyzerConfigOptions options) in _files)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            bool? isGenerated = null;
            foreach (string key in KeysOf(options).Where(IsOurs).OrderBy(static key => key, StringComparer.Ordinal))
            {
                if (!reported.Contains(key) && options.TryGetValue(key, out string? value) && ReasonFor(key, value) is { } reason
                    && !(isGenerated ??= GeneratedFiles.Holds(tree, options, _cancellationToken)) && reported.Add(key))
                {
                    yield return (key, reason, Location.Create(tree, default));
                }
            }
        }
    }

    private static bool IsOurs(string key) => key.StartsWith(Options.Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The keys; none in a host that does not tell them.</summary>
    private static IEnumerable<string> KeysOf(AnalyzerConfigOptions options)
    {
        try
        {
            return options.Keys;
        }
        catch (NotImplementedException)
        {
            return [];
        }
    }

    private static bool HasKeys(AnalyzerConfigOptions options)
    {
        foreach (string key in KeysOf(options))
        {
            if (IsOurs(key))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Why a key cannot be used, or null; found out once for all files that have it.</summary>
    private string? ReasonFor(string key, string value)
    {
        if (!_reasons.TryGetValue((key, value), out string? reason))
        {
            reason = OptionValues.ProblemOf(key, value) ?? NameProblem(key, value);
            _reasons.Add((key, value), reason);
        }

        return reason;
    }

    /// <summary>Names that no method has. Solutions share their options, so they are looked up only where messages are sent.</summary>
    private string? NameProblem(string key, string value)
    {
        if (Options.Of(key) is not { NamesMethods: true } option)
        {
            return null;
        }

        NamedMembers members = new(_compilation, option == Options.SessionCheckMethods, _cancellationToken);
        List<string> problems = OptionValues.Split(value).Select(members.ProblemOf).OfType<string>().ToList();
        return problems.Count > 0 && (_sends ??= Sends()) ? string.Join("; ", problems) : null;
    }

    private bool Sends()
    {
        ProgramModel program = ProgramModel.Of(_compilation);
        ValueResolver resolver = new(program, _cancellationToken);
        return Gate.IsOpen(_compilation, _cancellationToken)
            && _compilation.SyntaxTrees.Any(tree => OperationRoots.In(tree, program, _cancellationToken).Any(root => !BlockSends.Of(root, resolver).IsEmpty));
    }
}
