using System.Collections.Immutable;
using Dialog360.Analyzers.Rules;

namespace Dialog360.Analyzers.Hosting;

/// <summary>Some rules by what they judge, sorted once: every body is judged by them.</summary>
internal sealed class SortedRules
{
    /// <summary>Sorts some rules.</summary>
    public SortedRules(IEnumerable<Rule> rules)
    {
        All = rules.ToImmutableArray();
        Payload = All.OfType<Rule<PayloadScope>>().ToImmutableArray();
        Bodies = All.OfType<Rule<BodyScope>>().ToImmutableArray();
        Receivers = All.OfType<Rule<ReceiverScope>>().ToImmutableArray();
    }

    /// <summary>All of them, in their order.</summary>
    public ImmutableArray<Rule> All { get; }

    /// <summary>Those that judge a message.</summary>
    public ImmutableArray<Rule<PayloadScope>> Payload { get; }

    /// <summary>Those that judge an executable body.</summary>
    public ImmutableArray<Rule<BodyScope>> Bodies { get; }

    /// <summary>Those that judge a webhook receiver.</summary>
    public ImmutableArray<Rule<ReceiverScope>> Receivers { get; }
}
