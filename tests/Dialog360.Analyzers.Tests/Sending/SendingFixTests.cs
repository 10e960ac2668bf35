using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Tests.Sending;

/// <summary>The first repair that is offered for the first finding of a rule: what it makes of the program, which must still compile.</summary>
public sealed class SendingFixTests
{
    [Theory]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", "kT9xQzB72hWmPq4RsLvN3cYdAK"); }""", """class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", System.Environment.GetEnvironmentVariable("D360_API_KEY")); }""")]
    [InlineData("""class A { void M(HttpClient c, IConfiguration settings) { c.DefaultRequestHeaders.Add("D360-API-KEY", /* live */ "kT9xQzB72hWmPq4RsLvN3cYdAK"); } }""", """class A { void M(HttpClient c, IConfiguration settings) { c.DefaultRequestHeaders.Add("D360-API-KEY", /* live */ settings["D360_API_KEY"]); } }""")]
    [InlineData("""class A { readonly IConfiguration _config; void M(HttpClient c) { c.DefaultRequestHeaders.Add("D360-API-KEY", "8812345_sandbox"); } }""", """class A { readonly IConfiguration _config; void M(HttpClient c) { c.DefaultRequestHeaders.Add("D360-API-KEY", _config["D360_API_KEY"]); } }""")]
    [InlineData("""class A { private const string Key = "8812345_sandbox"; void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", Key); }""", """class A { private static readonly string Key = System.Environment.GetEnvironmentVariable("D360_API_KEY"); void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", Key); }""")]
    [InlineData("""class A { void M(HttpClient c) { const string key = "8812345_sandbox"; c.DefaultRequestHeaders.Add("D360-API-KEY", key); } }""", """class A { void M(HttpClient c) { string key = System.Environment.GetEnvironmentVariable("D360_API_KEY"); c.DefaultRequestHeaders.Add("D360-API-KEY", key); } }""")]
    public Task Keys_are_read(string before, string after) => Check("DLG0701", before, after);

    [Theory]
    [InlineData("""class A { async Task M(HttpClient c, string token, object o) { c.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""", """class A { async Task M(HttpClient c, string token, object o) { c.DefaultRequestHeaders.Add("D360-API-KEY", token); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""")]
    [InlineData("""class A { async Task M(HttpClient c, string token, object o) { c.DefaultRequestHeaders.Add("Authorization", "Bearer " + token); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""", """class A { async Task M(HttpClient c, string token, object o) { c.DefaultRequestHeaders.Add("D360-API-KEY", token); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""")]
    [InlineData("""class A { void M(string token, string j) { using var w = new WebClient(); w.Headers["Authorization"] = $"Bearer {token}"; w.UploadString("https://waba-v2.360dialog.io/messages", j); } }""", """class A { void M(string token, string j) { using var w = new WebClient(); w.Headers["D360-API-KEY"] = token; w.UploadString("https://waba-v2.360dialog.io/messages", j); } }""")]
    [InlineData("""using Flurl.Http; class A { Task M(string token, object o) => "https://waba-v2.360dialog.io/messages".WithOAuthBearerToken(token).PostJsonAsync(o); }""", """using Flurl.Http; class A { Task M(string token, object o) => "https://waba-v2.360dialog.io/messages".WithHeader("D360-API-KEY", token).PostJsonAsync(o); }""")]
    public Task Headers_are_replaced(string before, string after) => Check("DLG0702", before, after);

    [Theory]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io/v1/messages"; }""", """class A { const string Url = "https://waba-v2.360dialog.io/messages"; }""")]
    [InlineData("""class A { const string Url = @"https://waba-v2.360dialog.io/mesages?x=1"; }""", """class A { const string Url = @"https://waba-v2.360dialog.io/messages?x=1"; }""")]
    [InlineData("""class A { string M(string id) => $"https://waba-v2.360dialog.io/{id}/messages"; }""", """class A { string M(string id) => $"https://waba-v2.360dialog.io/messages"; }""")]
    [InlineData("""class A { HttpClient c = new() { BaseAddress = new Uri("https://waba-sandbox.360dialog.io") }; Task M(object o) => c.PostAsJsonAsync("messages", o); }""", """class A { HttpClient c = new() { BaseAddress = new Uri("https://waba-sandbox.360dialog.io") }; Task M(object o) => c.PostAsJsonAsync("v1/messages", o); }""")]
    public Task Paths_are_replaced(string before, string after) => Check("DLG0703", before, after);

    [Theory]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io/v1/contacts"; }""")]
    [InlineData("""class A { const string Path = "v1/messages"; HttpClient c = new() { BaseAddress = new Uri("https://waba-v2.360dialog.io") }; Task M(object o) => c.PostAsJsonAsync(Path, o); }""")]
    [InlineData("""class A { HttpClient c = new() { BaseAddress = new Uri("https://waba-v2.360dialog.io/v1/") }; Task M(object o) => c.PostAsJsonAsync("messages", o); }""")]
    public Task Paths_without_a_sure_successor_are_left_alone(string program) => Check("DLG0703", program, null);

    [Theory]
    [InlineData("""class A { const string Url = "https://waba.360dialog.io/v1/messages"; }""", """class A { const string Url = "https://waba-v2.360dialog.io/messages"; }""")]
    [InlineData("""class A { const string Url = "https://waba.360dialog.io/v1/"; }""", """class A { const string Url = "https://waba-v2.360dialog.io/v1/"; }""")]
    [InlineData("""class A { const string Url = "https://waba.360dialog.io/v1/configs/templates"; }""", """class A { const string Url = "https://waba-v2.360dialog.io/v1/configs/templates"; }""")]
    public Task Hosts_are_replaced(string before, string after) => Check("DLG0704", before, after);

    [Theory]
    [InlineData("""class A { const string Url = "https://waba.360dialog.io/v1/contacts"; }""")]
    [InlineData("""class A { const string Host = "waba.360dialog.io"; string M() => $"https://{Host}/v1/messages"; }""")]
    public Task Hosts_without_a_sure_successor_are_left_alone(string program) => Check("DLG0704", program, null);

    [Theory]
    [InlineData("""class A { Task M(HttpClient c, string to) => c.PostAsJsonAsync("https://waba.360dialog.io/v1/messages", new { to, type = "text", text = new { body = "x" } }); }""", """class A { Task M(HttpClient c, string to) => c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { to, type = "text", text = new { body = "x" }, messaging_product = "whatsapp" }); }""")]
    [InlineData("""class A { Task M(HttpClient c, string to) { var message = new Dictionary<string, object> { ["to"] = to, ["type"] = "text", ["text"] = new { body = "x" } }; return c.PostAsJsonAsync("https://waba.360dialog.io/v1/messages", message); } }""", """class A { Task M(HttpClient c, string to) { var message = new Dictionary<string, object> { ["to"] = to, ["type"] = "text", ["text"] = new { body = "x" }, ["messaging_product"] = "whatsapp" }; return c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message); } }""")]
    [InlineData("""class A { Task M(HttpClient c, object message) => c.PostAsJsonAsync("https://waba.360dialog.io/v1/messages", message); }""", """class A { Task M(HttpClient c, object message) => c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message); }""")]
    public Task Messages_name_the_product(string before, string after) => Check("DLG0704", before, after);

    [Theory]
    [InlineData("""class A { async Task M(HttpClient c, string[] all) { foreach (var to in all) { await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); } } }""", """class A { async Task M(HttpClient c, string[] all) { foreach (var to in all) { await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); await Task.Delay(TimeSpan.FromMilliseconds(50)); } } }""")]
    [InlineData("""class A { async Task M(HttpClient c, string[] all) { foreach (var to in all) await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); } }""", """class A { async Task M(HttpClient c, string[] all) { foreach (var to in all) { await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); await Task.Delay(TimeSpan.FromMilliseconds(50)); } } }""")]
    [InlineData("""class A { async Task M(HttpClient c, string[] all, CancellationToken stop) { for (int i = 0; i < 9; i++) { var to = all[i]; if (to == null) continue; await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); } } }""", """class A { async Task M(HttpClient c, string[] all, CancellationToken stop) { for (int i = 0; i < 9; i++) { var to = all[i]; if (to == null) continue; await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); await Task.Delay(TimeSpan.FromMilliseconds(50), stop); } } }""")]
    [InlineData("class A\n{\n    async Task M(HttpClient c, string[] all)\n    {\n        foreach (var to in all)\n            await c.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } });\n    }\n}", "class A\n{\n    async Task M(HttpClient c, string[] all)\n    {\n        foreach (var to in all)\n        {\n            await c.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } });\n            await Task.Delay(TimeSpan.FromMilliseconds(50));\n        }\n    }\n}")]
    [InlineData("class A\n{\n    async Task M(HttpClient c, string[] all)\n    {\n        foreach (var to in all)\n        {\n            // one by one\n            await c.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } });\n        }\n    }\n}", "class A\n{\n    async Task M(HttpClient c, string[] all)\n    {\n        foreach (var to in all)\n        {\n            // one by one\n            await c.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } });\n            await Task.Delay(TimeSpan.FromMilliseconds(50));\n        }\n    }\n}")]
    public Task Loops_are_paced(string before, string after) => Check("DLG0203", before, after);

    [Theory]
    [InlineData("""class A { void M(HttpClient c, string[] all) { foreach (var to in all) { c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }).Wait(); } } }""")]
    [InlineData("""class A { Task M(HttpClient c, string[] all) => Task.WhenAll(all.Select(to => c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }))); }""")]
    [InlineData("""class A { async Task M(HttpClient c, string[] all) { foreach (var to in all) { var r = await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); if (r.IsSuccessStatusCode) continue; Console.WriteLine(to); } } }""")]
    public Task Loops_that_cannot_wait_are_left_alone(string program) => Check("DLG0203", program, null);

    [Theory]
    [InlineData("""class A { Task<int> CodeOf(HttpResponseMessage r) => null; async Task M(HttpClient c, string to) { for (int i = 0; i < 3; i++) { var r = await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var code = await CodeOf(r); if (code == 470 || code == 1016) { await Task.Delay(1000); continue; } break; } } }""", """class A { Task<int> CodeOf(HttpResponseMessage r) => null; async Task M(HttpClient c, string to) { for (int i = 0; i < 3; i++) { var r = await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var code = await CodeOf(r); if (code == 1016) { await Task.Delay(1000); continue; } break; } } }""")]
    [InlineData("""class A { Task<int> CodeOf(HttpResponseMessage r) => null; async Task M(HttpClient c, string to) { for (int i = 0; i < 3; i++) { var r = await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var code = await CodeOf(r); if (code == 1016 || code == 470) { await Task.Delay(1000); continue; } break; } } }""", """class A { Task<int> CodeOf(HttpResponseMessage r) => null; async Task M(HttpClient c, string to) { for (int i = 0; i < 3; i++) { var r = await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var code = await CodeOf(r); if (code == 1016) { await Task.Delay(1000); continue; } break; } } }""")]
    [InlineData("""class A { Task<int> CodeOf(HttpResponseMessage r) => null; async Task M(HttpClient c, string to) { for (int i = 0; i < 3; i++) { var r = await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var code = await CodeOf(r); if (code == 1016 || (code == 470)) { await Task.Delay(1000); continue; } break; } } }""", """class A { Task<int> CodeOf(HttpResponseMessage r) => null; async Task M(HttpClient c, string to) { for (int i = 0; i < 3; i++) { var r = await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var code = await CodeOf(r); if (code == 1016) { await Task.Delay(1000); continue; } break; } } }""")]
    [InlineData("""class A { Task<int> CodeOf(HttpResponseMessage r) => null; async Task M(HttpClient c, string to) { for (int i = 0; i < 3; i++) { var r = await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var code = await CodeOf(r); if (code == 1016 || code == 470 || code == 130429) { await Task.Delay(1000); continue; } break; } } }""", """class A { Task<int> CodeOf(HttpResponseMessage r) => null; async Task M(HttpClient c, string to) { for (int i = 0; i < 3; i++) { var r = await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var code = await CodeOf(r); if (code == 1016 || code == 130429) { await Task.Delay(1000); continue; } break; } } }""")]
    [InlineData("""class A { Task<int> CodeOf(HttpResponseMessage r) => null; async Task M(HttpClient c, string to) { for (int i = 0; i < 3; i++) { var r = await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var code = await CodeOf(r); if (code is 1016 or 470) { await Task.Delay(1000); continue; } break; } } }""", """class A { Task<int> CodeOf(HttpResponseMessage r) => null; async Task M(HttpClient c, string to) { for (int i = 0; i < 3; i++) { var r = await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var code = await CodeOf(r); if (code is 1016) { await Task.Delay(1000); continue; } break; } } }""")]
    [InlineData("""class A { Task<int> CodeOf(HttpResponseMessage r) => null; async Task M(HttpClient c, string to) { for (int i = 0; i < 3; i++) { var r = await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var code = await CodeOf(r); if (code is 131047 or 1016 or 130429) { await Task.Delay(1000); continue; } break; } } }""", """class A { Task<int> CodeOf(HttpResponseMessage r) => null; async Task M(HttpClient c, string to) { for (int i = 0; i < 3; i++) { var r = await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var code = await CodeOf(r); if (code is 1016 or 130429) { await Task.Delay(1000); continue; } break; } } }""")]
    [InlineData("""class A { Task<int> CodeOf(HttpResponseMessage r) => null; async Task M(HttpClient c, string to) { for (int i = 0; i < 3; i++) { var r = await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var code = await CodeOf(r); if (r.StatusCode == HttpStatusCode.Unauthorized || (int)r.StatusCode >= 500) { await Task.Delay(1000); continue; } break; } } }""", """class A { Task<int> CodeOf(HttpResponseMessage r) => null; async Task M(HttpClient c, string to) { for (int i = 0; i < 3; i++) { var r = await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var code = await CodeOf(r); if ((int)r.StatusCode >= 500) { await Task.Delay(1000); continue; } break; } } }""")]
    public Task Codes_are_dropped(string before, string after) => Check("DLG0205", before, after);

    [Theory]
    [InlineData("using Polly; using Polly.Extensions.Http; using Polly.Retry; static class SetUp { static void Add(IServiceCollection s) { s.AddHttpClient<A>().AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().OrResult(r => r.StatusCode == HttpStatusCode.Unauthorized).RetryAsync(3)); } } class A(HttpClient c) { Task M(string to) => c.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }); }", "using Polly; using Polly.Extensions.Http; using Polly.Retry; static class SetUp { static void Add(IServiceCollection s) { s.AddHttpClient<A>().AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(3)); } } class A(HttpClient c) { Task M(string to) => c.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }); }")]
    [InlineData("using Polly; using Polly.Extensions.Http; using Polly.Retry; static class SetUp { static void Add(IServiceCollection s) { s.AddHttpClient<A>().AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().OrResult(r => !r.IsSuccessStatusCode).RetryAsync(3)); } } class A(HttpClient c) { Task M(string to) => c.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }); }", "using Polly; using Polly.Extensions.Http; using Polly.Retry; static class SetUp { static void Add(IServiceCollection s) { s.AddHttpClient<A>().AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(3)); } } class A(HttpClient c) { Task M(string to) => c.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }); }")]
    [InlineData("using Polly; using Polly.Extensions.Http; using Polly.Retry; static class SetUp { static void Add(IServiceCollection s) { s.AddHttpClient<A>().AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().OrResult(r => r.StatusCode == HttpStatusCode.Unauthorized || r.StatusCode == HttpStatusCode.TooManyRequests).RetryAsync(3)); } } class A(HttpClient c) { Task M(string to) => c.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }); }", "using Polly; using Polly.Extensions.Http; using Polly.Retry; static class SetUp { static void Add(IServiceCollection s) { s.AddHttpClient<A>().AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().OrResult(r => r.StatusCode == HttpStatusCode.TooManyRequests).RetryAsync(3)); } } class A(HttpClient c) { Task M(string to) => c.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }); }")]
    [InlineData("using Polly; using Polly.Extensions.Http; using Polly.Retry; static class SetUp { static void Add(IServiceCollection s) { s.AddHttpClient<A>().AddResilienceHandler(\"x\", b => b.AddRetry(new RetryStrategyOptions<HttpResponseMessage> { ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>().HandleResult(r => !r.IsSuccessStatusCode) })); } } class A(HttpClient c) { Task M(string to) => c.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }); }", "using Polly; using Polly.Extensions.Http; using Polly.Retry; static class SetUp { static void Add(IServiceCollection s) { s.AddHttpClient<A>().AddResilienceHandler(\"x\", b => b.AddRetry(new RetryStrategyOptions<HttpResponseMessage> { ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>() })); } } class A(HttpClient c) { Task M(string to) => c.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }); }")]
    public Task Codes_are_dropped_from_policies(string before, string after) => Check("DLG0205", before, after);

    [Theory]
    [InlineData("using Polly; using Polly.Extensions.Http; using Polly.Retry; static class SetUp { static void Add(IServiceCollection s) { s.AddHttpClient<A>().AddPolicyHandler(Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode).RetryAsync(3)); } } class A(HttpClient c) { Task M(string to) => c.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }); }")]
    [InlineData("using Polly; using Polly.Extensions.Http; using Polly.Retry; static class SetUp { static void Add(IServiceCollection s) { s.AddHttpClient<A>().AddPolicyHandler(Policy.HandleResult<HttpResponseMessage>(r => r.StatusCode == HttpStatusCode.Unauthorized).RetryAsync(3)); } } class A(HttpClient c) { Task M(string to) => c.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }); }")]
    [InlineData("using Polly; using Polly.Extensions.Http; using Polly.Retry; static class SetUp { static void Add(IServiceCollection s) { s.AddHttpClient<A>().AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().OrResult(r => new[] { HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests }.Contains(r.StatusCode)).RetryAsync(3)); } } class A(HttpClient c) { Task M(string to) => c.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }); }")]
    public Task Policies_without_another_condition_are_left_alone(string program) => Check("DLG0205", program, null);

    [Theory]
    [InlineData("""class A { Task<int> CodeOf(HttpResponseMessage r) => null; async Task M(HttpClient c, string to) { for (int i = 0; i < 3; i++) { var r = await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var code = await CodeOf(r); if (code == 470) { await Task.Delay(1000); continue; } break; } } }""")]
    [InlineData("""class A { Task<int> CodeOf(HttpResponseMessage r) => null; async Task M(HttpClient c, string to) { for (int i = 0; i < 3; i++) { var r = await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var code = await CodeOf(r); if (!r.IsSuccessStatusCode) { await Task.Delay(1000); continue; } break; } } }""")]
    [InlineData("""class A { Task<int> CodeOf(HttpResponseMessage r) => null; async Task M(HttpClient c, string to) { for (int i = 0; i < 3; i++) { var r = await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); var code = await CodeOf(r); if (code is 470) { await Task.Delay(1000); continue; } break; } } }""")]
    public Task Conditions_without_another_code_are_left_alone(string program) => Check("DLG0205", program, null);

    [Theory]
    [InlineData("DLG0203", """class A { async Task M(HttpClient c, string[] all) { foreach (var to in all) { SEND; } foreach (var to in all) SEND; for (int i = 0; i < 9; i++) { foreach (var to in all) { SEND; } } } }""", 3)]
    [InlineData("DLG0701", """class A { const string Key = "8812345_sandbox"; void M(HttpClient c, HttpClient d) { c.DefaultRequestHeaders.Add("D360-API-KEY", Key); d.DefaultRequestHeaders.Add("D360-API-KEY", "kT9xQzB72hWmPq4RsLvN3cYdAK"); c.DefaultRequestHeaders.Add("D360-API-KEY", "8812346_sandbox"); } }""", 3)]
    [InlineData("DLG0703", """class A { const string One = "https://waba-v2.360dialog.io/v1/messages"; const string Two = "https://waba-v2.360dialog.io/mesages"; string Three(string id) => $"https://waba-v2.360dialog.io/{id}/messages"; }""", 3)]
    [InlineData("DLG0704", """class A { const string One = "https://waba.360dialog.io/v1/messages"; Task M(HttpClient c, string to) => c.PostAsJsonAsync("https://waba.360dialog.io/v1/messages", new { to, type = "text", text = new { body = "x" } }); Task N(HttpClient c, string to) => c.PostAsJsonAsync("https://waba.360dialog.io/v1/messages", new { to, type = "text", text = new { body = "x" } }); }""", 3)]
    [InlineData("DLG0205", """class A { Task<int> CodeOf(HttpResponseMessage r) => null; async Task M(HttpClient c, string to) { int code; do { var r = SEND; code = await CodeOf(r); } while (code == 470 || code == 1016 || code == 131026 || code == 1006); } }""", 3)]
    public async Task All_findings_of_a_document_are_repaired(string ruleId, string program, int findings)
    {
        (Project project, DocumentId id) = await ProjectOf(program.Replace("SEND", "await c.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } })", StringComparison.Ordinal));
        Diagnostic[] before = TestProgram.Analyze((await project.GetCompilationAsync())!).Where(found => found.Id == ruleId).ToArray();
        Assert.Equal(findings, before.Length);
        Solution solution = project.Solution;
        foreach (string key in ErrorCatalog.Current.Rules.Single(rule => rule.Id == ruleId).Fixes.Select(fix => fix.Id))
        {
            solution = await OrderedFixAllProvider.Sending.FixInRoundsAsync(solution, [id], key, CancellationToken.None);
        }

        Compilation changed = (await solution.GetProject(project.Id)!.GetCompilationAsync())!;
        Assert.Empty(changed.GetDiagnostics().Where(error => error.Severity == DiagnosticSeverity.Error).Select(error => error.ToString()));
        Assert.DoesNotContain(TestProgram.Analyze(changed), found => found.Id == ruleId);
    }

    private static async Task Check(string ruleId, string before, string? after)
    {
        (Project project, DocumentId program) = await ProjectOf(before);
        Document document = project.GetDocument(program)!;
        Diagnostic diagnostic = TestProgram.Analyze((await project.GetCompilationAsync())!).First(found => found.Id == ruleId);
        List<CodeAction> actions = [];
        await new SendingCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        if (after is null)
        {
            Assert.Empty(actions);
            return;
        }

        ApplyChangesOperation operation = (await Assert.Single(actions).GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        Assert.Equal(after, (await operation.ChangedSolution.GetDocument(program)!.GetTextAsync()).ToString());
        Compilation changed = (await operation.ChangedSolution.GetProject(project.Id)!.GetCompilationAsync())!;
        Assert.Empty(changed.GetDiagnostics().Where(error => error.Severity == DiagnosticSeverity.Error).Select(error => error.ToString()));
        Assert.DoesNotContain(TestProgram.Analyze(changed), found => found.Id == ruleId);
    }

    private static async Task<(Project Project, DocumentId Program)> ProjectOf(string source)
    {
        CSharpCompilation compilation = SendingProgram.Of(source).Compilation;
        AdhocWorkspace workspace = new();
        Project project = workspace.AddProject("Program", LanguageNames.CSharp).WithMetadataReferences(compilation.References)
            .WithParseOptions(compilation.SyntaxTrees[0].Options).WithCompilationOptions(compilation.Options);
        DocumentId? program = null;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            Document added = project.AddDocument(tree.FilePath, await tree.GetTextAsync(), filePath: tree.FilePath);
            program ??= added.Id;
            project = added.Project;
        }

        return (project, program!);
    }
}
