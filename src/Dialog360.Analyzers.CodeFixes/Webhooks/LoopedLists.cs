using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Sending;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.CodeFixes.Webhooks;

/// <summary>How a list of an update is looped over, such that a list that is not there is an empty one.</summary>
internal static class LoopedLists
{
    /// <summary>The lines up to the loop's body, a tab for each level of indentation; null for lists of other libraries.</summary>
    public static IEnumerable<string>? Of(ElementRead read, string? holder, string text, string name, StatementSyntax place, SemanticModel model)
    {
        if (read.List is not { } operation)
        {
            return null;
        }

        IOperation list = operation is IConditionalAccessInstanceOperation { Type: not null } ? operation : ValueResolver.Bare(operation);
        string source = (holder ?? string.Empty) + text;
        bool isOptional = read.Place.Shape == WebhookSchema.Current.Message || read.Place.Shape == WebhookSchema.Current.Status;
        if (list.Type is { Name: "JsonElement" })
        {
            return OfElement(list, source, name, isOptional, holder is null ? TestMessagesFix.LeaveOf(place, read.In) : "continue;", place, model);
        }

        if (list.Type is null || UpdateTypes.ElementOf(list.Type) is not { } element)
        {
            return null;
        }

        bool mayBeNull = isOptional || text.IndexOf('?') >= 0 || list.Type.NullableAnnotation == NullableAnnotation.Annotated || list is IConditionalAccessInstanceOperation;
        if (!mayBeNull)
        {
            return [$"foreach (var {name} in {source})"];
        }

        return [$"foreach (var {name} in {Tolerant(source.TrimEnd('!'))} ?? {EmptyList.For(list.Type, element, place, model)})"];
    }

    /// <summary>The last member is asked with <c>?.</c>: the object that holds the list need not be there either.</summary>
    private static string Tolerant(string source)
    {
        int dot = source.LastIndexOf('.');
        string holder = dot < 0 ? string.Empty : source.Substring(0, dot);
        return holder.IndexOf('.') < 0 || holder.EndsWith("?", StringComparison.Ordinal) ? source : holder.TrimEnd('!') + "?" + source.Substring(dot);
    }

    private static IEnumerable<string>? OfElement(IOperation list, string source, string name, bool isOptional, string? leave, StatementSyntax place, SemanticModel model)
    {
        if (!isOptional)
        {
            return [$"foreach (var {name} in {source}.EnumerateArray())"];
        }

        string get = ".GetProperty(";
        int start = source.LastIndexOf(get, StringComparison.Ordinal);
        if (leave is null || list is not IInvocationOperation { TargetMethod.Name: "GetProperty" } || start < 0 || !source.EndsWith(")", StringComparison.Ordinal))
        {
            return null;
        }

        string all = UnusedNames.Like(name + "s", place, model);
        string key = source.Substring(start + get.Length, source.Length - start - get.Length - 1);
        return
        [
            $"if (!{source.Substring(0, start)}.TryGetProperty({key}, out var {all}))",
            "{",
            "\t" + leave,
            "}",
            string.Empty,
            $"foreach (var {name} in {all}.EnumerateArray())",
        ];
    }
}
