using Dialog360.Analyzers.Duties.Engine;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Reach;

namespace Dialog360.Analyzers.Rules.Sending;

/// <summary>A rule about what must hold at sends, by what the whole program shows of them.</summary>
internal abstract class DutyRule : Rule<BodyScope>
{
    /// <inheritdoc/>
    protected DutyRule(string id)
        : base(id)
    {
    }

    /// <inheritdoc/>
    public sealed override IEnumerable<Finding> Judge(BodyScope scope)
    {
        SendingOptions options = scope.File.OptionsFor(this);
        HashSet<int> seen = new();
        if (SendingMembers.Of(scope.File.Program, options.FreeFormMethods, scope.File.CancellationToken).Involve(scope.Root.Syntax)
            && scope.Body is { } body && EngineFor(scope, options) is { } engine)
        {
            foreach (SendSite site in engine.WrongSends(body, scope.File.CancellationToken))
            {
                if (seen.Add(site.Name.Span.Start))
                {
                    yield return FindingAt(site, options);
                }
            }
        }
    }

    /// <summary>The engine that follows the sends; null where the options turn the rule off.</summary>
    protected abstract SendEngine? EngineFor(BodyScope scope, SendingOptions options);

    /// <summary>The finding on a send that nobody answers for.</summary>
    protected abstract Finding FindingAt(SendSite site, SendingOptions options);
}
