using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Sending;

namespace Dialog360.Analyzers.Rules;

/// <summary>A rule that judges the sends of one member by what the whole program shows of them.</summary>
internal abstract class ProgramRule : Rule
{
    /// <inheritdoc/>
    protected ProgramRule(string id)
        : base(id)
    {
    }

    /// <summary>Gives what is wrong in the member, in the order of the text.</summary>
    public abstract IEnumerable<Finding> Judge(BodyModel body, SendingOptions options, CancellationToken cancellationToken);
}
