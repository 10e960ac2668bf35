using System.Collections.Immutable;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Payloads;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Sending;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>All fixes of rules about sending and access.</summary>
internal static class SendingFixes
{
    private static readonly ImmutableDictionary<string, SendingFix> ByRule = new SendingFix[]
    {
        new KeyInSourceFix(),
        new KeyHeaderFix(),
        new PathFix(),
        new HostFix(),
    }.ToImmutableDictionary(static fix => fix.RuleId);

    /// <summary>The rules that have a fix.</summary>
    public static ImmutableArray<string> RuleIds { get; } = ByRule.Keys.OrderBy(static id => id, StringComparer.Ordinal).ToImmutableArray();

    /// <summary>The repairs of the diagnostic, found by judging the file again.</summary>
    public static IEnumerable<SendingProposal> For(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        ProgramModel program = ProgramModel.Of(model.Compilation);
        ValueResolver resolver = new(program, cancellationToken);
        if (!ByRule.TryGetValue(diagnostic.Id, out SendingFix? fix) || RuleList.Sending.FirstOrDefault(rule => rule.Id == diagnostic.Id) is not { } judge)
        {
            yield break;
        }

        foreach (IOperation root in DocumentJudge.Roots(model.SyntaxTree, program, cancellationToken))
        {
            if (!root.Syntax.FullSpan.Contains(diagnostic.Location.SourceSpan))
            {
                continue;
            }

            SendContext context = new(root, BlockSends.Of(root, resolver), new PayloadReader(resolver));
            foreach (Finding finding in judge.Judge(context))
            {
                if (finding.Span.Span == diagnostic.Location.SourceSpan)
                {
                    foreach (SendingProposal proposal in fix.Propose(finding, model, cancellationToken))
                    {
                        yield return proposal;
                    }

                    yield break;
                }
            }
        }
    }
}
