using System.Text.Json.Serialization;

namespace Riverside.Clinic.Inbound;

public sealed class WebhookPayload
{
    [JsonPropertyName("entry")]
    public List<WebhookEntry> Entries { get; set; } = [];
}

public sealed class WebhookEntry
{
    [JsonPropertyName("changes")]
    public List<WebhookChange> Changes { get; set; } = [];
}

public sealed class WebhookChange
{
    [JsonPropertyName("value")]
    public WebhookValue? Value { get; set; }
}

public sealed class WebhookValue
{
    [JsonPropertyName("messages")]
    public List<PatientMessage> Messages { get; set; } = [];

    [JsonPropertyName("statuses")]
    public List<DeliveryStatus> Statuses { get; set; } = [];
}

public sealed class PatientMessage
{
    [JsonPropertyName("from")]
    public string Sender { get; set; } = "";

    [JsonPropertyName("id")]
    public string Id { get; set; } = "";

    [JsonPropertyName("type")]
    public string Kind { get; set; } = "";

    [JsonPropertyName("text")]
    public PatientText? Text { get; set; }
}

public sealed class PatientText
{
    [JsonPropertyName("body")]
    public string Body { get; set; } = "";
}

public sealed class DeliveryStatus
{
    [JsonPropertyName("id")]
    public string MessageId { get; set; } = "";

    [JsonPropertyName("status")]
    public string State { get; set; } = "";

    [JsonPropertyName("recipient_id")]
    public string Recipient { get; set; } = "";

    [JsonPropertyName("errors")]
    public List<DeliveryError> Errors { get; set; } = [];
}

public sealed class DeliveryError
{
    [JsonPropertyName("code")]
    public int Code { get; set; }

    [JsonPropertyName("title")]
    public string Title { get; set; } = "";
}
