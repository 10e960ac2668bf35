using System.Globalization;

namespace Dialog360.Analyzers.Benchmarks;

/// <summary>Writes the files of generated programs that send something: WhatsApp messages, or JSON for other hosts.</summary>
internal static class MessagingFiles
{
    /// <summary>A class that sends WhatsApp messages: JSON in a string, an anonymous object, a typed one, in turn.</summary>
    public static string Sender(int number) => $$"""
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Contoso.Messaging;

        public sealed class WhatsApp{{I(number)}}
        {
            private readonly HttpClient _http;
            private DateTimeOffset _lastInbound;

            public WhatsApp{{I(number)}}(HttpClient http, DateTimeOffset lastInbound)
            {
                _http = http;
                _lastInbound = lastInbound;
                _http.DefaultRequestHeaders.Add("D360-API-KEY", Environment.GetEnvironmentVariable("D360_API_KEY"));
            }

            public async Task Confirm{{I(number)}}Async(string phone, string order, CancellationToken cancellationToken)
            {
                if (DateTimeOffset.UtcNow - _lastInbound < TimeSpan.FromHours(24))
                {
                    await Text{{I(number)}}Async(phone, "Your order " + order + " is on its way.", cancellationToken);
                }
                else
                {
                    await Template{{I(number)}}Async(phone, order, cancellationToken);
                }
            }

            private async Task Text{{I(number)}}Async(string phone, string body, CancellationToken cancellationToken)
            {
                {{Body(number)}}
                response.EnsureSuccessStatusCode();
                _lastInbound = DateTimeOffset.UtcNow;
            }

            private async Task Template{{I(number)}}Async(string phone, string order, CancellationToken cancellationToken)
            {
                var message = new { messaging_product = "whatsapp", to = phone, type = "template", template = new { name = "order_sent", language = new { code = "en" }, components = new[] { new { type = "body", parameters = new[] { new { type = "text", text = order } } } } } };
                using var response = await _http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message, cancellationToken);
                if (!response.IsSuccessStatusCode)
                {
                    throw new InvalidOperationException(await response.Content.ReadAsStringAsync(cancellationToken));
                }
            }
        }
        """;

    /// <summary>A class that posts JSON to another host.</summary>
    public static string Poster(int number) => $$"""
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Contoso.Warehouse;

        public sealed class Warehouse{{I(number)}}
        {
            private readonly HttpClient _http;

            public Warehouse{{I(number)}}(HttpClient http) => _http = http;

            public async Task<bool> Reserve{{I(number)}}Async(string article, int count, CancellationToken cancellationToken)
            {
                string json = "{\"type\":\"reservation\",\"article\":\"" + article + "\",\"count\":" + count + "}";
                using var response = await _http.PostAsync("https://warehouse.example/reservations", new StringContent(json, Encoding.UTF8, "application/json"), cancellationToken);
                return response.IsSuccessStatusCode;
            }

            public async Task Move{{I(number)}}Async(string article, string to, CancellationToken cancellationToken)
            {
                for (int attempt = 0; attempt < 3; attempt++)
                {
                    using var response = await _http.PostAsJsonAsync("https://warehouse.example/moves", new { type = "move", to, article }, cancellationToken);
                    if (response.IsSuccessStatusCode)
                    {
                        return;
                    }
                }
            }

            public async Task<string> Look{{I(number)}}Async(string article, CancellationToken cancellationToken)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://warehouse.example/articles")
                {
                    Content = new StringContent(JsonSerializer.Serialize(new { article }), Encoding.UTF8, "application/json"),
                };
                using var response = await _http.SendAsync(request, cancellationToken);
                return await response.Content.ReadAsStringAsync(cancellationToken);
            }
        }
        """;

    /// <summary>A class that runs a sender, and one that runs that.</summary>
    public static string Caller(int number) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Contoso.Sales;

        public interface IConfirmation{{I(number)}}
        {
            Task ConfirmAllAsync(IEnumerable<string> phones, CancellationToken cancellationToken);
        }

        public sealed class Confirmation{{I(number)}} : IConfirmation{{I(number)}}
        {
            private readonly Contoso.Messaging.WhatsApp{{I(number)}} _sender;

            public Confirmation{{I(number)}}(Contoso.Messaging.WhatsApp{{I(number)}} sender) => _sender = sender;

            public async Task ConfirmAllAsync(IEnumerable<string> phones, CancellationToken cancellationToken)
            {
                foreach (string phone in phones)
                {
                    await _sender.Confirm{{I(number)}}Async(phone, Guid.NewGuid().ToString("N"), cancellationToken);
                    await Task.Delay(1000, cancellationToken);
                }
            }
        }

        public sealed class NightlyJob{{I(number)}}
        {
            private readonly IConfirmation{{I(number)}} _confirmation;

            public NightlyJob{{I(number)}}(IConfirmation{{I(number)}} confirmation) => _confirmation = confirmation;

            public Task RunAsync(CancellationToken cancellationToken) => _confirmation.ConfirmAllAsync(new[] { "+4930123456", "+4930123457" }, cancellationToken);
        }
        """;

    private static string Body(int number) => (number % 3) switch
    {
        0 => """
            string json = "{\"messaging_product\":\"whatsapp\",\"to\":\"" + phone + "\",\"type\":\"text\",\"text\":{\"body\":\"" + Uri.EscapeDataString(body) + "\"}}";
                    using var response = await _http.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(json, Encoding.UTF8, "application/json"), cancellationToken);
            """,
        1 => """
            using var response = await _http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", recipient_type = "individual", to = phone, type = "text", text = new { body } }, cancellationToken);
            """,
        _ => """
            var message = new System.Text.Json.Nodes.JsonObject { ["messaging_product"] = "whatsapp", ["to"] = phone, ["type"] = "text", ["text"] = new System.Text.Json.Nodes.JsonObject { ["body"] = body } };
                    using var response = await _http.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json"), cancellationToken);
            """,
    };

    private static string I(int number) => number.ToString(CultureInfo.InvariantCulture);
}
