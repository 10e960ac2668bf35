using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Hosting;

/// <summary>The findings in the messages of a body that uses parts of other bodies, kept for all these parts: each asks for them.</summary>
internal sealed class UserFindings
{
    private readonly ConcurrentDictionary<(IOperation User, AnalyzerConfigOptions Config, ImmutableArray<Rule<PayloadScope>> Rules), ImmutableArray<Finding>> _known = new();

    /// <summary>Those that stand outside the body itself.</summary>
    public ImmutableArray<Finding> Of(IOperation user, PayloadJudge judge) =>
        _known.GetOrAdd((user, judge.Config, judge.Rules), key => judge.Collect(key.User).All.Where(finding => !IsIn(finding, key.User)).ToImmutableArray());

    private static bool IsIn(Finding finding, IOperation body) => finding.Span.Tree == body.Syntax.SyntaxTree && body.Syntax.FullSpan.Contains(finding.Span.Span);
}
