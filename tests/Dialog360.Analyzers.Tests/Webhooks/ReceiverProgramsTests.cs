using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Tests.Webhooks;

/// <summary>Whole receivers as strangers write them, right ones and wrong ones: all that the rules about webhooks say of each.</summary>
public sealed class ReceiverProgramsTests
{
    private const string WithUserId = """
        public class Update { public List<Entry> entry { get; set; } = new(); }
        public class Entry { public List<Change> changes { get; set; } = new(); }
        public class Change { public Value value { get; set; } = new(); public string field { get; set; } = ""; }
        public class Value { public List<Contact>? contacts { get; set; } public List<Msg>? messages { get; set; } public List<Stat>? statuses { get; set; } }
        public class Contact { public string wa_id { get; set; } = ""; }
        public class Msg { public string from { get; set; } = ""; public string? from_user_id { get; set; } public string id { get; set; } = ""; public string type { get; set; } = ""; public Txt? text { get; set; } }
        public class Txt { public string body { get; set; } = ""; }
        public class Stat { public string id { get; set; } = ""; public string status { get; set; } = ""; public string recipient_id { get; set; } = ""; public List<Err>? errors { get; set; } }
        public class Err { public int code { get; set; } public string title { get; set; } = ""; }
        """;

    private const string ByNumber = """
        public class Update { public List<Entry> entry { get; set; } = new(); }
        public class Entry { public List<Change> changes { get; set; } = new(); }
        public class Change { public Value value { get; set; } = new(); public string field { get; set; } = ""; }
        public class Value { public List<Msg>? messages { get; set; } public List<Stat>? statuses { get; set; } }
        public class Msg { public string from { get; set; } = ""; public string id { get; set; } = ""; public string type { get; set; } = ""; public Txt? text { get; set; } }
        public class Txt { public string body { get; set; } = ""; }
        public class Stat { public string id { get; set; } = ""; public string status { get; set; } = ""; public string recipient_id { get; set; } = ""; public List<Err>? errors { get; set; } }
        public class Err { public int code { get; set; } public string title { get; set; } = ""; }
        """;

    private const string Functions = """
        using System.IO; using Microsoft.Azure.Functions.Worker.Http;
        namespace Microsoft.Azure.Functions.Worker { public class FunctionAttribute(string name) : Attribute { public string Name => name; } public class HttpTriggerAttribute(params string[] methods) : Attribute { public string[] Methods => methods; public string? Route { get; set; } } }
        namespace Microsoft.Azure.Functions.Worker.Http
        {
            public abstract class HttpRequestData { public abstract Stream Body { get; } public abstract HttpResponseData CreateResponse(); public string Method { get; } = ""; }
            public abstract class HttpResponseData { public abstract HttpStatusCode StatusCode { get; set; } }
            public static class HttpRequestDataExtensions { public static Task<string?> ReadAsStringAsync(this HttpRequestData r) => null!; public static HttpResponseData CreateResponse(this HttpRequestData req, HttpStatusCode statusCode) => null!; }
        }
        """;

    private const string WebApi = """
        namespace System.Web.Http
        {
            public interface IHttpActionResult { } public class HttpPostAttribute : Attribute { } public class FromBodyAttribute : Attribute { } public class RouteAttribute(string r) : Attribute { public string R => r; }
            public abstract class ApiController { protected IHttpActionResult Ok() => null!; protected IHttpActionResult Ok<T>(T t) => null!; protected IHttpActionResult BadRequest() => null!; protected IHttpActionResult BadRequest(string m) => null!; protected IHttpActionResult InternalServerError(Exception e) => null!; protected IHttpActionResult NotFound() => null!; }
        }
        """;

    private const string Mvc = """
        using System.IO;
        namespace System.Web.Mvc { public class HttpPostAttribute : Attribute { } public abstract class ActionResult { } public class HttpStatusCodeResult : ActionResult { public HttpStatusCodeResult(int statusCode) { } public HttpStatusCodeResult(HttpStatusCode statusCode) { } } public abstract class HttpRequestBase { public abstract Stream InputStream { get; } } public abstract class Controller { public HttpRequestBase Request { get; } = null!; } }
        """;

    private const string Gateway = """
        namespace Amazon.Lambda.APIGatewayEvents { public class APIGatewayProxyRequest { public string Body { get; set; } = ""; public string HttpMethod { get; set; } = ""; public IDictionary<string, string>? QueryStringParameters { get; set; } } public class APIGatewayProxyResponse { public int StatusCode { get; set; } public string Body { get; set; } = ""; } }
        """;

    [Fact]
    public void A_class_without_a_base_that_reads_elements() => Check(
        """
        using Microsoft.AspNetCore.Mvc;
        using System.IO;
        [Route("api/whatsapp")]
        public class WhatsappWebhookController
        {
            private readonly IBotService bot;
            public WhatsappWebhookController(IBotService bot) { this.bot = bot; }
            [HttpPost]
            public async Task<object> {|DLG0607:Receive|}([FromBody] JsonElement payload)
            {
                var entry = payload.GetProperty("entry"){|DLG0604:[0]|};
                var change = entry.GetProperty("changes"){|DLG0604:[0]|};
                var value = change.GetProperty("value");
                if (!value.TryGetProperty("messages", out var messages)) return new { status = "ignored" };
                var msg = messages{|DLG0604:[0]|};
                var from = msg.{|DLG0606:GetProperty|}("from").GetString();
                var text = msg.GetProperty("text").GetProperty("body").GetString();
                bot.Enqueue(from!, text!);
                return new { status = "ok" };
            }
        }
        public interface IBotService { void Enqueue(string from, string text); }
        """);

    [Fact]
    public void A_minimal_API_that_catches_everything() => Check(
        """
        using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http; using Microsoft.Extensions.Logging; using System.IO;
        public static class WebhookEndpoints
        {
            public static void MapWhatsApp(this WebApplication app)
            {
                app.MapGet("/webhook", (HttpRequest req) =>
                {
                    if (req.Query["hub.mode"] == "subscribe" && req.Query["hub.verify_token"] == "secret") return Results.Text(req.Query["hub.challenge"]!);
                    return Results.StatusCode(403);
                });
                app.MapPost("/webhook", async (HttpRequest req, ILogger<Program2> logger, IInbox inbox) =>
                {
                    try
                    {
                        using var reader = new StreamReader(req.Body);
                        var body = await reader.ReadToEndAsync();
                        using var doc = JsonDocument.Parse(body);
                        foreach (var entry in doc.RootElement.GetProperty("entry").EnumerateArray())
                        {
                            foreach (var change in entry.GetProperty("changes").EnumerateArray())
                            {
                                var value = change.GetProperty("value");
                                if (value.TryGetProperty("messages", out var messages))
                                    foreach (var m in messages.EnumerateArray())
                                        await inbox.AddAsync(m.TryGetProperty("from_user_id", out var u) ? u.GetString()! : m.GetProperty("from").GetString()!, m.GetRawText());
                                if (value.TryGetProperty("statuses", out var statuses))
                                    foreach (var s in statuses.EnumerateArray())
                                        if (s.TryGetProperty("errors", out var errors))
                                            logger.LogWarning("failed {Id}: {Errors}", s.GetProperty("id").GetString(), errors.GetRawText());
                            }
                        }
                    }
                    catch (Exception ex)
                    {
                        logger.LogError(ex, "webhook failed");
                    }
                    return Results.Ok();
                });
            }
        }
        public class Program2 { }
        public interface IInbox { Task AddAsync(string user, string raw); }
        """);

    [Fact]
    public void An_isolated_function() => Check(
        """
        using System.IO; using Microsoft.Azure.Functions.Worker; using Microsoft.Azure.Functions.Worker.Http;
        public class WhatsAppFunction(IReplies replies)
        {
            [Function("WhatsAppWebhook")]
            public async Task<HttpResponseData> {|DLG0607:Run|}([HttpTrigger("post", Route = "whatsapp")] HttpRequestData req)
            {
                var body = await req.ReadAsStringAsync();
                var payload = JsonSerializer.Deserialize<WebhookPayload>(body);
                if (payload?.Entry == null)
                {
                    return {|DLG0601:req.CreateResponse(HttpStatusCode.BadRequest)|};
                }
                foreach (var entry in payload.Entry)
                foreach (var change in entry.Changes)
                foreach (var message in change.Value.Messages ?? new List<WaMessage>())
                {
                    await replies.StoreAsync(message.Id);
                }
                var response = req.CreateResponse(HttpStatusCode.OK);
                return response;
            }
        }
        public interface IReplies { Task StoreAsync(string id); }
        public class WebhookPayload { [JsonPropertyName("entry")] public List<WaEntry>? Entry { get; set; } }
        public class WaEntry { [JsonPropertyName("changes")] public List<WaChange> Changes { get; set; } = new(); }
        public class WaChange { [JsonPropertyName("value")] public WaValue Value { get; set; } = new(); }
        public class WaValue { [JsonPropertyName("messages")] public List<WaMessage>? Messages { get; set; } [JsonPropertyName("statuses")] public List<WaStatus>? Statuses { get; set; } }
        public class WaMessage { [JsonPropertyName("from")] public string From { get; set; } = ""; [JsonPropertyName("id")] public string Id { get; set; } = ""; [JsonPropertyName("type")] public string Type { get; set; } = ""; }
        public class WaStatus { [JsonPropertyName("id")] public string Id { get; set; } = ""; [JsonPropertyName("status")] public string Status { get; set; } = ""; [JsonPropertyName("recipient_id")] public string RecipientId { get; set; } = ""; }
        """,
        library: Functions);

    [Fact]
    public void A_function_for_both_verbs_with_tokens() => Check(
        """
        using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Http; using Microsoft.Extensions.Logging; using System.IO; using Newtonsoft.Json; using Newtonsoft.Json.Linq;
        public class FunctionNameAttribute(string name) : Attribute { public string Name => name; }
        public class HttpTriggerAttribute(object level, params string[] methods) : Attribute { public object L => level; public string[] Methods => methods; public string? Route { get; set; } }
        public static class Webhook
        {
            static readonly HttpClient http = new HttpClient();
            [FunctionName("Webhook")]
            public static async Task<IActionResult> Run([HttpTrigger(1, "get", "post", Route = null)] HttpRequest req, ILogger log)
            {
                if (req.Method == "GET")
                {
                    if (req.Query["hub.verify_token"] != Environment.GetEnvironmentVariable("VERIFY")) return new BadRequestObjectResult("bad token");
                    return new OkObjectResult(req.Query["hub.challenge"].ToString());
                }
                string requestBody = await new StreamReader(req.Body).ReadToEndAsync();
                JObject data = JObject.Parse(requestBody);
                JToken value = data["entry"]?{|DLG0604:[0]|}?["changes"]?{|DLG0604:[0]|}?["value"];
                if (value == null) return {|DLG0601:new BadRequestResult()|};
                if (value["statuses"] != null) { log.LogInformation("status {0}", (string)value[{|DLG0603:"statuses"|}]{|DLG0604:[0]|}["status"]); return new OkResult(); }
                string from = (string)value["messages"]{|DLG0604:[0]|}[{|DLG0606:"from"|}];
                string text = (string)value["messages"][0]["text"]["body"];
                var answer = await http.{|DLG0602:PostAsync|}("https://ai.example/chat", new StringContent(text));
                log.LogInformation(await answer.Content.ReadAsStringAsync());
                return new OkObjectResult(from);
            }
        }
        """);

    [Fact]
    public void Tokens_by_path_in_a_controller() => Check(
        """
        using Microsoft.AspNetCore.Mvc; using Microsoft.Extensions.Logging; using Newtonsoft.Json.Linq;
        [Route("hooks/360dialog")]
        public class DialogController : Controller
        {
            private readonly ILogger<DialogController> _logger; private readonly IMessageBus _bus;
            public DialogController(ILogger<DialogController> logger, IMessageBus bus) { _logger = logger; _bus = bus; }
            [HttpPost]
            public async Task<IActionResult> Index([FromBody] JObject body)
            {
                foreach (var change in body.SelectTokens("entry[*].changes[*].value"))
                {
                    foreach (var message in change["messages"] ?? new JArray())
                    {
                        await _bus.PublishAsync(new InboundMessage { User = (string?)(message["from_user_id"] ?? message["from"]), Raw = message.ToString() });
                    }
                    foreach (var status in change["statuses"] ?? new JArray())
                    {
                        var error = status["errors"]?.FirstOrDefault();
                        if (error != null) _logger.LogError("Message {Id} failed with {Code}: {Title}", (string?)status["id"], (int)error["code"]!, (string?)error["title"]);
                    }
                }
                return Ok();
            }
        }
        public interface IMessageBus { Task PublishAsync(object o); }
        public class InboundMessage { public string? User { get; set; } public string? Raw { get; set; } }
        """);

    [Fact]
    public void A_channel_and_a_worker_with_records() => Check(
        """
        using Microsoft.AspNetCore.Mvc; using Microsoft.Extensions.Logging; using Microsoft.Extensions.Hosting; using System.Threading.Channels;
        [ApiController, Route("api/[controller]")]
        public sealed class WhatsAppController(Channel<WhatsAppUpdate> channel) : ControllerBase
        {
            [HttpPost] public async Task<IActionResult> Post([FromBody] WhatsAppUpdate update, CancellationToken ct) { await channel.Writer.WriteAsync(update, ct); return Ok(); }
        }
        public sealed class WhatsAppWorker(Channel<WhatsAppUpdate> channel, IServiceProvider services, ILogger<WhatsAppWorker> logger) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                await foreach (var update in channel.Reader.ReadAllAsync(stoppingToken))
                {
                    foreach (var value in update.Entry.SelectMany(e => e.Changes).Select(c => c.Value))
                    {
                        foreach (var m in value.Messages ?? []) await HandleAsync(m);
                        foreach (var s in value.Statuses ?? []) HandleStatus(s);
                    }
                }
            }
            private Task HandleAsync(WaMessage m) { logger.LogInformation("{User}: {Text}", m.FromUserId ?? m.From, m.Text?.Body); return Task.CompletedTask; }
            private void HandleStatus(WaStatus s) { if (s.Status == "failed") foreach (var e in s.Errors ?? []) logger.LogError("{Code} {Title}", e.Code, e.Title); }
        }
        public record WhatsAppUpdate([property: JsonPropertyName("entry")] List<WaEntry> Entry);
        public record WaEntry([property: JsonPropertyName("changes")] List<WaChange> Changes);
        public record WaChange([property: JsonPropertyName("value")] WaValue Value);
        public record WaValue([property: JsonPropertyName("messages")] List<WaMessage>? Messages, [property: JsonPropertyName("statuses")] List<WaStatus>? Statuses);
        public record WaMessage([property: JsonPropertyName("from")] string From, [property: JsonPropertyName("from_user_id")] string? FromUserId, [property: JsonPropertyName("text")] WaText? Text);
        public record WaText([property: JsonPropertyName("body")] string Body);
        public record WaStatus([property: JsonPropertyName("status")] string Status, [property: JsonPropertyName("recipient_id")] string RecipientId, [property: JsonPropertyName("errors")] List<WaError>? Errors);
        public record WaError([property: JsonPropertyName("code")] int Code, [property: JsonPropertyName("title")] string Title);
        """);

    [Fact]
    public void A_service_that_verifies_the_signature() => Check(
        """
        using Microsoft.AspNetCore.Mvc; using System.IO; using System.Security.Cryptography;
        [ApiController]
        [Route("webhooks/whatsapp")]
        public class HookController : ControllerBase
        {
            private readonly IWebhookService _service;
            public HookController(IWebhookService service) => _service = service;
            [HttpPost]
            public async Task<IActionResult> Post()
            {
                using var reader = new StreamReader(Request.Body);
                var raw = await reader.ReadToEndAsync();
                var accepted = await _service.HandleAsync(raw, Request.Headers["X-Hub-Signature-256"].ToString());
                return accepted ? Ok() : Unauthorized();
            }
        }
        public interface IWebhookService { Task<bool> HandleAsync(string raw, string signature); }
        public class WebhookService(IStore store, string secret) : IWebhookService
        {
            public async Task<bool> HandleAsync(string raw, string signature)
            {
                var hash = "sha256=" + Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(raw))).ToLowerInvariant();
                if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash), Encoding.UTF8.GetBytes(signature))) return false;
                var update = JsonNode.Parse(raw);
                foreach (var entry in update!["entry"]!.AsArray())
                foreach (var change in entry!["changes"]!.AsArray())
                {
                    var value = change!["value"]!;
                    if (value["messages"] is JsonArray messages) foreach (var m in messages) await store.SaveAsync((string?)m!["from_user_id"] ?? (string?)m["from"], m.ToJsonString());
                    if (value["statuses"] is JsonArray statuses) foreach (var s in statuses) await store.StatusAsync((string)s!["id"]!, (string)s["status"]!, s["errors"]?.ToJsonString());
                }
                return true;
            }
        }
        public interface IStore { Task SaveAsync(string? user, string raw); Task StatusAsync(string id, string status, string? errors); }
        """);

    [Fact]
    public void A_job_that_is_enqueued() => Check(
        """
        using Microsoft.AspNetCore.Mvc; using System.Linq.Expressions;
        [ApiController, Route("wa")]
        public class WaController : ControllerBase
        {
            private readonly IBackgroundJobClient jobs; public WaController(IBackgroundJobClient jobs) => this.jobs = jobs;
            [HttpPost("incoming")]
            public ActionResult Incoming([FromBody] Update update)
            {
                jobs.Enqueue<UpdateProcessor>(p => p.ProcessAsync(update));
                return Ok(new { received = true });
            }
        }
        public interface IBackgroundJobClient { string Enqueue<T>(Expression<Func<T, Task>> call); }
        public class UpdateProcessor(HttpClient http)
        {
            public async Task ProcessAsync(Update update)
            {
                foreach (var e in update.entry) foreach (var c in e.changes)
                {
                    if (c.value.messages != null) foreach (var m in c.value.messages) await ReplyAsync(m.from, m.from_user_id);
                    if (c.value.statuses != null) foreach (var s in c.value.statuses.Where(x => x.status == "failed")) Console.WriteLine(s.id + " " + string.Join(",", s.errors.Select(x => x.code)));
                }
            }
            private async Task ReplyAsync(string from, string? user)
            {
                using var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = from, type = "text", text = new { body = "Thanks" } });
                r.EnsureSuccessStatusCode();
            }
        }
        public class Update { public List<Entry> entry { get; set; } = new(); }
        public class Entry { public List<Change> changes { get; set; } = new(); }
        public class Change { public Value value { get; set; } = new(); public string field { get; set; } = ""; }
        public class Value { public List<Msg>? messages { get; set; } public List<Stat>? statuses { get; set; } }
        public class Msg { public string from { get; set; } = ""; public string? from_user_id { get; set; } public string id { get; set; } = ""; public string type { get; set; } = ""; }
        public class Stat { public string id { get; set; } = ""; public string status { get; set; } = ""; public string recipient_id { get; set; } = ""; public List<Err> errors { get; set; } = new(); }
        public class Err { public int code { get; set; } public string title { get; set; } = ""; }
        """);

    [Fact]
    public void A_mediator_and_its_handler() => Check(
        """
        using Microsoft.AspNetCore.Mvc;
        public interface IRequest { } public interface IMediator { Task Send(object r, CancellationToken ct = default); Task Publish(object r); }
        public interface IRequestHandler<T> { Task Handle(T r, CancellationToken ct); }
        public record IncomingWebhook(Update Update);
        [ApiController, Route("hook")]
        public class HookController(IMediator mediator) : ControllerBase
        {
            [HttpPost] public async Task<IActionResult> Post([FromBody] Update update) { await mediator.Send(new IncomingWebhook(update)); return Ok(); }
        }
        public class IncomingWebhookHandler(IConversation conversation) : IRequestHandler<IncomingWebhook>
        {
            public async Task Handle(IncomingWebhook r, CancellationToken ct)
            {
                foreach (var change in r.Update.entry.SelectMany(x => x.changes))
                {
                    foreach (var m in change.value.messages ?? new()) await conversation.AddAsync(m.from_user_id ?? m.from, m.text?.body);
                    foreach (var s in change.value.statuses ?? new()) await conversation.SetStatusAsync(s.id, s.status, s.errors?.FirstOrDefault()?.code);
                }
            }
        }
        public interface IConversation { Task AddAsync(string user, string? text); Task SetStatusAsync(string id, string s, int? code); }
        """,
        WithUserId);

    [Fact]
    public void Statuses_handed_to_a_recorder_that_reads_their_errors() => Check(
        """
        using Microsoft.AspNetCore.Mvc; using Microsoft.Extensions.Logging;
        [ApiController, Route("hook")]
        public class HookController(ILogger<HookController> logger, StatusRecorder recorder) : ControllerBase
        {
            [HttpPost] public async Task<IActionResult> Post([FromBody] Update update)
            {
                foreach (var entry in update.entry)
                    foreach (var change in entry.changes)
                    {
                        if (change.value.statuses is { Count: > 0 }) { await recorder.RecordAsync(change.value.statuses); continue; }
                        foreach (var message in change.value.messages ?? new()) logger.LogInformation("{Id} of {User}", message.id, message.from_user_id);
                    }
                return Ok();
            }
        }
        public class StatusRecorder(IDb db)
        {
            public async Task RecordAsync(IEnumerable<Stat> statuses) { foreach (var s in statuses) await One(s); }
            private Task One(Stat s) => db.SaveAsync(s.id, s.status, s.errors is { Count: > 0 } errors ? errors[0].code : null);
        }
        public interface IDb { Task SaveAsync(string id, string status, int? code); }
        """,
        WithUserId);

    [Fact]
    public void Statuses_mapped_to_numbers() => Check(
        """
        using Microsoft.AspNetCore.Mvc; using Microsoft.Extensions.Logging;
        [ApiController, Route("hook")]
        public class HookController(ILogger<HookController> logger, IDb db) : ControllerBase
        {
            [HttpPost] public async Task<IActionResult> Post([FromBody] Update update)
            {
                foreach (var entry in update.entry)
                    foreach (var change in entry.changes)
                    {
                        foreach (var message in change.value.messages ?? new()) await db.InsertAsync(message.id, message.{|DLG0606:from|});
                        foreach (var status in change.value.{|DLG0603:statuses|} ?? new())
                        {
                            var mapped = status.status switch { "sent" => 1, "delivered" => 2, "read" => 3, "failed" => 9, _ => 0 };
                            logger.LogInformation("Status of {Id}: {Status}", status.id, mapped);
                            await db.UpdateAsync(status.id, mapped);
                        }
                    }
                return Ok();
            }
        }
        public interface IDb { Task InsertAsync(string id, string from); Task UpdateAsync(string id, int s); }
        """,
        ByNumber);

    [Fact]
    public void Dynamic_from_a_parser() => Check(
        """
        using Microsoft.AspNetCore.Mvc; using Newtonsoft.Json; using System.IO;
        public class WhatsAppController : ControllerBase
        {
            private readonly IMessages messages; public WhatsAppController(IMessages messages) { this.messages = messages; }
            [HttpPost("/whatsapp")]
            public async Task<IActionResult> {|DLG0607:Receive|}()
            {
                string json; using (var reader = new StreamReader(Request.Body)) json = await reader.ReadToEndAsync();
                dynamic data = JsonConvert.DeserializeObject<dynamic>(json)!;
                try
                {
                    string number = data.entry{|DLG0604:[0]|}.changes{|DLG0604:[0]|}.value.messages{|DLG0604:[0]|}.{|DLG0606:from|};
                    string body = data.entry[0].changes[0].value.messages[0].text.body;
                    messages.Save(number, body);
                }
                catch (Exception e) { Console.WriteLine(e); }
                return Ok();
            }
        }
        public interface IMessages { void Save(string n, string b); }
        """);

    [Fact]
    public void A_long_chain_of_tests_with_other_answers() => Check(
        """
        using Microsoft.AspNetCore.Mvc; using Microsoft.Extensions.Logging;
        [ApiController, Route("hook")]
        public class HookController(ILogger<HookController> logger, IDb db) : ControllerBase
        {
            [HttpPost] public async Task<IActionResult> Post([FromBody] Update update)
            {
                if (update?.entry == null || update.entry.Count == 0) return {|DLG0601:NotFound()|};
                var change = update.entry{|DLG0604:[0]|}.changes.{|DLG0604:FirstOrDefault|}();
                if (change?.value?.messages == null || !change.value.messages.Any()) return Ok("EVENT_RECEIVED");
                foreach (var m in change.value.messages)
                {
                    try { await db.InsertAsync(m.id, m.from); }
                    catch (Exception ex) { logger.LogError(ex, "insert"); return {|DLG0601:StatusCode(500, ex.Message)|}; }
                }
                if (change.value.statuses?.Any(s => s.errors?.Count > 0) == true) logger.LogError("failed");
                return Ok("EVENT_RECEIVED");
            }
        }
        public interface IDb { Task InsertAsync(string id, string from); }
        """,
        WithUserId);

    [Fact]
    public void A_listener() => Check(
        """
        using System.IO;
        public class Listener
        {
            private readonly HttpListener listener = new(); private readonly List<string> log = new();
            public async Task RunAsync()
            {
                listener.Prefixes.Add("http://*:8080/whatsapp/"); listener.Start();
                while (true) { var context = await listener.GetContextAsync(); await HandleAsync(context); }
            }
            private async Task {|DLG0607:HandleAsync|}(HttpListenerContext context)
            {
                using var reader = new StreamReader(context.Request.InputStream);
                var update = JsonSerializer.Deserialize<Update>(await reader.ReadToEndAsync());
                if (update == null) { context.Response.StatusCode = {|DLG0601:400|}; context.Response.Close(); return; }
                foreach (var m in update.entry.SelectMany(e => e.changes).SelectMany(c => c.value.messages ?? new())) log.Add(m.id);
                context.Response.StatusCode = 200; context.Response.Close();
            }
        }
        """,
        WithUserId);

    [Fact]
    public void A_controller_of_Web_API() => Check(
        """
        using System.Web.Http;
        public class WhatsAppController : ApiController
        {
            [HttpPost, Route("api/wa")]
            public IHttpActionResult {|DLG0607:Receive|}([FromBody] Update update)
            {
                if (update == null) return {|DLG0601:BadRequest("no body")|};
                try
                {
                    foreach (var e in update.entry) foreach (var c in e.changes) foreach (var m in c.value.messages ?? new List<Msg>()) Console.WriteLine(m.id);
                    return Ok();
                }
                catch (Exception ex) { return {|DLG0601:InternalServerError(ex)|}; }
            }
        }
        """,
        WithUserId, library: WebApi);

    [Fact]
    public void A_delegate_that_writes_its_answer() => Check(
        """
        using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http; using System.IO;
        public static class Start
        {
            public static void Map(WebApplication app) => app.MapPost("/hook", async context =>
            {
                var update = await context.Request.ReadFromJsonAsync<Update>();
                foreach (var e in update!.entry) foreach (var c in e.changes)
                {
                    foreach (var m in c.value.messages ?? new()) Console.WriteLine(m.id);
                    foreach (var s in c.value.statuses ?? new()) if (s.errors != null) Console.WriteLine(s.errors.Count);
                }
                context.Response.StatusCode = {|DLG0601:StatusCodes.Status202Accepted|};
            });
        }
        """,
        WithUserId);

    [Fact]
    public void A_task_for_each_change() => Check(
        """
        using Microsoft.AspNetCore.Mvc;
        [ApiController, Route("hook")]
        public class HookController(IServiceScopeFactory2 scopes) : ControllerBase
        {
            [HttpPost] public IActionResult Post([FromBody] Update update)
            {
                foreach (var entry in update.entry)
                    foreach (var change in entry.changes)
                        _ = Task.Run(() => Answer(change));
                return Ok();
            }
            private async Task Answer(Change change)
            {
                foreach (var m in change.value.messages ?? new()) await scopes.SendTextAsync(m.from_user_id ?? m.from, "Hi");
                foreach (var s in change.value.statuses ?? new()) if (s.status == "failed") Console.WriteLine(s.errors?[0].title);
            }
        }
        public class IServiceScopeFactory2(HttpClient http) { public async Task SendTextAsync(string to, string body) { var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body } }); r.EnsureSuccessStatusCode(); } }
        """,
        WithUserId);

    [Fact]
    public void An_answer_from_a_model_before_the_receiver_answers() => Check(
        """
        using Microsoft.AspNetCore.Mvc;
        [ApiController, Route("hook")]
        public class HookController(Gpt gpt, Wa wa) : ControllerBase
        {
            [HttpPost] public async Task<IActionResult> Post([FromBody] Update update)
            {
                var message = update.entry?.{|DLG0604:FirstOrDefault|}()?.changes?.{|DLG0604:FirstOrDefault|}()?.value?.messages?.{|DLG0604:FirstOrDefault|}();
                if (message?.text == null) return Ok();
                var reply = await gpt.{|DLG0602:AskAsync|}(message.text.body);
                await wa.{|DLG0602:SendTextAsync|}(message.from, reply);
                if (update.entry[0].changes[0].value.statuses?.{|DLG0604:FirstOrDefault|}()?.errors != null) Console.WriteLine("failed");
                return Ok();
            }
        }
        public class Gpt(HttpClient http) { public async Task<string> AskAsync(string t) { var r = await http.PostAsJsonAsync("https://api.openai.com/v1/chat/completions", new { model = "x", t }); return await r.Content.ReadAsStringAsync(); } }
        public class Wa(HttpClient http) { public async Task SendTextAsync(string to, string body) { var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body } }); r.EnsureSuccessStatusCode(); } }
        """,
        WithUserId);

    [Fact]
    public void Receivers_of_others_beside_it() => Check(
        """
        using Microsoft.AspNetCore.Mvc;
        // Telegram, Stripe and a mailer beside WhatsApp
        public class TgUpdate { public long update_id { get; set; } public TgMessage? message { get; set; } } public class TgMessage { public string? text { get; set; } public TgChat chat { get; set; } = new(); } public class TgChat { public long id { get; set; } }
        [ApiController, Route("telegram")] public class TelegramController : ControllerBase { [HttpPost] public async Task<IActionResult> Post([FromBody] TgUpdate update) { if (update.message == null) return BadRequest(); await Task.Delay(10); return NoContent(); } }
        [ApiController, Route("stripe")] public class StripeController : ControllerBase { [HttpPost] public async Task<IActionResult> Post([FromBody] JsonElement e) { if (e.GetProperty("type").GetString() != "x") return StatusCode(500); var o = e.GetProperty("data").GetProperty("object"); await Task.Delay(1); return o.GetProperty("status").GetString() == "failed" ? BadRequest() : Ok(); } }
        public class MailEvents { public List<MailEvent> events { get; set; } = new(); public List<MailMessage> messages { get; set; } = new(); } public class MailEvent { public string status { get; set; } = ""; public string[] errors { get; set; } = new string[0]; } public class MailMessage { public string to { get; set; } = ""; public string from { get; set; } = ""; public string subject { get; set; } = ""; }
        [ApiController, Route("mail")] public class MailController : ControllerBase { [HttpPost] public IActionResult Post([FromBody] MailEvents m) { if (m.messages[0].from == "") return BadRequest(); return Accepted(); } }
        """);

    [Fact]
    public void The_flat_shape_read_in_full() => Check(
        """
        using Microsoft.AspNetCore.Mvc; using Microsoft.Extensions.Logging;
        public class Hook { public List<HContact>? contacts { get; set; } public List<HMessage>? messages { get; set; } public List<HStatus>? statuses { get; set; } public List<HError>? errors { get; set; } }
        public class HContact { public string wa_id { get; set; } = ""; } public class HMessage { public string from { get; set; } = ""; public string id { get; set; } = ""; public string type { get; set; } = ""; public HText? text { get; set; } } public class HText { public string body { get; set; } = ""; }
        public class HStatus { public string id { get; set; } = ""; public string recipient_id { get; set; } = ""; public string status { get; set; } = ""; public List<HError>? errors { get; set; } } public class HError { public int code { get; set; } public string title { get; set; } = ""; public string details { get; set; } = ""; }
        [ApiController, Route("360")]
        public class DialogController(ILogger<DialogController> logger, IQueue2 queue) : ControllerBase
        {
            [HttpPost] public IActionResult Post(Hook hook)
            {
                hook.messages?.ForEach(m => queue.Push(m.from, m.text?.body));
                foreach (var s in hook.statuses ?? Enumerable.Empty<HStatus>())
                    if (s.status == "failed") logger.LogError("{Id} {Error}", s.id, s.errors?.FirstOrDefault()?.title);
                return Ok();
            }
        }
        public interface IQueue2 { void Push(string f, string? b); }
        """);

    [Fact]
    public void An_action_that_gives_nothing_back() => Check(
        """
        using Microsoft.AspNetCore.Mvc;
        public class Api : Controller
        {
            [HttpPost, Route("/wa")] public void {|DLG0607:Post|}([FromBody] Update update)
            {
                var value = update.entry{|DLG0604:[0]|}.changes{|DLG0604:[0]|}.value;
                var m = value.messages{|DLG0604:{|DLG0605:[0]|}|};
                Console.WriteLine(m.{|DLG0606:from|});
            }
        }
        """,
        ByNumber);

    [Fact]
    public void A_database_without_a_queue() => Check(
        """
        using Microsoft.AspNetCore.Mvc; using Microsoft.Extensions.Logging; using Microsoft.EntityFrameworkCore;
        namespace Microsoft.EntityFrameworkCore { public class DbContext { public Task<int> SaveChangesAsync(CancellationToken ct = default) => null!; } public class DbSet<T> { public void Add(T t) { } public Task<bool> AnyAsync(System.Linq.Expressions.Expression<Func<T, bool>> f) => null!; } }
        public class Inbound { public string Id { get; set; } = ""; public string? User { get; set; } public string? Body { get; set; } }
        public class Delivery { public string Id { get; set; } = ""; public string? Error { get; set; } }
        public class Db : DbContext { public DbSet<Inbound> Inbounds { get; set; } = new(); public DbSet<Delivery> Deliveries { get; set; } = new(); }
        [ApiController, Route("hook")]
        public class HookController(Db db, ILogger<HookController> logger) : ControllerBase
        {
            [HttpPost] public async Task<IActionResult> Post([FromBody] Update update)
            {
                foreach (var e in update.entry) foreach (var c in e.changes)
                {
                    foreach (var m in c.value.messages ?? new())
                    {
                        if (await db.Inbounds.AnyAsync(x => x.Id == m.id)) continue;
                        db.Inbounds.Add(new Inbound { Id = m.id, User = m.from_user_id ?? m.from, Body = m.text?.body });
                    }
                    foreach (var s in c.value.statuses ?? new()) db.Deliveries.Add(new Delivery { Id = s.id, Error = s.errors?.FirstOrDefault()?.title });
                }
                try { await db.SaveChangesAsync(); } catch (Exception x) { logger.LogError(x, "save"); }
                return Ok();
            }
        }
        """,
        WithUserId);

    [Fact]
    public void A_parser_that_gives_null() => Check(
        """
        using Microsoft.AspNetCore.Mvc;
        [ApiController, Route("hook")]
        public class HookController(Parser parser, IChat chat) : ControllerBase
        {
            [HttpGet] public IActionResult Verify([FromQuery(Name = "hub.verify_token")] string t, [FromQuery(Name = "hub.challenge")] string c) => t == "x" ? Content(c) : Forbid();
            [HttpPost] public async Task<IActionResult> {|DLG0607:Post|}([FromBody] Update update)
            {
                var incoming = parser.Parse(update);
                if (incoming is null) return Ok();
                await chat.AddAsync(incoming.From, incoming.Text);
                return Ok();
            }
        }
        public record Incoming(string From, string Text);
        public class Parser
        {
            public Incoming? Parse(Update update)
            {
                var message = update.entry.{|DLG0604:FirstOrDefault|}()?.changes.{|DLG0604:FirstOrDefault|}()?.value.messages?.{|DLG0604:FirstOrDefault|}();
                if (message is null || message.type != "text") return null;
                return new Incoming(message.{|DLG0606:from|}, message.text!.body);
            }
        }
        public interface IChat { Task AddAsync(string f, string t); }
        """,
        ByNumber);

    [Fact]
    public void A_group_of_endpoints_with_a_secret() => Check(
        """
        using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Builder;
        public static class Endpoints
        {
            public static void Map(WebApplication app) { var g = app.MapGroup("/api"); g.MapPost("/whatsapp", Receive); }
            static async Task<IResult> Receive(Update update, IStore2 store, HttpContext ctx)
            {
                if (ctx.Request.Headers["X-Secret"] != "s") return Results.Unauthorized();
                foreach (var change in update.entry.SelectMany(e => e.changes).Where(c => c.field == "messages"))
                {
                    foreach (var m in change.value.messages ?? []) await store.PutAsync(m.id, m.from_user_id);
                    foreach (var s in change.value.statuses ?? []) { if (s.status == "failed" && s.errors is [var first, ..]) await store.PutAsync(s.id, first.title); }
                }
                return TypedResults.Ok();
            }
        }
        public interface IStore2 { Task PutAsync(string id, string? x); }
        """,
        WithUserId);

    [Fact]
    public void An_isolated_function_that_sets_the_status_of_its_answer() => Check(
        """
        using System.IO; using Microsoft.Azure.Functions.Worker; using Microsoft.Azure.Functions.Worker.Http;
        public class WhatsAppFunction
        {
            [Function("WhatsAppWebhook")]
            public async Task<HttpResponseData> {|DLG0607:Run|}([HttpTrigger("post", Route = "whatsapp")] HttpRequestData req)
            {
                var payload = await JsonSerializer.DeserializeAsync<JsonElement>(req.Body);
                var response = req.CreateResponse(HttpStatusCode.OK);
                if (!payload.TryGetProperty("entry", out var entry)) { response.StatusCode = {|DLG0601:HttpStatusCode.BadRequest|}; return response; }
                foreach (var e in entry.EnumerateArray()) foreach (var c in e.GetProperty("changes").EnumerateArray())
                    if (c.GetProperty("value").TryGetProperty("messages", out var ms)) foreach (var m in ms.EnumerateArray()) Console.WriteLine(m.GetProperty("id").GetString());
                return response;
            }
        }
        """,
        library: Functions);

    [Fact]
    public void An_object_that_is_parsed() => Check(
        """
        using Microsoft.AspNetCore.Mvc; using Newtonsoft.Json.Linq;
        public class WaController : ControllerBase
        {
            [HttpPost("wa")] public IActionResult {|DLG0607:Post|}([FromBody] object payload)
            {
                var json = JObject.Parse(payload.ToString()!);
                var messages = json["entry"]!{|DLG0604:[0]|}!["changes"]!{|DLG0604:[0]|}!["value"]!["messages"];
                if (messages != null) { foreach (var m in messages) Console.WriteLine(m[{|DLG0606:"from"|}]); }
                return Ok();
            }
        }
        """);

    [Fact]
    public void A_queue_and_a_function_that_takes_from_it() => Check(
        """
        using Microsoft.AspNetCore.Mvc; using System.IO;
        public class QueueTriggerAttribute(string name) : Attribute { public string Name => name; } public class FunctionAttribute(string name) : Attribute { public string Name => name; }
        public interface IQueueClient { Task SendMessageAsync(string s); }
        [ApiController, Route("wa")] public class WaController(IQueueClient queue) : ControllerBase
        {
            [HttpPost] public async Task<IActionResult> Post() { using var r = new StreamReader(Request.Body); await queue.SendMessageAsync(await r.ReadToEndAsync()); return Ok(); }
        }
        public class Processor(HttpClient http)
        {
            [Function("process")] public async Task Run([QueueTrigger("wa")] string message)
            {
                var update = JsonSerializer.Deserialize<Update>(message) ?? throw new InvalidOperationException("empty");
                if (update.entry.Count == 0) throw new InvalidOperationException("no entry");
                foreach (var c in update.entry.SelectMany(e => e.changes))
                {
                    foreach (var m in c.value.messages ?? new()) { await Task.Delay(100); var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = m.from, type = "text", text = new { body = "x" } }); r.EnsureSuccessStatusCode(); }
                    foreach (var s in c.value.statuses ?? new()) if (s.errors?.Count > 0) throw new Exception(s.errors[0].title);
                }
            }
        }
        """,
        WithUserId);

    [Fact]
    public void A_hub_a_cache_and_a_bus() => Check(
        """
        using Microsoft.AspNetCore.Mvc; using Microsoft.Extensions.Logging;
        namespace SignalR { public interface IHubContext<T> { IHubClients Clients { get; } } public interface IHubClients { IClientProxy All { get; } } public interface IClientProxy { Task SendAsync(string m, object a); } }
        public class Hub1 { }
        public interface IDistributedCache { Task SetStringAsync(string k, string v); } public interface IPublishEndpoint { Task Publish(object o); }
        [ApiController, Route("wa")]
        public class WaController(SignalR.IHubContext<Hub1> hub, IDistributedCache cache, IPublishEndpoint bus, ILogger<WaController> log) : ControllerBase
        {
            [HttpPost] public async Task<IActionResult> Post([FromBody] Update update)
            {
                try
                {
                    foreach (var e in update.entry) foreach (var c in e.changes)
                    {
                        foreach (var m in c.value.messages ?? new()) { await hub.Clients.All.SendAsync("message", m); await cache.SetStringAsync("last:" + (m.from_user_id ?? m.from), m.id); await bus.Publish(m); }
                        foreach (var s in c.value.statuses ?? new()) await hub.Clients.All.SendAsync("status", new { s.id, s.status, error = s.errors?.FirstOrDefault()?.code });
                    }
                    return Ok();
                }
                catch (Exception ex) { log.LogError(ex, "hook"); return Ok(); }
            }
        }
        """,
        WithUserId);

    [Fact]
    public void Work_items_in_the_background() => Check(
        """
        using Microsoft.AspNetCore.Mvc; using Microsoft.Extensions.Logging;
        public interface IWork { ValueTask QueueBackgroundWorkItemAsync(Func<CancellationToken, Task> f); }
        public interface IWa { Task SendAsync(string to, string b); }
        public class Wa(HttpClient http) : IWa { public async Task SendAsync(string to, string b) { var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = b } }); r.EnsureSuccessStatusCode(); } }
        [ApiController, Route("wa")]
        public class WaController(IWork work, IWa wa, ILogger<WaController> log) : ControllerBase
        {
            [HttpPost] public async Task<IActionResult> Post([FromBody] Update update)
            {
                foreach (var c in update.entry.SelectMany(e => e.changes))
                {
                    foreach (var m in c.value.messages ?? new()) await work.QueueBackgroundWorkItemAsync(async ct => { await Task.Delay(500, ct); await wa.SendAsync(m.from_user_id ?? m.from, "thanks"); });
                    foreach (var s in c.value.statuses ?? new()) log.LogInformation("{Status}", JsonSerializer.Serialize(s));
                }
                return Ok();
            }
        }
        """,
        WithUserId);

    [Fact]
    public void A_function_behind_a_gateway() => Check(
        """
        using Amazon.Lambda.APIGatewayEvents;
        public class Function
        {
            public async Task<APIGatewayProxyResponse> FunctionHandler(APIGatewayProxyRequest request)
            {
                if (request.HttpMethod == "GET") return request.QueryStringParameters!["hub.verify_token"] == "t" ? new APIGatewayProxyResponse { StatusCode = 200, Body = request.QueryStringParameters["hub.challenge"] } : new APIGatewayProxyResponse { StatusCode = 403 };
                try
                {
                    var root = JsonNode.Parse(request.Body)!;
                    foreach (var e in root["entry"]!.AsArray()) foreach (var c in e!["changes"]!.AsArray())
                    {
                        var v = c!["value"]!;
                        if (v["messages"] is JsonArray ms) foreach (var m in ms) await Save((string?)m!["from_user_id"] ?? (string)m["from"]!);
                        if (v["statuses"] is JsonArray ss) foreach (var s in ss) { if ((string?)s!["status"] == "failed") Console.WriteLine(s["errors"]); }
                    }
                    return new APIGatewayProxyResponse { StatusCode = 200 };
                }
                catch (Exception) { return new APIGatewayProxyResponse { StatusCode = {|DLG0601:500|} }; }
            }
            private Task Save(string u) => Task.CompletedTask;
        }
        """,
        library: Gateway);

    [Fact]
    public void Extensions_that_list_messages_and_statuses() => Check(
        """
        using Microsoft.AspNetCore.Mvc;
        [ApiController, Route("wa")]
        public class WaController(IStore s) : ControllerBase
        {
            [AcceptVerbs("GET", "POST")] public async Task<IActionResult> Hook([FromBody] Update? update)
            {
                if (Request.Method == "GET") { if (Request.Query["hub.verify_token"] != "t") return BadRequest("token"); return Content(Request.Query["hub.challenge"]!); }
                foreach (var m in update.Messages()) await s.SaveAsync(m.from_user_id ?? m.from);
                foreach (var x in update.Statuses()) if (x.errors is { } errors) foreach (var e in errors) Console.WriteLine(e.code);
                return Ok();
            }
            [HttpPost("bad")] public async Task<IActionResult> {|DLG0607:Bad|}([FromBody] Update? update)
            {
                foreach (var m in update.Messages()) await s.SaveAsync(m.from_user_id ?? m.from);
                return Ok();
            }
            [HttpPost("first")] public async Task<IActionResult> {|DLG0607:First|}([FromBody] Update? update)
            {
                var all = update.Messages().ToList();
                if (all.Count == 0) return Ok();
                await s.SaveAsync(all{|DLG0604:[0]|}.id);
                return Ok();
            }
        }
        public static class UpdateExtensions
        {
            public static IEnumerable<Msg> Messages(this Update? u) => u?.entry.SelectMany(e => e.changes).SelectMany(c => c.value.messages ?? new()) ?? Enumerable.Empty<Msg>();
            public static IEnumerable<Stat> Statuses(this Update? u) => u?.entry.SelectMany(e => e.changes).SelectMany(c => c.value.statuses ?? new()) ?? Enumerable.Empty<Stat>();
        }
        public interface IStore { Task SaveAsync(string u); }
        """,
        WithUserId);

    [Fact]
    public void Tests_and_what_helps_them() => Check(
        """
        using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Builder;
        public class TestServer { public HttpClient CreateClient() => null!; } public class FactAttribute : Attribute { }
        public class HookTests
        {
            [Fact] public async Task Answers_200()
            {
                var client = new TestServer().CreateClient();
                var update = new Update { entry = { new Entry { changes = { new Change { value = new Value { messages = new() { new Msg { from = "1" } } } } } } } };
                var r = await client.PostAsJsonAsync("/hook", update);
                if ((int)r.StatusCode != 200) throw new Exception();
                var first = update.entry[0].changes[0].value.messages![0].from;
                Console.WriteLine(first);
            }
        }
        public class Fake { public Update Make() => new Update { entry = { new Entry { changes = { new Change() } } } }; public string FirstOf(Update u) => u.entry[0].changes[0].value.messages![0].from; }
        """,
        WithUserId);

    [Fact]
    public void The_first_change_of_each_entry() => Check(
        """
        using Microsoft.AspNetCore.Mvc; using Microsoft.Extensions.Logging; using System.IO;
        [Route("api/[controller]")]
        public class WebhookController : ControllerBase
        {
            private readonly ILogger<WebhookController> _logger; private readonly IMessageHandler _handler;
            public WebhookController(ILogger<WebhookController> logger, IMessageHandler handler) { _logger = logger; _handler = handler; }
            [HttpPost]
            public async Task<IActionResult> Receive([FromBody] Update update)
            {
                if (update?.entry is null) return Ok();
                foreach (var entry in update.entry)
                {
                    var change = entry.changes{|DLG0604:[0]|};
                    if (change.value.messages != null && change.value.messages.Count > 0)
                    {
                        var message = change.value.messages{|DLG0604:[0]|};
                        switch (message.type)
                        {
                            case "text": await _handler.HandleTextAsync(message.from_user_id, message.text!.body); break;
                            case "image": await _handler.HandleOtherAsync(message.from_user_id, message.id); break;
                            default: _logger.LogWarning("unsupported {Type}", message.type); break;
                        }
                    }
                    if (change.value.statuses != null && change.value.statuses.Count > 0)
                    {
                        var status = change.value.{|DLG0603:statuses|}{|DLG0604:[0]|};
                        if (status.status == "failed") _logger.LogError("failed {Id}", status.id);
                    }
                }
                return Ok();
            }
        }
        public interface IMessageHandler { Task HandleTextAsync(string? u, string t); Task HandleOtherAsync(string? u, string t); }
        """,
        WithUserId);

    [Fact]
    public void An_action_that_gives_a_message_back() => Check(
        """
        using Microsoft.AspNetCore.Mvc;
        public class WebhookController : ControllerBase
        {
            private readonly HttpClient http = new();
            [HttpPost("/wa")] public async Task<HttpResponseMessage> Receive([FromBody] Update update)
            {
                if (update.entry.Count == 0) return {|DLG0601:new HttpResponseMessage(HttpStatusCode.BadRequest)|};
                foreach (var c in update.entry.SelectMany(e => e.changes))
                {
                    if (c.value.statuses != null) continue;
                    foreach (var m in c.value.messages!) { var r = await http.{|DLG0602:PostAsJsonAsync|}("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = m.from, type = "text", text = new { body = m.from_user_id } }); r.EnsureSuccessStatusCode(); }
                }
                return new HttpResponseMessage(HttpStatusCode.OK);
            }
        }
        """,
        WithUserId);

    [Fact]
    public void A_middleware_that_checks_the_signature() => Check(
        """
        using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Http; using System.IO; using System.Security.Cryptography;
        public class SignatureMiddleware(RequestDelegate next)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                if (!context.Request.Path.StartsWithSegments("/wa")) { await next(context); return; }
                context.Request.EnableBuffering();
                using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
                var body = await reader.ReadToEndAsync();
                context.Request.Body.Position = 0;
                var expected = Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes("k"), Encoding.UTF8.GetBytes(body)));
                if (context.Request.Headers["x-360dialog-signature"] != expected) { context.Response.StatusCode = 401; return; }
                await next(context);
            }
        }
        [ApiController, Route("wa")] public class WaController(System.Threading.Channels.Channel<Update> ch) : ControllerBase { [HttpPost] public IActionResult Post(Update update) { if (!ch.Writer.TryWrite(update)) return {|DLG0601:StatusCode(503)|}; return Ok(); } }
        """,
        WithUserId);

    [Fact]
    public void A_local_function_with_a_secret_in_the_path() => Check(
        """
        using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http; using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Logging;
        public static class Prog
        {
            public static void Run(WebApplication app)
            {
                var secret = Environment.GetEnvironmentVariable("SECRET");
                app.MapPost("/webhook/{key}", HandleAsync);
                async Task<IResult> HandleAsync(string key, Update update, IServiceScopeFactory scopes, ILogger<Update> log)
                {
                    if (key != secret) return Results.StatusCode(403);
                    foreach (var value in update.entry.SelectMany(e => e.changes, (_, c) => c.value))
                    {
                        foreach (var s in value.statuses ?? [])
                            if (s.status == "failed") log.LogWarning("{Id} {Errors}", s.id, string.Join("; ", s.errors?.Select(e => $"{e.code} {e.title}") ?? []));
                        foreach (var m in value.messages ?? [])
                            _ = Task.Run(async () => { using var scope = scopes.CreateScope(); await scope.ServiceProvider.GetRequiredService<Replier>().ReplyAsync(m); });
                    }
                    await Task.CompletedTask;
                    return Results.Ok();
                }
            }
        }
        public class Replier(HttpClient http) { public async Task ReplyAsync(Msg m) { using var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = m.from, type = "text", text = new { body = m.from_user_id } }); r.EnsureSuccessStatusCode(); } }
        """,
        WithUserId);

    [Fact]
    public void Elements_by_index_in_three_ways() => Check(
        """
        using System.IO;
        using Microsoft.AspNetCore.Mvc;
        public class HookController : ControllerBase
        {
            [HttpPost("/a")] public IActionResult {|DLG0607:A|}([FromBody] JsonElement root)
            {
                var first = root.GetProperty("entry").EnumerateArray().{|DLG0604:First|}().GetProperty("changes").EnumerateArray().{|DLG0604:First|}().GetProperty("value");
                if (first.TryGetProperty("messages", out var messages) && messages.GetArrayLength() > 0)
                {
                    var m = messages{|DLG0604:[0]|};
                    Console.WriteLine(m.GetProperty("from_user_id").GetString());
                }
                return Ok();
            }
            [HttpPost("/b")] public IActionResult B([FromBody] JsonElement root)
            {
                foreach (var e in root.GetProperty("entry").EnumerateArray())
                foreach (var c in e.GetProperty("changes").EnumerateArray())
                {
                    if (c.GetProperty("field").GetString() != "messages") continue;
                    var v = c.GetProperty("value");
                    if (v.TryGetProperty("messages", out var ms)) { for (int i = 0; i < ms.GetArrayLength(); i++) Console.WriteLine(ms[i].GetProperty("from_user_id").GetString()); }
                    if (v.TryGetProperty("statuses", out var ss)) { for (int i = 0; i < ss.GetArrayLength(); i++) { if (ss[i].TryGetProperty("errors", out var er)) Console.WriteLine(er[0].GetProperty("code").GetInt32()); } }
                }
                return Ok();
            }
            [HttpPost("/c")] public IActionResult C([FromBody] JsonElement root)
            {
                if (!root.TryGetProperty("entry", out var entry)) return Ok();
                foreach (var v in entry.EnumerateArray().SelectMany(e => e.GetProperty("changes").EnumerateArray()).Select(c => c.GetProperty("value")))
                {
                    switch (true)
                    {
                        case true when v.TryGetProperty("messages", out var ms): foreach (var m in ms.EnumerateArray()) Handle(m); break;
                        case true when v.TryGetProperty("statuses", out var ss): foreach (var s in ss.EnumerateArray()) Handle(s); break;
                    }
                }
                return Ok();
            }
            private static void Handle(JsonElement x) => Console.WriteLine(x.GetRawText());
        }
        """);

    [Fact]
    public void A_controller_of_the_old_framework() => Check(
        """
        using System.Web.Mvc; using System.IO;
        public class WebhookController : Controller
        {
            [HttpPost] public ActionResult {|DLG0607:Webhook|}()
            {
                string json; using (var reader = new StreamReader(Request.InputStream)) { json = reader.ReadToEnd(); }
                var update = Newtonsoft.Json.JsonConvert.DeserializeObject<Update>(json);
                if (update == null) return {|DLG0601:new HttpStatusCodeResult(HttpStatusCode.BadRequest)|};
                foreach (var e in update.entry) foreach (var c in e.changes) if (c.value.messages != null) foreach (var m in c.value.messages) Console.WriteLine(m.id);
                return new HttpStatusCodeResult(200);
            }
        }
        """,
        WithUserId, library: Mvc);

    [Fact]
    public void Channels_that_are_chosen_by_a_field() => Check(
        """
        using Microsoft.AspNetCore.Mvc;
        // a receiver for two channels, chosen by a field
        public class Envelope { public string channel { get; set; } = ""; public JsonElement payload { get; set; } }
        [ApiController, Route("in")]
        public class InController(IEnumerable<IChannel> channels) : ControllerBase
        {
            [HttpPost] public async Task<IActionResult> Post([FromBody] Envelope envelope)
            {
                var channel = channels.FirstOrDefault(c => c.Name == envelope.channel);
                if (channel is null) return NotFound();
                await channel.HandleAsync(envelope.payload);
                return Ok();
            }
        }
        public interface IChannel { string Name { get; } Task HandleAsync(JsonElement payload); }
        public class Sms : IChannel { public string Name => "sms"; public Task HandleAsync(JsonElement payload) { Console.WriteLine(payload.GetProperty("messages")[0].GetProperty("body").GetString()); return Task.CompletedTask; } }
        public class Mail : IChannel { public string Name => "mail"; public Task HandleAsync(JsonElement payload) { var s = payload.GetProperty("statuses")[0]; if (s.GetProperty("status").GetString() == "bounced") throw new Exception(); return Task.CompletedTask; } }
        """);

    private static void Check(string program, string classes = "// WhatsApp", string? library = null) =>
        new TestProgram("DLG06*", program, classes) { References = library is null ? [] : [Compiled(library)] }.Check();

    private static PortableExecutableReference Compiled(string library)
    {
        using MemoryStream image = new();
        CSharpCompilation compilation = new TestProgram("none", library) { IsLibrary = true }.Compile().WithAssemblyName("Library");
        Assert.True(compilation.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
