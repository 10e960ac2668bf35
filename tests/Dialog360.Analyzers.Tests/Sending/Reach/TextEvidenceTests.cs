using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Tests.Sending.Reach;

/// <summary>What counts as a message by its characters alone, before anything is bound: each writing of one, and nothing that only speaks of recipients.</summary>
public sealed class TextEvidenceTests
{
    [Theory]
    [InlineData("new { to, type = \"text\", text = new { body } }")]
    [InlineData("new { to = phone, type = \"text\" }")]
    [InlineData("new { order.To, type }")]
    [InlineData("new { to /* the customer */, type = \"text\" }")]
    [InlineData("new { // hello\n to,\n type = \"text\" }")]
    [InlineData("$\"{{\\\"to\\\":\\\"{to}\\\",\\\"type\\\":\\\"text\\\"}}\"")]
    [InlineData("@\"{ \"\"to\"\": \"\"1\"\", \"\"text\"\": { } }\"")]
    [InlineData("\"\"\"{ \"to\": \"1\", \"image\": { } }\"\"\"")]
    [InlineData("\"{'to':'1','type':'text'}\"")]
    [InlineData("new JObject { [\"to\"] = phone, [\"type\"] = \"text\" }")]
    [InlineData("dictionary.Add(\"to\", phone); dictionary.Add(\"type\", \"text\");")]
    [InlineData("writer.WriteString(\"to\", phone); writer.WriteStartObject(\"template\");")]
    [InlineData("message.To = phone; message.Type = \"text\";")]
    [InlineData("new Message { To = phone, Text = new Text(body) }")]
    [InlineData("new Message(to: phone, type: \"text\")")]
    [InlineData("request.AddJsonBody(new { recipient_type = \"individual\" })")]
    [InlineData("\"messaging_product\"")]
    [InlineData("\"https://waba-v2.360dialog.io/messages\"")]
    [InlineData("\"https://graph.facebook.com/v20.0/\" + id + \"/messages\"")]
    [InlineData("new { to = message.From, type = \"text\" }")]
    [InlineData("Log(message.From, text); Log(from, text); return new { to = from, type = \"text\" };")]
    [InlineData("string from = message[\"from\"]; return new { to = from, type = \"text\" };")]
    [InlineData("new { to, subject, messaging_product = \"whatsapp\" }")]
    public void Shows_a_message(string code) => Assert.True(TextEvidence.IsMessage(Read(code)), Read(code).ToString());

    [Theory]
    [InlineData("logger.LogInformation(\"Moved {Name} to: {Type}\", name, type);")]
    [InlineData("\"Could not move file to '{0}', type=\" + type")]
    [InlineData("throw new ArgumentException($\"must be less than or equal to {Max}.\"); Type type = GetType();")]
    [InlineData("var to = Find(type); Use(to);")]
    [InlineData("Copy(from, to, type)")]
    [InlineData("new { id, name = user.Name, type }; string to = x;")]
    [InlineData("mail.To = address; mail.Subject = subject; mail.Text = text;")]
    [InlineData("new { to, cc, text }")]
    [InlineData("new { from, to, interval }; return new Histogram { Type = type };")]
    [InlineData("new { From = start, To = end, Type = \"day\" }")]
    [InlineData("range.From = start; range.To = end; range.Type = day;")]
    [InlineData("client.Get(\"https://shop.example?to=1&type=2\")")]
    [InlineData("\"path\\to\\type\"")]
    [InlineData("user.FacebookId; \"https://www.facebook.com/\"")]
    [InlineData("class Node { object to; int type; }")]
    [InlineData("from x in xs where x.Type == type select x.To")]
    public void Shows_none(string code) => Assert.False(TextEvidence.IsMessage(Read(code)), Read(code).ToString());

    [Theory]
    [InlineData("whatsApp", true)]
    [InlineData("Send_waba_message_42", true)]
    [InlineData("\"D360-API-KEY\"", true)]
    [InlineData("\"43bbd2f0ae6794f8d452cd360e9d33aef6071234\"", false)]
    [InlineData("Guid.Parse(\"c2d360aa0f9b4f7b8d6a1d2c3b4a5968\")", false)]
    public void Speaks_of_it(string code, bool speaks) => Assert.Equal(speaks, (Read(code) & SourceSigns.Speaks) != 0);

    private static SourceSigns Read(string code) => TextEvidence.In(SourceText.From(code), new TextSpan(0, code.Length));
}
