using Dialog360.Analyzers.Tests.Sending;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>DLG0704.</summary>
public sealed class RetiredHostTests
{
    private const string Id = "DLG0704";

    [Theory]
    [InlineData("""class A { const string Url = "https://[|waba.360dialog.io|]/v1/messages"; }""")]
    [InlineData("""class A { static readonly string Url = "https://[|waba.360dialog.io|]/v1/messages"; }""")]
    [InlineData("""class A { private string _url = "https://[|waba.360dialog.io|]/"; }""")]
    [InlineData("""class A { string Url => "https://[|waba.360dialog.io|]"; }""")]
    [InlineData("""class A { public string Url { get; set; } = "HTTPS://[|WABA.360dialog.io|]/v1"; }""")]
    [InlineData("""class A { void M() { var url = "http://[|waba.360dialog.io|]/v1/contacts"; } }""")]
    [InlineData("""class A { void M(string id) { var url = $"https://[|waba.360dialog.io|]/v1/media/{id}"; } }""")]
    [InlineData("""class A { string M(string id) => "https://[|waba.360dialog.io|]/v1/media/" + id; }""")]
    [InlineData("""class A { string M(string id) => string.Format("https://[|waba.360dialog.io|]/v1/media/{0}", id); }""")]
    [InlineData("""class A { string M(string id) => string.Concat("https://[|waba.360dialog.io|]/v1/media/", id); }""")]
    [InlineData("""class A { string M() => @"https://[|waba.360dialog.io|]/v1/messages"; }""")]
    [InlineData("class A { string M() => \"\"\"https://[|waba.360dialog.io|]/v1/messages\"\"\"; }")]
    [InlineData("""class A { string M(string id) => $@"https://[|waba.360dialog.io|]/v1/media/{id}?a=1"; }""")]
    [InlineData("""class A { string M() => "https://" + "[|waba.360dialog.io|]" + "/v1/messages"; }""")]
    [InlineData("""class A { const string Host = "waba.360dialog.io"; string M() => $"https://{[|Host|]}/v1/messages"; }""")]
    [InlineData("""class A { void M(HttpClient c, object o) => c.PostAsJsonAsync("https://[|waba.360dialog.io|]/v1/messages", o); }""")]
    [InlineData("""class A { void M(HttpClient c) => c.BaseAddress = new Uri("https://[|waba.360dialog.io|]/v1/"); }""")]
    [InlineData("""class A { HttpClient c = new() { BaseAddress = new Uri("https://[|waba.360dialog.io|]:443/v1/") }; }""")]
    [InlineData("""class S { void C(IServiceCollection s) => s.AddHttpClient("w", c => c.BaseAddress = new Uri("https://[|waba.360dialog.io|]")); }""")]
    [InlineData("""using RestSharp; class A { object M() => new RestClient("https://[|waba.360dialog.io|]/v1/messages"); }""")]
    [InlineData("""using Flurl.Http; class A { object M(object o) => "https://[|waba.360dialog.io|]/v1/messages".WithHeader("a", "b").PostJsonAsync(o); }""")]
    [InlineData("""class A { object M() => WebRequest.Create("https://[|waba.360dialog.io|]/v1/messages"); }""")]
    [InlineData("""class A { string M(bool sandbox) => sandbox ? "https://waba-sandbox.360dialog.io/v1" : "https://[|waba.360dialog.io|]/v1"; }""")]
    [InlineData("""class A { string M(IConfiguration c) => c["url"] ?? "https://[|waba.360dialog.io|]/v1"; }""")]
    [InlineData("""class A { void M(string url = "https://[|waba.360dialog.io|]/v1") { } }""")]
    [InlineData("""class A { const string Base = "https://[|waba.360dialog.io|]"; string M() => Base + "/v1/messages"; string N() => $"{Base}/v1/contacts"; }""")]
    [InlineData("""class A { void M() { var b = "https://[|waba.360dialog.io|]"; var u = b + "/v1/messages"; var v = $"{b}/v1/contacts"; } }""")]
    [InlineData("""var url = new Uri("https://[|waba.360dialog.io|]/v1/messages"); Console.WriteLine(url);""")]
    [InlineData("""class A { Dictionary<string, string> urls = new() { ["send"] = "https://[|waba.360dialog.io|]/v1/messages", ["check"] = "https://[|waba.360dialog.io|]/v1/contacts" }; }""")]
    public void Reported(string source) => SendingProgram.Of(source).Check(Id);

    [Theory]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io/messages"; }""")]
    [InlineData("""class A { const string Url = "https://waba-sandbox.360dialog.io/v1/messages"; }""")]
    [InlineData("""class A { const string Url = "https://hub.360dialog.io/api/v2/token"; }""")]
    [InlineData("""class A { const string Url = "https://docs.360dialog.com/waba.360dialog.io"; }""")]
    [InlineData("""class A { const string Url = "https://waba.360dialog.io.example.org/v1"; }""")]
    [InlineData("""class A { const string Url = "https://my-waba.360dialog.io/v1"; }""")]
    [InlineData("""class A { const string Url = "https://example.org/?u=https://waba.360dialog.io/v1"; }""")]
    [InlineData("""class A { const string Host = "waba.360dialog.io"; }""")]
    [InlineData("""class A { void M() => Console.WriteLine("The host https://waba.360dialog.io was switched off."); }""")]
    [InlineData("""class A { bool M(string u) => u == "https://waba.360dialog.io/v1"; }""")]
    [InlineData("""class A { bool M(string u) => u != "https://waba.360dialog.io/v1"; }""")]
    [InlineData("""class A { bool M(string u) => u.StartsWith("https://waba.360dialog.io"); }""")]
    [InlineData("""class A { bool M(string u) => u.Contains("https://waba.360dialog.io", StringComparison.OrdinalIgnoreCase); }""")]
    [InlineData("""class A { bool M(string u) => string.Equals(u, "https://waba.360dialog.io"); }""")]
    [InlineData("""class A { bool M(string u) => "https://waba.360dialog.io".Equals(u); }""")]
    [InlineData("""class A { int M(string u) { switch (u) { case "https://waba.360dialog.io": return 1; default: return 0; } } }""")]
    [InlineData("""class A { int M(string u) => u switch { "https://waba.360dialog.io" => 1, _ => 0 }; }""")]
    [InlineData("""class A { bool M(string u) => u is "https://waba.360dialog.io"; }""")]
    [InlineData("""class A { string M(string u) => u.Replace("https://waba.360dialog.io", "https://waba-v2.360dialog.io"); }""")]
    [InlineData("""class A { string M(string host) => $"https://{host}.360dialog.io/v1/messages"; }""")]
    [InlineData("""class A { string M(string host) => "https://" + host + "/v1/messages"; }""")]
    [InlineData("""// https://waba.360dialog.io/v1/messages""" + "\nclass A { }")]
    [InlineData("""/// <summary>Was https://waba.360dialog.io/v1/messages.</summary>""" + "\nclass A { }")]
    [InlineData("""class A { const string Url = "https://user@example.org/waba.360dialog.io"; }""")]
    [InlineData("""class A { const string Url = "ftp://waba.360dialog.io/file"; }""")]
    [InlineData("""class A { string M(IConfiguration c) => c["https://waba"] + "whatsapp"; }""")]
    [InlineData("""class A { bool M(Uri u) => u == new Uri("https://waba.360dialog.io"); }""")]
    public void Not_reported(string source) => SendingProgram.Of(source).Check(Id);

    [Theory]
    [InlineData("""class A { const string Url = "https://waba.360dialog.io/v1/mess""")]
    [InlineData("""class A { string M() => $"https://waba.360dialog.io/{""")]
    [InlineData("""class A { string M() => "https://waba-v2.360dialog.io/" + """)]
    public void Half_typed_code_does_not_fail(string source) => SendingProgram.Of(source, mayHaveErrors: true).Check("DLG0901");
}
