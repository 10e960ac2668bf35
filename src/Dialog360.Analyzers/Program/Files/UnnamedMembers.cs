namespace Dialog360.Analyzers.Program.Files;

/// <summary>Members that run, or give something, without being named where they do: operators, indexers, and what the language calls by itself.</summary>
internal static class UnnamedMembers
{
    /// <summary>The members that run without being named, and the word that stands where they do; none where any code may run them.</summary>
    private static readonly Dictionary<int, int> Words = new[]
    {
        ("Dispose", "using"), ("DisposeAsync", "using"), ("Deconstruct", ""), ("GetEnumerator", ""), ("GetAsyncEnumerator", "foreach"), ("MoveNext", ""), ("MoveNextAsync", "foreach"), ("Current", ""),
        ("GetAwaiter", "await"), ("GetResult", "await"), ("Add", "new"), ("Select", "from"), ("Where", "from"), ("SelectMany", "from"), ("ToString", ""),
    }.ToDictionary(static each => NameNumber.Of(each.Item1), static each => each.Item2.Length == 0 ? 0 : NameNumber.Of(each.Item2));

    /// <summary>Whether a member is one.</summary>
    public static bool Has(OutlineMember member) => Has(member, out _);

    /// <summary>The same, with the word that stands where such a member runs; 0 where any code may run it.</summary>
    public static bool Has(OutlineMember member, out int word)
    {
        word = 0;
        return member.Kind == OutlineKind.Nameless || Words.TryGetValue(member.Name, out word);
    }
}
