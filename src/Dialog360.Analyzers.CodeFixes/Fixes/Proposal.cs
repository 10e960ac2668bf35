using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Rules;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>A repair that is offered for a finding.</summary>
/// <param name="FixId">The id of the fix in the catalogue, which has its words.</param>
/// <param name="Title">What the editor shows.</param>
/// <param name="Edits">What it changes in the picture.</param>
internal sealed record Proposal(string FixId, string Title, ImmutableArray<PictureEdit> Edits)
{
    /// <summary>The place among several choices of one kind; the nearest is 0.</summary>
    public int Choice { get; init; }

    /// <summary>Whether it leaves work for a person, the choice included, so that it is offered one at a time and never made through Fix All.</summary>
    public bool IsForOne { get; init; }

    /// <summary>What all repairs of the same kind share, so that they can be made together; values are no part of it. The place tells apart what a person chooses from.</summary>
    public string EquivalenceKey => Choice == 0 ? FixId : $"{FixId}.{Choice + 1}";

    /// <summary>A repair with the title of the catalogue.</summary>
    public static Proposal Of(string fixId, string[] titleArguments, params PictureEdit[] edits) =>
        new(fixId, FixTexts.Title(fixId, titleArguments), ImmutableArray.Create(edits));

    /// <summary>Several repairs of which a person has to choose one; a single one stays as it is.</summary>
    public static IEnumerable<Proposal> ToChooseFrom(IReadOnlyList<Proposal> proposals) =>
        proposals.Count < 2 ? proposals : proposals.Select(static (proposal, index) => proposal with { Choice = index, IsForOne = true });

    /// <summary>A repair with the title of the catalogue, which has no placeholder.</summary>
    public static Proposal Of(string fixId, params PictureEdit[] edits) => Of(fixId, [], edits);
}

/// <summary>Knows how to repair what one rule finds; only where the repair is certain, or as choices that say what they do.</summary>
internal abstract class PayloadFix
{
    /// <summary>The rule.</summary>
    public abstract string RuleId { get; }

    /// <summary>The repairs for a finding of the rule, the best first.</summary>
    public abstract IEnumerable<Proposal> Propose(Finding finding, EditContext context);
}
