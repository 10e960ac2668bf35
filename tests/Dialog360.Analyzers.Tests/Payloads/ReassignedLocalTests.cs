using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Payloads;

/// <summary>A local that holds one message after the other: each statement belongs to the message that is in it then.</summary>
public sealed class ReassignedLocalTests
{
    [Theory]
    [InlineData("var m = new JObject(); m[\"messaging_product\"] = \"whatsapp\"; m[\"to\"] = to; m[\"type\"] = \"text\"; m[\"text\"] = new JObject { [\"body\"] = \"x\" }; await [|Post|](m.ToString()); m = new JObject(); m[\"messaging_product\"] = \"whatsapp\"; m[\"to\"] = to; m[\"type\"] = \"image\"; m[\"image\"] = new JObject { [\"link\"] = {|DLG0102:\"https://a.example/a.gif\"|} }; await [|Post|](m.ToString());")]
    [InlineData("var m = new Dictionary<string, object> { [\"messaging_product\"] = \"whatsapp\", [\"to\"] = to, [\"type\"] = \"text\" }; m[\"text\"] = new { body = \"x\" }; await [|Post|](JsonSerializer.Serialize(m)); m = new Dictionary<string, object> { [\"messaging_product\"] = \"whatsapp\", [\"to\"] = to, [\"type\"] = \"image\" }; m[\"image\"] = new { link = {|DLG0102:\"https://a.example/a.gif\"|} }; await [|Post|](JsonSerializer.Serialize(m));")]
    [InlineData("object m = new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }; await [|Post|](JsonSerializer.Serialize(m)); m = new { messaging_product = \"whatsapp\", to, type = \"image\", image = new { link = {|DLG0102:\"https://a.example/a.gif\"|} } }; await [|Post|](JsonSerializer.Serialize(m));")]
    [InlineData("object m; if (image) { m = new { messaging_product = \"whatsapp\", to, type = \"image\", image = new { link } }; } else { m = new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } }; } await [|Post|](JsonSerializer.Serialize(m));")]
    [InlineData("string m; if (image) m = JsonSerializer.Serialize(new { messaging_product = \"whatsapp\", to, type = \"image\", image = new { link } }); else m = JsonSerializer.Serialize(new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } }); await [|Post|](m);")]

    // What is filled only in one branch, or in a loop, may be there or not.
    [InlineData("var m = new JObject { [\"messaging_product\"] = \"whatsapp\", [\"to\"] = to, [\"type\"] = \"image\" }; if (image) m = new JObject { [\"messaging_product\"] = \"whatsapp\", [\"to\"] = to, [\"type\"] = \"image\" }; m[\"image\"] = new JObject { [\"link\"] = link }; await [|Post|](m.ToString());")]
    [InlineData("var m = new JObject { [\"messaging_product\"] = \"whatsapp\", [\"to\"] = to, [\"type\"] = \"template\", [\"template\"] = new JObject { [\"name\"] = \"x\", [\"language\"] = new JObject { [\"code\"] = \"en\" } } }; await Post(m.ToString()); for (int i = 0; i < 2; i++) { m[\"to\"] = to + i; await Post(m.ToString()); m = (JObject)m.DeepClone(); }")]

    // Assigned after it was read, or in a function that may have run before.
    [InlineData("object m = new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } }; await Post(JsonSerializer.Serialize(m)); m = new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }; Console.WriteLine(m);")]
    public void Each_message_by_itself(string statements) => new TestProgram("DLG0201", $$"""
        using Newtonsoft.Json.Linq;
        public class Sender(HttpClient http, IPeople people)
        {
            public async Task RunAsync(int id, bool image, string link)
            {
                string to = people.PhoneOf(id);
                {{statements}}
            }

            private async Task Post(string json) => (await http.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(json, Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
        }

        public interface IPeople { string PhoneOf(int id); }
        """).Check();

    [Theory]
    [InlineData("const")]
    [InlineData("static readonly")]
    public void A_constant_text_is_sent_where_it_is_used(string modifiers) => new TestProgram("DLG0201", $$"""
        public static class Texts { public {{modifiers}} string Hello = "{\"messaging_product\":\"whatsapp\",\"to\":\"+4915112345678\",\"type\":\"text\",\"text\":{\"body\":\"x\"} }"; }
        public class Sender(HttpClient http)
        {
            public Task A() => [|Post|](Texts.Hello);
            public async Task B() { await [|Post|](Texts.Hello); }
            private async Task Post(string json) => (await http.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(json, Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
        }
        """).Check();

    [Theory]
    [InlineData("var all = numbers.Select(n => new { messaging_product = \"whatsapp\", to = n, type = \"text\", text = new { body = \"x\" } }).ToList(); foreach (var m in all) { await [|Post|](JsonSerializer.Serialize(m)); await Task.Delay(9); }")]
    [InlineData("var all = new List<object>(); foreach (string n in numbers) all.Add(new { messaging_product = \"whatsapp\", to = n, type = \"text\", text = new { body = \"x\" } }); foreach (var m in all) { await [|Post|](JsonSerializer.Serialize(m)); await Task.Delay(9); }")]
    [InlineData("var all = numbers.Select(n => new { messaging_product = \"whatsapp\", to = n, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } }).ToList(); foreach (var m in all) { await Post(JsonSerializer.Serialize(m)); await Task.Delay(9); }")]
    public void A_list_of_messages(string statements) => new TestProgram("DLG0201", $$"""
        public class Sender(HttpClient http, IPeople people)
        {
            public async Task RunAsync()
            {
                List<string> numbers = people.All();
                {{statements}}
            }

            private async Task Post(string json) => (await http.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(json, Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
        }

        public interface IPeople { List<string> All(); }
        """).Check();
}
