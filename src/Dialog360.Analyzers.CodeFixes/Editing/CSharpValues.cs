using System.Globalization;
using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Writes values as C# expressions, in the style of the object that they are put into.</summary>
internal static class CSharpValues
{
    /// <summary>
    /// The C# text of a value; null where it cannot be written in that style (an object of an unknown class).
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="style">The style of the object that it goes into.</param>
    /// <param name="target">The type that is expected, or null where any will do.</param>
    /// <param name="names">How the names of members are written.</param>
    /// <param name="dictionary">Of a dictionary or JSON tree, the C# type of its objects.</param>
    public static string? Write(NewValue value, WritingStyle style, ITypeSymbol? target, NameStyle names, string? dictionary)
    {
        switch (value)
        {
            case NewValue.Text text:
                return Accepts(target, SpecialType.System_String) ? LiteralCodec.Quote(text.Value) : null;
            case NewValue.Boolean boolean:
                return Accepts(target, SpecialType.System_Boolean) ? (boolean.Value ? "true" : "false") : null;
            case NewValue.Number number:
                return Number(number.Digits, target);
            case NewValue.Code code:
                return Takes(target, code.Type) ? code.Expression : null;
            case NewValue.Null:
                return target is null or { IsReferenceType: true } ? "null" : null;
            case NewValue.Object when target is not null and not { SpecialType: SpecialType.System_Object } && dictionary is null:
                return null;
            case NewValue.Object written when dictionary is not null:
                return Join($"new {dictionary} {{ ", written.Members.Select(member => Write(member.Value, style, target: null, names, dictionary) is { } inner ? $"[{LiteralCodec.Quote(member.Name)}] = {inner}" : null), " }");
            case NewValue.Object written:
                return Join("new { ", written.Members.Select(member => Write(member.Value, style, target: null, names, dictionary) is { } inner ? $"{EditContext.Identifier(names.Of(member.Name))} = {inner}" : null), " }");
            case NewValue.Array array:
                string open = style switch
                {
                    WritingStyle.JsonDom => "new JsonArray(",
                    WritingStyle.JObject => "new JArray(",
                    _ when dictionary is not null => "new object[] { ",
                    _ => IsMixed(array) ? "new object[] { " : "new[] { ",
                };
                return array.Elements.IsEmpty ? null : Join(open, array.Elements.Select(element => Write(element, style, target: null, names, dictionary)), open.EndsWith("(", StringComparison.Ordinal) ? ")" : " }");
            default:
                return null;
        }
    }

    /// <summary>The C# text of a number for a place of that type; null where the type cannot hold it.</summary>
    public static string? Number(string digits, ITypeSymbol? target)
    {
        bool isWhole = digits.IndexOfAny(['.', 'e', 'E']) < 0;
        if (target is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            target = nullable.TypeArguments[0];
        }

        return target?.SpecialType switch
        {
            null or SpecialType.System_Object => digits,
            SpecialType.System_Double => digits,
            SpecialType.System_Decimal => isWhole ? digits : digits + "m",
            SpecialType.System_Single => isWhole ? digits : digits + "f",
            SpecialType.System_Int32 or SpecialType.System_Int64 => isWhole && long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? digits : null,
            _ => target is { TypeKind: TypeKind.Class or TypeKind.Interface } && target.SpecialType == SpecialType.None ? digits : null,
        };
    }

    /// <summary>The suffix of a number literal (<c>m</c>, <c>f</c>, <c>d</c>), or nothing.</summary>
    public static string SuffixOf(ExpressionSyntax expression)
    {
        while (expression is PrefixUnaryExpressionSyntax unary)
        {
            expression = unary.Operand;
        }

        if (!expression.IsKind(SyntaxKind.NumericLiteralExpression) || ((LiteralExpressionSyntax)expression).Token.Text is not { Length: > 1 } text || text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return string.Empty;
        }

        char last = text[text.Length - 1];
        return "mMfFdD".IndexOf(last) >= 0 ? last.ToString() : string.Empty;
    }

    /// <summary>Whether elements are objects with different members, which have no common type as anonymous objects.</summary>
    private static bool IsMixed(NewValue.Array array) =>
        array.Elements.OfType<NewValue.Object>().Select(static element => string.Join(",", element.Members.Select(static member => member.Name))).Distinct(StringComparer.Ordinal).Count() > 1;

    private static bool Accepts(ITypeSymbol? target, SpecialType type)
    {
        if (target is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            target = nullable.TypeArguments[0];
        }

        return target is null || target.SpecialType == type || target.SpecialType == SpecialType.System_Object
            || (target.SpecialType == SpecialType.None && target.Name is "JsonNode" or "JToken" or "JValue");
    }

    private static bool Takes(ITypeSymbol? target, ITypeSymbol? type) =>
        target is null or { SpecialType: SpecialType.System_Object }
        || SymbolEqualityComparer.Default.Equals(target, type)
        || (target is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && SymbolEqualityComparer.Default.Equals(nullable.TypeArguments[0], type));

    private static string? Join(string open, IEnumerable<string?> parts, string close)
    {
        List<string> list = new();
        foreach (string? part in parts)
        {
            if (part is null)
            {
                return null;
            }

            list.Add(part);
        }

        return open + string.Join(", ", list) + close;
    }
}
