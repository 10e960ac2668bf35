using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Hosting;

/// <summary>What the rules find in the receivers of a compilation, by the file in which it stands: a receiver's parser may be in another file than the receiver.</summary>
internal sealed class ReceiverFindings
{
    private readonly ProgramModel _program;
    private readonly object _gate = new();
    private ILookup<SyntaxTree, Finding>? _byFile;

    private ReceiverFindings(ProgramModel program)
    {
        _program = program;
    }

    /// <summary>What some of the rules find in one executable body, in the order of the text.</summary>
    public static IEnumerable<Finding> In(ImmutableArray<Rule<ReceiverScope>> rules, IOperation root, FileScope file)
    {
        SyntaxTree tree = root.Syntax.SyntaxTree;
        foreach (Finding finding in file.Program.Part(static model => new ReceiverFindings(model)).ByFile(file.CancellationToken)[tree])
        {
            SyntaxNode node = tree.GetRoot(file.CancellationToken).FindNode(finding.Span.Span);
            if (rules.Any(rule => rule.Id == finding.Rule.Id) && BodyModels.Of(file.Program).Around(node, file.CancellationToken)?.Root.Syntax == root.Syntax)
            {
                yield return finding;
            }
        }
    }

    /// <summary>Whether a receiver, or what it hands its updates to, is wrong in that file.</summary>
    public static bool HasAny(SyntaxTree tree, FileScope file) => file.Program.Part(static model => new ReceiverFindings(model)).ByFile(file.CancellationToken).Contains(tree);

    private ILookup<SyntaxTree, Finding> ByFile(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _byFile ??= Find(cancellationToken);
        }
    }

    private ILookup<SyntaxTree, Finding> Find(CancellationToken cancellationToken)
    {
        HashSet<(string Id, SourceSpan Span)> seen = new();
        List<Finding> findings = new();
        foreach (Receiver receiver in Receivers.Of(_program).All(cancellationToken))
        {
            ReceiverScope scope = new(receiver);
            foreach (Rule<ReceiverScope> rule in RuleList.Webhooks)
            {
                cancellationToken.ThrowIfCancellationRequested();
                findings.AddRange(rule.Judge(scope).Where(finding => seen.Add((finding.Rule.Id, finding.Span))));
            }
        }

        return findings.OrderBy(static finding => finding.Span.Span.Start).ThenBy(static finding => finding.Rule.Id, StringComparer.Ordinal).ToLookup(static finding => finding.Span.Tree);
    }
}
