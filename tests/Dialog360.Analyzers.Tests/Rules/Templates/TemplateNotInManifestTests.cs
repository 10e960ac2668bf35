using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Rules.Templates;

public sealed class TemplateNotInManifestTests
{
    private const string Id = "DLG0110";

    [Theory]
    [InlineData("[|\"order_shiped\"|]", "\"en\"")]
    [InlineData("[|\"ordershipped\"|]", "\"en\"")]
    [InlineData("[|\"hello_world\"|]", "\"en_US\"")]
    [InlineData("[|\"hello_world\"|]", "name")]
    [InlineData("\"order_shipped\"", "[|\"en_US\"|]")]
    [InlineData("\"order_shipped\"", "[|\"es\"|]")]
    [InlineData("\"welcome\"", "[|\"en\"|]")]
    [InlineData("[|\"old_offer\"|]", "\"en\"")]
    [InlineData("[|\"old_offer\"|]", "name")]
    [InlineData("[|\"refused\"|]", "\"en\"")]
    [InlineData("[|\"half\"|]", "\"de\"")]
    [InlineData("flag ? \"welcome\" : [|\"welcom\"|]", "\"en_US\"")]
    [InlineData("name ?? [|\"welcom\"|]", "\"en_US\"")]
    [InlineData("\"half\"", "number switch { 1 => \"en\", 2 => [|\"fr\"|], _ => name }")]
    [InlineData("[|\"order\" + \"_shiped\"|]", "\"en\"")]
    [InlineData("[|$\"order_{\"sent\"}\"|]", "\"en\"")]
    [InlineData("[|nameof(to)|]", "\"en\"")]
    public void Reported(string name, string code) => Check(Bodies.Expression(Account.Message(name, code: code)));

    [Theory]
    [InlineData("\"order_shipped\"", "\"en\"")]
    [InlineData("\"order_shipped\"", "\"de\"")]
    [InlineData("\"order_shipped\"", "name")]
    [InlineData("\"welcome\"", "\"en_US\"")]
    [InlineData("\"half\"", "\"en\"")]
    [InlineData("\"half\"", "name")]
    [InlineData("\"half\"", "$\"{name}\"")]
    [InlineData("\"twice\"", "\"en\"")]
    [InlineData("name", "\"en\"")]
    [InlineData("name", "\"xx\"")]
    [InlineData("$\"order_{name}\"", "\"en\"")]
    [InlineData("name + \"_v2\"", "\"en\"")]
    [InlineData("flag ? \"welcome\" : \"order_shipped\"", "name")]
    [InlineData("name ?? \"welcome\"", "\"en_US\"")]
    [InlineData("Environment.GetEnvironmentVariable(\"TEMPLATE\") ?? \"welcome\"", "\"en_US\"")]
    [InlineData("\"{{template}}\"", "\"en\"")]
    [InlineData("\"<template>\"", "\"en\"")]
    [InlineData("\"\"", "\"en\"")]
    [InlineData("\"Order-Shipped\"", "\"en\"")]
    [InlineData("\"order_shipped\"", "CultureInfo.CurrentUICulture.TwoLetterISOLanguageName")]
    public void Silent(string name, string code) => Check(Bodies.Expression(Account.Message(name, code: code)));

    /// <summary>The sandbox has templates of its own.</summary>
    [Theory]
    [InlineData("https://waba-v2.360dialog.io/messages", "[|\"hello_world\"|]")]
    [InlineData("https://waba-sandbox.360dialog.io/v1/messages", "\"hello_world\"")]
    public void Sandbox_is_another_account(string url, string name) =>
        Check(Bodies.Method($"await client.PostAsJsonAsync(\"{url}\", {Account.Message(name, code: "\"en\"")});"));

    [Theory]
    [InlineData("new { To = to, Type = \"template\", Template = new { Name = [|\"order_sent\"|], Language = new { Code = \"en\" } } }")]
    [InlineData("new { to, template = new { name = [|\"order_sent\"|], language = new { policy = \"deterministic\", code = \"en\" } } }")]
    [InlineData("new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"template\", [\"template\"] = new Dictionary<string, object> { [\"name\"] = [|\"order_sent\"|], [\"language\"] = new { code = \"en\" } } }")]
    [InlineData("new Dictionary<string, object> { { \"messaging_product\", \"whatsapp\" }, { \"to\", to }, { \"type\", \"template\" }, { \"template\", new Dictionary<string, object> { { \"name\", \"half\" }, { \"language\", new Dictionary<string, string> { { \"code\", [|\"fr\"|] } } } } } }")]
    [InlineData("new JsonObject { [\"to\"] = to, [\"type\"] = \"template\", [\"template\"] = new JsonObject { [\"name\"] = [|\"order_sent\"|], [\"language\"] = new JsonObject { [\"code\"] = \"en\" } } }")]
    [InlineData("new Newtonsoft.Json.Linq.JObject { { \"to\", to }, { \"type\", \"template\" }, { \"template\", new Newtonsoft.Json.Linq.JObject { { \"name\", \"half\" }, { \"language\", new Newtonsoft.Json.Linq.JObject { { \"code\", [|\"fr\"|] } } } } } }")]
    [InlineData("new Newtonsoft.Json.Linq.JObject(new Newtonsoft.Json.Linq.JProperty(\"to\", to), new Newtonsoft.Json.Linq.JProperty(\"type\", \"template\"), new Newtonsoft.Json.Linq.JProperty(\"template\", new Newtonsoft.Json.Linq.JObject(new Newtonsoft.Json.Linq.JProperty(\"name\", [|\"order_sent\"|]), new Newtonsoft.Json.Linq.JProperty(\"language\", new { code = \"en\" }))))")]
    [InlineData("\"{ \\\"to\\\": \\\"1\\\", \\\"type\\\": \\\"template\\\", \\\"template\\\": { \\\"name\\\": \\\"[|order_sent|]\\\", \\\"language\\\": { \\\"code\\\": \\\"en\\\" } } }\"")]
    [InlineData("$\"{{ \\\"to\\\": \\\"{to}\\\", \\\"type\\\": \\\"template\\\", \\\"template\\\": {{ \\\"name\\\": \\\"half\\\", \\\"language\\\": {{ \\\"code\\\": \\\"[|fr|]\\\" }} }} }}\"")]
    [InlineData("$$\"\"\"{ \"messaging_product\": \"whatsapp\", \"to\": \"{{to}}\", \"type\": \"template\", \"template\": { \"name\": \"[|order_sent|]\", \"language\": { \"code\": \"en\" } } }\"\"\"")]
    [InlineData("\"{ \\\"to\\\": \\\"\" + to + \"\\\", \\\"type\\\": \\\"template\\\", \\\"template\\\": { \\\"name\\\": \\\"[|order_sent|]\\\", \\\"language\\\": { \\\"code\\\": \\\"en\\\" } } }\"")]
    public void Reported_in_all_styles(string message) => Check(Bodies.Expression(message));

    [Theory]
    [InlineData("new { name = \"order_sent\", language = \"en\", category = \"UTILITY\", components = new object[] { new { type = \"BODY\", text = \"Hi\" } } }")]
    [InlineData("new { to, type = \"text\", text = new { body = \"order_sent\" } }")]
    [InlineData("new { template = new { name = \"order_sent\", language = new { code = \"en\" } } }")]
    public void Silent_in_other_places(string message) => Check(Bodies.Expression(message));

    [Theory]
    [InlineData("""
        public static class TemplateNames { public const string OrderSent = "order_sent"; public const string Half = "half"; }
        public class Sender { object Make(string to) => new { to, type = "template", template = new { name = [|TemplateNames.OrderSent|], language = new { code = "en" } } }; object Other(string to) => new { to, type = "template", template = new { name = TemplateNames.Half, language = new { code = "en" } } }; }
        """)]
    [InlineData("""
        public static class Languages { public static readonly string French = "fr"; }
        public class Sender { object Make(string to) => new { to, type = "template", template = new { name = "half", language = new { code = [|Languages.French|] } } }; }
        """)]
    [InlineData("""
        public class WhatsApp { public Task SendTemplateAsync(string to, string template, string language) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = template, language = new { code = language } } }); private Task Post(object o) => Task.CompletedTask; }
        public class Orders(WhatsApp client) { public Task Go(string to) => client.SendTemplateAsync(to, [|"order_sent"|], "en"); public Task Good(string to) => client.SendTemplateAsync(to, "half", "en"); public Task Other(string to) => client.SendTemplateAsync(to, "half", [|"fr"|]); }
        """)]
    [InlineData("""
        public interface IGateway { Task SendTemplateAsync(string to, string template, params string[] values); }
        public class Gateway : IGateway
        {
            public Task SendTemplateAsync(string to, string template, params string[] values) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = template, language = new { code = "de" }, components = new[] { new { type = "body", parameters = values.Select(value => new { type = "text", text = value }) } } } });
            private Task Post(object o) => Task.CompletedTask;
        }
        public class Orders(IGateway gateway)
        {
            public Task Unknown(string to) => gateway.SendTemplateAsync(to, [|"order_sent"|], "Ann");
            public Task Good(string to) => gateway.SendTemplateAsync(to, "order_shipped", "Ann", "17");
            public Task OtherLanguage(string to) => gateway.SendTemplateAsync(to, [|"welcome"|]);
            public Task Pending(string to) => gateway.SendTemplateAsync(to, [|"half"|]);
        }
        """)]
    [InlineData("""
        public record Language(string Code); public record Template(string Name, Language Language); public record Message(string To, string Type, Template Template);
        public class Sender { object Make(string to) => new Message(to, "template", new Template([|"order_sent"|], new Language("en"))); }
        """)]
    [InlineData("""
        public class Language { public string code { get; set; } = ""; }
        public class Template { public string name { get; set; } = ""; public Language? language { get; set; } }
        public class Message { public string to { get; set; } = ""; public string type { get; set; } = "template"; public Template? template { get; set; } }
        public class Sender { object Make(string to) { var message = new Message(); message.to = to; message.template = new Template(); message.template.name = [|"order_sent"|]; message.template.language = new Language { code = "en" }; return message; } }
        """)]
    [InlineData("""
        public enum Names { [System.Runtime.Serialization.EnumMember(Value = "order_sent")] OrderSent, [System.Runtime.Serialization.EnumMember(Value = "half")] Half }
        public class Template { public Names name { get; set; } public object? language { get; set; } }
        public class Message { public string to { get; set; } = ""; public string type { get; set; } = "template"; public Template? template { get; set; } }
        public class Sender { object Make(string to) => new Message { to = to, template = new Template { name = [|Names.OrderSent|], language = new { code = "en" } } }; object Good(string to) => new Message { to = to, template = new Template { name = Names.Half, language = new { code = "en" } } }; }
        """)]
    [InlineData("""
        public class WhatsApp
        {
            private static object Language(string code) => new { code };
            private static object Template(string name, string language, params object[] components) => new { name, language = Language(language), components };
            private static object Message(string to, object template) => new { messaging_product = "whatsapp", to, type = "template", template };
            private static Task Post(object o) => Task.CompletedTask;
            public Task Good(string to) => Post(Message(to, Template("half", "en")));
            public Task Name(string to) => Post(Message(to, Template([|"order_sent"|], "en")));
            public Task Code(string to) => Post(Message(to, Template("half", [|"fr"|])));
            public Task Here(string to) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "half", language = Language([|"fr"|]) } });
        }
        """)]
    [InlineData("""
        public enum Kind { Half, Lost, Late }
        public static class Kinds
        {
            public static string ToName(this Kind kind) => kind switch { Kind.Half => "half", Kind.Lost => "order_lost", _ => throw new ArgumentOutOfRangeException(nameof(kind)) };
            public static string NameOf(Kind kind) { switch (kind) { case Kind.Half: return "half"; case Kind.Late: return "order_late"; default: throw new ArgumentOutOfRangeException(nameof(kind)); } }
            public static string GoodName(Kind kind) { if (kind == Kind.Half) { return "half"; } throw new ArgumentOutOfRangeException(nameof(kind)); }
            public static string Language(string country) => country == "GB" ? "en" : country == "FR" ? "fr" : "en";
        }
        public class WhatsApp
        {
            public Task Send(string to, Kind kind) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = [|kind.ToName()|], language = new { code = "en" } } });
            public Task Other(string to, Kind kind) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = [|Kinds.NameOf(kind)|], language = new { code = "en" } } });
            public Task Good(string to, Kind kind) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = Kinds.GoodName(kind), language = new { code = "en" } } });
            public Task In(string to, string country) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "half", language = new { code = [|Kinds.Language(country)|] } } });
            public Task SendTemplateAsync(string to, string name) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name, language = new { code = "en" } } });
            public Task Through(string to, Kind kind) => SendTemplateAsync(to, [|kind.ToName()|]);
            private static Task Post(object o) => Task.CompletedTask;
        }
        """)]
    [InlineData("""
        public static class Templates { public static class Sales { public const string Promo = "sale_promo"; } public static string Half => "half"; public static readonly string Welcome = "welcome"; public const string English = "en"; }
        public class WhatsApp
        {
            public Task SendTemplateAsync(string to, string name, string language = Templates.English) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name, language = new { code = language } } });
            private static Task Post(object o) => Task.CompletedTask;
        }
        public class Shop(WhatsApp whatsApp)
        {
            public Task Promo(string to) => whatsApp.SendTemplateAsync(to, [|Templates.Sales.Promo|]);
            public Task Half(string to) => whatsApp.SendTemplateAsync(to, Templates.Half);
            public Task French(string to) => whatsApp.SendTemplateAsync(to, Templates.Half, [|"fr"|]);
            public Task Named(string to) => whatsApp.SendTemplateAsync(language: [|"it"|], name: Templates.Half, to: to);
            public Task Default(string to) => [|whatsApp.SendTemplateAsync(to, Templates.Welcome)|];
            public Task Welcome(string to) => whatsApp.SendTemplateAsync(to, Templates.Welcome, "en_US");
        }
        """)]
    [InlineData("""
        public class TemplateRequest { public string To { get; set; } = ""; public string Name { get; set; } = ""; public string Language { get; set; } = "en"; }
        public class WhatsApp
        {
            public Task SendAsync(TemplateRequest request) => Post(new { messaging_product = "whatsapp", to = request.To, type = "template", template = new { name = request.Name, language = new { code = request.Language } } });
            private static Task Post(object o) => Task.CompletedTask;
            public Task Good(string to) => SendAsync(new TemplateRequest { To = to, Name = "half" });
            public Task Name(string to) => SendAsync(new TemplateRequest { To = to, Name = [|"order_sent"|] });
            public Task Code(string to) => SendAsync(new TemplateRequest { To = to, Name = "half", Language = [|"fr"|] });
        }
        """)]
    [InlineData("""
        public class WhatsApp
        {
            private static Task Post(string json) => Task.CompletedTask;
            public Task SendJson(string to, string name) => Post($"{{\"messaging_product\":\"whatsapp\",\"to\":\"{to}\",\"type\":\"template\",\"template\":{{\"name\":\"{name}\",\"language\":{{\"code\":\"en\"}}}}}}");
            private Task Hop(string to, string name) => SendJson(to, name);
            public Task Good(string to) => SendJson(to, "half");
            public Task Bad(string to) => SendJson(to, [|"halb"|]);
            public Task Far(string to) => Hop(to, [|"halb"|]);
        }
        """)]
    [InlineData("""
        public enum Kind { Half, Lost }
        public class WhatsApp
        {
            private static readonly IReadOnlyDictionary<Kind, string> Names = new Dictionary<Kind, string> { { Kind.Half, "half" }, { Kind.Lost, "order_lost" } };
            private static readonly Dictionary<string, string> ByEvent = new() { ["half"] = "half", ["lost"] = "order_lost" };
            private static readonly Dictionary<Kind, string> Good = new() { [Kind.Half] = "half" };
            private static Task Post(object o) => Task.CompletedTask;
            public Task Send(string to, string name) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name, language = new { code = "en" } } });
            public Task Known(string to) => Send(to, [|Names[Kind.Lost]|]);
            public Task KnownText(string to) => Send(to, [|ByEvent["lost"]|]);
            public Task Any(string to, Kind kind) => Send(to, Names[kind]);
            public Task Other(string to) => Send(to, Names[Kind.Half]);
            public Task OtherText(string to) => Send(to, ByEvent["half"]);
            public Task OneIsGood(string to, Kind kind) => Send(to, Good[kind]);
            public Task Event(string to, string name) => Send(to, ByEvent[name]);
            public Task Changed(string to, string other) { Dictionary<string, string> names = new() { ["a"] = "order_lost" }; names["a"] = other; return Send(to, names["a"]); }
        }
        """)]
    [InlineData("""
        public enum TemplateName { half, order_lost }
        public class WhatsApp
        {
            private static Task Post(object o) => Task.CompletedTask;
            public Task Send(string to, TemplateName name, string language) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = name.ToString(), language = new { code = language } } });
            public Task Good(string to) => Send(to, TemplateName.half, "en");
            public Task Lost(string to) => Send(to, [|TemplateName.order_lost|], "en");
            public Task French(string to) => Send(to, TemplateName.half, [|"fr"|]);
            public Task Unknown(string to, TemplateName name) => Send(to, name, "en");
        }
        """)]
    [InlineData("""
        public sealed record Template(string Name, string Language)
        {
            public static readonly Template Half = new("half", "en");
            public static readonly Template Lost = new([|"order_lost"|], "en");
        }
        public class WhatsApp
        {
            private static Task Post(object o) => Task.CompletedTask;
            public Task Send(string to, Template template) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = template.Name, language = new { code = template.Language } } });
            public Task Good(string to) => Send(to, Template.Half);
            public Task Bad(string to) => Send(to, Template.Lost);
        }
        """)]
    public void Reported_in_a_program(string program) => Check(program);

    [Theory]
    [InlineData("""
        public class Sender(IReadOnlyList<string> languages)
        {
            public async Task Send(string to)
            {
                foreach (string code in languages) { if (await Post(new { to, type = "template", template = new { name = "half", language = new { code } } })) { return; } }
                foreach (string code in new[] { "en", "en_US", "en_GB" }) { if (await Post(new { to, type = "template", template = new { name = "half", language = new { code } } })) { return; } }
            }
            private Task<bool> Post(object o) => Task.FromResult(true);
        }
        """)]
    [InlineData("""
        public class Options { public string Template { get; set; } = "hello_world"; public string Language { get; set; } = "en"; }
        public class Sender(Options options) { object Make(string to) => new { to, type = "template", template = new { name = options.Template, language = new { code = options.Language } } }; }
        """)]
    [InlineData("""
        public enum Names { OrderSent, Half }
        public class Template { public Names name { get; set; } public object? language { get; set; } }
        public class Message { public string to { get; set; } = ""; public string type { get; set; } = "template"; public Template? template { get; set; } }
        public class Sender { object Make(string to) => new Message { to = to, template = new Template { name = Names.OrderSent, language = new { code = "en" } } }; }
        """)]
    [InlineData("""
        public enum Lang { English, French }
        public class Language { public Lang code { get; set; } }
        public class Template { public string name { get; set; } = ""; public Language? language { get; set; } }
        public class Message { public string to { get; set; } = ""; public string type { get; set; } = "template"; public Template? template { get; set; } }
        public class Sender { object Make(string to) => new Message { to = to, template = new Template { name = "half", language = new Language { code = Lang.French } } }; }
        """)]
    [InlineData("""
        public class Sender { public object Send(string to, string name = "order_sent") => new { to, type = "template", template = new { name, language = new { code = "en" } } }; }
        """)]
    [InlineData("""
        public class Mailer { public Task SendTemplateAsync(string to, string template, string language) => Task.CompletedTask; public Task Go(string to) => SendTemplateAsync(to, "order_sent", "en"); }
        public class WhatsApp { }
        """)]
    [InlineData("""
        public enum Kind { Shipped, Half }
        public static class Kinds
        {
            public static string? Find(string text) { if (text == "half") { return "half"; } return null; }
            public static string Name(Kind kind) => kind == Kind.Half ? "half" : "welcome";
            public static string Code(Kind kind) => kind == Kind.Half ? "en" : "en_US";
            private static readonly Dictionary<Kind, string> Names = new() { [Kind.Shipped] = "order_gone" };
            public static string Known(Kind kind) => Names[kind];
        }
        public class Sender
        {
            object? Optional(string to, string text) => Kinds.Find(text) is { } name ? new { to, type = "template", template = new { name, language = new { code = "en" } } } : null;
            object Together(string to, Kind kind) => new { to, type = "template", template = new { name = Kinds.Name(kind), language = new { code = Kinds.Code(kind) } } };
            object LookedUp(string to, Kind kind) => new { to, type = "template", template = new { name = Kinds.Known(kind), language = new { code = "en" } } };
        }
        """)]
    [InlineData("""
        public class Sender(Func<string, string> names)
        {
            object Made(string to, string key) => new { to, type = "template", template = new { name = names(key), language = new { code = "en" } } };
            object Virtual(string to) => new { to, type = "template", template = new { name = Name(), language = new { code = "en" } } };
            protected virtual string Name() => "order_sent";
        }
        public class OtherSender(Func<string, string> names) : Sender(names) { protected override string Name() => "half"; }
        """)]
    public void Silent_in_a_program(string program) => Check(program);

    [Theory]
    [InlineData("""{ "count": 1, "total": 30, "waba_templates": [{ "name": "half", "language": "en", "status": "approved" }] }""")]
    [InlineData("""{ "data": [{ "name": "half", "language": "en", "status": "APPROVED" }], "paging": { "next": "https://example.com" } }""")]
    public void A_list_that_is_not_whole_proves_no_absence(string manifest)
    {
        Check(Bodies.Expression(Account.Message("\"order_sent\"")), TestFile.Manifest(manifest));
        Check(Bodies.Expression(Account.Message("\"half\"", code: "\"fr\"")), TestFile.Manifest(manifest));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData(null)]
    public void A_manifest_that_cannot_be_read_turns_the_rule_off(string? manifest) =>
        Check(Bodies.Expression(Account.Message("\"order_sent\"")), new TestFile("/app/x.360dialog-templates.json", manifest));

    [Fact]
    public void Without_a_manifest_nothing_is_known()
    {
        new TestProgram(Id, Bodies.Expression(Account.Message("\"order_sent\""))).Check();
        Check(Bodies.Expression(Account.Message("\"order_sent\"")), new TestFile("/app/templates.json", Account.Templates));
    }

    [Fact]
    public void Several_manifests_are_one_list()
    {
        TestFile other = new("/app/b.360dialog-templates.json", """[{ "name": "order_sent", "language": "en" }, { "name": "half", "language": "fr", "status": "approved" }]""");
        Check(Bodies.Expression(Account.Message("\"order_sent\"")), Account.Manifest, other);
        Check(Bodies.Expression(Account.Message("\"half\"", code: "\"fr\"")), Account.Manifest, other);
        Check(Bodies.Expression(Account.Message("[|\"order_lost\"|]")), Account.Manifest, other);
    }

    [Theory]
    [InlineData("dialog360.template_manifest = waba.json")]
    [InlineData("dialog360.template_manifest = config/waba.json")]
    [InlineData("dialog360.template_manifest = config\\waba.json")]
    [InlineData("dialog360.template_manifest = ./config/waba.json")]
    [InlineData("dialog360.dlg0110.template_manifest = waba.json")]
    public void The_option_names_another_file(string option) =>
        new TestProgram(Id, Bodies.Expression(Account.Message("[|\"order_sent\"|]"))).Check(editorConfig: option, files: new TestFile("/app/config/waba.json", Account.Templates));

    [Theory]
    [InlineData("\"order_shiped\"", "\"en\"", "The template manifest has no template 'order_shiped': the message is refused with 132001; use 'order_shipped'")]
    [InlineData("\"order_shipped_v2\"", "\"en\"", "The template manifest has no template 'order_shipped_v2': the message is refused with 132001; use 'order_shipped'")]
    [InlineData("\"qqq\"", "\"en\"", "The template manifest has no template 'qqq': the message is refused with 132001")]
    [InlineData("\"order_shipped\"", "\"es\"", "Template 'order_shipped' does not exist in 'es': the message is refused with 132001; it exists in 'en' and 'de'")]
    [InlineData("\"old_offer\"", "\"en\"", "Template 'old_offer' in 'en' is paused: the message is refused with 132015")]
    [InlineData("\"refused\"", "\"en\"", "Template 'refused' in 'en' was rejected: the message is refused with 132001")]
    public void Says_what_to_do(string name, string code, string expected)
    {
        Compilation compilation = new TestProgram(Id, Bodies.Expression(Account.Message(name, code: code))).Compile();
        Assert.Equal(expected, Assert.Single(TestProgram.Analyze(compilation, TestOptions.Of(string.Empty, Account.Manifest)), diagnostic => diagnostic.Id == Id).GetMessage());
    }

    private static void Check(string program, params AdditionalText[] files) => new TestProgram(Id, program).Check(files: files.Length == 0 ? [Account.Manifest] : files);
}
