using System.Collections.Immutable;
using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Rules.Answers;

/// <summary>DLG0304: the status is taken from the body, which can name another one than the answer has.</summary>
internal sealed class StatusOfBody : Rule<BodyScope>
{
    /// <summary>Creates the rule.</summary>
    public StatusOfBody()
        : base("DLG0304")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyScope context)
    {
        foreach (IOperation place in BodyStatusTests.In(context.Root, context.Resolver.CancellationToken))
        {
            yield return new Finding(this, SourceSpan.Of(place.Syntax), ImmutableArray<string>.Empty) { Detail = place };
        }
    }
}
