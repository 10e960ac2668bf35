using System.Text.Json.Serialization;

namespace Lumen.Couriers.WhatsApp;

public sealed record WebhookUpdate([property: JsonPropertyName("entry")] IReadOnlyList<WebhookEntry> Entries);

public sealed record WebhookEntry([property: JsonPropertyName("changes")] IReadOnlyList<WebhookChange> Changes);

public sealed record WebhookChange([property: JsonPropertyName("value")] WebhookValue Value);

public sealed record WebhookValue(
    [property: JsonPropertyName("messages")] IReadOnlyList<InboundMessage>? Messages,
    [property: JsonPropertyName("statuses")] IReadOnlyList<MessageStatus>? Statuses);

public sealed record InboundMessage(
    [property: JsonPropertyName("from")] string From,
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("text")] InboundText? Text);

public sealed record InboundText([property: JsonPropertyName("body")] string Body);

public sealed record MessageStatus(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("recipient_id")] string RecipientId,
    [property: JsonPropertyName("errors")] IReadOnlyList<StatusError>? Errors);

public sealed record StatusError(
    [property: JsonPropertyName("code")] int Code,
    [property: JsonPropertyName("title")] string Title);
