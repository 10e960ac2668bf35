using System.Collections.Immutable;
using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Rules.Answers;

/// <summary>DLG0303: the gateway's envelope is read in one of its two spellings, by name or through the attributes of a class.</summary>
internal sealed class EnvelopeReadInOneSpelling : Rule<BodyScope>
{
    /// <summary>Creates the rule.</summary>
    public EnvelopeReadInOneSpelling()
        : base("DLG0303")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyScope context)
    {
        IEnumerable<EnvelopeRead> reads = context.Root is IAttributeOperation { Syntax: AttributeSyntax attribute } declared
            ? EnvelopeTypes.UnpairedAt(attribute, declared.SemanticModel, context.File.CancellationToken)
            : EnvelopeReads.UnpairedIn(context.Root).Concat(EnvelopeTypes.UnpairedReadIn(context.Root));
        foreach (EnvelopeRead read in reads)
        {
            yield return new Finding(this, SourceSpan.Of(read.Place), ImmutableArray.Create(read.Name, read.Other)) { Detail = read };
        }
    }
}
