using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bellavista.Hotel.Messages;

/// <summary>Messages of every type, written in every way.</summary>
public static class CloudMessages
{
    private const string Cdn = "https://cdn.bellavista.example";

    public static object Text(string to, string body) => new
    {
        messaging_product = "whatsapp",
        recipient_type = "individual",
        to,
        type = "text",
        text = new { body, preview_url = false },
    };

    public static object Template(string to, string name, string language, params string[] values) => new
    {
        messaging_product = "whatsapp",
        to,
        type = "template",
        template = new
        {
            name,
            language = new { code = language },
            components = new object[]
            {
                new { type = "body", parameters = values.Select(text => new { type = "text", text }).ToArray() },
            },
        },
    };

    public static Dictionary<string, object> Breakfast(string to) => new()
    {
        ["messaging_product"] = "whatsapp",
        ["to"] = to,
        ["type"] = "image",
        ["image"] = new Dictionary<string, object>
        {
            ["link"] = Cdn + "/menu/breakfast.jpeg?v=3",
            ["caption"] = "Served from 7 to 11",
        },
    };

    public static JsonObject Welcome(string to) => new()
    {
        ["messaging_product"] = "whatsapp",
        ["to"] = to,
        ["type"] = "video",
        ["video"] = new JsonObject { ["link"] = $"{Cdn}/tour/{Uri.EscapeDataString("grand hall")}.mp4" },
    };

    public static string Location(string to) => $$"""
        {
          "messaging_product": "whatsapp",
          "to": "{{to}}",
          "type": "location",
          "location": { "latitude": 46.4102, "longitude": 9.0251, "name": "Hotel Bellavista", "address": "Lungolago 1" }
        }
        """;

    public static string Note(string to, string note) =>
        "{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"" + JsonEncodedText.Encode(note) + "\"}}";

    public static object Bill(string to, string number) => new
    {
        messaging_product = "whatsapp",
        to,
        type = "document",
        document = new
        {
            link = "https://cdn.bellavista.example/bills/" + Uri.EscapeDataString(number) + ".pdf",
            filename = number + ".pdf",
        },
    };

    // The link of the picture is a parameter of the resizing service, and encoded once as such.
    public static object Thumbnail(string to) => new
    {
        messaging_product = "whatsapp",
        to,
        type = "image",
        image = new { link = "https://images.bellavista.example/resize.png?source=https%3A%2F%2Fcdn.bellavista.example%2Fpool%2520view.png&w=400" },
    };

    public static object Choices(string to) => new
    {
        messaging_product = "whatsapp",
        to,
        type = "interactive",
        interactive = new
        {
            type = "button",
            body = new { text = "Would you like a late check-out?" },
            action = new
            {
                buttons = new[]
                {
                    new { type = "reply", reply = new { id = "late", title = "Yes, please" } },
                    new { type = "reply", reply = new { id = "early", title = "No, thank you" } },
                },
            },
        },
    };

    public static object Greeting(string to, string? mp3) => new
    {
        messaging_product = "whatsapp",
        to,
        type = "audio",
        audio = new { link = mp3 ?? Cdn + "/greeting.ogg" },
    };

    public static object Sticker(string to) => new
    {
        messaging_product = "whatsapp",
        to,
        type = "sticker",
        sticker = new { link = Cdn + "/stickers/sun.webp" },
    };

    public static object Read(string messageId) => new { messaging_product = "whatsapp", status = "read", message_id = messageId };
}
