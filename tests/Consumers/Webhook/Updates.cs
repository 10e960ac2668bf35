using System.Text.Json.Serialization;

namespace Harbour.Lettings;

/// <summary>What WhatsApp posts.</summary>
public sealed class Update
{
    [JsonPropertyName("entry")]
    public List<Entry>? Entries { get; set; }
}

public sealed class Entry
{
    [JsonPropertyName("changes")]
    public List<Change>? Changes { get; set; }
}

public sealed class Change
{
    [JsonPropertyName("value")]
    public ChangeValue? Value { get; set; }
}

public sealed class ChangeValue
{
    [JsonPropertyName("messages")]
    public List<TenantMessage>? Messages { get; set; }

    [JsonPropertyName("statuses")]
    public List<DeliveryStatus>? Statuses { get; set; }
}

public sealed class TenantMessage
{
    [JsonPropertyName("id")]
    public string Id { get; set; } = "";

    [JsonPropertyName("from")]
    public string? Phone { get; set; }

    [JsonPropertyName("from_user_id")]
    public string? User { get; set; }
}

public sealed class DeliveryStatus
{
    [JsonPropertyName("id")]
    public string Id { get; set; } = "";

    [JsonPropertyName("status")]
    public string State { get; set; } = "";

    [JsonPropertyName("errors")]
    public List<DeliveryError>? Errors { get; set; }
}

public sealed class DeliveryError
{
    [JsonPropertyName("code")]
    public int Code { get; set; }

    [JsonPropertyName("title")]
    public string? Title { get; set; }
}
