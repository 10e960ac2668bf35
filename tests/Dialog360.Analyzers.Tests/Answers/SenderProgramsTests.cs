using Dialog360.Analyzers.Tests.Infrastructure;
using Dialog360.Analyzers.Tests.Sending;

namespace Dialog360.Analyzers.Tests.Answers;

/// <summary>Whole senders as strangers write them, right ones and wrong ones: all that the rules about answers say of each.</summary>
public sealed class SenderProgramsTests
{
    [Fact]
    public void A_service_that_returns_bool() => Check(
        """
        public interface IWhatsAppSender { Task<bool> SendTextAsync(string phone, string text); Task<bool> SendTemplateAsync(string phone, string name); }
        public class WhatsAppSender : IWhatsAppSender
        {
            private readonly HttpClient _http;
            public WhatsAppSender(HttpClient http) { _http = http; _http.BaseAddress = new Uri("https://waba-v2.360dialog.io/"); }
            public async Task<bool> SendTextAsync(string phone, string text)
            {
                var payload = new { messaging_product = "whatsapp", recipient_type = "individual", to = phone, type = "text", text = new { body = text } };
                var content = new StringContent(JsonSerializer.Serialize(payload), Encoding.UTF8, "application/json");
                var response = await _http.PostAsync("messages", content);
                return response.IsSuccessStatusCode;
            }
            public async Task<bool> SendTemplateAsync(string phone, string name)
            {
                var response = await _http.PostAsJsonAsync("messages", new { messaging_product = "whatsapp", to = phone, type = "template", template = new { name, language = new { code = "en" } } });
                if (!response.IsSuccessStatusCode) { Console.WriteLine("WhatsApp failed: " + await response.Content.ReadAsStringAsync()); }
                return response.IsSuccessStatusCode;
            }
        }
        public class Reminders(IWhatsAppSender sender, IEnumerable<Patient> patients)
        {
            public async Task RunAsync()
            {
                foreach (var p in patients)
                {
                    await sender.{|DLG0301:SendTextAsync|}(p.Phone, "Your appointment is tomorrow");
                    await sender.SendTemplateAsync(p.Phone, "reminder");
                }
            }
            public async Task<int> CountAsync() { int n = 0; foreach (var p in patients) if (await sender.SendTextAsync(p.Phone, "x")) n++; return n; }
            public async Task AllAsync() => await Task.WhenAll(patients.Select(p => sender.{|DLG0301:SendTextAsync|}(p.Phone, "x")));
            public async Task AllCheckedAsync() { var results = await Task.WhenAll(patients.Select(p => sender.SendTextAsync(p.Phone, "x"))); Console.WriteLine(results.Count(r => !r) + " failed"); }
            public void Fire(string phone) { _ = sender.{|DLG0301:SendTextAsync|}(phone, "x"); }
            public async Task Discard(string phone) { _ = await sender.SendTextAsync(phone, "x"); }
            public Task<bool> Pass(string phone) => sender.SendTextAsync(phone, "x");
            public async Task Stored(Patient p) { p.Notified = await sender.SendTextAsync(p.Phone, "x"); }
        }
        public class Patient { public string Phone { get; set; } = ""; public bool Notified { get; set; } }
        """);

    [Fact]
    public void An_extension_that_gives_the_text_alone() => Check(
        """
        public static class HttpClientJsonExtensions2
        {
            public static async Task<string> PostJsonAsync(this HttpClient client, string url, object body)
            {
                var response = await client.{|DLG0301:PostAsync|}(url, new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"));
                return await response.Content.ReadAsStringAsync();
            }
        }
        public class Sender(HttpClient client)
        {
            public async Task SendAsync(string to, string body)
            {
                var result = await client.PostJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body } });
                Console.WriteLine(result);
            }
        }
        """);

    [Fact]
    public void A_result_of_its_own() => Check(
        """
        public record SendResult(bool Success, string? MessageId, string? Error, int? Code);
        public class WhatsAppClient(HttpClient http, string apiKey)
        {
            public async Task<SendResult> SendAsync(object message, CancellationToken ct)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://waba-v2.360dialog.io/messages");
                request.Headers.Add("D360-API-KEY", apiKey);
                request.Content = new StringContent(JsonSerializer.Serialize(message), Encoding.UTF8, "application/json");
                using var response = await http.SendAsync(request, ct);
                var json = await response.Content.ReadAsStringAsync(ct);
                using var doc = JsonDocument.{|DLG0302:Parse|}(json);
                if (!response.IsSuccessStatusCode)
                {
                    var error = doc.RootElement.GetProperty("error");
                    return new SendResult(false, null, error.GetProperty("message").GetString(), error.GetProperty("code").GetInt32());
                }
                return new SendResult(true, doc.RootElement.GetProperty("messages")[0].GetProperty("id").GetString(), null, null);
            }
            public async Task<SendResult> SafeAsync(object message, CancellationToken ct)
            {
                using var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message, ct);
                var json = await response.Content.ReadAsStringAsync(ct);
                if (response.IsSuccessStatusCode) { var ok = JsonSerializer.Deserialize<JsonElement>(json); return new SendResult(true, ok.GetProperty("messages")[0].GetProperty("id").GetString(), null, null); }
                try { var e = JsonSerializer.Deserialize<JsonElement>(json); return new SendResult(false, null, e.ToString(), null); }
                catch (JsonException) { return new SendResult(false, null, json, (int)response.StatusCode); }
            }
            public Task<SendResult> Hello(string to) => SendAsync(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "hi" } }, default);
            public Task<SendResult> Hello2(string to) => SafeAsync(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "hi" } }, default);
            public async Task Drop(string to) { await {|DLG0301:Hello|}(to); }
            public async Task Use(string to) { var r = await Hello2(to); if (!r.Success) throw new InvalidOperationException(r.Error); }
            public async Task Half(string to) { var r = await Hello2(to); Console.WriteLine(r.MessageId); }
        }
        """);

    [Fact]
    public void RestSharp_with_requests_made_elsewhere() => Check(
        """
        using RestSharp;
        public class RestSender
        {
            private readonly RestClient client = new("https://waba-v2.360dialog.io");
            private RestRequest Make(string to) { var r = new RestRequest("messages", Method.Post); r.AddHeader("D360-API-KEY", Environment.GetEnvironmentVariable("K")!); r.AddJsonBody(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); return r; }
            public async Task Good(string to) { var r = await client.ExecuteAsync(Make(to)); if (!r.IsSuccessful) throw new Exception(r.Content); }
            public async Task Bad(string to) { await client.{|DLG0301:ExecuteAsync|}(Make(to)); }
            public async Task Bad2(string to) { var r = await client.{|DLG0301:ExecuteAsync|}(Make(to)); Console.WriteLine(r.Content); }
            public async Task Throws(string to) { await client.PostAsync<JsonElement>(Make(to)); }
            public async Task Ensured(string to) { (await client.ExecuteAsync(Make(to))).ThrowIfError(); }
            public async Task Logged(string to) { var r = await client.ExecuteAsync(Make(to)); Console.WriteLine($"{r.StatusCode} {r.Content}"); }
            public async Task<string?> Id(string to) { var r = await client.ExecutePostAsync<JsonElement>(Make(to)); return r.IsSuccessful ? r.Data.GetProperty("messages")[0].GetProperty("id").GetString() : null; }
            public async Task Parse(string to) { var r = await client.ExecuteAsync(Make(to)); var e = Newtonsoft.Json.JsonConvert.{|DLG0302:DeserializeObject|}<Dictionary<string, object>>(r.Content!); if (e!.ContainsKey("error")) throw new Exception(); }
        }
        """);

    [Fact]
    public void Flurl() => Check(
        """
        using Flurl.Http;
        public class FlurlSender
        {
            private const string Url = "https://waba-v2.360dialog.io/messages";
            public async Task Good(string to) { await Url.WithHeader("D360-API-KEY", "x").PostJsonAsync(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); }
            public async Task Caught(string to) { try { await Url.WithHeader("D360-API-KEY", "x").PostJsonAsync(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); } catch (Exception e) { Console.WriteLine(e.Message); } }
        }
        """);

    [Fact]
    public void WebClient_and_HttpWebRequest() => Check(
        """
        using System.IO;
        public class Legacy
        {
            public string Web(string to)
            {
                using (var client = new WebClient())
                {
                    client.Headers.Add("D360-API-KEY", "k"); client.Headers[HttpRequestHeader.ContentType] = "application/json";
                    try { return client.UploadString("https://waba-v2.360dialog.io/messages", JsonSerializer.Serialize(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } })); }
                    catch (WebException ex) { using var reader = new StreamReader(ex.Response!.GetResponseStream()); return reader.ReadToEnd(); }
                }
            }
            public void Http(string to)
            {
                var request = (HttpWebRequest)WebRequest.Create("https://waba-v2.360dialog.io/messages");
                request.Method = "POST"; request.ContentType = "application/json"; request.Headers.Add("D360-API-KEY", "k");
                using (var writer = new StreamWriter(request.GetRequestStream())) writer.Write(JsonSerializer.Serialize(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }));
                var response = (HttpWebResponse)request.GetResponse();
                using var reader = new StreamReader(response.GetResponseStream());
                Console.WriteLine(reader.ReadToEnd());
            }
            public int Parsed(string to)
            {
                var client = new WebClient();
                try { client.UploadString("https://waba-v2.360dialog.io/messages", JsonSerializer.Serialize(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } })); return 0; }
                catch (WebException ex)
                {
                    using var reader = new StreamReader(ex.Response!.GetResponseStream());
                    var e = JsonSerializer.{|DLG0302:Deserialize|}<JsonElement>(reader.ReadToEnd());
                    return e.GetProperty("error").GetProperty("code").GetInt32();
                }
            }
        }
        """);

    [Fact]
    public void Policies_around_the_call() => Check(
        """
        using Polly; using Polly.Retry;
        public class PollySender(HttpClient http, IAsyncPolicy<HttpResponseMessage> policy, Breaker breaker)
        {
            private Task<HttpResponseMessage> Post(string to) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
            public async Task Good(string to) { var r = await policy.ExecuteAsync(() => Post(to)); r.EnsureSuccessStatusCode(); }
            public async Task Bad(string to) { await policy.ExecuteAsync(() => {|DLG0301:Post|}(to)); }
            public async Task Bad2(string to) { var r = await policy.ExecuteAsync(async () => await {|DLG0301:Post|}(to)); Console.WriteLine("sent"); }
            public async Task<bool> Breaks(string to) { var r = await breaker.ExecuteAsync(() => Post(to)) ?? throw new InvalidOperationException("no answer"); return true; }
            public async Task<HttpResponseMessage> Handed(string to) => await policy.ExecuteAsync(() => Post(to));
        }
        public class Breaker { public async Task<T> ExecuteAsync<T>(Func<Task<T>> f) { try { return await f(); } catch (HttpRequestException) { Console.WriteLine("open"); throw; } } }
        """);

    [Fact]
    public void Workers_that_take_from_a_channel() => Check(
        """
        using Microsoft.Extensions.Hosting; using Microsoft.Extensions.Logging; using System.Threading.Channels;
        public record Outgoing(string To, string Body);
        public class Gateway(HttpClient http) { public async Task<(bool ok, string? error)> SendAsync(Outgoing o) { using var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = o.To, type = "text", text = new { body = o.Body } }); if (r.IsSuccessStatusCode) return (true, null); return (false, await r.Content.ReadAsStringAsync()); } }
        public class Worker(Channel<Outgoing> channel, Gateway gateway, ILogger<Worker> log) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken ct)
            {
                await foreach (var o in channel.Reader.ReadAllAsync(ct))
                {
                    try { var (ok, error) = await gateway.SendAsync(o); if (!ok) log.LogError("not sent: {Error}", error); }
                    catch (Exception e) { log.LogError(e, "send"); }
                }
            }
        }
        public class BadWorker(Channel<Outgoing> channel, Gateway gateway, ILogger<Worker> log) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken ct)
            {
                while (await channel.Reader.WaitToReadAsync(ct))
                    while (channel.Reader.TryRead(out var o))
                    {
                        try { await gateway.{|DLG0301:SendAsync|}(o); log.LogInformation("sent to {To}", o.To); }
                        catch (Exception e) { log.LogError(e, "send"); }
                    }
            }
        }
        """);

    [Fact]
    public void Switches_and_comparisons_of_codes() => Check(
        """
        public class ApiError { public ErrorBody? error { get; set; } } public class ErrorBody { public int code { get; set; } public string message { get; set; } = ""; public ErrorData? error_data { get; set; } } public class ErrorData { public string details { get; set; } = ""; }
        public class Codes(HttpClient http, IOps ops)
        {
            public async Task Switch(string to)
            {
                var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
                if (r.IsSuccessStatusCode) return;
                ApiError? body = null;
                try { body = await r.Content.ReadFromJsonAsync<ApiError>(); } catch (JsonException) { throw new Exception("not JSON"); }
                {|DLG0305:switch|} (body!.error!.code)
                {
                    case 131047: await ops.TemplateAsync(to); break;
                    case 131026: await ops.DropAsync(to); break;
                    case 130429: await Task.Delay(1000); break;
                }
            }
            public async Task Defaulted(string to)
            {
                var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
                if (r.IsSuccessStatusCode) return;
                var body = JsonSerializer.{|DLG0302:Deserialize|}<ApiError>(await r.Content.ReadAsStringAsync());
                switch (body!.error!.code) { case 131047: await ops.TemplateAsync(to); break; case 131026: await ops.DropAsync(to); break; default: throw new Exception(body.error.message); }
            }
            public async Task Language(string to)
            {
                foreach (var code in new[] { "pt_BR", "en" })
                {
                    var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "x", language = new { code } } });
                    if (r.IsSuccessStatusCode) return;
                    var text = await r.Content.ReadAsStringAsync();
                    if (text.Contains("132001")) continue;
                    throw new Exception(text);
                }
            }
            public async Task Old(string to)
            {
                var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
                if (r.IsSuccessStatusCode) return;
                var text = await r.Content.ReadAsStringAsync();
                var e = text.StartsWith("{") ? JsonSerializer.Deserialize<ApiError>(text) : null;
                if ({|DLG0307:e?.error?.code == 470|}) await ops.TemplateAsync(to);
                else if ({|DLG0306:e?.error?.code == 1005|}) ops.Fail("access denied");
                else if (e?.error?.code is 131056 or 130429) await Task.Delay(5000);
                else ops.Fail(text);
            }
            public string Describe(int code) => code switch { 131047 => "closed", 131026 => "no user", 131056 => "slow", _ => "unknown" };
            public string DescribeNoDefault(ErrorBody e) { switch (e.code) { case 131047: return "closed"; case 131026: return "no user"; } return "unknown"; }
        }
        public interface IOps { Task TemplateAsync(string to); Task DropAsync(string to); void Fail(string t); }
        """);

    [Fact]
    public void Envelopes_and_classes_like_them() => Check(
        """
        // WhatsApp and others: envelope classes
        public class Meta { [JsonPropertyName("success")] public bool Success { get; set; } [JsonPropertyName({|DLG0303:"httpCode"|})] public int HttpCode { get; set; } [JsonPropertyName({|DLG0303:"developerMessage"|})] public string? DeveloperMessage { get; set; } }
        public class DialogError { [JsonPropertyName("meta")] public Meta? Meta { get; set; } }
        public class RequestLog { public int httpCode; public string url = ""; public DateTime at; }
        public class ServiceFault { public int httpCode; public string message = ""; public bool success; }
        public class LegacyResult { public int HttpCode { get; set; } public bool Success { get; set; } public string Message { get; set; } = ""; }
        public class Sender(HttpClient http)
        {
            public async Task Send(string to)
            {
                var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
                if (r.IsSuccessStatusCode) return;
                if (r.Content.Headers.ContentType?.MediaType != "application/json") throw new Exception();
                var e = await r.Content.ReadFromJsonAsync<DialogError>();
                if ({|DLG0304:e!.Meta!.HttpCode == 401|}) throw new UnauthorizedAccessException();
                throw new Exception(e.Meta.DeveloperMessage);
            }
            public async Task<LegacyResult> Call(string to) { var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); return new LegacyResult { HttpCode = (int)r.StatusCode, Success = r.IsSuccessStatusCode, Message = await r.Content.ReadAsStringAsync() }; }
            public async Task Check(string to) { var x = await Call(to); if (x.HttpCode == 401) throw new Exception(); if (x.HttpCode == 404) throw new Exception(); }
        }
        """);

    [Fact]
    public void Receipts_and_other_ways_to_look() => Check(
        """
        public class Receipts(HttpClient http)
        {
            public async Task MarkAsync(string id) { await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", status = "read", message_id = id, typing_indicator = new { type = "text" } }); }
            public async Task Outer(string to)
            {
                try
                {
                    var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
                    var body = JsonDocument.Parse(await r.Content.ReadAsStringAsync());
                    if (!r.IsSuccessStatusCode) throw new Exception(body.RootElement.GetProperty("error").GetProperty("message").GetString());
                }
                catch (Exception ex) { Console.WriteLine(ex); }
            }
            public void Sync(string to) { var r = http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }).Result; if (r.StatusCode != HttpStatusCode.OK) throw new Exception(); }
            public void Sync2(string to) { var r = http.{|DLG0301:PostAsJsonAsync|}("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }).GetAwaiter().GetResult(); Console.WriteLine(r.Content.ReadAsStringAsync().Result); }
            public Task Continue(string to) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }).ContinueWith(t => { if (!t.Result.IsSuccessStatusCode) Console.WriteLine("failed"); });
            public Task Continue2(string to) => http.{|DLG0301:PostAsJsonAsync|}("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }).ContinueWith(t => Console.WriteLine("sent"));
            public async Task<Response> Wrapped(string to) { var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var result = new Response(); result.Load(r); return result; }
            public async Task Ok201(string to) { var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); if ({|DLG0308:r.StatusCode != HttpStatusCode.Created|}) throw new Exception(); }
            public async Task Typed(string to) { var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var x = await r.Content.{|DLG0302:ReadFromJsonAsync|}<SendAnswer>(); Console.WriteLine(x!.messages[0].id); }
            public async Task<string> TypedOk(string to) { var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); r.EnsureSuccessStatusCode(); var x = await r.Content.ReadFromJsonAsync<SendAnswer>(); return x!.messages[0].id; }
        }
        public class Response { public bool Ok { get; private set; } public void Load(HttpResponseMessage r) => Ok = r.IsSuccessStatusCode; }
        public class SendAnswer { public List<Sent> messages { get; set; } = new(); } public class Sent { public string id { get; set; } = ""; }
        """);

    [Fact]
    public void Results_as_records_and_decorators() => Check(
        """
        // Clean architecture: result types, decorators, delegating handlers, Try methods
        public abstract record Result { public sealed record Ok(string Id) : Result; public sealed record Failed(string Reason) : Result; }
        public interface INotifier { Task<Result> NotifyAsync(string to, string text, CancellationToken ct); }
        public sealed class WhatsAppNotifier(HttpClient http) : INotifier
        {
            public async Task<Result> NotifyAsync(string to, string text, CancellationToken ct)
            {
                using HttpResponseMessage response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = text } }, ct);
                if (!response.IsSuccessStatusCode) return new Result.Failed($"{(int)response.StatusCode}");
                var sent = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken: ct);
                return new Result.Ok(sent.GetProperty("messages")[0].GetProperty("id").GetString()!);
            }
        }
        public sealed class LoggingNotifier(INotifier inner) : INotifier { public async Task<Result> NotifyAsync(string to, string text, CancellationToken ct) { var r = await inner.NotifyAsync(to, text, ct); if (r is Result.Failed f) Console.WriteLine(f.Reason); return r; } }
        public sealed class Orders(INotifier notifier)
        {
            public async Task ShippedAsync(string to) { var result = await notifier.NotifyAsync(to, "shipped", default); switch (result) { case Result.Failed(var reason): throw new Exception(reason); } }
            public async Task PaidAsync(string to) => await notifier.NotifyAsync(to, "paid", default);
        }
        public class EnsureHandler : DelegatingHandler { protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) { var r = await base.SendAsync(request, ct); r.EnsureSuccessStatusCode(); return r; } }
        public class TryClient(HttpClient http)
        {
            public bool TrySend(string to, out string error) { error = ""; var r = http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }).Result; if (!r.IsSuccessStatusCode) error = r.ReasonPhrase ?? "failed"; return r.IsSuccessStatusCode; }
            public void Use(string to) { if (!TrySend(to, out var e)) Console.WriteLine(e); }
            public void UseError(string to) { TrySend(to, out var e); if (e.Length > 0) Console.WriteLine(e); }
        }
        """);

    [Fact]
    public void A_client_for_everything() => Check(
        """
        public class ApiClient(HttpClient http)
        {
            public async Task<TRes?> PostAsync<TReq, TRes>(string url, TReq body) { using var r = await http.PostAsJsonAsync(url, body); r.EnsureSuccessStatusCode(); return await r.Content.ReadFromJsonAsync<TRes>(); }
            public async Task<ApiResponse<TRes>> TryPostAsync<TReq, TRes>(string url, TReq body)
            {
                using var r = await http.PostAsJsonAsync(url, body);
                if (!r.IsSuccessStatusCode) return new ApiResponse<TRes>(false, default, await r.Content.ReadAsStringAsync());
                return new ApiResponse<TRes>(true, await r.Content.ReadFromJsonAsync<TRes>(), null);
            }
        }
        public record ApiResponse<T>(bool IsSuccess, T? Data, string? Error);
        public class Messages(ApiClient api)
        {
            const string Url = "https://waba-v2.360dialog.io/messages";
            public async Task Throws(string to) => await api.PostAsync<object, JsonElement>(Url, new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
            public async Task Drops(string to) => await api.{|DLG0301:TryPostAsync|}<object, JsonElement>(Url, new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
            public async Task Looks(string to) { var r = await api.TryPostAsync<object, JsonElement>(Url, new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); if (!r.IsSuccess) throw new Exception(r.Error); }
        }
        """);

    [Fact]
    public void Helpers_events_and_tasks() => Check(
        """
        using Microsoft.Extensions.Logging;
        public static class Ext { public static async Task LogIfFailedAsync(this HttpResponseMessage r, ILogger log) { if (!r.IsSuccessStatusCode) log.LogError("{Status} {Body}", r.StatusCode, await r.Content.ReadAsStringAsync()); } public static HttpResponseMessage Checked(this HttpResponseMessage r) { if ((int)r.StatusCode >= 300) throw new HttpRequestException(r.ReasonPhrase); return r; } }
        public class S(HttpClient http, ILogger<S> log)
        {
            Task<HttpResponseMessage> Post(string to) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
            public event Action<HttpResponseMessage>? Sent;
            public async Task A(string to) { var r = await Post(to); await r.LogIfFailedAsync(log); }
            public async Task B(string to) { (await Post(to)).Checked(); }
            public async Task C(string to) { var r = await Post(to); Sent?.Invoke(r); }
            public async Task D(string to) { var r = await Post(to); var level = r.IsSuccessStatusCode ? LogLevel.Information : LogLevel.Error; log.Log(level, "done"); }
            public async Task<bool> E(string to) => (await Post(to)).IsSuccessStatusCode;
            public async Task F(string to) { var ok = await E(to); log.LogInformation("sent: {Ok}", ok); }
            public async Task G(List<string> phones) { var tasks = new List<Task>(); foreach (var p in phones) tasks.Add({|DLG0301:E|}(p)); await Task.WhenAll(tasks); }
            public async Task G2(List<string> phones) { var tasks = new List<Task<bool>>(); foreach (var p in phones) tasks.Add(E(p)); var all = await Task.WhenAll(tasks); if (all.Contains(false)) throw new Exception(); }
            public async Task H(List<string> phones) => await Parallel.ForEachAsync(phones, async (p, ct) => await {|DLG0301:E|}(p));
            public async Task I(string to) { using (var r = await {|DLG0301:Post|}(to)) using (var content = r.Content) { var s = await content.ReadAsStringAsync(); log.LogInformation(s); } }
            public async Task J(string to) { var r = await Post(to); if (r.StatusCode == HttpStatusCode.TooManyRequests) { await Task.Delay(1000); r = await Post(to); r.EnsureSuccessStatusCode(); } }
            public async Task K(string to) { try { var r = await Post(to); r.EnsureSuccessStatusCode(); } catch (HttpRequestException ex) { log.LogError(ex, "x"); } }
            public async Task<string> L(string to) { var r = await Post(to); return r.StatusCode.ToString(); }
            public void M(string to) { {|DLG0301:Post|}(to).ConfigureAwait(false); }
            public async void N(string to) { var r = await Post(to); if (r.StatusCode == HttpStatusCode.OK || r.StatusCode == HttpStatusCode.Created) log.LogInformation("ok"); else log.LogError("no"); }
            public async Task<(bool, string)> O(string to) { var r = await Post(to); return (r.IsSuccessStatusCode, await r.Content.ReadAsStringAsync()); }
            public async Task Q(string to) { var r = await {|DLG0301:Post|}(to); var headers = r.Headers; log.LogInformation(headers.ToString()); }
            public async Task R(string to) => log.LogInformation((await Post(to)).IsSuccessStatusCode.ToString());
            public async Task<HttpResponseMessage?> T(string to) { HttpResponseMessage? last = null; for (int i = 0; i < 3; i++) { last = await Post(to); if (last.IsSuccessStatusCode) break; } return last; }
            public async Task U(string to) { await {|DLG0301:T|}(to); }
            public Task V(string to) => {|DLG0301:Post|}(to).ContinueWith(t => log.LogInformation("sent"));
            public async Task W(string to) { await using var scope = new Scope(); scope.Response = await Post(to); }
        }
        public class Scope : IAsyncDisposable { public HttpResponseMessage? Response { get; set; } public ValueTask DisposeAsync() { Response?.EnsureSuccessStatusCode(); return default; } }
        """);

    [Fact]
    public void Codes_of_errors_and_of_other_things() => Check(
        """
        public enum WaError { ReEngagement = 131047, Undeliverable = 131026, RateLimit = 130429, Unknown = 0 }
        public enum Win32 { A = 1005, B = 1009 }
        public class Order { public int Code { get; set; } public string Number { get; set; } = ""; }
        public class ErrorResponse { public Error? error { get; set; } } public class Error { public int code { get; set; } public string message { get; set; } = ""; public int error_subcode { get; set; } }
        public class S(HttpClient http)
        {
            async Task<Error?> Post(string to) { using var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); if (r.IsSuccessStatusCode) return null; var text = await r.Content.ReadAsStringAsync(); try { return JsonSerializer.Deserialize<ErrorResponse>(text)?.error; } catch (JsonException) { throw new Exception(text); } }
            public void Http(int statusCode) { switch (statusCode) { case 401: Console.WriteLine(1); break; case 403: Console.WriteLine(2); break; case 404: Console.WriteLine(3); break; case 429: Console.WriteLine(4); break; } }
            public void Http2(HttpResponseMessage r) { switch ((int)r.StatusCode) { case 400: break; case 401: Console.WriteLine(2); break; case 429: Console.WriteLine(3); break; case 500: break; } }
            public bool Ord(Order o) => o.Code == 470 || o.Code == 1009;
            public bool W(int code) => (Win32)code == Win32.A;
            public string Port(int port) => port switch { 470 => "a", 1009 => "b", 2001 => "c", _ => "d" };
            public async Task Enum(string to) { var e = await Post(to); if (e == null) return; {|DLG0305:switch|} ((WaError)e.code) { case WaError.ReEngagement: Console.WriteLine("closed"); break; case WaError.Undeliverable: Console.WriteLine("no"); break; } }
            public async Task EnumDefault(string to) { var e = await Post(to); if (e == null) return; switch ((WaError)e.code) { case WaError.ReEngagement: Console.WriteLine("closed"); break; case WaError.Undeliverable: Console.WriteLine("no"); break; default: throw new Exception(e.message); } }
            public async Task<bool> Retry(string to) { var e = await Post(to); return e?.code is 130429 or 131056 or 131016; }
            public async Task<string> Expr(string to) { var e = await Post(to); return e?.code switch { null => "sent", 131047 => "closed", 131026 => "no", var other => "error " + other }; }
            public async Task<string> ExprMissing(string to) { var e = await Post(to); return e!.code {|DLG0305:switch|} { 131047 => "closed", 131026 => "no", 131056 => "slow" }; }
            public async Task Sub(string to) { var e = await Post(to); if (e?.error_subcode == 2388299) Console.WriteLine(1); if (e?.code == 100) Console.WriteLine(e.message); if (e?.code == 190) throw new Exception(); }
            private static readonly Dictionary<int, string> Texts = new() { [470] = "closed", [131047] = "closed", [1009] = "bad" };
            public string Text(Error e) => Texts.TryGetValue(e.code, out var t) ? t : e.message;
            public async Task Old(string to) { var e = await Post(to); if ({|DLG0307:e?.code == 470|}) Console.WriteLine("closed"); }
            public async Task Both(string to) { var e = await Post(to); if (e?.code is 470 or 131047) Console.WriteLine("closed"); }
            public async Task BreakDefault(string to) { var e = await Post(to); {|DLG0305:switch|} (e?.code) { case 131047: Console.WriteLine("closed"); break; case 131026: Console.WriteLine("no"); break; default: break; } }
            public async Task Guarded(string to) { var e = await Post(to); switch (e?.code) { case 131047: Console.WriteLine("closed"); break; case 131026: Console.WriteLine("no"); break; case var c when c >= 130000: Console.WriteLine("other"); break; } }
            public async Task After(string to) { var e = await Post(to); string text = "unknown"; switch (e?.code) { case 131047: text = "closed"; break; case 131026: text = "no"; break; } Console.WriteLine(text); }
        }
        """);

    [Fact]
    public void A_registration() => Check(
        """
        // registration through 360dialog (WhatsApp)
        public class RegError { public RegData? data { get; set; } public RegMeta? meta { get; set; } } public class RegData { public int code { get; set; } public string title { get; set; } = ""; public string details { get; set; } = ""; } public class RegMeta { public bool success { get; set; } public int http_code { get; set; } public string developer_message { get; set; } = ""; public int httpCode { get; set; } public string developerMessage { get; set; } = ""; }
        public class Registration(HttpClient http, Action<string> say)
        {
            public async Task Register(string number)
            {
                var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/v1/account", new { cc = "49", phone_number = number });
                if (r.IsSuccessStatusCode) return;
                var text = await r.Content.ReadAsStringAsync();
                if (!text.StartsWith("{")) throw new Exception(text);
                var error = JsonSerializer.Deserialize<RegError>(text)!;
                if ({|DLG0306:error.data!.code == 1005|}) say("Access denied");
                if (error.data.code == 1005) throw new Exception(error.data.details);
                switch (error.data.code) { case {|DLG0306:1005|}: say("denied"); break; case 1008: say("missing"); break; default: say(error.data.title); break; }
                if (error.data.code == 1005 && error.data.details.Contains("two-step")) say("pin");
                var what = error.data.code switch { {|DLG0306:1005|} => "denied", _ => "?" };
                say(what);
                if (error.data is { code: 1005 } d) Handle(d);
                if (error.data.code == 1005) Retry(error);
                if (error.data.code != 1005) say("other"); 
            }
            void Handle(RegData d) => say(d.details); void Retry(RegError e) => say(e.ToString()!);
        }
        """);

    [Fact]
    public void Requests_and_contents_made_by_methods() => Check(
        """
        public class A(HttpClient http)
        {
            private HttpRequestMessage Create(object payload) { var r = new HttpRequestMessage(HttpMethod.Post, "https://waba-v2.360dialog.io/messages"); r.Headers.Add("D360-API-KEY", Environment.GetEnvironmentVariable("K")); r.Content = JsonContent.Create(payload); return r; }
            private HttpRequestMessage Text(string to) { var r = new HttpRequestMessage(HttpMethod.Post, "https://waba-v2.360dialog.io/messages"); r.Content = JsonContent.Create(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); return r; }
            public async Task Bad(string to) { using var request = Create(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); await http.{|DLG0301:SendAsync|}(request); }
            public async Task Good(string to) { using var request = Create(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); (await http.SendAsync(request)).EnsureSuccessStatusCode(); }
            public async Task Bad2(string to) { using var request = Text(to); await http.{|DLG0301:SendAsync|}(request); }
            public async Task Bad3(string to) { await http.{|DLG0301:SendAsync|}(Text(to)); }
            public async Task Bad4(string to) { var content = Content(to); await http.{|DLG0301:PostAsync|}("https://waba-v2.360dialog.io/messages", content); }
            private static StringContent Content(string to) => new StringContent(JsonSerializer.Serialize(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }), Encoding.UTF8, "application/json");
            public async Task Bad5(string to) { await http.{|DLG0301:PostAsync|}("https://waba-v2.360dialog.io/messages", Json(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } })); }
            private static StringContent Json(object o) => new StringContent(JsonSerializer.Serialize(o), Encoding.UTF8, "application/json");
        }
        """);

    [Fact]
    public void Requests_of_RestSharp_made_by_methods() => Check(
        """
        using RestSharp;
        public class B
        {
            private readonly RestClient client = new("https://waba-v2.360dialog.io");
            private RestRequest Make(string to) { var r = new RestRequest("messages", Method.Post); r.AddJsonBody(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); return r; }
            private RestRequest Create(object o) { var r = new RestRequest("messages", Method.Post); r.AddHeader("D360-API-KEY", "x"); r.AddJsonBody(o); return r; }
            public async Task Bad(string to) { await client.{|DLG0301:ExecuteAsync|}(Make(to)); }
            public async Task Bad2(string to) { var r = Create(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); await client.{|DLG0301:ExecuteAsync|}(r); }
            public async Task Bad3(string to) { var r = new RestRequest("messages", Method.Post); r.AddJsonBody(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); await client.{|DLG0301:ExecuteAsync|}(r); }
            public async Task Bad4(string to) { var r = new RestRequest("messages", Method.Post).AddJsonBody(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var x = await client.{|DLG0301:ExecuteAsync|}(r); Console.WriteLine(x.Content); }
        }
        """);

    [Fact]
    public void An_exception_with_the_code() => Check(
        """
        // a gateway with reading helpers and typed errors
        public class GraphError { [JsonPropertyName("error")] public GraphErrorBody? Error { get; set; } }
        public class GraphErrorBody { [JsonPropertyName("code")] public int Code { get; set; } [JsonPropertyName("message")] public string? Message { get; set; } [JsonPropertyName("error_data")] public JsonElement ErrorData { get; set; } }
        public class WhatsAppException(int code, string message) : Exception(message) { public int Code => code; }
        public class Client(HttpClient http)
        {
            public async Task<string> SendAsync(object message, CancellationToken ct)
            {
                using var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message, ct);
                await EnsureAsync(response, ct);
                var sent = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken: ct);
                return sent.GetProperty("messages")[0].GetProperty("id").GetString()!;
            }
            private static async Task EnsureAsync(HttpResponseMessage response, CancellationToken ct)
            {
                if (response.IsSuccessStatusCode) return;
                var text = await response.Content.ReadAsStringAsync(ct);
                GraphError? error = null;
                try { error = JsonSerializer.Deserialize<GraphError>(text); } catch (JsonException) { }
                throw new WhatsAppException(error?.Error?.Code ?? (int)response.StatusCode, error?.Error?.Message ?? text);
            }
            public Task<string> Text(string to, string body) => SendAsync(new { messaging_product = "whatsapp", to, type = "text", text = new { body } }, default);
        }
        public class Notifier(Client client, Func<string, Task> sendTemplate)
        {
            public async Task Notify(string to, string body)
            {
                try { await client.Text(to, body); }
                catch (WhatsAppException ex) when (ex.Code == 131047) { await sendTemplate(to); }
                catch (WhatsAppException ex) when (ex.Code is 131026 or 131030) { Console.WriteLine("drop " + to); }
            }
            public async Task NotifyOld(string to, string body)
            {
                try { await client.Text(to, body); }
                catch (WhatsAppException ex) { switch (ex.Code) { case 131047: await sendTemplate(to); break; case 131026: Console.WriteLine("drop " + to); break; default: throw; } }
            }
        }
        """);

    [Fact]
    public void Helpers_that_read_the_body() => Check(
        """
        // helpers that read, results that tell
        public static class Read { public static async Task<T?> As<T>(this HttpContent content) => JsonSerializer.Deserialize<T>(await content.ReadAsStringAsync()); public static async Task<(T? Value, string? Error)> Try<T>(this HttpResponseMessage r) { if (!r.IsSuccessStatusCode) return (default, await r.Content.ReadAsStringAsync()); return (await r.Content.ReadFromJsonAsync<T>(), null); } }
        public class Answer { public Err? error { get; set; } } public class Err { public int code { get; set; } public string message { get; set; } = ""; }
        public class S(HttpClient http)
        {
            Task<HttpResponseMessage> Post(string to) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
            public async Task A(string to) { var r = await Post(to); var a = await r.Content.{|DLG0302:As|}<Answer>(); if (a?.error != null) throw new Exception(a.error.message); }
            public async Task B(string to) { var (value, error) = await (await Post(to)).Try<Answer>(); if (error != null) throw new Exception(error); Console.WriteLine(value); }
            public async Task C(string to) { var r = await Post(to); if (!r.IsSuccessStatusCode) { var e = await r.Content.{|DLG0302:As|}<Answer>(); throw new Exception(e!.error!.message); } }
            public async Task D(string to) { var r = await Post(to); if (r.IsSuccessStatusCode) { var e = await r.Content.As<Answer>(); Console.WriteLine(e); } else throw new Exception(); }
        }
        """);

    [Fact]
    public void Tokens_all_the_way() => Check(
        """
        using Newtonsoft.Json; using Newtonsoft.Json.Linq;
        // Newtonsoft all the way, C# 7 style
        public class Sender
        {
            private static readonly HttpClient Http = new HttpClient();
            public async Task<string> Enviar(string telefono, string texto)
            {
                var json = new JObject(new JProperty("messaging_product", "whatsapp"), new JProperty("to", telefono), new JProperty("type", "text"), new JProperty("text", new JObject(new JProperty("body", texto))));
                var respuesta = await Http.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(json.ToString(), Encoding.UTF8, "application/json"));
                var cuerpo = await respuesta.Content.ReadAsStringAsync();
                var resultado = JObject.{|DLG0302:Parse|}(cuerpo);
                if (resultado["error"] != null)
                {
                    int codigo = (int)resultado["error"]["code"];
                    if (codigo == 131047) return "cerrada";
                    if ((int)resultado["error"]["code"] == 470) return "cerrada";
                    {|DLG0305:switch|} ((int)resultado["error"]["code"]) { case 131026: Console.WriteLine(1); break; case 131056: Console.WriteLine(2); break; }
                    throw new Exception((string)resultado["error"]["message"]);
                }
                return (string)resultado["messages"][0]["id"];
            }
            public bool EsCerrada(JObject pedido) => (int)pedido["pais"]["code"] == 470;
        }
        """);

    [Fact]
    public void An_outbox_of_results() => Check(
        """
        // outbox with result objects, switch statements over results, and drops at three levels
        public enum SendStatus { Ok, Failed, Retry }
        public record Outcome(SendStatus Status, string? Reason = null);
        public interface ISender { Task<Outcome> SendAsync(string to, string text); }
        public class D360Sender(HttpClient http) : ISender
        {
            public async Task<Outcome> SendAsync(string to, string text)
            {
                try
                {
                    using var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = text } });
                    if (r.IsSuccessStatusCode) return new Outcome(SendStatus.Ok);
                    var body = await r.Content.ReadAsStringAsync();
                    return (int)r.StatusCode switch { 429 or >= 500 => new Outcome(SendStatus.Retry, body), _ => new Outcome(SendStatus.Failed, body) };
                }
                catch (HttpRequestException e) { return new Outcome(SendStatus.Retry, e.Message); }
            }
        }
        public class Outbox(ISender sender, List<(string To, string Text)> items)
        {
            public async Task FlushAsync() { foreach (var (to, text) in items.ToList()) { var o = await sender.SendAsync(to, text); if (o.Status == SendStatus.Ok) items.Remove((to, text)); } }
            public async Task OnceAsync(string to) { await sender.{|DLG0301:SendAsync|}(to, "x"); }
            public Task<Outcome> PassAsync(string to) => sender.SendAsync(to, "x");
            public async Task TwoUp(string to) { await {|DLG0301:PassAsync|}(to); }
            public async Task Looked(string to) { switch (await PassAsync(to)) { case { Status: SendStatus.Failed, Reason: var reason }: throw new Exception(reason); } }
            public async Task<IReadOnlyList<Outcome>> All(IEnumerable<string> phones) => await Task.WhenAll(phones.Select(p => sender.SendAsync(p, "x")));
            public async Task Saved(string to, Dictionary<string, Outcome> log) => log[to] = await sender.SendAsync(to, "x");
        }
        """);

    private static void Check(string program)
    {
        // Newtonsoft and the new RestSharp are referenced.
        string others = program.Replace("RestSharp", string.Empty, StringComparison.Ordinal).Replace("Newtonsoft", string.Empty, StringComparison.Ordinal);
        new TestProgram("DLG03*", [program, .. LibraryLookAlikes.For(others)]).Check();
    }
}
