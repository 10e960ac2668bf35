using Dialog360.Analyzers.Tests.Sending;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>DLG0204. <c>SEND</c> stands for the call of <c>PostAsJsonAsync</c> with a template.</summary>
public sealed class TransientFailureNotRetriedTests
{
    private const string Id = "DLG0204";

    [Theory]
    [InlineData("await SEND;")]
    [InlineData("_ = await SEND;")]
    [InlineData("var r = await SEND;")]
    [InlineData("var r = await SEND; if (!r.IsSuccessStatusCode) Console.WriteLine(\"not sent\");")]
    [InlineData("var r = await SEND; if (!r.IsSuccessStatusCode) { Console.Error.WriteLine(await r.Content.ReadAsStringAsync()); return; }")]
    [InlineData("var r = await SEND; Console.WriteLine(r.StatusCode);")]
    [InlineData("var r = await SEND; log.LogInformation(\"sent\");")]
    [InlineData("var r = await SEND; if (r.IsSuccessStatusCode) log.LogInformation(\"sent\"); else log.LogError(\"failed\");")]
    [InlineData("try { var r = await SEND; r.EnsureSuccessStatusCode(); } catch (HttpRequestException e) { Console.WriteLine(e); }")]
    [InlineData("try { (await SEND).EnsureSuccessStatusCode(); } catch (Exception e) { log.LogError(e.Message); }")]
    [InlineData("try { await SEND; } catch { }")]
    [InlineData("if (to == null) throw new ArgumentNullException(nameof(to)); await SEND;")]
    [InlineData("foreach (var phone in phones) { to = phone; var code = (await client.[|PostAsJsonAsync|](\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to = phone, type = \"text\", text = new { body = \"x\" } })).StatusCode; await Task.Delay(100); }")]
    [InlineData("SEND.Wait();")]
    [InlineData("var r = SEND.Result; if (!r.IsSuccessStatusCode) System.Diagnostics.Debug.WriteLine(r.StatusCode);")]
    [InlineData("await SEND; await SEND;")]
    // In loops over recipients, and in lambdas that run here.
    [InlineData("for (int i = 0; i < phones.Count; i++) { await client.[|PostAsJsonAsync|](\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to = phones[i], type = \"text\", text = new { body = \"x\" } }); await Task.Delay(100); }")]
    [InlineData("int i = 0; while (i < phones.Count) { await client.[|PostAsJsonAsync|](\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to = phones[i], type = \"text\", text = new { body = \"x\" } }); i++; await Task.Delay(100); }")]
    [InlineData("await Task.WhenAll(phones.Select(async to => { await SEND; }));")]
    [InlineData("await Parallel.ForEachAsync(phones, async (to, stop) => { var r = await SEND; if (!r.IsSuccessStatusCode) Console.WriteLine(to); });")]
    [InlineData("await Task.Run(async () => { await SEND; });")]
    public void Reported(string statements) => SendingProgram.Of(Program(statements)).Check(Id);

    [Theory]
    // Handed on.
    [InlineData("var r = await SEND; r.EnsureSuccessStatusCode();")]
    [InlineData("(await SEND).EnsureSuccessStatusCode();")]
    [InlineData("var r = await SEND; if (!r.IsSuccessStatusCode) throw new Exception(\"not sent\");")]
    [InlineData("var r = await SEND; last = r.StatusCode;")]
    [InlineData("var r = await SEND; if (!r.IsSuccessStatusCode) failed.Enqueue(to);")]
    [InlineData("var r = await SEND; if (!r.IsSuccessStatusCode) failed.Add(to);")]
    [InlineData("var r = await SEND; await Report(r);")]
    [InlineData("try { (await SEND).EnsureSuccessStatusCode(); } catch (HttpRequestException e) { Console.WriteLine(e); throw; }")]
    [InlineData("try { (await SEND).EnsureSuccessStatusCode(); } catch (TaskCanceledException e) { Console.WriteLine(e); }")]
    [InlineData("try { (await SEND).EnsureSuccessStatusCode(); } catch (Exception) { failed.Add(to); }")]
    // Retried.
    [InlineData("for (int i = 0; i < 3; i++) { var r = await SEND; if (r.IsSuccessStatusCode) return; await Task.Delay(1000); }")]
    [InlineData("while (true) { var r = await SEND; if ((int)r.StatusCode < 500) break; }")]
    [InlineData("foreach (var pause in pauses) { var r = await SEND; if (r.IsSuccessStatusCode) break; await Task.Delay(pause); }")]
    [InlineData("await Twice(() => SEND);")]
    [InlineData("await Twice(async () => { var r = await SEND; if (!r.IsSuccessStatusCode) Console.WriteLine(\"again\"); return r; });")]
    [InlineData("while (true) { await SEND; await Task.Delay(60000); }")]
    [InlineData("await Task.WhenAll(phones.Select(async to => { var r = await SEND; if (!r.IsSuccessStatusCode) failed.Add(to); }));")]
    [InlineData("var all = await Task.WhenAll(phones.Select(async to => await SEND)); if (all.Any(r => !r.IsSuccessStatusCode)) throw new Exception();")]
    [InlineData("Func<Task> later = async () => { await SEND; }; await later();")]
    // No send.
    [InlineData("await client.GetAsync(\"https://waba-v2.360dialog.io/health_status\");")]
    [InlineData("await client.PostAsJsonAsync(\"https://example.org/orders\", new { to });")]
    public void Not_reported(string statements) =>
        SendingProgram.Of(Program(statements).Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)).Check(Id);

    [Theory]
    [InlineData("Task<HttpResponseMessage> Send(string to) => SEND;")]
    [InlineData("async Task<bool> Send(string to) { var r = await SEND; return r.IsSuccessStatusCode; }")]
    [InlineData("async Task<HttpStatusCode> Send(string to) { var r = await SEND; if (!r.IsSuccessStatusCode) Console.WriteLine(to); return r.StatusCode; }")]
    [InlineData("Task Send(string to) { return SEND; }")]
    [InlineData("async Task Send(string to) { await SEND; } static void Setup(IServiceCollection services) => AddStandardResilienceHandler(services); static void AddStandardResilienceHandler(IServiceCollection services) { }")]
    [InlineData("async Task Send(string to) { await SEND; } class RetryHandler : DelegatingHandler { }")]
    public void Methods_are_not_reported(string method) =>
        SendingProgram.Of(Program("", method).Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)).Check(Id);

    [Theory]
    [InlineData("async Task<bool> Send(string to) { var r = await SEND; if (!r.IsSuccessStatusCode) Console.WriteLine(to); return true; }")]
    [InlineData("async Task<int> Send(string to) { int count = to.Length; await SEND; return count; }")]
    [InlineData("async Task Send(string to) { using var client = new HttpClient(); await SEND; } class RetryHandler : DelegatingHandler { }")]
    [InlineData("async Task Send(string to) { using var client = new HttpClient(new HttpClientHandler()); await SEND; } class RetryHandler : DelegatingHandler { }")]
    public void Methods_are_reported(string method) => SendingProgram.Of(Program("", method)).Check(Id);

    [Theory]
    [InlineData("async Task Send(string to) { using var client = new HttpClient(new RetryHandler()); await SEND; } class RetryHandler : DelegatingHandler { }")]
    [InlineData("async Task<bool> Send(string to) { try { var r = await SEND; r.EnsureSuccessStatusCode(); return true; } catch (HttpRequestException) { return false; } }")]
    [InlineData("async Task<bool> Send(string to) { var r = await SEND; bool sent = r.IsSuccessStatusCode; Console.WriteLine(sent); return sent; }")]
    [InlineData("async Task<bool> Send(string to) { var r = await SEND; if (r.IsSuccessStatusCode) { return true; } return false; }")]
    public void Methods_that_hand_on_or_retry_are_not_reported(string method) => Methods_are_not_reported(method);

    private static string Program(string statements, string method = "") => $$"""
        interface ILog { void LogInformation(string text); void LogError(string text); }
        interface IFailed { void Enqueue(string to); void Add(string to); }
        class A(HttpClient client, ILog log, IFailed failed)
        {
            HttpStatusCode last;
            Task Report(HttpResponseMessage r) => Task.CompletedTask;
            Task Twice(Func<Task<HttpResponseMessage>> send) => Task.CompletedTask;
            {{method}}
            async Task M(string to, List<string> phones, int[] pauses)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """.Replace("SEND", "client.[|PostAsJsonAsync|](\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } })", StringComparison.Ordinal);
}
