namespace Dialog360.Analyzers.Tests.Fixes.Kinds;

/// <summary>Kinds of what the fixes of keys, hosts and look-ups once wrote and a reviewer refused: each with three programs, and what is written now.</summary>
public sealed class RefusedAccessKindTests
{
    [Theory]
    [InlineData(
        """
        class Clients
        {
            private const string LiveKey = "h4Tn0sVb6WqE2yRk9UxPzLAK";
            private const string SandboxKey = "5126339_sandbox";

            public HttpClient Create(bool sandbox)
            {
                var client = new HttpClient { BaseAddress = new Uri("https://waba-v2.360dialog.io") };
                client.DefaultRequestHeaders.Add("D360-API-KEY", sandbox ? SandboxKey : LiveKey);
                return client;
            }
        }
        """,
        """
        Read the key from the environment variable D360_API_KEY
        +     private static readonly string LiveKey = Environment.GetEnvironmentVariable("D360_API_KEY") ?? throw new InvalidOperationException("D360_API_KEY is not set.");
        """)]
    [InlineData(
        """
        class Clients
        {
            public HttpClient Create()
            {
                var client = new HttpClient { BaseAddress = new Uri("https://waba-v2.360dialog.io") };
                client.DefaultRequestHeaders.Add("D360-API-KEY", Environment.GetEnvironmentVariable("WHATSAPP_KEY") ?? "k9Lm3nVb6WqE2yRk9UxPzLAK");
                return client;
            }
        }
        """,
        """
        Read the key from "WHATSAPP_KEY" alone
        +         client.DefaultRequestHeaders.Add("D360-API-KEY", Environment.GetEnvironmentVariable("WHATSAPP_KEY") ?? throw new InvalidOperationException("WHATSAPP_KEY is not set."));
        """)]
    [InlineData(
        """
        class Clients
        {
            public HttpClient Create(Microsoft.Extensions.Configuration.IConfiguration configuration)
            {
                var client = new HttpClient { BaseAddress = new Uri("https://waba-v2.360dialog.io") };
                client.DefaultRequestHeaders.Add("D360-API-KEY", configuration["Chat:Key"] ?? "z9Lm3nVb6WqE2yRk9UxPzLAK");
                return client;
            }
        }
        """,
        """
        Read the key from "Chat:Key" alone
        +         client.DefaultRequestHeaders.Add("D360-API-KEY", configuration["Chat:Key"] ?? throw new InvalidOperationException("Chat:Key is not set."));
        """)]
    public Task Keys_stay_as_many_as_they_were_and_one_that_is_missing_fails(string program, string expected) => RefusedKind.CheckAsync("DLG0701", "read-key", program, expected);

    [Theory]
    [InlineData(
        """
        class Premises(HttpClient http)
        {
            private const string Root = "https://waba.360dialog.io";

            public async Task SendAsync(string to)
            {
                using var response = await http.PostAsJsonAsync(Root + "/v1/messages", new { to, type = "text", text = new { body = "Hi" } });
                response.EnsureSuccessStatusCode();
            }

            public Task<HttpResponseMessage> LookUpAsync(string phone) => http.PostAsJsonAsync($"{Root}/v1/contacts", new { blocking = "wait", contacts = new[] { phone } });
        }
        """,
        "")]
    [InlineData(
        """
        class Premises(HttpClient http)
        {
            private const string Root = "https://waba.360dialog.io";

            public async Task SendAsync(string to)
            {
                using var response = await http.PostAsJsonAsync(Root + "/v1/messages", new { to, type = "text", text = new { body = "Hi" } });
                response.EnsureSuccessStatusCode();
            }

            public Task<HttpResponseMessage> AboutAsync(string text) => http.PatchAsJsonAsync(Root + "/v1/settings/profile/about", new { text });
        }
        """,
        "")]
    [InlineData(
        """
        class Premises(HttpClient http)
        {
            private const string Root = "https://waba.360dialog.io";

            public async Task SendAsync(string to)
            {
                using var response = await http.PostAsJsonAsync(Root + "/v1/messages", new { to, type = "text", preview_url = true, text = new { body = "https://shop.example.org" } });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Move the request to the Cloud API
        +     private const string Root = "https://waba-v2.360dialog.io";
        +         using var response = await http.PostAsJsonAsync(Root + "/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "https://shop.example.org", preview_url = true } });
        """)]
    public Task A_host_moves_with_everything_that_hangs_on_it_or_not_at_all(string program, string expected) => RefusedKind.CheckAsync("DLG0704", "*", program, expected);

    [Theory]
    [InlineData(
        """
        class Messages(HttpClient http, string host)
        {
            public async Task SendAsync(string to, CancellationToken token)
            {
                using var response = await http.PostAsJsonAsync(host + "/v1/messages", new { to, type = "template", template = new { name = "hello", language = new { code = "de" } } }, token).ConfigureAwait(false);
                response.EnsureSuccessStatusCode();
            }

            private async Task<string?> FindWaIdAsync(string phone, CancellationToken token)
            {
                using var answer = await http.PostAsJsonAsync(host + "/v1/contacts", new { blocking = "wait", contacts = new[] { phone } }, token).ConfigureAwait(false);
                using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(token).ConfigureAwait(false));
                return json.RootElement.GetProperty("contacts")[0].GetProperty("wa_id").GetString();
            }
        }
        """,
        """
        Look the recipient up first with 'FindWaIdAsync'
        +         to = await FindWaIdAsync(to, token).ConfigureAwait(false) ?? to;
        """)]
    [InlineData(
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to, CancellationToken token)
            {
                using var response = await http.PostAsJsonAsync("/v1/messages", new { to, type = "template", template = new { name = "hello", language = new { code = "de" } } }, token).ConfigureAwait(false);
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Look the recipient up first
        +         using var lookUp = await http.PostAsync(
        +             "/v1/contacts",
        +             new StringContent(JsonSerializer.Serialize(new { blocking = "wait", contacts = new[] { to } }), Encoding.UTF8, "application/json"), token).ConfigureAwait(false);
        +         lookUp.EnsureSuccessStatusCode();
        +         using var contact = JsonDocument.Parse(await lookUp.Content.ReadAsStringAsync(token).ConfigureAwait(false));
        +         to = contact.RootElement.GetProperty("contacts")[0].GetProperty("wa_id").GetString() ?? to;
        """)]
    [InlineData(
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to)
            {
                using var response = await http.PostAsJsonAsync("/v1/messages", new { to, type = "template", template = new { name = "hello", language = new { code = "de" } } });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Look the recipient up first
        +         using var lookUp = await http.PostAsync(
        +             "/v1/contacts",
        +             new StringContent(JsonSerializer.Serialize(new { blocking = "wait", contacts = new[] { to } }), Encoding.UTF8, "application/json"));
        +         lookUp.EnsureSuccessStatusCode();
        +         using var contact = JsonDocument.Parse(await lookUp.Content.ReadAsStringAsync());
        +         to = contact.RootElement.GetProperty("contacts")[0].GetProperty("wa_id").GetString() ?? to;
        """)]
    public Task The_look_up_is_made_as_the_file_makes_it(string program, string expected) => RefusedKind.CheckAsync("DLG0202", "*", program, expected);
}
