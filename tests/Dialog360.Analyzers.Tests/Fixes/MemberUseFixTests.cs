namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>What else the code does with what a fix renames or drops: it goes along, or nothing is offered.</summary>
public class MemberUseFixTests
{
    private const string Pdf = "\"https://example.com/x.pdf\"";
    private const string Mp3 = "\"https://example.com/x.mp3\"";

    /// <summary>A message with the wrong type of media, and what becomes of it.</summary>
    public static TheoryData<string, string> Renamed => new()
    {
        { "var m = new { to, type = \"image\", image = new { link = PDF } }; Console.WriteLine(m.image.link); Send(m);", "var m = new { to, type = \"document\", document = new { link = PDF } }; Console.WriteLine(m.document.link); Send(m);" },
        { "var m = new Message { To = to, Type = \"image\", Image = new Media { Link = PDF } }; Console.WriteLine(m.Image.Link); Send(m);", "var m = new Message { To = to, Type = \"document\", Document = new Media { Link = PDF } }; Console.WriteLine(m.Document.Link); Send(m);" },
        { "var m = new Message(); m.To = to; m.Type = \"image\"; m.Image = new Media(); m.Image.Caption = name; m.Image.Link = PDF; Send(m);", "var m = new Message(); m.To = to; m.Type = \"document\"; m.Document = new Media(); m.Document.Caption = name; m.Document.Link = PDF; Send(m);" },
        { "var o = new JsonObject { [\"to\"] = to, [\"type\"] = \"image\", [\"image\"] = new JsonObject { [\"link\"] = PDF } }; o[\"image\"]![\"caption\"] = \"z\"; Send(o);", "var o = new JsonObject { [\"to\"] = to, [\"type\"] = \"document\", [\"document\"] = new JsonObject { [\"link\"] = PDF } }; o[\"document\"]![\"caption\"] = \"z\"; Send(o);" },
        { "var m = new Message { To = to, Type = \"image\", Image = new Media { Link = PDF } }; var other = new Message { Image = new Media() }; Console.WriteLine(other.Image); Send(m);", "var m = new Message { To = to, Type = \"document\", Document = new Media { Link = PDF } }; var other = new Message { Image = new Media() }; Console.WriteLine(other.Image); Send(m);" },
    };

    [Theory]
    [MemberData(nameof(Renamed))]
    public Task A_use_is_renamed_too(string before, string after) => FixBench.BodyAsync(Written(before), Written(after), "DLG0102", "send-as");

    [Theory]
    [InlineData("var n = new Message(); n.To = to; n.Type = \"image\"; n.Document = new Media(); n.Document.Link = id; Send(n);", "var n = new Message(); n.To = to; n.Type = \"image\"; n.Image = new Media(); n.Image.Link = id; Send(n);")]
    [InlineData("var n = new { to, type = \"image\", document = new { link = id } }; Console.WriteLine(n.document); Send(n);", "var n = new { to, type = \"image\", image = new { link = id } }; Console.WriteLine(n.image); Send(n);")]
    public Task The_object_follows_the_type_wherever_it_is_named(string before, string after) => FixBench.BodyAsync(before, after, "DLG0108", "rename-member");

    [Theory]
    [InlineData("var image = new { link = MP3, caption = \"y\" }; Console.WriteLine(image.caption); Send(new { to, type = \"image\", image });")]
    [InlineData("var m = new { to, type = \"image\", image = new { link = MP3, caption = \"y\" } }; Console.WriteLine(m.image.caption); Send(m);")]
    [InlineData("var m = new { to, type = \"image\", image = new { link = PDF } }; var n = m with { image = new { link = id } }; Send(m);")]
    [InlineData("Func<string> next = () => name; Send(new { to, type = \"image\", image = new { link = MP3, caption = next() } });")]
    [InlineData("var d = new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"image\", [\"image\"] = new { link = PDF } }; if (d.ContainsKey(\"image\")) Console.WriteLine(name); Send(d);")]
    [InlineData("var o = new JsonObject { [\"to\"] = to, [\"type\"] = \"image\", [\"image\"] = new JsonObject { [\"link\"] = PDF } }; o.Remove(\"image\"); Send(o);")]
    [InlineData("Message? m = new Message { To = to, Type = \"image\", Image = new Media { Link = PDF } }; Console.WriteLine(m?.Image?.Link); Send(m);")]
    public Task Nothing_is_dropped_that_is_read_or_done(string body) => FixBench.NothingForBodyAsync(Written(body), "DLG0102");

    /// <summary>The kinds of media whose file says the other one.</summary>
    [Theory]
    [InlineData("Send(new { to, type = \"image\", document = new { link = PDF, filename = \"x.pdf\" } });")]
    [InlineData("Send(new { to, type = \"image\", document = new { link = PDF } });")]
    [InlineData("Send(new { to, type = \"image\", document = new { link = id, filename = name } });")]
    public async Task The_object_keeps_its_name_where_the_file_belongs_to_it(string body) =>
        Assert.Equal("Send it as document", Assert.Single(await FixBench.OffersAsync(TestSolution.Of(FixBench.Program(Written(body))), "DLG0108")));

    /// <summary>Objects beside each other have one type.</summary>
    [Theory]
    [InlineData("Send(new { to, type = \"interactive\", interactive = new { type = \"button\", body = new { text = name }, action = new { buttons = new[] { new { type = \"reply\", reply = new { id = 1, title = \"Yes\" } }, new { type = \"reply\", reply = new { id = 2, title = \"No\" } } } } } });")]
    public Task Values_beside_each_other_change_together(string body) => FixBench.BodyAsync(body, body.Replace("id = 1", "id = \"1\"", StringComparison.Ordinal).Replace("id = 2", "id = \"2\"", StringComparison.Ordinal), "DLG0106", "rewrite-value");

    [Theory]
    [InlineData("Send(new { to, type = \"interactive\", interactive = new { type = \"button\", body = new { text = name }, action = new { buttons = new[] { new { type = \"reply\", reply = new { id = 1, title = \"Yes\" } }, new { type = \"reply\", reply = new { id = id.Length, title = \"No\" } } } } } });", "DLG0106")]
    [InlineData("const int body = 5; Send(new { to, type = \"text\", text = new { body } });", "DLG0106")]
    [InlineData("Send(new { to, type = \"location\", location = id.Length > 3 ? new { latitude = 48137154, longitude = 11 } : new { latitude = 52, longitude = 13 } });", "DLG0101")]
    public Task Nothing_is_offered_that_does_not_compile(string body, string id) => FixBench.NothingForBodyAsync(body, id);

    [Fact]
    public Task Points_beside_each_other_come_back_together() => FixBench.BodyAsync(
        "Send(new { to, type = \"location\", location = id.Length > 3 ? new { latitude = 48137154, longitude = 11.5 } : new { latitude = 52520008, longitude = 13.4 } });",
        "Send(new { to, type = \"location\", location = id.Length > 3 ? new { latitude = 48.137154, longitude = 11.5 } : new { latitude = 52.520008, longitude = 13.4 } });",
        "DLG0101",
        "insert-decimal-point");

    /// <summary>A statement that goes, with its comment; what its value does is still done.</summary>
    [Theory]
    [InlineData("var m = new Message { To = to, Type = \"audio\" };\nm.Audio = new Media();\nm.Audio.Link = MP3;\nm.Audio.Caption = name; // words\nSend(m);", "var m = new Message { To = to, Type = \"audio\" };\nm.Audio = new Media();\nm.Audio.Link = MP3;\nSend(m);")]
    [InlineData("Func<string> next = () => name; var m = new Message { To = to, Type = \"audio\" };\nm.Audio = new Media();\nm.Audio.Link = MP3;\nm.Audio.Caption = next(); // logs\nSend(m);", "Func<string> next = () => name; var m = new Message { To = to, Type = \"audio\" };\nm.Audio = new Media();\nm.Audio.Link = MP3;\nnext(); // logs\nSend(m);")]
    [InlineData("var m = new Message { To = to, Type = \"audio\" };\nm.Audio = new Media();\nm.Audio.Link = MP3;\nm.Audio.Caption = name.Trim();\nSend(m);", "var m = new Message { To = to, Type = \"audio\" };\nm.Audio = new Media();\nm.Audio.Link = MP3;\nSend(m);")]
    public Task A_statement_goes_with_its_comment(string before, string after) => FixBench.BodyAsync(Written(before), Written(after), "DLG0108", "remove-member");

    private static string Written(string body) => body.Replace("PDF", Pdf, StringComparison.Ordinal).Replace("MP3", Mp3, StringComparison.Ordinal);
}
