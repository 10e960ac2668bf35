using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Payloads;

/// <summary>What is wrong inside a method, property or field that makes a part of a message is reported there, once, where a message uses it.</summary>
public sealed class FindingsInPartsTests
{
    [Theory]
    // Methods, properties, fields, with and without parameters.
    [InlineData("DLG0109", """private static object Make(string id) => new { type = "reply", reply = new { id, title = [|"Allow all for conversation"|] } };""", "Make(\"1\")")]
    [InlineData("DLG0109", """private static object Make(string id) { var reply = new { id, title = [|"Allow all for conversation"|] }; return new { type = "reply", reply }; }""", "Make(\"1\"), Make(\"2\")")]
    [InlineData("DLG0109", """private static object Make => new { type = "reply", reply = new { id = "1", title = [|"Allow all for conversation"|] } };""", "Make")]
    [InlineData("DLG0109", """private static object Make { get; } = new { type = "reply", reply = new { id = "1", title = [|"Allow all for conversation"|] } };""", "Make")]
    [InlineData("DLG0109", """private static readonly object Make = new { type = "reply", reply = new { id = "1", title = [|"Allow all for conversation"|] } };""", "Make")]
    [InlineData("DLG0109", """private static object Make(string id) => new Dictionary<string, object> { ["type"] = "reply", ["reply"] = new Dictionary<string, object> { ["id"] = id, ["title"] = [|"Allow all for conversation"|] } };""", "Make(\"1\")")]
    [InlineData("DLG0109", """private static JsonObject Make(string id) => new() { ["type"] = "reply", ["reply"] = new JsonObject { ["id"] = id, ["title"] = [|"Allow all for conversation"|] } };""", "Make(\"1\")")]
    [InlineData("DLG0109", """private static Newtonsoft.Json.Linq.JObject Make(string id) => new() { ["type"] = "reply", ["reply"] = new Newtonsoft.Json.Linq.JObject { ["id"] = id, ["title"] = [|"Allow all for conversation"|] } };""", "Make(\"1\")")]
    [InlineData("DLG0109", """private sealed record Reply(string id, string title); private sealed record Item(string type, Reply reply); private static Item Make(string id) => new("reply", new Reply(id, [|"Allow all for conversation"|]));""", "Make(\"1\")")]
    // A text that a method makes.
    [InlineData("DLG0109", """private static string Title(bool all) { if (all) { return [|"Allow all for conversation"|]; } return "Allow"; } private static object Make(bool all) => new { type = "reply", reply = new { id = "1", title = Title(all) } };""", "Make(to.Length > 3)")]
    // Parts of parts.
    [InlineData("DLG0109", """private static object Reply(string id) => new { id, title = [|"Allow all for conversation"|] }; private static object Make(string id) => new { type = "reply", reply = Reply(id) };""", "Make(\"1\")")]
    // Members that lack something, values of the wrong type or outside the list.
    [InlineData("DLG0108", """private static object Make(string id) => new { type = "reply", reply = [|new|] { id } };""", "Make(\"1\")")]
    [InlineData("DLG0108", """private static object Make(string id, string title) => new { type = [|"replies"|], reply = new { id, title } };""", "Make(\"1\", \"x\")")]
    [InlineData("DLG0106", """private static object Make(string title) => new { type = "reply", reply = new { id = [|7|], title } };""", "Make(\"x\")")]
    public void Reported_in_the_part(string rule, string members, string buttons) => new TestProgram(rule, Sender(members, buttons)).Check();

    [Theory]
    // No message uses it, or one that goes elsewhere.
    [InlineData("DLG0109", """private static object Make(string id) => new { type = "reply", reply = new { id, title = "Allow all for conversation" } }; public static object Other() => new { form = Make("1") };""", "new { type = \"reply\", reply = new { id = \"1\", title = \"x\" } }")]
    [InlineData("DLG0109", """private static object Make(string id) => new { type = "reply", reply = new { id, title = "Allow all for conversation" } }; public Task Mail(string to) => http.PostAsJsonAsync("https://mail.example.org/send", new { to, type = "interactive", interactive = new { type = "button", body = new { text = "?" }, action = new { buttons = new[] { Make("1") } } } });""", "new { type = \"reply\", reply = new { id = \"1\", title = \"x\" } }")]
    // The caller changes it, a parameter decides, the name belongs to something else.
    [InlineData("DLG0109", """private static object Make(string title) => new { type = "reply", reply = new { id = "1", title } };""", "Make(to)")]
    [InlineData("DLG0109", """private static object Make(bool isLong) => isLong ? new { type = "reply", reply = new { id = "1", title = "Allow all for conversation" } } : (object)new { type = "reply", reply = new { id = "1", title = "x" } };""", "Make(false)")]
    [InlineData("DLG0109", """private static class Other { public static object Make(string id) => new { type = "reply", reply = new { id, title = "Allow all for conversation" } }; } private static object Make(string id) => new { type = "reply", reply = new { id, title = "x" } };""", "Make(\"1\")")]
    public void Silent_where_no_message_has_it(string rule, string members, string buttons) => new TestProgram(rule, Sender(members, buttons)).Check();

    [Fact]
    public void Part_in_another_file() => new TestProgram(
        "DLG0109",
        """
        public static class ReplyButtons
        {
            public static Task Say(HttpClient http, string to) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
            public static object Yes() => new { type = "reply", reply = new { id = "yes", title = [|"Yes, please book it for me"|] } };
            public static object[] Both() => new[] { Yes(), No() };
            public static object No() => new { type = "reply", reply = new { id = "no", title = "No" } };
        }
        """,
        Sender("private static object Action() => new { buttons = ReplyButtons.Both() };", null)).Check();

    [Fact]
    public void Message_that_a_wrapper_completes() => new TestProgram(
        "DLG0109",
        """
        public class Sender(HttpClient http)
        {
            private static object Yes() => new { type = "reply", reply = new { id = "yes", title = [|"Yes, please book it for me"|] } };
            private Task Ask(string to, string question, params object[] buttons) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new
            {
                messaging_product = "whatsapp", to, type = "interactive",
                interactive = new { type = "button", body = new { text = question }, action = new { buttons } },
            });
            public Task Book(string to) => Ask(to, "Shall we?", Yes());
        }
        """).Check();

    [Fact]
    public void Components_that_are_added_later() => new TestProgram(
        "DLG0109",
        """
        public class Parameter { public string type { get; set; } = "text"; public string? text { get; set; } }
        public class Component { public string type { get; set; } = "body"; public List<Parameter> parameters { get; set; } = new(); }
        public class Language { public string code { get; set; } = "en"; }
        public class Template { public string name { get; set; } = ""; public Language language { get; set; } = new(); public List<Component> components { get; set; } = new(); }
        public class Message { public string messaging_product { get; set; } = "whatsapp"; public string to { get; set; } = ""; public string type { get; set; } = "template"; public Template? template { get; set; } }
        public class Sender(HttpClient http)
        {
            public Task Remind(string to)
            {
                var template = new Template { name = "reminder" };
                var component = new Component();
                component.parameters.Add(new Parameter { text = [|"first\nsecond"|] });
                template.components.Add(component);
                return http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new Message { to = to, template = template });
            }
        }
        """).Check();

    private static string Sender(string members, string? buttons) => $$"""
        public class Sender(HttpClient http)
        {
            {{members}}

            public async Task Ask(string to)
            {
                await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new
                {
                    messaging_product = "whatsapp", to, type = "interactive",
                    interactive = new { type = "button", body = new { text = "?" }, action = {{(buttons is null ? "Action()" : $"new {{ buttons = new object[] {{ {buttons} }} }}")}} },
                });
            }
        }
        """;
}
