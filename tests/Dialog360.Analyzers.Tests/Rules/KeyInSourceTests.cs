using Dialog360.Analyzers.Tests.Sending;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>DLG0701.</summary>
public sealed class KeyInSourceTests
{
    private const string Id = "DLG0701";

    // Every way of setting a header, and every way on which a literal gets there.
    [Theory]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]); }""")]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-Api-Key", [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]); }""")]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.TryAddWithoutValidation("d360-api-key", [|"1234567_sandbox"|]); }""")]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.TryAddWithoutValidation("D360-API-KEY", new[] { [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|] }); }""")]
    [InlineData("""class A { void M(HttpRequestMessage r) { r.Headers.Add(name: "D360-API-KEY", value: [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]); } }""")]
    [InlineData("""class A { void M(HttpRequestMessage r) { r.Headers.Add(value: [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|], name: "D360-API-KEY"); } }""")]
    [InlineData("""var r = new HttpRequestMessage { Headers = { { "D360-API-KEY", [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|] } } };""")]
    [InlineData("""class A { private const string Key = [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]; void M(HttpRequestMessage r) => r.Headers.Add("D360-API-KEY", Key); }""")]
    [InlineData("""class A { private const string Key = [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]; void M(HttpRequestMessage r, HttpClient c) { r.Headers.Add("D360-API-KEY", Key); c.DefaultRequestHeaders.Add("D360-API-KEY", Key); } }""")]
    [InlineData("""class A { static readonly string key = [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]; const string Header = "D360-API-KEY"; void M(HttpRequestMessage r) => r.Headers.Add(Header, key); }""")]
    [InlineData("""class A { string key = [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]; void M(HttpRequestMessage r) => r.Headers.Add("D360-API-KEY", this.key); }""")]
    [InlineData("""static class Keys { public const string Dialog = [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]; } class A { void M(HttpRequestMessage r) => r.Headers.Add("D360-API-KEY", Keys.Dialog); }""")]
    [InlineData("""class Settings { public string ApiKey { get; set; } = [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]; } class A(IOptions<Settings> s) { void M(HttpRequestMessage r) => r.Headers.Add("D360-API-KEY", s.Value.ApiKey); }""")]
    [InlineData("""class Settings { public string ApiKey { get; set; } } class A { void M(HttpRequestMessage r) { var s = new Settings { ApiKey = [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|] }; r.Headers.Add("D360-API-KEY", s.ApiKey); } }""")]
    [InlineData("""class A { string Key => [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]; void M(HttpRequestMessage r) => r.Headers.Add("D360-API-KEY", Key); }""")]
    [InlineData("""class A { static string GetKey() { return [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]; } void M(HttpRequestMessage r) => r.Headers.Add("D360-API-KEY", GetKey()); }""")]
    [InlineData("""class A { void M(HttpRequestMessage r, IConfiguration config) => r.Headers.Add("D360-API-KEY", config["Dialog:Key"] ?? [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]); }""")]
    [InlineData("""class A { void M(HttpRequestMessage r, bool live, string key) => r.Headers.Add("D360-API-KEY", live ? key : [|"8812345_sandbox"|]); }""")]
    [InlineData("""class A { void M(HttpRequestMessage r, bool live) { string key; if (live) key = [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]; else key = [|"8812345_sandbox"|]; r.Headers.Add("D360-API-KEY", key); } }""")]
    [InlineData("""class A { readonly string _key; public A(string key) => _key = key; void M(HttpRequestMessage r) => r.Headers.Add("D360-API-KEY", _key); } class B { A a = new A([|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]); }""")]
    [InlineData("""class A(string key) { void M(HttpRequestMessage r) => r.Headers.Add("D360-API-KEY", key); } class B { A a = new([|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]); }""")]
    [InlineData("""class A { static void Post(string url, string key) { var r = new HttpRequestMessage(HttpMethod.Post, url); r.Headers.Add("D360-API-KEY", key); } void M() => Post("https://waba-v2.360dialog.io/messages", [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]); }""")]
    [InlineData("""class A { static void Post(string url, string key = [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]) { var r = new HttpRequestMessage(HttpMethod.Post, url); r.Headers.Add("D360-API-KEY", key); } }""")]
    [InlineData("""class A { Dictionary<string, string> Headers() => new() { ["D360-API-KEY"] = [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|] }; }""")]
    [InlineData("""class A { static readonly Dictionary<string, string> Headers = new Dictionary<string, string> { { "Accept", "application/json" }, { "D360-API-KEY", [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|] } }; }""")]
    [InlineData("""class A { void M() { var headers = new Dictionary<string, string>(); headers.Add("D360-API-KEY", [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]); headers["D360-API-KEY"] = [|"8812345_sandbox"|]; } }""")]
    [InlineData("""class A { List<KeyValuePair<string, string>> h = new() { new KeyValuePair<string, string>("D360-API-KEY", [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]) }; }""")]
    [InlineData("""class A { (string, string)[] h = { ("D360-API-KEY", [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]) }; }""")]
    [InlineData("""class A { void M(HttpWebRequest r) { r.Headers["D360-API-KEY"] = [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]; r.Headers.Add([|"D360-API-KEY: kT9xQzB72hWmPq4RsLvN3cYdAK"|]); r.Headers.Set("D360-API-KEY", [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]); } }""")]
    [InlineData("""class A { void M() { using (var w = new WebClient()) { w.Headers.Add("D360-API-KEY", [|@"kT9xQzB72hWmPq4RsLvN3cYdAK"|]); } } }""")]
    [InlineData("""using RestSharp; class A { void M() { var r = new RestRequest(Method.POST); r.AddHeader("D360-API-KEY", [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]); r.AddParameter("D360-API-KEY", [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|], ParameterType.HttpHeader); } }""")]
    [InlineData("""using RestSharp; class A { void M(RestClient c) { c.AddDefaultHeader("D360-API-KEY", [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]); new RestRequest("messages", Method.Post).AddOrUpdateHeader("D360-API-KEY", [|"8812345_sandbox"|]); } }""")]
    [InlineData("""using Flurl.Http; class A { object M(string u) => u.WithHeader("D360-API-KEY", [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]); }""")]
    [InlineData("""using Flurl.Http; class A { object M(string u) => u.WithHeaders(new { Accept = "application/json", D360_API_KEY = [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|] }); }""")]
    [InlineData("""using Refit; interface IApi { [Post("/messages")] [Headers([|"D360-API-KEY: kT9xQzB72hWmPq4RsLvN3cYdAK"|])] Task Send([Body] object message); }""")]
    [InlineData("""using Refit; [Headers("Accept: application/json", [|"D360-API-KEY:8812345_sandbox"|])] interface IApi { [Post("/messages")] Task Send([Body] object message); }""")]
    [InlineData("""using Refit; interface IApi { [Post("/messages")] Task Send([Body] object message, [Header("D360-API-KEY")] string key); } class A(IApi api) { Task M() => api.Send(new { }, [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]); }""")]
    [InlineData("""using WABA360Dialog; class A { object M() => new WABA360DialogApiClient([|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]); }""")]
    [InlineData("""using WABA360Dialog; class A { const string Key = [|"8812345_sandbox"|]; object M() => new WABA360DialogSandboxClient(apiKey: Key); }""")]
    [InlineData("""class S { void C(IServiceCollection s) => s.AddHttpClient("whatsapp", c => { c.DefaultRequestHeaders.Add("D360-API-KEY", [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]); }); }""")]
    [InlineData("""const string apiKey = [|"kT9xQzB72hWmPq4RsLvN3cYdAK"|]; var c = new HttpClient(); c.DefaultRequestHeaders.Add("D360-API-KEY", apiKey);""")]
    public void Reported(string source) => SendingProgram.Of(source).Check(Id);

    [Theory]
    // Placeholders.
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", "YOUR_API_KEY"); }""")]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", "YOUR_D360_API_KEY_GOES_HERE_12"); }""")]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", "yourApiKey1234567890abc"); }""")]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", "<your key>"); }""")]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", "xxxxxxxxxxxxxxxxxxxxxxxxxx"); }""")]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", "XXXXXXXXXXXXXXXX1234"); }""")]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", "test"); }""")]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", "testkey1234567890abcd"); }""")]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", ""); }""")]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", "short1"); }""")]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", "YOUR_NUMBER_sandbox"); }""")]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", "{{D360_API_KEY}}"); }""")]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", "placeholder1234567890"); }""")]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", "_sandbox"); }""")]
    // Read from somewhere.
    [InlineData("""class A { void M(HttpClient c, IConfiguration config) => c.DefaultRequestHeaders.Add("D360-API-KEY", config["Dialog360ApiKeyProduction1"]); }""")]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", Environment.GetEnvironmentVariable("D360APIKEYPRODUCTION1")); }""")]
    [InlineData("""class A { void M(HttpClient c, IConfiguration config) => c.DefaultRequestHeaders.Add("D360-API-KEY", config.GetValue<string>("Whatsapp360DialogKey1")); }""")]
    [InlineData("""class A { void M(HttpClient c, string key) => c.DefaultRequestHeaders.Add("D360-API-KEY", key); }""")]
    [InlineData("""class A(IOptions<O> o) { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", o.Value.Key); } class O { public string Key { get; set; } = ""; }""")]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", File.ReadAllText("secretfile1234567890")); }""")]
    [InlineData("""class A { static string Find(string name) => null; void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", Find("vaultEntry1234567890")); }""")]
    // Another header, or no header at all.
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("X-Correlation-Id", "kT9xQzB72hWmPq4RsLvN3cYdAK"); }""")]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("kT9xQzB72hWmPq4RsLvN3cYdAK", "D360-API-KEY"); }""")]
    [InlineData("""class A { const string PhoneNumberId = "1045612345678901"; string Whatsapp => PhoneNumberId; }""")]
    [InlineData("""class A { const string Id = "kT9xQzB72hWmPq4RsLvN3cYdAK"; void M(HttpRequestMessage r, string key) { r.Headers.Add("D360-API-KEY", key); r.Headers.Add("X-Id", Id); } }""")]
    [InlineData("""class A { void M(HttpRequestMessage r, string key) { if (key == "kT9xQzB72hWmPq4RsLvN3cYdAK") return; r.Headers.Add("D360-API-KEY", key); } }""")]
    [InlineData("""class A { string Name => "D360-API-KEY"; string Other => "kT9xQzB72hWmPq4RsLvN3cYdAK"; }""")]
    [InlineData("""// r.Headers.Add("D360-API-KEY", "kT9xQzB72hWmPq4RsLvN3cYdAK");""" + "\nclass A { }")]
    [InlineData("""using WABA360Dialog; class A { object M(IConfiguration c) => new WABA360DialogApiClient(c["Dialog360ApiKeyProduction1"]); }""")]
    [InlineData("""using Refit; [Headers("D360-API-KEY: YOUR_KEY")] interface IApi { [Post("/messages")] Task Send([Body] object message); }""")]
    [InlineData("""using Flurl.Http; class A { object M(string u) => u.WithHeaders(new { Accept = "kT9xQzB72hWmPq4RsLvN3cYdAK" }); }""")]
    public void Not_reported(string source) => SendingProgram.Of(source).Check(Id);

    [Theory]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", "kT9xQzB72hWmPq4RsLvN3cYd""")]
    [InlineData("""class A { void M(Unknown c) => c.Add("D360-API-KEY", "kT9xQzB72hWmPq4RsLvN3cYdAK"); }""")]
    [InlineData("""class A { string K => K; void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", K); void N() { var kT9 = "kT9xQzB72hWmPq4RsLvN3cYdAK"; kT9 = """)]
    public void Half_typed_code_is_silent(string source) => SendingProgram.Of(source, mayHaveErrors: true).Check(Id);
}
