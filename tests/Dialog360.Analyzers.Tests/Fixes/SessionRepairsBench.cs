using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Repairing;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>The repairs of DLG0201 and DLG0202, without an editor.</summary>
internal static class SessionRepairsBench
{
    private static readonly SessionRepairs Source = new();

    /// <summary>The repairs of the first finding in a document that has any.</summary>
    public static async Task<ImmutableArray<Repair>> ProposalsAsync(Document document, string? key = null, string? ruleId = null)
    {
        SemanticModel model = (await document.GetSemanticModelAsync())!;
        ImmutableHashSet<string> rules = ruleId is null ? [.. Source.RuleIds] : [ruleId];
        return Source.In(document, model, new RepairScope(rules), CancellationToken.None)
            .Select(each => each.Repairs.Where(repair => key is null || repair.Key == key).ToImmutableArray())
            .FirstOrDefault(static repairs => !repairs.IsEmpty, ImmutableArray<Repair>.Empty);
    }

    /// <summary>The solution after all repairs of that kind in a document.</summary>
    public static Task<Solution> FixAsync(Solution solution, DocumentId id, string key) =>
        FixAllMode.OneByOne.FixAsync(solution, [id], new FixAllRequest(Source, [.. Source.RuleIds], key), CancellationToken.None);
}
