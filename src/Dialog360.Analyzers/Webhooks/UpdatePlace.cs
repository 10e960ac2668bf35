using Dialog360.Analyzers.Catalog;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>Where in an update a value stands.</summary>
/// <param name="Shape">What the value is, or what its elements are.</param>
/// <param name="IsList">Whether it is the whole list.</param>
/// <param name="Within">The message, status or contact that it is a part of; null outside of these.</param>
internal readonly record struct UpdatePlace(WebhookShape Shape, bool IsList, WebhookShape? Within)
{
    /// <summary>A whole update.</summary>
    public static UpdatePlace Update => new(WebhookSchema.Current.Update, false, null);

    /// <summary>One element of the list, or the value itself.</summary>
    public UpdatePlace Element => this with { IsList = false };

    /// <summary>The list of such elements.</summary>
    public UpdatePlace List => this with { IsList = true };

    /// <summary>Whether it is a list or an object, and no single value.</summary>
    public bool HasParts => IsList || Shape.Members.Count > 0;

    /// <summary>Whether it is the list of inbound messages, one of them, or a part of one.</summary>
    public bool IsOfMessage => Is(WebhookSchema.Current.Message);

    /// <summary>Whether it is the list of statuses, one of them, or a part of one.</summary>
    public bool IsOfStatus => Is(WebhookSchema.Current.Status);

    /// <summary>Whether it holds all that came, or one of the levels above messages and statuses.</summary>
    public bool IsContainer =>
        Shape == WebhookSchema.Current.Update || Shape == WebhookSchema.Current.Entry || Shape == WebhookSchema.Current.Change || Shape == WebhookSchema.Current.Value;

    /// <summary>The member of that name; null where the schema has none in a container, and a nameless part below messages, statuses and contacts.</summary>
    public UpdatePlace? Child(string name)
    {
        WebhookShape? within = Shape == WebhookSchema.Current.Message || Shape == WebhookSchema.Current.Status || Shape == WebhookSchema.Current.Contact ? Shape : Within;
        if (Shape.Members.TryGetValue(WebhookSchema.Plain(name), out WebhookMember? member))
        {
            return new UpdatePlace(member.Shape, member.IsList, within);
        }

        return within is null ? null : new UpdatePlace(WebhookSchema.Current.Part, false, within);
    }

    /// <summary>Whether it is such a list or object, or a part of one.</summary>
    public bool Is(WebhookShape shape) => Shape == shape || Within == shape;
}
