using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>Reads JSON in a C# text.</summary>
internal static class JsonTextReader
{
    private static readonly char[] JsonCharacters = ['{', '"', '\''];

    /// <summary>The picture of the JSON in a text; null where it is no JSON object or array, or cannot hold a message.</summary>
    public static PayloadNode? Read(CSharpText text, ValueResolver resolver)
    {
        if (!MayHoldMessage(text.Text.Text) || text.ParseJson(resolver.CancellationToken).Root is not { Kind: JsonKind.Object or JsonKind.Array } root)
        {
            return null;
        }

        return NodeOf(root, text, resolver);
    }

    /// <summary>What RFC 8259 refuses in a text, in its order.</summary>
    public static ImmutableArray<JsonError> ErrorsOf(CSharpText text, CancellationToken cancellationToken) => text.ParseJson(cancellationToken).Errors;

    /// <summary>
    /// A quick look before a text is read: a message has braces and one of the members that make one. Ordinary strings
    /// end here.
    /// </summary>
    public static bool MayHoldMessage(string text) =>
        text.IndexOf('{') >= 0
        && (HasWord(text, "to") || text.IndexOf("messaging_product", StringComparison.Ordinal) >= 0 || text.IndexOf("recipient_type", StringComparison.Ordinal) >= 0);

    /// <summary>
    /// The same look at the source of an expression, before anything is read. What is put together from parts may have its names
    /// elsewhere: there the braces or quotes of a piece of JSON are enough.
    /// </summary>
    public static bool MayHoldMessage(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => MayHoldMessage(text),
        IUtf8StringOperation text => MayHoldMessage(text.Value),
        ILiteralOperation => false,
        _ => MayHoldJson(operation.Syntax),
    };

    /// <summary>Whether the source of an expression has a string with a brace or quote in it, or replaces in or formats a text from elsewhere.</summary>
    private static bool MayHoldJson(SyntaxNode expression)
    {
        foreach (SyntaxToken token in expression.DescendantTokens())
        {
            bool isText = token.RawKind is (int)SyntaxKind.StringLiteralToken or (int)SyntaxKind.InterpolatedStringTextToken
                or (int)SyntaxKind.SingleLineRawStringLiteralToken or (int)SyntaxKind.MultiLineRawStringLiteralToken
                or (int)SyntaxKind.Utf8StringLiteralToken or (int)SyntaxKind.Utf8SingleLineRawStringLiteralToken or (int)SyntaxKind.Utf8MultiLineRawStringLiteralToken;
            if (isText ? token.ValueText.IndexOfAny(JsonCharacters) >= 0 : token.Text is "Replace" or "Format")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word stands between characters that are no letters, at least once.</summary>
    private static bool HasWord(string text, string word)
    {
        for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            int end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static PayloadNode NodeOf(JsonNode node, CSharpText text, ValueResolver resolver)
    {
        PayloadOrigin origin = new(WritingStyle.JsonText, text.Expression) { Json = new JsonPlace(text, node, Member: null) };
        PayloadNode unknown = new(PayloadKind.Unknown, text.SpanOf(node.Start, node.End - node.Start), origin);
        return node.Kind switch
        {
            JsonKind.Object => ObjectOf(node, text, origin, resolver),
            JsonKind.Array => ArrayOf(node, text, origin, resolver),
            JsonKind.String => TextOf(node, text, origin),
            JsonKind.Hole => HoleOf(node, text, origin, resolver),
            JsonKind.Number => NumberOf(node, unknown) ?? unknown,
            JsonKind.True or JsonKind.False => BooleanOf(node.Kind == JsonKind.True, unknown),
            JsonKind.Null => new PayloadNode(PayloadKind.Null, unknown.Span, origin),
            JsonKind.Invalid => MeantBy(node, unknown),
            _ => unknown,
        };
    }

    private static PayloadNode ObjectOf(JsonNode node, CSharpText text, PayloadOrigin origin, ValueResolver resolver)
    {
        ImmutableArray<PayloadMember>.Builder members = ImmutableArray.CreateBuilder<PayloadMember>();
        bool isOpen = node.IsOpen || !node.IsClosed;
        foreach (JsonMember member in node.Members)
        {
            SourceSpan nameSpan = text.SpanOf(member.NameStart, member.NameEnd - member.NameStart);
            PayloadOrigin memberOrigin = new(WritingStyle.JsonText, text.Expression) { Json = new JsonPlace(text, member.Value, member) };
            PayloadNode value = member.Value is null ? new PayloadNode(PayloadKind.Unknown, nameSpan, memberOrigin) : NodeOf(member.Value, text, resolver);
            isOpen |= !member.Name.IsKnown;
            members.Add(new PayloadMember(member.Name.IsKnown ? member.Name.Text : string.Empty, nameSpan, value, memberOrigin)
            {
                NameOperation = member.Name.IsOneHole && HoleAt(text, member.NameStart) is { } name ? resolver.Resolve(name) : null,
            });
        }

        return new PayloadNode(PayloadKind.Object, text.SpanOf(node.Start, node.End - node.Start), origin)
        {
            Members = members.ToImmutable(),
            IsOpen = isOpen,
            StaticType = JsonType.Object,
        };
    }

    private static PayloadNode ArrayOf(JsonNode node, CSharpText text, PayloadOrigin origin, ValueResolver resolver)
    {
        ImmutableArray<PayloadNode>.Builder elements = ImmutableArray.CreateBuilder<PayloadNode>();
        foreach (JsonNode element in node.Elements)
        {
            elements.Add(NodeOf(element, text, resolver));
        }

        return new PayloadNode(PayloadKind.Array, text.SpanOf(node.Start, node.End - node.Start), origin)
        {
            Elements = elements.ToImmutable(),
            IsOpen = node.IsOpen || !node.IsClosed,
            StaticType = JsonType.Array,
        };
    }

    private static PayloadNode TextOf(JsonNode node, CSharpText text, PayloadOrigin origin)
    {
        HoledText value = node.Value!;
        ImmutableArray<IOperation?>.Builder holes = ImmutableArray.CreateBuilder<IOperation?>(value.Holes.Length);
        ImmutableArray<SyntaxNode?>.Builder sites = ImmutableArray.CreateBuilder<SyntaxNode?>(value.Holes.Length);
        foreach (int hole in value.Holes)
        {
            TextSegment? segment = text.SegmentAt(node.RawIndex(hole));
            holes.Add(segment?.Hole);
            sites.Add(segment?.Site);
        }

        int start = node.RawIndex(0);
        return new PayloadNode(PayloadKind.Text, text.SpanOf(start, node.RawIndex(value.Text.Length) - start), origin)
        {
            Text = value,
            HoleOperations = holes.ToImmutable(),
            HoleSites = sites.ToImmutable(),
            Operation = value.IsOneHole ? holes[0] : null,
            StaticType = JsonType.String,
        };
    }

    private static PayloadNode HoleOf(JsonNode node, CSharpText text, PayloadOrigin origin, ValueResolver resolver)
    {
        IOperation? hole = HoleAt(text, node.Start);
        hole = hole is null ? null : NumberTexts.NumberIn(resolver.Resolve(hole)) ?? resolver.Resolve(hole);
        if (hole is not null && !TextCalls.IsString(hole.Type) && Scalars.Read(hole, resolver.Resolve(hole), resolver) is { } scalar)
        {
            // A number that is known, though not how the culture of the machine writes it.
            return scalar with { Span = text.SpanOf(node.Start, node.End - node.Start) };
        }

        return new PayloadNode(PayloadKind.Unknown, text.SpanOf(node.Start, node.End - node.Start), origin)
        {
            // A text there is JSON, not a value: nobody may take it for the string that stands in the message.
            Operation = TextCalls.IsString(hole?.Type) ? null : hole,
            HoleOperations = ImmutableArray.Create(hole),
            StaticType = TypeOf(hole?.Type),
        };
    }

    private static PayloadNode? NumberOf(JsonNode node, PayloadNode unknown) =>
        double.TryParse(node.Value!.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? new PayloadNode(PayloadKind.Number, unknown.Span, unknown.Origin) { Number = number, NumberText = node.Value.Text, StaticType = JsonType.Number }
            : null;

    private static PayloadNode BooleanOf(bool value, PayloadNode unknown) =>
        new(PayloadKind.Boolean, unknown.Span, unknown.Origin) { Boolean = value, StaticType = JsonType.Boolean };

    /// <summary>What a token that JSON refuses was meant to be: <c>True</c>, <c>None</c>, <c>.5</c>, <c>NaN</c>.</summary>
    private static PayloadNode MeantBy(JsonNode node, PayloadNode unknown) => JsonWords.MeantBy(node.Value!.Text) switch
    {
        "true" => BooleanOf(true, unknown),
        "false" => BooleanOf(false, unknown),
        "null" => new PayloadNode(PayloadKind.Null, unknown.Span, unknown.Origin),
        _ => NumberOf(node, unknown) ?? unknown,
    };

    private static IOperation? HoleAt(CSharpText text, int index) => text.SegmentAt(index)?.Hole;

    /// <summary>The JSON type that a hole outside strings gives. A string there may be any JSON text.</summary>
    private static JsonType TypeOf(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var underlying] })
        {
            type = underlying;
        }

        return type switch
        {
            { TypeKind: TypeKind.Enum } => JsonType.Unknown,
            { SpecialType: SpecialType.System_Boolean } => JsonType.Boolean,
            { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } => JsonType.Number,
            _ => JsonType.Unknown,
        };
    }
}
