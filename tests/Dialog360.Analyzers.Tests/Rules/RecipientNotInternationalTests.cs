using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

public sealed class RecipientNotInternationalTests
{
    private const string Id = "DLG0112";

    [Theory]
    [InlineData("00491701234567")]
    [InlineData("01701234567")]
    [InlineData("0170 1234567")]
    [InlineData("(0170) 1234567")]
    [InlineData("0")]
    [InlineData("+0491701234567")]
    [InlineData("123456")]
    [InlineData("+12345")]
    [InlineData("1234567890123456")]
    [InlineData("+49 170 1234567 89012345")]
    [InlineData("customer")]
    [InlineData("YOUR_NUMBER")]
    [InlineData("49170123456x")]
    [InlineData("whatsapp:+491701234567")]
    [InlineData("491701234567@c.us")]
    [InlineData("tel:+491701234567")]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("---")]
    public void Reported(string to) => Check($"[|\"{to}\"|]");

    [Theory]
    [InlineData("491701234567")]
    [InlineData("+491701234567")]
    [InlineData("+49 170 1234567")]
    [InlineData("+49-170-1234567")]
    [InlineData("+1 (631) 555-1234")]
    [InlineData("16315551234")]
    [InlineData("1234567")]
    [InlineData("123456789012345")]
    [InlineData("120363394320@g.us")]
    [InlineData("Y2FwaV9ncm91cDoxOTUwNTU1MDA3OToxMjAzNjMzOTQzMjAdOTY0MTUZD")]
    [InlineData("{{phone}}")]
    [InlineData("{phone}")]
    [InlineData("<phone>")]
    [InlineData("%phone%")]
    [InlineData("@PHONE@")]
    public void Silent(string to) => Check($"\"{to}\"");

    [Theory]
    [InlineData("id")]
    [InlineData("\"+\" + id")]
    [InlineData("\"0\" + id")]
    [InlineData("$\"00{id}\"")]
    [InlineData("$\"+49{id}\"")]
    [InlineData("Environment.GetEnvironmentVariable(\"TO\")")]
    [InlineData("id.TrimStart('0')")]
    public void Silent_where_the_number_is_not_known(string to) => Check(to);

    [Theory]
    [InlineData("new { To = [|\"0170123456\"|], Type = \"text\", Text = new { Body = name } }")]
    [InlineData("new { recipient_type = \"individual\", to = [|\"abc\"|], type = \"text\", text = new { body = name } }")]
    [InlineData("new { to = flag ? \"491701234567\" : [|\"00491701234567\"|], text = new { body = name } }")]
    [InlineData("new Dictionary<string, object> { [\"to\"] = [|\"0170\"|], [\"type\"] = \"text\", [\"text\"] = new { body = name } }")]
    [InlineData("new Dictionary<string, object> { { \"to\", [|\"0170\"|] }, { \"type\", \"text\" }, { \"text\", new { body = name } } }")]
    [InlineData("new JsonObject { [\"to\"] = [|\"0170\"|], [\"type\"] = \"text\", [\"text\"] = new JsonObject { [\"body\"] = name } }")]
    [InlineData("new Newtonsoft.Json.Linq.JObject { [\"to\"] = [|\"0170\"|], [\"type\"] = \"text\", [\"text\"] = new Newtonsoft.Json.Linq.JObject { [\"body\"] = name } }")]
    [InlineData("new { messaging_product = \"whatsapp\", to = [|\"0170\"|], type = \"template\", template = new { name, language = new { code = \"en\" } } }")]
    public void Reported_in_all_styles(string message) => new TestProgram(Id, Bodies.Expression(message)).Check();

    [Theory]
    [InlineData("new { recipient_type = \"group\", to = \"491701234567-1580000000\", type = \"text\", text = new { body = name } }")]
    [InlineData("new { recipient_type = \"group\", to = \"AbCdEf\", type = \"text\", text = new { body = name } }")]
    [InlineData("new { recipient_type = id, to = \"AbCdEf\", type = \"text\", text = new { body = name } }")]
    [InlineData("new { to = \"team@example.com\", subject = \"x\", body = name }")]
    [InlineData("new { to = \"0170\", type = \"sms\", text = name }")]
    [InlineData("new { From = \"abc\", To = \"0170\", Body = name }")]
    [InlineData("new { to = \"device-token\", notification = new { title = name, body = name } }")]
    [InlineData("new { to = 491701234567, type = \"text\", text = new { body = name } }")]
    public void Silent_in_other_objects(string message) => new TestProgram(Id, Bodies.Expression(message)).Check();

    [Theory]
    [InlineData("""
        public class WhatsApp { public object Text(string to, string body) => new { to, type = "text", text = new { body } }; public object Go() => Text([|"00491701234567"|], "hi"); public object Ok() => Text("491701234567", "0"); }
        """)]
    [InlineData("""
        public class Config { public const string Support = "0170 1234567"; }
        public class Text { public string Body { get; set; } = ""; }
        public class Message { public string To { get; set; } = ""; public string Type { get; set; } = ""; public Text? Text { get; set; } }
        public class Sender { object Make() => new Message { To = [|Config.Support|], Type = "text", Text = new Text { Body = "x" } }; }
        """)]
    [InlineData("""
        public class Text { public string Body { get; set; } = ""; }
        public class Message { public string To { get; set; } = ""; public string Type { get; set; } = ""; public Text? Text { get; set; } }
        public class Sender { void Use(object o) { } void Make() { var m = new Message(); m.To = [|"0170123456"|]; m.Type = "text"; m.Text = new Text { Body = "x" }; Use(m); } }
        """)]
    public void Reported_in_a_program(string program) => new TestProgram(Id, program).Check();

    [Theory]
    [InlineData("""
        public class Text { public string Body { get; set; } = ""; }
        public class Message { public string To { get; set; } = ""; public string Type { get; set; } = "text"; public Text? Text { get; set; } }
        public class Sender { object Make() => new Message { Text = new Text { Body = "x" } }; }
        """)]
    [InlineData("""
        public class Flight { public string From { get; set; } = ""; public string To { get; set; } = ""; public string Type { get; set; } = ""; }
        public class Plan { object Make() => new Flight { From = "BER", To = "LHR", Type = "text" }; }
        """)]
    public void Silent_in_a_program(string program) => new TestProgram(Id, program).Check();

    private static void Check(string to) => new TestProgram(Id, Bodies.Expression("new { messaging_product = \"whatsapp\", to = " + to + ", type = \"text\", text = new { body = name } }")).Check();

    [Theory]
    // A user id belongs into another member; sent here it is accepted and dropped.
    [InlineData("new { messaging_product = \"whatsapp\", to = [|\"US.13491208655302741918\"|], type = \"text\", text = new { body = name } }")]
    [InlineData("new { messaging_product = \"whatsapp\", to = [|\"US.ENT.11815799212886844830\"|], type = \"text\", text = new { body = name } }")]
    [InlineData("$$\"\"\"{ \"messaging_product\": \"whatsapp\", \"to\": \"[|DE.abc123|]\", \"type\": \"text\", \"text\": { \"body\": \"x\" } }\"\"\"")]
    // What looks like one and is none.
    [InlineData("new { messaging_product = \"whatsapp\", recipient = \"US.13491208655302741918\", type = \"text\", text = new { body = name } }")]
    [InlineData("new { messaging_product = \"whatsapp\", recipient_type = \"group\", to = \"US.13491208655302741918\", type = \"text\", text = new { body = name } }")]
    public void User_ids(string message) => new TestProgram("DLG0112", Bodies.Expression(message)).Check();

    [Theory]
    [InlineData("""
        public class Sender
        {
            void Use(object o) { }
            public void Answer(JsonElement inbound) => Use(new { messaging_product = "whatsapp", to = [|inbound.GetProperty("from_user_id").GetString()|], type = "text", text = new { body = "x" } });
        }
        """)]
    [InlineData("""
        public class Sender
        {
            void Use(object o) { }
            public void Answer(JsonNode inbound) { var id = inbound["from_user_id"]!.GetValue<string>(); Use(new { messaging_product = "whatsapp", to = [|id|], type = "text", text = new { body = "x" } }); }
        }
        """)]
    [InlineData("""
        public class Inbound { [JsonPropertyName("from")] public string? From { get; set; } [JsonPropertyName("from_user_id")] public string FromUserId { get; set; } = ""; }
        public class Sender
        {
            void Use(object o) { }
            public void Answer(Inbound message) => Use(new { messaging_product = "whatsapp", to = [|message.FromUserId|], type = "text", text = new { body = "x" } });
            public void AnswerEither(Inbound message) => Use(new { messaging_product = "whatsapp", to = message.From ?? [|message.FromUserId|], type = "text", text = new { body = "x" } });
        }
        """)]
    [InlineData("""
        public class Contact { [JsonPropertyName("wa_id")] public string? WaId { get; set; } [JsonPropertyName("user_id")] public string UserId { get; set; } = ""; }
        public class Sender
        {
            void Use(object o) { }
            public void Answer(Contact contact) => Use(new { messaging_product = "whatsapp", to = [|contact.UserId|], type = "text", text = new { body = "x" } });
            public void AnswerJson(JsonElement value) => Use(new { messaging_product = "whatsapp", to = [|value.GetProperty("contacts")[0].GetProperty("user_id").GetString()|], type = "text", text = new { body = "x" } });
        }
        """)]
    // The user id of an own table, the number beside the user id, a look-up by it, and the right member.
    [InlineData("""
        public class Account { public int Id { get; set; } public string UserId { get; set; } = ""; public string Phone { get; set; } = ""; }
        public class Inbound { public string From { get; set; } = ""; public string FromUserId { get; set; } = ""; }
        public class Sender
        {
            void Use(object o) { }
            string PhoneOf(string userId) => Environment.GetEnvironmentVariable(userId) ?? "";
            public void Send(Account account, Inbound message, JsonElement json)
            {
                Use(new { messaging_product = "whatsapp", to = account.UserId, type = "text", text = new { body = "x" } });
                Use(new { messaging_product = "whatsapp", to = json.GetProperty("user_id").GetString(), type = "text", text = new { body = "x" } });
                Use(new { messaging_product = "whatsapp", to = message.From, type = "text", text = new { body = "x" } });
                Use(new { messaging_product = "whatsapp", to = PhoneOf(message.FromUserId), type = "text", text = new { body = "x" } });
                Use(new { messaging_product = "whatsapp", recipient = message.FromUserId, type = "text", text = new { body = "x" } });
                Use(new { messaging_product = "whatsapp", to = message.From, recipient = message.FromUserId, type = "text", text = new { body = "x" } });
            }
        }
        """)]
    public void Members_that_hold_user_ids(string program) => new TestProgram("DLG0112", program).Check();
}
