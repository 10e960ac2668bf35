
namespace Dialog360.Analyzers.Catalog;

/// <summary>How many single-character changes lie between two words.</summary>
internal static class EditDistance
{
    /// <summary>Inserted, deleted and replaced characters, in any case (Levenshtein).</summary>
    public static int Between(string left, string right)
    {
        int[] row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = diagonal + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }

    /// <summary>The candidates that come nearest to <paramref name="word"/>: all of the smallest distance, where that is at most <paramref name="maxDistance"/>, in their order.</summary>
    public static IEnumerable<string> Nearest(string word, IEnumerable<string> candidates, int maxDistance)
    {
        List<string> nearest = new();
        int smallest = maxDistance;
        foreach (string candidate in candidates)
        {
            int distance = Math.Abs(candidate.Length - word.Length) > smallest ? int.MaxValue : Between(word, candidate);
            if (distance < smallest)
            {
                nearest.Clear();
                smallest = distance;
            }

            if (distance == smallest)
            {
                nearest.Add(candidate);
            }
        }

        return nearest;
    }
}
