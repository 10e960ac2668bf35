namespace Dialog360.Analyzers.Tests.Webhooks;

/// <summary>Receivers in the styles of many teams; what all rules of the group find in each.</summary>
public sealed class ReceiverStylesTests
{
    [Fact]
    public void An_index_chain_in_a_controller() => WebhookPrograms.Check(WebhookPrograms.Attributed, """
        [ApiController]
        public class WebhookController : ControllerBase
        {
            private readonly IWhatsApp _whatsApp;
            public WebhookController(IWhatsApp whatsApp) { _whatsApp = whatsApp; }

            [HttpGet("webhook")]
            public IActionResult Verify([FromQuery(Name = "hub.mode")] string mode, [FromQuery(Name = "hub.verify_token")] string token, [FromQuery(Name = "hub.challenge")] string challenge)
            {
                if (mode == "subscribe" && token == "t") return Ok(challenge);
                return BadRequest();
            }

            [HttpPost("webhook")]
            public async Task<IActionResult> {|DLG0607:Receive|}([FromBody] Update update)
            {
                var message = update.Entry{|DLG0604:[0]|}.Changes{|DLG0604:[0]|}.Value.Messages{|DLG0604:{|DLG0605:[0]|}|};
                await _whatsApp.{|DLG0602:SendTextAsync|}(message.From, "Thanks for: " + message.Text?.Body);
                return Ok();
            }
        }
        """);

    [Fact]
    public void A_long_condition_of_question_marks() => WebhookPrograms.Check(WebhookPrograms.Attributed, WebhookPrograms.Action("""
        if (update?.Entry != null && update.Entry.Count > 0 && update.Entry{|DLG0604:[0]|}.Changes != null && update.Entry[0].Changes{|DLG0604:[0]|}.Value?.Messages != null && update.Entry[0].Changes[0].Value.Messages{|DLG0604:[0]|}.Text != null)
        {
            var message = update.Entry[0].Changes[0].Value.Messages[0];
            await store.SaveAsync(message.Id, message.Text.Body);
        }
        else if (update?.Entry?[0]?.Changes?[0]?.Value?.Statuses != null)
        {
            log.LogInformation("status");
        }

        return Ok();
        """));

    [Fact]
    public void Statuses_are_compared_and_their_errors_ignored() => WebhookPrograms.Check(WebhookPrograms.Attributed, WebhookPrograms.Action("""
        foreach (var entry in update.Entry ?? new())
        foreach (var change in entry.Changes ?? new())
        {
            foreach (var message in change.Value?.Messages ?? new()) await store.SaveAsync(message.Id, message.Type);
            foreach (var status in change.Value?.{|DLG0603:Statuses|} ?? new())
            {
                switch (status.State)
                {
                    case "delivered": await store.SetStateAsync(status.Id, "delivered"); break;
                    case "failed": await store.SetStateAsync(status.Id, "failed"); break;
                }
            }
        }
        return Ok();
        """));

    [Fact]
    public void All_levels_all_errors() => WebhookPrograms.Check(WebhookPrograms.Attributed, WebhookPrograms.Action("""
        foreach (var change in update.Entry!.SelectMany(entry => entry.Changes!))
        {
            if (change.Value is not { } value) continue;
            foreach (var message in value.Messages ?? []) await store.SaveAsync(message.Id, message.Type);
            foreach (var status in value.Statuses ?? [])
                foreach (var error in status.Errors ?? []) log.LogWarning("{Id} {Code}", status.Id, error.Code);
        }
        return Ok();
        """));

    [Fact]
    public void Json_elements_by_name() => WebhookPrograms.Check(WebhookPrograms.Attributed, """
        public static class Hooks
        {
            public static void Map(WebApplication app, IStore store) => app.{|DLG0607:MapPost|}("/hook", async (JsonElement body) =>
            {
                var value = body.GetProperty("entry"){|DLG0604:[0]|}.GetProperty("changes"){|DLG0604:[0]|}.GetProperty("value");
                var message = value.GetProperty("messages"){|DLG0604:{|DLG0605:[0]|}|};
                await store.SaveAsync({|DLG0606:message.GetProperty("from")|}.GetString()!, message.GetProperty("text").GetProperty("body").GetString()!);
                return Results.Ok();
            });
        }
        """.Replace("{|DLG0606:message.GetProperty(\"from\")|}", "message.{|DLG0606:GetProperty|}(\"from\")"));

    [Fact]
    public void A_document_read_from_the_body() => WebhookPrograms.Check(WebhookPrograms.Attributed, """
        [Route("hook")]
        public class HookController : Controller
        {
            private readonly IStore store;
            public HookController(IStore store) => this.store = store;

            [HttpPost]
            public async Task<IActionResult> Post()
            {
                using var reader = new StreamReader(Request.Body);
                var text = await reader.ReadToEndAsync();
                using var document = JsonDocument.Parse(text);
                var root = document.RootElement;
                if (!root.TryGetProperty("entry", out var entries)) return {|DLG0601:BadRequest("no entry")|};
                foreach (var entry in entries.EnumerateArray())
                {
                    foreach (var change in entry.GetProperty("changes").EnumerateArray())
                    {
                        var value = change.GetProperty("value");
                        if (value.TryGetProperty("messages", out var messages))
                        {
                            foreach (var message in messages.EnumerateArray())
                                await store.SaveAsync(message.GetProperty("from_user_id").GetString()!, message.GetProperty("type").GetString()!);
                        }
                        if (value.TryGetProperty("statuses", out var statuses))
                        {
                            foreach (var status in statuses.EnumerateArray())
                            {
                                if (status.GetProperty("status").GetString() == "failed")
                                    await store.SetStateAsync(status.GetProperty("id").GetString()!, "failed");
                            }
                        }
                    }
                }
                return Ok();
            }
        }
        """.Replace("value.TryGetProperty(\"statuses\"", "value.{|DLG0603:TryGetProperty|}(\"statuses\""));

    [Fact]
    public void Json_nodes_with_question_marks() => WebhookPrograms.Check(WebhookPrograms.Attributed, """
        public static class Hooks
        {
            public static void Map(WebApplication app, IStore store) => app.{|DLG0607:MapPost|}("/hook", async (HttpRequest request) =>
            {
                var json = await JsonNode.ParseAsync(request.Body);
                var message = json?["entry"]?{|DLG0604:[0]|}?["changes"]?{|DLG0604:[0]|}?["value"]?["messages"]?{|DLG0604:[0]|};
                if (message is null) return Results.Ok();
                await store.SaveAsync((string)message[{|DLG0606:"from"|}]!, (string)message["text"]!["body"]!);
                return Results.Ok();
            });
        }
        """);

    [Fact]
    public void Newtonsoft_tokens_in_a_class_without_a_base() => WebhookPrograms.Check(WebhookPrograms.Attributed, """
        using Newtonsoft.Json.Linq;
        [Route("api/[controller]")]
        public class WhatsAppController
        {
            private readonly IStore store;
            public WhatsAppController(IStore store) => this.store = store;

            [HttpPost]
            public async Task<string> {|DLG0607:Receive|}([FromBody] JObject payload)
            {
                JToken value = payload["entry"]{|DLG0604:[0]|}["changes"]{|DLG0604:[0]|}["value"];
                string from = (string)value["messages"]{|DLG0604:{|DLG0605:[0]|}|}[{|DLG0606:"from"|}];
                await store.SaveAsync(from, (string)value["messages"][0]["text"]["body"]);
                return "ok";
            }
        }
        """);

    [Fact]
    public void A_path_of_Newtonsoft() => WebhookPrograms.Check(WebhookPrograms.Attributed, """
        using Newtonsoft.Json.Linq;
        public class HookController : ControllerBase
        {
            [HttpPost]
            public IActionResult {|DLG0607:Receive|}([FromBody] JObject payload)
            {
                var text = payload.SelectToken("entry{|DLG0604:[0]|}.changes{|DLG0604:[0]|}.value.messages{|DLG0604:[0]|}.text.body")?.ToString();
                Console.WriteLine(text);
                return Ok();
            }
        }
        """);

    [Fact]
    public void Dynamic_all_the_way() => WebhookPrograms.Check(WebhookPrograms.Attributed, """
        public class HookController : ControllerBase
        {
            private readonly IStore store;
            public HookController(IStore store) => this.store = store;

            [HttpPost]
            public async Task<dynamic> {|DLG0607:Receive|}([FromBody] dynamic payload)
            {
                string from = payload.entry{|DLG0604:[0]|}.changes{|DLG0604:[0]|}.value.messages{|DLG0604:{|DLG0605:[0]|}|}.{|DLG0606:from|};
                await store.SaveAsync(from, (string)payload.entry[0].changes[0].value.messages[0].text.body);
                return new { ok = true };
            }
        }
        """);

    [Fact]
    public void The_flat_shape() => WebhookPrograms.Check(WebhookPrograms.Flat, """
        public class HookController : ControllerBase
        {
            private readonly IWhatsApp whatsApp;
            public HookController(IWhatsApp whatsApp) => this.whatsApp = whatsApp;

            [HttpPost("hook")]
            public async Task<IActionResult> Receive([FromBody] Hook hook)
            {
                if (hook.messages.Count > 0) await whatsApp.{|DLG0602:SendTextAsync|}(hook.messages.{|DLG0604:First|}().from, "Hello");
                foreach (var status in hook.{|DLG0603:statuses|}) Console.WriteLine(status.status);
                return Ok();
            }
        }
        """);

    [Fact]
    public void A_service_behind_the_controller() => WebhookPrograms.Check(WebhookPrograms.Pascal, """
        public interface IProcessor { Task ProcessAsync(Update update); }
        public class Processor(IStore store, Parser parser) : IProcessor
        {
            public async Task ProcessAsync(Update update)
            {
                Inbound? message = parser.Parse(update);
                if (message == null) return;
                await store.SaveAsync(message.{|DLG0606:From|}, message.Text.body);
            }
        }
        public class Parser
        {
            public Inbound? Parse(Update update) => update.Entry.{|DLG0604:FirstOrDefault|}()?.Changes.{|DLG0604:FirstOrDefault|}()?.Value?.Messages?.{|DLG0604:FirstOrDefault|}();
        }
        [ApiController]
        public class HookController(IProcessor processor, ILogger<HookController> log) : ControllerBase
        {
            [HttpPost]
            public async Task<IActionResult> {|DLG0607:Receive|}(Update update)
            {
                try
                {
                    await processor.ProcessAsync(update);
                    return Ok();
                }
                catch (Exception exception)
                {
                    log.LogError(exception, "failed");
                    return {|DLG0601:StatusCode(500)|};
                }
            }
        }
        """);

    [Fact]
    public void A_queue_and_a_worker() => WebhookPrograms.Check(WebhookPrograms.Attributed, WebhookPrograms.Action("""
        await queue.Writer.WriteAsync(update);
        return Ok();
        """) + """

        public sealed class Worker(Channel<Update> queue, IWhatsApp whatsApp) : Microsoft.Extensions.Hosting.BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                await foreach (var update in queue.Reader.ReadAllAsync(stoppingToken))
                {
                    var value = update.Entry?.{|DLG0604:FirstOrDefault|}()?.Changes?.FirstOrDefault(change => change.Field == "messages")?.Value;
                    foreach (var message in value?.Messages ?? new()) await whatsApp.SendTextAsync(message.From, "Hi");
                    foreach (var status in value?.{|DLG0603:Statuses|} ?? new()) if (status.State == "failed") Console.WriteLine(status.Id);
                }
            }
        }
        """);

    [Fact]
    public void A_method_group_and_a_typed_body() => WebhookPrograms.Check(WebhookPrograms.Attributed, """
        public static class Endpoints
        {
            public static void Map(WebApplication app)
            {
                app.MapGet("/hook", Verify);
                app.MapPost("/hook", ReceiveAsync);
            }

            private static IResult Verify(HttpRequest request) => request.Query["hub.mode"] == "subscribe" ? Results.Text(request.Query["hub.challenge"]!) : Results.Forbid();

            private static async Task<IResult> ReceiveAsync(Update update, IWhatsApp whatsApp)
            {
                foreach (var entry in update.Entry!)
                    foreach (var change in entry.Changes!)
                        foreach (var message in change.Value!.Messages ?? new())
                            await whatsApp.{|DLG0602:SendTextAsync|}(message.From, "Hello");
                return {|DLG0601:Results.Accepted()|};
            }
        }
        """.Replace("Task<IResult> ReceiveAsync(", "Task<IResult> {|DLG0607:ReceiveAsync|}("));

    [Fact]
    public void A_middleware() => WebhookPrograms.Check(WebhookPrograms.Attributed, """
        public class HookMiddleware
        {
            private readonly RequestDelegate next;
            public HookMiddleware(RequestDelegate next) => this.next = next;

            public async Task InvokeAsync(HttpContext context, IStore store)
            {
                if (context.Request.Path != "/hook") { await next(context); return; }
                var update = await JsonSerializer.DeserializeAsync<Update>(context.Request.Body);
                if (update?.Entry == null)
                {
                    context.Response.StatusCode = {|DLG0601:400|};
                    return;
                }
                foreach (var message in update.Entry.SelectMany(e => e.Changes!).SelectMany(c => c.Value!.Messages ?? new()))
                    await store.SaveAsync(message.Id, message.Type);
                context.Response.StatusCode = 200;
            }
        }
        """.Replace("Task InvokeAsync(", "Task {|DLG0607:InvokeAsync|}("));

    [Theory]
    [InlineData("public class Payment { public string type { get; set; } = \"\"; public Data data { get; set; } = new(); } public class Data { public string status { get; set; } = \"\"; }", "Payment hook", "if (hook.type == \"x\") return BadRequest(); return StatusCode(500);")]
    [InlineData("public class Telegram { public TMessage message { get; set; } = new(); } public class TMessage { public string text { get; set; } = \"\"; public TFrom from { get; set; } = new(); } public class TFrom { public long id { get; set; } }", "Telegram hook", "if (hook.message.text == \"\") return BadRequest(); return Ok();")]
    [InlineData("public class Page { public List<PEntry> entry { get; set; } = new(); } public class PEntry { public List<PMessaging> messaging { get; set; } = new(); } public class PMessaging { public PUser sender { get; set; } = new(); } public class PUser { public string id { get; set; } = \"\"; }", "Page hook", "if (hook.entry[0].messaging[0].sender.id == \"\") return BadRequest(); return Ok();")]
    [InlineData("public class Leads { public List<LEntry> entry { get; set; } = new(); } public class LEntry { public List<LChange> changes { get; set; } = new(); } public class LChange { public string field { get; set; } = \"\"; public LValue value { get; set; } = new(); } public class LValue { public string leadgen_id { get; set; } = \"\"; }", "Leads hook", "if (hook.entry[0].changes[0].value.leadgen_id == \"\") return BadRequest(); return Ok();")]
    [InlineData("public class Parcels { public List<PStatus> statuses { get; set; } = new(); } public class PStatus { public string status { get; set; } = \"\"; public string parcel { get; set; } = \"\"; }", "Parcels hook", "foreach (var s in hook.statuses) if (s.status == \"failed\") return BadRequest(); return Ok();")]
    [InlineData("public class MailEvent { public string @event { get; set; } = \"\"; public string status { get; set; } = \"\"; public string email { get; set; } = \"\"; }", "List<MailEvent> hook", "if (hook[0].status == \"bounce\") return BadRequest(); return Ok();")]
    [InlineData("public class Slack { public string type { get; set; } = \"\"; public SEvent @event { get; set; } = new(); } public class SEvent { public string channel { get; set; } = \"\"; public string text { get; set; } = \"\"; }", "Slack hook", "if (hook.@event.text == \"\") return NotFound(); return Ok();")]
    [InlineData("public class Chat { public List<CMessage> messages { get; set; } = new(); } public class CMessage { public string role { get; set; } = \"\"; public string content { get; set; } = \"\"; }", "Chat hook", "if (hook.messages[0].content == \"\") return BadRequest(); return Ok();")]
    public void Webhooks_of_others_are_none(string classes, string parameter, string statements) => WebhookPrograms.Check(classes, $$"""
        public class HookController : ControllerBase
        {
            [HttpPost("hook")]
            public IActionResult Receive([FromBody] {{parameter}})
            {
                {{statements}}
            }
        }
        """);

    [Fact]
    public void Messenger_by_json_is_none() => WebhookPrograms.Check("", """
        public class HookController : ControllerBase
        {
            [HttpPost("hook")]
            public IActionResult Receive([FromBody] JsonElement body)
            {
                var text = body.GetProperty("entry")[0].GetProperty("messaging")[0].GetProperty("message").GetProperty("text").GetString();
                return text is null ? BadRequest() : Ok();
            }
        }
        """);

    [Fact]
    public void The_answer_to_a_send_is_none() => WebhookPrograms.Check("", """
        public class Sender(HttpClient http)
        {
            public async Task<string?> SendAsync(object message)
            {
                var answer = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message);
                answer.EnsureSuccessStatusCode();
                var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
                Console.WriteLine(json.GetProperty("contacts")[0].GetProperty("wa_id").GetString());
                return json.GetProperty("messages")[0].GetProperty("id").GetString();
            }
        }
        """);
}
