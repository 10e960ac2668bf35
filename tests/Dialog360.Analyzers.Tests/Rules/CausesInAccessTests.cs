using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>What real programs do wrong with hosts, paths and keys, cause by cause in three styles of other teams or more; what is right in the same style stays silent.</summary>
public sealed class CausesInAccessTests
{
    private const string Cloud = "https://waba-v2.360dialog.io/messages";

    [Theory]
    // API names under 360dialog.com.
    [InlineData("DLG0703", """
        public static class Hosts { public const string Api = "https://[|waba-v2.360dialog.com|]"; }
        public class Desk(HttpClient http)
        {
            public Task A(object m) => http.PostAsJsonAsync(Hosts.Api + "/messages", m);
            public Task B(object m) => http.PostAsJsonAsync($"https://[|waba-sandbox.360dialog.com|]/v1/messages", m);
        }
        """)]
    [InlineData("DLG0703", """
        public class Desk(HttpClient http)
        {
            public Task A(object m) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", m);
            public Task<string> B() => http.GetStringAsync("https://docs.360dialog.com/docs/waba-messaging");
            public Task<string> C(string id) => http.GetStringAsync($"https://hub.360dialog.com/dashboard/app/{id}");
            public Task<string> D(string id) => http.GetStringAsync($"https://hub.360dialog.io/api/v2/partners/{id}/channels");
        }
        """)]
    [InlineData("DLG0703", """
        public class Desk
        {
            private readonly RestSharp.RestClient rest = new("https://[|waba-v2.360dialog.com|]/");
            public HttpClient Client() { var http = new HttpClient(); http.BaseAddress = new Uri("https://[|waba-v2.360dialog.com|]"); return http; }
            public Task Send(object m) { var r = new RestSharp.RestRequest("messages", RestSharp.Method.Post); RestSharp.RestRequestExtensions.AddJsonBody(r, m); return rest.ExecuteAsync(r); }
        }
        """)]
    public void Names_under_the_wrong_domain(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // The on-premises host in other clients.
    [InlineData("DLG0704,DLG0703,DLG0108", """
        using System.IO;
        public class A(HttpClient http) { public Task Say(string to) => http.PostAsJsonAsync("https://{|DLG0704:waba.360dialog.io|}/v1/messages", new { to, type = "template", template = new { name = "a", language = new { code = "en" } } }); }
        public class B { private const string Base = "https://{|DLG0704:waba.360dialog.io|}/v1"; public void Say(string json) { var r = (HttpWebRequest)WebRequest.Create(Base + "/messages"); r.Method = "POST"; using var w = new StreamWriter(r.GetRequestStream()); w.Write(json); } }
        public class C { private readonly RestSharp.RestClient client = new("https://{|DLG0704:waba.360dialog.io|}"); public Task Say(object m) { var r = new RestSharp.RestRequest("v1/messages", RestSharp.Method.Post); RestSharp.RestRequestExtensions.AddJsonBody(r, m); return client.ExecuteAsync(r); } }
        """)]
    [InlineData("DLG0704", """
        public class A(HttpClient http)
        {
            // https://waba.360dialog.io was the old host
            public Task Sandbox(object m) => http.PostAsJsonAsync("https://waba-sandbox.360dialog.io/v1/messages", m);
            public Task Own(object m) => http.PostAsJsonAsync("https://waba.contoso.example/v1/messages", m);
            public bool IsOld(Uri uri) => uri.AbsolutePath.StartsWith("/v1/");
        }
        """)]
    [InlineData("DLG0704,DLG0202,DLG0108", """"
        public class Old(HttpClient http)
        {
            public Task Send(string to) => http.{|DLG0202:PostAsync|}("https://{|DLG0704:waba.360dialog.io|}/v1/messages", new StringContent($$"""{ "to": "{{to}}", "type": "text", "recipient_type": "individual", "text": { "body": "x" } }""", Encoding.UTF8, "application/json"));
        }
        """")]
    public void Host_that_was_switched_off(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Holes that may hold several segments, a slash or a query.
    [InlineData("DLG0703", """
        public class Configs(HttpClient http, string version)
        {
            private readonly string _base = "https://waba-v2.360dialog.io";
            public Task<string> A(string path) => http.GetStringAsync(_base + "/" + path);
            public Task<string> B(string? query) => http.GetStringAsync($"{_base}/v1/configs/templates{query ?? ""}");
            public Task<string> C(int page) => http.GetStringAsync($"{_base}/v1/configs/templates?limit=50&offset={page * 50}");
            public Task<string> D(string name) => http.DeleteAsync($"{_base}/v1/configs/templates/{name}").ContinueWith(t => "");
            public Task<string> E(string id) => http.GetStringAsync($"{_base}/{id}");
            public Task<string> F() => http.GetStringAsync($"{_base}{version}/messages");
        }
        """)]
    [InlineData("DLG0703", """
        public class Configs(HttpClient http, string id)
        {
            public Task A(object m) => http.PostAsJsonAsync($"https://waba-v2.360dialog.io[|/{id}/messages|]", m);
            public Task<string> B(string name) => http.GetStringAsync("https://waba-v2.360dialog.io[|/health-status|]?name=" + name);
        }
        """)]
    [InlineData("DLG0703", """
        public class Configs(HttpClient http)
        {
            public Task<string> A(string path) => http.GetStringAsync(new Uri(new Uri("https://waba-v2.360dialog.io/v1/"), path));
            public Task<string> B() => http.GetStringAsync("https://waba-v2.360dialog.io/some/new/endpoint");
            public Task<string> C(string id) => http.GetStringAsync(string.Format("https://graph.facebook.com/{0}/{1}/messages", "v22.0", id));
        }
        """)]
    public void Holes_in_paths(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // The switched-off host with a body of the Cloud.
    [InlineData("DLG0108,DLG0202,DLG0307", """
        public class Sender(HttpClient http)
        {
            private static readonly Uri Url = new("https://waba.360dialog.io/v1/messages");
            public async Task<string> SendAsync(string to)
            {
                var r = await http.PostAsJsonAsync(Url, new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = "es" } } });
                var error = await r.Content.ReadFromJsonAsync<JsonElement>();
                return error.GetProperty("error").GetProperty("code").GetInt32() == 131047 ? "closed" : "sent";
            }
        }
        """)]
    [InlineData("DLG0108,DLG0202", """
        public class Sender(HttpClient http)
        {
            public Task SendAsync(string to) => http.{|DLG0202:PostAsJsonAsync|}("https://waba.360dialog.io/v1/messages", new { to, type = "template", template = new { name = "a", language = new { code = "es", policy = "deterministic" } } });
        }
        """)]
    [InlineData("DLG0307,DLG0308,DLG0108", """
        public class Sender(HttpClient http)
        {
            public async Task<bool> SendAsync(string to)
            {
                var r = await http.PostAsJsonAsync("https://waba.360dialog.io/v1/messages", new { to, type = "template", template = new { name = "a", language = new { code = "es", policy = "deterministic" } } });
                if (r.StatusCode == HttpStatusCode.Created) return true;
                var body = await r.Content.ReadAsStringAsync();
                return body.Contains("\"code\":2001");
            }
        }
        """)]
    public void Nothing_contradicts_the_move(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // The whole URL in the client of RestSharp.
    [InlineData("DLG0703", """
        public class Hook
        {
            public object A(string url) { var client = new RestSharp.RestClient("https://waba-v2.360dialog.io/messages"); var r = new RestSharp.RestRequest(); r.Method = RestSharp.Method.Post; RestSharp.RestRequestExtensions.AddJsonBody(r, new { url }); return RestSharp.RestClientExtensions.Execute(client, r); }
            public object B(string url) { var client = new RestSharp.RestClient("https://waba-v2.360dialog.io/v1/configs/webhook"); var r = new RestSharp.RestRequest(string.Empty, RestSharp.Method.Post); RestSharp.RestRequestExtensions.AddJsonBody(r, new { url }); return RestSharp.RestClientExtensions.Execute(client, r); }
        }
        """)]
    [InlineData("DLG0703", """
        public class Hook
        {
            public object A(object m) { var client = new RestSharp.RestClient("https://waba-v2.360dialog.io/v1"); var r = new RestSharp.RestRequest("[|messages|]", RestSharp.Method.Post); RestSharp.RestRequestExtensions.AddJsonBody(r, m); return RestSharp.RestClientExtensions.Execute(client, r); }
        }
        """)]
    [InlineData("DLG0703", """
        public class Hook
        {
            public object A(object m) { var client = new RestSharp.RestClient("https://waba-v2.360dialog.io/"); var r = new RestSharp.RestRequest("/messages", RestSharp.Method.Post); RestSharp.RestRequestExtensions.AddJsonBody(r, m); return RestSharp.RestClientExtensions.Execute(client, r); }
            public Task<string> B(HttpClient http) { http.BaseAddress = new Uri("https://waba-v2.360dialog.io/v1/configs/"); return http.GetStringAsync("templates"); }
        }
        """)]
    public void Empty_resources_add_nothing(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Keys, placeholders and names of settings.
    [InlineData("DLG0701", """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient("d360", c => { c.BaseAddress = new Uri("https://waba-v2.360dialog.io/"); c.DefaultRequestHeaders.TryAddWithoutValidation("D360-Api-Key", [|"kR7_2pLq-9sVxZ0aWm4TbN8c"|]); });
        builder.Services.Configure<WabaOptions>(o => o.WabaApiKey = [|"pQ81zLmP0aXvB7tYw3RrS5uD9A"|]);
        var app = builder.Build();
        app.Run();
        public class WabaOptions { public string WabaApiKey { get; set; } = ""; }
        """)]
    [InlineData("DLG0701", """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient("d360", c => { c.BaseAddress = new Uri("https://waba-v2.360dialog.io/"); c.DefaultRequestHeaders.Add("D360-API-KEY", builder.Configuration["Dialog360:ApiKey"]); });
        builder.Services.Configure<WabaOptions>(o => { o.WabaApiKey = "YOUR_API_KEY_GOES_HERE1"; o.SettingName = "Dialog360__ApiKey__Production1"; });
        builder.Services.AddHttpClient("sms", c => c.DefaultRequestHeaders.Add("X-Api-Key", "pQ81zLmP0aXvB7tYw3RrS5uD9A"));
        builder.Build().Run();
        public class WabaOptions { public string WabaApiKey { get; set; } = ""; public string SettingName { get; set; } = ""; public const string Header = "D360-API-KEY"; }
        """)]
    [InlineData("DLG0701", """
        public class Client
        {
            private readonly HttpClient http = new();
            public Client(Microsoft.Extensions.Configuration.IConfiguration config)
            {
                var key = config["Waba:Key"] ?? [|"pQ81zLmP0aXvB7tYw3RrS5uD9A"|];
                http.DefaultRequestHeaders.Add("D360-API-KEY", key);
            }
            public static HttpRequestMessage Sandbox() => new(HttpMethod.Post, "https://waba-sandbox.360dialog.io/v1/messages") { Headers = { { "D360-API-KEY", [|"8273645_sandbox"|] } } };
        }
        """)]
    public void Keys_in_the_source(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Bearer on 360dialog, the key on other hosts.
    [InlineData("DLG0702", """
        public class A(HttpClient http, string key)
        {
            public async Task Send(object m)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://waba-v2.360dialog.io/messages") { Content = JsonContent.Create(m) };
                request.Headers.[|Authorization|] = new AuthenticationHeaderValue("Bearer", key);
                (await http.SendAsync(request)).EnsureSuccessStatusCode();
            }
        }
        """)]
    [InlineData("DLG0702", """
        public class A
        {
            private readonly HttpClient waba = new() { BaseAddress = new Uri("https://waba-v2.360dialog.io") };
            private readonly HttpClient crm = new() { BaseAddress = new Uri("https://crm.example.org") };
            public A(string key, string token) { waba.DefaultRequestHeaders.Add("D360-API-KEY", key); waba.DefaultRequestHeaders.Authorization = null; crm.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token); }
            public async Task Send(object m) { (await waba.PostAsJsonAsync("/messages", m)).EnsureSuccessStatusCode(); await crm.PostAsJsonAsync("/log", m); }
        }
        """)]
    [InlineData("DLG0702", """
        public class A(HttpClient http, string key, string token)
        {
            public async Task Graph(string id, object m) { using var r = new HttpRequestMessage(HttpMethod.Post, $"https://graph.facebook.com/v22.0/{id}/messages") { Content = JsonContent.Create(m) }; r.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token); (await http.SendAsync(r)).EnsureSuccessStatusCode(); }
            public async Task Waba(object m) { using var r = new HttpRequestMessage(HttpMethod.Post, "https://waba-v2.360dialog.io/messages") { Content = JsonContent.Create(m) }; r.Headers.Add("D360-API-KEY", key); (await http.SendAsync(r)).EnsureSuccessStatusCode(); }
        }
        """)]
    public void Schemes_of_authentication(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    /// <param name="rules">The rules to compare, separated by commas; <c>[|...|]</c> is the first of them.</param>
    /// <param name="program">The files, separated by lines of three hyphens.</param>
    private static void Check(string rules, string program, bool mayHaveErrors) =>
        new TestProgram(rules, program.Replace("$url", Cloud, StringComparison.Ordinal).Split("\n---\n")).Check(mayHaveErrors);
}
