using Dialog360.Analyzers.Program;
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

    /// <summary>The findings in a file, in the order of the text, each place once for a rule.</summary>
    public static IEnumerable<Finding> In(SyntaxTree file, ProgramModel program, CancellationToken cancellationToken) =>
        program.Part(static model => new ReceiverFindings(model)).ByFile(cancellationToken)[file];

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
            foreach (ReceiverRule rule in ReceiverRuleList.All)
            {
                cancellationToken.ThrowIfCancellationRequested();
                findings.AddRange(rule.Judge(receiver).Where(finding => seen.Add((finding.Rule.Id, finding.Span))));
            }
        }

        return findings.OrderBy(static finding => finding.Span.Span.Start).ThenBy(static finding => finding.Rule.Id, StringComparer.Ordinal).ToLookup(static finding => finding.Span.Tree);
    }
}
