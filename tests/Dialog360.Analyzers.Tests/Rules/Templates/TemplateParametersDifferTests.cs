using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Rules.Templates;

public sealed class TemplateParametersDifferTests
{
    private const string Id = "DLG0111";

    private const string Text = "new { type = \"text\", text = name }";

    [Theory]
    [InlineData("order_shipped", "new object[] { new { type = \"body\", parameters = [|new[] { " + Text + " }|] } }")]
    [InlineData("order_shipped", "new object[] { new { type = \"body\", parameters = [|new[] { " + Text + ", " + Text + ", " + Text + " }|] } }")]
    [InlineData("order_shipped", "new object[] { new { type = \"body\", parameters = [|new object[0]|] } }")]
    [InlineData("order_shipped", "new object[] { [|new { type = \"body\" }|] }")]
    [InlineData("order_shipped", "[|new object[] { new { type = \"header\" } }|]")]
    [InlineData("order_shipped", "[|Array.Empty<object>()|]")]
    [InlineData("order_shipped", "new object[] { new { type = \"body\", parameters = [|new object[] { " + Text + ", new { type = \"image\", image = new { id } } }|] } }")]
    [InlineData("order_shipped", "new object[] { new { type = \"body\", parameters = [|new object[] { new { type = \"text\", parameter_name = \"first_name\", text = name }, " + Text + " }|] } }")]
    [InlineData("order_shipped", "new object[] { new { type = \"header\", parameters = [|new[] { " + Text + " }|] }, new { type = \"body\", parameters = new[] { " + Text + ", " + Text + " } } }")]
    [InlineData("order_shipped", "new object[] { new { type = \"body\", parameters = new[] { " + Text + ", " + Text + " } }, new { type = \"button\", sub_type = \"url\", index = 0, parameters = [|new[] { " + Text + " }|] } }")]
    [InlineData("invoice_ready", "[|new object[] { new { type = \"body\", parameters = new[] { " + Text + " } } }|]")]
    [InlineData("invoice_ready", "new object[] { new { type = \"header\", parameters = [|new object[] { new { type = \"image\", image = new { id } } }|] }, new { type = \"body\", parameters = new[] { " + Text + " } } }")]
    [InlineData("photo_news", "[|new object[0]|]")]
    [InlineData("photo_news", "new object[] { new { type = \"header\", parameters = [|new object[] { new { type = \"document\", document = new { link = url } } }|] } }")]
    [InlineData("photo_news", "new object[] { new { type = \"header\", parameters = [|new object[] { new { type = \"image\", image = new { id } }, new { type = \"image\", image = new { id } } }|] } }")]
    [InlineData("clip", "new object[] { new { type = \"header\", parameters = [|new object[] { " + Text + " }|] } }")]
    [InlineData("branch", "[|new object[] { new { type = \"body\" } }|]")]
    [InlineData("greeting", "[|new object[] { new { type = \"body\", parameters = new[] { " + Text + " } } }|]")]
    [InlineData("greeting", "new object[] { new { type = \"header\", parameters = [|new object[] { new { type = \"image\", image = new { id } } }|] }, new { type = \"body\", parameters = new[] { " + Text + " } } }")]
    [InlineData("reminder", "new object[] { new { type = \"body\", parameters = [|new[] { " + Text + ", " + Text + " }|] } }")]
    [InlineData("reminder", "new object[] { new { type = \"body\", parameters = [|new[] { new { type = \"text\", parameter_name = \"first_name\", text = name } }|] } }")]
    [InlineData("reminder", "new object[] { new { type = \"body\", parameters = [|new[] { new { type = \"text\", parameter_name = \"name\", text = name }, new { type = \"text\", parameter_name = \"day\", text = name } }|] } }")]
    [InlineData("reminder", "new object[] { new { type = \"body\", parameters = [|new[] { new { type = \"text\", parameter_name = \"day\", text = name }, new { type = \"text\", parameter_name = \"day\", text = name } }|] } }")]
    [InlineData("track", "[|new object[] { new { type = \"body\", parameters = new[] { " + Text + " } } }|]")]
    [InlineData("track", "new object[] { new { type = \"body\", parameters = new[] { " + Text + " } }, new { type = \"button\", sub_type = \"url\", index = \"1\", parameters = [|new object[0]|] } }")]
    [InlineData("track", "new object[] { new { type = \"body\", parameters = new[] { " + Text + " } }, new { type = \"button\", sub_type = \"url\", index = \"1\", parameters = [|new object[] { new { type = \"payload\", payload = id } }|] } }")]
    [InlineData("track", "new object[] { new { type = \"body\", parameters = new[] { " + Text + " } }, new { type = \"button\", sub_type = \"url\", index = 1, parameters = new[] { " + Text + " } }, new { type = \"button\", sub_type = \"url\", index = 2, parameters = [|new[] { " + Text + " }|] } }")]
    [InlineData("track", "new object[] { new { type = \"body\", parameters = new[] { " + Text + " } }, new { type = \"button\", sub_type = \"url\", index = 1, parameters = new[] { " + Text + " } }, new { type = \"button\", sub_type = \"url\", index = 3, parameters = [|new[] { " + Text + " }|] } }")]
    [InlineData("track", "[|new object[] { new { type = \"body\", parameters = new[] { " + Text + " } }, new { type = \"button\", sub_type = \"url\", index = \"0\", parameters = [|new[] { " + Text + " }|] } }|]")]
    [InlineData("sale", "[|new object[0]|]")]
    [InlineData("sale", "new object[] { new { type = \"button\", sub_type = \"copy_code\", index = 1, parameters = [|new[] { " + Text + " }|] } }")]
    [InlineData("sale", "new object[] { new { type = \"button\", sub_type = \"url\", index = 0, parameters = [|new[] { " + Text + " }|] }, new { type = \"button\", sub_type = \"copy_code\", index = 1, parameters = new[] { new { type = \"coupon_code\", coupon_code = \"A\" } } } }")]
    [InlineData("login_code", "[|new object[] { new { type = \"body\", parameters = new[] { " + Text + " } } }|]")]
    [InlineData("survey", "[|new object[0]|]")]
    [InlineData("menu", "new object[] { new { type = \"carousel\", cards = new object[0] }, new { type = \"body\", parameters = [|new[] { " + Text + ", " + Text + " }|] } }")]
    [InlineData("twice", "new object[] { new { type = \"body\", parameters = [|new[] { " + Text + ", " + Text + ", " + Text + " }|] } }")]
    [InlineData("old_offer", "new object[] { new { type = \"body\", parameters = [|new[] { " + Text + " }|] } }")]
    public void Reported(string name, string components) => Check(Bodies.Expression(Account.Message($"\"{name}\"", components)));

    [Theory]
    [InlineData("order_shipped")]
    [InlineData("invoice_ready")]
    [InlineData("photo_news")]
    [InlineData("reminder")]
    [InlineData("track")]
    [InlineData("sale")]
    [InlineData("login_code")]
    [InlineData("survey")]
    public void Reported_on_the_name_where_there_are_no_components(string name) => Check(Bodies.Expression(Account.Message($"[|\"{name}\"|]")));

    [Theory]
    [InlineData("order_shipped", "new object[] { new { type = \"body\", parameters = new[] { " + Text + ", " + Text + " } } }")]
    [InlineData("order_shipped", "new object[] { new { type = \"BODY\", parameters = new[] { " + Text + ", " + Text + " } }, new { type = \"footer\" } }")]
    [InlineData("order_shipped", "new object[] { new { type = \"body\", parameters = new object[] { new { type = \"currency\", currency = new { fallback_value = \"5\", code = \"EUR\", amount_1000 = 5 } }, new { type = \"date_time\", date_time = new { fallback_value = name } } } } }")]
    [InlineData("order_shipped", "new object[] { new { type = \"body\", parameters = new object[] { new { type = name, text = name }, new { type = \"text\", text = name } } } }")]
    [InlineData("order_shipped", "new List<object> { new { type = \"body\", parameters = new List<object> { " + Text + ", " + Text + " } } }")]
    [InlineData("order_shipped", "new object[] { new { type = name, parameters = new[] { " + Text + " } } }")]
    [InlineData("order_shipped", "new object[] { new { type = \"body\", parameters = name.Select(each => new { type = \"text\", text = each.ToString() }).ToArray() } }")]
    [InlineData("order_shipped", "new object[] { new { type = \"body\", parameters = JsonSerializer.Deserialize<object[]>(name) } }")]
    [InlineData("order_shipped", "JsonSerializer.Deserialize<object[]>(name)")]
    [InlineData("order_shipped", "new object[] { new { type = \"body\", parameters = new object[] { new { type = \"text\", text = name }, JsonSerializer.Deserialize<object>(name)! } } }")]
    [InlineData("order_shipped", "new object[] { new { type = \"body\", parameters = new object[] { new { type = \"text\", parameter_name = (string?)null, text = name }, new { type = \"text\", text = name } } } }")]
    [InlineData("welcome", "new object[0]")]
    [InlineData("welcome", "new object[] { new { type = \"body\" } }")]
    [InlineData("welcome", "new object[] { new { type = \"body\", parameters = new object[0] } }")]
    [InlineData("invoice_ready", "new object[] { new { type = \"header\", parameters = new object[] { new { type = \"document\", document = new { link = url, filename = \"a.pdf\" } } } }, new { type = \"body\", parameters = new[] { " + Text + " } } }")]
    [InlineData("photo_news", "new object[] { new { type = \"header\", parameters = new object[] { new { type = \"image\", image = new { id } } } } }")]
    [InlineData("clip", "new object[] { new { type = \"header\", parameters = new object[] { new { type = \"video\", video = new { id } } } } }")]
    [InlineData("branch", "new object[] { new { type = \"header\", parameters = new object[] { new { type = \"location\", location = new { latitude = 1.5, longitude = 2.5, name, address = name } } } } }")]
    [InlineData("greeting", "new object[] { new { type = \"header\", parameters = new[] { " + Text + " } }, new { type = \"body\", parameters = new[] { " + Text + " } } }")]
    [InlineData("reminder", "new object[] { new { type = \"body\", parameters = new[] { new { type = \"text\", parameter_name = \"day\", text = name }, new { type = \"text\", parameter_name = \"first_name\", text = name } } } }")]
    [InlineData("reminder", "new object[] { new { type = \"body\", parameters = new[] { new { type = \"text\", parameter_name = name, text = name }, new { type = \"text\", parameter_name = id, text = name } } } }")]
    [InlineData("track", "new object[] { new { type = \"body\", parameters = new[] { " + Text + " } }, new { type = \"button\", sub_type = \"url\", index = \"1\", parameters = new[] { " + Text + " } } }")]
    [InlineData("track", "new object[] { new { type = \"body\", parameters = new[] { " + Text + " } }, new { type = \"button\", sub_type = \"URL\", index = 1, parameters = new[] { " + Text + " } }, new { type = \"button\", sub_type = \"quick_reply\", index = 0, parameters = new[] { new { type = \"payload\", payload = \"STOP\" } } } }")]
    [InlineData("track", "new object[] { new { type = \"body\", parameters = new[] { " + Text + " } }, new { type = \"button\", sub_type = \"url\", index = number, parameters = new[] { " + Text + " } } }")]
    [InlineData("sale", "new object[] { new { type = \"button\", sub_type = \"copy_code\", index = 1, parameters = new[] { new { type = \"coupon_code\", coupon_code = \"A\" } } } }")]
    [InlineData("login_code", "new object[] { new { type = \"body\", parameters = new[] { " + Text + " } }, new { type = \"button\", sub_type = \"url\", index = \"0\", parameters = new[] { " + Text + " } } }")]
    [InlineData("survey", "new object[] { new { type = \"button\", sub_type = \"flow\", index = \"0\" } }")]
    [InlineData("survey", "new object[] { new { type = \"button\", sub_type = \"flow\", index = \"0\", parameters = new object[] { new { type = \"action\", action = new { flow_token = id } } } } }")]
    [InlineData("menu", "new object[] { new { type = \"body\", parameters = new[] { " + Text + " } }, new { type = \"limited_time_offer\", parameters = new object[] { new { type = \"limited_time_offer\", limited_time_offer = new { expiration_time_ms = 5 } } } }, new { type = \"carousel\", cards = new object[] { new { card_index = 0 } } } }")]
    [InlineData("twice", "new object[] { new { type = \"body\", parameters = new[] { " + Text + " } } }")]
    [InlineData("twice", "new object[] { new { type = \"body\", parameters = new[] { " + Text + ", " + Text + " } } }")]
    [InlineData("unknown_one", "new object[] { new { type = \"body\", parameters = new[] { " + Text + " } } }")]
    public void Silent(string name, string components) => Check(Bodies.Expression(Account.Message($"\"{name}\"", components, name == "welcome" ? "\"en_US\"" : "\"en\"")));

    [Theory]
    [InlineData("name")]
    [InlineData("\"fr\"")]
    [InlineData("\"de\"")]
    public void The_language_decides_which_definition_counts(string code)
    {
        string components = "new object[] { " + Account.Body("name", "name") + " }";
        Check(Bodies.Expression(Account.Message("\"order_shipped\"", components, code)));
    }

    [Fact]
    public void A_language_that_is_not_known_may_be_any() =>
        Check(Bodies.Expression(Account.Message("\"order_shipped\"", "new object[] { new { type = \"body\", parameters = [|new[] { " + Text + " }|] } }", "name")));

    [Theory]
    [InlineData("new { To = to, Type = \"template\", Template = new { Name = \"order_shipped\", Language = new { Code = \"en\" }, Components = new object[] { new { Type = \"body\", Parameters = [|new object[] { new { Type = \"text\", Text = name } }|] } } } }")]
    [InlineData("new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"template\", [\"template\"] = new Dictionary<string, object> { [\"name\"] = \"order_shipped\", [\"language\"] = new { code = \"en\" }, [\"components\"] = new List<object> { new Dictionary<string, object> { [\"type\"] = \"body\", [\"parameters\"] = [|new List<object> { new Dictionary<string, string> { [\"type\"] = \"text\", [\"text\"] = name } }|] } } } }")]
    [InlineData("new JsonObject { [\"to\"] = to, [\"type\"] = \"template\", [\"template\"] = new JsonObject { [\"name\"] = \"order_shipped\", [\"language\"] = new JsonObject { [\"code\"] = \"en\" }, [\"components\"] = new JsonArray(new JsonObject { [\"type\"] = \"body\", [\"parameters\"] = [|new JsonArray(new JsonObject { [\"type\"] = \"text\", [\"text\"] = name })|] }) } }")]
    [InlineData("new Newtonsoft.Json.Linq.JObject { { \"to\", to }, { \"type\", \"template\" }, { \"template\", new Newtonsoft.Json.Linq.JObject { { \"name\", \"order_shipped\" }, { \"language\", new Newtonsoft.Json.Linq.JObject { { \"code\", \"en\" } } }, { \"components\", new Newtonsoft.Json.Linq.JArray { new Newtonsoft.Json.Linq.JObject { { \"type\", \"body\" }, { \"parameters\", [|new Newtonsoft.Json.Linq.JArray { new Newtonsoft.Json.Linq.JObject { { \"type\", \"text\" }, { \"text\", name } } }|] } } } } } } }")]
    [InlineData("\"{ \\\"to\\\": \\\"1\\\", \\\"type\\\": \\\"template\\\", \\\"template\\\": { \\\"name\\\": \\\"order_shipped\\\", \\\"language\\\": { \\\"code\\\": \\\"en\\\" }, \\\"components\\\": [{ \\\"type\\\": \\\"body\\\", \\\"parameters\\\": [|[{ \\\"type\\\": \\\"text\\\", \\\"text\\\": \\\"x\\\" }]|] }] } }\"")]
    [InlineData("$$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"template\", \"template\": { \"name\": \"order_shipped\", \"language\": { \"code\": \"en\" }, \"components\": [{ \"type\": \"body\", \"parameters\": [|[{ \"type\": \"text\", \"text\": \"{{number}}\" }]|] }] } }\"\"\"")]
    [InlineData("$$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"template\", \"template\": { \"name\": \"[|order_shipped|]\", \"language\": { \"code\": \"en\" } } }\"\"\"")]
    public void Reported_in_all_styles(string message) => Check(Bodies.Expression(message));

    [Theory]
    [InlineData("""
        public class Parameter { public string type { get; set; } = "text"; public string? parameter_name { get; set; } public string? text { get; set; } }
        public class Component { public string type { get; set; } = ""; public List<Parameter>? parameters { get; set; } }
        public class Language { public string code { get; set; } = ""; }
        public class Template { public string name { get; set; } = ""; public Language? language { get; set; } public List<Component>? components { get; set; } }
        public class Message { public string to { get; set; } = ""; public string type { get; set; } = "template"; public Template? template { get; set; } }
        public class Sender
        {
            Task Bad(HttpClient client, string to) => client.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new Message { to = to, template = new Template { name = "order_shipped", language = new Language { code = "en" }, components = new List<Component> { new Component { type = "body", parameters = [|new List<Parameter> { new Parameter { text = to } }|] } } } });
            Task Good(HttpClient client, string to) => client.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new Message { to = to, template = new Template { name = "order_shipped", language = new Language { code = "en" }, components = new List<Component> { new Component { type = "body", parameters = new List<Parameter> { new Parameter { text = to }, new Parameter { text = to } } } } } });
            Task None(HttpClient client, string to) => client.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new Message { to = to, template = new Template { name = [|"order_shipped"|], language = new Language { code = "en" } } });
        }
        """)]
    [InlineData("""
        public record Parameter(string Type, string Text); public record Component(string Type, Parameter[] Parameters); public record Language(string Code); public record Template(string Name, Language Language, Component[] Components); public record Message(string To, string Type, Template Template);
        public class Sender { Task Make(HttpClient client, string to) => client.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new Message(to, "template", new Template("order_shipped", new Language("en"), new[] { new Component("body", [|new[] { new Parameter("text", to) }|]) }))); }
        """)]
    [InlineData("""
        public class Sender
        {
            public object Bad(string to) { var parameters = [|new List<object>()|]; parameters.Add(new { type = "text", text = to }); return new { to, type = "template", template = new { name = "order_shipped", language = new { code = "en" }, components = new object[] { new { type = "body", parameters } } } }; }
        }
        """)]
    [InlineData("""
        public interface IGateway { Task SendTemplateAsync(string to, string template, params string[] values); }
        public class Gateway : IGateway
        {
            public Task SendTemplateAsync(string to, string template, params string[] values) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = template, language = new { code = "en" }, components = new[] { new { type = "body", parameters = values.Select(value => new { type = "text", text = value }) } } } });
            private Task Post(object o) => Task.CompletedTask;
        }
        public class Orders(IGateway gateway)
        {
            public Task One(string to) => gateway.SendTemplateAsync(to, [|"order_shipped"|], "Ann");
            public Task Good(string to) => gateway.SendTemplateAsync(to, "order_shipped", "Ann", "17");
            public Task None(string to) => gateway.SendTemplateAsync(to, [|"order_shipped"|]);
            public Task Unknown(string to, string[] values) => gateway.SendTemplateAsync(to, "order_shipped", values);
        }
        """)]
    [InlineData("""
        public class WhatsApp
        {
            public Task SendTemplateAsync(string to, string template, string language) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = template, language = new { code = language } } });
            private Task Post(object o) => Task.CompletedTask;
            public Task Bad(string to) => SendTemplateAsync(to, [|"order_shipped"|], "en");
            public Task Good(string to) => SendTemplateAsync(to, "half", "en");
        }
        """)]
    [InlineData("""
        public class WhatsApp
        {
            private static object Text(string text) => new { type = "text", text };
            private static object Body(params object[] parameters) => new { type = "body", parameters };
            private static object Header(string link) => new { type = "header", parameters = new object[] { new { type = "image", image = new { link } } } };
            private static object Template(string name, string language, params object[] components) => new { name, language = new { code = language }, components };
            private static object Message(string to, object template) => new { messaging_product = "whatsapp", to, type = "template", template };
            private static Task Post(object o) => Task.CompletedTask;
            public Task Good(string to, string n) => Post(Message(to, Template("order_shipped", "en", Body(Text(n), Text(n)))));
            public Task One(string to, string n) => Post(Message(to, Template("order_shipped", "en", [|Body(Text(n))|])));
            public Task None(string to) => Post(Message(to, [|Template("order_shipped", "en")|]));
            public Task Filled(string to, string link) => Post(Message(to, Template("photo_news", "en", Header(link))));
            public Task NotFilled(string to) => Post(Message(to, [|Template("photo_news", "en")|]));
            public Task Here(string to, string n) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "order_shipped", language = new { code = "en" }, components = new[] { [|Body(Text(n))|] } } });
        }
        """)]
    [InlineData("""
        public class WhatsApp
        {
            private static Task Post(object o) => Task.CompletedTask;
            public Task SendTwo(string to, string template, string one, string two) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = template, language = new { code = "en" }, components = new[] { new { type = "body", parameters = new[] { new { type = "text", text = one }, new { type = "text", text = two } } } } } });
            public Task Good(string to) => SendTwo(to, "order_shipped", "a", "b");
            public Task Bad(string to) => SendTwo(to, [|"half"|], "a", "b");
        }
        """)]
    [InlineData("""
        public class WhatsApp
        {
            private static Task Post(object o) => Task.CompletedTask;
            public Task SendAsync(string to, string template, string language = "en", IEnumerable<string>? parameters = null)
            {
                var components = new List<object>();
                if (parameters != null && parameters.Any())
                {
                    components.Add(new { type = "body", parameters = parameters.Select(p => new { type = "text", text = p }).ToArray() });
                }

                return Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = template, language = new { code = language }, components } });
            }

            public Task Good(string to) => SendAsync(to, "order_shipped", "en", new[] { "a", "b" });
            public Task Collection(string to) => SendAsync(to, "order_shipped", "en", ["a", "b"]);
            public Task Bad(string to) => SendAsync(to, [|"order_shipped"|], "en", new[] { "a" });
            public Task TooMany(string to) => SendAsync(to, [|"order_shipped"|], parameters: new List<string> { "a", "b", "c" });
            public Task Unknown(string to, List<string> values) => SendAsync(to, "order_shipped", "en", values);
        }
        """)]
    [InlineData("""
        public class Sender
        {
            public object Bad(string to, string n) { var parameters = [|new List<object> { new { type = "text", text = n } }|]; parameters.Add(new { type = "text", text = n }); parameters.Add(new { type = "text", text = n }); return new { to, type = "template", template = new { name = "order_shipped", language = new { code = "en" }, components = new object[] { new { type = "body", parameters } } } }; }
            public object Good(string to, string n) { var parameters = new List<object> { new { type = "text", text = n } }; parameters.Add(new { type = "text", text = n }); return new { to, type = "template", template = new { name = "order_shipped", language = new { code = "en" }, components = new object[] { new { type = "body", parameters } } } }; }
            public object Perhaps(string to, string n, bool both) { var parameters = new List<object> { new { type = "text", text = n } }; if (both) { parameters.Add(new { type = "text", text = n }); } return new { to, type = "template", template = new { name = "order_shipped", language = new { code = "en" }, components = new object[] { new { type = "body", parameters } } } }; }
        }
        """)]
    [InlineData("""
        public enum Kind { Shipped, Half }
        public static class Kinds
        {
            public static string Name(this Kind kind) => kind switch { Kind.Shipped => "order_shipped", Kind.Half => "half", _ => throw new ArgumentOutOfRangeException(nameof(kind)) };
            public static object[] Components(this Kind kind, string p) => kind switch { Kind.Shipped => new object[] { new { type = "body", parameters = new[] { new { type = "text", text = p }, new { type = "text", text = p } } } }, _ => new object[0] };
        }
        public class Sender
        {
            public object Fits(string to, Kind kind, string p) => new { to, type = "template", template = new { name = kind.Name(), language = new { code = "en" }, components = kind.Components(p) } };
            public object Fixed(string to, Kind kind) => new { to, type = "template", template = new { name = [|kind.Name()|], language = new { code = "en" } } };
        }
        """)]
    [InlineData("""
        public class WhatsApp
        {
            private static object Text(string text) => new { type = "text", text };
            private static object Body(string[] values) => new { type = "body", parameters = values.Select(Text).ToArray() };
            private static object Envelope(string to, string name, string language, object[] components) => new { messaging_product = "whatsapp", to, type = "template", template = new { name, language = new { code = language }, components } };
            private static Task Post(object o) => Task.CompletedTask;
            public Task SendTemplate(string to, string name, string language, params string[] values) => Post(Envelope(to, name, language, values.Length == 0 ? Array.Empty<object>() : new object[] { Body(values) }));
            public Task Notify(string to, string name, string[] values) => SendTemplate(to, name, "en", values);
            public Task Good(string to) => SendTemplate(to, "order_shipped", "en", "a", "b");
            public Task None(string to) => SendTemplate(to, "half", "en");
            public Task Few(string to) => SendTemplate(to, [|"order_shipped"|], "en", "a");
            public Task Surplus(string to) => SendTemplate(to, [|"half"|], "en", "a");
            public Task Notified(string to) => Notify(to, [|"order_shipped"|], new[] { "a", "b", "c" });
            public Task NotifiedWell(string to) => Notify(to, "order_shipped", new[] { "a", "b" });
        }
        """)]
    [InlineData("""
        public class WhatsApp
        {
            private static Task Post(object o) => Task.CompletedTask;
            private static object[] BodyOf(IEnumerable<string> values) => new object[] { new { type = "body", parameters = values.Select(value => new { type = "text", text = value }) } };
            private static object Message(string to, string name, object[]? components) => new { messaging_product = "whatsapp", to, type = "template", template = new { name, language = new { code = "en" }, components } };
            public Task Any(string to, string name, List<string>? values = null) => Post(Message(to, name, values?.Any() == true ? BodyOf(values) : null));
            public Task Count(string to, string name, List<string>? values = null) => Post(Message(to, name, values?.Count > 0 ? BodyOf(values) : null));
            public Task Pattern(string to, string name, string[]? values = null) => Post(Message(to, name, values is not { Length: > 0 } ? null : BodyOf(values)));
            public Task Good(string to) => Any(to, "half");
            public Task AlsoGood(string to) => Count(to, "order_shipped", new List<string> { "a", "b" });
            public Task One(string to) => Any(to, [|"half"|], new List<string> { "a" });
            public Task Two(string to) => Count(to, [|"half"|], new List<string> { "a" });
            public Task Three(string to) => Pattern(to, [|"half"|], new[] { "a" });
            public Task Nothing(string to) => Count(to, [|"order_shipped"|], new List<string>());
            public Task Unknown(string to, List<string> values) => Any(to, "half", values);
        }
        """)]
    [InlineData("""
        public class WhatsApp
        {
            private static Task Post(object o) => Task.CompletedTask;
            public Task SendNamed(string to, string name, Dictionary<string, string> values) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name, language = new { code = "en" }, components = new[] { new { type = "body", parameters = values.Select(pair => new { type = "text", parameter_name = pair.Key, text = pair.Value }) } } } });
            public Task Good(string to) => SendNamed(to, "reminder", new() { ["first_name"] = "Ann", ["day"] = "Monday" });
            public Task One(string to) => SendNamed(to, [|"reminder"|], new() { ["first_name"] = "Ann" });
            public Task Other(string to) => SendNamed(to, [|"reminder"|], new() { ["first_name"] = "Ann", ["date"] = "Monday" });
            public Task Numbered(string to) => SendNamed(to, [|"order_shipped"|], new() { ["1"] = "Ann", ["2"] = "17" });
            public Task Unknown(string to, Dictionary<string, string> values) => SendNamed(to, "reminder", values);
        }
        """)]
    public void Reported_in_a_program(string program) => Check(program);

    [Theory]
    [InlineData("""
        public class Sender
        {
            public object Loop(string to, IEnumerable<string> values) { var parameters = new List<object>(); foreach (string value in values) { parameters.Add(new { type = "text", text = value }); } return new { to, type = "template", template = new { name = "order_shipped", language = new { code = "en" }, components = new object[] { new { type = "body", parameters } } } }; }
            public object Later(string to, bool hasImage) { var components = new List<object>(); if (hasImage) { components.Add(new { type = "header" }); } Fill(components); return new { to, type = "template", template = new { name = "order_shipped", language = new { code = "en" }, components } }; }
            public object Range(string to, string[] values) { var parameters = new List<object>(); parameters.AddRange(values); return new { to, type = "template", template = new { name = "order_shipped", language = new { code = "en" }, components = new object[] { new { type = "body", parameters } } } }; }
            private static void Fill(List<object> components) => components.Add(new object());
        }
        """)]
    [InlineData("""
        public class WhatsApp
        {
            public Task SendTemplateAsync(string to, string template, object[]? components = null) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = template, language = new { code = "en" }, components = components ?? Array.Empty<object>() } });
            private Task Post(object o) => Task.CompletedTask;
            public Task Good(string to, object[] components) => SendTemplateAsync(to, "order_shipped", components);
            public Task Also(string to, string name) => SendTemplateAsync(to, "order_shipped", new object[] { new { type = "body", parameters = new[] { new { type = "text", text = name }, new { type = "text", text = name } } } });
        }
        """)]
    [InlineData("""
        public class WhatsApp
        {
            public Task SendTemplateAsync(string to, string template, params string[] values)
            {
                var components = new List<object>();
                if (values.Length > 0) { components.Add(new { type = "body", parameters = values.Select(value => new { type = "text", text = value }).ToArray() }); }
                return Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = template, language = new { code = "en" }, components } });
            }
            private Task Post(object o) => Task.CompletedTask;
            public Task Good(string to) => SendTemplateAsync(to, "order_shipped", "Ann", "17");
            public Task Also(string to) => SendTemplateAsync(to, "half");
        }
        """)]
    [InlineData("""
        public class WhatsApp
        {
            public Task SendTemplateAsync(string to, string template, Dictionary<string, string>? values = null) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = template, language = new { code = "en" }, components = values is null ? null : new[] { new { type = "body", parameters = values.Select(pair => new { type = "text", parameter_name = pair.Key, text = pair.Value }) } } } });
            private Task Post(object o) => Task.CompletedTask;
            public Task Good(string to) => SendTemplateAsync(to, "reminder", new Dictionary<string, string> { ["first_name"] = "Ann", ["day"] = "Monday" });
            public Task Also(string to) => SendTemplateAsync(to, "half");
        }
        """)]
    [InlineData("""
        public class Parameter { public string type { get; set; } = "text"; public string? text { get; set; } }
        public class Component { public string type { get; set; } = ""; public List<Parameter> parameters { get; set; } = new(); }
        public class Template { public string name { get; set; } = ""; public object? language { get; set; } public List<Component> components { get; set; } = new(); }
        public class Message { public string to { get; set; } = ""; public string type { get; set; } = "template"; public Template? template { get; set; } }
        public class Sender
        {
            object Make(string to) { var message = new Message { to = to, template = new Template { name = "order_shipped", language = new { code = "en" } } }; var body = new Component { type = "body" }; body.parameters.Add(new Parameter { text = to }); body.parameters.Add(new Parameter { text = to }); message.template.components.Add(body); return message; }
        }
        """)]
    public void Silent_in_a_program(string program) => Check(program);

    [Theory]
    [InlineData("order_shipped", "new object[] { new { type = \"body\", parameters = new[] { " + Text + " } } }", "The parameters do not fit template 'order_shipped' in 'en', its body takes 2 parameters ({{1}} and {{2}}), and 1 is given: the message is refused with 132000; add {{2}}")]
    [InlineData("welcome", "new object[] { new { type = \"body\", parameters = new[] { " + Text + " } } }", "The parameters do not fit template 'welcome' in 'en_US', its body takes no parameters, and 1 is given: the message is refused with 132000; remove 1 parameter")]
    [InlineData("photo_news", "new object[0]", "The parameters do not fit template 'photo_news' in 'en', no component fills its header, which takes an image: the message is refused with 132012; add a component of the type 'header'")]
    [InlineData("reminder", "new object[] { new { type = \"body\", parameters = new[] { " + Text + ", " + Text + " } } }", "The parameters do not fit template 'reminder' in 'en', the placeholders of its body have names ({{first_name}} and {{day}}), and a value has no 'parameter_name': the message is refused with 100; name the placeholder of each value in 'parameter_name'")]
    [InlineData("track", "new object[] { new { type = \"body\", parameters = new[] { " + Text + " } } }", "The parameters do not fit template 'track' in 'en', no component fills its URL button at index 1, which takes a text: the message is refused with 131008; add a component of the type 'button'")]
    [InlineData("survey", "new object[0]", "The parameters do not fit template 'survey' in 'en', no component stands for its flow button at index 0: the message is refused with 131009; add a component of the type 'button'")]
    public void Says_what_is_expected(string name, string components, string expected)
    {
        Compilation compilation = new TestProgram(Id, Bodies.Expression(Account.Message($"\"{name}\"", components, name == "welcome" ? "\"en_US\"" : "\"en\""))).Compile();
        Assert.Equal(expected, Assert.Single(TestProgram.Analyze(compilation, TestOptions.Of(string.Empty, Account.Manifest)), diagnostic => diagnostic.Id == Id).GetMessage());
    }

    private static void Check(string program) => new TestProgram(Id, program).Check(files: Account.Manifest);
}
