namespace Dialog360.Analyzers.Package.Tests.Machine;

/// <summary>Files for the generated consumers.</summary>
internal static class Samples
{
    /// <summary>The five core rules.</summary>
    public static IReadOnlyList<string> CoreRules { get; } = ["DLG0101", "DLG0102", "DLG0103", "DLG0201", "DLG0202"];

    /// <summary>Three messages with one defect each that can be repaired without a question.</summary>
    public const string Messages = """"
        namespace Shop;

        public static class Messages
        {
            // The branch in Sydney.
            public static object Branch(string to) => new
            {
                messaging_product = "whatsapp",
                to,
                type = "location",
                location = new { latitude = 151.2093, longitude = -33.8688, name = "Sydney" },
            };

            public static object Jingle(string to) => new
            {
                messaging_product = "whatsapp",
                to,
                type = "image", // sent on Fridays
                image = new { link = "https://cdn.shop.example/jingle.mp3" },
            };

            public static string Flyer(string to) => $$"""
                {
                  "messaging_product": "whatsapp",
                  "to": "{{to}}",
                  "type": "document",
                  "document": { "link": "https://cdn.shop.example/spring%2520sale.pdf" }
                }
                """;
        }

        """";

    /// <summary>A send without a session check, and one whose recipient was never looked up.</summary>
    public const string Sender = """
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;

        namespace Shop;

        public sealed class Sender
        {
            private readonly HttpClient _http;

            public Sender(HttpClient http) => _http = http;

            public async Task RemindAsync(string to)
            {
                using HttpResponseMessage response = await _http.PostAsJsonAsync(
                    "https://waba-v2.360dialog.io/messages",
                    new { messaging_product = "whatsapp", to, type = "text", text = new { body = "Your order is ready." } });
                response.EnsureSuccessStatusCode();
            }

            public async Task WelcomeAsync(string to)
            {
                using HttpResponseMessage response = await _http.PostAsJsonAsync(
                    "/v1/messages",
                    new { to, type = "template", template = new { name = "hello", language = new { code = "en", policy = "deterministic" } } });
                response.EnsureSuccessStatusCode();
            }
        }

        """;

    /// <summary>Two free-form messages without any check, in a program that has none to call.</summary>
    public const string Orders = """
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;

        namespace Shop;

        internal sealed class Orders(HttpClient http)
        {
            public async Task ReadyAsync(string phone)
            {
                using HttpResponseMessage ready = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "Ready" } });
                ready.EnsureSuccessStatusCode();
                using HttpResponseMessage bye = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "See you" } });
                bye.EnsureSuccessStatusCode();
            }
        }

        """;

    /// <summary>Code that shares words and shapes with WhatsApp messages and has nothing to do with them.</summary>
    public const string Unrelated = """
        namespace Maps;

        public sealed record Marker(double Latitude, double Longitude, string Type, string To);

        public static class Markers
        {
            public static Marker Broken { get; } = new(151.2, 300, "image", "north");

            public static object Ticket { get; } = new { to = "support", type = "image", image = "https://maps.example/a%2520b.pdf" };
        }

        """;
}
