using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Rules;

/// <summary>What several rules ask about a value: whether somebody wrote it, and how much of it is known.</summary>
internal static class Given
{
    /// <summary>Whether the value is only what the class gives every new object: an empty text there says nothing about the message.</summary>
    public static bool IsDefault(PayloadMember member) => member.Origin.Style == WritingStyle.ClassDefault || member.Value.Origin.Style == WritingStyle.ClassDefault;

    /// <summary>Whether a value will stand in the JSON and not be null: a known one, or one whose type cannot be null.</summary>
    public static bool IsNeverNull(PayloadNode value) => value.Kind switch
    {
        PayloadKind.Null or PayloadKind.Choice => false,
        PayloadKind.Text => !value.Text!.IsOneHole || value.Origin.Style == WritingStyle.JsonText,
        PayloadKind.Unknown => value.Operation is { } operation && CannotBeNull(ValueResolver.Strip(operation)),
        _ => true,
    };

    /// <summary>Whether a text holds a placeholder of its own (<c>{{name}}</c>, <c>&lt;number&gt;</c>, <c>@to@</c>), which something fills later.</summary>
    public static bool HasPlaceholder(string text)
    {
        int angle = text.IndexOf('<');
        return text.IndexOf("{{", StringComparison.Ordinal) >= 0
            || text.StartsWith("{", StringComparison.Ordinal) || text.StartsWith("[", StringComparison.Ordinal)
            || text.Length > 2 && text[0] is '%' or '@' && text[text.Length - 1] == text[0]
            || text.StartsWith("$", StringComparison.Ordinal) || text.StartsWith("#", StringComparison.Ordinal)
            || angle >= 0 && text.IndexOf('>', angle) > 0;
    }

    /// <summary>The number of characters (UTF-16) that a text has at least: holes and placeholders count for nothing.</summary>
    public static int KnownLength(HoledText text)
    {
        int length = text.Text.Length - text.Holes.Length;
        int open = text.Text.IndexOf("{{", StringComparison.Ordinal);
        while (open >= 0)
        {
            int close = text.Text.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                break;
            }

            length -= close + 2 - open;
            open = text.Text.IndexOf("{{", close, StringComparison.Ordinal);
        }

        return Math.Max(length, 0);
    }

    private static bool CannotBeNull(IOperation operation) =>
        operation.Type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T }
        || SymbolTypeOf(operation) is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated };

    private static ITypeSymbol? SymbolTypeOf(IOperation operation) => operation switch
    {
        Microsoft.CodeAnalysis.Operations.IParameterReferenceOperation { Parameter: var parameter } => parameter.Type,
        Microsoft.CodeAnalysis.Operations.IPropertyReferenceOperation { Property: var property } => property.Type,
        Microsoft.CodeAnalysis.Operations.IFieldReferenceOperation { Field: var field } => field.Type,
        Microsoft.CodeAnalysis.Operations.IInvocationOperation { TargetMethod: var method } => method.ReturnType,
        _ => null,
    };
}
