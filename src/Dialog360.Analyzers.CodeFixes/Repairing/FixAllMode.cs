using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Repairing;

/// <summary>A way to make many repairs.</summary>
internal abstract class FixAllMode
{
    /// <summary>All repairs at once that do not touch each other, then all that are left, and so on.</summary>
    public static readonly FixAllMode InRounds = new Rounds();

    /// <summary>One repair after the other: what the first one adds serves all that follow.</summary>
    public static readonly FixAllMode OneByOne = new Steps();

    /// <summary>The solution in which none of the documents has a finding with such a repair.</summary>
    public abstract Task<Solution> FixAsync(Solution solution, ImmutableArray<DocumentId> documents, FixAllRequest request, CancellationToken cancellationToken);

    /// <summary>Repairs often stand in one literal, where a merger of single fixes would drop all but one.</summary>
    private sealed class Rounds : FixAllMode
    {
        /// <summary>More rounds than any document needs; each must leave fewer findings than the one before.</summary>
        private const int MaxRounds = 50;

        /// <inheritdoc/>
        public override async Task<Solution> FixAsync(Solution solution, ImmutableArray<DocumentId> documents, FixAllRequest request, CancellationToken cancellationToken)
        {
            int before = int.MaxValue;
            Solution previous = solution;
            for (int round = 0; round < MaxRounds; round++)
            {
                int count = 0;
                List<SourceChange> made = new();
                foreach (DocumentId id in documents)
                {
                    if (solution.GetDocument(id) is not { } document)
                    {
                        continue;
                    }

                    foreach (ImmutableArray<SourceChange> changes in await request.OpenAsync(document, cancellationToken).ConfigureAwait(false))
                    {
                        count++;
                        if (!changes.Any(change => made.Any(change.Collides)))
                        {
                            made.AddRange(changes);
                        }
                    }
                }

                if (count >= before)
                {
                    // A repair that repairs nothing would go on for ever.
                    return previous;
                }

                if (count == 0)
                {
                    return solution;
                }

                before = count;
                previous = solution;
                solution = await Changes.ApplyAsync(solution, made, cancellationToken).ConfigureAwait(false);
            }

            return solution;
        }
    }

    /// <summary>What leaves as many findings as there were is not made.</summary>
    private sealed class Steps : FixAllMode
    {
        private const int MaxRepairs = 500;

        /// <summary>A send of several messages, one of which is chosen, takes as many repairs.</summary>
        private const int MaxRepairsOfASend = 8;

        /// <inheritdoc/>
        public override async Task<Solution> FixAsync(Solution solution, ImmutableArray<DocumentId> documents, FixAllRequest request, CancellationToken cancellationToken)
        {
            foreach (DocumentId id in documents)
            {
                solution = await FixAsync(solution, id, request, cancellationToken).ConfigureAwait(false);
            }

            return solution;
        }

        private static async Task<Solution> FixAsync(Solution solution, DocumentId id, FixAllRequest request, CancellationToken cancellationToken)
        {
            ImmutableArray<ImmutableArray<SourceChange>> open = await OpenAsync(solution, id, request, cancellationToken).ConfigureAwait(false);
            int passed = 0;
            for (int repair = 0; repair < MaxRepairs && passed < open.Length; repair++)
            {
                Solution repaired = solution;
                ImmutableArray<ImmutableArray<SourceChange>> left = open;
                for (int step = 0; step < MaxRepairsOfASend && left.Length == open.Length; step++)
                {
                    repaired = await Changes.ApplyAsync(repaired, left[passed], cancellationToken).ConfigureAwait(false);
                    left = await OpenAsync(repaired, id, request, cancellationToken).ConfigureAwait(false);
                }

                if (left.Length < open.Length)
                {
                    (solution, open) = (repaired, left);
                }
                else
                {
                    passed++;
                }
            }

            return solution;
        }

        private static async Task<ImmutableArray<ImmutableArray<SourceChange>>> OpenAsync(Solution solution, DocumentId id, FixAllRequest request, CancellationToken cancellationToken) =>
            solution.GetDocument(id) is { } document
                ? await request.OpenAsync(document, cancellationToken).ConfigureAwait(false)
                : ImmutableArray<ImmutableArray<SourceChange>>.Empty;
    }
}
