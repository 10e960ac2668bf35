using System.Collections.Immutable;
using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Program.Calls;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Rules.Answers;

/// <summary>DLG0302: a body is read as JSON although it can be a page of HTML.</summary>
internal sealed class BodyReadUnchecked : Rule<BodyScope>
{
    /// <summary>Creates the rule.</summary>
    public BodyReadUnchecked()
        : base("DLG0302")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyScope context)
    {
        foreach (IInvocationOperation read in JsonOfAnswers.UncheckedIn(context.Root, context.Reader))
        {
            yield return new Finding(this, InvokedName.Of(read), ImmutableArray.Create(read.TargetMethod.Name)) { Detail = read };
        }
    }
}
