namespace Dialog360.Analyzers.Tests.Webhooks;

/// <summary>What requests have beside their body is no update, and what shows that a body is one.</summary>
public sealed class RequestPartsTests
{
    [Fact]
    public void The_challenge_of_the_query_is_not_the_body_handed_on() => WebhookPrograms.Check(WebhookPrograms.Flat, """
        public class APIGatewayProxyRequest { public string Body { get; set; } public string HttpMethod { get; set; } public IDictionary<string, string> QueryStringParameters { get; set; } }
        public class APIGatewayProxyResponse { public int StatusCode { get; set; } public string Body { get; set; } }
        public class Function
        {
            private readonly IStore _store;
            public Function(IStore store) { _store = store; }
            public async Task<APIGatewayProxyResponse> {|DLG0607:FunctionHandler|}(APIGatewayProxyRequest request)
            {
                if (request.HttpMethod == "GET") return new APIGatewayProxyResponse { StatusCode = 200, Body = request.QueryStringParameters["hub.challenge"] };
                var update = JsonSerializer.Deserialize<Hook>(request.Body);
                if (update?.messages == null || update.messages.Count == 0) return new APIGatewayProxyResponse { StatusCode = 200 };
                var message = update.messages{|DLG0604:[0]|};
                await _store.SaveAsync(message.id, message.from);
                return new APIGatewayProxyResponse { StatusCode = 200 };
            }
        }
        """);

    [Fact]
    public void An_answer_made_of_the_request_is_not_the_body_handed_on() => WebhookPrograms.Check("", """
        namespace System.Net.Http
        {
            public static class HttpRequestMessageExtensions { public static HttpResponseMessage CreateResponse(this HttpRequestMessage request, HttpStatusCode statusCode) => new(statusCode); }
        }
        public abstract class ApiController { public HttpRequestMessage Request { get; set; } }
        public class JObject { public static JObject Parse(string json) => null; public JObject SelectToken(string path) => null; public static explicit operator string(JObject value) => ""; }
        public class WhatsAppController : ApiController
        {
            private readonly IStore _store;
            public WhatsAppController(IStore store) { _store = store; }
            [HttpPost]
            public HttpResponseMessage {|DLG0607:Post|}([FromBody] JObject payload)
            {
                var from = (string)payload.SelectToken({|DLG0606:"entry{|DLG0604:[0]|}.changes{|DLG0604:[0]|}.value.messages{|DLG0604:[0]|}.from"|});
                if (from == null) return Request.CreateResponse(HttpStatusCode.OK);
                _store.SaveAsync(from, "");
                return Request.CreateResponse(HttpStatusCode.OK);
            }
        }
        """);

    [Fact]
    public void A_helper_that_runs_the_work_gives_the_answer() => WebhookPrograms.Check(WebhookPrograms.Attributed, """
        public interface ITakes { void Take(Update update); }
        public class ChatController : ControllerBase
        {
            private readonly ITakes _takes;
            public ChatController(ITakes takes) { _takes = takes; }
            [HttpPost("/chat")]
            public IActionResult Post([FromBody] Update update) => Guard(() => _takes.Take(update));
            [HttpPost("/orders")]
            public IActionResult Order(string order) => Checked(() => _takes.Take(null));

            private IActionResult Guard(Action work)
            {
                try { work(); return Ok(); }
                catch (Exception e) { return {|DLG0601:Problem(e.Message)|}; }
            }

            private IActionResult Checked(Action work)
            {
                try { work(); return Ok(); }
                catch (Exception e) { return Problem(e.Message); }
            }
        }
        """);

    [Fact]
    public void The_first_token_of_an_array_of_Newtonsoft() => WebhookPrograms.Check("", """
        public class JToken { public JToken First { get; } public JToken this[object key] => null; public T Value<T>(string key) => default; }
        public class JArray : JToken { }
        public class JObject : JToken { public bool TryGetValue(string name, out JToken value) { value = null; return false; } }
        [Route("hook")]
        public class HookController : Controller
        {
            private readonly IStore _store;
            public HookController(IStore store) { _store = store; }
            [HttpPost]
            public async Task<IActionResult> {|DLG0607:Post|}([FromBody] JObject body)
            {
                if (body.TryGetValue("messages", out var messages) && messages != null)
                {
                    var message = messages.{|DLG0604:First|};
                    await _store.SaveAsync(message.Value<string>("from"), (string)(object)message["text"]["body"]);
                }
                return Ok();
            }
        }
        """);

    [Fact]
    public void Contacts_with_an_id_beside_messages_are_an_update() => WebhookPrograms.Check("", """
        [Route("hook")]
        public class HookController : Controller
        {
            private readonly IWhatsApp _whatsApp;
            public HookController(IWhatsApp whatsApp) { _whatsApp = whatsApp; }
            [HttpPost]
            public async Task<IActionResult> {|DLG0607:Post|}([FromBody] JsonElement body)
            {
                var id = body.GetProperty("contacts")[0].GetProperty("wa_id").GetString();
                if (body.TryGetProperty("messages", out var messages)) Console.WriteLine("some");
                await _whatsApp.{|DLG0602:{|DLG0605:SendTextAsync|}|}(id, "Thanks");
                return Ok();
            }
        }
        """);

    [Fact]
    public void Entries_whose_values_are_handed_on_are_an_update_where_the_code_speaks_of_WhatsApp() => WebhookPrograms.Check("", """
        public interface IProcessor { void Enqueue(System.Text.Json.Nodes.JsonNode value); }
        public class WhatsAppMiddleware
        {
            private readonly RequestDelegate _next;
            private readonly IProcessor _processor;
            public WhatsAppMiddleware(RequestDelegate next, IProcessor processor) { _next = next; _processor = processor; }
            public async Task InvokeAsync(HttpContext context)
            {
                if (context.Request.Method != "POST") { await _next(context); return; }
                var node = await System.Text.Json.Nodes.JsonNode.ParseAsync(context.Request.Body);
                if (node?["entry"] is not System.Text.Json.Nodes.JsonArray entries)
                {
                    context.Response.StatusCode = {|DLG0601:422|};
                    return;
                }
                foreach (var entry in entries)
                    foreach (var change in entry["changes"].AsArray()) _processor.Enqueue(change["value"]);
            }
        }
        public class LeadsMiddleware
        {
            private readonly IProcessor _processor;
            public LeadsMiddleware(RequestDelegate next, IProcessor processor) { _processor = processor; }
            public async Task InvokeAsync(HttpContext context)
            {
                var node = await System.Text.Json.Nodes.JsonNode.ParseAsync(context.Request.Body);
                if (node?["entry"] is not System.Text.Json.Nodes.JsonArray entries)
                {
                    context.Response.StatusCode = 422;
                    return;
                }
                foreach (var entry in entries)
                    foreach (var change in entry["changes"].AsArray()) _processor.Enqueue(change["value"]);
            }
        }
        """);
}
