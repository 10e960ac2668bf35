using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>
/// Keeps the last reaches of a program beside some of its trees, so that the compilation after a key takes over what the key did not change. A reach lives no
/// longer than these trees, and holds none of them.
/// </summary>
internal static class ReachMemory
{
    /// <summary>A reach for each set of options, and those of two projects that share a file.</summary>
    private const int MaxKept = 4;

    private static readonly ConditionalWeakTable<SyntaxTree, Slot> Slots = new();

    /// <summary>The reach of a program: one that was found before and still holds, or a new one.</summary>
    public static ProgramReach Of(ImmutableArray<SyntaxTree> trees, ImmutableArray<string> methods, CancellationToken cancellationToken)
    {
        if (trees.IsEmpty)
        {
            return ProgramReach.Find(trees, methods, cancellationToken);
        }

        // Files are asked about at once; the others wait for the first.
        Slot[] slots = Array.ConvertAll(AnchorsOf(trees), static tree => Slots.GetOrCreateValue(tree));
        lock (slots[0])
        {
            foreach (ProgramReach known in slots.SelectMany(static slot => slot.Kept).Distinct())
            {
                if (known.Methods.SequenceEqual(methods, StringComparer.Ordinal) && known.For(trees, cancellationToken) is { } same)
                {
                    Keep(slots, known, same);
                    return same;
                }
            }

            ProgramReach found = ProgramReach.Find(trees, methods, cancellationToken);
            Keep(slots, null, found);
            return found;
        }
    }

    /// <summary>An edit changes one tree; of four, most stay.</summary>
    private static SyntaxTree[] AnchorsOf(ImmutableArray<SyntaxTree> trees) =>
        [.. new[] { 0, trees.Length / 3, trees.Length * 2 / 3, trees.Length - 1 }.Distinct().Select(place => trees[place])];

    private static void Keep(Slot[] slots, ProgramReach? before, ProgramReach reach)
    {
        foreach (Slot slot in slots)
        {
            slot.Kept = ImmutableArray.CreateRange(slot.Kept.Where(kept => kept != before && kept != reach).Take(MaxKept - 1).Prepend(reach));
        }
    }

    private sealed class Slot
    {
        /// <summary>The newest first; replaced whole, so that others may read it.</summary>
        public ImmutableArray<ProgramReach> Kept { get; set; } = ImmutableArray<ProgramReach>.Empty;
    }
}
