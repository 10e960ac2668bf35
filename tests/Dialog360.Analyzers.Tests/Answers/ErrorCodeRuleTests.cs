using Dialog360.Analyzers.Tests.Infrastructure;
using Dialog360.Analyzers.Tests.Sending;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Answers;

/// <summary>DLG0305, DLG0306 and DLG0307: tests for codes of errors. See <see cref="AnswerProgram"/> for the words in capitals.</summary>
public sealed class ErrorCodeRuleTests
{
    private const string OnPremises = "await client.PostAsJsonAsync(\"v1/messages\", new { to, type = \"text\", text = new { body = \"x\" } });";

    /// <summary>A method that sends to the Cloud API, reads an error and does what is given with it.</summary>
    private static string Cloud(string statements) => $"var r = await SEND; if (r.IsSuccessStatusCode) return; var read = await r.Content.ReadFromJsonAsync<Answer>(); var error = read.error; var code = error.code; {statements}";

    private static string Premises(string statements) => $"var r = {OnPremises} if (r.IsSuccessStatusCode) return; var read = await r.Content.ReadFromJsonAsync<Answer>(); var error = read.error; var code = error.code; {statements}";

    [Fact]
    public void Codes_of_the_other_generation() => AnswerProgram.OfStatements(
        Cloud("if ([|code == 470|]) store.Add(to);"),
        Cloud("if ([|error.code == 470|]) store.Add(to);"),
        Cloud("if ([|error.code != 2001|]) return; store.Add(to);"),
        Cloud("if ([|470 == error.code|]) store.Add(to);"),
        Cloud("if (error.code is [|471|]) store.Add(to);"),
        Cloud("if (error is { code: [|1009|] }) store.Add(to);"),
        Cloud("if ([|read.error.code == 429|]) store.Add(to);"),
        Cloud("switch (error.code) { case [|470|]: store.Add(to); break; case [|2001|]: store.Add(read); break; default: throw new Exception(); }"),
        Cloud("var what = error.code switch { [|470|] => \"template\", _ => \"failed\" }; store.Add(what);"),
        Cloud("if (error.code is [|470|] or [|471|]) store.Add(to);"),
        Cloud("const int Closed = 470; if ([|error.code == Closed|]) store.Add(to);"),
        Cloud("if ([|error?.code == 2012|]) store.Add(to);"),
        Cloud("var node = JsonNode.Parse(\"{}\"); if ([|(int)node[\"error\"][\"code\"] == 470|]) store.Add(to);"),
        Cloud("var node = JsonNode.Parse(\"{}\"); if ([|node[\"error\"][\"code\"].GetValue<int>() == 2001|]) store.Add(to);"),
        Cloud("if ([|error.code == 1008|] && to != null) store.Add(to);"),
        Premises("if ([|error.code == 131047|]) store.Add(to);"),
        Premises("if ([|code == 132001|]) store.Add(to);"),
        Premises("switch (error.code) { case [|131047|]: store.Add(to); break; }"),
        Premises("var body = await r.Content.ReadAsStringAsync(); if ([|body.Contains(\"131047\")|]) store.Add(to);")).Check("DLG0307");

    [Fact]
    public void Codes_that_are_right() => AnswerProgram.OfStatements(
        Cloud("if (error.code == 131047) store.Add(to);"),
        Cloud("if (error.code == 470 || error.code == 131047) store.Add(to);"),
        Cloud("if (error.code is 470 or 131047) store.Add(to);"),
        Cloud("switch (error.code) { case 470: case 131047: store.Add(to); break; default: throw new Exception(); }"),
        Cloud("if (error.code == 131056) store.Add(to);"),
        Cloud("if (error.code == 100) store.Add(to);"),
        // Without an official equivalent.
        Cloud("if (error.code == 1013) store.Add(to);"),
        Cloud("if (error.code == 1014) store.Add(to);"),
        // HTTP statuses.
        Cloud("if ((int)r.StatusCode == 429) store.Add(to);"),
        Cloud("var statusCode = (int)r.StatusCode; if (statusCode == 429) store.Add(to);"),
        Cloud("var httpCode = 429; if (httpCode == 429) store.Add(to);"),
        Premises("if (error.code == 470) store.Add(to);"),
        Premises("if (error.code is 2001 or 132001) store.Add(to);"),
        // Codes of other things.
        Cloud("var areaCode = to.Length; if (areaCode == 470) store.Add(to);"),
        Cloud("int count = to.Length; if (count == 1009) store.Add(to);"),
        Cloud("var order = new Order(); if (order.Code == 470) store.Add(to);"),
        Cloud("var country = new Country(); if (country.Code is 470 or 1009) store.Add(to);"),
        Cloud("var e = new System.Net.Sockets.SocketException(1009); if (e.ErrorCode == 1009) store.Add(to);"),
        // The host that was switched off, and one that is of no generation.
        "var r = await client.PostAsJsonAsync(\"https://waba.360dialog.io/v1/messages\", new { to, type = \"text\", text = new { body = \"x\" } }); r.EnsureSuccessStatusCode(); var error = (await r.Content.ReadFromJsonAsync<Answer>()).error; if (error.code == 131047) store.Add(to);",
        "var r = await client.PostAsJsonAsync(\"messages\", new { to, recipient_type = \"individual\", type = \"text\", text = new { body = \"x\" } }); r.EnsureSuccessStatusCode(); var error = (await r.Content.ReadFromJsonAsync<Answer>()).error; if (error.code == 470) store.Add(to);").Check("DLG0307");

    [Fact]
    public void The_class_tells_the_generation() => AnswerProgram.Of("""
        public class Sender(HttpClient client, IStore store)
        {
            public async Task SendAsync(string to) { var r = await SEND; if (!r.IsSuccessStatusCode) Handle((await r.Content.ReadFromJsonAsync<Answer>()).error); }
            void Handle(Error error) { if ([|error.code == 470|]) store.Add(error); }
        }
        public class Elsewhere(IStore store)
        {
            void Handle(Error error) { if (error.code == 470) store.Add(error); }
        }
        """).Check("DLG0307");

    [Theory]
    [InlineData("dialog360.api = cloud", "if ([|error.code == 470|]) store.Add(error); if (error.code == 131048) store.Add(1);")]
    [InlineData("dialog360.api = on_premises", "if (error.code == 470) store.Add(error); if ([|error.code == 131048|]) store.Add(1);")]
    public void The_option_tells_the_generation(string option, string statements) =>
        AnswerProgram.OfMembers($"void Handle(Error error) {{ {statements} }}").Check("DLG0307", option);

    [Fact]
    public void The_message_names_both_codes()
    {
        SendingProgram program = AnswerProgram.OfStatements(Cloud("if (error.code == 470) store.Add(to);"));
        Assert.Equal(
            "470 is a code of the on-premises API, but this code talks to the Cloud API, which answers 131047 instead: test for that as well",
            Assert.Single(TestProgram.Analyze(program.Compilation), diagnostic => diagnostic.Id == "DLG0307").GetMessage());
    }

    [Fact]
    public void Switches_that_leave_codes_out() => AnswerProgram.OfStatements(
        Cloud("[|switch|] (error.code) { case 131047: store.Add(to); break; case 131026: store.Add(read); break; }"),
        Cloud("[|switch|] (code) { case 131047: store.Add(to); break; case 131026: store.Add(read); break; default: break; }"),
        Cloud("[|switch|] (error.code) { case 131047: store.Add(to); break; case 131026: store.Add(read); break; default: { break; } }"),
        Cloud("[|switch|] (error.code) { case 131047: case 131048: case 131056: store.Add(to); break; }"),
        Cloud("[|switch|] (error.code) { case 131047 or 131026: store.Add(to); break; }"),
        Cloud("[|switch|] (error?.code) { case 130429: await Task.Delay(1000); break; case 131047: store.Add(to); break; }"),
        Cloud("var what = error.code [|switch|] { 131047 => \"template\", 131026 => \"drop\" }; store.Add(what);"),
        Cloud("[|switch|] (error.code.ToString()) { case \"131047\": store.Add(to); break; case \"131026\": store.Add(read); break; }"),
        Cloud("var doc = JsonDocument.Parse(\"{}\"); [|switch|] (doc.RootElement.GetProperty(\"error\").GetProperty(\"code\").GetInt32()) { case 131047: store.Add(to); break; case 132001: store.Add(read); break; }"),
        Premises("[|switch|] (error.code) { case 470: store.Add(to); break; case 1013: store.Add(read); break; }"),
        Premises("[|switch|] (error.code) { case 470: store.Add(to); break; case 2001: store.Add(read); break; default: break; }"),
        "foreach (var statuses in phones) { var error = new Error(); [|switch|] (error.code) { case 131047: store.Add(to); break; case 131026: store.Add(to); break; } }",
        Cloud("const int Closed = 131047; const int Gone = 131026; [|switch|] (error.code) { case Closed: store.Add(to); break; case Gone: store.Add(read); break; }"),
        Cloud("[|switch|] (error.code) { case 131047 when to != null: store.Add(to); break; case 131026: store.Add(read); break; }"),
        Cloud("var errorCode = error.code; [|switch|] (errorCode) { case 131047: store.Add(to); break; case 132000: store.Add(read); break; case 190: throw new Exception(); }")).Check("DLG0305");

    [Fact]
    public void Switches_that_are_complete_or_about_something_else() => AnswerProgram.OfStatements(
        Cloud("switch (error.code) { case 131047: store.Add(to); break; case 131026: store.Add(read); break; default: throw new Exception(); }"),
        Cloud("switch (error.code) { case 131047: store.Add(to); break; case 131026: store.Add(read); break; default: log.LogError(error.message); break; }"),
        Cloud("switch (error.code) { case 131047: store.Add(to); break; case 131026: store.Add(read); break; default: return; }".Replace("return;", "store.Add(code); break;", StringComparison.Ordinal)),
        Cloud("var what = error.code switch { 131047 => \"template\", 131026 => \"drop\", _ => \"failed\" }; store.Add(what);"),
        Cloud("var what = error.code switch { 131047 => \"template\", var other => other.ToString() }; store.Add(what);"),
        Cloud("switch (error.code) { case 131047: store.Add(to); break; }"),
        Cloud("switch (error.code) { case 131047: store.Add(to); return; case 131026: throw new Exception(); } log.LogError(error.message);"),
        Cloud("foreach (var phone in phones) { switch (error.code) { case 131047: store.Add(phone); continue; case 131026: return; } store.Add(error); }"),
        Cloud("var text = \"unknown\"; switch (error.code) { case 131047: text = \"closed\"; break; case 131026: text = \"gone\"; break; } log.LogError(text);"),
        Cloud("switch (error.code) { case 131047: store.Add(to); break; case 131026: store.Add(read); break; case var other when other > 130000: store.Add(other); break; }"),
        Cloud("switch (error.code) { case 131047: store.Add(to); break; case 131026: store.Add(read); break; case >= 100: store.Add(error); break; }"),
        Cloud("switch (error.code) { case 131047: store.Add(to); break; case var other: store.Add(other); break; }"),
        Cloud("switch ((int)r.StatusCode) { case 400: store.Add(to); break; case 401: store.Add(read); break; }"),
        Cloud("switch (r.StatusCode) { case HttpStatusCode.BadRequest: store.Add(to); break; case HttpStatusCode.Unauthorized: store.Add(read); break; }"),
        Cloud("var status = 400; switch (status) { case 400: store.Add(to); break; case 500: store.Add(read); break; }"),
        Cloud("switch (to.Length) { case 1000: store.Add(to); break; case 1008: store.Add(read); break; }"),
        Cloud("var closeCode = to.Length; switch (closeCode) { case 1000: store.Add(to); break; case 1001: store.Add(read); break; }"),
        Cloud("var countryCode = to.Length; switch (countryCode) { case 1000: store.Add(to); break; case 1001: store.Add(read); break; }"),
        Cloud("switch (error.message) { case \"a\": store.Add(to); break; case \"b\": store.Add(read); break; }"),
        Cloud("switch (error.code) { case 7: store.Add(to); break; case 8: store.Add(read); break; }"),
        Cloud("if (error.code == 131047) store.Add(to); else if (error.code == 131026) store.Add(read);")).Check("DLG0305");

    [Fact]
    public void The_message_names_five_and_counts_the_rest()
    {
        SendingProgram program = AnswerProgram.OfStatements(Cloud("switch (error.code) { case 131047: store.Add(to); break; case 131026: store.Add(read); break; }"));
        Diagnostic found = Assert.Single(TestProgram.Analyze(program.Compilation), diagnostic => diagnostic.Id == "DLG0305");
        Assert.Matches(@"(\d+ \([^)]+\), ){4}\d+ \([^)]+\) and \d+ more$", found.GetMessage());
        Assert.DoesNotContain("Calling", found.GetMessage());
    }

    [Fact]
    public void Code_1005_without_its_details() => AnswerProgram.OfMembers(
        "public class Data { public int code; public string details; public string title; } public void A(Data data) { if ([|data.code == 1005|]) throw new Exception(\"denied\"); }",
        "public class Data { public int code; public string details; } public bool A(Data data) { if ([|data.code == 1005|]) return false; return true; }",
        "public class Data { public int code; public string details; } public void A(Data data) { switch (data.code) { case [|1005|]: store.Add(1); break; default: throw new Exception(); } }",
        "public class Data { public int code; public string details; } public string A(Data data) => data.code switch { [|1005|] => \"denied\", _ => \"failed\" };",
        "public class Data { public int code; public string details; } public string A(Data data) => [|data.code == 1005|] ? \"denied\" : \"failed\";",
        "public class Data { public int code; public string details; } public void A(Data data) { if (data is { code: [|1005|] }) store.Add(true); }",
        "public class Data { public int? code; public string details; } public void A(Data data) { if ([|data?.code == 1005|]) { log.LogError(\"denied\"); } }",
        "public void A(JsonElement data) { if ([|data.GetProperty(\"code\").GetInt32() == 1005|]) throw new Exception(\"denied\"); }",
        "public void A(int errorCode) { if ([|errorCode == 1005|]) throw new Exception(\"denied\"); }",
        "public class Data { public int code; public string details; } public class Body { public Data data; } public void A(Body body) { if ([|body.data.code == 1005|]) log.LogError(\"denied\"); }",
        "public class Data { public int code; public string details; } public void A(Data data) { var code = data.code; if ([|code == 1005|]) log.LogError(\"denied\"); }",
        "public class Data { public int code; public string details; } public void A(Data data) { if ([|data.code == 1005|]) { log.LogError(\"denied\"); return; } log.LogError(data.details); }",
        "public class Data { public int code; public string details; } public void A(Data data) { switch (data.code) { case [|1005|]: case 1006: store.Add(1); break; } }",
        "public class Data { public int code; public string details; } public int A(Data data) => [|data.code is 1005|] ? 403 : 400;".Replace("[|data.code is 1005|]", "data.code is [|1005|]", StringComparison.Ordinal),
        "public void A(JsonNode data) { if ([|(int)data[\"code\"] == 1005|]) throw new Exception(\"denied\"); }",
        "public class Data { public int code; } public void A(Data error) { if ([|error.code == 1005|] || error.code == 1006) store.Add(false); }").Check("DLG0306");

    [Fact]
    public void Code_1005_with_its_details() => AnswerProgram.OfMembers(
        "public class Data { public int code; public string details; } public void A(Data data) { if (data.code == 1005) throw new Exception(data.details); }",
        "public class Data { public int code; public string details; } public void A(Data data) { if (data.code == 1005 && data.details.StartsWith(\"Please wait\")) store.Add(1); }",
        "public class Data { public int code; public string details; } public void A(Data data) { switch (data.code) { case 1005: store.Add(data.details); break; default: throw new Exception(); } }",
        "public class Data { public int code; public string details; } public string A(Data data) => data.code switch { 1005 => data.details, _ => \"failed\" };",
        "public class Data { public int code; public string details; } public void A(Data data) { if (data.code == 1005) store.Add(data); }",
        "public class Data { public int code; public string details; } public Data A(Data data) { if (data.code == 1005) return data; return null; }",
        "public class Data { public int code; public string details; } public void A(Data data, string body) { if (data.code == 1005) log.LogError(body); }",
        "public class Data { public int code; public string details; } public void A(Data data) { if (data.code != 1005) return; log.LogError(data.details); }",
        "public class Data { public int code; public string details; } public void A(Data data) { if (data.code == 1006) store.Add(1); }",
        "public void A(JsonElement data) { if (data.GetProperty(\"code\").GetInt32() == 1005) throw new Exception(data.GetProperty(\"details\").GetString()); }",
        "public class Data { public int code; public string details; } public void A(Data data) { if (data is { code: 1005 } refused) store.Add(refused); }",
        "public class Data { public int code; public string details; } public void A(Data data) { if (data.code == 1005) throw new Exception($\"denied: {data.details}\"); }",
        "public class Data { public int code; public string details; } public class Body { public Data data; } public void A(Body body) { if (body.data.code == 1005) store.Add(body); }",
        "public void A(int port) { if (port == 1005) store.Add(1); }",
        "public void A(int closeCode) { if (closeCode == 1005) store.Add(1); }",
        "public void A(string text) { if (text.Length == 1005) store.Add(1); }",
        "public void A(int zipCode) { if (zipCode == 1005) store.Add(1); }",
        "public class Data { public int code; public string details; } public void A(Data data) { if (data.code == 1005) { var wait = Parse(data); store.Add(wait); } } int Parse(Data data) => data.details.Length;").Check("DLG0306");
}
