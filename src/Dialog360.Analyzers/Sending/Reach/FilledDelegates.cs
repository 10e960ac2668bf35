using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>A member gives a function to a field, property or event.</summary>
/// <param name="Member">The member, by its number in the outline.</param>
/// <param name="Target">The name of what is filled.</param>
/// <param name="Source">The name of the method; 0 for a lambda.</param>
internal readonly record struct GivenDelegate(int Member, int Target, int Source);

/// <summary>
/// The fields, properties and events to which code gives a function. Read from the characters alone, as the reach asks it of most of a program: it finds more
/// assignments than there are, never fewer.
/// </summary>
internal static class FilledDelegates
{
    private static readonly HashSet<int> BeforeStatements = [.. new[] { "else", "do", "return", "await", "throw", "in", "ref", "when", "finally", "try" }.Select(NameNumber.Of)];

    /// <summary>The types of values that hold no function, as far as no other type stands beside them.</summary>
    private static readonly HashSet<int> Plain =
    [
        .. new[]
        {
            "string", "char", "bool", "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal", "String", "Boolean", "Int32", "Int64", "Double", "Decimal",
            "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Guid", "Uri", "Nullable", "CancellationToken", "List", "IList", "IReadOnlyList", "ICollection", "IReadOnlyCollection",
            "IEnumerable", "Dictionary", "IDictionary", "IReadOnlyDictionary", "HashSet", "ISet", "Collection", "ObservableCollection", "System", "Collections", "Generic", "Task", "ValueTask", "HttpClient", "ILogger",
            "Type", "Version", "Exception", "Stream", "JObject", "JArray", "JToken", "JsonElement", "JsonNode", "JsonDocument", "HttpRequestMessage", "HttpResponseMessage", "HttpContext", "IConfiguration",
            "IServiceProvider", "IHttpClientFactory", "SemaphoreSlim",
        }.Select(NameNumber.Of),
    ];

    /// <summary>Whether a field, property or event may hold a function: its type is neither one of values nor a class of the program.</summary>
    public static bool MayHoldOne(OutlineMember value, NameIndex index)
    {
        foreach (int word in value.Header.Numbers)
        {
            if (!Plain.Contains(word) && !index.Declares(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Those of a member of an outline: it gives a lambda (no source) or something that may be a method (its name).</summary>
    public static IReadOnlyList<GivenDelegate> Of(SyntaxTree tree, int number, OutlineMember member, CancellationToken cancellationToken) =>
        member.Kind == OutlineKind.Value ? [] : TextBuffer.Read(tree.GetText(cancellationToken), member.Span, number, In);

    private static IReadOnlyList<GivenDelegate> In(char[] characters, int length, int member)
    {
        List<GivenDelegate>? given = null;
        NameScanner scanner = new(characters, length);
        (int Number, int End) before = default;
        while (scanner.Read(out int target, out int start))
        {
            CodeCursor cursor = new(characters, length, scanner.Index);
            if (cursor.SkipIndexes() && cursor.SkipAssignment() && !IsDeclaration(characters, before, start) && cursor.ReadFunction(out int source))
            {
                (given ??= []).Add(new GivenDelegate(member, target, source));
            }

            before = (target, scanner.Index);
        }

        return given ?? (IReadOnlyList<GivenDelegate>)[];
    }

    /// <summary>Whether a name is declared where it stands: after a type, so that what follows is its first value.</summary>
    /// <param name="characters">The characters.</param>
    /// <param name="before">The word before it, and where that ends.</param>
    /// <param name="start">Where the name begins.</param>
    private static bool IsDeclaration(char[] characters, (int Number, int End) before, int start)
    {
        int last = start - 1;
        while (last >= before.End && (char.IsWhiteSpace(characters[last]) || characters[last] == '@'))
        {
            // The word before is one of a directive (or the type stands on a line of its own: then it only seems to be assigned).
            if (characters[last--] == '\n')
            {
                return false;
            }
        }

        return last < before.End ? before.End > 0 && !BeforeStatements.Contains(before.Number)
            : characters[last] is ']' or '?' || (characters[last] == '>' && characters[last - 1] != '=');
    }
}
