namespace Dialog360.Analyzers.Tests.Webhooks;

/// <summary>DLG0602: what a receiver must not wait for before it answers.</summary>
public sealed class WorkBeforeWebhookAnswersTests
{
    private const string Helpers = """
        private async Task Answer(Inbound m) => await whatsApp.SendTextAsync(m.From, "x");
        private async Task Ask(string text) { await store.SaveAsync("a", text); await http.GetStringAsync("https://ai.example/" + text); }
        private Task Hand(string text) => http.GetStringAsync("https://ai.example/" + text);
        private void Pause() => Thread.Sleep(100);
        private async Task Keep(Inbound m) { await store.SaveAsync(m.Id, m.Type); }
        private async Task Leave(Inbound m) { _ = Task.Run(() => Answer(m)); await store.SaveAsync(m.Id, m.Type); }
        """;

    private static string Loop(string body) => "foreach (var m in update.Entry.SelectMany(e => e.Changes).SelectMany(c => c.Value.Messages ?? new())) { " + body + " } return Ok();";

    [Theory]
    [InlineData("await whatsApp.[|SendTextAsync|](m.From, \"x\");")]
    [InlineData("await whatsApp.[|SendTextAsync|](m.From, \"x\").ConfigureAwait(false);")]
    [InlineData("await [|Answer|](m);")]
    [InlineData("await this.[|Answer|](m);")]
    [InlineData("await http.[|PostAsync|](\"https://crm.example\", null);")]
    [InlineData("var text = await http.[|GetStringAsync|](\"https://ai.example\"); log.LogInformation(text);")]
    [InlineData("await http.[|PostAsJsonAsync|](\"https://crm.example\", m);")]
    [InlineData("await [|Ask|](m.Id);")]
    [InlineData("await [|Hand|](m.Id);")]
    [InlineData("await Task.[|Delay|](1000);")]
    [InlineData("Thread.[|Sleep|](100);")]
    [InlineData("[|Pause|]();")]
    [InlineData("store.SaveAsync(m.Id, m.Type).[|Wait|]();")]
    [InlineData("store.SaveAsync(m.Id, m.Type).GetAwaiter().[|GetResult|]();")]
    [InlineData("var known = store.IsKnownAsync(m.Id).[|Result|]; log.LogInformation(\"{Known}\", known);")]
    [InlineData("await Task.WhenAll(whatsApp.[|SendTextAsync|](m.From, \"x\"), store.SaveAsync(m.Id, m.Type));")]
    [InlineData("var sending = whatsApp.[|SendTextAsync|](m.From, \"x\"); await store.SaveAsync(m.Id, m.Type); await sending;")]
    [InlineData("if (m.Type == \"text\") { try { await whatsApp.[|SendTextAsync|](m.From, m.Text.Body); } catch (HttpRequestException e) { log.LogError(e, \"x\"); } }")]
    public void Triggers(string body) => WebhookPrograms.Check("DLG0602", WebhookPrograms.Attributed, WebhookPrograms.Action(Loop(body), Helpers));

    [Theory]
    [InlineData("await queue.Writer.WriteAsync(update);")]
    [InlineData("await store.SaveAsync(m.Id, m.Type);")]
    [InlineData("await Keep(m);")]
    [InlineData("await Leave(m);")]
    [InlineData("_ = Task.Run(() => Answer(m));")]
    [InlineData("Task.Run(() => Answer(m));")]
    [InlineData("_ = Answer(m);")]
    [InlineData("_ = Task.Run(async () => { await Task.Delay(100); await whatsApp.SendTextAsync(m.From, \"x\"); });")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => Pause());")]
    [InlineData("Response.OnCompleted(() => Answer(m));")]
    [InlineData("queue.Writer.TryWrite(update);")]
    [InlineData("await Task.Yield();")]
    [InlineData("if (await store.IsKnownAsync(m.Id)) continue;")]
    [InlineData("Func<Task> later = async () => await Answer(m); log.LogInformation(later.ToString());")]
    [InlineData("await Task.FromResult(1); await Task.CompletedTask;")]
    public void Does_not_trigger(string body) => WebhookPrograms.Check("DLG0602", WebhookPrograms.Attributed, WebhookPrograms.Action(Loop(body), Helpers));

    [Fact]
    public void Reading_the_body_is_no_work_and_blocking_on_it_is() => WebhookPrograms.Check("DLG0602", WebhookPrograms.Attributed, """
        public class HookController(IStore store) : ControllerBase
        {
            [HttpPost("a")]
            public async Task<IActionResult> Receive()
            {
                using var reader = new StreamReader(Request.Body);
                var update = JsonSerializer.Deserialize<Update>(await reader.ReadToEndAsync());
                foreach (var entry in update!.Entry!) await store.SaveAsync(entry.Id!, "");
                return Ok();
            }

            [HttpPost("b")]
            public IActionResult Blocked()
            {
                var update = JsonSerializer.Deserialize<Update>(new StreamReader(Request.Body).ReadToEndAsync().[|Result|]);
                foreach (var entry in update!.Entry!) Console.WriteLine(entry.Id);
                return Ok();
            }

            [HttpPost("c")]
            public async Task<IActionResult> Elsewhere([FromBody] string text) { await Task.Delay(1000); return Ok(text); }
        }
        """);
}
