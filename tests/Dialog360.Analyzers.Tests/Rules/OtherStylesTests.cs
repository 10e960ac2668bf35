using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>The causes that real programs taught, each in styles of other teams; what is right in the same style stays silent.</summary>
public sealed class OtherStylesTests
{
    private const string Cloud = "https://waba-v2.360dialog.io/messages";

    [Theory]
    // DLG0101: arguments through an interface and a base class, numbers with units of their own, tuples and records.
    [InlineData("DLG0101", """
        public readonly record struct GeoPoint(double Lat, double Lng);
        public interface ILocations { Task ShareAsync(string to, GeoPoint point); }
        public class Locations(HttpClient http) : ILocations
        {
            public Task ShareAsync(string to, GeoPoint point) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "location", location = new { latitude = point.Lat, longitude = point.Lng } });
        }
        public class Branches(ILocations locations)
        {
            public Task Munich(string to) => locations.ShareAsync(to, new GeoPoint(48.137, 11.575));
            public Task Perth(string to) => locations.ShareAsync(to, new GeoPoint([|115.857|], -31.953));
        }
        """)]
    [InlineData("DLG0101", """
        public static class Places
        {
            public const double OfficeLatitude = 52520008;
            public const double OfficeLongitude = 13.404954;
        }
        public class Maps
        {
            private readonly RestSharp.RestClient client = new("https://waba-v2.360dialog.io");
            public async Task Send(string to)
            {
                var request = new RestSharp.RestRequest("messages", RestSharp.Method.Post);
                RestSharp.RestRequestExtensions.AddJsonBody(request, new Dictionary<string, object> { ["messaging_product"] = "whatsapp", ["to"] = to, ["type"] = "location", ["location"] = new Dictionary<string, object> { ["latitude"] = [|Places.OfficeLatitude|], ["longitude"] = Places.OfficeLongitude } });
                await client.ExecuteAsync(request);
            }
        }
        """)]
    [InlineData("DLG0101", """
        public class Maps(HttpClient http)
        {
            private static (double Latitude, double Longitude) Of(string city) => city switch { "Hamburg" => (53.55, 9.99), _ => (0, 0) };
            public Task Send(string to, string city)
            {
                var (latitude, longitude) = Of(city);
                return http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "location", location = new { latitude, longitude } });
            }
            public Task Checked(string to, double latitude, double longitude)
            {
                if (Math.Abs(latitude) > 90) (latitude, longitude) = (longitude, latitude);
                return http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "location", location = new { latitude, longitude } });
            }
            public Task Swapped(string to) => Checked(to, 151.2, -33.8);
        }
        """)]
    // DLG0102: the type in one place, the file in another.
    [InlineData("DLG0102", """
        public enum MediaKind { Image, Audio, Document }
        public class Media(HttpClient http)
        {
            public Task SendAsync(string to, MediaKind kind, string link)
            {
                object content = new { link };
                object body = kind switch
                {
                    MediaKind.Image => new { messaging_product = "whatsapp", to, type = "image", image = content },
                    MediaKind.Audio => new { messaging_product = "whatsapp", to, type = "audio", audio = content },
                    _ => new { messaging_product = "whatsapp", to, type = "document", document = content },
                };
                return http.PostAsJsonAsync("$url", body);
            }
            public Task Greeting(string to) => SendAsync(to, MediaKind.Audio, "https://cdn.example.org/welcome.mp3");
            public Task Price(string to) => SendAsync(to, MediaKind.Document, "https://cdn.example.org/prices.webp");
            public Task Wrong(string to) => SendAsync(to, MediaKind.Image, [|"https://cdn.example.org/welcome.mp3"|]);
        }
        """)]
    [InlineData("DLG0102", """
        public class Sender
        {
            public string Send(string to, string fileId)
            {
                var json = "{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"type\":\"video\",\"video\":{\"link\":\"[|https://files.example.org/" + fileId + ".png?sig=" + fileId|] + "\"}}";
                using var client = new WebClient();
                client.Headers["D360-API-KEY"] = Environment.GetEnvironmentVariable("D360_API_KEY");
                client.Headers[HttpRequestHeader.ContentType] = "application/json";
                return client.UploadString("$url", json);
            }
        }
        """)]
    [InlineData("DLG0102", """
        public abstract class MediaMessage { [JsonPropertyName("messaging_product")] public string Product => "whatsapp"; [JsonPropertyName("to")] public required string To { get; init; } [JsonPropertyName("type")] public abstract string Type { get; } }
        public sealed class Link { [JsonPropertyName("link")] public required string Url { get; init; } }
        public sealed class ImageMessage : MediaMessage { public override string Type => "image"; [JsonPropertyName("image")] public required Link Image { get; init; } }
        public sealed class StickerMessage : MediaMessage { public override string Type => "sticker"; [JsonPropertyName("sticker")] public required Link Sticker { get; init; } }
        public class Sender(HttpClient http)
        {
            public Task Logo(string to) => Post(new ImageMessage { To = to, Image = new Link { Url = "https://cdn.example.org/logo.png" } });
            public Task Cat(string to) => Post(new StickerMessage { To = to, Sticker = new Link { Url = [|"https://cdn.example.org/cat.png"|] } });
            private async Task Post(object message) => (await http.PostAsJsonAsync("$url", message)).EnsureSuccessStatusCode();
        }
        """)]
    // DLG0103: encoders in helpers, builders and properties.
    [InlineData("DLG0103", """
        public static class Links
        {
            public static string Encoded(string name) => Uri.EscapeDataString(name);
            public static string File(string name) => "https://cdn.example.org/" + [|Uri.EscapeDataString(Encoded(name))|];
            public static string Right(string name) => "https://cdn.example.org/" + Encoded(name);
            public static string Whole(string url) => [|WebUtility.UrlEncode(url)|];
        }
        public class Sender(HttpClient http)
        {
            public Task A(string to, string name) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "document", document = new { link = Links.File(name) } });
            public Task B(string to, string name) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "document", document = new { link = Links.Right(name) } });
            public Task C(string to, string url) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "document", document = new { link = Links.Whole(url) } });
        }
        """)]
    [InlineData("DLG0103", """
        public class Sender(HttpClient http)
        {
            public Task A(string to, string next) => Send(to, $"https://go.example.org/?to={Uri.EscapeDataString(next)}");
            public Task B(string to) => Send(to, "https://cdn.example.org/100%25%20cotton.jpg");
            public Task C(string to) => Send(to, [|"https://cdn.example.org/100%2525%2520cotton.jpg"|]);
            public Task D(string to, string url) => Send(to, [|HttpUtility.UrlEncode(url)|]);
            private Task Send(string to, string link) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "image", image = new { link } });
        }
        """)]
    // DLG0202: the look-up in a service, in a cache, or nowhere.
    [InlineData("DLG0202", """
        public interface IContacts { Task<string> ResolveAsync(string number); }
        public class Contacts(HttpClient http) : IContacts
        {
            public async Task<string> ResolveAsync(string number)
            {
                var answer = await http.PostAsJsonAsync("https://waba.360dialog.io/v1/contacts", new { blocking = "wait", contacts = new[] { number } });
                return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("contacts")[0].GetProperty("wa_id").GetString()!;
            }
        }
        public class Sender(HttpClient http, IContacts contacts)
        {
            public async Task Right(string number)
            {
                string to = await contacts.ResolveAsync(number);
                await http.PostAsJsonAsync("https://waba.360dialog.io/v1/messages", new { to, type = "template", template = new { name = "a", language = new { code = "en", policy = "deterministic" } } });
            }
            public async Task Wrong(string to) => await http.[|PostAsJsonAsync|]("https://waba.360dialog.io/v1/messages", new { to, type = "template", template = new { name = "a", language = new { code = "en", policy = "deterministic" } } });
        }
        """)]
    // DLG0201: guards that other teams write.
    [InlineData("DLG0201", """
        public enum Window { Open, Closed }
        public class Customer { public string Phone { get; set; } = ""; public DateTime? LastMessageReceivedUtc { get; set; } public Window Window => LastMessageReceivedUtc is { } at && DateTime.UtcNow.Subtract(at).TotalHours < 24 ? Window.Open : Window.Closed; }
        public class Sender(HttpClient http)
        {
            public Task Right(Customer c) => c.Window switch
            {
                Window.Open => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = c.Phone, type = "text", text = new { body = "x" } }),
                _ => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = c.Phone, type = "template", template = new { name = "a", language = new { code = "en" } } }),
            };
            public Task Wrong(Customer c) => http.[|PostAsJsonAsync|]("$url", new { messaging_product = "whatsapp", to = c.Phone, type = "text", text = new { body = "x" } });
        }
        """)]
    [InlineData("DLG0201", """
        public class Chat { public string WaId { get; set; } = ""; public DateTimeOffset LastIncoming { get; set; } }
        public class Chats { public IEnumerable<Chat> All { get; set; } = []; }
        public class Broadcast(HttpClient http, Chats chats)
        {
            public async Task Right()
            {
                var since = DateTimeOffset.UtcNow.AddDays(-1);
                foreach (var chat in from c in chats.All where c.LastIncoming > since select c)
                {
                    await Send(chat.WaId);
                }
            }
            public async Task Wrong()
            {
                foreach (var chat in from c in chats.All orderby c.LastIncoming select c)
                {
                    await [|Send|](chat.WaId);
                }
            }
            private async Task Send(string to)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "$url") { Content = JsonContent.Create(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }) };
                (await http.SendAsync(request)).EnsureSuccessStatusCode();
            }
        }
        """)]
    [InlineData("DLG0201", """
        public class SessionClosedException : Exception { }
        public class Policy(Func<string, Task<DateTime>> lastInbound)
        {
            public async Task DemandAsync(string phone) { if ((DateTime.UtcNow - await lastInbound(phone)).TotalDays >= 1) throw new SessionClosedException(); }
            public async Task LogAsync(string phone) { if ((DateTime.UtcNow - await lastInbound(phone)).TotalDays >= 1) Console.WriteLine(phone); }
        }
        public class Sender(HttpClient http, Policy policy)
        {
            public async Task Right(string phone) { await policy.DemandAsync(phone); await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "x" } }); }
            public async Task Wrong(string phone) { await policy.LogAsync(phone); await http.[|PostAsJsonAsync|]("$url", new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "x" } }); }
        }
        """)]
    // DLG0105: text that a template engine, a resource or a language of its own completes.
    [InlineData("DLG0105", """
        public class Sender(HttpClient http)
        {
            private const string Open = @"{ ""messaging_product"": ""whatsapp"", ""to"": ""{0}"", ""type"": ""text"", ""text"": { ""body"": ""x"" }[|,|] }";
            private const string Right = @"{{ ""messaging_product"": ""whatsapp"", ""to"": ""{0}"", ""type"": ""text"", ""text"": {{ ""body"": ""x"" }} }}";
            public Task A(string to) => http.PostAsync("$url", new StringContent(Open.Replace("{0}", to), Encoding.UTF8, "application/json"));
            public Task B(string to) => http.PostAsync("$url", new StringContent(string.Format(Right, to), Encoding.UTF8, "application/json"));
        }
        """)]
    // DLG0106: types that are not known, enums, wrappers.
    [InlineData("DLG0106", """
        public class Order { public int Number { get; set; } public long Phone { get; set; } public Missing.Text? Note { get; set; } }
        public class Sender(HttpClient http)
        {
            public Task A(Order o) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = [|o.Phone|], type = "text", text = new { body = o.Note } });
            public Task B(Order o) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = o.Phone.ToString(), type = "text", text = new { body = $"{o.Number}" } });
            public Task C(Order o) => Send("49170", [|o.Number|]);
            private Task Send(string to, object text) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "text", text = new { body = text } });
        }
        """)]
    // DLG0114: bytes in helpers.
    [InlineData("DLG0114", """
        public class Gateway
        {
            public string Text(string to, string body) => Post(Newtonsoft.Json.JsonConvert.SerializeObject(new { messaging_product = "whatsapp", to, type = "text", text = new { body } }));
            public string Template(string to) => Send(Newtonsoft.Json.JsonConvert.SerializeObject(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = "en" } } }), Encoding.UTF8);
            private static string Post(string json) => Write([|Encoding.ASCII|].GetBytes(json));
            private static string Send(string json, Encoding encoding) => Write(encoding.GetBytes(json));
            private static string Write(byte[] bytes)
            {
                var request = (HttpWebRequest)WebRequest.Create("$url");
                request.Method = "POST";
                using (var stream = request.GetRequestStream()) stream.Write(bytes, 0, bytes.Length);
                using var reader = new System.IO.StreamReader(request.GetResponse().GetResponseStream());
                return reader.ReadToEnd();
            }
        }
        """)]
    // DLG0115: bodies that are no JSON.
    [InlineData("DLG0115", """
        public class Sender(HttpClient http)
        {
            public async Task A(string to)
            {
                var content = [|new StringContent(JsonSerializer.Serialize(Message(to)))|];
                using var request = new HttpRequestMessage(HttpMethod.Post, "$url") { Content = content };
                await http.SendAsync(request);
            }
            public async Task B(string to)
            {
                var content = new StringContent(JsonSerializer.Serialize(Message(to)));
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                using var request = new HttpRequestMessage(HttpMethod.Post, "$url") { Content = content };
                await http.SendAsync(request);
            }
            public Task C(string to) => http.PostAsync("$url", new StringContent(JsonSerializer.Serialize(Message(to)), new MediaTypeHeaderValue("application/json")));
            private static object Message(string to) => new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = "en" } } };
        }
        """)]
    // DLG0203: loops of other kinds.
    [InlineData("DLG0203", """
        public class Campaign(HttpClient http)
        {
            private Task One(string to) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = "en" } } });
            public Task A(string[] numbers) => Task.WhenAll(numbers.Select([|One|]));
            public async Task B(IAsyncEnumerable<string> numbers) { await foreach (var number in numbers) await [|One|](number); }
            public async Task C(string[] numbers) { for (int i = 0; i < numbers.Length; i++) { await One(numbers[i]); if (i % 20 == 19) await Task.Delay(1000); } }
            public async Task D(string[] numbers) { foreach (var batch in numbers.Chunk(20)) { await Task.WhenAll(batch.Select(One)); await Task.Delay(TimeSpan.FromSeconds(1)); } }
            public Task F(string[] numbers) => Parallel.ForEachAsync(numbers, [|Two|]);
            private async ValueTask Two(string to, CancellationToken stop) => await One(to);
            public void Answer(InboundValue value) => _ = Task.WhenAll(value.Messages.Select(Reply));
            public record InboundMessage([property: JsonPropertyName("from")] string From, string Id);
            public record InboundValue(List<InboundMessage> Messages);
            private Task Reply(InboundMessage message) => One(message.From);
            public Task E(string[] numbers) => Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (n, _) => await One(n));
        }
        """)]
    public void Judged_as_in_any_other_style(string rule, string program) =>
        new TestProgram(rule, program.Replace("$url", Cloud, StringComparison.Ordinal)).Check(mayHaveErrors: program.Contains("Missing.", StringComparison.Ordinal));
}
