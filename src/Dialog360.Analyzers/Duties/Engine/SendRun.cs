using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Duties.Engine;

/// <summary>One question to the engine, with the tools that are for one thread.</summary>
internal sealed class SendRun
{
    /// <summary>Starts a run.</summary>
    public SendRun(SendEngine engine, CancellationToken cancellationToken)
    {
        ValueResolver resolver = new(engine.Program, cancellationToken);
        SendPolicy policy = engine.Policy(engine, resolver);
        Summaries = new SendSummaries(engine, this, cancellationToken);
        Sites = new SendSites(engine, resolver, policy, Summaries);
        Judge = new SendJudge(engine, resolver, policy);
    }

    /// <summary>What methods leave to their callers.</summary>
    public SendSummaries Summaries { get; }

    /// <summary>Collects the sends of a member.</summary>
    public SendSites Sites { get; }

    /// <summary>Judges sends.</summary>
    public SendJudge Judge { get; }

    /// <summary>Makes sure that the summaries of all that a member calls are known.</summary>
    public void NeedCallsOf(BodyFacts facts)
    {
        foreach (SourceCall call in facts.Calls)
        {
            foreach (IMethodSymbol target in call.Targets)
            {
                Summaries.Need(target);
            }
        }
    }
}
