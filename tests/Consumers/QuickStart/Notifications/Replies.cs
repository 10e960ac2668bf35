using Lumen.Couriers.WhatsApp;

namespace Lumen.Couriers.Notifications;

/// <summary>What customers are answered with.</summary>
public static class Replies
{
    private const string Cdn = "https://cdn.lumen-couriers.example";

    // Places

    public static object Depot(string to) => new
    {
        messaging_product = "whatsapp",
        to,
        type = "location",
        location = new
        {
            latitude = 151.2093, // DLG0101
            longitude = -33.8688,
            name = "Depot Sydney",
        },
    };

    public static object HeadOffice(string to) => new
    {
        messaging_product = "whatsapp",
        to,
        type = "location",
        location = new { latitude = -37.8136, longitude = 144.9631, name = "Head office" },
    };

    public static OutboundMessage Locker(string to) => new()
    {
        Recipient = to,
        Kind = "location",
        Place = new Place
        {
            Lat = 52520008, // DLG0101
            Lng = 13.404954,
            Name = "Locker 12",
        },
    };

    public static OutboundMessage OtherLocker(string to) => new()
    {
        Recipient = to,
        Kind = "location",
        Place = new Place { Lat = 52.52437, Lng = 13.41053, Name = "Locker 13" },
    };

    public static string PickupPoint(string to) => $$"""
        {
          "messaging_product": "whatsapp",
          "to": "{{to}}",
          "type": "location",
          "location": { "latitude": 35.6895, "longitude": 1396.917, "name": "Kiosk Shinjuku" }
        }
        """; // DLG0101 (2 lines up)

    // Media

    public static object ProofOfDelivery(string to) => new
    {
        messaging_product = "whatsapp",
        to,
        type = "image",
        image = new { link = Cdn + "/proof/latest.pdf" }, // DLG0102
    };

    public static object DoorPhoto(string to) => new
    {
        messaging_product = "whatsapp",
        to,
        type = "image",
        image = new { link = Cdn + "/proof/door.jpg" },
    };

    public static string VoiceNote(string to, string id) =>
        $$$"""{"messaging_product":"whatsapp","to":"{{{to}}}","type":"video","video":{"link":"https://cdn.lumen-couriers.example/notes/{{{Uri.EscapeDataString(id)}}}.mp3"}}"""; // DLG0102

    public static string DriverVideo(string to, string id) =>
        $$$"""{"messaging_product":"whatsapp","to":"{{{to}}}","type":"video","video":{"link":"https://cdn.lumen-couriers.example/notes/{{{Uri.EscapeDataString(id)}}}.mp4"}}""";

    public static object ThankYouSticker(string to) => new Dictionary<string, object>
    {
        ["messaging_product"] = "whatsapp",
        ["to"] = to,
        ["type"] = "sticker",
        ["sticker"] = new Dictionary<string, object>
        {
            ["link"] = "https://cdn.lumen-couriers.example/stickers/thanks.png", // DLG0102
        },
    };

    public static object WelcomeSticker(string to) => new Dictionary<string, object>
    {
        ["messaging_product"] = "whatsapp",
        ["to"] = to,
        ["type"] = "sticker",
        ["sticker"] = new Dictionary<string, object> { ["link"] = "https://cdn.lumen-couriers.example/stickers/welcome.webp" },
    };

    // Links

    public static object Label(string to, string fileName) => new
    {
        messaging_product = "whatsapp",
        to,
        type = "document",
        document = new { link = Cdn + "/labels/" + Uri.EscapeDataString(Uri.EscapeDataString(fileName)), filename = fileName }, // DLG0103
    };

    public static object ReturnLabel(string to, string fileName) => new
    {
        messaging_product = "whatsapp",
        to,
        type = "document",
        document = new { link = Cdn + "/labels/" + Uri.EscapeDataString(fileName), filename = fileName },
    };

    public static OutboundMessage Receipt(string to) => new()
    {
        Recipient = to,
        Kind = "document",
        Document = new MediaContent { Url = "https://cdn.lumen-couriers.example/receipts/no%2520signature.pdf" }, // DLG0103
    };

    public static OutboundMessage SignedReceipt(string to) => new()
    {
        Recipient = to,
        Kind = "document",
        Document = new MediaContent { Url = "https://cdn.lumen-couriers.example/receipts/with%20signature.pdf" },
    };

    public static string Manifest(string to) =>
        "{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"type\":\"document\"," +
        "\"document\":{\"link\":\"https://cdn.lumen-couriers.example/manifests/week%252042.pdf\"}}"; // DLG0103

    public static string NextManifest(string to) =>
        "{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"type\":\"document\"," +
        "\"document\":{\"link\":\"https://cdn.lumen-couriers.example/manifests/week%2043.pdf\"}}";
}
