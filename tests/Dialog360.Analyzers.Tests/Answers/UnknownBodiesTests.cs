using Dialog360.Analyzers.Tests.Infrastructure;
using Dialog360.Analyzers.Tests.Sending;

namespace Dialog360.Analyzers.Tests.Answers;

/// <summary>Whatever goes to the address of messages is a message as long as nobody shows that it is something else: also a parameter that no visible caller gives.</summary>
public sealed class UnknownBodiesTests
{
    [Fact]
    public void Answers_to_what_a_parameter_holds() => AnswerProgram.OfMembers(
        "public async Task Send(object message) { await client.[|PostAsJsonAsync|](URL, message); }",
        "public async Task Send<T>(T message) { await client.[|PostAsJsonAsync|](URL, message); }",
        "public async Task Send(string json) { await client.[|PostAsync|](URL, new StringContent(json, Encoding.UTF8, \"application/json\")); }",
        "public void Send(object message) { _ = client.[|PostAsJsonAsync|](URL, message); }",
        "public async Task<string> Send(object message) { var r = await client.[|PostAsJsonAsync|](URL, message); return await r.Content.ReadAsStringAsync(); }",
        "public Task<HttpResponseMessage> Raw(object message) => client.PostAsJsonAsync(URL, message); public async Task Send(object message) { await [|Raw|](message); }",
        "async Task<bool> Try(object message) { var r = await client.PostAsJsonAsync(URL, message); return r.IsSuccessStatusCode; } public async Task Send(object message) { await [|Try|](message); }",
        "async Task Post(object message) { await client.[|PostAsJsonAsync|](URL, message); } public Task Send(object message) => Post(message);").Check("DLG0301");

    [Fact]
    public void Answers_that_are_looked_at_and_bodies_that_are_no_messages() => AnswerProgram.OfMembers(
        "public async Task Send(object message) { (await client.PostAsJsonAsync(URL, message)).EnsureSuccessStatusCode(); }",
        "public Task<HttpResponseMessage> Raw(object message) => client.PostAsJsonAsync(URL, message);",
        "async Task Post(object message) { await client.PostAsJsonAsync(URL, message); } public Task Read(string id) => Post(new { messaging_product = \"whatsapp\", status = \"read\", message_id = id });",
        "public async Task Elsewhere(object message) { await client.PostAsJsonAsync(\"https://sms.example.org/messages\", message); }").Check("DLG0301");

    [Fact]
    public void Only_one_status_is_taken_for_success() => AnswerProgram.OfMembers(
        "public async Task<bool> Send(object message) { var r = await client.PostAsJsonAsync(URL, message); return [|r.StatusCode == HttpStatusCode.Created|]; }",
        "public async Task<bool> Ok(object message) { var r = await client.PostAsJsonAsync(URL, message); return r.StatusCode == HttpStatusCode.OK; }").Check("DLG0308");

    [Fact]
    public void Retries() => AnswerProgram.OfMembers(
        "public async Task Send(object message) { [|for|] (int i = 0; i < 3; i++) { var r = await client.PostAsJsonAsync(URL, message); if (r.IsSuccessStatusCode) return; await Task.Delay(1000); } }",
        "public async Task Send(object message) { while (true) { try { (await client.PostAsJsonAsync(URL, message)).EnsureSuccessStatusCode(); return; } [|catch|] (HttpRequestException) { await Task.Delay(500); } } }",
        "public async Task Good(object message) { for (int i = 0; i < 3; i++) { var r = await client.PostAsJsonAsync(URL, message); if ((int)r.StatusCode < 500) return; await Task.Delay(1000); } }").Check("DLG0205");

    [Fact]
    public void A_switch_on_two_thousand_codes_in_a_loop_is_followed_in_seconds() => AnswerProgram.OfMembers(
        "public async Task Send(object message) { for (int i = 0; i < 3; i++) { var r = await client.PostAsJsonAsync(URL, message); if (r.IsSuccessStatusCode) return; "
        + "int code = JsonDocument.Parse(await r.Content.ReadAsStringAsync()).RootElement.GetProperty(\"error\").GetProperty(\"code\").GetInt32(); switch (code) { "
        + string.Concat(Enumerable.Range(100_000, 2_000).Select(static code => $"case {code}: log.LogError(\"{code}\"); break; ")) + "} } }").Check("DLG0205");

    [Fact]
    public void Handlers_of_the_client_see_the_answer_first() => AnswerProgram.Of("""
        public class Throwing : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var answer = await base.SendAsync(request, cancellationToken);
                if (!answer.IsSuccessStatusCode) throw new HttpRequestException("" + answer.StatusCode);
                return answer;
            }
        }
        public class Tagging : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                request.Headers.Add("X-Tag", "1");
                return await base.SendAsync(request, cancellationToken);
            }
        }
        public class Guarded
        {
            private readonly HttpClient _client = new HttpClient(new Throwing { InnerHandler = new HttpClientHandler() });
            public async Task Send(string to) { await _client.PostAsJsonAsync(URL, BODY); }
            public async Task<JsonDocument> Read(string to) { var r = await _client.PostAsJsonAsync(URL, BODY); return JsonDocument.Parse(await r.Content.ReadAsStringAsync()); }
        }
        public class Tagged
        {
            private readonly HttpClient _client = new HttpClient(new Tagging { InnerHandler = new HttpClientHandler() });
            public async Task Send(string to) { await _client.[|PostAsJsonAsync|](URL, BODY); }
        }
        """).Check("DLG0301");

    [Fact]
    public void A_body_behind_a_handler_that_throws_is_JSON() => AnswerProgram.Of("""
        public class Throwing : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var answer = await base.SendAsync(request, cancellationToken);
                answer.EnsureSuccessStatusCode();
                return answer;
            }
        }
        public class Logging : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var answer = await base.SendAsync(request, cancellationToken);
                Console.WriteLine(answer.StatusCode);
                return answer;
            }
        }
        public class Guarded
        {
            private readonly HttpClient _client = new HttpClient(new Throwing { InnerHandler = new HttpClientHandler() });
            public async Task<JsonDocument> Read(string to) { var r = await _client.PostAsJsonAsync(URL, BODY); return JsonDocument.Parse(await r.Content.ReadAsStringAsync()); }
        }
        public class Logged
        {
            private readonly HttpClient _client = new HttpClient(new Logging { InnerHandler = new HttpClientHandler() });
            public async Task<JsonDocument> Read(string to) { var r = await _client.PostAsJsonAsync(URL, BODY); return JsonDocument.[|Parse|](await r.Content.ReadAsStringAsync()); }
        }
        """).Check("DLG0302");

    [Fact]
    public void A_wrapper_for_any_request_reads_JSON_of_messages_too() => AnswerProgram.Of("""
        public class Wrapper(HttpClient client)
        {
            public async Task<T> Post<T>(string url, object body)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
                using var answer = await client.SendAsync(request);
                return JsonSerializer.[|Deserialize|]<T>(await answer.Content.ReadAsStringAsync());
            }
        }
        public class OfOthers(HttpClient client)
        {
            public async Task<T> Post<T>(string url, object body)
            {
                using var answer = await client.PostAsJsonAsync(url, body);
                return JsonSerializer.Deserialize<T>(await answer.Content.ReadAsStringAsync());
            }
        }
        public class Use(Wrapper wrapper, OfOthers others)
        {
            public Task<Answer> Send(string to) => wrapper.Post<Answer>(URL, BODY);
            public Task<Answer> Other(string to) => others.Post<Answer>("https://sms.example.org/send", new { to });
        }
        """).Check("DLG0302");

    [Fact]
    public void Half_typed_envelopes_are_no_fault() => new TestProgram("DLG0901", """
        // 360dialog
        public class D360Meta { public bool Success { get; set; } [JsonPropertyName("http_code")] public int HttpCode { get; set; } public string? { get; set; } public int ; }
        public class Reader { int? Read(D360Meta meta) { var code = meta.HttpCode; return meta?. ; } }
        """).Check(mayHaveErrors: true);

    [Fact]
    public void Codes_in_the_answer_of_another_host_are_not_ours() => AnswerProgram.OfMembers(
        "public async Task<string> Sms(string to) { var r = await client.PostAsJsonAsync(\"https://sms.example.org/send\", new { to }); var j = await r.Content.ReadFromJsonAsync<JsonElement>(); switch (j.GetProperty(\"code\").GetInt32()) { case 470: return \"a\"; case 1006: return \"b\"; } return null; }",
        "public async Task Ours(string to) { var r = await SEND; var j = JsonDocument.Parse(await r.Content.ReadAsStringAsync()).RootElement; [|switch|] (j.GetProperty(\"error\").GetProperty(\"code\").GetInt32()) { case 131047: store.Add(to); break; case 131026: store.Add(r); break; } }").Check("DLG0305");

    [Fact]
    public void What_failed_is_put_back_into_its_queue() => SendingProgram.Of(AnswerProgram.Expanded("""
        public record Out(string To, int Attempt);
        public class Worker(System.Threading.Channels.Channel<Out> channel, System.Threading.Channels.Channel<Out> dead, System.Collections.Concurrent.BlockingCollection<Out> items, HttpClient client)
        {
            async Task<HttpResponseMessage> Send(Out item) { var to = item.To; return await SEND; }
            public async Task Back(CancellationToken cancel)
            {
                await foreach (var item in channel.Reader.ReadAllAsync(cancel))
                {
                    var r = await Send(item);
                    if ([|!r.IsSuccessStatusCode|]) await channel.Writer.WriteAsync(item with { Attempt = item.Attempt + 1 }, cancel);
                }
            }
            public async Task BackByException(CancellationToken cancel)
            {
                foreach (var item in items.GetConsumingEnumerable(cancel))
                {
                    try { var r = await Send(item); r.EnsureSuccessStatusCode(); }
                    [|catch|] (HttpRequestException) { items.Add(new Out(item.To, item.Attempt + 1)); }
                }
            }
            public async Task Drained(CancellationToken cancel)
            {
                while (await channel.Reader.WaitToReadAsync(cancel))
                    while (channel.Reader.TryRead(out var item))
                    {
                        var r = await Send(item);
                        if ([|!r.IsSuccessStatusCode|] && item.Attempt < 5) channel.Writer.TryWrite(item with { Attempt = item.Attempt + 1 });
                    }
            }
            public async Task Dead(CancellationToken cancel)
            {
                await foreach (var item in channel.Reader.ReadAllAsync(cancel))
                {
                    var r = await Send(item);
                    if (!r.IsSuccessStatusCode) await dead.Writer.WriteAsync(item, cancel);
                }
            }
            public async Task Transient(CancellationToken cancel)
            {
                foreach (var item in items.GetConsumingEnumerable(cancel))
                {
                    var r = await Send(item);
                    if ((int)r.StatusCode >= 500) items.Add(item);
                    else if (!r.IsSuccessStatusCode) Console.Error.WriteLine(r.StatusCode);
                }
            }
            public async Task Next(CancellationToken cancel)
            {
                while (items.TryTake(out var item, 100))
                {
                    var r = await Send(item);
                    if (r.IsSuccessStatusCode) items.Add(new Out("4912345678", 0));
                }
            }
        }
        """)).Check("DLG0205");
}
