namespace Dialog360.Analyzers.Tests.Answers;

/// <summary>DLG0301. See <see cref="AnswerProgram"/> for the words in capitals.</summary>
public sealed class AnswerIgnoredTests
{
    private const string Id = "DLG0301";

    [Fact]
    public void Answers_of_HttpClient_that_are_ignored() => AnswerProgram.OfStatements(
        "await [|SEND|];",
        "var r = await [|SEND|];",
        "using var r = await [|SEND|];",
        "using (var r = await [|SEND|]) { }",
        "using (await [|SEND|]) { }",
        "[|SEND|].Wait();",
        "[|SEND|].GetAwaiter().GetResult();",
        "var r = [|SEND|].Result;",
        "await [|SEND|].ConfigureAwait(false);",
        "[|SEND|];",
        "_ = [|SEND|];",
        "var task = [|SEND|]; await task;",
        "HttpResponseMessage r; r = await [|SEND|];",
        "var r = await [|SEND|]; var body = await r.Content.ReadAsStringAsync();",
        "var r = await [|SEND|]; var body = await r.Content.ReadAsStringAsync(); log.LogInformation(body);",
        "var r = await [|SEND|]; log.LogInformation(\"sent: \" + await r.Content.ReadAsStringAsync());",
        "Console.WriteLine(await (await [|SEND|]).Content.ReadAsStringAsync());",
        "var r = await [|SEND|]; log.LogInformation($\"answer {await r.Content.ReadAsStringAsync()}\");",
        "var r = await [|SEND|]; if (r == null) return; log.LogInformation(\"sent\");",
        "var r = await [|SEND|]; log.LogInformation(\"sent\");",
        "var code = (await [|SEND|]).StatusCode;",
        "var r = await [|SEND|]; var read = await r.Content.ReadFromJsonAsync<Answer>();",
        "var r = await [|SEND|]; var read = JsonSerializer.Deserialize<Answer>(await r.Content.ReadAsStringAsync());",
        "try { await [|SEND|]; } catch (Exception e) { log.LogError(e.Message); }",
        "foreach (var phone in phones) { await [|SEND|]; }",
        "phones.ForEach(async phone => await [|SEND|]);",
        "await Task.Run(() => [|SEND|]);",
        "await Task.WhenAll(phones.Select(phone => [|SEND|]));",
        "await Task.WhenAll(phones.Select(async phone => await [|SEND|]));",
        "var request = new HttpRequestMessage(HttpMethod.Post, URL) { Content = JsonContent.Create(BODY) }; await client.[|SendAsync|](request);",
        "var content = new StringContent(JsonSerializer.Serialize(BODY), Encoding.UTF8, \"application/json\"); var r = await client.[|PostAsync|](URL, content); log.LogInformation(\"ok\");").Check(Id);

    [Fact]
    public void Answers_of_HttpClient_that_are_looked_at() => AnswerProgram.OfStatements(
        "var r = await SEND; r.EnsureSuccessStatusCode();",
        "(await SEND).EnsureSuccessStatusCode();",
        "_ = await SEND;",
        "_ = await SEND.ConfigureAwait(false);",
        "var r = await SEND; if (!r.IsSuccessStatusCode) log.LogError(\"failed\");",
        "var r = await SEND; if (r.IsSuccessStatusCode) return; store.Add(to);",
        "if ((await SEND).StatusCode != HttpStatusCode.OK) throw new Exception();",
        "var r = await SEND; var ok = r.IsSuccessStatusCode; if (!ok) store.Add(to);",
        "var r = await SEND; log.LogInformation(r.StatusCode.ToString());",
        "var r = await SEND; log.LogInformation($\"{(int)r.StatusCode} {await r.Content.ReadAsStringAsync()}\");",
        "var r = await SEND; log.LogWarning(\"answer {Status}\", r.StatusCode);",
        "Console.WriteLine(await SEND);",
        "var r = await SEND; Console.WriteLine(r.ToString());",
        "last = (await SEND).StatusCode;",
        "answers.Add(await SEND);",
        "store.Add(await SEND);",
        "var r = await SEND; var result = new { r.StatusCode, to }; store.Add(result);",
        "var r = await SEND; if (r is { IsSuccessStatusCode: true }) return; store.Add(to);",
        "var r = await SEND; if (r is not { StatusCode: HttpStatusCode.OK }) store.Add(to);",
        "switch ((await SEND).StatusCode) { case HttpStatusCode.OK: break; default: store.Add(to); break; }",
        "var text = (await SEND).StatusCode switch { HttpStatusCode.OK => \"sent\", _ => \"failed\" }; log.LogInformation(text);",
        "var r = await SEND; log.LogInformation(r.IsSuccessStatusCode ? \"sent\" : \"failed\");",
        "var r = await SEND; var body = await r.Content.ReadAsStringAsync(); if (body.Contains(\"error\")) throw new Exception(body);",
        "var r = await SEND; var read = await r.Content.ReadFromJsonAsync<Answer>(); if (read.error != null) log.LogError(read.error.message);",
        "var r = await SEND; using var doc = JsonDocument.Parse(await r.Content.ReadAsStringAsync()); if (doc.RootElement.TryGetProperty(\"error\", out var e)) log.LogError(e.ToString());",
        "var r = await SEND; var read = await r.Content.ReadFromJsonAsync<Answer>(); var id = read?.messages?.FirstOrDefault()?.id; if (id == null) store.Add(to);",
        "var all = await Task.WhenAll(phones.Select(phone => SEND)); if (all.Any(r => !r.IsSuccessStatusCode)) throw new Exception();",
        "foreach (var r in await Task.WhenAll(phones.Select(phone => SEND))) r.EnsureSuccessStatusCode();",
        "HttpResponseMessage r; while (!(r = await SEND).IsSuccessStatusCode) await Task.Delay(1000);",
        "for (int i = 0; i < 3; i++) { using var r = await SEND; if (r.IsSuccessStatusCode) break; }",
        "var r = await SEND; if ((int)r.StatusCode >= 400) { var body = await r.Content.ReadAsStringAsync(); throw new Exception(body); }",
        "var (r, at) = (await SEND, DateTime.UtcNow); r.EnsureSuccessStatusCode();",
        // No send of a message.
        "await client.PostAsJsonAsync(URL, new { messaging_product = \"whatsapp\", status = \"read\", message_id = to });",
        "await client.PostAsJsonAsync(URL, new { messaging_product = \"whatsapp\", status = \"read\", message_id = to, typing_indicator = new { type = \"text\" } });",
        "await client.PostAsJsonAsync(\"https://example.org/orders\", new { to });",
        "await client.GetAsync(\"https://waba-v2.360dialog.io/health_status\");").Check(Id);

    [Fact]
    public void Methods_that_drop_the_answer() => AnswerProgram.OfMembers(
        "public Task SendAsync(string to) => [|SEND|];",
        "public Task SendAsync(string to) { return [|SEND|]; }",
        "Func<string, Task> send => to => [|SEND|];",
        // The text alone.
        "public async Task<string> EnviarAsync(string to) { var r = await [|SEND|]; return await r.Content.ReadAsStringAsync(); }",
        "async Task<string> Post(string to) { using var r = await [|SEND|]; return await r.Content.ReadAsStringAsync(); } public async Task Run(string to) { var text = await Post(to); log.LogInformation(text); }",
        "async Task<string> Post(string to) => await (await [|SEND|]).Content.ReadAsStringAsync(); public async Task<string> Run(string to) => await Post(to);",
        // Handed to a method that does not look.
        "void Trace(HttpResponseMessage r) { } public async Task SendAsync(string to) { Trace(await [|SEND|]); }",
        "async Task Trace(HttpResponseMessage r) => log.LogInformation(await r.Content.ReadAsStringAsync()); public async Task SendAsync(string to) { await Trace(await [|SEND|]); }",
        // Waited for, and lost with the type.
        "public async Task Run(List<string> phones, string to) { var tasks = new List<Task>(); tasks.Add([|SEND|]); await Task.WhenAll(tasks); }",
        "public Task Run(string to) => [|SEND|].ContinueWith(t => log.LogInformation(\"sent\"));",
        // The host is known to the caller alone.
        "async Task PostAsync(object message) { await client.[|PostAsJsonAsync|](\"messages\", message); } public Task Hello(string to) => PostAsync(BODY);").Check(Id);

    [Fact]
    public void Methods_that_hand_the_answer_on() => AnswerProgram.OfMembers(
        "public Task<HttpResponseMessage> SendAsync(string to) => SEND;",
        "public Task SendAsync(string to) => SEND.ContinueWith(t => { if (!t.Result.IsSuccessStatusCode) log.LogError(\"failed\"); });",
        "public Task<bool> SendAsync(string to) => SEND.ContinueWith(t => t.Result.IsSuccessStatusCode);",
        "public async Task SendAsync(string to) { var tasks = new List<Task<HttpResponseMessage>>(); tasks.Add(SEND); foreach (var r in await Task.WhenAll(tasks)) r.EnsureSuccessStatusCode(); }",
        "public async Task<HttpResponseMessage> SendAsync(string to) { var r = await SEND; return r; }",
        "public async Task<bool> SendAsync(string to) => (await SEND).IsSuccessStatusCode;",
        "public async Task<HttpStatusCode> SendAsync(string to) => (await SEND).StatusCode;",
        "public async Task<(bool Ok, string Body)> SendAsync(string to) { var r = await SEND; return (r.IsSuccessStatusCode, await r.Content.ReadAsStringAsync()); }",
        "public async Task<string> SendAsync(string to) { var r = await SEND; var read = await r.Content.ReadFromJsonAsync<Answer>(); return read.messages[0].id; }",
        "public async Task<Answer> SendAsync(string to) => await (await SEND).Content.ReadFromJsonAsync<Answer>();",
        "static void Check(HttpResponseMessage r) { if (!r.IsSuccessStatusCode) throw new Exception(); } public async Task SendAsync(string to) { Check(await SEND); }",
        "static async Task Check(HttpResponseMessage r) { if (!r.IsSuccessStatusCode) throw new Exception(await r.Content.ReadAsStringAsync()); } public async Task SendAsync(string to) { var r = await SEND; await Check(r); }",
        "bool Ok(HttpResponseMessage r) => r.IsSuccessStatusCode; public async Task SendAsync(string to) { if (!Ok(await SEND)) store.Add(to); }",
        "void Log(HttpResponseMessage r) => log.LogInformation(r.StatusCode.ToString()); public async Task SendAsync(string to) => Log(await SEND);",
        // A caller reads more out of the text.
        "async Task<string> Post(string to) { var r = await SEND; return await r.Content.ReadAsStringAsync(); } public async Task Run(string to) { if ((await Post(to)).Contains(\"error\")) store.Add(to); }",
        "async Task<string> Post(string to) { var r = await SEND; return await r.Content.ReadAsStringAsync(); } public async Task<Answer> Run(string to) => JsonSerializer.Deserialize<Answer>(await Post(to));",
        "async Task<string> Post(string to) { var r = await SEND; return await r.Content.ReadAsStringAsync(); } async Task<string> Middle(string to) => await Post(to); public async Task Run(string to) { store.Add(await Middle(to)); }",
        "async Task Twice(Func<Task<HttpResponseMessage>> send) { var r = await send(); if (!r.IsSuccessStatusCode) await send(); } public Task Run(string to) => Twice(() => SEND);",
        "Task PostAsync(object message) => Check(client.PostAsJsonAsync(\"messages\", message)); async Task Check(Task<HttpResponseMessage> r) => (await r).EnsureSuccessStatusCode(); public Task Hello(string to) => PostAsync(BODY);").Check(Id);

    [Fact]
    public void Results_of_own_methods_that_are_dropped() => AnswerProgram.OfMembers(
        // Ein stilles bool, drei Namen.
        "public async Task<bool> EnviarAsync(string to) { var r = await SEND; return r.IsSuccessStatusCode; } public async Task Run(string to) { await [|EnviarAsync|](to); }",
        "public async Task<bool> GonderAsync(string to) { var r = await SEND; if (r.IsSuccessStatusCode) return true; return false; } public async Task Run(List<string> phones) { foreach (var to in phones) await [|GonderAsync|](to); }",
        "public async Task<bool> SendAsync(string to) { try { var r = await SEND; r.EnsureSuccessStatusCode(); return true; } catch (Exception) { return false; } } public async Task Run(string to) { var sent = await [|SendAsync|](to); }",
        "public async Task<HttpStatusCode> SendAsync(string to) => (await SEND).StatusCode; public void Run(string to) => [|SendAsync|](to).Wait();",
        "public async Task<(bool Ok, string Body)> SendAsync(string to) { var r = await SEND; return (r.IsSuccessStatusCode, await r.Content.ReadAsStringAsync()); } public async Task Run(string to) { await [|SendAsync|](to); }",
        "public async Task<string> SendAsync(string to) { var r = await SEND; if (!r.IsSuccessStatusCode) return null; return (await r.Content.ReadFromJsonAsync<Answer>()).messages[0].id; } public async Task Run(string to) { await [|SendAsync|](to); }",
        "public class Result { public bool Success; public string Error; } public async Task<Result> SendAsync(string to) { var r = await SEND; return new Result { Success = r.IsSuccessStatusCode }; } public async Task Run(string to) { await [|SendAsync|](to); }",
        "public Task<HttpResponseMessage> SendAsync(string to) => SEND; public async Task Run(string to) { await [|SendAsync|](to); }",
        "public Task<HttpResponseMessage> SendAsync(string to) => SEND; public async Task Run(string to) { var r = await [|SendAsync|](to); log.LogInformation(await r.Content.ReadAsStringAsync()); }",
        // Three methods up.
        "async Task<bool> Post(string to) => (await SEND).IsSuccessStatusCode; Task<bool> Text(string to) => Post(to); async Task<bool> Hello(string to) { var ok = await Text(to); return ok; } public async Task Run(string to) { await [|Hello|](to); }",
        // Through an interface.
        "public interface IWhatsApp { Task<bool> EnviarAsync(string to); } public class Real(HttpClient client) : IWhatsApp { public async Task<bool> EnviarAsync(string to) => (await SEND).IsSuccessStatusCode; } public async Task Run(IWhatsApp wa, string to) { await wa.[|EnviarAsync|](to); }",
        // Synchronous.
        "public bool Send(string to) { var r = SEND.Result; return r.StatusCode == HttpStatusCode.OK; } public void Run(string to) { [|Send|](to); }",
        "async Task<bool> PostAsync(object message) { var r = await client.PostAsJsonAsync(\"messages\", message); return r.IsSuccessStatusCode; } public async Task Hello(string to) { await [|PostAsync|](BODY); }").Check(Id);

    [Fact]
    public void Results_of_own_methods_that_need_not_be_looked_at() => AnswerProgram.OfMembers(
        "public async Task<bool> SendAsync(string to) { var r = await SEND; if (!r.IsSuccessStatusCode) log.LogError(\"failed\"); return r.IsSuccessStatusCode; } public async Task Run(string to) { await SendAsync(to); }",
        "public async Task<bool> SendAsync(string to) { var r = await SEND; if (r.IsSuccessStatusCode) return true; Console.WriteLine(\"failed\"); return false; } public async Task Run(string to) { await SendAsync(to); }",
        "public async Task<bool> SendAsync(string to) { try { (await SEND).EnsureSuccessStatusCode(); return true; } catch (Exception e) { log.LogError(e.Message); return false; } } public async Task Run(string to) { await SendAsync(to); }",
        "public async Task<bool> SendAsync(string to) { var r = await SEND; r.EnsureSuccessStatusCode(); return true; } public async Task Run(string to) { await SendAsync(to); }",
        "public async Task<bool> SendAsync(string to) { var r = await SEND; if (!r.IsSuccessStatusCode) store.Add(to); return r.IsSuccessStatusCode; } public async Task Run(string to) { await SendAsync(to); }",
        "public async Task<bool> SendAsync(string to) { var r = await SEND; last = r.StatusCode; return r.IsSuccessStatusCode; } public async Task Run(string to) { await SendAsync(to); }",
        "void Fehler(HttpResponseMessage r) => log.LogError(r.ReasonPhrase); public async Task<bool> SendAsync(string to) { var r = await SEND; if (!r.IsSuccessStatusCode) Fehler(r); return r.IsSuccessStatusCode; } public async Task Run(string to) { await SendAsync(to); }",
        "public async Task<bool> SendAsync(string to) => (await SEND).IsSuccessStatusCode; public async Task Run(string to) { if (!await SendAsync(to)) store.Add(to); }",
        "public async Task<bool> SendAsync(string to) => (await SEND).IsSuccessStatusCode; public async Task Run(string to) { _ = await SendAsync(to); }",
        "public async Task<bool> SendAsync(string to) => (await SEND).IsSuccessStatusCode; public async Task<bool> Run(string to) => await SendAsync(to);",
        "public async Task<bool> SendAsync(string to) => (await SEND).IsSuccessStatusCode; public async Task Run(List<string> phones) { int sent = 0; foreach (var to in phones) if (await SendAsync(to)) sent++; log.LogInformation(sent.ToString()); }",
        "public async Task<bool> SendAsync(string to) => (await SEND).IsSuccessStatusCode; public async Task Run(List<string> phones) { var all = await Task.WhenAll(phones.Select(SendAsync)); if (all.Contains(false)) store.Add(phones); }",
        "public async Task<string> SendAsync(string to) { var r = await SEND; return r.IsSuccessStatusCode ? \"sent\" : null; } public async Task Run(string to) { var id = await SendAsync(to) ?? throw new Exception(); }",
        "public Task<HttpResponseMessage> SendAsync(string to) => SEND; public async Task Run(string to) { (await SendAsync(to)).EnsureSuccessStatusCode(); }",
        "public Task Run(string to) => SendAsync(to); public async Task SendAsync(string to) { var r = await SEND; if (!r.IsSuccessStatusCode) throw new Exception(); }",
        "public async Task<int> CountAsync(string to) { (await SEND).EnsureSuccessStatusCode(); return 1; } public async Task Run(string to) { await CountAsync(to); }",
        // A circle of methods, of which none says anything.
        "async Task<bool> A(string to, int n) { if (n > 0) return await B(to, n - 1); (await SEND).EnsureSuccessStatusCode(); return true; } async Task<bool> B(string to, int n) => await A(to, n); public async Task Run(string to) { await B(to, 3); }",
        // A read receipt through the method that sends messages too.
        "async Task<bool> PostAsync(object body) { var r = await client.PostAsJsonAsync(\"messages\", body); return r.IsSuccessStatusCode; } public async Task Read(string id) { await PostAsync(new { messaging_product = \"whatsapp\", status = \"read\", message_id = id }); }",
        // Several implementations, of which one reacts.
        "public interface IWa { Task<bool> SendAsync(string to); } public class One(HttpClient client) : IWa { public async Task<bool> SendAsync(string to) => (await SEND).IsSuccessStatusCode; } public class Two(HttpClient client, ILog log) : IWa { public async Task<bool> SendAsync(string to) { var r = await SEND; if (!r.IsSuccessStatusCode) log.LogError(\"x\"); return r.IsSuccessStatusCode; } } public async Task Run(IWa wa, string to) { await wa.SendAsync(to); }").Check(Id);

    [Fact]
    public void Of_a_tuple_only_the_text_is_used() => AnswerProgram.OfMembers(
        "public async Task<(bool Ok, string Body)> SendAsync(string to) { var r = await SEND; return (r.IsSuccessStatusCode, await r.Content.ReadAsStringAsync()); } public async Task Run(string to) { var (_, body) = await [|SendAsync|](to); log.LogInformation(body); }",
        "public async Task<(bool Ok, string Body)> SendAsync(string to) { var r = await SEND; return (r.IsSuccessStatusCode, await r.Content.ReadAsStringAsync()); } public async Task Run(string to) { var (ok, body) = await [|SendAsync|](to); log.LogInformation(body); }",
        "public async Task<(bool Ok, string Body)> SendAsync(string to) { var r = await SEND; return (r.IsSuccessStatusCode, await r.Content.ReadAsStringAsync()); } public async Task Run(string to) { string body; (_, body) = await [|SendAsync|](to); Console.WriteLine(body); }",
        "public async Task<(bool Ok, string Body)> SendAsync(string to) { var r = await SEND; return (r.IsSuccessStatusCode, await r.Content.ReadAsStringAsync()); } public async Task Run(string to) { var sent = await [|SendAsync|](to); log.LogInformation(sent.Body); }",
        "public async Task<(bool Ok, string Body)> SendAsync(string to) { var r = await SEND; return (r.IsSuccessStatusCode, await r.Content.ReadAsStringAsync()); } public async Task Run(string to) { log.LogInformation((await [|SendAsync|](to)).Body); }",
        "public async Task<(HttpStatusCode, string)> SendAsync(string to) { var r = await SEND; return (r.StatusCode, await r.Content.ReadAsStringAsync()); } public async Task Run(string to) { var (_, text) = await [|SendAsync|](to); log.LogInformation(text); }").Check(Id);

    [Fact]
    public void Of_a_tuple_more_than_the_text_is_used() => AnswerProgram.OfMembers(
        "public async Task<(bool Ok, string Body)> SendAsync(string to) { var r = await SEND; return (r.IsSuccessStatusCode, await r.Content.ReadAsStringAsync()); } public async Task Run(string to) { var (ok, body) = await SendAsync(to); if (!ok) log.LogError(body); }",
        "public async Task<(bool Ok, string Body)> SendAsync(string to) { var r = await SEND; return (r.IsSuccessStatusCode, await r.Content.ReadAsStringAsync()); } public async Task Run(string to) { var (ok, body) = await SendAsync(to); log.LogInformation($\"{ok} {body}\"); }",
        "public async Task<(bool Ok, string Body)> SendAsync(string to) { var r = await SEND; return (r.IsSuccessStatusCode, await r.Content.ReadAsStringAsync()); } public async Task Run(string to) { var sent = await SendAsync(to); if (!sent.Ok) log.LogError(sent.Body); }",
        "public async Task<(bool Ok, string Body)> SendAsync(string to) { var r = await SEND; return (r.IsSuccessStatusCode, await r.Content.ReadAsStringAsync()); } public async Task<bool> Run(string to) => (await SendAsync(to)).Ok;",
        "public async Task<(bool Ok, string Body)> SendAsync(string to) { var r = await SEND; return (r.IsSuccessStatusCode, await r.Content.ReadAsStringAsync()); } public async Task Run(string to) { var (_, body) = await SendAsync(to); if (body.Contains(\"error\")) throw new Exception(body); }",
        "public async Task<(bool Ok, string Body)> SendAsync(string to) { var r = await SEND; return (r.IsSuccessStatusCode, await r.Content.ReadAsStringAsync()); } public async Task Run(string to) { var (_, _) = await SendAsync(to); }",
        "public async Task<(string Id, string Error)> SendAsync(string to) { var r = await SEND; return r.IsSuccessStatusCode ? (\"1\", null) : (null, await r.Content.ReadAsStringAsync()); } public async Task Run(string to) { var (_, error) = await SendAsync(to); log.LogError(error); }").Check(Id);

    [Fact]
    public void Old_RestSharp() => AnswerProgram.Of("""
        using RestSharp;
        public class Bad
        {
            public void A(string to) { var client = new RestClient(URL); var request = new RestRequest(Method.POST); request.AddJsonBody(BODY); client.[|Execute|](request); }
            public void B(string to) { var client = new RestClient(URL); var request = new RestRequest(Method.POST); request.AddJsonBody(BODY); IRestResponse response = client.[|Execute|](request); }
            public string C(string to) { var client = new RestClient(URL); var request = new RestRequest(Method.POST); request.AddJsonBody(BODY); IRestResponse response = client.[|Execute|](request); return response.Content; }
            public void D(string to) { var client = new RestClient(URL); var request = new RestRequest(Method.POST); request.AddJsonBody(BODY); var response = client.[|Execute|](request); Console.WriteLine(response.Content); }
            public async Task E(string to) { var client = new RestClient(URL); var request = new RestRequest(Method.POST); request.AddJsonBody(BODY); await client.[|ExecuteAsync|](request); }
        }
        public class Good
        {
            public bool A(string to) { var client = new RestClient(URL); var request = new RestRequest(Method.POST); request.AddJsonBody(BODY); return client.Execute(request).IsSuccessful; }
            public IRestResponse B(string to) { var client = new RestClient(URL); var request = new RestRequest(Method.POST); request.AddJsonBody(BODY); return client.Execute(request); }
            public void C(string to) { var client = new RestClient(URL); var request = new RestRequest(Method.POST); request.AddJsonBody(BODY); var response = client.Execute(request); if (response.StatusCode != HttpStatusCode.OK) throw new Exception(response.Content); }
            public async Task D(string to) { var client = new RestClient(URL); var request = new RestRequest(Method.POST); request.AddJsonBody(BODY); var response = await client.ExecuteAsync(request); Console.WriteLine(response.StatusCode + response.Content); }
        }
        """).Check(Id);

    [Fact]
    public void New_RestSharp() => AnswerProgram.Of("""
        using RestSharp;
        public class Bad
        {
            public async Task A(string to) { var client = new RestClient(URL); await client.[|ExecuteAsync|](new RestRequest("", Method.Post).AddJsonBody(BODY)); }
            public async Task B(string to) { var client = new RestClient(URL); var response = await client.[|ExecutePostAsync|](new RestRequest("").AddJsonBody(BODY)); Console.WriteLine("{0}", response.Content); }
        }
        public class Good
        {
            public async Task A(string to) { var client = new RestClient(URL); await client.PostAsync(new RestRequest("").AddJsonBody(BODY)); }
            public async Task B(string to) { var client = new RestClient(URL); var response = await client.ExecuteAsync(new RestRequest("", Method.Post).AddJsonBody(BODY)); if (!response.IsSuccessful) throw new Exception(response.Content); }
        }
        """).Check(Id);

    [Fact]
    public void Flurl_Refit_and_others() => AnswerProgram.Of("""
        using Flurl.Http;
        using Refit;
        public interface IPlain { [Post("/messages")] Task SendAsync([Body] object message); }
        public interface ITyped { [Post("/messages")] Task<string> SendAsync([Body] object message); }
        public interface IAnswer { [Post("/messages")] Task<IApiResponse> SendAsync([Body] object message); }
        public class Bad
        {
            public async Task A(string to) { await URL.WithHeader("D360-API-KEY", "x").AllowAnyHttpStatus().[|PostJsonAsync|](BODY); }
            public void B(string to) { URL.WithHeader("D360-API-KEY", "x").[|PostJsonAsync|](BODY); }
            public async Task C(string to) { var client = RestService.For<IAnswer>("https://waba-v2.360dialog.io"); await client.[|SendAsync|](BODY); }
            public async Task D(string to) { var answer = await URL.AllowAnyHttpStatus().[|PostJsonAsync|](BODY); }
        }
        public class Good
        {
            public async Task A(string to) { await URL.WithHeader("D360-API-KEY", "x").PostJsonAsync(BODY); }
            public async Task B(string to) { var answer = await URL.AllowAnyHttpStatus().PostJsonAsync(BODY); if (answer.StatusCode >= 400) throw new Exception(); }
            public async Task C(string to) { var client = RestService.For<IAnswer>("https://waba-v2.360dialog.io"); var answer = await client.SendAsync(BODY); if (!answer.IsSuccessStatusCode) throw new Exception(); }
            public async Task D(string to) { var client = RestService.For<IPlain>("https://waba-v2.360dialog.io"); await client.SendAsync(BODY); }
            public async Task E(string to) { var client = RestService.For<ITyped>("https://waba-v2.360dialog.io"); await client.SendAsync(BODY); }
            public void F(string json) { using var client = new WebClient(); client.UploadString(URL, "{\"to\":\"4915112345678\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}"); }
            public void G(string to)
            {
                var request = (HttpWebRequest)WebRequest.Create(URL);
                request.Method = "POST";
                using (var writer = new StreamWriter(request.GetRequestStream())) writer.Write(JsonSerializer.Serialize(BODY));
                using var response = request.GetResponse();
            }
        }
        """).Check(Id);

    [Fact]
    public void Sdk() => AnswerProgram.Of("""
        using WABA360Dialog;
        using WABA360Dialog.ApiClient.Payloads.Models.MessageObjects;
        public class Good(WABA360DialogApiClient sdk)
        {
            public async Task A(string to) { await sdk.SendMessageAsync(MessageObjectFactory.CreateTextMessage(to, "x")); }
        }
        public class Bad(WABA360DialogApiClient sdk)
        {
            public void A(string to) { sdk.[|SendMessageAsync|](MessageObjectFactory.CreateTextMessage(to, "x")); }
        }
        """).Check(Id);

    [Fact]
    public void Tests_mocks_and_policies() => AnswerProgram.Of("""
        public class FactAttribute : Attribute { }
        public interface IWhatsApp { Task<bool> SendAsync(string to); }
        public class Real(HttpClient client) : IWhatsApp { public async Task<bool> SendAsync(string to) => (await SEND).IsSuccessStatusCode; }
        public class Mock<T> { public T Object; public Mock<T> Setup<R>(System.Linq.Expressions.Expression<Func<T, R>> call) => this; public void Verify<R>(System.Linq.Expressions.Expression<Func<T, R>> call) { } }
        public static class Should { public static Task ThrowAsync<E>(Func<Task> code) => code(); }
        public class Breaker { public Task<T> ExecuteAsync<T>(Func<Task<T>> code) => code(); }
        public class SenderTests
        {
            [Fact] public async Task Sends() { await new Real(new HttpClient()).SendAsync("1"); }
            async Task Helper(HttpClient client, string to) { await SEND; }
        }
        public class Elsewhere(HttpClient client, Breaker breaker)
        {
            public void Setup(Mock<IWhatsApp> mock) { mock.Setup(x => x.SendAsync("1")); mock.Verify(x => x.SendAsync("2")); }
            public Task Throws(IWhatsApp wa) => Should.ThrowAsync<Exception>(() => wa.SendAsync("1"));
            public async Task<bool> Policy(string to) { var r = await breaker.ExecuteAsync(() => SEND) ?? throw new Exception(); return true; }
            public async Task Policy2(string to) { await breaker.ExecuteAsync(() => [|SEND|]); }
            public async Task Policy3(string to) { var r = await breaker.ExecuteAsync(async () => await SEND); r.EnsureSuccessStatusCode(); }
        }
        """).Check(Id);

    [Fact]
    public void Half_typed() => Sending.SendingProgram.Of(
        "class A(HttpClient client) { async Task M(string to) { var r = await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }); if (r. } }",
        mayHaveErrors: true).Check(Id);
}
