using Dialog360.Analyzers.Tests.Sending;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>DLG0115.</summary>
public sealed class BodyNotJsonTests
{
    private const string Id = "DLG0115";
    private const string Template = """new { messaging_product = "whatsapp", to, type = "template", template = new { name = "parcel", language = new { code = "en" } } }""";

    private static void Check(string program) => SendingProgram.Of(program.Replace("MESSAGE", Template)).Check(Id);

    [Theory]
    // Declared as text, or as something else than JSON.
    [InlineData("""class A(HttpClient c) { public Task M(string to) => c.PostAsync("https://waba-v2.360dialog.io/messages", [|new StringContent(JsonSerializer.Serialize(MESSAGE))|]); }""")]
    [InlineData("""class A(HttpClient c) { public Task M(string to) => c.PostAsync("https://waba-v2.360dialog.io/messages", [|new StringContent(JsonSerializer.Serialize(MESSAGE), Encoding.UTF8)|]); }""")]
    [InlineData("""class A(HttpClient c) { public Task M(string to) => c.PostAsync("https://graph.facebook.com/v20.0/1234/messages", [|new StringContent(JsonSerializer.Serialize(MESSAGE), Encoding.UTF8, "text/plain")|]); }""")]
    [InlineData("""class A(HttpClient c) { public Task M(string to) => c.PostAsync("https://waba-v2.360dialog.io/messages", [|new StringContent(JsonSerializer.Serialize(MESSAGE), Encoding.UTF8, "application/x-www-form-urlencoded")|]); }""")]
    [InlineData("""class A(HttpClient c) { async Task M(string to) { var content = [|new StringContent(JsonSerializer.Serialize(MESSAGE))|]; await c.PostAsync("https://waba-v2.360dialog.io/messages", content); } }""")]
    [InlineData("""class A(HttpClient c) { async Task M(string to) { var r = new HttpRequestMessage(HttpMethod.Post, "https://waba-v2.360dialog.io/messages") { Content = [|new StringContent(JsonSerializer.Serialize(MESSAGE))|] }; await c.SendAsync(r); } }""")]
    [InlineData("""class A(HttpClient c) { async Task M(string to) { var r = new HttpRequestMessage(HttpMethod.Post, "https://waba-v2.360dialog.io/messages"); r.Content = [|new StringContent(JsonSerializer.Serialize(MESSAGE), Encoding.UTF8)|]; await c.SendAsync(r); } }""")]
    [InlineData("""class A(HttpClient c) { async Task M(string to) { var content = [|new StringContent(JsonSerializer.Serialize(MESSAGE), Encoding.UTF8, "application/json")|]; content.Headers.ContentType = new MediaTypeHeaderValue("text/plain"); await c.PostAsync("https://waba-v2.360dialog.io/messages", content); } }""")]
    [InlineData("""class A { readonly HttpClient c = new() { BaseAddress = new Uri("https://waba-v2.360dialog.io/") }; async Task Post(object payload) { var json = JsonSerializer.Serialize(payload); await c.PostAsync("messages", [|new StringContent(json)|]); } }""")]
    [InlineData("""class A(HttpClient c) { static string Json(string to) => JsonSerializer.Serialize(MESSAGE); public Task M(string to) => c.PostAsync("https://waba-v2.360dialog.io/messages", [|new StringContent(Json(to))|]); }""")]
    // Declared by headers of the request, or by a method that makes the content.
    [InlineData("""class A { void M(string to) { var r = (HttpWebRequest)WebRequest.Create("https://waba-v2.360dialog.io/messages"); r.ContentType = [|"text/plain"|]; using var w = new StreamWriter(r.GetRequestStream()); w.Write(JsonSerializer.Serialize(MESSAGE)); } }""")]
    [InlineData("""class A { void M(string to) { using var w = new WebClient(); w.Headers[HttpRequestHeader.ContentType] = [|"application/x-www-form-urlencoded"|]; w.UploadString("https://waba-v2.360dialog.io/messages", JsonSerializer.Serialize(MESSAGE)); } }""")]
    [InlineData("""class A { void M(string to) { using var w = new WebClient(); w.Headers.Add("Content-Type", [|"text/plain"|]); w.UploadString("https://waba-v2.360dialog.io/messages", JsonSerializer.Serialize(MESSAGE)); } }""")]
    [InlineData("""class A(HttpClient c) { static HttpContent Body(string s) => new StringContent(s, Encoding.UTF8); public Task M(string to) => c.PostAsync("https://waba-v2.360dialog.io/messages", [|Body(JsonSerializer.Serialize(MESSAGE))|]); }""")]
    // Serialized a second time.
    [InlineData("""class A(HttpClient c) { public Task M(string to) => c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", [|JsonSerializer.Serialize(MESSAGE)|]); }""")]
    [InlineData("""class A(HttpClient c) { async Task M(string to) { var json = JsonSerializer.Serialize(MESSAGE); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", [|json|]); } }""")]
    [InlineData("""class A(HttpClient c) { public Task Post(string json) => c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", [|json|]); }""")]
    [InlineData("""class A(HttpClient c) { public Task Post(string json) => c.PostAsync("https://waba-v2.360dialog.io/messages", JsonContent.Create([|json|])); }""")]
    [InlineData("""class A(HttpClient c) { public Task Post(string json) => c.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(JsonSerializer.Serialize([|json|]), Encoding.UTF8, "application/json")); }""")]
    [InlineData("""using Flurl.Http; class A { Task M(string json) => "https://waba-v2.360dialog.io/messages".PostJsonAsync([|json|]); }""")]
    [InlineData("""using RestSharp; class A { void M(string json) { var c = new RestClient("https://waba-v2.360dialog.io/messages"); var r = new RestRequest(Method.POST); r.AddJsonBody([|json|]); c.Execute(r); } }""")]
    // A form.
    [InlineData("""class A(HttpClient c) { public Task M(string to) => c.PostAsync("https://waba-v2.360dialog.io/messages", [|new FormUrlEncodedContent(new Dictionary<string, string> { ["messaging_product"] = "whatsapp", ["to"] = to, ["type"] = "template", ["template"] = "x" })|]); }""")]
    public void Reported(string program) => Check(program);

    [Theory]
    [InlineData("""class A { void M(string to) { var r = (HttpWebRequest)WebRequest.Create("https://waba-v2.360dialog.io/messages"); r.ContentType = "application/json"; using var w = new StreamWriter(r.GetRequestStream()); w.Write(JsonSerializer.Serialize(MESSAGE)); } }""")]
    [InlineData("""class A { void M(string to) { using var w = new WebClient(); w.Headers[HttpRequestHeader.ContentType] = "application/json"; w.Headers["Accept"] = "text/plain"; w.UploadString("https://waba-v2.360dialog.io/messages", JsonSerializer.Serialize(MESSAGE)); } }""")]
    [InlineData("""class A(HttpClient c) { static HttpContent Body(string s) => new StringContent(s, Encoding.UTF8, "application/json"); public Task M(string to) => c.PostAsync("https://waba-v2.360dialog.io/messages", Body(JsonSerializer.Serialize(MESSAGE))); }""")]
    [InlineData("""class A(HttpClient c) { static HttpContent Body(string s) { var made = new StringContent(s); made.Headers.ContentType = new MediaTypeHeaderValue("application/json"); return made; } public Task M(string to) => c.PostAsync("https://waba-v2.360dialog.io/messages", Body(JsonSerializer.Serialize(MESSAGE))); }""")]
    [InlineData("""class A(HttpClient c) { public Task M(string to) => c.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(JsonSerializer.Serialize(MESSAGE), Encoding.UTF8, "application/json")); }""")]
    [InlineData("""class A(HttpClient c) { public Task M(string to) => c.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(JsonSerializer.Serialize(MESSAGE), Encoding.UTF8, "application/json; charset=utf-8")); }""")]
    [InlineData("""class A(HttpClient c) { public Task M(string to, string media) => c.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(JsonSerializer.Serialize(MESSAGE), Encoding.UTF8, media)); }""")]
    [InlineData("""class A(HttpClient c) { public Task M(string to) => c.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(JsonSerializer.Serialize(MESSAGE), new MediaTypeHeaderValue("application/json"))); }""")]
    [InlineData("""class A(HttpClient c) { async Task M(string to) { var content = new StringContent(JsonSerializer.Serialize(MESSAGE)); content.Headers.ContentType = new MediaTypeHeaderValue("application/json"); await c.PostAsync("https://waba-v2.360dialog.io/messages", content); } }""")]
    [InlineData("""class A(HttpClient c) { async Task M(string to) { var content = new StringContent(JsonSerializer.Serialize(MESSAGE)) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/json") } }; await c.PostAsync("https://waba-v2.360dialog.io/messages", content); } }""")]
    [InlineData("""class A(HttpClient c) { async Task M(string to) { var content = new StringContent(JsonSerializer.Serialize(MESSAGE)); content.Headers.Remove("Content-Type"); content.Headers.Add("Content-Type", "application/json"); await c.PostAsync("https://waba-v2.360dialog.io/messages", content); } }""")]
    [InlineData("""class A(HttpClient c) { async Task M(string to) { var content = new StringContent(JsonSerializer.Serialize(MESSAGE)); content.Headers.ContentType!.MediaType = "application/json"; await c.PostAsync("https://waba-v2.360dialog.io/messages", content); } }""")]
    [InlineData("""class A(HttpClient c) { static void Declare(HttpContent x) => x.Headers.ContentType = new MediaTypeHeaderValue("application/json"); async Task M(string to) { var content = new StringContent(JsonSerializer.Serialize(MESSAGE)); Declare(content); await c.PostAsync("https://waba-v2.360dialog.io/messages", content); } }""")]
    [InlineData("""class A(HttpClient c) { async Task M(string to) { var r = new HttpRequestMessage(HttpMethod.Post, "https://waba-v2.360dialog.io/messages") { Content = new StringContent(JsonSerializer.Serialize(MESSAGE)) }; r.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json"); await c.SendAsync(r); } }""")]
    [InlineData("""class A(HttpClient c) { public Task M(string to) => c.PostAsync("https://waba-v2.360dialog.io/messages", new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(MESSAGE))); }""")]
    [InlineData("""class A(HttpClient c) { public Task M(string to) => c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", MESSAGE); }""")]
    [InlineData("""class A(HttpClient c) { public Task M(object payload) => c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", payload); }""")]
    [InlineData("""class A(HttpClient c) { public Task M(string to) => c.PostAsync("https://waba-v2.360dialog.io/messages", JsonContent.Create(MESSAGE)); }""")]
    [InlineData("""class A(HttpClient c) { public Task M(string text) => c.PostAsync("https://example.com/messages", new StringContent(text)); }""")]
    [InlineData("""class A(HttpClient c) { public Task M(string url, string text) => c.PostAsync(url, new StringContent(text)); }""")]
    [InlineData("""class A(HttpClient c) { public Task M(string text) => c.PostAsJsonAsync("https://example.com/notes", text); }""")]
    [InlineData("""class A(HttpClient c) { public Task M(string to) => c.PostAsync("https://graph.facebook.com/v20.0/1234/messages", new FormUrlEncodedContent(new Dictionary<string, string> { ["messaging_product"] = "whatsapp", ["to"] = to, ["type"] = "template", ["template"] = "x" })); }""")]
    [InlineData("""class A(HttpClient c) { public Task M(string code) => c.PostAsync("https://graph.facebook.com/v20.0/oauth/access_token", new FormUrlEncodedContent(new Dictionary<string, string> { ["code"] = code })); }""")]
    [InlineData("""class A(HttpClient c) { public Task M(string url) => c.PostAsync("https://waba-v2.360dialog.io/v1/configs/webhook", new StringContent(url)); }""")]
    [InlineData("""using RestSharp; class A { async Task M(string json) { var c = new RestClient("https://waba-v2.360dialog.io"); var r = new RestRequest("messages", Method.Post).AddJsonBody(json); await c.ExecuteAsync(r); } }""")]
    [InlineData("""using RestSharp; class A { void M(object body) { var c = new RestClient("https://waba-v2.360dialog.io/messages"); var r = new RestRequest(Method.POST); r.AddJsonBody(body); c.Execute(r); } }""")]
    [InlineData("""using Flurl.Http; class A { Task M(object body) => "https://waba-v2.360dialog.io/messages".PostJsonAsync(body); }""")]
    public void Silent(string program) => Check(program);
}
