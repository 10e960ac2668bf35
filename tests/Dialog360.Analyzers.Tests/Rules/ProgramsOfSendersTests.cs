using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>Whole small programs as teams write them, in old and new styles: everything that the rules about messages, sending and access say of them, and nothing else.</summary>
public sealed class ProgramsOfSendersTests
{
    private const string Cloud = "https://waba-v2.360dialog.io/messages";

    [Theory]
    // WebClient, HttpWebRequest, RestSharp, Newtonsoft, static helpers.
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public class WhatsAppHelper
        {
            private const string ApiKey = {|DLG0701:"nF4qkT2vXzB8wLr6YpHs1dGcAK"|};
            private static readonly string BaseUrl = "https://waba-v2.360dialog.io";

            public static string SendText(string number, string message)
            {
                using (var client = new WebClient())
                {
                    client.Headers.Add("D360-API-KEY", ApiKey);
                    client.Headers.Add(HttpRequestHeader.ContentType, "application/json");
                    client.Encoding = Encoding.UTF8;
                    string data = "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\",\"to\":\"" + number + "\",\"type\":\"text\",\"text\":{\"body\":\"" + {|DLG0107:message|} + "\"}}";
                    return client.UploadString(BaseUrl + "/messages", "POST", data);
                }
            }

            public static void NotifyOrderReady(Order order)
            {
                {|DLG0201:SendText|}(order.CustomerPhone, "Your order " + order.Id + " is ready");
            }
        }
        public class Order { public int Id { get; set; } public string CustomerPhone { get; set; } = ""; }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public class MediaSender
        {
            private readonly string _key;
            public MediaSender(string key) { _key = key; }
            public bool SendCatalogue(string phone)
            {
                var body = new Newtonsoft.Json.Linq.JObject();
                body["messaging_product"] = "whatsapp";
                body["to"] = phone;
                body["type"] = "image";
                body["image"] = new Newtonsoft.Json.Linq.JObject { ["link"] = {|DLG0102:"https://files.shop.example/catalogue-2026.PDF"|}, ["caption"] = "Catalogue" };
                return Post(body.ToString());
            }
            public bool SendBranch(string phone)
            {
                dynamic o = new System.Dynamic.ExpandoObject();
                return {|DLG0201:Post|}("{\"messaging_product\":\"whatsapp\",\"to\":\"" + phone + "\",\"type\":\"location\",\"location\":{\"latitude\":{|DLG0101:-95.5|},\"longitude\":30.1,\"name\":\"Branch\"}}");
            }
            private bool Post(string json)
            {
                var request = (HttpWebRequest)WebRequest.Create("https://waba-v2.360dialog.io/messages");
                request.Method = "POST";
                request.ContentType = "application/json";
                request.Headers["D360-API-KEY"] = _key;
                var bytes = Encoding.UTF8.GetBytes(json);
                request.ContentLength = bytes.Length;
                using (var s = request.GetRequestStream()) { s.Write(bytes, 0, bytes.Length); }
                try { using (var response = (HttpWebResponse)request.GetResponse()) { return response.StatusCode == HttpStatusCode.OK; } }
                catch (WebException) { return false; }
            }
        }
        public class Program2 { public void Run(MediaSender s, List<string> phones) { foreach (var p in phones) { if (!s.{|DLG0203:{|DLG0201:SendCatalogue|}|}(p)) Console.WriteLine("no"); } } }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public class SandboxTest
        {
            static HttpClient client = new HttpClient();
            public static async Task Try(string myNumber)
            {
                client.DefaultRequestHeaders.Clear();
                client.DefaultRequestHeaders.Add("D360-Api-Key", {|DLG0701:"4711023_sandbox"|});
                var json = Newtonsoft.Json.JsonConvert.SerializeObject(new { to = myNumber, type = "text", text = new { body = "Hello from the sandbox" } });
                var res = await client.{|DLG0201:PostAsync|}("https://waba-sandbox.360dialog.io/v1/messages", new StringContent(json, Encoding.UTF8, "application/json"));
                Console.WriteLine(res.StatusCode + " " + await res.Content.ReadAsStringAsync());
            }
        }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public class language { public string code { get; set; } public string policy { get; set; } }
        public class template { public string @namespace { get; set; } public string name { get; set; } public language language { get; set; } public List<object> components { get; set; } }
        public class message { public string to { get; set; } public string type { get; set; } public template template { get; set; } }
        public class Waba
        {
            public string Send(string phone, string orderNo, string key)
            {
                var client = new RestSharp.RestClient("https://waba-v2.360dialog.io{|DLG0703:/v1/messages|}");
                var request = new RestSharp.RestRequest("", RestSharp.Method.Post);
                RestSharp.RestRequestExtensions.AddHeader(request, "D360-API-KEY", key);
                var m = {|DLG0108:new|} message { to = phone, type = "template", template = new template { @namespace = "a1b2", name = "order_ready", language = new language { code = "de", policy = "deterministic" }, components = new List<object> { new { type = "body", parameters = new[] { new { type = "text", text = orderNo } } } } } };
                RestSharp.RestRequestExtensions.AddJsonBody(request, m);
                var response = RestSharp.RestClientExtensions.Execute(client, request);
                return response.IsSuccessful ? "ok" : response.Content ?? "";
            }
        }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public class OldWaba
        {
            private const string Root = "https://{|DLG0704:waba.360dialog.io|}/v1/";
            private readonly HttpClient cli;
            public OldWaba(HttpClient c) { cli = c; }
            public async Task<string> GetWaId(string number)
            {
                var r = await cli.PostAsync(Root + "contacts", new StringContent("{\"blocking\":\"wait\",\"contacts\":[\"" + number + "\"],\"force_check\":true}", Encoding.UTF8, "application/json"));
                r.EnsureSuccessStatusCode();
                return (string)Newtonsoft.Json.Linq.JObject.Parse(await r.Content.ReadAsStringAsync())["contacts"][0]["wa_id"];
            }
            public async Task SendPromo(string number)
            {
                string id = await GetWaId(number);
                var r = await cli.PostAsJsonAsync(Root + "messages", new { to = id, type = "template", template = new { @namespace = "x", name = "promo", language = new { policy = "deterministic", code = "es" } } });
                r.EnsureSuccessStatusCode();
            }
            public async Task SendPromoDirect(string number)
            {
                var r = await cli.{|DLG0202:PostAsJsonAsync|}(Root + "messages", new { to = number, type = "template", template = new { @namespace = "x", name = "promo", language = new { policy = "deterministic", code = "es" } } });
                r.EnsureSuccessStatusCode();
            }
        }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public static class Campaign
        {
            public static void Run(System.Data.DataTable table, string key)
            {
                foreach (System.Data.DataRow row in table.Rows)
                {
                    string phone = row["Phone"].ToString();
                    if (string.IsNullOrEmpty(phone)) continue;
                    {|DLG0203:SendTemplate|}(key, phone, row["Name"].ToString());
                }
            }
            private static void SendTemplate(string key, string phone, string name)
            {
                using (var http = new HttpClient())
                {
                    http.DefaultRequestHeaders.Add("D360-API-KEY", key);
                    var payload = new Dictionary<string, object>();
                    payload.Add("messaging_product", "whatsapp");
                    payload.Add("to", phone);
                    payload.Add("type", "template");
                    payload.Add("template", new Dictionary<string, object> { { "name", "spring_sale" }, { "language", new Dictionary<string, object> { { "code", "es_MX" } } }, { "components", new List<object> { new Dictionary<string, object> { { "type", "body" }, { "parameters", new List<object> { new Dictionary<string, object> { { "type", "text" }, { "text", name } } } } } } } });
                    var res = http.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject(payload), Encoding.UTF8, "application/json")).Result;
                    if (!res.IsSuccessStatusCode) Console.WriteLine(res.Content.ReadAsStringAsync().Result);
                }
            }
        }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public class Api
        {
            private static HttpClient Create(string token)
            {
                var http = new HttpClient { BaseAddress = new Uri("https://waba-v2.360dialog.io") };
                http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
                http.DefaultRequestHeaders.{|DLG0702:Authorization|} = new AuthenticationHeaderValue("Bearer", token);
                return http;
            }
            public static async Task Send(string token, string to)
            {
                using (var http = Create(token))
                {
                    var res = await http.PostAsJsonAsync("/messages", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "hello_world", language = new { code = "en_US" } } });
                    res.EnsureSuccessStatusCode();
                }
            }
        }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public class Gateway
        {
            private readonly HttpClient http;
            public Gateway(HttpClient h) { http = h; }
            public async Task Send(string phone, string text)
            {
                var r = await http.PostAsJsonAsync("https://wa-gateway.internal.example/v1/messages", new { to = phone, type = "text", text = new { body = text } });
                r.EnsureSuccessStatusCode();
            }
        }
        public class Job { public async Task Run(Gateway g, List<string> phones) { foreach (var p in phones) await g.Send(p, "hello"); } }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public class Mensajero
        {
            private readonly HttpClient cliente;
            private readonly Func<string, Task<DateTime>> ultimoMensaje;
            public Mensajero(HttpClient c, Func<string, Task<DateTime>> u) { cliente = c; ultimoMensaje = u; }
            public async Task<bool> EnviarTexto(string telefono, string texto)
            {
                var json = Newtonsoft.Json.JsonConvert.SerializeObject(new { messaging_product = "whatsapp", to = telefono, type = "text", text = new { body = texto } });
                var respuesta = await cliente.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(json, Encoding.UTF8, "application/json"));
                return respuesta.IsSuccessStatusCode;
            }
            public async Task Avisar(string telefono)
            {
                DateTime ultimo = await ultimoMensaje(telefono);
                TimeSpan horas = DateTime.Now.Subtract(ultimo);
                if (horas.TotalHours <= 23) await EnviarTexto(telefono, "Su pedido está listo");
            }
            public async Task AvisarTodos(List<string> telefonos) { for (int i = 0; i < telefonos.Count; i++) { await {|DLG0203:{|DLG0201:EnviarTexto|}|}(telefonos[i], "Cerramos mañana"); } }
        }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public class Legacy
        {
            private const string Body = @"{{
          ""messaging_product"": ""whatsapp"",
          ""to"": ""{0}"",
          ""type"": ""location"",
          ""location"": {{ ""latitude"": {1}, ""longitude"": {2}, ""name"": ""Shop"" }},
        }}";
            public string Make(string to, double lat, double lng) { return string.Format(CultureInfo.InvariantCulture, {|DLG0105:Body|}, to, lat, lng); }
            public async Task Send(HttpClient http, string to) { var r = await http.{|DLG0201:PostAsync|}("https://waba-v2.360dialog.io/messages", new StringContent(Make(to, 48.1, 11.5), Encoding.UTF8, "application/json")); r.EnsureSuccessStatusCode(); }
        }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public class Fallback
        {
            private readonly HttpClient http = new HttpClient();
            private Task<HttpResponseMessage> Post(object o) { return http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); }
            public async Task Tell(Customer c, string text)
            {
                var r = await Post(new { messaging_product = "whatsapp", to = c.Phone, type = "text", text = new { body = text } });
                if (r.IsSuccessStatusCode) return;
                var body = await r.Content.ReadAsStringAsync();
                if (body.Contains("131047"))
                {
                    var t = await Post(new { messaging_product = "whatsapp", to = c.Phone, type = "template", template = new { name = "please_write", language = new { code = "en" } } });
                    t.EnsureSuccessStatusCode();
                    return;
                }
                throw new Exception(body);
            }
        }
        public class Customer { public string Phone { get; set; } = ""; }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public static class Config { public const bool Live = true; public const string Host = Live ? "https://waba-v2.360dialog.io" : "https://waba-sandbox.360dialog.io"; }
        public class Old
        {
            public Task Send(HttpClient http, object o) { return http.PostAsJsonAsync(Config.Host + "{|DLG0703:/v1/messages|}", o); }
        }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public class Wrong
        {
            private readonly HttpClient http = new HttpClient();
            public async Task A(long phone, string link) { var r = await http.{|DLG0201:PostAsJsonAsync|}("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = {|DLG0106:phone|}, type = "audio", audio = new { link, {|DLG0108:caption|} = "listen" } }); r.EnsureSuccessStatusCode(); }
            public async Task B(Customer c) { var r = await http.{|DLG0201:PostAsJsonAsync|}("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = c.Phone, type = "text", text = new { body = "see https://a.example", preview_url = {|DLG0106:"true"|} } }); r.EnsureSuccessStatusCode(); }
        }
        public class Customer { public string Phone { get; set; } = ""; }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public class Invoices
        {
            private readonly HttpClient http = new HttpClient();
            private string FileUrl(string folder, string file) { return "https://files.erp.example/" + folder + "/" + {|DLG0103:Encode(file)|}; }
            private static string Encode(string s) { return Uri.EscapeDataString(s); }
            public async Task<bool> SendInvoice(Customer c, string file)
            {
                string url = FileUrl("invoices", Encode(file));
                var o = new { messaging_product = "whatsapp", to = c.Phone, type = "document", document = new { link = url, filename = file } };
                var r = await http.{|DLG0201:PostAsJsonAsync|}("https://waba-v2.360dialog.io/messages", o);
                return r.IsSuccessStatusCode;
            }
        }
        public class Customer { public string Phone { get; set; } = ""; }
        """)]
    public void Old_styles(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Records, typed clients, minimal APIs, workers, channels, Refit and Flurl.
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public sealed record TemplateMessage(
            [property: JsonPropertyName("to")] string To,
            [property: JsonPropertyName("template")] TemplateBody Template)
        {
            [JsonPropertyName("messaging_product")] public string MessagingProduct => "whatsapp";
            [JsonPropertyName("type")] public string Type => "template";
        }
        public sealed record TemplateBody([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("language")] Lang Language, [property: JsonPropertyName("components")] IReadOnlyList<Component>? Components = null);
        public sealed record Lang([property: JsonPropertyName("code")] string Code);
        public sealed record Component([property: JsonPropertyName("type")] string Type, [property: JsonPropertyName("parameters")] IReadOnlyList<Param> Parameters);
        public sealed record Param([property: JsonPropertyName("type")] string Type, [property: JsonPropertyName("text")] string Text);
        public sealed class D360Client(HttpClient http)
        {
            public async Task SendAsync(TemplateMessage message, CancellationToken ct = default)
            {
                using var response = await http.PostAsJsonAsync("messages", message, ct);
                if (!response.IsSuccessStatusCode)
                {
                    throw new HttpRequestException($"360dialog answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(ct)}");
                }
            }
        }
        public sealed class Reminders(D360Client client, TimeProvider time)
        {
            public async Task RunAsync(IReadOnlyList<(string Phone, string Name, DateTime At)> visits, CancellationToken ct)
            {
                foreach (var (phone, name, at) in visits)
                {
                    if (at - time.GetLocalNow().DateTime > TimeSpan.FromHours(24)) continue;
                    await client.SendAsync(new TemplateMessage(phone, new TemplateBody("visit_reminder", new Lang("pt_BR"), [new Component("body", [new Param("text", name), new Param("text", at.ToString("HH:mm"))])])), ct);
                    await Task.Delay(TimeSpan.FromMilliseconds(80), ct);
                }
            }
        }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient("d360", (sp, c) =>
        {
            c.BaseAddress = new Uri(builder.Configuration["D360:BaseUrl"] ?? "https://waba-v2.360dialog.io/");
            c.DefaultRequestHeaders.Add("D360-API-KEY", sp.GetRequiredService<IConfiguration>()["D360:ApiKey"]);
        });
        var app = builder.Build();
        app.MapPost("/hook", async (JsonElement update, IHttpClientFactory factory) =>
        {
            foreach (var entry in update.GetProperty("entry").EnumerateArray())
            foreach (var change in entry.GetProperty("changes").EnumerateArray())
            {
                var value = change.GetProperty("value");
                if (!value.TryGetProperty("messages", out var messages)) continue;
                foreach (var message in messages.EnumerateArray())
                {
                    var http = factory.CreateClient("d360");
                    var reply = new { messaging_product = "whatsapp", to = message.GetProperty("from").GetString(), type = "text", text = new { body = "Thanks, we will call you back." } };
                    var answer = await http.PostAsJsonAsync("messages", reply);
                    if (!answer.IsSuccessStatusCode) app.Logger.ToString();
                }
            }
            return Results.Ok();
        });
        app.Run();
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public interface IConversationStore { Task<DateTimeOffset?> GetLastInboundAsync(string phone, CancellationToken ct); }
        public sealed class Notifier(HttpClient http, IConversationStore conversations)
        {
            private static readonly TimeSpan Window = TimeSpan.FromHours(24);
            public async Task ShippedAsync(string phone, string tracking, CancellationToken ct)
            {
                var last = await conversations.GetLastInboundAsync(phone, ct);
                object message = last is { } at && DateTimeOffset.UtcNow - at < Window
                    ? new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = $"Your parcel {tracking} is on its way", preview_url = false } }
                    : new { messaging_product = "whatsapp", to = phone, type = "template", template = new { name = "parcel_shipped", language = new { code = "en_GB" }, components = new[] { new { type = "body", parameters = new[] { new { type = "text", text = tracking } } } } } };
                using var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message, ct);
                response.EnsureSuccessStatusCode();
            }
            public async Task PictureAsync(string phone, string pictureUrl, CancellationToken ct)
            {
                if (!await IsOpenAsync(phone, ct)) { return; }
                var link = {|DLG0103:HttpUtility.UrlEncode(pictureUrl)|};
                using var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = phone, type = "image", image = new { link } }, ct);
                response.EnsureSuccessStatusCode();
            }
            private async Task<bool> IsOpenAsync(string phone, CancellationToken ct) => await conversations.GetLastInboundAsync(phone, ct) > DateTimeOffset.UtcNow - Window;
        }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public sealed record Outgoing(string To, string Text);
        public sealed class Sender(System.Threading.Channels.ChannelReader<Outgoing> queue, HttpClient http, ISessionWindow window)
        {
            public async Task ExecuteAsync(CancellationToken stop)
            {
                await foreach (var item in queue.ReadAllAsync(stop))
                {
                    if (!window.IsOpenFor(item.To)) { await TemplateAsync(item.To, stop); continue; }
                    using var request = new HttpRequestMessage(HttpMethod.Post, "https://waba-v2.360dialog.io/messages");
                    request.Content = JsonContent.Create(new { messaging_product = "whatsapp", recipient_type = "individual", to = item.To, type = "text", text = new { body = item.Text } });
                    using var response = await http.SendAsync(request, stop);
                    response.EnsureSuccessStatusCode();
                }
            }
            private async Task TemplateAsync(string to, CancellationToken stop)
            {
                using var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "we_have_news", language = new { code = {|DLG0113:"en-us"|} } } }, stop);
                response.EnsureSuccessStatusCode();
            }
        }
        public interface ISessionWindow { bool IsOpenFor(string phone); }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public sealed class ButtonsBuilder
        {
            private readonly List<object> _buttons = new();
            private string _body = "";
            public ButtonsBuilder Body(string text) { _body = text; return this; }
            public ButtonsBuilder Reply(string id, string title) { _buttons.Add(new { type = "reply", reply = new { id, title } }); return this; }
            public object To(string to) => new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "button", body = new { text = _body }, action = new { buttons = _buttons } } };
        }
        public sealed class Bot(HttpClient http)
        {
            public async Task AskAsync(JsonElement inbound)
            {
                var to = inbound.GetProperty("from").GetString()!;
                var message = new ButtonsBuilder().Body("Did we help?").Reply("y", "Yes").Reply("n", {|DLG0109:"No, I still have a question"|}).To(to);
                using var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message);
                response.EnsureSuccessStatusCode();
            }
        }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public readonly record struct Coordinates(decimal Latitude, decimal Longitude);
        public interface IWhatsApp { Task SendLocationAsync(string to, Coordinates at, string? name = null, CancellationToken ct = default); }
        public sealed class WhatsApp(HttpClient http) : IWhatsApp
        {
            public async Task SendLocationAsync(string to, Coordinates at, string? name = null, CancellationToken ct = default)
            {
                var message = new JsonObject
                {
                    ["messaging_product"] = "whatsapp", ["to"] = to, ["type"] = "location",
                    ["location"] = new JsonObject { ["latitude"] = at.Latitude, ["longitude"] = at.Longitude, ["name"] = name },
                };
                using var response = await http.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json"), ct);
                response.EnsureSuccessStatusCode();
            }
        }
        public sealed class Branches(IWhatsApp whatsApp)
        {
            private static readonly Coordinates Auckland = new({|DLG0101:174.7633m|}, -36.8485m);
            private static readonly Coordinates Wellington = new(-41.2866m, 174.7756m);
            public Task ReplyAsync(JsonElement message) => whatsApp.SendLocationAsync(message.GetProperty("from").GetString()!, message.GetProperty("id").GetString() == "1" ? Auckland : Wellington, "Office");
        }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        using System.IO;
        public sealed class Voice(HttpClient http)
        {
            public async Task ReplyAsync(JsonElement message, Stream mp3)
            {
                using var form = new MultipartFormDataContent();
                var file = new StreamContent(mp3);
                file.Headers.ContentType = new MediaTypeHeaderValue("audio/mpeg");
                form.Add(file, "file", "reply.mp3");
                form.Add(new StringContent("whatsapp"), "messaging_product");
                using var upload = await http.PostAsync("https://waba-v2.360dialog.io/media", form);
                upload.EnsureSuccessStatusCode();
                string id = JsonDocument.Parse(await upload.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
                using var sent = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = message.GetProperty("from").GetString(), type = "audio", audio = new { id } });
                sent.EnsureSuccessStatusCode();
            }
            public async Task WrongAsync(JsonElement message, byte[] png)
            {
                using var form = new MultipartFormDataContent { { new StringContent("whatsapp"), "messaging_product" }, { new StringContent({|DLG0102:"image/png"|}), "type" }, { new ByteArrayContent(png), "file", "a.png" } };
                using var upload = await http.PostAsync("https://waba-v2.360dialog.io/media", form);
                string id = (await upload.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
                using var sent = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = message.GetProperty("from").GetString(), type = "sticker", sticker = new { id } });
                sent.EnsureSuccessStatusCode();
            }
        }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public abstract class Handler<T> { public abstract Task Handle(T request, CancellationToken ct); }
        public record SendText(string Phone, string Text);
        public interface IContacts { Task<DateTime?> LastSeenAsync(string phone); Task<bool> CanSendFreeFormAsync(string phone, CancellationToken ct); }
        public sealed class SendTextHandler(HttpClient http, IContacts contacts) : Handler<SendText>
        {
            public override async Task Handle(SendText request, CancellationToken ct)
            {
                if (!await contacts.CanSendFreeFormAsync(request.Phone, ct))
                {
                    throw new InvalidOperationException("The customer has not written within 24 hours.");
                }
                using var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = request.Phone, type = "text", text = new { body = request.Text } }, ct);
                response.EnsureSuccessStatusCode();
            }
        }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public sealed class GraphOptions { public string Version { get; set; } = "v23.0"; public string PhoneNumberId { get; set; } = ""; public string Token { get; set; } = ""; }
        public sealed class Graph(HttpClient http, GraphOptions options)
        {
            public async Task<string?> SendTemplateAsync(string to, string name, CancellationToken ct)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"https://graph.facebook.com/{options.Version}/{options.PhoneNumberId}/messages");
                request.Headers.Authorization = new("Bearer", options.Token);
                request.Content = JsonContent.Create(new { messaging_product = "whatsapp", to, type = "template", template = new { name, language = new { code = "en" } } });
                using var response = await http.SendAsync(request, ct);
                if (!response.IsSuccessStatusCode) return null;
                return (await response.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("messages")[0].GetProperty("id").GetString();
            }
        }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public enum SessionState { Unknown, Open, Expired }
        public interface ISessions { ValueTask<SessionState> StateOfAsync(string phone); }
        public sealed class Care(HttpClient http, ISessions sessions)
        {
            public async Task FollowUpAsync(string phone, string text)
            {
                object message = await sessions.StateOfAsync(phone) switch
                {
                    SessionState.Open => new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = text } },
                    _ => new { messaging_product = "whatsapp", to = phone, type = "template", template = new { name = "follow_up", language = new { code = "fr" } } },
                };
                (await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message)).EnsureSuccessStatusCode();
            }
        }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public sealed record Row([property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("title")] string Title, [property: JsonPropertyName("description"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Description = null);
        public sealed record Section([property: JsonPropertyName("title")] string Title, [property: JsonPropertyName("rows")] Row[] Rows);
        public sealed class Menu(HttpClient http)
        {
            private static readonly Section[] Sections = new Section[]
            {
                new("Soups", new[] { new Row("1", "Tomato"), new Row("2", {|DLG0109:"Creamy mushroom with parsley"|}) }),
                new("Mains", new[] { new Row("3", "Pasta"), new Row({|DLG0109:"1"|}, "Rice") }),
            };
            public async Task ReplyAsync(JsonElement message)
            {
                using var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = message.GetProperty("from").GetString(), type = "interactive", interactive = new { type = "list", body = new { text = "Today" }, action = new { button = "Menu", sections = Sections } } });
                r.EnsureSuccessStatusCode();
            }
        }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        [AttributeUsage(AttributeTargets.Method)] public sealed class ChecksSessionAttribute : Attribute { }
        public sealed class Rules24(Func<string, bool> known) { [ChecksSession] public bool Allows(string phone) => known(phone); }
        public sealed class Desk(HttpClient http, Rules24 rules)
        {
            public async Task<bool> TryTellAsync(string phone, string text)
            {
                if (rules.Allows(phone))
                {
                    var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = text } });
                    return r.IsSuccessStatusCode;
                }
                return false;
            }
        }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        using System.IO;
        public enum Kind { Image, Video, Document }
        public sealed class Files(HttpClient http)
        {
            public async Task SendAsync(JsonElement inbound, Kind kind, string url, string? caption)
            {
                var to = inbound.GetProperty("from").GetString();
                object payload = kind switch
                {
                    Kind.Image => new { messaging_product = "whatsapp", to, type = "image", image = new { link = url, caption } },
                    Kind.Video => new { messaging_product = "whatsapp", to, type = "video", video = new { link = url, caption } },
                    _ => new { messaging_product = "whatsapp", to, type = "document", document = new { link = url, caption, filename = Path.GetFileName(url) } },
                };
                (await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", payload)).EnsureSuccessStatusCode();
            }
            public Task A(JsonElement m) => SendAsync(m, Kind.Image, "https://cdn.example.org/a.jpg", null);
            public Task B(JsonElement m) => SendAsync(m, Kind.Video, {|DLG0102:"https://cdn.example.org/clip.mov"|}, null);
            public Task C(JsonElement m) => SendAsync(m, Kind.Document, "https://cdn.example.org/a.xlsx", null);
            public Task D(JsonElement m) => SendAsync(m, Kind.Image, {|DLG0104:"http://localhost:5000/a.png"|}, null);
        }
        """)]
    [InlineData("DLG01*,DLG0201,DLG0202,DLG0203,DLG07*", """
        public sealed class Weekly(HttpClient http, IReadOnlyList<string> members)
        {
            public async Task ExecuteAsync(CancellationToken stop)
            {
                using var week = new PeriodicTimer(TimeSpan.FromDays(7));
                while (await week.WaitForNextTickAsync(stop))
                {
                    await Task.WhenAll(members.Select(async member =>
                    {
                        for (var attempt = 1; ; attempt++)
                        {
                            using var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = member, type = "template", template = new { name = "weekly", language = new { code = "it" } } }, stop);
                            if (r.IsSuccessStatusCode || (int)r.StatusCode < 500 || attempt == 3) return;
                            await Task.Delay(TimeSpan.FromSeconds(attempt), stop);
                        }
                    }));
                }
            }
        }
        """)]
    public void New_styles(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Values in fields and choices, texts that methods write, clients that methods make, answers of helpers.
    [InlineData("DLG0101", """
        public readonly record struct P(double Latitude, double Longitude);
        public class W(HttpClient http) { public Task Send(string to, P at) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "location", location = new { latitude = at.Latitude, longitude = at.Longitude } }); }
        public class B(W w) { private static readonly P A = new([|174.7|], -36.8); public Task R(string to) => w.Send(to, A); }
        """)]
    [InlineData("DLG0101", """
        public readonly record struct P(double Latitude, double Longitude);
        public class W(HttpClient http) { public Task Send(string to, P at) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "location", location = new { latitude = at.Latitude, longitude = at.Longitude } }); }
        public class B(W w) { public Task R(string to, bool b) => w.Send(to, b ? new P([|174.7|], -36.8) : new P(1.5, 2.5)); }
        """)]
    [InlineData("DLG0101", """
        public readonly record struct P(decimal Latitude, decimal Longitude);
        public class W(HttpClient http) { public Task Send(string to, P at) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "location", location = new { latitude = at.Latitude, longitude = at.Longitude } }); }
        public class B(W w) { public Task R(string to) => w.Send(to, new P([|174.7m|], -36.8m)); }
        """)]
    [InlineData("DLG0101", """
        public readonly record struct P(double Latitude, double Longitude);
        public class W(HttpClient http) { private static readonly P A = new([|174.7|], -36.8); public Task Send(string to) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "location", location = new { latitude = A.Latitude, longitude = A.Longitude } }); }
        """)]
    [InlineData("DLG0101", """
        public readonly record struct P(double Latitude, double Longitude);
        public class W(HttpClient http) { public Task Send(string to, P at) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "location", location = new { latitude = at.Latitude, longitude = at.Longitude } }); }
        public class B(W w) { public Task R(string to) { var a = new P([|174.7|], -36.8); return w.Send(to, a); } }
        """)]
    [InlineData("DLG0702", """
        public class Api
        {
            private static HttpClient Create(string token) { var http = new HttpClient { BaseAddress = new Uri("https://waba-v2.360dialog.io") }; http.DefaultRequestHeaders.[|Authorization|] = new AuthenticationHeaderValue("Bearer", token); return http; }
            public static async Task Send(string token, object m) { var http = Create(token); (await http.PostAsJsonAsync("/messages", m)).EnsureSuccessStatusCode(); }
        }
        """)]
    [InlineData("DLG0702", """
        public class Api
        {
            private static HttpClient Create(string token) { var http = new HttpClient(); http.DefaultRequestHeaders.[|Authorization|] = new AuthenticationHeaderValue("Bearer", token); return http; }
            public static async Task Send(string token, object m) { using (var http = Create(token)) { (await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", m)).EnsureSuccessStatusCode(); } }
        }
        """)]
    [InlineData("DLG0201", """
        public class L { public string Make(string to) => "{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}"; public async Task Send(HttpClient http, string to) { var r = await http.[|PostAsync|]("$url", new StringContent(Make(to), Encoding.UTF8, "application/json")); r.EnsureSuccessStatusCode(); } }
        """)]
    [InlineData("DLG0201", """
        public class L { public string Make(string to) { return string.Format(CultureInfo.InvariantCulture, "{{\"messaging_product\":\"whatsapp\",\"to\":\"{0}\",\"type\":\"text\",\"text\":{{\"body\":\"x\"}}}}", to); } public async Task Send(HttpClient http, string to) { var r = await http.[|PostAsync|]("$url", new StringContent(Make(to), Encoding.UTF8, "application/json")); r.EnsureSuccessStatusCode(); } }
        """)]
    [InlineData("DLG0201", """
        public class L { public async Task Send(HttpClient http, string to) { var r = await http.[|PostAsync|]("$url", new StringContent("{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"x\"},}", Encoding.UTF8, "application/json")); r.EnsureSuccessStatusCode(); } }
        """)]
    [InlineData("DLG0201", """
        public class F(HttpClient http)
        {
            public async Task Tell(C c)
            {
                var r = await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = c.Phone, type = "text", text = new { body = "x" } });
                if (r.IsSuccessStatusCode) return;
                var body = await r.Content.ReadAsStringAsync();
                if (body.Contains("131047")) { (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = c.Phone, type = "template", template = new { name = "a", language = new { code = "en" } } })).EnsureSuccessStatusCode(); return; }
                throw new Exception(body);
            }
        }
        public class C { public string Phone { get; set; } = ""; }
        """)]
    [InlineData("DLG0201", """
        public class F(HttpClient http)
        {
            private Task<HttpResponseMessage> Post(object o) => http.PostAsJsonAsync("$url", o);
            public async Task Tell(C c)
            {
                var r = await Post(new { messaging_product = "whatsapp", to = c.Phone, type = "text", text = new { body = "x" } });
                var body = await r.Content.ReadAsStringAsync();
                if (body.Contains("131047")) { await Post(new { messaging_product = "whatsapp", to = c.Phone, type = "template", template = new { name = "a", language = new { code = "en" } } }); }
            }
        }
        public class C { public string Phone { get; set; } = ""; }
        """)]
    [InlineData("DLG0201", """
        public class F(HttpClient http)
        {
            private Task<HttpResponseMessage> Post(object o) => http.PostAsJsonAsync("$url", o);
            public async Task Tell(C c)
            {
                var r = await Post(new { messaging_product = "whatsapp", to = c.Phone, type = "text", text = new { body = "x" } });
                if (r.IsSuccessStatusCode) return;
                var body = await r.Content.ReadAsStringAsync();
                if (body.Contains("131047")) { await Post(new { messaging_product = "whatsapp", to = c.Phone, type = "template", template = new { name = "a", language = new { code = "en" } } }); return; }
                throw new Exception(body);
            }
        }
        public class C { public string Phone { get; set; } = ""; }
        """)]
    [InlineData("DLG0201", """
        public class F
        {
            private readonly HttpClient http = new HttpClient();
            private Task<HttpResponseMessage> Post(object o) { return http.PostAsJsonAsync("$url", o); }
            public async Task Tell(C c, string text)
            {
                var r = await Post(new { messaging_product = "whatsapp", to = c.Phone, type = "text", text = new { body = text } });
                if (r.IsSuccessStatusCode) return;
                var body = await r.Content.ReadAsStringAsync();
                if (body.Contains("131047")) { var t = await Post(new { messaging_product = "whatsapp", to = c.Phone, type = "template", template = new { name = "a", language = new { code = "en" } } }); t.EnsureSuccessStatusCode(); return; }
                throw new Exception(body);
            }
        }
        public class C { public string Phone { get; set; } = ""; }
        """)]
    [InlineData("DLG0702,DLG0108", """
        public class Api
        {
            private static HttpClient Create(string key) { var http = new HttpClient { BaseAddress = new Uri("https://waba-v2.360dialog.io") }; http.DefaultRequestHeaders.Add("D360-API-KEY", key); return http; }
            public static async Task Send(string key, string to) { using var http = Create(key); (await http.PostAsJsonAsync("/messages", {|DLG0108:new|} { to, type = "template", template = new { name = "a", language = new { code = "en" } } })).EnsureSuccessStatusCode(); }
            public static async Task Right(string key, string to) { using var http = Create(key); (await http.PostAsJsonAsync("/messages", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = "en" } } })).EnsureSuccessStatusCode(); }
        }
        """)]
    [InlineData("DLG0101", """
        public readonly record struct P(double Latitude, double Longitude);
        public class W(HttpClient http) { public Task Send(string to, P at) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "location", location = new { latitude = at.Latitude, longitude = at.Longitude } }); }
        public class B(W w) { private static readonly P A = new(-36.8, 174.7); public Task R(string to, bool b) => w.Send(to, b ? A : new P(1.5, 2.5)); }
        """)]
    [InlineData("DLG0101", """
        public class P { public double Latitude { get; set; } = 174.7; public double Longitude { get; set; } = 1.5; }
        public class W(HttpClient http) { private static readonly P A = new(); public void Set(double v) => A.Latitude = v; public Task Send(string to) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "location", location = new { latitude = A.Latitude, longitude = A.Longitude } }); }
        """)]
    public void Values_on_their_way(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    /// <param name="rules">The rules to compare, separated by commas; <c>[|...|]</c> is the first of them.</param>
    /// <param name="program">The files, separated by lines of three hyphens.</param>
    private static void Check(string rules, string program, bool mayHaveErrors) =>
        new TestProgram(rules, program.Replace("$url", Cloud, StringComparison.Ordinal).Split("\n---\n")).Check(mayHaveErrors);
}
