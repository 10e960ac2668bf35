using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>What a fix of <see cref="WrongJsonType"/> needs to know.</summary>
/// <param name="Takes">The JSON types that the member takes.</param>
/// <param name="Gets">The JSON type that it gets.</param>
internal sealed record TypeMismatch(SchemaTypes Takes, SchemaTypes Gets);

/// <summary>DLG0106: a member that gets another JSON type than it takes, by its literal or by the C# type of the value.</summary>
internal sealed class WrongJsonType : Rule<PayloadScope>
{
    /// <summary>Creates the rule.</summary>
    public WrongJsonType()
        : base("DLG0106")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(PayloadScope scope)
    {
        MessagePicture message = scope.Message;
        foreach (SchemaPlace place in message.Objects)
        {
            foreach (PayloadMember member in place.Node.Members)
            {
                if (place.Shape.Member(member.Name) is not { Types: not SchemaTypes.None and var takes } documented)
                {
                    continue;
                }

                if (TypeOf(member) is not SchemaTypes.None and var gets && (takes & gets) == 0)
                {
                    yield return Finding(message, place, member, member.Value, place.PathOf(member.Name), takes, gets);
                }

                // What has a shape is an object, in an array too.
                for (int index = 0; documented.Shape is not null && index < member.Value.Elements.Length; index++)
                {
                    PayloadNode element = member.Value.Elements[index];
                    if (TypeOf(element) is not (SchemaTypes.None or SchemaTypes.Object) and var type)
                    {
                        yield return Finding(message, place, member, element, $"{place.PathOf(member.Name)}[{index.ToString(CultureInfo.InvariantCulture)}]", SchemaTypes.Object, type);
                    }
                }
            }
        }
    }

    /// <summary>The JSON type of a member's value; none where it is not known, or where a converter decides.</summary>
    public static SchemaTypes TypeOf(PayloadMember member)
    {
        if (member.Symbol is { } symbol && JsonTypes.HasConverter(symbol))
        {
            return SchemaTypes.None;
        }

        return TypeOf(member.Value);
    }

    private Finding Finding(MessagePicture message, SchemaPlace place, PayloadMember member, PayloadNode value, string path, SchemaTypes takes, SchemaTypes gets)
    {
        string? advice = (takes, gets) switch
        {
            (SchemaTypes.Boolean, SchemaTypes.String) => "unquote",
            (SchemaTypes.String, SchemaTypes.Number or SchemaTypes.Boolean) => "quote",
            _ => null,
        };
        return new Finding(this, value.Span, ImmutableArray.Create(path, NameOf(takes), NameOf(gets), Words.Errors(message.IsCloud), Words.Advice(advice)))
        {
            Node = place.Node,
            Member = ReferenceEquals(value, member.Value) ? member : null,
            Detail = new TypeMismatch(takes, gets),
        };
    }

    private static SchemaTypes TypeOf(PayloadNode value)
    {
        return value.Kind switch
        {
            PayloadKind.Object => SchemaTypes.Object,
            PayloadKind.Array => SchemaTypes.Array,
            PayloadKind.Number => SchemaTypes.Number,
            PayloadKind.Boolean => SchemaTypes.Boolean,

            // A member of an enum is read as a text, but may as well be written as a number.
            PayloadKind.Text when value.StaticType == JsonType.String => SchemaTypes.String,

            // Objects of own types may have a converter in the options.
            PayloadKind.Unknown when value.StaticType != JsonType.Object => TypeOf(value.StaticType),
            _ => SchemaTypes.None,
        };
    }

    private static SchemaTypes TypeOf(JsonType type) => type switch
    {
        JsonType.String => SchemaTypes.String,
        JsonType.Number => SchemaTypes.Number,
        JsonType.Boolean => SchemaTypes.Boolean,
        JsonType.Array => SchemaTypes.Array,
        _ => SchemaTypes.None,
    };

    private static string NameOf(SchemaTypes types) => types.ToString().ToLowerInvariant().Replace(", ", " or ");
}
