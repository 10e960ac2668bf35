using System.Collections.Immutable;

namespace Dialog360.Analyzers.Answers;

/// <summary>Judges what is done with an answer.</summary>
internal static class AnswerVerdicts
{
    /// <summary>Why the uses of an answer are enough; null where it is ignored.</summary>
    public static AllowedBecause? Of(ImmutableArray<AnswerUsage> uses)
    {
        AllowedBecause? best = null;
        foreach (AnswerUsage use in uses)
        {
            if (Of(use) is { } because && (best is null || because < best))
            {
                best = because;
            }
        }

        return best;
    }

    /// <summary>Whether the body, as it came, is all that a method hands on of the answer.</summary>
    public static bool IsTextOnly(ImmutableArray<AnswerUsage> uses) => Of(uses) is null && uses.Any(static use => use is { Kind: AnswerUseKind.Returned, Part: AnswerPart.Text });

    private static AllowedBecause? Of(AnswerUsage use) => use.Kind switch
    {
        AnswerUseKind.Dropped or AnswerUseKind.ReadAsJson => null,
        AnswerUseKind.Logged or AnswerUseKind.Returned when use.Part is AnswerPart.Text or AnswerPart.Content => null,
        AnswerUseKind.Discarded => AllowedBecause.Discarded,
        AnswerUseKind.Read => AllowedBecause.Unfollowed,
        _ when use.IsInHelper => AllowedBecause.CheckedByHelper,
        AnswerUseKind.Throws => AllowedBecause.Ensured,
        AnswerUseKind.Decides => use.Part is AnswerPart.Text or AnswerPart.Parsed ? AllowedBecause.BodyDecides : AllowedBecause.StatusDecides,
        AnswerUseKind.Returned => AllowedBecause.Returned,
        AnswerUseKind.Stored => AllowedBecause.Stored,
        AnswerUseKind.HandedOn => AllowedBecause.HandedOn,
        AnswerUseKind.Logged => AllowedBecause.Logged,
        _ => AllowedBecause.Unfollowed,
    };
}
