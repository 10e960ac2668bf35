using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Rules;

/// <summary>A rule: its number and its judgement. Title, message, severity and help link come from the catalogue.</summary>
internal abstract class Rule
{
    /// <summary>Creates a rule.</summary>
    /// <param name="id">The number, as the catalogue's list of rules has it (<c>DLG0101</c>).</param>
    protected Rule(string id)
    {
        Descriptor = RuleDescriptors.For(id);
    }

    /// <summary>The number.</summary>
    public string Id => Descriptor.Id;

    /// <summary>The descriptor that the catalogue gives.</summary>
    public DiagnosticDescriptor Descriptor { get; }
}

/// <summary>A rule that judges one message at a time.</summary>
internal abstract class PayloadRule : Rule
{
    /// <inheritdoc/>
    protected PayloadRule(string id)
        : base(id)
    {
    }

    /// <summary>Gives what is wrong in <paramref name="message"/>, in the order of the text.</summary>
    public abstract IEnumerable<Finding> Judge(MessagePicture message);
}
