namespace Dialog360.Analyzers.Catalog.Templates;

/// <summary>Words in a row, as a sentence has them.</summary>
internal static class InWords
{
    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>; what is more than <paramref name="max"/> is counted.</summary>
    public static string List(IEnumerable<string> words, string conjunction, int max = int.MaxValue)
    {
        List<string> all = words.ToList();
        if (all.Count > max)
        {
            int more = all.Count - max + 1;
            all.RemoveRange(max - 1, more);
            all.Add($"{more} others");
        }

        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Count - 1))} {conjunction} {all[all.Count - 1]}";
    }
}
