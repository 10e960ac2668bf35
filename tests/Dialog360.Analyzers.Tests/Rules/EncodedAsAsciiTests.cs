using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

public sealed class EncodedAsAsciiTests
{
    private const string Id = "DLG0114";

    [Theory]
    // JSON text.
    [InlineData("""Use([|Encoding.ASCII|].GetBytes($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"));""")]
    [InlineData("""Use([|Encoding.Latin1|].GetBytes($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"));""")]
    [InlineData("""Use([|Encoding.ASCII|].GetBytes("{\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"" + JsonEncodedText.Encode(name) + "\"}}"));""")]
    [InlineData("""Use([|Encoding.ASCII|].GetBytes("{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"¡Hola!\"}}"));""")]
    [InlineData("""Use([|Encoding.Latin1|].GetBytes("{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Grüße\"}}"));""")]
    [InlineData("""Use([|Encoding.ASCII|].GetBytes(@"{""to"":""1"",""type"":""text"",""text"":{""body"":""Olá""}}"));""")]
    [InlineData("""var json = "{\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}"; var data = [|Encoding.ASCII|].GetBytes(json); Use(data);""")]
    [InlineData("""string json; json = $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"; Use([|Encoding.ASCII|].GetBytes(json));""")]
    [InlineData("""var json = string.Format("{{\"to\":\"{0}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}", to); Use([|Encoding.ASCII|].GetBytes(json));""")]
    [InlineData("""var json = string.Concat("{\"to\":\"", to, "\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}"); Use([|Encoding.ASCII|].GetBytes(json));""")]
    [InlineData("""var content = new StringContent($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}", [|Encoding.ASCII|], "application/json"); Use(content);""")]
    [InlineData("""await client.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}", [|Encoding.Latin1|], "application/json"));""")]
    [InlineData("""var writer = new System.IO.StreamWriter(System.IO.Stream.Null, [|Encoding.ASCII|]); writer.Write($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}");""")]
    [InlineData("""using (var writer = new System.IO.StreamWriter(System.IO.Stream.Null, [|Encoding.ASCII|])) { var json = $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"; await writer.WriteAsync(json); }""")]
    [InlineData("""var web = new WebClient { Encoding = [|Encoding.ASCII|] }; web.UploadString("https://waba-v2.360dialog.io/messages", $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}");""")]
    [InlineData("""var web = new WebClient(); web.Encoding = [|Encoding.GetEncoding("iso-8859-1")|]; web.UploadString("https://waba-v2.360dialog.io/messages", "POST", $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}");""")]
    // Other names of the encodings.
    [InlineData("""Use([|Encoding.GetEncoding("us-ascii")|].GetBytes($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"));""")]
    [InlineData("""Use([|Encoding.GetEncoding("ISO-8859-1")|].GetBytes($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"));""")]
    [InlineData("""Use([|Encoding.GetEncoding(28591)|].GetBytes($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"));""")]
    [InlineData("""Use([|new ASCIIEncoding()|].GetBytes($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"));""")]
    [InlineData("""var encoding = Encoding.ASCII; Use([|encoding|].GetBytes($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"));""")]
    // Serialized messages.
    [InlineData("""Use([|Encoding.ASCII|].GetBytes(Newtonsoft.Json.JsonConvert.SerializeObject(new { to, type = "text", text = new { body = name } })));""")]
    [InlineData("""var message = new { to, type = "text", text = new { body = name } }; var json = Newtonsoft.Json.JsonConvert.SerializeObject(message); Use(new StringContent(json, [|Encoding.ASCII|]));""")]
    [InlineData("""var message = new Dictionary<string, object> { ["to"] = to, ["type"] = "text", ["text"] = new { body = name } }; Use([|Encoding.ASCII|].GetBytes(Newtonsoft.Json.JsonConvert.SerializeObject(message)));""")]
    [InlineData("""var message = new Newtonsoft.Json.Linq.JObject { ["to"] = to, ["type"] = "text", ["text"] = new Newtonsoft.Json.Linq.JObject { ["body"] = name } }; Use([|Encoding.ASCII|].GetBytes(message.ToString()));""")]
    [InlineData("""Use([|Encoding.ASCII|].GetBytes(Newtonsoft.Json.JsonConvert.SerializeObject(new { to = "1", type = "text", text = new { body = "Olá" } })));""")]
    [InlineData("""var options = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; Use([|Encoding.ASCII|].GetBytes(JsonSerializer.Serialize(new { to, type = "text", text = new { body = name } }, options)));""")]
    [InlineData("""Use([|Encoding.Latin1|].GetBytes(Newtonsoft.Json.JsonConvert.SerializeObject(new { messaging_product = "whatsapp", to, type = "image", image = new { link = url, caption } })));""")]
    public void Reported_on_the_encoding(string statements) => new TestProgram(Id, Bodies.Method(statements)).Check();

    [Theory]
    // Encodings that hold everything.
    [InlineData("""var web = new WebClient { Encoding = Encoding.UTF8 }; web.UploadString("https://waba-v2.360dialog.io/messages", $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}");""")]
    // Of bytes nothing is encoded any more.
    [InlineData("""var web = new WebClient { Encoding = Encoding.ASCII }; web.UploadData("https://waba-v2.360dialog.io/messages", Encoding.UTF8.GetBytes($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"));""")]
    [InlineData("""Use(Encoding.UTF8.GetBytes($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"));""")]
    [InlineData("""Use(new UTF8Encoding(false).GetBytes($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"));""")]
    [InlineData("""Use(Encoding.GetEncoding("utf-8").GetBytes($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"));""")]
    [InlineData("""Use(Encoding.GetEncoding(number).GetBytes($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"));""")]
    [InlineData("""Use(Encoding.GetEncoding(name).GetBytes($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"));""")]
    [InlineData("""Use(new StringContent($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}", Encoding.UTF8, "application/json"));""")]
    [InlineData("""Use(new StringContent($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"));""")]
    [InlineData("""var writer = new System.IO.StreamWriter(System.IO.Stream.Null); writer.Write($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}");""")]
    [InlineData("""var encoding = Encoding.ASCII; if (flag) encoding = Encoding.UTF8; Use(encoding.GetBytes($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"));""")]
    // Nothing beyond ASCII in the text.
    [InlineData("""Use(Encoding.ASCII.GetBytes("{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}"));""")]
    [InlineData("""Use(Encoding.ASCII.GetBytes("{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"\\u00a1Hola!\"}}"));""")]
    [InlineData("""const string Who = "you"; Use(Encoding.Latin1.GetBytes($"{{\"to\":\"1\",\"type\":\"text\",\"text\":{{\"body\":\"Hi {Who}\"}}}}"));""")]
    [InlineData("""Use(new StringContent("{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}", Encoding.ASCII, "application/json"));""")]
    [InlineData("""Use(Encoding.ASCII.GetBytes(Newtonsoft.Json.JsonConvert.SerializeObject(new { to = "1", type = "text", text = new { body = "Hi" } })));""")]
    // System.Text.Json escapes by default.
    [InlineData("""Use(Encoding.ASCII.GetBytes(JsonSerializer.Serialize(new { to, type = "text", text = new { body = name } })));""")]
    [InlineData("""var json = JsonSerializer.Serialize(new { to, type = "text", text = new { body = "Olá" } }); Use(new StringContent(json, Encoding.ASCII));""")]
    [InlineData("""Use(Encoding.ASCII.GetBytes(JsonSerializer.Serialize(new { to, type = "text", text = new { body = name } }, new JsonSerializerOptions { WriteIndented = true })));""")]
    [InlineData("""var message = new JsonObject { ["to"] = to, ["type"] = "text", ["text"] = new JsonObject { ["body"] = name } }; Use(Encoding.ASCII.GetBytes(message.ToJsonString()));""")]
    // Something else is encoded.
    [InlineData("""var json = $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"; Use(Encoding.ASCII.GetBytes(name)); Use(json);""")]
    [InlineData("""Use(Encoding.ASCII.GetBytes("user:" + name)); Use(new { to, type = "text", text = new { body = name } });""")]
    [InlineData("""var json = $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"; Use(Encoding.ASCII.GetByteCount(json));""")]
    [InlineData("""var json = $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"; Use(Encoding.ASCII.GetBytes(json.Length.ToString()));""")]
    // No message.
    [InlineData("""Use(Encoding.ASCII.GetBytes($"{{\"chat_id\":\"{to}\",\"text\":\"{name}\"}}"));""")]
    [InlineData("""Use(Encoding.ASCII.GetBytes(Newtonsoft.Json.JsonConvert.SerializeObject(new { from = to, body = name })));""")]
    [InlineData("""await client.PostAsync("https://api.example.com/x", new StringContent($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}", Encoding.ASCII, "application/json"));""")]
    [InlineData("""Use(Encoding.ASCII.GetBytes("360dialog " + name));""")]
    public void Silent_where_no_character_is_lost(string statements) => new TestProgram(Id, Bodies.Method(statements)).Check();

    /// <summary>A helper that takes the text: on the encoding in it, once, wherever the messages come from.</summary>
    [Theory]
    [InlineData("""return Wire.Post(url, Newtonsoft.Json.JsonConvert.SerializeObject(message));""", """var data = [|Encoding.ASCII|].GetBytes(body); using var stream = request.GetRequestStream(); stream.Write(data, 0, data.Length);""")]
    [InlineData("""var json = Newtonsoft.Json.JsonConvert.SerializeObject(message, Newtonsoft.Json.Formatting.None); var answer = Wire.Post(url, json); return answer;""", """using var writer = new System.IO.StreamWriter(request.GetRequestStream(), [|Encoding.GetEncoding("iso-8859-1")|]); writer.Write(body);""")]
    [InlineData("""return Wire.Post(body: Newtonsoft.Json.JsonConvert.SerializeObject(message), url: url);""", """Write(request, body); } private static void Write(System.Net.WebRequest request, string text) { var data = [|Encoding.ASCII|].GetBytes(text); using var stream = request.GetRequestStream(); stream.Write(data, 0, data.Length);""")]
    [InlineData("""return Wire.Post(url, System.Text.Json.JsonSerializer.Serialize(message));""", """var data = Encoding.ASCII.GetBytes(body); using var stream = request.GetRequestStream(); stream.Write(data, 0, data.Length);""")]
    [InlineData("""return Wire.Post(url, Newtonsoft.Json.JsonConvert.SerializeObject(message));""", """var data = Encoding.UTF8.GetBytes(body); request.ContentLength = Encoding.ASCII.GetByteCount(url);""")]
    [InlineData("""return Wire.Post(url, "{}");""", """var data = Encoding.ASCII.GetBytes(body); using var stream = request.GetRequestStream(); stream.Write(data, 0, data.Length);""")]
    public void Reported_in_the_helper_that_encodes(string call, string encode) => new TestProgram(
        Id,
        $$"""
        public class Desk
        {
            public string Say(string phone, string line, string url)
            {
                var message = new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = line } };
                {{call.Replace("return Wire.Post", "Wire.Post").Replace("return answer;", string.Empty)}}
                return "sent";
            }
        }
        """,
        $$"""
        public static class Wire
        {
            public static object Post(string url, string body)
            {
                var request = System.Net.WebRequest.Create(url);
                Run(request, body);
                using var answer = request.GetResponse();
                return answer;
            }

            private static void Run(System.Net.WebRequest request, string body)
            {
                string url = "x";
                {{encode}}
            }
        }
        """).Check();
}
