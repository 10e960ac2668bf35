using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Repairing;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>All fixes of rules about sending and access.</summary>
internal static class SendingFixes
{
    private static readonly ImmutableDictionary<string, SendingFix> ByRule = new SendingFix[]
    {
        new PaceLoopFix(),
        new StopRetryingFix(),
        new KeyInSourceFix(),
        new KeyHeaderFix(),
        new PathFix(),
        new HostFix(),
    }.ToImmutableDictionary(static fix => fix.RuleId);

    /// <summary>The rules that have a fix.</summary>
    public static ImmutableArray<string> RuleIds { get; } = ByRule.Keys.OrderBy(static id => id, StringComparer.Ordinal).ToImmutableArray();

    /// <summary>The repairs of a finding.</summary>
    public static IEnumerable<SendingProposal> For(Finding finding, SemanticModel model, CancellationToken cancellationToken) =>
        ByRule.TryGetValue(finding.Rule.Id, out SendingFix? fix) ? fix.Propose(finding, model, cancellationToken) : [];

    /// <summary>What the rules with a fix find in a file.</summary>
    /// <param name="model">The file.</param>
    /// <param name="scope">What of it is asked for.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IEnumerable<Finding> Findings(SemanticModel model, RepairScope scope, CancellationToken cancellationToken)
    {
        ProgramModel program = ProgramModel.Of(model.Compilation);
        ValueResolver resolver = new(program, cancellationToken);
        foreach (IOperation root in OperationRoots.In(model.SyntaxTree, program, cancellationToken).Concat(OperationRoots.OfConstants(model.SyntaxTree, program, cancellationToken)))
        {
            if (scope.Place is { } wanted && !root.Syntax.FullSpan.Contains(wanted))
            {
                continue;
            }

            SendContext context = new(root, BlockSends.Of(root, resolver), new PayloadReader(resolver));
            foreach (SendRule rule in RuleList.Sending)
            {
                if (!ByRule.ContainsKey(rule.Id) || !scope.Has(rule))
                {
                    continue;
                }

                foreach (Finding finding in rule.Judge(context))
                {
                    if (scope.Has(finding))
                    {
                        yield return finding;
                    }
                }
            }
        }
    }
}
