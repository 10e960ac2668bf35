using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Answers;

/// <summary>DLG0303 and DLG0304: the gateway's envelope.</summary>
public sealed class EnvelopeRuleTests
{
    [Fact]
    public void Read_in_one_spelling() => AnswerProgram.OfMembers(
        "public int A(JsonElement meta) => meta.GetProperty([|\"httpCode\"|]).GetInt32();",
        "public int A(JsonElement meta) => meta.GetProperty([|\"http_code\"|]).GetInt32();",
        "public string A(JsonElement root) => root.GetProperty(\"meta\").GetProperty([|\"developerMessage\"|]).GetString();",
        "public string A(JsonElement root) => root.TryGetProperty([|\"developer_message\"|], out var m) ? m.GetString() : null;",
        "public string A(JsonNode root) => (string)root[\"meta\"][[|\"developerMessage\"|]];",
        "public int A(JsonNode root) => (int)root[\"meta\"][[|\"httpCode\"|]];",
        "public (int, string) A(JsonElement m) => (m.GetProperty([|\"httpCode\"|]).GetInt32(), m.GetProperty([|\"developerMessage\"|]).GetString());",
        "public (int, string) A(JsonElement m) => (m.GetProperty([|\"http_code\"|]).GetInt32(), m.GetProperty([|\"developerMessage\"|]).GetString());",
        "public string A(Dictionary<string, JsonElement> meta) => meta[[|\"developerMessage\"|]].GetString();",
        "public bool A(Dictionary<string, JsonElement> meta) => meta.ContainsKey([|\"httpCode\"|]);",
        // Paired name by name: the other pair says nothing.
        "public (int, int, string) A(JsonElement m) => (m.GetProperty(\"httpCode\").GetInt32(), m.GetProperty(\"http_code\").GetInt32(), m.GetProperty([|\"developerMessage\"|]).GetString());").Check("DLG0303");

    [Fact]
    public void Declared_in_one_spelling() => AnswerProgram.Of("""
        using System.Text.Json.Serialization;
        public class Meta { [JsonPropertyName([|"httpCode"|])] public int HttpCode { get; set; } [JsonPropertyName([|"developerMessage"|])] public string Message { get; set; } }
        public class ErrorMeta { [JsonPropertyName([|"http_code"|])] public int Code { get; set; } }
        public class Envelope { [JsonPropertyName("success")] public bool Success { get; set; } [JsonPropertyName([|"developer_message"|])] public string Message { get; set; } }
        public record Answered([property: JsonPropertyName("success")] bool Success, [property: JsonPropertyName([|"httpCode"|])] int Code);
        public class HalfPaired { public bool success { get; set; } [JsonPropertyName("httpCode")] public int A { get; set; } [JsonPropertyName("http_code")] public int B { get; set; } [JsonPropertyName([|"developerMessage"|])] public string C { get; set; } }
        """).Check("DLG0303");

    [Fact]
    public void Read_of_classes_without_attributes() => AnswerProgram.OfMembers(
        "public class Meta { public bool success { get; set; } public int httpCode { get; set; } } public int A(Meta meta) => meta.[|httpCode|];",
        "public class Meta { public int http_code; } public int A(Meta meta) => meta.[|http_code|] + meta.http_code;",
        "public class Answered { public Part meta { get; set; } public class Part { public int HttpCode { get; set; } } } public int A(Answered answered) => answered.meta.[|HttpCode|];",
        "public class Part { public int httpCode; public string developerMessage; } public string A(Part part) => part.[|httpCode|] + part.[|developerMessage|];",
        "public class Part { public string developer_message; } public class Holder { public Part Meta; } public string A(Holder holder) => holder.Meta?.[|developer_message|];").Check("DLG0303");

    [Fact]
    public void Read_of_classes_that_are_something_else() => AnswerProgram.OfMembers(
        "public class RequestLog { public int httpCode; public string url; } public int A(RequestLog entry) => entry.httpCode;",
        "public class Fault { public int httpCode; public string message; public bool success; } public int A(Fault fault) => fault.httpCode;",
        "public class Result { public int HttpCode { get; set; } public bool Success { get; set; } public string Message { get; set; } } public int A(Result result) => result.HttpCode;",
        "public class Meta { public int httpCode; public int http_code; } public int A(Meta meta) => meta.httpCode == 0 ? meta.http_code : meta.httpCode;",
        "public class Meta { public int httpCode; } public Meta A() => new Meta { httpCode = 404 };",
        "public void A() { var answer = new { httpCode = 404, developerMessage = \"x\" }; store.Add(answer.httpCode + answer.developerMessage); }",
        "public class GatewayException : Exception { public int httpCode; public string developerMessage; } public int A(GatewayException e) => e.httpCode;").Check("DLG0303");

    [Fact]
    public void Declared_in_both_spellings_or_something_else() => AnswerProgram.Of("""
        using System.Text.Json.Serialization;
        public class Meta { [JsonPropertyName("httpCode")] public int A { get; set; } [JsonPropertyName("http_code")] public int B { get; set; } [JsonPropertyName("developerMessage")] public string C { get; set; } [JsonPropertyName("developer_message")] public string D { get; set; } }
        public class CamelMeta { [JsonPropertyName("httpCode")] public int A { get; set; } }
        public class BothMeta : CamelMeta { [JsonPropertyName("http_code")] public int B { get; set; } }
        public class GatewayException : Exception { [JsonPropertyName("httpCode")] public int A { get; set; } [JsonPropertyName("success")] public bool B { get; set; } }
        public class Log { [JsonPropertyName("httpCode")] public int A { get; set; } }
        public class Other { [JsonPropertyName("code")] public int A { get; set; } [JsonPropertyName("success")] public bool B { get; set; } }
        """).Check("DLG0303");

    [Fact]
    public void Read_in_both_spellings_or_not_read() => AnswerProgram.OfMembers(
        "public int A(JsonElement m) => (m.TryGetProperty(\"httpCode\", out var c) || m.TryGetProperty(\"http_code\", out c)) ? c.GetInt32() : 0;",
        "public string A(JsonNode m) => (string)(m[\"developerMessage\"] ?? m[\"developer_message\"]);",
        "public string A() => \"{\\\"meta\\\":{\\\"httpCode\\\":404}}\";",
        "public object A() => new { httpCode = 404, developerMessage = \"x\" };",
        "public void A() => Console.WriteLine(\"httpCode\");",
        "public string A() => \"developerMessage\";",
        "public int A(JsonElement m) => m.GetProperty(\"code\").GetInt32();",
        "const string Name = \"httpCode\"; public string A() => Name;",
        "public void A(Dictionary<string, object> d) { d.Add(\"httpCode\", 404); }",
        "public int A(JsonElement m) { foreach (var name in new[] { \"httpCode\", \"http_code\" }) if (m.TryGetProperty(name, out var c)) return c.GetInt32(); return 0; }").Check("DLG0303");

    [Fact]
    public void Status_of_the_body() => AnswerProgram.OfMembers(
        "public class Meta { public int httpCode { get; set; } public int http_code { get; set; } } public bool A(Meta meta) => [|meta.httpCode == 404|];",
        "public class Meta { [System.Text.Json.Serialization.JsonPropertyName(\"httpCode\")] public int HttpCode { get; set; } [System.Text.Json.Serialization.JsonPropertyName(\"http_code\")] public int Snake { get; set; } } public bool A(Meta meta) => [|meta.HttpCode == 401|];",
        "public class Meta { [System.Text.Json.Serialization.JsonPropertyName(\"http_code\")] public int HttpCode { get; set; } [System.Text.Json.Serialization.JsonPropertyName(\"httpCode\")] public int Camel { get; set; } } public bool A(Meta meta) => [|meta.HttpCode != 500|];",
        "public class Meta { public int? httpCode { get; set; } public int http_code { get; set; } } public bool A(Meta meta) => [|meta?.httpCode == 503|];",
        "public class Meta { public int httpCode { get; set; } public int http_code { get; set; } } public bool A(Meta meta) => [|meta.httpCode >= 500|];",
        "public class Meta { public int httpCode { get; set; } public int http_code { get; set; } } public bool A(Meta meta) => [|meta.httpCode is 401 or 404|];",
        "public class Meta { public int httpCode { get; set; } public int http_code { get; set; } } public bool A(Meta meta) => [|401 == meta.httpCode|];",
        "public class Meta { public int httpCode { get; set; } public int http_code { get; set; } } public void A(Meta meta) { switch ([|meta.httpCode|]) { case 401: store.Add(1); break; case 404: store.Add(2); break; } }",
        "public class Meta { public int httpCode { get; set; } public int http_code { get; set; } } public string A(Meta meta) => [|meta.httpCode|] switch { 502 => \"down\", _ => \"failed\" };",
        "public class Meta { public int httpCode { get; set; } public int http_code { get; set; } } public bool A(Meta meta) { var code = meta.httpCode; return [|code == 404|]; }",
        "public bool A(JsonElement root) => [|root.GetProperty(\"meta\").GetProperty(\"httpCode\").GetInt32() == 404|];",
        "public bool A(JsonNode root) => [|(int)root[\"meta\"][\"http_code\"] == 401|];",
        "public bool A(JsonNode root) => [|root[\"meta\"][\"httpCode\"].GetValue<int>() == 401|];",
        "public class Meta { public string httpCode { get; set; } public int http_code { get; set; } } public bool A(Meta meta) => [|int.Parse(meta.httpCode) == 404|];",
        "public class Meta { public int httpCode { get; set; } public int http_code { get; set; } } public void A(Meta meta) { if ([|meta.httpCode == 401|] || [|meta.httpCode == 500|]) store.Add(1); }").Check("DLG0304");

    [Fact]
    public void Status_of_a_body_that_is_a_tree_of_tokens() => new TestProgram("DLG0304", """
        using Newtonsoft.Json.Linq;
        public class Reader // WhatsApp
        {
            public bool A(JObject root) => [|(int)root["meta"]!["http_code"]! == 401|];
            public bool B(JToken root) => [|root["meta"]!.Value<int>("httpCode") == 404|];
            public bool C(JToken meta) => [|(int?)meta["httpCode"] is 401|];
            public bool D(JToken order) => (int)order["country"]!["code"]! == 401;
        }
        """).Check();

    [Fact]
    public void Status_of_the_answer_or_bounds_that_hold() => AnswerProgram.OfMembers(
        "public class Meta { public int httpCode { get; set; } public int http_code { get; set; } } public bool A(Meta meta) => meta.httpCode >= 400;",
        "public class Meta { public int httpCode { get; set; } public int http_code { get; set; } } public bool A(Meta meta) => meta.httpCode == 555;",
        "public class Meta { public int httpCode { get; set; } public int http_code { get; set; } } public bool A(Meta meta) => meta.httpCode == 403;",
        "public class Meta { public int httpCode { get; set; } public int http_code { get; set; } } public bool A(Meta meta) => meta.httpCode == 0;",
        "public class Meta { public int httpCode { get; set; } public int http_code { get; set; } } public bool A(Meta a, Meta b) => a.httpCode == b.httpCode;",
        "public class Meta { public int httpCode { get; set; } public int http_code { get; set; } } public void A(Meta meta) => store.Add(meta.httpCode);",
        "public bool A(HttpResponseMessage r) => (int)r.StatusCode == 404;",
        "public bool A(HttpResponseMessage r) => r.StatusCode == HttpStatusCode.Unauthorized;",
        "public bool A(int httpCode) => httpCode == 404;",
        "public bool A(HttpResponseMessage r) { int httpCode = (int)r.StatusCode; return httpCode == 401; }",
        "public class Result { public int HttpCode { get; set; } public bool Success { get; set; } public string Message { get; set; } } public bool A(Result result) => result.HttpCode == 401;",
        "public class RequestLog { public int httpCode; } public bool A(RequestLog entry) => entry.httpCode is 404 or 503;",
        "public class Meta { public int statusCode { get; set; } } public bool A(Meta meta) => meta.statusCode == 404;",
        "public class Meta { public int code { get; set; } } public bool A(Meta meta) => meta.code == 404;",
        "public bool A(JsonElement root) => root.GetProperty(\"status\").GetInt32() == 404;",
        "public bool A(JsonElement root) => root.GetProperty(\"code\").GetInt32() == 500;",
        "public class Meta { public int httpCode { get; set; } public int http_code { get; set; } } public void A(Meta meta) { switch (meta.httpCode) { case 400: store.Add(1); break; case 555: store.Add(2); break; } }").Check("DLG0304");
}
