using System.Collections.Immutable;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Sending;

namespace Dialog360.Analyzers.Hosting;

/// <summary>The rules that judge sends by the whole program, each once, by number.</summary>
internal static class ProgramRuleList
{
    /// <summary>The rules.</summary>
    public static readonly ImmutableArray<ProgramRule> All = ImmutableArray.Create<ProgramRule>(
        new SessionNotChecked(),
        new RecipientNotLookedUp());
}
