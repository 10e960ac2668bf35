using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>DLG0113: a template language that WhatsApp does not have.</summary>
internal sealed class TemplateLanguageUnknown : Rule<PayloadScope>
{
    /// <summary>Creates the rule.</summary>
    public TemplateLanguageUnknown()
        : base("DLG0113")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(PayloadScope scope)
    {
        MessagePicture message = scope.Message;
        foreach (SchemaPlace place in message.Objects)
        {
            // The members of an enum stand for codes that its converter knows: only texts are judged.
            if (place is { Holder: "language", Shape.Name: "language" }
                && place.Node.Member("code") is { Value: { KnownText: { } code, StaticType: JsonType.String } value } member
                && !TemplateLanguages.Contains(code)
                && !Given.HasPlaceholder(code)
                && !(code.Length == 0 && Given.IsDefault(member)))
            {
                ImmutableArray<string> nearest = TemplateLanguages.Nearest(code);
                string advice = nearest.IsEmpty ? string.Empty : Words.Advice("use", Words.Or(nearest));
                yield return new Finding(this, value.Span, ImmutableArray.Create(code, Words.Errors(message.IsCloud), advice))
                {
                    Node = place.Node,
                    Member = member,
                    Detail = nearest,
                };
            }
        }
    }
}
