using System.Text.Json.Serialization;

namespace Lumen.Couriers.WhatsApp;

public class OutboundMessage
{
    [JsonPropertyName("messaging_product")]
    public string MessagingProduct { get; } = "whatsapp";

    [JsonPropertyName("to")]
    public required string Recipient { get; init; }

    [JsonPropertyName("type")]
    public required string Kind { get; init; }

    [JsonPropertyName("text")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TextContent? Text { get; init; }

    [JsonPropertyName("location")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Place? Place { get; init; }

    [JsonPropertyName("document")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MediaContent? Document { get; init; }

    [JsonPropertyName("video")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MediaContent? Video { get; init; }
}

public sealed record TextContent([property: JsonPropertyName("body")] string Body);

public sealed class Place
{
    [JsonPropertyName("latitude")]
    public double Lat { get; init; }

    [JsonPropertyName("longitude")]
    public double Lng { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }
}

public sealed class MediaContent
{
    [JsonPropertyName("link")]
    public required string Url { get; init; }
}
