using Dialog360.Analyzers.Tests.Sending;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>DLG0703.</summary>
public sealed class UnknownPathTests
{
    private const string Id = "DLG0703";

    [Theory]
    // In one text.
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io[|/v1/messages|]"; }""")]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io[|/v1/contacts|]"; }""")]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io[|/v1/media|]"; }""")]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io[|/message|]"; }""")]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io[|/v2/messages|]"; }""")]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io[|/104561234567890/messages|]"; }""")]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io[|/v17.0/104561234567890/messages|]?a=1"; }""")]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io[|/configs/webhook|]"; }""")]
    [InlineData("""class A { const string Url = "https://waba-sandbox.360dialog.io[|/messages|]"; }""")]
    [InlineData("""class A { const string Url = "https://waba.360dialog.io[|/messages|]"; }""")]
    [InlineData("""class A { const string Url = "https://waba.360dialog.io[|/v1/users/login|]"; }""")]
    [InlineData("""class A { const string Url = "https://waba.360dialog.io[|/v1/settings/application|]"; }""")]
    [InlineData("""class A { string M(string id) => $"https://waba-v2.360dialog.io[|/{id}/messages|]"; }""")]
    [InlineData("""class A { string M(string id) => "https://waba-v2.360dialog.io[|/v1/messages/" + id + "/x|]"; }""")]
    [InlineData("""class A { string M(string id) => string.Format("https://waba-v2.360dialog.io[|/{0}/messages|]", id); }""")]
    [InlineData("""class A { const string Base = "https://waba-v2.360dialog.io"; string M() => Base + "[|/v1/messages|]"; }""")]
    [InlineData("""class A { void M(HttpClient c, object o) => c.PostAsJsonAsync("https://waba-v2.360dialog.io[|/v1/messages|]", o); }""")]
    [InlineData("""class A { object M() => new Uri("https://waba-v2.360dialog.io[|/v1/contacts|]"); }""")]
    // Base and path apart.
    [InlineData("""class A { HttpClient c = new() { BaseAddress = new Uri("https://waba-v2.360dialog.io/") }; Task M(object o) => c.PostAsJsonAsync("[|v1/messages|]", o); }""")]
    [InlineData("""class A { HttpClient c = new() { BaseAddress = new Uri("https://waba-v2.360dialog.io/v1/") }; Task M(object o) => c.PostAsJsonAsync("[|messages|]", o); }""")]
    [InlineData("""class A { readonly HttpClient _c; A(HttpClient c) { _c = c; _c.BaseAddress = new Uri("https://waba-v2.360dialog.io"); } Task M(object o) => _c.PostAsJsonAsync("[|/v1/messages|]", o); }""")]
    [InlineData("""class A { HttpClient c = new() { BaseAddress = new Uri("https://waba-sandbox.360dialog.io") }; Task M(object o) => c.PostAsJsonAsync("[|messages|]", o); }""")]
    [InlineData("""class A(HttpClient c) { const string Path = "v1/messages"; Task M(object o) => c.PostAsJsonAsync([|Path|], o); } class S { void C(IServiceCollection s) => s.AddHttpClient<A>(x => x.BaseAddress = new Uri("https://waba-v2.360dialog.io")); }""")]
    [InlineData("""class A { HttpClient c = new() { BaseAddress = new Uri("https://waba-v2.360dialog.io") }; Task M(string id, object o) => c.PostAsJsonAsync($"[|{id}/messages|]", o); }""")]
    [InlineData("""class A { object M() => new Uri(new Uri("https://waba-v2.360dialog.io"), "v1/messages"); Task N(HttpClient c, object o) => c.PostAsJsonAsync(new Uri(new Uri("https://waba-v2.360dialog.io"), "[|v1/messages|]"), o); }""")]
    [InlineData("""class A { async Task M(HttpClient c, string j) { c.BaseAddress = new Uri("https://waba-v2.360dialog.io"); var r = new HttpRequestMessage(HttpMethod.Post, "[|/v1/messages|]") { Content = new StringContent(j) }; await c.SendAsync(r); } }""")]
    [InlineData("""using RestSharp; class A { async Task M(object b) { var client = new RestClient("https://waba-v2.360dialog.io"); var request = new RestRequest("[|v1/messages|]", Method.Post).AddJsonBody(b); await client.ExecuteAsync(request); } }""")]
    [InlineData("""using RestSharp; class A { void M(object b) { var client = new RestClient("https://waba-v2.360dialog.io/v1"); var request = new RestRequest("[|messages|]", Method.POST); request.AddJsonBody(b); client.Execute(request); } }""")]
    [InlineData("""using Flurl; using Flurl.Http; class A { Task M(object o) => "https://waba-v2.360dialog.io".AppendPathSegments("v1", "[|messages|]").WithHeader("a", "b").PostJsonAsync(o); }""")]
    public void Reported(string source) => SendingProgram.Of(source).Check(Id);

    [Theory]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io/messages"; }""")]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io/messages/"; }""")]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io"; }""")]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io/"; }""")]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io/v1/"; }""")]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io/v1"; }""")]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io/v1/configs"; }""")]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io/v1/configs/templates?limit=100"; }""")]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io/v1/configs/webhook"; }""")]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io/104561234567890"; }""")]
    [InlineData("""class A { const string Url = "https://waba.360dialog.io/v1/messages"; }""")]
    [InlineData("""class A { const string Url = "https://waba-sandbox.360dialog.io/v1/messages"; }""")]
    [InlineData("""class A { const string Url = "https://waba-sandbox.360dialog.io/v1/contacts"; }""")]
    [InlineData("""class A { const string Url = "https://graph.facebook.com/v19.0/104561234567890/messages"; }""")]
    [InlineData("""class A { const string Url = "https://hub.360dialog.io/api/v2/partners/abc/channels"; }""")]
    [InlineData("""class A { const string Url = "https://example.org/v1/messages"; }""")]
    [InlineData("""class A { const string Url = "/v1/messages"; }""")]
    [InlineData("""class A { string M(string id) => $"https://waba-v2.360dialog.io/{id}"; }""")]
    [InlineData("""class A { string M(string path) => "https://waba-v2.360dialog.io/" + path; }""")]
    [InlineData("""class A { string M(string path) => $"https://waba-v2.360dialog.io{path}"; }""")]
    [InlineData("""class A { string M(string name) => $"https://waba-v2.360dialog.io/v1/configs/templates/{name}"; }""")]
    [InlineData("""class A { string M(string query) => $"https://waba-v2.360dialog.io/messages{query}"; }""")]
    [InlineData("""class A { string M(string host) => $"https://{host}/v1/messages"; }""")]
    [InlineData("""class A { bool M(string u) => u.StartsWith("https://waba-v2.360dialog.io/v1/messages"); }""")]
    [InlineData("""class A { string M(string u) => u.Replace("https://waba-v2.360dialog.io/v1/messages", "https://waba-v2.360dialog.io/messages"); }""")]
    [InlineData("""class A { HttpClient c = new() { BaseAddress = new Uri("https://waba-v2.360dialog.io/v1/") }; Task M() => c.GetAsync("configs/templates"); }""")]
    [InlineData("""class A { HttpClient c = new() { BaseAddress = new Uri("https://waba-v2.360dialog.io/v1") }; Task M(object o) => c.PostAsJsonAsync("messages", o); }""")]
    [InlineData("""class A { HttpClient c = new() { BaseAddress = new Uri("https://waba-v2.360dialog.io/v1/") }; Task M(object o) => c.PostAsJsonAsync("/messages", o); }""")]
    [InlineData("""class A(HttpClient c) { Task M(object o) => c.PostAsJsonAsync("v1/messages", o); }""")]
    [InlineData("""class O { public string BaseUrl { get; set; } = "https://waba-v2.360dialog.io"; } class A(HttpClient c, IOptions<O> o) { Task M(object b) => c.PostAsJsonAsync(o.Value.BaseUrl + "/v1/messages", b); }""")]
    [InlineData("""class A(HttpClient c, IConfiguration o) { Task M(object b) => c.PostAsJsonAsync((o["url"] ?? "https://waba-v2.360dialog.io") + "/v1/messages", b); }""")]
    [InlineData("""using RestSharp; class A { async Task M(object b) { var client = new RestClient("https://waba-v2.360dialog.io"); await client.ExecuteAsync(new RestRequest("messages", Method.Post).AddJsonBody(b)); } }""")]
    [InlineData("""// https://waba-v2.360dialog.io/v1/messages""" + "\nclass A { }")]
    public void Not_reported(string source) => SendingProgram.Of(source).Check(Id);
}
