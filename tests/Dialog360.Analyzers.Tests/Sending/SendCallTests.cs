using Dialog360.Analyzers.Sending.Requests;

namespace Dialog360.Analyzers.Tests.Sending;

/// <summary>Which calls are seen, with which client, URL and body.</summary>
public class SendCallTests
{
    /// <summary>Programs, and what is seen in them: client, URL, and the source text of the body.</summary>
    public static TheoryData<string, string> Seen() => new()
    {
        // HttpClient
        { """class A { async Task M(HttpClient c) => await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { to = "1" }); }""", """HttpClient https://waba-v2.360dialog.io/messages <- new { to = "1" }""" },
        { """class A { async Task M(HttpClient c, object o) { var json = JsonSerializer.Serialize(o); var content = new StringContent(json, Encoding.UTF8, "application/json"); await c.PostAsync("https://a.b/c", content); } }""", "HttpClient https://a.b/c <- o" },
        { """class A { async Task M(HttpClient c) { var p = new { to = "1" }; var r = c.PostAsync(new Uri("https://a.b/c"), JsonContent.Create(p)); await r; } }""", """HttpClient https://a.b/c <- new { to = "1" } not awaited""" },
        { """class A { void M(HttpClient c, string s) { var r = c.PostAsync("https://a.b/c", new ByteArrayContent(Encoding.UTF8.GetBytes(s))).Result; } }""", "HttpClient https://a.b/c <- s" },
        { """class A { async Task M(HttpClient c, bool b) { object p; if (b) p = new { a = 1 }; else p = new { a = 2 }; await c.PostAsJsonAsync("https://a.b/c", p); } }""", "HttpClient https://a.b/c <- new { a = 1 } | new { a = 2 }" },
        { """class A { async Task M(HttpClient c, bool b) => await c.PostAsJsonAsync("https://a.b/c", b ? (object)new { a = 1 } : new { b = 2 }); }""", "HttpClient https://a.b/c <- new { a = 1 } | new { b = 2 }" },
        { """class A { async Task M(HttpClient c) { var request = new HttpRequestMessage(HttpMethod.Post, "https://a.b/c") { Content = JsonContent.Create(new { a = 1 }) }; await c.SendAsync(request); } }""", "HttpClient https://a.b/c <- new { a = 1 }" },
        { """class A { async Task M(HttpClient c, string j) { using var request = new HttpRequestMessage(); request.Method = HttpMethod.Post; request.RequestUri = new Uri("https://a.b/c"); request.Content = new StringContent(j); using var r = await c.SendAsync(request).ConfigureAwait(false); } }""", "HttpClient https://a.b/c <- j" },
        { """class A { void M(HttpClient c, string j) { c.Send(new HttpRequestMessage(HttpMethod.Post, "https://a.b/c") { Content = new StringContent(j) }); } }""", "HttpClient https://a.b/c <- j" },
        { """class A { async Task M(HttpClient c, object o) { await c.SendAsync(Make("https://a.b/c", o)); } static HttpRequestMessage Make(string url, object body) { var m = new HttpRequestMessage(HttpMethod.Post, url); m.Content = Json(body); return m; } static HttpContent Json(object x) => new StringContent(JsonSerializer.Serialize(x)); }""", "HttpClient https://a.b/c <- o" },
        { """class A { async Task M(HttpClient c) { await c.PutAsync("https://a.b/c", null); await c.GetAsync("https://a.b/d"); } }""", "HttpClient https://a.b/c <- \nHttpClient https://a.b/d <- " },
        { """class A { async Task M(HttpClient c) { await c.PostAsync("https://a.b/c", new FormUrlEncodedContent(new Dictionary<string, string>())); } }""", "HttpClient https://a.b/c <- " },
        { """class A { Task M(HttpClient c, object o) => c.PostAsync("https://a.b/c", ToJson(o)); static StringContent ToJson(object value) => new(JsonSerializer.Serialize(value)); }""", "HttpClient https://a.b/c <- o not awaited" },
        { """class A { Task M(HttpClient c) => c.PostAsJsonAsync("https://a.b/c", Build("1")); static object Build(string to) => new { to }; }""", """HttpClient https://a.b/c <- Build("1") not awaited""" },

        // Base addresses
        { """class A { readonly HttpClient _c; public A(HttpClient c) { c.BaseAddress = new Uri("https://a.b/v1/"); _c = c; } async Task M() => await _c.PostAsJsonAsync("messages", 1); }""", "HttpClient https://a.b/v1/messages <- 1" },
        { """class A { readonly HttpClient _c = new() { BaseAddress = new Uri("https://a.b/v1") }; async Task M() => await _c.PostAsJsonAsync("messages", 1); }""", "HttpClient https://a.b/messages <- 1" },
        { """class A { readonly HttpClient _c = new HttpClient(); A() { _c.BaseAddress = new Uri("https://a.b"); } async Task M() => await _c.PostAsJsonAsync("/messages", 1); }""", "HttpClient https://a.b/messages <- 1" },
        { """class A(HttpClient c) { async Task M() => await c.PostAsJsonAsync("messages", 1); } class S { void C(IServiceCollection s) => s.AddHttpClient<A>(x => { x.BaseAddress = new Uri("https://a.b"); }); }""", "HttpClient https://a.b/messages <- 1" },
        { """interface I {} class A : I { HttpClient _c; public A(HttpClient c) => _c = c; async Task M() => await _c.PostAsJsonAsync("messages", 1); } class S { void C(IServiceCollection s) => s.AddHttpClient<I, A>().ConfigureHttpClient((p, x) => x.BaseAddress = new Uri("https://a.b/")); }""", "HttpClient https://a.b/messages <- 1" },
        { """class A(IHttpClientFactory f) { async Task M() { var c = f.CreateClient("d"); await c.PostAsJsonAsync("messages", 1); } } class S { void C(IServiceCollection s) { s.AddHttpClient("d", x => x.BaseAddress = new Uri("https://a.b/")); s.AddHttpClient("e", x => x.BaseAddress = new Uri("https://e.f/")); } }""", "HttpClient https://a.b/messages <- 1" },
        { """class A { async Task M() { using var c = new HttpClient(); c.BaseAddress = new Uri("https://a.b/x/"); await c.PostAsJsonAsync("/messages", 1); } }""", "HttpClient https://a.b/messages <- 1" },
        { """class A(HttpClient c) { async Task M(string path) => await c.PostAsJsonAsync(path, 1); }""", "HttpClient - <- 1" },
        { """class O { public string BaseUrl { get; set; } = "https://a.b"; } class A(HttpClient c, IOptions<O> o) { async Task M() => await c.PostAsJsonAsync(new Uri(new Uri(o.Value.BaseUrl), "messages"), 1); }""", "HttpClient https://a.b/messages <- 1" },

        // RestSharp
        { """using RestSharp; class A { void M(string b) { var client = new RestClient("https://a.b/v1/messages"); client.Timeout = -1; var request = new RestRequest(Method.POST); request.AddHeader("D360-API-KEY", "x"); request.AddParameter("application/json", b, ParameterType.RequestBody); IRestResponse response = client.Execute(request); } }""", "RestSharp https://a.b/v1/messages <- b" },
        { """using RestSharp; class A { async Task M(object b) { var client = new RestClient("https://a.b"); var request = new RestRequest("messages", Method.Post).AddHeader("a", "b").AddJsonBody(b); var response = await client.ExecuteAsync(request); } }""", "RestSharp https://a.b/messages <- b" },
        { """using RestSharp; class A { readonly RestClient _c = new(new RestClientOptions("https://a.b/v1/")); async Task M(object b) { var request = new RestRequest("/messages"); request.AddStringBody(JsonSerializer.Serialize(b), ContentType.Json); await _c.PostAsync(request); } }""", "RestSharp https://a.b/v1/messages <- b throws" },
        { """using RestSharp; class A { async Task M(string j) { using var c = new RestClient(new RestClientOptions { BaseUrl = new Uri("https://a.b") }); await c.PostJsonAsync<string, string>("messages", j); } }""", "RestSharp https://a.b/messages <- j throws" },
        { """using RestSharp; class A { void M(object j) { var c = new RestClient { BaseUrl = new Uri("https://a.b") }; var r = new RestRequest { Method = Method.POST, Resource = "messages" }; r.AddJsonBody(j); c.Post(r); } }""", "RestSharp https://a.b/messages <- j" },

        // Flurl
        { """using Flurl.Http; class A { async Task M(object o) => await "https://a.b/messages".WithHeader("D360-API-KEY", "k").PostJsonAsync(o); }""", "Flurl https://a.b/messages <- o throws" },
        { """using Flurl; using Flurl.Http; class A { async Task M(object o) => await "https://a.b".AppendPathSegment("v1").AppendPathSegment("messages").WithHeader("a", "k").AllowAnyHttpStatus().PostJsonAsync(o); }""".Replace(".AppendPathSegment(\"v1\").AppendPathSegment", ".AppendPathSegments(\"v1\").SetQueryParam(\"a\", 1).ToString().AppendPathSegment"), "Flurl https://a.b/v1/messages <- o" },
        { """using Flurl.Http; class A { readonly IFlurlClient _c = new FlurlClient("https://a.b"); async Task M(object o) => await _c.Request("v1", "messages").WithHeader("a", "b").PostJsonAsync(o); }""", "Flurl https://a.b/v1/messages <- o throws" },

        // Refit
        { """using Refit; interface IApi { [Post("/messages")] Task<string> Send([Body] object message, [Header("D360-API-KEY")] string key); } class A { async Task M(object o) { var api = RestService.For<IApi>("https://a.b"); await api.Send(o, "k"); } }""", "Refit https://a.b/messages <- o throws" },
        { """using Refit; interface IApi { [Post("/{id}/messages")] Task<IApiResponse> Send(string id, [Body] object message); } class A(IApi api) { async Task M(object o) => await api.Send("1", o); } class S { void C(IServiceCollection s) => s.AddRefitClient<IApi>().ConfigureHttpClient(c => c.BaseAddress = new Uri("https://a.b")); }""", "Refit https://a.b/?/messages <- o" },

        // WebClient, HttpWebRequest
        { """class A { void M(string j) { using (var w = new WebClient()) { w.Headers.Add("D360-API-KEY", "k"); var s = w.UploadString("https://a.b/c", "POST", j); } } }""", "WebClient https://a.b/c <- j throws" },
        { """class A { void M(string j) { var request = (HttpWebRequest)WebRequest.Create("https://a.b/c"); request.Method = "POST"; using (var w = new StreamWriter(request.GetRequestStream())) { w.Write(j); } var r = request.GetResponse(); } }""", "HttpWebRequest https://a.b/c <- j throws" },
        { """class A { void M(string j) { HttpWebRequest request = WebRequest.CreateHttp("https://a.b/c"); byte[] data = Encoding.UTF8.GetBytes(j); using (Stream s = request.GetRequestStream()) s.Write(data, 0, data.Length); } }""", "HttpWebRequest https://a.b/c <- j throws" },
        { """class A { void M(string j) { var request = WebRequest.Create("https://a.b/c"); using var w = new StreamWriter(request.GetRequestStream()); w.Write("{"); w.Write(j); w.Write("}"); } }""", "HttpWebRequest https://a.b/c <-  throws" },

        // SDK
        { """using WABA360Dialog; using WABA360Dialog.ApiClient.Payloads.Models.MessageObjects; class A { async Task M() { var c = new WABA360DialogApiClient("k"); await c.SendMessageAsync(MessageObjectFactory.CreateTextMessage("1", "a")); } }""", """Waba360Dialog - <- MessageObjectFactory.CreateTextMessage("1", "a") throws""" },

        // Top-level program
        { """var c = new HttpClient(); await c.PostAsJsonAsync("https://a.b/c", new { a = 1 });""", "HttpClient https://a.b/c <- new { a = 1 }" },
    };

    /// <summary>Calls that only look like a request over HTTP.</summary>
    public static TheoryData<string> NotSeen() => new()
    {
        """interface IHub { Task SendAsync(string method, object o); } class A { Task M(IHub hub, object o) => hub.SendAsync("message", o); }""",
        """class Mail { public Task SendAsync(object m) => null; public void Send(object m) { } } class A { void M(Mail m, object o) { m.Send(o); m.SendAsync(o); } }""",
        """interface IMediator { Task Send(object o); Task Post(object o); } class A { void M(IMediator m, object o) { m.Send(o); m.Post(o); } }""",
        """class A { Task M(System.Net.WebSockets.ClientWebSocket s) => s.SendAsync(new ArraySegment<byte>(new byte[1]), System.Net.WebSockets.WebSocketMessageType.Text, true, default); }""",
        """class Bot { public Task SendMessageAsync(object o) => null; } class A { Task M(Bot b) => b.SendMessageAsync(new { to = "1" }); }""",
        """class A { void M(string j) { using var w = new StreamWriter(File.OpenWrite("a")); w.Write(j); } }""",
        """class Queue { public Task PostAsync(string url, object o) => null; } class A { Task M(Queue q) => q.PostAsync("https://a.b", 1); }""",
        """interface IApi { Task Post(object o); } class A { Task M(IApi a) => a.Post(1); }""",
        """class A { void M(TextWriter w) { w.Write("a"); w.WriteLine("b"); } }""",
        """class A { void M(System.Net.Mail.SmtpClient c) => c.Send("a", "b", "c", "d"); }""",
    };

    [Theory]
    [MemberData(nameof(NotSeen))]
    public void Look_alikes_are_not_seen(string source) => Assert.Empty(SendingProgram.Of(source).Requests().Select(Describe));

    [Theory]
    [MemberData(nameof(Seen))]
    public void Calls_are_seen(string source, string expected)
    {
        SendingProgram program = SendingProgram.Of(source);
        Assert.Equal(expected, string.Join("\n", program.Requests().Select(Describe)));
    }

    private static string Describe(SendCall call)
    {
        string url = call.Url?.Text.Text.Replace('\uFFFC', '?') ?? "-";
        string body = string.Join(" | ", call.PayloadSources.Select(source => source.Syntax.ToString()));
        return $"{call.Client} {url} <- {body}{(call.ThrowsOnFailure ? " throws" : "")}{(call.IsAwaited ? "" : " not awaited")}";
    }
}
