using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Hosting;

/// <summary>
/// The findings in the messages of a body that uses parts of other bodies, kept for all these parts: each asks for them. They are judged once, under the options of
/// the file with the message: each file may have an object of its own for options that are the same.
/// </summary>
internal sealed class UserFindings
{
    private readonly ConcurrentDictionary<(IOperation User, ImmutableArray<Rule<PayloadScope>> Rules), ImmutableArray<Finding>> _known = new();

    /// <summary>Those that stand outside the body itself.</summary>
    public ImmutableArray<Finding> Of(IOperation user, PayloadJudge judge) =>
        _known.GetOrAdd((user, judge.Rules), key => judge.In(key.User.Syntax.SyntaxTree).Collect(key.User).All.Where(finding => !IsIn(finding, key.User)).ToImmutableArray());

    private static bool IsIn(Finding finding, IOperation body) => finding.Span.Tree == body.Syntax.SyntaxTree && body.Syntax.FullSpan.Contains(finding.Span.Span);
}
