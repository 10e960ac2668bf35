using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>What a program does while it runs.</summary>
internal enum ReactionKind
{
    /// <summary>It gives up, and somebody is told.</summary>
    Stop,

    /// <summary>It tells somebody and goes on without this message.</summary>
    Report,

    /// <summary>It sends again, with growing delays, for a while.</summary>
    Resend,

    /// <summary>It sends a template instead, where it can, and gives up otherwise.</summary>
    Template,
}

/// <summary>What a program does about errors of some categories and retry classes.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Note">Why, in a sentence.</param>
internal sealed record ErrorReaction(ReactionKind Kind, string Note)
{
    private ImmutableArray<string> Categories { get; init; }

    private ImmutableArray<string> Retries { get; init; }

    /// <summary>The reactions that <paramref name="catalog"/> lists; the first one that fits an error is its own.</summary>
    public static ImmutableArray<ErrorReaction> ListOf(JsonNode catalog) => catalog.List("reactions").Select(static reaction => new ErrorReaction(KindOf(reaction.Text("action")), reaction.Text("note"))
    {
        Categories = reaction.Texts("categories"),
        Retries = reaction.Texts("retries"),
    }).ToImmutableArray();

    /// <summary>Whether it is for an error.</summary>
    public bool IsFor(ErrorEntry error) => Retries.Contains(error.Retry) && (Categories.IsEmpty || Categories.Contains(error.Category));

    private static ReactionKind KindOf(string action) => action switch
    {
        "report" => ReactionKind.Report,
        "resend" => ReactionKind.Resend,
        "template" => ReactionKind.Template,
        _ => ReactionKind.Stop,
    };
}
