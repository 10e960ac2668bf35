using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Picture;

namespace Dialog360.Analyzers.Payloads.Messages;

/// <summary>The places of a message that several rules look at: in its own object, in the parameters of a template, in the header of an interactive message.</summary>
internal static class MessagePlaces
{
    /// <summary>See <see cref="MessagePicture.Media"/>.</summary>
    public static IEnumerable<MediaPlace> MediaOf(MessagePicture message)
    {
        foreach (PayloadNode owner in Owners(message))
        {
            PayloadMember? discriminator = owner.Member("type");
            if (discriminator is not null && discriminator.Value.KnownText is null)
            {
                continue;
            }

            string? said = discriminator?.Value.KnownText ?? MessageRecognizer.ImpliedType(owner);
            if (MessageNames.IsMediaType(said) && owner.Member(said!) is { Value.Kind: PayloadKind.Object } content)
            {
                yield return new MediaPlace(said!, content.Value, content, owner, discriminator);
            }
        }
    }

    /// <summary>See <see cref="MessagePicture.Locations"/>.</summary>
    public static IEnumerable<PayloadNode> LocationsOf(MessagePicture message)
    {
        foreach (PayloadNode owner in Owners(message))
        {
            if (owner["location"] is { Kind: PayloadKind.Object } location)
            {
                yield return location;
            }
        }
    }

    /// <summary>The parameters of a template's components.</summary>
    public static IEnumerable<(PayloadNode Component, PayloadNode Parameter)> TemplateParameters(MessagePicture message)
    {
        if (message.Root["template"]?["components"] is not { Kind: PayloadKind.Array } components)
        {
            yield break;
        }

        foreach (PayloadNode component in components.Elements)
        {
            if (component["parameters"] is { Kind: PayloadKind.Array } parameters)
            {
                foreach (PayloadNode parameter in parameters.Elements)
                {
                    yield return (component, parameter);
                }
            }
        }
    }

    /// <summary>The objects that have a <c>type</c> beside a member named like it.</summary>
    private static IEnumerable<PayloadNode> Owners(MessagePicture message)
    {
        yield return message.Root;
        if (message.Root["interactive"]?["header"] is { Kind: PayloadKind.Object } header)
        {
            yield return header;
        }

        foreach ((_, PayloadNode parameter) in TemplateParameters(message))
        {
            yield return parameter;
        }
    }
}
