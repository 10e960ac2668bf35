using Dialog360.Analyzers.Tests.Sending;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>DLG0203. <c>SEND</c> stands for the call of <c>PostAsJsonAsync</c> with a template, <c>WRAPPED</c> for a call of a method that makes it.</summary>
public sealed class UnpacedLoopTests
{
    private const string Id = "DLG0203";

    [Theory]
    [InlineData("foreach (var to in phones) { await SEND; }")]
    [InlineData("foreach (var to in phones) await SEND;")]
    [InlineData("foreach (var to in phones.Where(p => p != null).Distinct()) await SEND;")]
    [InlineData("for (int i = 0; i < phones.Count; i++) { var to = phones[i]; await SEND; }")]
    [InlineData("int i = 0; while (i < phones.Count) { var to = phones[i++]; await SEND; }")]
    [InlineData("int i = 0; do { var to = phones[i++]; await SEND; } while (i < phones.Count);")]
    [InlineData("foreach (var to in phones) { var answer = await SEND; answer.EnsureSuccessStatusCode(); }")]
    [InlineData("foreach (var to in phones) { try { await SEND; } catch (Exception e) { Console.WriteLine(e); } }")]
    [InlineData("foreach (var to in phones) { if (to.Length > 5) await SEND; }")]
    [InlineData("foreach (var to in phones) { if (to == null) continue; await SEND; }")]
    [InlineData("foreach (var to in phones) { if (token.IsCancellationRequested) break; await SEND; }")]
    [InlineData("while (!token.IsCancellationRequested) { foreach (var to in phones) { await SEND; } await Task.Delay(60000, token); }")]
    [InlineData("await Task.WhenAll(phones.Select(async to => await SEND));")]
    [InlineData("await Task.WhenAll(phones.Select(to => SEND));")]
    [InlineData("var tasks = phones.Select(async to => { await SEND; }); await Task.WhenAll(tasks);")]
    [InlineData("var tasks = phones.Select(to => SEND).ToList(); await Task.WhenAll(tasks);")]
    [InlineData("await Parallel.ForEachAsync(phones, async (to, stop) => await SEND);")]
    [InlineData("Parallel.ForEach(phones, to => { SEND.Wait(); });")]
    [InlineData("phones.ForEach(to => SEND.Wait());")]
    [InlineData("var tasks = new List<Task>(); foreach (var to in phones) tasks.Add(SEND); await Task.WhenAll(tasks);")]
    [InlineData("var tasks = new List<Task>(); foreach (var to in phones) { tasks.Add(Task.Run(() => SEND)); } await Task.WhenAll(tasks);")]
    [InlineData("foreach (var to in phones) { await WRAPPED; }")]
    [InlineData("await Task.WhenAll(phones.Select(to => WRAPPED));")]
    [InlineData("for (int i = 0; i < phones.Count; i++) { var to = phones[i]; await WRAPPED; }")]
    [InlineData("foreach (var batch in phones.Chunk(10)) foreach (var to in batch) await SEND;")]
    [InlineData("foreach (var to in phones) { await sender.[|ByInterface|](to); }")]
    [InlineData("foreach (var to in phones) { await [|Post|](new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }); }")]
    // The loop is left for other reasons than the answer, or when a send fails.
    [InlineData("foreach (var to in phones) { await SEND; if (token.IsCancellationRequested) break; }")]
    [InlineData("int sent = 0; foreach (var to in phones) { await SEND; sent++; if (sent >= 1000) return; }")]
    [InlineData("int i = 0; while (true) { var to = phones[i]; await SEND; i++; if (i == phones.Count) break; }")]
    [InlineData("foreach (var to in phones) { try { await SEND; } catch (HttpRequestException) { break; } }")]
    [InlineData("foreach (var to in phones) { var answer = await SEND; if (!answer.IsSuccessStatusCode) break; }")]
    [InlineData("for (int i = 0; i < phones.Count; i++) { var answer = await client.[|PostAsJsonAsync|](\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to = phones[i], type = \"text\", text = new { body = \"x\" } }); if (!answer.IsSuccessStatusCode) return; }")]
    // The first that takes it: another recipient in each turn.
    [InlineData("foreach (var to in phones) { var answer = await SEND; if (answer.IsSuccessStatusCode) return; }")]
    // A retry within the loop.
    [InlineData("foreach (var to in phones) { for (int i = 0; i < 3; i++) { var answer = await SEND; if (answer.IsSuccessStatusCode) break; } }")]
    // Run by a method that calls its delegate.
    [InlineData("foreach (var to in phones) { await Again(() => SEND); }")]
    // Out of a database, a reader, a method that does not pause.
    [InlineData("while (await rows.ReadAsync()) { var to = rows.GetString(0); await SEND; }")]
    [InlineData("await foreach (var to in phones.AsQueryable().AsAsyncEnumerable()) { await SEND; }")]
    [InlineData("foreach (var to in phones) { Count(); await SEND; }")]
    public void Reported(string statements) => SendingProgram.Of(Program(statements)).Check(Id);

    [Theory]
    // Paced.
    [InlineData("foreach (var to in phones) { await SEND; await Task.Delay(50); }")]
    [InlineData("foreach (var to in phones) { Thread.Sleep(50); await SEND; }")]
    [InlineData("foreach (var to in phones) { await gate.WaitAsync(); try { await SEND; } finally { gate.Release(); } }")]
    [InlineData("await Task.WhenAll(phones.Select(async to => { await gate.WaitAsync(); try { await SEND; } finally { gate.Release(); } }));")]
    [InlineData("using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1)); foreach (var to in phones) { await timer.WaitForNextTickAsync(); await SEND; }")]
    [InlineData("await Parallel.ForEachAsync(phones, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (to, stop) => await SEND);")]
    [InlineData("foreach (var batch in phones.Chunk(10)) { foreach (var to in batch) await SEND; await Task.Delay(1000); }")]
    [InlineData("foreach (var batch in phones.Chunk(10)) { await Task.WhenAll(batch.Select(to => SEND)); await Task.Delay(1000); }")]
    [InlineData("foreach (var to in phones) { await PACED; }")]
    [InlineData("foreach (var to in phones) { await limiter.RateLimitAsync(); await SEND; }")]
    [InlineData("foreach (var to in phones) { await SEND; await Pause(); }")]
    [InlineData("foreach (var to in phones) { await bucket.Take(); await SEND; }")]
    [InlineData("var options = new ParallelOptions(); options.MaxDegreeOfParallelism = 4; await Parallel.ForEachAsync(phones, options, async (to, stop) => await SEND);")]
    // No loop, or one that does not send.
    [InlineData("var to = phones[0]; await SEND;")]
    [InlineData("var to = phones[0]; foreach (var p in phones) Console.WriteLine(p); await SEND;")]
    [InlineData("foreach (var to in phones) { Console.WriteLine(to); }")]
    [InlineData("foreach (var to in phones) { await sender.Nothing(to); }")]
    [InlineData("foreach (var to in phones) { await client.GetAsync(\"https://waba-v2.360dialog.io/health_status\"); }")]
    [InlineData("foreach (var to in phones) { await client.PostAsJsonAsync(\"https://example.org/hook\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }); }")]
    [InlineData("foreach (var id in phones) { await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", status = \"read\", message_id = id }); }")]
    [InlineData("foreach (var url in phones) { await Post(new { url }); }")]
    // Retries.
    [InlineData("var to = phones[0]; for (int i = 0; i < 3; i++) { var answer = await SEND; if (answer.IsSuccessStatusCode) break; }")]
    [InlineData("var to = phones[0]; while (true) { var answer = await SEND; if (answer.IsSuccessStatusCode) return; }")]
    [InlineData("var to = phones[0]; for (int attempt = 0; attempt < 3; attempt++) { await SEND; }")]
    [InlineData("var to = phones[0]; for (int i = 0; i < 3; i++) { try { await SEND; break; } catch (TaskCanceledException) { } }")]
    [InlineData("var to = phones[0]; bool sent = false; while (!sent) { var answer = await SEND; sent = answer.IsSuccessStatusCode; }")]
    [InlineData("var to = phones[0]; for (int i = 0; i < 3; i++) { var result = Read(await SEND); if (result.Passed) break; }")]
    [InlineData("var to = phones[0]; foreach (int seconds in new[] { 1, 5, 25 }) { if ((await SEND).IsSuccessStatusCode) return; }")]
    [InlineData("var to = phones[0]; int n = 0; do { if ((await SEND).StatusCode != HttpStatusCode.TooManyRequests) return; } while (n++ < 3);")]
    // Consumers.
    [InlineData("await foreach (var to in channel.Reader.ReadAllAsync(token)) { await SEND; }")]
    [InlineData("while (await channel.Reader.WaitToReadAsync(token)) { var to = await channel.Reader.ReadAsync(token); await SEND; }")]
    [InlineData("while (queue.TryDequeue(out var to)) { await SEND; }")]
    [InlineData("foreach (var to in blocking.GetConsumingEnumerable()) { await SEND; }")]
    // Inbound updates, and the parts of one message.
    [InlineData("foreach (var message in hook.Messages) { var to = message; await SEND; }")]
    [InlineData("foreach (var entry in hook.entry) { var to = entry; await SEND; }")]
    [InlineData("var to = phones[0]; foreach (var file in files) { await SEND; }")]
    [InlineData("var to = phones[0]; var rows = files; foreach (var row in rows) { await SEND; }")]
    public void Not_reported(string statements) =>
        SendingProgram.Of(Program(statements).Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)).Check(Id);

    private static string Program(string statements) => $$"""
        using System.Threading.Channels;
        using System.Collections.Concurrent;
        interface ISender { Task ByInterface(string to); Task Nothing(string to); }
        class Sender(HttpClient client) : ISender
        {
            public Task ByInterface(string to) => client.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
            public Task Nothing(string to) => Task.CompletedTask;
        }
        class Bucket { public async Task Take() { while (Full()) { await Task.Delay(50); } } bool Full() => false; }
        class Result { public bool Passed { get; set; } }
        static class Queries { public static IAsyncEnumerable<T> AsAsyncEnumerable<T>(this IQueryable<T> query) => null; }
        class Limiter { public Task RateLimitAsync() => null; }
        class Hook { public List<string> Messages { get; set; } public List<string> entry { get; set; } }
        class A(HttpClient client, ISender sender, Limiter limiter, Channel<string> channel, ConcurrentQueue<string> queue, BlockingCollection<string> blocking, Bucket bucket, System.Data.Common.DbDataReader rows)
        {
            static readonly SemaphoreSlim gate = new(4);
            Task Wrapped(string to) => Inner(to);
            Task Inner(string to) => client.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
            static Task Pause() => Task.Delay(TimeSpan.FromMilliseconds(100));
            static void Count() { }
            static Result Read(HttpResponseMessage answer) => null;
            static async Task Again(Func<Task<HttpResponseMessage>> send) { await send(); await send(); }
            async Task Paced(string to) { await gate.WaitAsync(); try { await Inner(to); } finally { gate.Release(); } }
            Task Post(object body) => client.PostAsJsonAsync("messages", body);
            async Task M(List<string> phones, List<string> files, Hook hook, CancellationToken token)
            {
                {{statements
                    .Replace("SEND", "client.[|PostAsJsonAsync|](\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } })", StringComparison.Ordinal)
                    .Replace("WRAPPED", "[|Wrapped|](to)", StringComparison.Ordinal)
                    .Replace("PACED", "Paced(to)", StringComparison.Ordinal)}}
            }
        }
        """;

    [Theory]
    [InlineData(2)]
    [InlineData(12)]
    [InlineData(300)]
    public void A_send_at_the_end_of_a_chain_of_calls_is_found(int length) => Chain(length, "first.[|Step0|](to)", "");

    [Theory]
    [InlineData(2)]
    [InlineData(12)]
    public void A_pause_on_the_way_is_one(int length) => Chain(length, "first.Step0(to)", "await Task.Delay(20); ");

    [Fact]
    public void A_circle_of_calls_ends() => SendingProgram.Of("""
        class Circle(HttpClient http)
        {
            async Task One(string to) { await Two(to); }
            async Task Two(string to) { await One(to); await Three(to); }
            Task Three(string to) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
            async Task All(List<string> phones) { foreach (string to in phones) { await [|One|](to); } foreach (string to in phones) { await [|Two|](to); } }
        }
        """).Check(Id);

    private static void Chain(int length, string call, string pause)
    {
        string steps = string.Concat(Enumerable.Range(0, length).Select(step => $"public async Task Step{step}(string to) {{ {(step == length / 2 ? pause : "")}await Step{step + 1}(to); }}\n"));
        SendingProgram.Of($$"""
            class Chain(HttpClient http)
            {
            {{steps}}
                Task Step{{length}}(string to) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
            }
            class Campaign { async Task Run(Chain first, List<string> phones) { foreach (string to in phones) { await {{call}}; } } }
            """).Check(Id);
    }
}
