using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

public sealed class TemplateLanguageUnknownTests
{
    private const string Id = "DLG0113";

    [Theory]
    [InlineData("en-US")]
    [InlineData("en_us")]
    [InlineData("EN")]
    [InlineData("EN_US")]
    [InlineData("pt")]
    [InlineData("pt-BR")]
    [InlineData("ptBR")]
    [InlineData("es_PAN")]
    [InlineData("es-MX")]
    [InlineData("es_419")]
    [InlineData("zh")]
    [InlineData("zh-CN")]
    [InlineData("no")]
    [InlineData("nn")]
    [InlineData("iw")]
    [InlineData("de_DE")]
    [InlineData("fr_FR")]
    [InlineData("it_IT")]
    [InlineData("english")]
    [InlineData("English (US)")]
    [InlineData("en_US ")]
    [InlineData("")]
    public void Reported(string code) => Check($"[|\"{code}\"|]");

    [Theory]
    [InlineData("en")]
    [InlineData("en_US")]
    [InlineData("en_GB")]
    [InlineData("de")]
    [InlineData("de_AT")]
    [InlineData("pt_BR")]
    [InlineData("pt_PT")]
    [InlineData("es")]
    [InlineData("es_AR")]
    [InlineData("es_PA")]
    [InlineData("zh_CN")]
    [InlineData("nb")]
    [InlineData("he")]
    [InlineData("fil")]
    [InlineData("id")]
    [InlineData("prs_AF")]
    [InlineData("{{language}}")]
    [InlineData("<language>")]
    public void Silent(string code) => Check($"\"{code}\"");

    [Theory]
    [InlineData("name")]
    [InlineData("CultureInfo.CurrentCulture.Name")]
    [InlineData("CultureInfo.CurrentCulture.Name.Replace('-', '_')")]
    [InlineData("$\"en_{name}\"")]
    [InlineData("name ?? \"en\"")]
    [InlineData("flag ? \"en\" : name")]
    public void Silent_where_the_code_is_not_known(string code) => Check(code);

    [Theory]
    [InlineData("new { To = to, Type = \"template\", Template = new { Name = name, Language = new { Code = [|\"en-US\"|] } } }")]
    [InlineData("new { to, template = new { name, language = new { policy = \"deterministic\", code = [|\"en-US\"|] } } }")]
    [InlineData("new { to, type = \"template\", template = new { name, language = new { code = flag ? \"en\" : [|\"pt\"|] } } }")]
    [InlineData("new { to, type = \"template\", template = new { name, language = new { code = name ?? [|\"pt\"|] } } }")]
    [InlineData("new { to, type = \"template\", template = new { name, language = new { code = number switch { 1 => \"es\", 2 => [|\"es_PAN\"|], _ => \"en\" } } } }")]
    [InlineData("new Dictionary<string, object> { { \"messaging_product\", \"whatsapp\" }, { \"to\", to }, { \"type\", \"template\" }, { \"template\", new Dictionary<string, object> { { \"name\", name }, { \"language\", new Dictionary<string, string> { { \"code\", [|\"en-GB\"|] } } } } } }")]
    [InlineData("new JsonObject { [\"to\"] = to, [\"type\"] = \"template\", [\"template\"] = new JsonObject { [\"name\"] = name, [\"language\"] = new JsonObject { [\"code\"] = [|\"pt\"|] } } }")]
    [InlineData("new Newtonsoft.Json.Linq.JObject { { \"to\", to }, { \"type\", \"template\" }, { \"template\", new Newtonsoft.Json.Linq.JObject { { \"name\", name }, { \"language\", new Newtonsoft.Json.Linq.JObject { { \"code\", [|\"pt\"|] } } } } } }")]
    public void Reported_in_all_styles(string message) => new TestProgram(Id, Bodies.Expression(message)).Check();

    [Theory]
    [InlineData("new { name = \"welcome\", language = \"en-US\", category = \"UTILITY\", components = new object[] { new { type = \"BODY\", text = \"Hi\" } } }")]
    [InlineData("new { to, type = \"text\", text = new { body = \"x\" }, language = new { code = \"en-US\" } }")]
    [InlineData("new { to, subject = \"x\", template = \"y\", language = new { code = \"en-US\" } }")]
    [InlineData("new { template = new { name, language = new { code = \"en-US\" } } }")]
    [InlineData("new { to, type = \"template\", template = new { name, language = new { code = \"en\" }, components = new object[] { new { type = \"body\", parameters = new object[] { new { type = \"currency\", currency = new { code = \"en-US\", amount_1000 = 5, fallback_value = \"5\" } } } } } } }")]
    public void Silent_in_other_places(string message) => new TestProgram(Id, Bodies.Expression(message)).Check();

    [Theory]
    [InlineData("""
        public class WhatsApp { public Task Send(string to, string template, string language) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = template, language = new { code = language } } }); private Task Post(object o) => Task.CompletedTask; public Task Go(string to) => Send(to, "hello", [|"en-US"|]); }
        """)]
    [InlineData("""
        public class WhatsApp { public object Make(string to, string template, string language = "en_us") => new { messaging_product = "whatsapp", to, type = "template", template = new { name = template, language = new { code = language } } }; public object Go(string to) => Make(to, "hello", language: [|"pt"|]); }
        """)]
    [InlineData("""
        public class Language { public string code { get; set; } = ""; public string policy { get; set; } = "deterministic"; }
        public class Template { public string @namespace { get; set; } = ""; public string name { get; set; } = ""; public Language? language { get; set; } }
        public class Message { public string to { get; set; } = ""; public string type { get; set; } = "template"; public Template? template { get; set; } }
        public class Sender { object Make(string to) => new Message { to = to, template = new Template { name = "x", language = new Language { code = [|"pt"|] } } }; }
        """)]
    public void Reported_in_a_program(string program) => new TestProgram(Id, program).Check();

    [Theory]
    [InlineData("""
        public enum Lang { en_us, pt }
        public class Language { public Lang code { get; set; } }
        public class Template { public string name { get; set; } = ""; public Language? language { get; set; } }
        public class Message { public string to { get; set; } = ""; public string type { get; set; } = "template"; public Template? template { get; set; } }
        public class Sender { object Make(string to) => new Message { to = to, template = new Template { name = "x", language = new Language { code = Lang.en_us } } }; }
        """)]
    public void Silent_in_a_program(string program) => new TestProgram(Id, program).Check();

    private static void Check(string code) =>
        new TestProgram(Id, Bodies.Expression("new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name, language = new { code = " + code + " } } }")).Check();
}
