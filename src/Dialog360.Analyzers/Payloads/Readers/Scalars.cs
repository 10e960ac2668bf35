using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>Reads expressions that become a JSON string, number, boolean or null.</summary>
internal static class Scalars
{
    /// <summary>The node of a constant, a text, or an enum member; null where <paramref name="resolved"/> is none of them.</summary>
    /// <param name="written">The expression in the message: where a diagnostic stands and what a fix edits.</param>
    /// <param name="resolved">What it comes down to.</param>
    /// <param name="resolver">Follows the parts of a text.</param>
    public static PayloadNode? Read(IOperation written, IOperation resolved, ValueResolver resolver)
    {
        if (EnumMemberOf(resolved) is { } member)
        {
            return EnumText(written, resolved, member);
        }

        Optional<object?> constant = written.ConstantValue.HasValue ? written.ConstantValue : ValueResolver.ConstantValueOf(resolved);
        if (constant.HasValue && constant.Value is not string)
        {
            return OfConstant(written, resolved, constant.Value);
        }

        if (resolved.Type?.SpecialType != SpecialType.System_String && !constant.HasValue && resolved is not IUtf8StringOperation)
        {
            return null;
        }

        CSharpText? text = CSharpTextReader.Read(resolved, resolver);
        if (text is not null && !text.Text.IsOneHole)
        {
            return OfText(written, resolved, text.Text, JsonType.String, text.Text.IsKnown
                ? ImmutableArray<IOperation?>.Empty
                : text.Segments.Where(static segment => segment.Form == LiteralForm.Hole).Select(static segment => segment.Hole).ToImmutableArray());
        }

        // A literal that is not closed yet has a value too, but not the one that it will have.
        return constant is { HasValue: true, Value: string known } && !resolved.Syntax.ContainsDiagnostics
            ? OfText(written, resolved, new HoledText(known), JsonType.String, ImmutableArray<IOperation?>.Empty)
            : null;
    }

    private static PayloadNode? OfConstant(IOperation written, IOperation resolved, object? value)
    {
        PayloadNode node = Node(written, resolved, PayloadKind.Null);
        switch (value)
        {
            case null:
                return node;
            case bool boolean:
                return node with { Kind = PayloadKind.Boolean, Boolean = boolean, StaticType = JsonType.Boolean };
            case char character:
                return node with { Kind = PayloadKind.Text, Text = new HoledText(character.ToString()), StaticType = JsonType.String };
            case IConvertible convertible:
                return node with
                {
                    Kind = PayloadKind.Number,
                    Number = convertible.ToDouble(CultureInfo.InvariantCulture),
                    NumberText = NumberTextOf(resolved, convertible),
                    StaticType = JsonType.Number,
                };
            default:
                return null;
        }
    }

    private static string NumberTextOf(IOperation resolved, IConvertible value) =>
        resolved.Syntax is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.NumericLiteralExpression)
            ? literal.Token.Text.TrimEnd('d', 'D', 'f', 'F', 'm', 'M', 'l', 'L', 'u', 'U').Replace("_", string.Empty)
            : value.ToString(CultureInfo.InvariantCulture);

    private static IFieldSymbol? EnumMemberOf(IOperation resolved) =>
        resolved is IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum, HasConstantValue: true } field } ? field : null;

    /// <summary>An enum is written as the text of its member, the way those who have a string converter see it; its JSON type stays unknown.</summary>
    private static PayloadNode EnumText(IOperation written, IOperation resolved, IFieldSymbol member)
    {
        string name = SerializedNames.AttributeName(member) ?? member.Name.ToLowerInvariant();
        return OfText(written, resolved, new HoledText(name), JsonType.Unknown, ImmutableArray<IOperation?>.Empty);
    }

    private static PayloadNode OfText(IOperation written, IOperation resolved, HoledText text, JsonType type, ImmutableArray<IOperation?> holes) =>
        new(PayloadKind.Text, SourceSpan.Of(written.Syntax), new PayloadOrigin(WritingStyle.Expression, written.Syntax))
        {
            Operation = resolved,
            Text = text,
            StaticType = type,
            HoleOperations = holes,
        };

    private static PayloadNode Node(IOperation written, IOperation resolved, PayloadKind kind) =>
        new(kind, SourceSpan.Of(written.Syntax), new PayloadOrigin(WritingStyle.Expression, written.Syntax)) { Operation = resolved };
}
