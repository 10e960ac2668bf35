using Dialog360.Analyzers.Tests.Sending;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>DLG0702.</summary>
public sealed class KeyHeaderMissingTests
{
    private const string Id = "DLG0702";

    [Theory]
    // Another scheme: on its setting.
    [InlineData("""class A { async Task M(string token, object o) { var c = new HttpClient(); c.DefaultRequestHeaders.[|Authorization|] = new AuthenticationHeaderValue("Bearer", token); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""")]
    [InlineData("""class A { async Task M(HttpClient c, string token, object o) { c.DefaultRequestHeaders.[|Authorization|] = new AuthenticationHeaderValue("Bearer", token); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""")]
    [InlineData("""class A { async Task M(HttpClient c, string token, object o) { c.DefaultRequestHeaders.Add([|"Authorization"|], "Bearer " + token); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""")]
    [InlineData("""class A { async Task M(HttpClient c, string token, object o) { c.DefaultRequestHeaders.TryAddWithoutValidation([|"authorization"|], $"Bearer {token}"); await c.PostAsJsonAsync("https://waba-sandbox.360dialog.io/v1/messages", o); } }""")]
    [InlineData("""class A { readonly HttpClient _c; public A(HttpClient c, string token) { _c = c; _c.BaseAddress = new Uri("https://waba-v2.360dialog.io"); _c.DefaultRequestHeaders.[|Authorization|] = new AuthenticationHeaderValue("Bearer", token); } public Task M(object o) => _c.PostAsJsonAsync("messages", o); }""")]
    [InlineData("""class A { readonly HttpClient _c; public A(HttpClient c, string token) { c.DefaultRequestHeaders.[|Authorization|] = new AuthenticationHeaderValue("Bearer", token); _c = c; } public Task M(object o) => _c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); public Task N(object o) => _c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); }""")]
    [InlineData("""class A { async Task M(HttpClient c, string token, string j) { var r = new HttpRequestMessage(HttpMethod.Post, "https://waba-v2.360dialog.io/messages") { Content = new StringContent(j) }; r.Headers.[|Authorization|] = new AuthenticationHeaderValue("Bearer", token); await c.SendAsync(r); } }""")]
    [InlineData("""class A { async Task M(HttpClient c, string token, string j) { var r = new HttpRequestMessage(HttpMethod.Post, "https://waba-v2.360dialog.io/messages") { Content = new StringContent(j), Headers = { [|Authorization|] = new AuthenticationHeaderValue("Bearer", token) } }; await c.SendAsync(r); } }""")]
    [InlineData("""class A { async Task M(HttpClient c, string token, string j) { var r = new HttpRequestMessage(HttpMethod.Post, "https://waba-v2.360dialog.io/messages"); r.Headers.Add([|"Authorization"|], token); await c.SendAsync(r); } }""")]
    [InlineData("""class A(HttpClient c) { public Task [||]M(object o) => c.[|PostAsJsonAsync|]("messages", o); } class S { void C(IServiceCollection s, string t) => s.AddHttpClient<A>(x => { x.BaseAddress = new Uri("https://waba-v2.360dialog.io"); x.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", t); }); }""")]
    [InlineData("""class A { void M(string token, string j) { var r = (HttpWebRequest)WebRequest.Create("https://waba-v2.360dialog.io/messages"); r.Headers.Add([|"Authorization"|], "Bearer " + token); using var w = new StreamWriter(r.GetRequestStream()); w.Write(j); } }""")]
    [InlineData("""class A { void M(string token, string j) { var r = (HttpWebRequest)WebRequest.Create("https://waba-v2.360dialog.io/messages"); r.Headers[[|"Authorization"|]] = "Bearer " + token; using var w = new StreamWriter(r.GetRequestStream()); w.Write(j); } }""")]
    [InlineData("""class A { void M(string token, string j) { using var w = new WebClient(); w.Headers.Add([|"Authorization"|], "Bearer " + token); w.UploadString("https://waba-v2.360dialog.io/messages", j); } }""")]
    [InlineData("""using RestSharp; class A { void M(string token, object b) { var c = new RestClient("https://waba-v2.360dialog.io/messages"); var r = new RestRequest(Method.POST); r.AddHeader([|"Authorization"|], "Bearer " + token); r.AddJsonBody(b); c.Execute(r); } }""")]
    [InlineData("""using RestSharp; class A { async Task M(string token, object b) { var c = new RestClient("https://waba-v2.360dialog.io"); var r = new RestRequest("messages", Method.Post).AddHeader([|"Authorization"|], token).AddJsonBody(b); await c.ExecuteAsync(r); } }""")]
    [InlineData("""using Flurl.Http; class A { Task M(string token, object o) => "https://waba-v2.360dialog.io/messages".[|WithOAuthBearerToken|](token).PostJsonAsync(o); }""")]
    [InlineData("""using Flurl.Http; class A { Task M(string token, object o) => "https://waba-v2.360dialog.io/messages".WithHeader([|"Authorization"|], token).PostJsonAsync(o); }""")]
    [InlineData("""var c = new HttpClient(); c.DefaultRequestHeaders.[|Authorization|] = new AuthenticationHeaderValue("Bearer", args[0]); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { to = "1" });""")]
    [InlineData("""class A { async Task M(HttpClient c, string token) { c.DefaultRequestHeaders.[|Authorization|] = new AuthenticationHeaderValue("Basic", token); await c.GetAsync("https://waba-v2.360dialog.io/health_status"); } }""")]
    // Nothing at all, with all headers in sight: on the send.
    [InlineData("""class A { async Task M(object o) { using var c = new HttpClient(); await c.[|PostAsJsonAsync|]("https://waba-v2.360dialog.io/messages", o); } }""")]
    [InlineData("""class A { async Task M(object o) { var c = new HttpClient(); c.DefaultRequestHeaders.Add("Accept", "application/json"); await c.[|PostAsJsonAsync|]("https://waba-v2.360dialog.io/messages", o); } }""")]
    [InlineData("""class A { async Task M(object o) { using (var c = new HttpClient { BaseAddress = new Uri("https://waba-v2.360dialog.io") }) { await c.[|PostAsJsonAsync|]("messages", o); } } }""")]
    [InlineData("""class A { async Task M(string j) { var c = new HttpClient(); var r = new HttpRequestMessage(HttpMethod.Post, "https://waba-v2.360dialog.io/messages") { Content = new StringContent(j) }; await c.[|SendAsync|](r); } }""")]
    [InlineData("""class A { void M(string j) { var r = (HttpWebRequest)WebRequest.Create("https://waba-v2.360dialog.io/messages"); r.Method = "POST"; using var w = new StreamWriter(r.GetRequestStream()); w.[|Write|](j); } }""")]
    [InlineData("""class A { void M(string j) { using var w = new WebClient(); w.[|UploadString|]("https://waba-v2.360dialog.io/messages", j); } }""")]
    [InlineData("""using RestSharp; class A { void M(object b) { var c = new RestClient("https://waba-v2.360dialog.io/messages"); var r = new RestRequest(Method.POST); r.AddJsonBody(b); c.[|Execute|](r); } }""")]
    [InlineData("""var c = new HttpClient(); await c.[|PostAsJsonAsync|]("https://waba-v2.360dialog.io/messages", new { to = "1" });""")]
    public void Reported(string source) => SendingProgram.Of(source.Replace("[||]", "", StringComparison.Ordinal)).Check(Id);

    [Theory]
    [InlineData("""class A { async Task M(string key, object o) { var c = new HttpClient(); c.DefaultRequestHeaders.Add("D360-API-KEY", key); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""")]
    [InlineData("""class A { async Task M(string key, object o) { var c = new HttpClient(); c.DefaultRequestHeaders.Authorization = null; c.DefaultRequestHeaders.Add("D360-Api-Key", key); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""")]
    [InlineData("""class A { async Task M(string key, string t, object o) { var c = new HttpClient(); c.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", t); c.DefaultRequestHeaders.Add("d360-api-key", key); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""")]
    [InlineData("""class A { const string Header = "D360-API-KEY"; async Task M(string key, object o) { var c = new HttpClient(); c.DefaultRequestHeaders.Add(Header, key); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""")]
    [InlineData("""static class Headers { public const string Key = "D360-API-KEY"; } class A { async Task M(string key, object o) { var c = new HttpClient(); c.DefaultRequestHeaders.Add(Headers.Key, key); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""")]
    [InlineData("""class A(IConfiguration config) { async Task M(string key, object o) { var c = new HttpClient(); c.DefaultRequestHeaders.Add(config["header"], key); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""")]
    [InlineData("""class A { async Task M(Dictionary<string, string> headers, object o) { var c = new HttpClient(); foreach (var h in headers) c.DefaultRequestHeaders.Add(h.Key, h.Value); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""")]
    [InlineData("""class A { async Task M(HttpClient c, object o) => await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); }""")]
    [InlineData("""class A(HttpClient c) { Task M(object o) => c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); }""")]
    [InlineData("""class A(IHttpClientFactory f) { async Task M(object o) { var c = f.CreateClient("w"); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""")]
    [InlineData("""class A { static readonly HttpClient Http = new HttpClient(); Task M(object o) => Http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); }""")]
    [InlineData("""class A { HttpClient c = new(); A(string key) => c.DefaultRequestHeaders.Add("D360-API-KEY", key); Task M(object o) => c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); }""")]
    [InlineData("""class H : DelegatingHandler { } class A { async Task M(object o) { var c = new HttpClient(new H()); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""")]
    [InlineData("""class A { static void AddKey(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", "k"); async Task M(object o) { var c = new HttpClient(); AddKey(c); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""")]
    [InlineData("""static class X { public static void AddKey(this HttpRequestMessage c) => c.Headers.Add("D360-API-KEY", "k"); } class A { async Task M(string j, string t) { var c = new HttpClient(); var r = new HttpRequestMessage(HttpMethod.Post, "https://waba-v2.360dialog.io/messages"); r.Headers.Authorization = new AuthenticationHeaderValue("Bearer", t); r.AddKey(); await c.SendAsync(r); } }""")]
    [InlineData("""class A { async Task M(HttpClient c, string token, object o) { c.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token); await c.PostAsJsonAsync("https://graph.facebook.com/v19.0/1/messages", o); } }""")]
    [InlineData("""class A { async Task M(HttpClient c, string token) { c.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token); await c.GetAsync("https://hub.360dialog.io/api/v2/partners/1/channels"); } }""")]
    [InlineData("""class A { async Task M(HttpClient c, string token, object o, string url) { c.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token); await c.PostAsJsonAsync(url, o); } }""")]
    [InlineData("""class A { async Task M(object o) { using var c = new HttpClient(); await c.PostAsJsonAsync("https://example.org/whatsapp", o); } }""")]
    [InlineData("""class A { readonly HttpClient _graph = new(); readonly HttpClient _dialog; public A(HttpClient dialog, string t) { _dialog = dialog; _graph.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", t); } Task M(object o) => _dialog.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); }""")]
    [InlineData("""class A(HttpClient c) { Task M(object o) => c.PostAsJsonAsync("messages", o); } class S { void C(IServiceCollection s, string k) => s.AddHttpClient<A>(x => { x.BaseAddress = new Uri("https://waba-v2.360dialog.io"); x.DefaultRequestHeaders.Add("D360-API-KEY", k); }); }""")]
    [InlineData("""class H : DelegatingHandler { } class A(HttpClient c) { Task M(object o) => c.PostAsJsonAsync("messages", o); } class S { void C(IServiceCollection s, string k) => s.AddHttpClient<A>(x => { x.BaseAddress = new Uri("https://waba-v2.360dialog.io"); x.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", k); }).AddHttpMessageHandler<H>(); }""")]
    [InlineData("""using RestSharp; class A { void M(string key, object b) { var c = new RestClient("https://waba-v2.360dialog.io/messages"); var r = new RestRequest(Method.POST); r.AddHeader("D360-API-KEY", key); r.AddJsonBody(b); c.Execute(r); } }""")]
    [InlineData("""using RestSharp; class A { async Task M(Dictionary<string, string> headers, object b) { var c = new RestClient("https://waba-v2.360dialog.io"); await c.ExecuteAsync(new RestRequest("messages", Method.Post).AddHeaders(headers).AddJsonBody(b)); } }""")]
    [InlineData("""using Flurl.Http; class A { Task M(string key, object o) => "https://waba-v2.360dialog.io/messages".WithHeaders(new { D360_API_KEY = key }).PostJsonAsync(o); }""")]
    [InlineData("""class A { void M(string key, string j) { using var w = new WebClient(); w.Headers["D360-API-KEY"] = key; w.UploadString("https://waba-v2.360dialog.io/messages", j); } }""")]
    [InlineData("""class A { void M(string key, string j) { using var w = new WebClient(); w.Headers.Add("D360-API-KEY: " + key); w.UploadString("https://waba-v2.360dialog.io/messages", j); } }""")]
    [InlineData("""using WABA360Dialog; class A { async Task M(string key, object o) { var c = new WABA360DialogApiClient(key); await c.SendMessageAsync(o); } }""")]
    public void Not_reported(string source) => SendingProgram.Of(source).Check(Id);
}
