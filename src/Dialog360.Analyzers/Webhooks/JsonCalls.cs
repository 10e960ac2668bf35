using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>The methods by which libraries of JSON and sequences lead from one value to another.</summary>
internal static class JsonCalls
{
    private static readonly ImmutableHashSet<string> ByName = ImmutableHashSet.Create(
        "GetProperty", "TryGetProperty", "TryGetPropertyValue", "TryGetValue", "GetValue", "Value", "SelectToken", "SelectTokens", "ContainsKey", "Values", "Property", "GetValueOrDefault");

    private static readonly ImmutableHashSet<string> Keeping = ImmutableHashSet.Create(
        "RootElement", "Root", "Value", "EnumerateArray", "EnumerateObject", "AsArray", "AsObject", "AsEnumerable", "AsQueryable", "Children", "ToList", "ToArray", "Clone", "DeepClone", "ToImmutableArray", "ToImmutableList",
        "Where", "OrderBy", "OrderByDescending", "ThenBy", "Reverse", "Take", "Skip", "TakeWhile", "SkipWhile", "OfType", "Cast", "Distinct", "DistinctBy", "Concat", "Append", "Prepend", "DefaultIfEmpty", "Chunk",
        "ToObject", "Deserialize", "ConfigureAwait", "GetAwaiter", "GetResult", "Result", "GetEnumerator", "Current");

    private static readonly ImmutableHashSet<string> Elements = ImmutableHashSet.Create(
        "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "ElementAt", "ElementAtOrDefault", "MaxBy", "MinBy", "Aggregate");

    private static readonly ImmutableHashSet<string> Parsers = ImmutableHashSet.Create(
        "Parse", "ParseAsync", "Deserialize", "DeserializeAsync", "DeserializeObject", "DeserializeAnonymousType", "ReadFromJsonAsync", "ReadAsAsync", "FromObject", "Load", "LoadAsync", "ParseValue", "ReadFrom", "FromStream");

    /// <summary>Whether a member gives the value that it is asked of, in other clothes or without some elements.</summary>
    public static bool KeepsPlace(string name) => Keeping.Contains(name);

    /// <summary>Whether a method of a sequence gives one of its elements.</summary>
    public static bool IsElement(string name) => Elements.Contains(name);

    /// <summary>Whether a member is the first element of a token of Newtonsoft.Json.</summary>
    public static bool IsFirstOfToken(ISymbol member) => member is IPropertySymbol { Name: "First", ContainingType.Name: "JToken" or "JContainer" or "JArray" };

    /// <summary>Whether a method gives what a lambda makes of each element.</summary>
    public static bool IsProjection(string name) => name is "Select" or "SelectMany";

    /// <summary>Whether a method only asks something of the elements.</summary>
    public static bool IsQuestion(string name) => name is "Any" or "All" or "Count" or "LongCount" or "Exists" or "TrueForAll";

    /// <summary>Whether a method writes a value as text.</summary>
    public static bool IsWriter(string name) => name is "Serialize" or "SerializeObject" or "SerializeToNode" or "SerializeToElement" or "SerializeToUtf8Bytes" or "ToString" or "GetRawText" or "ToJsonString";

    /// <summary>Whether a method of that name makes objects of text or streams.</summary>
    public static bool IsParser(string name) => Parsers.Contains(name);

    /// <summary>Whether a call makes an object of JSON text.</summary>
    public static bool IsParse(IInvocationOperation call) =>
        Parsers.Contains(call.TargetMethod.Name) && (UpdateTypes.IsDom(Names.Awaited(call.Type)) || call.Type?.SpecialType == SpecialType.System_Object);

    /// <summary>The name or path by which a call asks a JSON value for a part of it; null for any other call.</summary>
    public static string? NamedBy(IInvocationOperation call, ValueResolver resolver)
    {
        if (!ByName.Contains(call.TargetMethod.Name))
        {
            return null;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Value.Type?.SpecialType == SpecialType.System_String && resolver.ConstantOf(argument.Value) is { HasValue: true, Value: string name })
            {
                return name;
            }

            // node.Value<string>("from"): the extension's first parameter is the node.
            if (ValueResolver.Bare(argument.Value) is { ConstantValue: { HasValue: true, Value: string bare } })
            {
                return bare;
            }
        }

        return null;
    }

    /// <summary>Where a path such as <c>entry[0].changes[0].value</c> leads from a place; null where it leaves the update.</summary>
    public static UpdatePlace? AlongPath(UpdatePlace from, string path)
    {
        UpdatePlace? place = from;
        foreach (PathStep step in PathStep.Of(path))
        {
            place = place?.Element.Child(step.Name);
            if (step.Index is not null && place is { } list)
            {
                place = step.Index == "*" ? list.List : list.Element;
            }
        }

        return place;
    }
}

/// <summary>A step of a JSON path.</summary>
/// <param name="Name">The member.</param>
/// <param name="Index">What stands in the brackets after it, or null.</param>
/// <param name="Start">Where the brackets begin in the path.</param>
internal readonly record struct PathStep(string Name, string? Index, int Start)
{
    /// <summary>The steps of a path, in their order.</summary>
    public static IEnumerable<PathStep> Of(string path)
    {
        int position = 0;
        foreach (string part in path.Split('.'))
        {
            int open = part.IndexOf('[');
            string name = open < 0 ? part : part.Substring(0, open);
            if (name.Length > 0 && name != "$")
            {
                int close = open < 0 ? -1 : part.IndexOf(']', open);
                yield return new PathStep(name, close < 0 ? null : part.Substring(open + 1, close - open - 1), position + open);
            }

            position += part.Length + 1;
        }
    }
}
