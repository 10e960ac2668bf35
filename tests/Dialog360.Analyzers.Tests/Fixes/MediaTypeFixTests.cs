namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>DLG0102: the file is sent as the type that it belongs to.</summary>
public class MediaTypeFixTests
{
    [Theory]
    [InlineData("Send(new { to, type = \"image\", image = new { link = \"https://example.com/a.mp3\" } });", "Send(new { to, type = \"audio\", audio = new { link = \"https://example.com/a.mp3\" } });")]
    [InlineData("Send(new { to, image = new { link = $\"https://example.com/{id}.mp3\" } });", "Send(new { to, audio = new { link = $\"https://example.com/{id}.mp3\" } });")]
    [InlineData("Send(new {\n    to, // who\n    type = \"image\", // what\n    image = new { link = \"https://example.com/a.mp4\", caption = name } // words\n});", "Send(new {\n    to, // who\n    type = \"video\", // what\n    video = new { link = \"https://example.com/a.mp4\", caption = name } // words\n});")]
    [InlineData("var image = new { link = \"https://example.com/a.mp3\" }; var type = \"image\"; Send(new { to, type, image });", "var image = new { link = \"https://example.com/a.mp3\" }; var type = \"audio\"; Send(new { to, type, audio = image });")]
    [InlineData("Send(new Message { To = to, Type = \"image\", Image = new Media { Link = \"https://example.com/a.mp3\" } });", "Send(new Message { To = to, Type = \"audio\", Audio = new Media { Link = \"https://example.com/a.mp3\" } });")]
    [InlineData("Send(new Message { To = to, Type = \"image\", Image = new() { Link = \"https://example.com/a.pdf\" } });", "Send(new Message { To = to, Type = \"document\", Document = new() { Link = \"https://example.com/a.pdf\" } });")]
    [InlineData("Send(new Dictionary<string, object> { { \"to\", to }, { \"type\", \"image\" }, { \"image\", new { link = \"https://example.com/a.mp3\" } } });", "Send(new Dictionary<string, object> { { \"to\", to }, { \"type\", \"audio\" }, { \"audio\", new { link = \"https://example.com/a.mp3\" } } });")]
    [InlineData("var d = new Dictionary<string, object>();\nd[\"to\"] = to;\nd[\"type\"] = \"image\";\nd[\"image\"] = new { link = \"https://example.com/a.mp3\" };\nSend(d);", "var d = new Dictionary<string, object>();\nd[\"to\"] = to;\nd[\"type\"] = \"audio\";\nd[\"audio\"] = new { link = \"https://example.com/a.mp3\" };\nSend(d);")]
    [InlineData("Send(new JsonObject { [\"to\"] = to, [\"type\"] = \"image\", [\"image\"] = new JsonObject { [\"link\"] = \"https://example.com/a.mp3\" } });", "Send(new JsonObject { [\"to\"] = to, [\"type\"] = \"audio\", [\"audio\"] = new JsonObject { [\"link\"] = \"https://example.com/a.mp3\" } });")]
    [InlineData("Send(new JObject(new JProperty(\"to\", to), new JProperty(\"type\", \"image\"), new JProperty(\"image\", new JObject { { \"link\", \"https://example.com/a.mp3\" } })));", "Send(new JObject(new JProperty(\"to\", to), new JProperty(\"type\", \"audio\"), new JProperty(\"audio\", new JObject { { \"link\", \"https://example.com/a.mp3\" } })));")]
    [InlineData("var m = new Message();\nm.To = to;\nm.Type = \"image\";\nm.Image = new Media { Link = \"https://example.com/a.mp3\" };\nSend(m);", "var m = new Message();\nm.To = to;\nm.Type = \"audio\";\nm.Audio = new Media { Link = \"https://example.com/a.mp3\" };\nSend(m);")]
    [InlineData("Send(MessageObjectFactory.CreateImageMessageByLink(to, \"https://example.com/a.mp3\"));", "Send(MessageObjectFactory.CreateAudioMessageByLink(to, \"https://example.com/a.mp3\"));")]
    [InlineData("Send(MessageObjectFactory.CreateImageMessageByLink(imageLink: \"https://example.com/a.mp4\", to: to));", "Send(MessageObjectFactory.CreateVideoMessageByLink(videoLink: \"https://example.com/a.mp4\", to: to));")]
    public Task Type_and_object_change_together(string before, string after) => FixBench.BodyAsync(before, after, "DLG0102", "send-as");

    [Theory]
    [InlineData("Send(new { to, type = \"image\", image = new { link = \"https://example.com/a.mp3\", caption = name } });", "Send(new { to, type = \"audio\", audio = new { link = \"https://example.com/a.mp3\" } });")]
    [InlineData("Send(new { to, type = \"image\", image = new { caption = name, link = \"https://example.com/a.webp\" } });", "Send(new { to, type = \"sticker\", sticker = new { link = \"https://example.com/a.webp\" } });")]
    [InlineData("Send(new Message { To = to, Type = \"image\", Image = new Media { Link = \"https://example.com/a.mp3\", Caption = name } });", "Send(new Message { To = to, Type = \"audio\", Audio = new Media { Link = \"https://example.com/a.mp3\" } });")]
    public Task What_the_type_does_not_allow_goes(string before, string after) => FixBench.BodyAsync(before, after, "DLG0102", "send-as-and-drop");

    [Fact]
    public Task Voice_of_another_format_is_removed() => FixBench.BodyAsync(
        "Send(new { to, type = \"audio\", audio = new { link = \"https://example.com/a.mp3\", voice = true } });",
        "Send(new { to, type = \"audio\", audio = new { link = \"https://example.com/a.mp3\" } });",
        "DLG0102",
        "drop-voice");

    [Theory]
    [InlineData("const string type = \"image\"; Send(new { to, type, image = new { link = \"https://example.com/a.mp3\" } }); Send(type);", "const string type = \"image\"; Send(new { to, type = \"audio\", audio = new { link = \"https://example.com/a.mp3\" } }); Send(type);")]
    [InlineData("Send(new { to, type = Kinds.Image, image = new { link = \"https://example.com/a.mp3\" } });", "Send(new { to, type = \"audio\", audio = new { link = \"https://example.com/a.mp3\" } });")]
    public Task A_type_that_others_use_stays(string before, string after) => FixBench.BodyAsync(before, after, "DLG0102", "send-as");

    [Theory]
    [InlineData("Send(new { to, type = \"image\", image = new { link = to.Length > 5 ? \"https://example.com/a.mp3\" : \"https://example.com/a.png\" } });")]
    [InlineData("var link = \"https://example.com/a.png\"; if (to.Length > 5) { link = \"https://example.com/a.mp3\"; } Send(new { to, type = \"image\", image = new { link } });")]
    [InlineData("SendImage(to, \"https://example.com/a.mp3\");")]
    [InlineData("Send(new Message { To = to, Type = \"image\", Image = new() { Link = \"https://example.com/a.webp\" } });")]
    [InlineData("Send(MessageObjectFactory.CreateImageMessageByLink(to, \"https://example.com/a.pdf\"));")]
    public Task Nothing_is_offered_where_it_would_break_something(string body) => FixBench.NothingForBodyAsync(body, "DLG0102");

    [Fact]
    public async Task The_title_says_what_is_dropped() => Assert.Equal(
        "Send it as audio and drop caption",
        Assert.Single(await FixBench.OffersAsync(TestSolution.Of(FixBench.Program("Send(new { to, image = new { link = \"https://example.com/a.mp3\", caption = name } });")), "DLG0102")));

    /// <summary>A document of the old API has no caption: what would be refused there does not stay.</summary>
    [Fact]
    public async Task What_the_generation_does_not_take_goes_with_it()
    {
        string after = await FixBench.FixAsync(
            FixBench.Program("new System.Net.WebClient().UploadString(\"https://waba.360dialog.io/v1/messages\", \"{\\\"to\\\":\\\"491701234567\\\",\\\"type\\\":\\\"image\\\",\\\"image\\\":{\\\"link\\\":\\\"https://example.com/a.pdf\\\",\\\"caption\\\":\\\"x\\\"}}\");"),
            "DLG0102",
            "send-as-and-drop");
        Assert.Contains("\\\"document\\\":{\\\"link\\\":\\\"https://example.com/a.pdf\\\"}", after, System.StringComparison.Ordinal);
    }
}
