using System.Text.RegularExpressions;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Tests.Infrastructure;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis.CodeActions;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>What the catalogue promises as a fix is offered by some provider: a fix without an example here, or without a class, fails.</summary>
public class CatalogueFixTests
{
    /// <summary>Texts that another fix inserts; no fixes of their own.</summary>
    internal static readonly string[] Stubs = ["session-check-stub", "session-check-local", "choose-message", "declare-message", "template-note", "else-template", "else-nothing", "utf8-without-mark", "encode-value-newtonsoft", "serialize-object-newtonsoft"];

    /// <summary>Fixes that need a list of templates or a project of its own: <see cref="TemplateFixTests"/> and the tests of DLG0206 have their examples.</summary>
    private static readonly string[] Elsewhere = ["mark-send", "use-template", "use-template-language", "add-template-parameters", "add-template-component", "remove-template-parameters", "drop-parameter-names", "name-parameters"];

    private const string Post = "public class Sender { private readonly HttpClient client = new HttpClient(); OTHER public async Task SendAsync(string to) { await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"Hello\" } }); } }";

    private const string Customer = "public record Customer(string Phone, DateTime LastInboundAt);";

    /// <summary>For each fix of the catalogue code for which it is offered.</summary>
    public static TheoryData<string, string> Examples => new()
    {
        { "swap-coordinates", Use("new { to, type = \"location\", location = new { latitude = 151.2, longitude = -33.8 } }") },
        { "insert-decimal-point", Use("new { to, type = \"location\", location = new { latitude = 41403380, longitude = 151.2 } }") },
        { "send-as", Use("new { to, type = \"image\", image = new { link = \"https://example.com/a.mp3\" } }") },
        { "send-as-and-drop", Use("new { to, type = \"image\", image = new { link = \"https://example.com/a.mp3\", caption } }") },
        { "drop-voice", Use("new { to, type = \"audio\", audio = new { link = \"https://example.com/a.mp3\", voice = true } }") },
        { "decode-once", Use("new { to, type = \"image\", image = new { link = \"https://example.com/a%2520b.png\" } }") },
        { "remove-encoder", Use("new { to, type = \"image\", image = new { link = \"https://example.com/\" + Uri.EscapeDataString(Uri.EscapeDataString(name)) } }") },
        { "remove-encoders", Use("new { to, type = \"image\", image = new { link = Uri.EscapeDataString(Uri.EscapeDataString(url)) } }") },
        { "remove-inner-encoder", Use("new { to, type = \"image\", image = new { link = \"https://example.com/\" + Uri.EscapeDataString(HttpUtility.UrlEncode(name)) } }") },
        { "repair-json", Use("\"\"\"{ 'to': '1', \"type\": \"text\", \"text\": { \"body\": \"x\", \"preview_url\": True } }\"\"\"") },
        { "remove-comma", Use("\"\"\"{ \"to\": \"1\", \"type\": \"text\", \"text\": { \"body\": \"x\" }, }\"\"\"") },
        { "insert-comma", Use("\"\"\"{ \"to\": \"1\" \"type\": \"text\", \"text\": { \"body\": \"x\" } }\"\"\"") },
        { "double-quotes", Use("\"\"\"{ \"to\": '1', \"type\": \"text\", \"text\": { \"body\": \"x\" } }\"\"\"") },
        { "json-literal", Use("\"\"\"{ \"to\": \"1\", \"type\": \"text\", \"text\": { \"body\": \"x\", \"preview_url\": True } }\"\"\"") },
        { "close-bracket", Use("\"\"\"{ \"to\": \"1\", \"type\": \"text\", \"text\": { \"body\": \"x\" }\"\"\"") },
        { "rewrite-value", Use("new { to, type = \"text\", text = new { body = 5 } }") },
        { "to-string", Use("new { to, type = \"text\", text = new { body = number } }") },
        { "encode-value", Use("$$\"\"\"{ \"to\": \"1\", \"type\": \"text\", \"text\": { \"body\": \"{{name}}\" } }\"\"\"") },
        { "serialize-object", Use("$$\"\"\"{ \"to\": \"1\", \"type\": \"text\", \"text\": { \"body\": \"{{name}}\" } }\"\"\"") },
        { "add-member", Use("new { to, type = \"template\", template = new { name } }") },
        { "rename-member", Use("new { to, type = \"location\", location = new { latitude = 1.5, longitud = 2.5 } }") },
        { "remove-member", Use("new { to, type = \"audio\", audio = new { id, caption = \"x\" } }") },
        { "set-type", Use("new { to, type = \"image\", text = new { body = name } }") },
        { "move-member", Use("new { to, messaging_product = \"whatsapp\", type = \"text\", preview_url = true, text = new { body = name } }") },
        { "move-member-up", Bodies.Method("await client.PostAsJsonAsync(\"https://waba.360dialog.io/v1/messages\", new { to, type = \"text\", text = new { body = name, preview_url = true } });") },
        { "plus-for-zeros", Use("new { to = \"004915112345678\", type = \"text\", text = new { body = name } }") },
        { "use-language", Use("new { to, type = \"template\", template = new { name, language = new { code = \"en-US\" } } }") },
        { "declare-as", Bodies.Method("using var form = new MultipartFormDataContent { { new StringContent(\"whatsapp\"), \"messaging_product\" }, { new StringContent(\"audio/opus\"), \"type\" }, { new ByteArrayContent([]), \"file\", \"a\" } }; var up = await client.PostAsync(\"https://waba-v2.360dialog.io/media\", form); var media = (await up.Content.ReadFromJsonAsync<JsonElement>()).GetProperty(\"id\").GetString(); await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"audio\", audio = new { id = media } });") },
        { "use-value", Use("new { to, messaging_product = \"WhatsApp\", type = \"text\", text = new { body = name } }") },
        { "add-product", Bodies.Method("using var form = new MultipartFormDataContent { { new ByteArrayContent([]), \"file\", \"a\" } }; await client.PostAsync(\"https://waba-v2.360dialog.io/media\", form);") },
        { "to-recipient", Use("new { messaging_product = \"whatsapp\", to = \"US.13491208655302741918\", type = \"text\", text = new { body = name } }") },
        { "declare-json", Bodies.Method("await client.PostAsync(\"https://waba-v2.360dialog.io/messages\", new StringContent(JsonSerializer.Serialize(new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = name } })));") },
        { "send-object", Bodies.Method("await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", JsonSerializer.Serialize(new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = name } }));") },
        { "send-text", Bodies.Method("string json = JsonSerializer.Serialize(new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = name } }); await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", json);") },
        { "use-utf8", Use("Encoding.ASCII.GetBytes($$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"text\", \"text\": { \"body\": \"x\" } }\"\"\")") },
        { "guard-before", "public class Sender { private readonly HttpClient client = new HttpClient(); public async Task SendAsync(string to) { var answer = await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }); answer.EnsureSuccessStatusCode(); } }" },
        { "guard-session", Post.Replace("OTHER", string.Empty, StringComparison.Ordinal) },
        { "guard-with-check", Post.Replace("OTHER", "private bool IsSessionOpen(string to) => to.Length > 5;", StringComparison.Ordinal) },
        { "guard-with-negated-check", Post.Replace("OTHER", "private bool IsSessionClosed(string to) => to.Length > 5;", StringComparison.Ordinal) },
        { "guard-within-hours", Post.Replace("OTHER", Customer, StringComparison.Ordinal).Replace("string to)", "Customer customer)", StringComparison.Ordinal).Replace(" to,", " to = customer.Phone,", StringComparison.Ordinal) },
        { "guard-until", Post.Replace("OTHER", Customer.Replace("LastInboundAt", "SessionEndsAt", StringComparison.Ordinal), StringComparison.Ordinal).Replace("string to)", "Customer customer)", StringComparison.Ordinal).Replace(" to,", " to = customer.Phone,", StringComparison.Ordinal) },
        { "guard-with-new-check", Post.Replace("OTHER", string.Empty, StringComparison.Ordinal) },
        { "send-template", Post.Replace("OTHER", string.Empty, StringComparison.Ordinal) },
        { "look-up-first", Bodies.Method("await client.PostAsJsonAsync(\"/v1/messages\", new { to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\", policy = \"deterministic\" } } });") },
        { "look-up-with", "public class Sender { private readonly HttpClient client = new HttpClient(); private async Task<string> FindAsync(string number) { HttpResponseMessage answer = await client.PostAsJsonAsync(\"/v1/contacts\", new { contacts = new[] { number } }); return JsonNode.Parse(await answer.Content.ReadAsStringAsync())![\"contacts\"]![0]![\"wa_id\"]!.GetValue<string>(); } public async Task SendAsync(string to) { await client.PostAsJsonAsync(\"/v1/messages\", new { to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\", policy = \"deterministic\" } } }); } }" },
        { "look-up-with-client", "namespace WABA360Dialog { public class WABA360DialogApiClient { public Task<object> SendMessageAsync(object message) => null!; public Task<object> CheckContactsAsync(string[] contacts) => null!; } public class Sender { private readonly WABA360DialogApiClient client = new WABA360DialogApiClient(); public async Task SendAsync(string to) { await client.SendMessageAsync(new { to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\", policy = \"deterministic\" } } }); } } }" },
        { "pace-loop", "public class Sender { private readonly HttpClient client = new HttpClient(); public async Task SendAsync(List<string> all) { foreach (string to in all) { await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } }); } } }" },
        { "stop-retrying", "public class Sender { private readonly HttpClient client = new HttpClient(); public async Task SendAsync(string to) { HttpResponseMessage answer; do { answer = await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } }); await Task.Delay(5000); } while ((int)answer.StatusCode == 401 || (int)answer.StatusCode >= 500); } }" },
        { "throw-typed-error", "namespace Written.Dialog360 { internal sealed class Dialog360Error { public static Task<Dialog360Error> ReadAsync(HttpResponseMessage response) => null!; } } " + Post.Replace("OTHER", string.Empty, StringComparison.Ordinal) },
        { "check-answer", Post.Replace("OTHER", string.Empty, StringComparison.Ordinal) },
        { "log-answer", "namespace Microsoft.Extensions.Logging { public interface ILogger { } public static class LoggerExtensions { public static void LogError(this ILogger logger, string text, params object?[] values) { } } } namespace Shop { using Microsoft.Extensions.Logging; public class Sender { private readonly HttpClient client = new HttpClient(); private readonly ILogger logger = null!; public async Task SendAsync(string to) { await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } }); } } }" },
        { "throw-on-result", Answers("public async Task<bool> SendAsync(string to) => (await POST).IsSuccessStatusCode; public async Task RunAsync(string to) { await SendAsync(to); }") },
        { "test-content-type", Answers("public async Task<JsonDocument> SendAsync(string to) { var answer = await POST; return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()); }") },
        { "test-first-character", Answers("public async Task<JsonDocument> SendAsync(string to) => JsonDocument.Parse(await TextAsync(to)); private async Task<string> TextAsync(string to) { var answer = await POST; return await answer.Content.ReadAsStringAsync(); } public async Task<JsonDocument> RunAsync(string to) { var text = await TextAsync(to); return JsonDocument.Parse(text); }") },
        { "add-other-spelling", Answers("public int CodeOf(JsonElement meta) { return meta.GetProperty(\"httpCode\").GetInt32(); }") },
        { "compare-http-status", Answers("public record Meta(int httpCode, int http_code); public bool Is(HttpResponseMessage answer, Meta meta) => meta.httpCode == 404;") },
        { "add-error-cases", Answers("public record Error(int Code); public void Handle(Error error) { switch (error.Code) { case 131047: break; case 131026: break; } }") },
        { "branch-on-details", Answers("public record Failure(int Code, string Details); public void Handle(Failure failure) { if (failure.Code == 1005) { Console.WriteLine(1); } }") },
        { "add-equivalent", Answers("public record Error(int Code); public async Task<bool> SendAsync(string to, Error error) { (await POST).EnsureSuccessStatusCode(); return error.Code == 470; }") },
        { "use-is-success", Answers("public async Task<bool> SendAsync(string to) => (await POST).StatusCode == HttpStatusCode.Created;") },
        { "answer-ok", Receiver("return NotFound();") },
        { "read-errors", Receiver("foreach (var status in update.Entry[0].Changes[0].Value.Statuses) { Console.WriteLine(status.State); } return Ok();") },
        { "loop-updates", Receiver("\nvar message = update.Entry[0].Changes[0].Value.Messages[0];\nConsole.WriteLine(message.From);\nreturn Ok();") },
        { "test-messages", Receiver("var message = update.Entry[0].Changes[0].Value.Messages[0]; Console.WriteLine(message.From); return Ok();") },
        { "read-key", Bodies.Method("client.DefaultRequestHeaders.Add(\"D360-API-KEY\", \"Xk29fLmQ7vRt83ZpWn51HcBdAK\");") },
        { "bearer-header", Bodies.Method("client.DefaultRequestHeaders.Add(\"D360-API-KEY\", name); await client.GetStringAsync(\"https://graph.facebook.com/v22.0/106540352242922/message_templates\");") },
        { "replace-header", Bodies.Method("client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(\"Bearer\", name); await client.GetStringAsync(\"https://waba-v2.360dialog.io/health_status\");") },
        { "use-path", Bodies.Method("await client.GetStringAsync(\"https://waba-v2.360dialog.io/v1/health\");") },
        { "use-cloud-host", Bodies.Method("await client.GetStringAsync(\"https://waba.360dialog.io/v1/configs/webhook\");") },
    };

    private static string Answers(string members) => ("public class Sender { private readonly HttpClient client = new HttpClient(); " + members + " }").Replace(
        "POST", "client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } })", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task The_fix_is_offered_under_its_title(string id, string program)
    {
        FixEntry fix = Assert.Single(ErrorCatalog.Current.Rules.SelectMany(rule => rule.Fixes), fix => fix.Id == id);
        string title = "^" + Regex.Replace(Regex.Escape(fix.Title), @"\\\{\d}", ".+") + "$";
        (_, List<CodeAction> actions) = await Repairs.OfAsync(program);
        Assert.Contains(actions, action => Regex.IsMatch(action.Title, title));
    }

    [Fact]
    public void Every_fix_of_the_catalogue_has_an_example() =>
        Assert.Equal(
            ErrorCatalog.Current.Rules.SelectMany(rule => rule.Fixes).Select(fix => fix.Id).Where(id => !Stubs.Contains(id) && !Elsewhere.Contains(id)).Order(StringComparer.Ordinal),
            Examples.Select(example => (string)example[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void A_rule_with_a_fix_in_the_catalogue_has_a_provider_and_the_reverse() =>
        Assert.Equal(
            ErrorCatalog.Current.Rules.Where(rule => !rule.Fixes.IsEmpty).Select(rule => rule.Id).Order(StringComparer.Ordinal),
            Repairs.Providers.SelectMany(provider => provider.FixableDiagnosticIds).Distinct().Order(StringComparer.Ordinal));

    private static string Receiver(string statements) => "public class Update { public List<Entry> Entry { get; set; } = new(); } public class Entry { public List<Change> Changes { get; set; } = new(); } public class Change { public Value Value { get; set; } = new(); } public class Value { public List<Message> Messages { get; set; } = new(); public List<Status> Statuses { get; set; } = new(); } public class Status { [System.Text.Json.Serialization.JsonPropertyName(\"status\")] public string State { get; set; } = \"\"; public List<Fault> Errors { get; set; } = new(); } public class Fault { public int Code { get; set; } } public class Message { public string From { get; set; } = \"\"; } "
        + "public class Hook : Microsoft.AspNetCore.Mvc.ControllerBase { [Microsoft.AspNetCore.Mvc.HttpPost] public Microsoft.AspNetCore.Mvc.IActionResult Receive(Update update) { " + statements + " } }";

    private static string Use(string expression) => Bodies.Expression(expression);
}
