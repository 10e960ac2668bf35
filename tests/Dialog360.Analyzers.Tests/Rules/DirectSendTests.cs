using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>What holds for messages with a category of Direct Send and only for them (DLG0108, DLG0109, DLG0106).</summary>
public sealed class DirectSendTests
{
    private static string Message(string members) => "{ \"messaging_product\": \"whatsapp\", \"to\": \"491701234567\", " + members + " }";

    private static string Buttons(string category, string buttons, string header = "") =>
        Message($"{category}\"type\": \"interactive\", \"interactive\": {{ \"type\": \"button\", {header}\"body\": {{ \"text\": \"x\" }}, \"action\": {{ \"buttons\": {buttons} }} }}");

    private static void Check(string id, string json) => new TestProgram(id, Bodies.Expression("\"\"\"" + json + "\"\"\"")).Check();

    private const string Utility = "\"category\": \"utility\", ";
    private const string Reply = """{ "type": "reply", "reply": { "id": "ID", "title": "TITLE" } }""";
    private const string Url = """{ "type": "cta_url", "cta_url": { "display_text": "Track", "url": "https://a.example/1" } }""";

    private static string Replies(int count) => string.Join(", ", Enumerable.Range(1, count).Select(number => Reply.Replace("ID", "r" + number).Replace("TITLE", "Reply " + number)));

    [Theory]
    [InlineData("\"category\": \"utility\", \"type\": \"[|image|]\", \"image\": { \"id\": \"1\" }")]
    [InlineData("\"category\": \"authentication\", \"type\": \"[|template|]\", \"template\": { \"name\": \"x\", \"language\": { \"code\": \"en\" } }")]
    [InlineData("\"category\": \"UTILITY\", \"type\": \"[|sticker|]\", \"sticker\": { \"id\": \"1\" }")]
    [InlineData("\"category\": \"utility\", \"type\": \"interactive\", \"interactive\": { \"type\": \"[|list|]\", \"body\": { \"text\": \"x\" }, \"action\": { \"button\": \"b\", \"sections\": [ { \"rows\": [ { \"id\": \"1\", \"title\": \"a\" } ] } ] } }")]
    [InlineData("\"category\": \"utility\", \"type\": \"interactive\", \"interactive\": { \"type\": \"voice_call\", \"body\": { \"text\": \"x\" }, \"[|footer|]\": { \"text\": \"f\" }, \"action\": { \"name\": \"voice_call\" } }")]
    [InlineData("\"category\": \"[|promotion|]\", \"type\": \"text\", \"text\": { \"body\": \"x\" }")]
    [InlineData("\"[|direct_send_config|]\": { \"template_name\": \"x\" }, \"type\": \"text\", \"text\": { \"body\": \"x\" }")]
    [InlineData("\"category\": \"utility\", \"direct_send_config\": { \"template_name\": \"[|My-Template|]\" }, \"type\": \"text\", \"text\": { \"body\": \"x\" }")]
    public void Not_taken(string members) => Check("DLG0108", Message(members));

    [Fact]
    public void Links_come_before_replies() => Check("DLG0108", Buttons(Utility, "[ " + Replies(1) + ", [|{|]" + Url[1..] + " ]"));

    [Theory]
    [InlineData("""[ { "type": "cta_url", "cta_url": [|{|] "display_text": "Track" } } ]""")]
    [InlineData("""[ { "type": "cta_url", "cta_url": { "display_text": "Track", "url": "https://a.example" }, "[|title|]": "x" } ]""")]
    [InlineData("""[ { "type": "reply", "reply": [|{|] "id": "a" } } ]""")]
    [InlineData("""[ [|{|] "type": "reply", "title": "a" } ]""")]
    [InlineData("""[ { "type": "[|voice_call|]" } ]""")]
    public void Wrong_buttons(string buttons) => Check("DLG0108", Buttons(Utility, buttons));

    [Fact]
    public void Link_is_an_object() => Check("DLG0106", Buttons(Utility, """[ { "type": "cta_url", "cta_url": "[|https://a.example|]" } ]"""));

    [Fact]
    public void At_most_ten_buttons() => Check("DLG0109", Buttons(Utility, "[|[ " + Replies(11) + " ]|]"));

    [Fact]
    public void At_most_two_links() => Check("DLG0109", Buttons(Utility, "[|[ " + string.Join(", ", Url, Url, Url) + " ]|]"));

    [Theory]
    [InlineData("")]
    [InlineData("\"category\": \"service\", ")]
    public void At_most_three_buttons_without_it(string category) => Check("DLG0109", Buttons(category, "[|[ " + Replies(4) + " ]|]"));

    [Theory]
    [InlineData("\"category\": \"utility\", \"ttl_seconds\": [|10|], ")]
    [InlineData("\"category\": \"utility\", \"ttl_seconds\": [|86400|], ")]
    [InlineData("\"category\": \"Authentication\", \"ttl_seconds\": [|1800|], ")]
    [InlineData("\"category\": \"service\", \"ttl_seconds\": [|60|], ")]
    [InlineData("\"ttl_seconds\": [|60|], ")]
    public void Time_to_live(string members) => Check("DLG0109", Message(members + "\"type\": \"text\", \"text\": { \"body\": \"x\" }"));

    [Fact]
    public void Text_is_shorter() => Check("DLG0109", Message($"{Utility}\"type\": \"text\", \"text\": {{ \"body\": \"[|{new string('x', 1025)}|]\" }}"));

    [Theory]
    [InlineData("\"category\": \"utility\", \"ttl_seconds\": 600, \"type\": \"text\", \"text\": { \"body\": \"x\", \"preview_url\": true }")]
    [InlineData("\"category\": \"UTILITY\", \"direct_send_config\": { \"template_name\": \"order_1\" }, \"type\": \"text\", \"text\": { \"body\": \"x\" }")]
    [InlineData("\"category\": \"authentication\", \"ttl_seconds\": 900, \"type\": \"text\", \"text\": { \"body\": \"x\" }")]
    [InlineData("\"category\": \"authentication\", \"type\": \"interactive\", \"interactive\": { \"type\": \"copy_code\", \"code\": \"1\" }")]
    [InlineData("\"category\": \"service\", \"type\": \"image\", \"image\": { \"id\": \"1\" }")]
    [InlineData("\"category\": \"utility\", \"type\": \"interactive\", \"interactive\": { \"type\": \"cta_url\", \"header\": { \"type\": \"image\", \"image\": { \"id\": \"1\", \"link\": \"https://a.example/a.png\" } }, \"body\": { \"text\": \"x\" }, \"action\": { \"name\": \"cta_url\", \"parameters\": { \"display_text\": \"Open\", \"url\": \"https://a.example\" } } }")]
    [InlineData("\"category\": \"utility\", \"type\": \"interactive\", \"interactive\": { \"type\": \"voice_call\", \"header\": { \"type\": \"text\", \"text\": \"h\" }, \"body\": { \"text\": \"x\" }, \"action\": { \"name\": \"voice_call\" } }")]
    public void Silent(string members)
    {
        Check("DLG0108", Message(members));
        Check("DLG0109", Message(members));
    }

    [Fact]
    public void Silent_with_mixed_buttons()
    {
        string json = Buttons(Utility, "[ " + Url + ", " + Url + ", " + Replies(8) + " ]", "\"header\": { \"type\": \"text\", \"text\": \"Parcel\" }, ");
        Check("DLG0108", json);
        Check("DLG0109", json);
    }

    [Theory]
    [InlineData("new { messaging_product = \"whatsapp\", to, category = name, ttl_seconds = 60, type = \"text\", text = new { body = name } }")]
    [InlineData("new { messaging_product = \"whatsapp\", to, category = flag ? \"utility\" : null, ttl_seconds = flag ? (int?)60 : null, type = \"text\", text = new { body = name } }")]
    [InlineData("new { messaging_product = \"whatsapp\", to, category = name, type = \"image\", image = new { id } }")]
    [InlineData("new { messaging_product = \"whatsapp\", to, category = name, type = \"interactive\", interactive = new { type = \"button\", body = new { text = name }, action = new { buttons = new[] { new { type = \"reply\", reply = new { id = \"1\", title = \"a\" } }, new { type = \"reply\", reply = new { id = \"2\", title = \"b\" } }, new { type = \"reply\", reply = new { id = \"3\", title = \"c\" } }, new { type = \"reply\", reply = new { id = \"4\", title = \"d\" } } } } } }")]
    public void Silent_where_the_category_is_not_known(string message)
    {
        new TestProgram("DLG0108", Bodies.Expression(message)).Check();
        new TestProgram("DLG0109", Bodies.Expression(message)).Check();
    }
}
