using Dialog360.Analyzers.Webhooks;

namespace Dialog360.Analyzers.Rules;

/// <summary>A rule that judges one webhook receiver at a time: the function that a POST runs, and those that it hands the update to.</summary>
internal abstract class ReceiverRule : Rule
{
    /// <inheritdoc/>
    protected ReceiverRule(string id)
        : base(id)
    {
    }

    /// <summary>Gives what is wrong in the receiver, in the order in which the update comes through it.</summary>
    public abstract IEnumerable<Finding> Judge(Receiver receiver);
}
