using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Payloads;

/// <summary>Parts of messages in files that neither send nor show a message: what is wrong in them is reported there, where a message uses them.</summary>
public sealed class PartFilesTests
{
    [Theory]
    [InlineData("DLG0109", "public static class Buttons { public static object Yes() => new { type = \"reply\", reply = new { id = \"yes\", title = [|\"Yes, please book it for me\"|] } }; }", "Buttons.Yes()")]
    [InlineData("DLG0109", "public static class Buttons { public static object Yes => new { type = \"reply\", reply = new { id = \"yes\", title = [|\"Yes, please book it for me\"|] } }; }", "Buttons.Yes")]
    [InlineData("DLG0109", "public static class Buttons { public static object Yes { get; } = new { type = \"reply\", reply = new { id = \"yes\", title = [|\"Yes, please book it for me\"|] } }; }", "Buttons.Yes")]
    [InlineData("DLG0109", "public static class Buttons { public static readonly object Yes = new { type = \"reply\", reply = new { id = \"yes\", title = [|\"Yes, please book it for me\"|] } }; }", "Buttons.Yes")]
    [InlineData("DLG0109", "public static class Buttons { private static object Reply(string id, string title) => new { type = \"reply\", reply = new { id, title } }; public static object Yes() => Reply(\"yes\", [|\"Yes, please book it for me\"|]); }", "Buttons.Yes()")]
    [InlineData("DLG0109", "public static class Buttons { public static Dictionary<string, object> Yes() => new() { [\"type\"] = \"reply\", [\"reply\"] = new Dictionary<string, object> { [\"id\"] = \"yes\", [\"title\"] = [|\"Yes, please book it for me\"|] } }; }", "Buttons.Yes()")]
    [InlineData("DLG0109", "public static class Buttons { public static JsonObject Yes() => new() { [\"type\"] = \"reply\", [\"reply\"] = new JsonObject { [\"id\"] = \"yes\", [\"title\"] = [|\"Yes, please book it for me\"|] } }; }", "Buttons.Yes()")]
    [InlineData("DLG0109", "public record Reply(string id, string title); public record Button(string type, Reply reply); public static class Buttons { public static Button Yes() => new(\"reply\", new Reply(\"yes\", [|\"Yes, please book it for me\"|])); }", "Buttons.Yes()")]
    [InlineData("DLG0109", "public static class Buttons { public static object Yes(bool polite) => new { type = \"reply\", reply = new { id = \"yes\", title = polite ? [|\"Yes, please book it for me\"|] : \"Yes\" } }; }", "Buttons.Yes(to.Length > 3)")]
    [InlineData("DLG0109", "public static class Texts { public static string Title() => [|\"Yes, please book it for me\"|]; }", "new { type = \"reply\", reply = new { id = \"1\", title = Texts.Title() } }")]
    [InlineData("DLG0109", "public class Buttons { public object Yes() => new { type = \"reply\", reply = new { id = \"yes\", title = [|\"Yes, please book it for me\"|] } }; }", "new Buttons().Yes()")]
    [InlineData("DLG0108", "public static class Buttons { public static object Yes() => new { type = \"reply\", reply = [|new|] { id = \"yes\" } }; }", "Buttons.Yes()")]
    [InlineData("DLG0108", "public static class Buttons { public static object Yes() => new { type = [|\"replies\"|], reply = new { id = \"yes\", title = \"x\" } }; }", "Buttons.Yes()")]
    [InlineData("DLG0106", "public static class Buttons { public static object Yes() => new { type = \"reply\", reply = new { id = [|7|], title = \"x\" } }; }", "Buttons.Yes()")]
    public void Reported_in_the_file_of_the_part(string rule, string parts, string button) => new TestProgram(rule, parts, Sender(button)).Check();

    [Theory]
    // No message uses it; another class of the program has the name; the caller gives what is right.
    [InlineData("DLG0109", "public static class Buttons { public static object Yes() => new { type = \"reply\", reply = new { id = \"yes\", title = \"Yes, please book it for me\" } }; public static object No() => new { type = \"reply\", reply = new { id = \"no\", title = \"No\" } }; }", "Buttons.No()")]
    [InlineData("DLG0109", "public static class Forms { public static object Yes() => new { type = \"reply\", reply = new { id = \"yes\", title = \"Yes, please book it for me\" } }; } public static class Buttons { public static object Yes() => new { type = \"reply\", reply = new { id = \"yes\", title = \"Yes\" } }; }", "Buttons.Yes()")]
    [InlineData("DLG0109", "public static class Buttons { public static object Make(string title) => new { type = \"reply\", reply = new { id = \"yes\", title } }; public static object Long() => Make(\"Yes, please book it for me\"); }", "Buttons.Make(\"Yes\")")]
    [InlineData("DLG0108", "public static class Buttons { public static object Yes() { var made = new Dictionary<string, object> { [\"type\"] = \"reply\" }; Fill(made); return made; } private static void Fill(Dictionary<string, object> made) => made[\"reply\"] = new { id = \"1\", title = \"x\" }; }", "Buttons.Yes()")]
    public void Silent_where_no_message_has_it(string rule, string parts, string button) => new TestProgram(rule, parts, Sender(button)).Check();

    [Fact]
    public void Parts_of_parts_in_files_of_their_own() => new TestProgram(
        "DLG0109",
        "public static class Replies { public static object Yes(string id) => new { id, title = [|\"Yes, please book it for me\"|] }; }",
        "public static class Buttons { public static object[] All() => new object[] { new { type = \"reply\", reply = Replies.Yes(\"1\") } }; }",
        "public static class Actions { public static object Choose() => new { buttons = Buttons.All() }; }",
        Sender(null)).Check();

    [Fact]
    public void Files_under_a_static_using_and_of_a_base_class() => new TestProgram(
        "DLG0109",
        "public abstract class SenderBase { protected static object Yes() => new { type = \"reply\", reply = new { id = \"yes\", title = [|\"Yes, please book it for me\"|] } }; }",
        "public static class Buttons { public static object No() => new { type = \"reply\", reply = new { id = \"no\", title = [|\"No, please leave all as it is\"|] } }; }",
        "using static Buttons;\n" + Sender("Yes(), No()").Replace("class Sender(HttpClient http)", "class Sender(HttpClient http) : SenderBase", StringComparison.Ordinal)).Check();

    [Fact]
    public void Whole_contents_and_templates() => new TestProgram(
        "none",
        """
        public static class Contents
        {
            public static object Place() => new { latitude = {|DLG0101:91.5|}, longitude = 8.1 };
            public static object Picture() => new { link = {|DLG0102:"https://cdn.example.com/a.mp3"|} };
            public static object Leaflet => new { link = {|DLG0104:"files/a.pdf"|} };
            public static object Offer() => new { name = "offer", language = Languages.German() };
        }
        """,
        "public static class Languages { public static object German() => new { code = {|DLG0113:\"de-DE\"|} }; }",
        """
        public class Sender(HttpClient http)
        {
            private const string Url = "https://waba-v2.360dialog.io/messages";
            public Task A(string to) => http.PostAsJsonAsync(Url, new { messaging_product = "whatsapp", to, type = "location", location = Contents.Place() });
            public Task B(string to) => http.PostAsJsonAsync(Url, new { messaging_product = "whatsapp", to, type = "image", image = Contents.Picture() });
            public Task C(string to) => http.PostAsJsonAsync(Url, new { messaging_product = "whatsapp", to, type = "document", document = Contents.Leaflet });
            public Task D(string to) => http.PostAsJsonAsync(Url, new { messaging_product = "whatsapp", to, type = "template", template = Contents.Offer() });
        }
        """).Check();

    [Theory]
    // Handed to a method that sends, in a third file: own texts, what is left out, arguments; through an interface and params.
    [InlineData("DLG0109", "public static class Buttons { public static object Yes() => new { type = \"reply\", reply = new { id = \"yes\", title = [|\"Yes, please book it for me\"|] } }; }", "chat.AskAsync(to, Buttons.Yes())")]
    [InlineData("DLG0109", "public static class Buttons { public static object Yes => new { type = \"reply\", reply = new { id = \"yes\", title = [|\"Yes, please book it for me\"|] } }; public static object No => new { type = \"reply\", reply = new { id = \"no\", title = \"No\" } }; }", "chat.AskAsync(to, Buttons.No, Buttons.Yes)")]
    [InlineData("DLG0108", "public static class Buttons { public static object Yes() => new { type = \"reply\", reply = [|new|] { id = \"yes\" } }; }", "chat.AskAsync(to, Buttons.Yes())")]
    [InlineData("DLG0109", "public static class Replies { public static object Yes(string id) => new { id, title = [|\"Yes, please book it for me\"|] }; } public static class Buttons { public static object Yes() => new { type = \"reply\", reply = Replies.Yes(\"1\") }; }", "chat.AskAsync(to, Buttons.Yes())")]
    [InlineData("DLG0109", "public static class Forms { public static object Yes() => new { type = \"reply\", reply = new { id = \"yes\", title = \"Yes, please book it for me\" } }; } public static class Buttons { public static object Yes() => new { type = \"reply\", reply = new { id = \"yes\", title = \"Yes\" } }; }", "chat.AskAsync(to, Buttons.Yes())")]
    [InlineData("DLG0109", "public static class Buttons { public static object Yes() => new { type = \"reply\", reply = new { id = \"yes\", title = \"Yes, please book it for me\" } }; }", "Task.FromResult(Buttons.Yes())")]
    public void Handed_to_a_method_that_sends(string rule, string parts, string call) => new TestProgram(
        rule,
        parts,
        """
        public interface IChat { Task AskAsync(string to, params object[] buttons); }
        public class Chat(HttpClient http) : IChat
        {
            public Task AskAsync(string to, params object[] buttons) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new
            {
                messaging_product = "whatsapp", to, type = "interactive",
                interactive = new { type = "button", body = new { text = "?" }, action = new { buttons } },
            });
        }
        """,
        $"public class Survey(IChat chat) {{ public Task Run(string to) => {call}; public Task Other(string to) => chat.AskAsync(to, new {{ type = \"reply\", reply = new {{ id = \"1\", title = \"x\" }} }}); }}").Check();

    private static string Sender(string? buttons) => $$"""
        public class Sender(HttpClient http)
        {
            public Task Ask(string to) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new
            {
                messaging_product = "whatsapp", to, type = "interactive",
                interactive = new { type = "button", body = new { text = "?" }, action = {{(buttons is null ? "Actions.Choose()" : $"new {{ buttons = new object[] {{ {buttons} }} }}")}} },
            });
        }
        """;
}
