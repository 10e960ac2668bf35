using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Payloads;

/// <summary>Parts of messages that methods, properties, fields and lambdas of the project make.</summary>
public sealed class MessagePartTests
{
    private const string TooLong = "\"Allow all for conversation\"";

    private const string Members = """
        private static object Button(string id, string title) => new { type = "reply", reply = new { id, title } };
        private static object Row(string id, string title, string? description = null) => new { id, title, description };
        private static object Text(string value) { return new { type = "text", text = value }; }
        private static Dictionary<string, object> Image(string link) => new() { ["type"] = "image", ["image"] = new Dictionary<string, object> { ["link"] = link } };
        """;

    [Theory]
    [InlineData("DLG0109", Members, """action = new { buttons = new[] { Button("a", "Yes"), Button("b", [|"Allow all for conversation"|]) } }""")]
    [InlineData("DLG0109", Members, """action = new { buttons = new[] { ("a", "Yes"), ("b", "No") }.Select(each => Button(each.Item1, [|"Allow all for conversation"|])).ToArray() }""")]
    // Parts of parts, named and optional arguments, a part that several lines make.
    [InlineData("DLG0109", Members + """ private static object[] Buttons(string yes, string no) => new[] { Button("y", yes), Button("n", no) };""", """action = new { buttons = Buttons(no: "No", yes: [|"Allow all for conversation"|]) }""")]
    [InlineData("DLG0109", Members + """ private static object Action(string title, bool isOne = true) => new { buttons = new[] { Button("y", title) } };""", """action = Action([|"Allow all for conversation"|])""")]
    [InlineData("DLG0109", Members + """ private static object Action(string title) { var buttons = new List<object>(); buttons.Add(Button("y", title)); var action = new Dictionary<string, object>(); action["buttons"] = buttons; return action; }""", """action = Action([|"Allow all for conversation"|])""")]
    [InlineData("DLG0109", Members + """ private static IEnumerable<object> Buttons(string title) { yield return Button("y", title); yield return Button("n", "No"); }""", """action = new { buttons = Buttons([|"Allow all for conversation"|]) }""")]
    [InlineData("DLG0109", Members + """ private static async Task<object> Buttons(string title) { await Task.Yield(); return new[] { Button("y", title) }; }""", """action = new { buttons = await Buttons([|"Allow all for conversation"|]) }""")]
    [InlineData("DLG0109", Members + """ private static T Same<T>(T value) => value;""", """action = new { buttons = new[] { Same(Button("y", Same([|"Allow all for conversation"|]))) } }""")]
    // Lambdas and local functions.
    [InlineData("DLG0109", """ private static readonly Func<string, string, object> Make = (id, title) => new { type = "reply", reply = new { id, title } };""", """action = new { buttons = new[] { Make("a", [|"Allow all for conversation"|]) } }""")]
    // Classes, records, Newtonsoft, JsonObject, extension methods.
    [InlineData("DLG0109", """ private static Newtonsoft.Json.Linq.JObject Make(string title) => new() { ["type"] = "reply", ["reply"] = new Newtonsoft.Json.Linq.JObject { ["id"] = "1", ["title"] = title } };""", """action = new { buttons = new[] { Make([|"Allow all for conversation"|]) } }""")]
    [InlineData("DLG0109", """ private static JsonObject Make(string title) { var made = new JsonObject { ["type"] = "reply" }; made["reply"] = new JsonObject { ["id"] = "1", ["title"] = title }; return made; }""", """action = new { buttons = new[] { Make([|"Allow all for conversation"|]) } }""")]
    [InlineData("DLG0109", """ private sealed record Reply(string id, string title); private sealed class Item { public string type { get; set; } = "reply"; public Reply? reply { get; set; } } private static Item Make(string title) { var item = new Item(); item.reply = new Reply("1", title); return item; }""", """action = new { buttons = new[] { Make([|"Allow all for conversation"|]) } }""")]
    [InlineData("DLG0109", """ private static string Title => "Allow all for conversation";""", """action = new { buttons = new[] { new { type = "reply", reply = new { id = "1", title = [|Title|] } } } }""")]
    [InlineData("DLG0109", """ private static string Title { get; } = "Allow all for conversation";""", """action = new { buttons = new[] { new { type = "reply", reply = new { id = "1", title = [|Title|] } } } }""")]
    // Only the arms that the argument can reach.
    [InlineData("DLG0109", """ private static object Make(string kind, string title) => kind switch { "short" => new { type = "reply", reply = new { id = kind, title = "x" } }, _ => new { type = "reply", reply = new { id = kind, title } } };""", """action = new { buttons = new[] { Make("long", [|"Allow all for conversation"|]), Make("short", "Allow all for conversation") } }""")]
    [InlineData("DLG0109", """ private static object Make(string? title) { if (title is null) { return new { type = "reply", reply = new { id = "1", title = "x" } }; } return new { type = "reply", reply = new { id = "2", title } }; }""", """action = new { buttons = new[] { Make([|"Allow all for conversation"|]), Make(null) } }""")]
    public void Argument_is_judged_where_it_is_written(string rule, string members, string action) => Program(rule, members, action).Check();

    [Theory]
    [InlineData("DLG0109", Members, """action = new { buttons = new[] { Button("a", "Yes"), Button("b", title) } }""")]
    // The caller changes what it was given.
    [InlineData("DLG0109", """ private static Dictionary<string, object> Make(string title) => new() { ["type"] = "reply", ["reply"] = new { id = "1", title } };""", """action = new { buttons = new[] { Changed(Make("Allow all for conversation")) } }""")]
    [InlineData("DLG0108", """ private static Dictionary<string, object> Make() => new() { ["type"] = "reply" };""", """action = new { buttons = new[] { Filled() } }""")]
    // Several implementations, circles, deep recursion, parameters that the method changes, ref and out.
    [InlineData("DLG0109", """ private interface IMake { object Make(string title); } private class One : IMake { public object Make(string title) => new { type = "reply", reply = new { id = "1", title } }; } private class Two : IMake { public object Make(string title) => new { type = "reply", reply = new { id = "1", title = "x" } }; } private static readonly IMake maker = new Two();""", """action = new { buttons = new[] { maker.Make("Allow all for conversation") } }""")]
    [InlineData("DLG0109", """ private static object Make(string title) => title.Length > 3 ? Make(title) : Other(title); private static object Other(string title) => Make(title + title);""", """action = new { buttons = new[] { Make("Allow all for conversation") } }""")]
    [InlineData("DLG0109", """ private static object Make(string title) { title = title.Substring(0, 20); return new { type = "reply", reply = new { id = "1", title } }; }""", """action = new { buttons = new[] { Make("Allow all for conversation") } }""")]
    [InlineData("DLG0109", """ private static object Make(string title) => new { type = "reply", reply = new { id = "1", title = title.Length > 20 ? title.Substring(0, 20) : title } };""", """action = new { buttons = new[] { Make(title) } }""")]
    [InlineData("DLG0109", """ private static object Make(string title) { Cut(ref title); return new { type = "reply", reply = new { id = "1", title } }; } private static void Cut(ref string title) => title = title.Substring(0, 20);""", """action = new { buttons = new[] { Make("Allow all for conversation") } }""")]
    [InlineData("DLG0109", """ private class Base { public virtual string Title => "Allow all for conversation"; } private class Derived : Base { public override string Title => "x"; } private static readonly Base maker = new Derived();""", """action = new { buttons = new[] { new { type = "reply", reply = new { id = "1", title = maker.Title } } } }""")]
    [InlineData("DLG0109", """ private static string Title { get; set; } = "Allow all for conversation";""", """action = new { buttons = new[] { new { type = "reply", reply = new { id = "1", title = Title } } } }""")]
    // What a part that is right holds is not missing.
    [InlineData("DLG0108", Members, """action = new { buttons = new[] { Button("a", "Yes"), Button("b", title) } }""")]
    public void Silent_where_nothing_is_wrong_or_known(string rule, string members, string action) => Program(rule, members, action).Check();

    [Fact]
    public void Local_function_and_captured_value() => new TestProgram(
        "DLG0109",
        Bodies.Method("""
            const string title = "Allow all for conversation";
            object Make(string id) => new { type = "reply", reply = new { id, title = title } };
            Func<string, object> other = text => new { type = "reply", reply = new { id = "1", title = text } };
            Use(new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "button", body = new { text = "?" }, action = new { buttons = new[] { other([|"Allow all for conversation"|]) } } } });
            """)).Check();

    [Fact]
    public void Parts_in_other_files_and_base_classes() => new TestProgram(
        "DLG0109",
        """
        public abstract class BuilderBase
        {
            protected object Footer(string text) => new { text };
            protected static object Header(string text) => new { type = "text", text };
        }
        """,
        """
        public static class Parts
        {
            public static object Body(this string text) => new { text };
        }
        """,
        """
        public class Builder(HttpClient http) : BuilderBase
        {
            public Task Ask(string to) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new
            {
                messaging_product = "whatsapp", to, type = "interactive",
                interactive = new
                {
                    type = "button",
                    header = Header([|"This headline is longer than what a header of an interactive message may hold"|]),
                    body = "Yes or no?".Body(),
                    footer = this.Footer([|"This line is longer than what a footer of an interactive message may hold"|]),
                    action = new { buttons = new[] { new { type = "reply", reply = new { id = "1", title = "x" } } } },
                },
            });
        }
        """).Check();

    [Fact]
    public void Wrapper_around_parts_is_judged_at_its_calls() => new TestProgram(
        "DLG0102",
        """
        public class Pictures(HttpClient http)
        {
            private static object Image(string link, string? caption = null) => new { link, caption };
            public Task Send(string to, string link) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "image", image = Image(link) });
            public Task All(string to) => Task.WhenAll(Send(to, [|"https://cdn.example.com/a.mp3"|]), Send(to, "https://cdn.example.com/a.png"));
        }
        """).Check();

    [Fact]
    public void Template_parameters_and_links() => new TestProgram(
        "DLG0109",
        $$"""
        public class Builder(HttpClient d360)
        {
            {{Members}}
            public Task Ask(string to) => d360.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new
            {
                messaging_product = "whatsapp", to, type = "template",
                template = new
                {
                    name = "a", language = new { code = "en" },
                    components = new object[]
                    {
                        new { type = "header", parameters = new[] { Image({|DLG0102:"https://a.example/x.webp"|}) } },
                        new { type = "body", parameters = new[] { Text([|"a\nb"|]) } },
                    },
                },
            });
        }
        """).Check();

    [Fact]
    public void Whole_message_of_a_record_that_is_only_copied() => new TestProgram(
        "DLG0113",
        """
        public record Language(string code);
        public record Template(string name, Language language);
        public record Message(string messaging_product, string? to, string type, Template? template);
        public static class Templates
        {
            private static readonly Message Base = new("whatsapp", null, "template", null);
            public static Message Order(string to) => Base with { to = to, template = new Template("order", new Language([|"en-US"|])) };
            public static Message Offer(string to) => Base with { to = to, template = new Template("offer", new Language("en_US")) };
        }
        """).Check();

    /// <summary>A look-up that gives nothing says so to its caller, who asks before it sends.</summary>
    [Theory]
    [InlineData("DLG0108", "if (id is null) return;", "string? id = Find(name);", "private static string? Find(string name) => name.Length > 3 ? Environment.GetEnvironmentVariable(name) : null;")]
    [InlineData("DLG0108", "ArgumentNullException.ThrowIfNull(id);", "string? id = Find(name);", "private static string? Find(string name) { if (name.Length < 3) { return null; } return Environment.GetEnvironmentVariable(name); }")]
    [InlineData("DLG0108", "if (id == null) return;", "string? id = await Find(name);", "private static async Task<string?> Find(string name) { await Task.Yield(); if (name.Length < 3) { return default; } return Environment.GetEnvironmentVariable(name); }")]
    [InlineData("DLG0112", "if (string.IsNullOrEmpty(id)) return;", "string id = Find(name);", "private static string Find(string name) { if (name.Length < 3) { return \"\"; } return Environment.GetEnvironmentVariable(name)!; }")]
    [InlineData("DLG0108", "if (id is null) return;", "string? id = Id;", "private static string? Id => DateTime.Now.Hour > 3 ? Environment.GetEnvironmentVariable(\"X\") : null;")]
    public void Nothing_that_a_look_up_gives_does_not_arrive(string rule, string test, string look, string member) => new TestProgram(
        rule,
        $$"""
        public class Sender(HttpClient http)
        {
            {{member}}

            public async Task Say(string name)
            {
                await Task.Yield();
                {{look}}
                {{test}}
                await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = id, type = "text", text = new { body = "x" } });
            }
        }
        """).Check();

    private static TestProgram Program(string rule, string members, string action) => new(
        rule,
        $$"""
        public class Sender(HttpClient http)
        {
            {{members}}
            private static object Changed(Dictionary<string, object> made) { made["reply"] = new { id = "1", title = "x" }; return made; }
            private static object Filled() { var made = new Dictionary<string, object> { ["type"] = "reply" }; Fill(made); return made; }
            private static void Fill(Dictionary<string, object> made) => made["reply"] = new { id = "1", title = "x" };

            public async Task Ask(string to, string title)
            {
                await Task.Yield();
                await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new
                {
                    messaging_product = "whatsapp", to, type = "interactive",
                    interactive = new { type = "button", body = new { text = "?" }, {{action}} },
                });
            }
        }
        """);
}
