using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>What the messages of the payload rules say: the place, the error of the very defect in the generation of the code, and what to do.</summary>
public sealed class MessageTextTests
{
    private const string Cloud = "await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, REST });";
    private const string OnPremises = "await client.PostAsJsonAsync(\"https://waba.360dialog.io/v1/messages\", new { to, REST });";
    private const string Unknown = "Use(new { to, REST });";

    [Theory]
    [InlineData(Cloud, "type = \"poll\", poll = new { }", "'poll' is not a type of message: the message is refused with 131051")]
    [InlineData(Cloud, "type = \"voice\", audio = new { id }", "'voice' is not a type of message: the message is refused with 131051; the type should be 'audio'")]
    [InlineData(Unknown, "type = \"contact\", contact = new { }, text = new { body = name }", "'contact' is not a type of message: the message is refused with 131051 (on-premises API: 501); the type should be 'text'")]
    [InlineData(Cloud, "type = \"audio\", audio = new { id, caption = \"x\" }", "'audio' does not take 'caption': the message is refused with 100; remove 'caption'")]
    [InlineData(OnPremises, "type = \"audio\", audio = new { id, caption = \"x\" }", "'audio' does not take 'caption': the message is refused with 1010; remove 'caption'")]
    [InlineData(Cloud, "type = \"text\", preview_url = true, text = new { body = \"x\" }", "the message does not take 'preview_url' in the Cloud API: the message is refused with 100; move it to 'text'")]
    [InlineData(Unknown, "type = \"text\", text = new { }", "'text.body' is missing: the message is refused with 131008 (on-premises API: 1008)")]
    [InlineData(Unknown, "type = \"template\", template = new { }", "'template.name' and 'template.language' are missing: the message is refused with 131008 (on-premises API: 1008)")]
    [InlineData(Cloud, "type = \"image\", image = new { caption }", "'image.id' or 'image.link' is missing: the message is refused with 100")]
    [InlineData(Cloud, "type = \"location\", location = new { latitude = 1, longitud = 2 }", "'location.longitude' is missing: the message is refused with 131008; rename 'longitud' to 'longitude'")]
    [InlineData(Cloud, "type = \"template\", template = new { name = \"A-B\", language = new { code = \"en\" } }", "'template.name' takes lower-case letters, digits and underscores only, at most 512, not 'A-B': the message is refused with 132001")]
    [InlineData(Cloud, "type = \"interactive\", interactive = new { type = \"buttons\", body = new { text = name }, action = new { name } }", "'interactive.type' does not take 'buttons': the message is refused with 100; use 'button'")]
    [InlineData(Cloud, "recipient_type = \"person\", type = \"text\", text = new { body = \"x\" }", "'recipient_type' takes 'individual' or 'group', not 'person': the message is refused with 100")]
    public void Incomplete(string code, string rest, string message) => Check("DLG0108", code, rest, message);

    [Theory]
    [InlineData(Cloud, "type = \"text\", text = new { body = \"\" }", "'text.body' takes at least 1 character but has none: the message is refused with 131009")]
    [InlineData(Cloud, "type = \"interactive\", interactive = new { type = \"button\", body = new { text = name }, footer = new { text = \"0123456789012345678901234567890123456789012345678901234567890\" }, action = new { buttons = new[] { new { type = \"reply\", reply = new { id, title = name } } } } }", "'interactive.footer.text' takes at most 60 characters but has 61 characters: the message is refused with 131009")]
    [InlineData(Unknown, "type = \"interactive\", interactive = new { type = \"button\", body = new { text = name }, action = new { buttons = new[] { new { type = \"reply\", reply = new { id, title = \"A title of 21 letters\" } } } } }", "'interactive.action.buttons[0].reply.title' takes at most 20 characters but has 21 characters: the message is refused with 131009 (on-premises API: 1009)")]
    [InlineData(Unknown, "type = \"template\", template = new { name, language = new { code = \"en\" }, components = new[] { new { type = \"body\", parameters = new[] { new { type = \"text\", text = \"a\\nb\" } } } } }", "'template.components[0].parameters[0].text' takes neither line breaks nor tabs nor more than four spaces in a row but has a line break: the message is refused with 132018 (on-premises API: 2006); join the lines, for example with a comma")]
    [InlineData(Cloud, "type = \"template\", template = new { name, language = new { code = \"en\" }, components = new[] { new { type = \"body\", parameters = new[] { new { type = \"text\", text = \"\" } } } } }", "'template.components[0].parameters[0].text' takes at least 1 character but has none: the message is refused with 100")]
    [InlineData(Cloud, "ttl_seconds = 60, type = \"text\", text = new { body = \"x\" }", "'ttl_seconds' takes a 'category' of utility or authentication beside it but has none: the message is refused with 100")]
    public void Limits(string code, string rest, string message) => Check("DLG0109", code, rest, message);

    [Theory]
    [InlineData("DLG0101", Cloud, "type = \"location\", location = new { latitude = 120.5, longitude = 52.5 }", "latitude 120.5 is outside -90 to 90: the location is refused with 131009; latitude and longitude look swapped")]
    [InlineData("DLG0101", Unknown, "type = \"location\", location = new { latitude = 52520008, longitude = 13.4 }", "latitude 52520008 is outside -90 to 90: the location is refused with 131009 (on-premises API: 1009); the decimal point looks lost, as in 52.520008")]
    [InlineData("DLG0102", Cloud, "type = \"image\", image = new { link = \"https://cdn.example.com/a.mp3\" }", "'.mp3' is sent as image but belongs to audio: the message fails with 131053; send it as audio")]
    [InlineData("DLG0102", OnPremises, "type = \"video\", video = new { link = \"https://cdn.example.com/a.mov\" }", "WhatsApp does not take '.mov' as video: the message fails with 1000; convert it to MP4, or send it as a document")]
    [InlineData("DLG0103", Cloud, "type = \"image\", image = new { link = \"https://cdn.example.com/a%2520b.png\" }", "the media link is URL-encoded twice (%2520): the file is not found there, and the message fails with 131052 or 131053; encode each part of it once")]
    [InlineData("DLG0103", Cloud, "type = \"image\", image = new { link = Uri.EscapeDataString(Uri.EscapeDataString(name)) }", "the media link is URL-encoded twice (EscapeDataString): the file is not found there, and the message fails with 131052 or 131053; remove the outer EscapeDataString")]
    [InlineData("DLG0103", Cloud, "type = \"image\", image = new { link = Uri.EscapeDataString(WebUtility.UrlEncode(name)) }", "the media link is URL-encoded twice (EscapeDataString): the file is not found there, and the message fails with 131052 or 131053; remove the inner UrlEncode, which writes '+' for a space")]
    [InlineData("DLG0103", Cloud, "type = \"image\", image = new { link = WebUtility.UrlEncode(WebUtility.UrlEncode(name)) }", "the media link is URL-encoded twice (UrlEncode): the file is not found there, and the message fails with 131052 or 131053; encode each part of it once")]
    [InlineData("DLG0104", Cloud, "type = \"document\", document = new { link = \"https:/cdn.example.com/a.pdf\" }", "The media link cannot be fetched, a slash is missing after 'https:': the message fails with 131052 or 131053; write 'https://'")]
    [InlineData("DLG0104", Unknown, "type = \"image\", image = new { link = \"/a.png\" }", "The media link cannot be fetched, it is relative: the message fails with 131052 or 131053 (on-premises API: 1014); use an absolute https URL")]
    [InlineData("DLG0106", Cloud, "type = \"text\", text = new { body = name, preview_url = \"true\" }", "'text.preview_url' takes a JSON boolean but gets a JSON string: the message is refused with 100; write it without quotes")]
    [InlineData("DLG0106", Unknown, "type = \"template\", template = new { name, language = \"en\" }", "'template.language' takes a JSON object but gets a JSON string: the message is refused with 100 (on-premises API: 400)")]
    [InlineData("DLG0113", Cloud, "type = \"template\", template = new { name, language = new { code = \"en-US\" } }", "WhatsApp has no template language 'en-US': the template is not found, which is answered with 132001; use 'en_US'")]
    public void Others(string id, string code, string rest, string message) => Check(id, code, rest, message);

    [Theory]
    [InlineData("\"004915112345678\"", "The recipient is not an international phone number, it begins with 00: sending to it fails with 131026; write '+4915112345678'")]
    [InlineData("\"US.13491208655302741918\"", "'to' gets a business-scoped user id instead of a phone number: the API answers 200 and drops the message; put it in 'recipient'")]
    public void Recipients(string to, string message) =>
        Check("DLG0112", "Use(new { messaging_product = \"whatsapp\", to = REST, type = \"text\", text = new { body = name } });", to, message);

    /// <summary>Each error that a message may name exists, on that API, and is listed as prevented by the rule.</summary>
    [Fact]
    public void Errors_are_those_of_the_rule()
    {
        foreach (RuleEntry rule in ErrorCatalog.Current.Rules)
        {
            foreach ((_, (System.Collections.Immutable.ImmutableArray<string> cloud, System.Collections.Immutable.ImmutableArray<string> onPremises)) in rule.Errors)
            {
                Assert.All(cloud, key => Assert.Equal("cloud", ErrorCatalog.Current.Entry(key).Api));
                Assert.All(onPremises, key => Assert.Equal("on-premises", ErrorCatalog.Current.Entry(key).Api));
                Assert.All(cloud.AddRange(onPremises), key => Assert.Contains(rule.Id, ErrorCatalog.Current.Entry(key).Rules));
            }
        }
    }

    private static void Check(string id, string code, string rest, string message)
    {
        TestProgram program = new(id, Bodies.Method(code.Replace("REST", rest)));
        Assert.Contains(message, TestProgram.Analyze(program.Compile()).Where(diagnostic => diagnostic.Id == id).Select(static diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
