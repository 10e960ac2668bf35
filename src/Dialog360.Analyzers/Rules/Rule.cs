using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Rules;

/// <summary>A rule: its number and its judgement. Title, message, severity and help link come from the catalogue.</summary>
internal abstract class Rule
{
    /// <summary>Creates a rule.</summary>
    /// <param name="id">The number, as the catalogue's list of rules has it (<c>DLG0101</c>).</param>
    private protected Rule(string id)
    {
        Descriptor = RuleDescriptors.For(id);
    }

    /// <summary>The number.</summary>
    public string Id => Descriptor.Id;

    /// <summary>The descriptor that the catalogue gives.</summary>
    public DiagnosticDescriptor Descriptor { get; }
}

/// <summary>A rule that judges one thing at a time: a message (<see cref="PayloadScope"/>) or an executable body with its sends (<see cref="BodyScope"/>).</summary>
/// <typeparam name="TScope">What it judges, with all that it may ask.</typeparam>
internal abstract class Rule<TScope> : Rule
{
    /// <inheritdoc/>
    protected Rule(string id)
        : base(id)
    {
    }

    /// <summary>The words of its messages.</summary>
    protected RuleWords Words => RuleWords.Of(Id);

    /// <summary>Gives what is wrong in <paramref name="scope"/>, in the order of the text.</summary>
    public abstract IEnumerable<Finding> Judge(TScope scope);
}
