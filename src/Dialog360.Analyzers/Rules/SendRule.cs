using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Rules;

/// <summary>What a rule about sending gets to see: one executable body and the calls in it.</summary>
/// <param name="Root">The root operation of the body (a method with its lambdas and local functions, an initializer).</param>
/// <param name="Sends">The send calls in it, see <see cref="BlockSends"/>.</param>
/// <param name="Reader">Reads payloads.</param>
internal sealed record SendContext(IOperation Root, ImmutableArray<SendCall> Sends, PayloadReader Reader)
{
    /// <summary>Follows expressions to their values.</summary>
    public ValueResolver Resolver => Reader.Resolver;
}

/// <summary>A rule that judges one executable body at a time.</summary>
internal abstract class SendRule : Rule
{
    /// <inheritdoc/>
    protected SendRule(string id)
        : base(id)
    {
    }

    /// <summary>Gives what is wrong in the body, in the order of the text.</summary>
    public abstract IEnumerable<Finding> Judge(SendContext context);
}
