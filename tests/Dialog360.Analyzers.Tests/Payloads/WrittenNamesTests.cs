using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Payloads;

/// <summary>A message that visibly goes to 360dialog or Graph is judged by the names that the serializer in sight writes; without one in sight nothing is said of names.</summary>
public sealed class WrittenNamesTests
{
    private const string Url = "\"https://waba-v2.360dialog.io/messages\"";

    /// <summary>Names as C# has them, without attributes.</summary>
    private const string Pascal = """
        public class Language { public string Code { get; set; } = "en"; }
        public class Template { public string Name { get; set; } = "reminder"; public Language Language { get; set; } = new(); }
        public class Message
        {
            public string MessagingProduct { get; set; } = "whatsapp";
            public string RecipientType { get; set; } = "individual";
            public string To { get; set; } = "";
            public string Type { get; set; } = "template";
            public Template? Template { get; set; }
        }
        """;

    private const string PascalMessage = "new Message { To = to, Template = new Template() }";

    [Theory]
    // System.Text.Json: as they are, in camel case by the web's defaults.
    [InlineData("http.PostAsJsonAsync(Url, {0})", "")]
    [InlineData("http.PostAsJsonAsync(Url, {0}, (JsonSerializerOptions?)null)", "")]
    [InlineData("http.PostAsync(Url, JsonContent.Create({0}))", "")]
    [InlineData("http.PostAsync(Url, new StringContent(JsonSerializer.Serialize({0}), Encoding.UTF8, \"application/json\"))", "")]
    [InlineData("http.PostAsync(Url, new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes({0})))", "")]
    [InlineData("http.PostAsJsonAsync(Url, {0}, Web)", "private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);")]
    [InlineData("http.PostAsJsonAsync(Url, {0}, Options)", "private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };")]
    [InlineData("http.PostAsJsonAsync(Url, {0}, Options)", "private static JsonSerializerOptions Options { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower };")]
    [InlineData("http.PostAsJsonAsync(Url, {0}, _options)", "private readonly JsonSerializerOptions _options = new() { Converters = { new JsonStringEnumConverter() } };")]
    [InlineData("http.PostAsJsonAsync(Url, {0}, Options())", "private static JsonSerializerOptions Options() => new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };")]
    [InlineData("http.PostAsJsonAsync(Url, {0}, Options())", "private static JsonSerializerOptions Options() { var options = new JsonSerializerOptions(); options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase; return options; }")]
    [InlineData("http.PostAsJsonAsync(Url, {0}, new JsonSerializerOptions(Snake) { PropertyNamingPolicy = null })", "private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };")]
    [InlineData("http.PostAsJsonAsync(Url, {0}, JsonSerializerOptions.Default)", "")]
    // Newtonsoft.
    [InlineData("http.PostAsync(Url, new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject({0}), Encoding.UTF8, \"application/json\"))", "")]
    [InlineData("http.PostAsync(Url, new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject({0}, Newtonsoft.Json.Formatting.Indented), Encoding.UTF8, \"application/json\"))", "")]
    [InlineData("http.PostAsync(Url, new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject({0}, Settings), Encoding.UTF8, \"application/json\"))", "private static readonly Newtonsoft.Json.JsonSerializerSettings Settings = new() { ContractResolver = new Newtonsoft.Json.Serialization.CamelCasePropertyNamesContractResolver() };")]
    [InlineData("http.PostAsync(Url, new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject({0}, Settings), Encoding.UTF8, \"application/json\"))", "private static readonly Newtonsoft.Json.JsonSerializerSettings Settings = new() { NullValueHandling = Newtonsoft.Json.NullValueHandling.Ignore };")]
    [InlineData("http.PostAsync(Url, new StringContent(Newtonsoft.Json.Linq.JObject.FromObject({0}).ToString(), Encoding.UTF8, \"application/json\"))", "")]
    // RestSharp from 107 on.
    [InlineData("new RestSharp.RestClient(Url).ExecuteAsync(RestSharp.RestRequestExtensions.AddJsonBody(new RestSharp.RestRequest(\"\", RestSharp.Method.Post), {0}))", "")]
    // Through the project's own helpers.
    [InlineData("Post({0})", "private Task Post(object payload) => http.PostAsJsonAsync(Url, payload);")]
    [InlineData("Post(JsonSerializer.Serialize({0}))", "private Task Post(string json) => http.PostAsync(Url, new StringContent(json, Encoding.UTF8, \"application/json\"));")]
    [InlineData("Post({0})", "private Task Post<T>(T payload) => PostText(JsonSerializer.Serialize(payload)); private Task PostText(string json) => http.PostAsync(Url, new StringContent(json, Encoding.UTF8, \"application/json\"));")]
    [InlineData("http.PostAsync(Url, Json({0}))", "private static StringContent Json(object payload) => new(JsonSerializer.Serialize(payload), Encoding.UTF8, \"application/json\");")]
    public void Names_that_go_out_wrong(string send, string member) => Check(Sender(send.Replace("{0}", "[|new|] Message { To = to, Template = new Template() }", StringComparison.Ordinal), member), Pascal);

    [Theory]
    [InlineData("http.PostAsJsonAsync(Url, {0}, Snake)", "private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };")]
    [InlineData("http.PostAsJsonAsync(Url, {0}, Snake)", "private static readonly JsonSerializerOptions Snake; static Sender() { Snake = new JsonSerializerOptions(JsonSerializerDefaults.Web); Snake.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower; }")]
    [InlineData("http.PostAsync(Url, new StringContent(JsonSerializer.Serialize({0}, Json.Options)))", "private static class Json { public static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower }; }")]
    [InlineData("http.PostAsync(Url, JsonContent.Create({0}, options: new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower }))", "")]
    [InlineData("http.PostAsync(Url, new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject({0}, Settings)))", "private static readonly Newtonsoft.Json.JsonSerializerSettings Settings = new() { ContractResolver = new Newtonsoft.Json.Serialization.DefaultContractResolver { NamingStrategy = new Newtonsoft.Json.Serialization.SnakeCaseNamingStrategy() } };")]
    // Options that nobody sees, or that may be anything.
    [InlineData("http.PostAsJsonAsync(Url, {0}, options)", "public JsonSerializerOptions? options;")]
    [InlineData("http.PostAsJsonAsync(Url, {0}, Options)", "public JsonSerializerOptions Options { get; set; } = new();")]
    [InlineData("http.PostAsJsonAsync(Url, {0}, Options)", "private static readonly JsonSerializerOptions Options = Prepare(new()); private static JsonSerializerOptions Prepare(JsonSerializerOptions options) { options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower; return options; }")]
    [InlineData("http.PostAsJsonAsync(Url, {0}, Options)", "private sealed class Names : JsonNamingPolicy { public override string ConvertName(string name) => name.ToLowerInvariant(); } private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = new Names() };")]
    [InlineData("http.PostAsJsonAsync(Url, {0}, Options)", "private static readonly JsonSerializerOptions Options = new() { Converters = { new Whole() } }; private sealed class Whole : JsonConverter<Message> { public override Message? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => null; public override void Write(Utf8JsonWriter writer, Message value, JsonSerializerOptions options) { } }")]
    [InlineData("http.PostAsJsonAsync(Url, {0}, Choose(true))", "private static JsonSerializerOptions Choose(bool snake) { var options = new JsonSerializerOptions(); if (snake) { options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower; } return options; }")]
    [InlineData("http.PostAsync(Url, new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject({0})))", "public static void Start() => Newtonsoft.Json.JsonConvert.DefaultSettings = () => new() { ContractResolver = new Newtonsoft.Json.Serialization.DefaultContractResolver { NamingStrategy = new Newtonsoft.Json.Serialization.SnakeCaseNamingStrategy() } };")]
    [InlineData("http.PostAsync(Url, new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject({0}, settings)))", "private Newtonsoft.Json.JsonSerializerSettings? settings; public void Set(Newtonsoft.Json.JsonSerializerSettings given) => settings = given;")]
    [InlineData("http.PostAsync(Url, Json({0}))", "private static HttpContent Json(object payload) => new StringContent(Writer.Serialize(payload)); private static class Writer { public static string Serialize(object value) => value.ToString()!; }")]
    // Two ways to 360dialog, one of which writes the right names: nobody knows which one this is.
    [InlineData("Post({0}, true)", "private Task Post(object payload, bool snake) => snake ? http.PostAsJsonAsync(Url, payload, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower }) : http.PostAsJsonAsync(Url, payload);")]
    // A host that nobody sees may be the team's own gateway.
    [InlineData("http.PostAsJsonAsync(\"messages\", {0})", "")]
    public void Names_that_fit_or_are_not_known(string send, string member) => Check(Sender(send.Replace("{0}", PascalMessage, StringComparison.Ordinal), member), Pascal);

    [Fact]
    public void Serializer_of_a_library_may_have_settings_from_the_application() => new TestProgram(
        "DLG0108",
        Sender($"http.PostAsync(Url, new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject({PascalMessage})))", string.Empty),
        Pascal) { IsLibrary = true }.Check();

    [Theory]
    // Attributes of the other library.
    [InlineData("http.PostAsJsonAsync(Url, [|new|] Note { To = to })", "Newtonsoft.Json.JsonProperty")]
    [InlineData("http.PostAsync(Url, new StringContent(JsonSerializer.Serialize([|new|] Note { To = to })))", "Newtonsoft.Json.JsonProperty")]
    [InlineData("http.PostAsync(Url, new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject([|new|] Note { To = to })))", "JsonPropertyName")]
    // Their own.
    [InlineData("http.PostAsJsonAsync(Url, new Note { To = to })", "JsonPropertyName")]
    [InlineData("http.PostAsync(Url, new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject(new Note { To = to })))", "Newtonsoft.Json.JsonProperty")]
    [InlineData("http.PostAsync(Url, new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject(new Note { To = to }, new Newtonsoft.Json.JsonSerializerSettings { ContractResolver = new Newtonsoft.Json.Serialization.CamelCasePropertyNamesContractResolver() })))", "Newtonsoft.Json.JsonProperty")]
    // A converter, a context and a policy that nobody looks into.
    [InlineData("http.PostAsJsonAsync(Url, new Note { To = to }, NoteContext.Default.Note)", "Newtonsoft.Json.JsonProperty")]
    public void Attributes_count_for_their_own_library(string send, string attribute) => Check(
        Sender(send, string.Empty),
        $$"""
        public class Body { [{{attribute}}("text")] public string Text { get; set; } = "x"; [{{attribute}}("preview_url")] public bool PreviewUrl { get; set; } [{{attribute}}("body")] public string Value { get; set; } = "x"; }
        public class Note
        {
            [{{attribute}}("messaging_product")] public string MessagingProduct { get; set; } = "whatsapp";
            [{{attribute}}("to")] public string To { get; set; } = "";
            [{{attribute}}("type")] public string Type { get; set; } = "text";
            [{{attribute}}("text")] public Body Text { get; set; } = new();
        }
        public static class NoteContext { public static class Default { public static System.Text.Json.Serialization.Metadata.JsonTypeInfo<Note> Note => null!; } }
        """);

    [Theory]
    // System.Text.Json does not write fields.
    [InlineData("http.PostAsJsonAsync(Url, [|new|] Note { to = to })", "public string messaging_product = \"whatsapp\"; public string to = \"\"; public string type = \"text\"; public Body text = new();")]
    [InlineData("http.PostAsync(Url, new StringContent(JsonSerializer.Serialize([|new|] Note { to = to })))", "public string messaging_product { get; set; } = \"whatsapp\"; public string to = \"\"; public string type = \"text\"; public Body text = new();")]
    [InlineData("http.PostAsJsonAsync(Url, new Note { to = to }, new JsonSerializerOptions { IncludeFields = true })", "public string messaging_product = \"whatsapp\"; public string to = \"\"; public string type = \"text\"; public Body text = new();")]
    [InlineData("http.PostAsJsonAsync(Url, new Note { to = to })", "[JsonInclude] public string messaging_product = \"whatsapp\"; [JsonInclude] public string to = \"\"; [JsonInclude] public string type = \"text\"; [JsonInclude] public Body text = new();")]
    [InlineData("http.PostAsync(Url, new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject(new Note { to = to })))", "public string messaging_product = \"whatsapp\"; public string to = \"\"; public string type = \"text\"; public Body text = new();")]
    // Nor what it is told to leave out.
    [InlineData("http.PostAsJsonAsync(Url, new Note { to = to })", "public string messaging_product { get; set; } = \"whatsapp\"; public string to { get; set; } = \"\"; public string type { get; set; } = \"text\"; [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Body text { get; set; } = new();")]
    public void Fields_are_written_by_some(string send, string members) => Check(
        Sender(send, string.Empty),
        "public class Body { public string body { get; set; } = \"x\"; } public class Note { " + members + " }");

    [Theory]
    [InlineData("http.PostAsJsonAsync(Url, [|new|] { Messaging_product = \"whatsapp\", To = to, Type = \"template\", Template = new { Name = \"a\", Language = new { Code = \"en\" } } }, JsonSerializerOptions.Default)")]
    [InlineData("http.PostAsJsonAsync(Url, [|new|] { MessagingProduct = \"whatsapp\", To = to, Type = \"template\", Template = new { Name = \"a\", Language = new { Code = \"en\" } } })")]
    [InlineData("http.PostAsync(Url, new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject([|new|] { messaging_product = \"whatsapp\", To = to, type = \"template\", template = new { name = \"a\", language = new { code = \"en\" } } })))")]
    [InlineData("http.PostAsJsonAsync(Url, new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { Name = \"a\", Language = new { Code = \"en\" } } })")]
    [InlineData("http.PostAsJsonAsync(Url, new { messaging_product = \"whatsapp\", To = to, Type = \"template\", Template = new { Name = \"a\", Language = new { Code = \"en\" } } })")]
    [InlineData("http.PostAsync(Url, new StringContent(JsonSerializer.Serialize(new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"a\", language = [|new|] { Code = \"en\" } } })))")]
    [InlineData("http.PostAsync(Url, new StringContent(JsonSerializer.Serialize(new { messaging_product = \"whatsapp\", to, type = [|\"text\"|], Text = new { body = \"x\" } })))")]
    [InlineData("http.PostAsJsonAsync(Url, new Dictionary<string, object> { [\"messaging_product\"] = \"whatsapp\", [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = new { Body = \"x\" } })")]
    [InlineData("http.PostAsync(Url, new StringContent(new JsonObject { [\"messaging_product\"] = \"whatsapp\", [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = JsonSerializer.SerializeToNode([|new|] { Body = \"x\" }) }.ToJsonString()))")]
    public void Anonymous_objects(string send) => Check(Sender(send, string.Empty));

    /// <summary>System.Text.Json writes an object as the class that the code declares.</summary>
    [Theory]
    [InlineData("http.PostAsJsonAsync<Base>(Url, [|new|] Note { text = new Body() })", "")]
    [InlineData("http.PostAsync(Url, new StringContent(JsonSerializer.Serialize(message)))", "Base message = [|new|] Note { text = new Body() };")]
    [InlineData("http.PostAsync(Url, new StringContent(JsonSerializer.Serialize<object>(message)))", "Base message = new Note { to = to, text = new Body() };")]
    [InlineData("http.PostAsync(Url, new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject(message)))", "Base message = new Note { to = to, text = new Body() };")]
    [InlineData("http.PostAsJsonAsync(Url, new Note { to = to, text = new Body() })", "")]
    public void Declared_classes(string send, string statement) => Check(
        Sender(send, string.Empty, statement),
        """
        public class Base { public string messaging_product { get; set; } = "whatsapp"; public string type { get; set; } = "text"; }
        public class Body { public string body { get; set; } = "x"; }
        public class Note : Base { public string to { get; set; } = "4917012345678"; public Body? text { get; set; } }
        """);

    private static void Check(params string[] files) => new TestProgram("DLG0108", files).Check();

    private static string Sender(string send, string member, string statement = "") => $$"""
        public class Sender(HttpClient http)
        {
            private const string Url = {{Url}};
            {{member}}

            public async Task Send(string to)
            {
                {{statement}}
                await {{send}};
            }
        }
        """;
}
