using System.Collections.Immutable;
using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Program;

namespace Dialog360.Analyzers.Rules.Answers;

/// <summary>DLG0306: a code that has several causes is handled without the details that tell them apart.</summary>
internal sealed class DetailsNotRead : Rule<BodyScope>
{
    /// <summary>Creates the rule.</summary>
    public DetailsNotRead()
        : base("DLG0306")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyScope context)
    {
        if (!CodeMentions.MayTestCodes(context.Root.Syntax, context.Resolver.CancellationToken))
        {
            yield break;
        }

        foreach (ErrorCodeTest test in ErrorCodeTests.In(context.Root, context.Resolver))
        {
            if (DetailsOfCodes.IsToldByDetails(test.Code) && DetailsOfCodes.BranchOf(test) is { } branch && !DetailsOfCodes.AreRead(branch, test))
            {
                yield return new Finding(this, SourceSpan.Of(test.Place.Syntax), ImmutableArray<string>.Empty) { Detail = test };
            }
        }
    }
}
