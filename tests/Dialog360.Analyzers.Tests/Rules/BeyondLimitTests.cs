using System.Globalization;
using System.Text.RegularExpressions;
using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

public sealed class BeyondLimitTests
{
    private const string Id = "DLG0109";

    [Theory]
    [InlineData(4097)]
    [InlineData(5000)]
    public void A_text_body_has_at_most_4096_characters(int length) => Check($"type = \"text\", text = new {{ body = [|\"{new string('x', length)}\"|] }}");

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"\" + \"\"")]
    [InlineData("string.Empty")]
    [InlineData("String.Empty")]
    public void A_text_body_has_at_least_one_character(string body) => Check($"type = \"text\", text = new {{ body = [|{body}|] }}");

    [Theory]
    [InlineData("image", 1025)]
    [InlineData("video", 1025)]
    [InlineData("document", 2000)]
    public void A_caption_has_at_most_1024_characters(string type, int length) => Check($"type = \"{type}\", {type} = new {{ id, caption = [|\"{new string('x', length)}\"|] }}");

    [Theory]
    [InlineData("button", 1025)]
    [InlineData("list", 4097)]
    [InlineData("cta_url", 1025)]
    [InlineData("something_new", 4097)]
    public void An_interactive_body_has_its_limit(string type, int length) =>
        Check($"type = \"interactive\", interactive = new {{ type = \"{type}\", body = new {{ text = [|\"{new string('x', length)}\"|] }}, action = (object)name }}");

    [Theory]
    [InlineData("header = new { type = \"text\", text = [|\"0123456789 0123456789 0123456789 0123456789 0123456789 0123456789\"|] }")]
    [InlineData("footer = new { text = [|\"0123456789 0123456789 0123456789 0123456789 0123456789 0123456789\"|] }")]
    [InlineData("action = new { buttons = new[] { Button(id, [|\"A title of 21 letters\"|]) } }")]
    [InlineData("action = new { buttons = new[] { Button(id, [|\"\"|]) } }")]
    [InlineData("action = new { buttons = new[] { Button([|\"\"|], name) } }")]
    [InlineData("action = new { buttons = [|new[] { Button(\"1\", \"a\"), Button(\"2\", \"b\"), Button(\"3\", \"c\"), Button(\"4\", \"d\") }|] }")]
    [InlineData("action = new { buttons = [|new object[0]|] }")]
    [InlineData("action = new { buttons = [|new List<object> { Button(\"1\", \"a\"), Button(\"2\", \"b\"), Button(\"3\", \"c\"), Button(\"4\", \"d\") }|] }")]
    [InlineData("action = new { buttons = (object[])[|[Button(\"1\", \"a\"), Button(\"2\", \"b\"), Button(\"3\", \"c\"), Button(\"4\", \"d\")]|] }")]
    [InlineData("action = new { buttons = new[] { Button(\"yes\", \"Yes\"), Button([|\"yes\"|], \"No\") } }")]
    [InlineData("action = new { buttons = new[] { Button(\"yes\", \"Yes\"), Button(\"no\", [|\"Yes\"|]) } }")]
    [InlineData("action = new { buttons = new[] { Button(\"a\", \"Yes\"), Button(\"b\", \"No\"), Button([|\"a\"|], [|\"No\"|]) } }")]
    public void Reported_in_buttons(string rest) => Check("type = \"interactive\", interactive = new { type = \"button\", body = new { text = name }, " + rest + " }");

    [Theory]
    [InlineData("action = new { button = [|\"A title of 21 letters\"|], sections = new[] { new { title = name, rows = new[] { Row(id, name) } } } }")]
    [InlineData("action = new { button = name, sections = new[] { new { title = [|\"A title of 25 letters abc.\"|], rows = new[] { Row(id, name) } } } }")]
    [InlineData("action = new { button = name, sections = new[] { new { title = name, rows = new[] { Row(id, [|\"A title of 25 letters abc.\"|]) } } } }")]
    [InlineData("action = new { button = name, sections = new[] { new { title = name, rows = new[] { new { id, title = name, description = [|\"0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456\"|] } } } } }")]
    [InlineData("action = new { button = name, sections = [|new object[0]|] }")]
    [InlineData("action = new { button = name, sections = new[] { new { title = name, rows = [|new[] { R1, R2, R3, R4, R5, R6, R7, R8, R9, R10, R11 }|] } } }")]
    [InlineData("action = new { button = name, sections = [|new[] { new { title = \"a\", rows = new[] { R1, R2, R3, R4, R5, R6 } }, new { title = \"b\", rows = new[] { R7, R8, R9, R10, R11 } } }|] }")]
    [InlineData("action = new { button = name, sections = new[] { new { title = \"a\", rows = new[] { Row(\"x\", \"one\") } }, new { title = \"b\", rows = new[] { Row([|\"x\"|], \"two\") } } } }")]
    [InlineData("action = new { button = name, sections = [|new[] { S, S, S, S, S, S, S, S, S, S, S }|] }")]
    public void Reported_in_lists(string rest) => Check("type = \"interactive\", interactive = new { type = \"list\", body = new { text = name }, " + rest + " }");

    [Theory]
    [InlineData("[|\"Hello\\nAnn\"|]")]
    [InlineData("[|\"Hello\\r\\nAnn\"|]")]
    [InlineData("[|\"Hello\\tAnn\"|]")]
    [InlineData("[|\"Hello     Ann\"|]")]
    [InlineData("[|\"Hello\" + \"\\n\" + \"Ann\"|]")]
    [InlineData("flag ? \"Ann\" : [|\"A\\nB\"|]")]
    public void Reported_in_template_parameters(string text) => Check(Template(text));

    [Theory]
    [InlineData("biz_opaque_callback_data = [|\"LONG600\"|], type = \"text\", text = new { body = name }")]
    [InlineData("type = \"interactive\", interactive = new { type = \"flow\", body = new { text = name }, action = new { name = \"flow\", parameters = new { flow_message_version = [|\"2\"|], flow_id = id, flow_cta = name } } }")]
    [InlineData("type = \"interactive\", interactive = new { type = \"cta_url\", body = new { text = name }, action = new { name = \"cta_url\", parameters = new { display_text = [|\"A title of 21 letters\"|], url } } }")]
    [InlineData("type = \"contacts\", contacts = [|new object[0]|]")]
    public void Reported_elsewhere(string rest) => Check(rest);

    [Theory]
    [InlineData("type = \"text\", text = new { body = \"x\" }")]
    [InlineData("type = \"text\", text = new { body = name }")]
    [InlineData("type = \"text\", text = new { body = \"Line one\\nLine two\\tand     more\" }")]
    [InlineData("type = \"text\", text = new { body = \"LONG4096\" }")]
    [InlineData("type = \"image\", image = new { id, caption = \"LONG1024\" }")]
    [InlineData("type = \"image\", image = new { id, caption = \"\" }")]
    [InlineData("type = \"interactive\", interactive = new { type = \"list\", body = new { text = \"LONG1025\" }, action = (object)name }")]
    [InlineData("type = \"interactive\", interactive = new { type = name, body = new { text = \"LONG1025\" }, action = (object)name }")]
    [InlineData("type = \"interactive\", interactive = new { body = new { text = \"LONG1025\" }, action = (object)name }")]
    [InlineData("type = \"interactive\", interactive = new { type = \"button\", body = new { text = name }, action = new { buttons = new[] { Button(\"1\", \"A title of 20 letter\"), Button(\"2\", \"b\"), Button(\"3\", \"c\") } } }")]
    [InlineData("type = \"interactive\", interactive = new { type = \"button\", body = new { text = name }, action = new { buttons = new[] { Button(\"yes\", \"Yes\"), Button(\"YES\", \"yes\") } } }")]
    [InlineData("type = \"interactive\", interactive = new { type = \"button\", body = new { text = name }, action = new { buttons = new[] { Button(id, name), Button(id, name) } } }")]
    [InlineData("type = \"interactive\", interactive = new { type = \"button\", body = new { text = name }, action = new { buttons = name.Select(c => Button(\"x\", \"y\")) } }")]
    [InlineData("type = \"interactive\", interactive = new { type = \"button\", body = new { text = name }, action = new { buttons = new[] { Button(\"1\", \"Pay {{amount}} with {{method}}\") } } }")]
    [InlineData("type = \"interactive\", interactive = new { type = \"list\", body = new { text = name }, action = new { button = \"Pick\", sections = new[] { new { title = name, rows = new[] { R1, R2, R3, R4, R5, R6, R7, R8, R9, R10 } } } } }")]
    [InlineData("type = \"interactive\", interactive = new { type = \"list\", body = new { text = name }, action = new { button = \"Pick\", sections = new[] { new { title = \"a\", rows = new[] { R1, R2, R3, R4, R5 } }, new { title = \"b\", rows = new[] { R6, R7, R8, R9, R10 } } } } }")]
    [InlineData("type = \"template\", template = new { name, language = new { code = \"en\" } }")]
    [InlineData("type = \"interactive\", interactive = new { type = \"flow\", body = new { text = name }, action = new { name = \"flow\", parameters = new { flow_message_version = \"3\", flow_id = id, flow_cta = name } } }")]
    [InlineData("biz_opaque_callback_data = \"LONG512\", type = \"text\", text = new { body = name }")]
    [InlineData("type = \"location\", location = new { latitude = 1, longitude = 2, name = \"LONG4097\" }")]
    public void Silent(string rest) => Check(rest);

    [Theory]
    [InlineData("var m = new { to, type = \"text\", text = new { body = \"")]
    [InlineData("var m = new { to, type = \"text\", text = new { body = @\"")]
    public void Silent_in_a_text_that_is_not_closed_yet(string statements) => new TestProgram("DLG0109", Bodies.Method(statements)).Check(mayHaveErrors: true);

    [Theory]
    [InlineData("\"Ann\"")]
    [InlineData("name")]
    [InlineData("\"Hello    Ann\"")]
    [InlineData("name.Replace(\"\\n\", \" \")")]
    [InlineData("string.Join(\"\\n\", name)")]
    public void Silent_in_template_parameters(string text) => Check(Template(text));

    [Theory]
    [InlineData("var buttons = new List<object>(); if (flag) buttons.Add(new { type = \"reply\", reply = new { id = \"a\", title = \"A\" } }); else buttons.Add(new { type = \"reply\", reply = new { id = \"a\", title = \"A\" } }); Use(new { to, type = \"interactive\", interactive = new { type = \"button\", body = new { text = name }, action = new { buttons } } });")]
    [InlineData("var rows = new List<object>(); foreach (char c in name) rows.Add(new { id = \"a\", title = \"A\" }); Use(new { to, type = \"interactive\", interactive = new { type = \"list\", body = new { text = name }, action = new { button = \"x\", sections = new[] { new { title = \"A\", rows } } } } });")]
    [InlineData("var body = \"\"; foreach (char c in name) body += c; Use(new { to, type = \"text\", text = new { body } });")]
    [InlineData("var body = string.Empty; if (flag) body = name; Use(new { to, type = \"text\", text = new { body } });")]
    [InlineData("Use(new { to, type = \"text\", text = new { body = name ?? \"\" } });")]
    [InlineData("Use(new { to, type = \"text\", text = new { body = name ?? string.Empty } });")]
    [InlineData("Use(new { type = \"text\", text = new { body = \"\" } });")]
    [InlineData("Use(new { to, subject = \"\", text = \"\" });")]
    [InlineData("await client.PostAsJsonAsync(\"https://api.telegram.org/x\", new { to, type = \"text\", text = new { body = \"\" } });")]
    public void Silent_in_statements(string statements) => new TestProgram(Id, Bodies.Method(statements)).Check();

    [Theory]
    [InlineData("await client.PostAsJsonAsync(\"https://waba.360dialog.io/v1/messages\", new { to, type = \"interactive\", interactive = new { type = \"list\", body = new { text = [|\"LONG1025\"|] }, action = (object)name } });")]
    [InlineData("const string Title = \"A title of 21 letters\"; Use(new { to, type = \"interactive\", interactive = new { type = \"button\", body = new { text = name }, action = new { buttons = new[] { new { type = \"reply\", reply = new { id, title = [|Title|] } } } } } });")]
    [InlineData("var d = new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"text\" }; d[\"text\"] = new Dictionary<string, object> { [\"body\"] = [|\"\"|] }; Use(d);")]
    [InlineData("Use(new JsonObject { [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = new JsonObject { [\"body\"] = [|\"\"|] } });")]
    [InlineData("Use(new Newtonsoft.Json.Linq.JObject { [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = new Newtonsoft.Json.Linq.JObject { [\"body\"] = [|\"\"|] } });")]
    [InlineData("object Text(string t, string body) => new { to = t, type = \"text\", text = new { body } }; Use(Text(to, [|\"\"|])); Use(Text(to, \"x\"));")]
    public void Reported_in_statements(string statements) => new TestProgram(Id, Bodies.Method(statements.Replace("LONG1025", new string('x', 1025)))).Check();

    [Theory]
    [InlineData("""
        public class Reply { public string Id { get; set; } = ""; public string Title { get; set; } = ""; }
        public class Button { public string Type { get; set; } = "reply"; public Reply? Reply { get; set; } }
        public class Action { public List<Button> Buttons { get; set; } = new(); }
        public class Body { public string Text { get; set; } = ""; }
        public class Interactive { public string Type { get; set; } = "button"; public Body? Body { get; set; } public Action? Action { get; set; } }
        public class Message { public string To { get; set; } = ""; public string Type { get; set; } = "interactive"; public Interactive? Interactive { get; set; } }
        public class Sender
        {
            void Use(object o) { }
            void Make(string to) => Use(new Message { To = to, Interactive = new Interactive { Body = new Body { Text = "x" }, Action = new Action { Buttons = new List<Button> { new Button { Reply = new Reply { Id = "a", Title = [|"Schedule an appointment"|] } }, new Button { Reply = new Reply { Id = [|"a"|], Title = "No" } } } } } });
        }
        """)]
    [InlineData("""
        public class Menu
        {
            private static readonly object[] Rows = { new { id = "1", title = "Tomato" }, new { id = "2", title = [|"Creamy mushroom with parsley"|] } };
            public object Make(string to) => new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "list", body = new { text = "x" }, action = new { button = "b", sections = new[] { new { title = "t", rows = Rows } } } } };
        }
        """)]
    public void Reported_in_a_program(string program) => new TestProgram(Id, program).Check();

    [Theory]
    [InlineData("""
        public class Text { public string Body { get; set; } = ""; }
        public class Message { public string To { get; set; } = ""; public string Type { get; set; } = "text"; public Text Text { get; set; } = new(); }
        public class Sender { void Use(object o) { } void Make(string to, string body) { var m = new Message { To = to }; m.Text.Body = body; Use(m); } object Empty(string to) => new Message { To = to, Text = new Text() }; }
        """)]
    public void Silent_in_a_program(string program) => new TestProgram(Id, program).Check();

    /// <summary>Methods that make one part of a message from each element of what they are given.</summary>
    private const string Lists = """
        public record Option(string Id, string Title);
        public class Lists
        {
            private Task Post(object o) => new HttpClient().PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o);
            private Task Buttons(string to, object buttons) => Post(new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "button", body = new { text = "x" }, action = new { buttons } } });
            private Task Body(string to, object parameters) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = "en" }, components = new[] { new { type = "body", parameters } } } });
            public Task Titles(string to, params string[] titles) => Buttons(to, titles.Select((title, index) => new { type = "reply", reply = new { id = "b" + index, title } }).ToArray());
            public Task Options(string to, IEnumerable<Option> options) => Buttons(to, options.Select(each => new { type = "reply", reply = new { id = each.Id, title = each.Title } }));
            public Task Short(string to, params string[] titles) => Buttons(to, titles.Select(each => new { type = "reply", reply = new { id = each, title = each.Substring(0, 20) } }));
            public Task Cut(string to, params string[] titles) => Buttons(to, titles.Select(each => { if (each.Length > 20) { each = each.Substring(0, 20); } return new { type = "reply", reply = new { id = each, title = each } }; }));
            public Task Some(string to, params string[] titles) => Buttons(to, titles.Where(each => each.Length <= 20).Select(each => new { type = "reply", reply = new { id = each, title = each } }));
            public Task Values(string to, params string[] values) => Body(to, values.Select(value => new { type = "text", text = value }).ToList());
            public Task OneLine(string to, params string[] values) => Body(to, values.Select(value => new { type = "text", text = value.Replace("\n", " ") }));
        }
        """;

    [Theory]
    [InlineData("await lists.Titles(to, \"Yes\", [|\"Schedule an appointment\"|]);")]
    [InlineData("await lists.Titles(to, new[] { [|\"Schedule an appointment\"|], name });")]
    [InlineData("await lists.Titles(to, \"Yes\", [|\"Yes\"|]);")]
    [InlineData("await lists.Options(to, new[] { new Option(id, \"Yes\"), new Option(\"b\", [|\"Schedule an appointment\"|]) });")]
    [InlineData("await lists.Options(to, new List<Option> { new(\"a\", name), new([|\"a\"|], \"Yes\") });")]
    [InlineData("await lists.Values(to, name, [|\"a\\nb\"|]);")]
    [InlineData("await lists.Values(to, values: new[] { [|\"a     b\"|] });")]
    [InlineData("var titles = new[] { \"Yes\", [|\"Schedule an appointment\"|] }; Use(new { to, type = \"interactive\", interactive = new { type = \"button\", body = new { text = name }, action = new { buttons = titles.Select(each => new { type = \"reply\", reply = new { id = name + each, title = each } }) } } });")]
    [InlineData("var titles = new[] { \"1\", \"2\", \"3\", \"4\" }; Use(new { to, type = \"interactive\", interactive = new { type = \"button\", body = new { text = name }, action = new { buttons = [|titles.Select(each => new { type = \"reply\", reply = new { id = each, title = each } })|].ToArray() } } });")]
    public void Reported_in_what_is_selected_from(string statements) => new TestProgram(Id, Bodies.Method("var lists = new Lists(); Use(lists); " + statements), Lists).Check();

    [Theory]
    [InlineData("await lists.Titles(to, \"Yes\", \"No\", name);")]
    [InlineData("await lists.Titles(to, \"A title of 20 letter\");")]
    [InlineData("await lists.Titles(to, name.Split(','));")]
    [InlineData("await lists.Options(to, new[] { new Option(id, \"Yes\"), new Option(name, caption) });")]
    [InlineData("await lists.Short(to, \"Schedule an appointment\");")]
    [InlineData("await lists.Cut(to, \"Schedule an appointment\");")]
    [InlineData("await lists.Some(to, \"Schedule an appointment\");")]
    [InlineData("await lists.Values(to, \"a b\", name);")]
    [InlineData("await lists.OneLine(to, \"a\\nb\");")]
    [InlineData("var titles = new List<string> { \"1\", \"2\", \"3\", \"4\" }; titles.Remove(name); Use(new { to, type = \"interactive\", interactive = new { type = \"button\", body = new { text = name }, action = new { buttons = titles.Select(each => new { type = \"reply\", reply = new { id = each, title = each } }) } } });")]
    public void Silent_in_what_is_selected_from(string statements) => new TestProgram(Id, Bodies.Method("var lists = new Lists(); Use(lists); " + statements), Lists).Check();

    private static void Check(string rest) => new TestProgram(Id, Bodies.Expression("new { messaging_product = \"whatsapp\", to, " + Expand(rest) + " }")).Check();

    private static string Template(string text) =>
        "type = \"template\", template = new { name, language = new { code = \"en\" }, components = new object[] { new { type = \"body\", parameters = new object[] { new { type = \"text\", text = " + text + " } } } } }";

    /// <summary>Writes the abbreviations of the lists above out: rows, buttons, sections and texts of a given length.</summary>
    private static string Expand(string rest)
    {
        for (int row = 11; row > 0; row--)
        {
            rest = Regex.Replace(rest, $@"\bR{row}\b", $"new {{ id = \"r{row}\", title = \"Row {row}\" }}");
        }

        rest = Regex.Replace(rest, @"\bS\b", "new { title = \"s\", rows = name.Select(c => new { id, title = name }) }");
        rest = Regex.Replace(rest, @"\bRow\(([^()]*?), ((?:\[\|)?(?:name|""[^""]*"")(?:\|\])?)\)", "new { id = $1, title = $2 }");
        rest = Regex.Replace(rest, @"\bButton\(([^()]*?), ((?:\[\|)?(?:name|""[^""]*"")(?:\|\])?)\)", "new { type = \"reply\", reply = new { id = $1, title = $2 } }");
        return Regex.Replace(rest, @"LONG(\d+)", match => new string('x', int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)));
    }

    [Theory]
    // The least, on the value or the array.
    [InlineData("{ \"type\": \"list\", \"body\": { \"text\": \"x\" }, \"action\": { \"button\": \"b\", \"sections\": [ { \"rows\": [ { \"id\": \"1\", \"title\": \"[||]\" } ] } ] } }")]
    [InlineData("{ \"type\": \"list\", \"body\": { \"text\": \"x\" }, \"action\": { \"button\": \"b\", \"sections\": [ { \"rows\": [|[ ]|] } ] } }")]
    [InlineData("{ \"type\": \"list\", \"body\": { \"text\": \"x\" }, \"action\": { \"button\": \"b\", \"sections\": [|[ ]|] } }")]
    [InlineData("{ \"type\": \"button\", \"body\": { \"text\": \"x\" }, \"action\": { \"buttons\": [|[ ]|] } }")]
    [InlineData("{ \"type\": \"button\", \"body\": { \"text\": \"x\" }, \"action\": { \"buttons\": [ { \"type\": \"reply\", \"reply\": { \"id\": \"[| a|]\", \"title\": \"A\" } } ] } }")]
    [InlineData("{ \"type\": \"cta_url\", \"body\": { \"text\": \"x\" }, \"action\": { \"name\": \"cta_url\", \"parameters\": { \"display_text\": \"[||]\", \"url\": \"https://a.example\" } } }")]
    [InlineData("{ \"type\": \"product_list\", \"header\": { \"type\": \"text\", \"text\": \"h\" }, \"body\": { \"text\": \"x\" }, \"action\": { \"catalog_id\": \"1\", \"sections\": [ { \"title\": \"t\", \"product_items\": [|[ ]|] } ] } }")]
    [InlineData("{ \"type\": \"flow\", \"body\": { \"text\": \"x\" }, \"action\": { \"name\": \"flow\", \"parameters\": { \"flow_message_version\": \"3\", \"flow_id\": \"1\", \"flow_cta\": \"Open\", \"flow_action_payload\": { \"screen\": \"A\", \"data\": [|{ }|] } } } }")]
    // Carousels and calls.
    [InlineData("{ \"type\": \"carousel\", \"body\": { \"text\": \"x\" }, \"action\": { \"cards\": [|[ { \"card_index\": 0, \"type\": \"product\", \"action\": { \"catalog_id\": \"1\", \"product_retailer_id\": \"a\" } } ]|] } }")]
    [InlineData("{ \"type\": \"carousel\", \"body\": { \"text\": \"x\" }, \"action\": { \"cards\": [ { \"card_index\": 0, \"type\": \"product\", \"action\": { \"catalog_id\": \"1\", \"product_retailer_id\": \"a\" } }, { \"card_index\": [|10|], \"type\": \"product\", \"action\": { \"catalog_id\": \"1\", \"product_retailer_id\": \"b\" } } ] } }")]
    [InlineData("{ \"type\": \"carousel\", \"body\": { \"text\": \"x\" }, \"action\": { \"cards\": [ { \"card_index\": 0, \"type\": \"product\", \"action\": { \"catalog_id\": \"1\", \"product_retailer_id\": \"a\" } }, { \"card_index\": [|0|], \"type\": \"product\", \"action\": { \"catalog_id\": \"1\", \"product_retailer_id\": \"b\" } } ] } }")]
    [InlineData("{ \"type\": \"voice_call\", \"body\": { \"text\": \"x\" }, \"action\": { \"name\": \"voice_call\", \"parameters\": { \"display_text\": \"Call\", \"ttl_minutes\": [|0|] } } }")]
    public void Reported_in_interactive_messages(string json) =>
        new TestProgram(Id, Bodies.Expression("\"\"\"{ \"messaging_product\": \"whatsapp\", \"to\": \"491701234567\", \"type\": \"interactive\", \"interactive\": " + json + " }\"\"\"")).Check();

    [Theory]
    [InlineData("[|\"\"|]")]
    [InlineData("[|$\"{name}\\n{id}\"|]")]
    [InlineData("[|name + Environment.NewLine + id|]")]
    [InlineData("[|$\"{name}{Environment.NewLine}\"|]")]
    [InlineData("[|string.Concat(name, \"\\r\\n\", id)|]")]
    public void Reported_in_parameters_with_breaks_that_are_certain(string text) => Check(Template(text));

    [Theory]
    [InlineData("var lines = new StringBuilder(); lines.AppendLine(name); foreach (char c in name) lines.AppendLine(\"* \" + c); Use(Template([|lines.ToString()|]));")]
    [InlineData("var lines = new StringBuilder(name).AppendLine().Append(id); if (flag) lines.Append(url); Use(Template([|lines.ToString()|]));")]
    // May be empty, is trimmed, is joined again, or is nobody's guess.
    [InlineData("var lines = new StringBuilder(); foreach (char c in name) lines.AppendLine(\"* \" + c); Use(Template(lines.ToString()));")]
    [InlineData("var lines = new StringBuilder(); lines.AppendLine(name); Use(Template(lines.ToString().TrimEnd()));")]
    [InlineData("var lines = new StringBuilder(); lines.AppendLine(name); lines.Replace(Environment.NewLine, \" \"); Use(Template(lines.ToString()));")]
    [InlineData("var lines = new StringBuilder(); if (flag) lines.AppendLine(name); Use(Template(lines.ToString()));")]
    [InlineData("var lines = new StringBuilder(); lines.AppendLine(name); lines.Clear(); lines.Append(id); Use(Template(lines.ToString()));")]
    [InlineData("var lines = new StringBuilder(); lines.Append(name); Use(Template(lines.ToString())); lines.AppendLine(id);")]
    [InlineData("Use(Template(string.Join(Environment.NewLine, name.Split(' '))));")]
    [InlineData("Use(Template(name.Replace(Environment.NewLine, \" \")));")]
    public void Lines_that_are_appended(string statements) =>
        new TestProgram(Id, Bodies.Method("object Template(string text) => new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" }, components = new[] { new { type = \"body\", parameters = new[] { new { type = \"text\", text } } } } } }; " + statements)).Check();

    [Theory]
    [InlineData("type = \"contacts\", contacts = new[] { new { name = new { formatted_name = name }, birthday = [|\"1.5.1990\"|] } }")]
    [InlineData("type = \"contacts\", contacts = new[] { new { name = new { formatted_name = name }, addresses = new[] { new { country_code = [|\"DEU\"|] } } } }")]
    [InlineData("type = \"template\", template = new { name = \"x\", language = new { code = \"en\" }, components = new[] { new { type = \"button\", sub_type = \"url\", index = [|10|] } } }")]
    [InlineData("type = \"template\", template = new { name = \"x\", language = new { code = \"en\" }, components = new[] { new { type = \"button\", sub_type = \"url\", index = [|\"-1\"|] } } }")]
    [InlineData("type = \"contacts\", contacts = new[] { new { name = new { formatted_name = name }, birthday = \"1990-05-01\", addresses = new[] { new { country_code = \"de\" } } } }")]
    [InlineData("type = \"contacts\", contacts = new[] { new { name = new { formatted_name = name }, birthday = $\"{number}-05-01\", addresses = new[] { new { country_code = name } } } }")]
    [InlineData("type = \"template\", template = new { name = \"x\", language = new { code = \"en\" }, components = new[] { new { type = \"button\", sub_type = \"url\", index = \"9\" } } }")]
    public void Numbers_and_forms(string rest) => Check(rest);
}
