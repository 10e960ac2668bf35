namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>DLG0108: the message becomes complete and agrees with itself.</summary>
public class CompletionFixTests
{
    private const string Id = "DLG0108";

    private const string Usings = "// WhatsApp\nusing System.Collections.Generic;\nusing System.Net.Http;\nusing System.Net.Http.Json;\nusing System.Text.Json.Nodes;\n";

    [Theory]
    [InlineData("new { to, type = \"text\", text = new { body = name } }", "new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = name } }")]
    [InlineData("new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = new { body = name } }", "new Dictionary<string, object> { [\"messaging_product\"] = \"whatsapp\", [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = new { body = name } }")]
    [InlineData("new Dictionary<string, object> { { \"to\", to }, { \"type\", \"text\" }, { \"text\", new { body = name } } }", "new Dictionary<string, object> { { \"messaging_product\", \"whatsapp\" }, { \"to\", to }, { \"type\", \"text\" }, { \"text\", new { body = name } } }")]
    [InlineData("new JsonObject { [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = new JsonObject { [\"body\"] = name } }", "new JsonObject { [\"messaging_product\"] = \"whatsapp\", [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = new JsonObject { [\"body\"] = name } }")]
    [InlineData("new Message { To = to, Type = \"text\", Text = new Text { Body = name } }", "new Message { MessagingProduct = \"whatsapp\", To = to, Type = \"text\", Text = new Text { Body = name } }")]
    public async Task The_product_is_added(string before, string after) => Assert.Equal(Cloud(after), await FixBench.FixAsync(Cloud(before), Id, "add-member"));

    [Theory]
    [InlineData("new { to, type = \"template\", template = new { name } }", "new { to, type = \"template\", template = new { name, language = new { code = \"en\" } } }")]
    [InlineData("new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"template\", [\"template\"] = new Dictionary<string, object> { [\"name\"] = name } }", "new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"template\", [\"template\"] = new Dictionary<string, object> { [\"name\"] = name, [\"language\"] = new Dictionary<string, object> { [\"code\"] = \"en\" } } }")]
    [InlineData("\"{ \\\"to\\\": \\\"1\\\", \\\"type\\\": \\\"template\\\", \\\"template\\\": { \\\"name\\\": \\\"x\\\" } }\"", "\"{ \\\"to\\\": \\\"1\\\", \\\"type\\\": \\\"template\\\", \\\"template\\\": { \\\"name\\\": \\\"x\\\", \\\"language\\\": { \\\"code\\\": \\\"en\\\" } } }\"")]
    [InlineData("$$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"template\", \"template\": { \"name\": \"x\" } }\"\"\"", "$$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"template\", \"template\": { \"name\": \"x\", \"language\": { \"code\": \"en\" } } }\"\"\"")]
    public Task The_language_is_added(string before, string after) => FixBench.BodyAsync($"Send({before});", $"Send({after});", Id, "add-member");

    [Theory]
    [InlineData("new { to, type = \"location\", location = new { latitude = 1.5, longitud = 2.5 } }", "new { to, type = \"location\", location = new { latitude = 1.5, longitude = 2.5 } }")]
    [InlineData("new { to, type = \"location\", location = new { latitud = 1.5, longitud = 2.5 } }", "new { to, type = \"location\", location = new { latitude = 1.5, longitude = 2.5 } }")]
    [InlineData("new { to, type = \"image\", image = new { lnk = name } }", "new { to, type = \"image\", image = new { link = name } }")]
    [InlineData("new { to, type = \"template\", template = new { name, languaje = new { code = \"en\" } } }", "new { to, type = \"template\", template = new { name, language = new { code = \"en\" } } }")]
    [InlineData("new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = new Dictionary<string, object> { [\"bdy\"] = name } }", "new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = new Dictionary<string, object> { [\"body\"] = name } }")]
    [InlineData("new JsonObject { [\"to\"] = to, [\"type\"] = \"location\", [\"location\"] = new JsonObject { [\"latitude\"] = 1.5, [\"longitud\"] = 2.5 } }", "new JsonObject { [\"to\"] = to, [\"type\"] = \"location\", [\"location\"] = new JsonObject { [\"latitude\"] = 1.5, [\"longitude\"] = 2.5 } }")]
    [InlineData("new JObject(new JProperty(\"to\", to), new JProperty(\"type\", \"text\"), new JProperty(\"text\", new JObject(new JProperty(\"bdy\", name))))", "new JObject(new JProperty(\"to\", to), new JProperty(\"type\", \"text\"), new JProperty(\"text\", new JObject(new JProperty(\"body\", name))))")]
    [InlineData("@\"{ \"\"to\"\": \"\"1\"\", \"\"type\"\": \"\"text\"\", \"\"text\"\": { \"\"bdy\"\": \"\"x\"\" } }\"", "@\"{ \"\"to\"\": \"\"1\"\", \"\"type\"\": \"\"text\"\", \"\"text\"\": { \"\"body\"\": \"\"x\"\" } }\"")]
    public Task A_near_miss_is_renamed(string before, string after) => FixBench.BodyAsync($"Send({before});", $"Send({after});", Id, "rename-member");

    [Theory]
    [InlineData("new { to, type = \"audio\", audio = new { id, caption = \"x\" } }", "new { to, type = \"audio\", audio = new { id } }")]
    [InlineData("new { to, type = \"sticker\", sticker = new { caption = \"x\", id } }", "new { to, type = \"sticker\", sticker = new { id } }")]
    [InlineData("new { to, type = \"image\", image = new { id = \"1\", link = \"https://example.com/a.png\" } }", "new { to, type = \"image\", image = new { id = \"1\" } }")]
    [InlineData("new Message { To = to, Type = \"audio\", Audio = new Media { Link = \"https://example.com/a.mp3\", Caption = \"x\" } }", "new Message { To = to, Type = \"audio\", Audio = new Media { Link = \"https://example.com/a.mp3\" } }")]
    [InlineData("new Dictionary<string, object> { { \"to\", to }, { \"type\", \"audio\" }, { \"audio\", new Dictionary<string, object> { { \"id\", id }, { \"caption\", \"x\" } } } }", "new Dictionary<string, object> { { \"to\", to }, { \"type\", \"audio\" }, { \"audio\", new Dictionary<string, object> { { \"id\", id } } } }")]
    [InlineData("new JsonObject { [\"to\"] = to, [\"type\"] = \"audio\", [\"audio\"] = new JsonObject { [\"id\"] = id, [\"caption\"] = \"x\" } }", "new JsonObject { [\"to\"] = to, [\"type\"] = \"audio\", [\"audio\"] = new JsonObject { [\"id\"] = id } }")]
    [InlineData("$$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"audio\", \"audio\": { \"id\": \"{{id}}\", \"caption\": \"x\" } }\"\"\"", "$$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"audio\", \"audio\": { \"id\": \"{{id}}\" } }\"\"\"")]
    public Task What_must_not_be_there_is_removed(string before, string after) => FixBench.BodyAsync($"Send({before});", $"Send({after});", Id, "remove-member");

    [Fact]
    public Task Of_two_that_exclude_each_other_the_first_can_go() => FixBench.BodyAsync(
        "Send(new { to, type = \"image\", image = new { id = \"1\", link = \"https://example.com/a.png\" } });",
        "Send(new { to, type = \"image\", image = new { link = \"https://example.com/a.png\" } });",
        Id,
        "remove-member.2");

    [Theory]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"text\", preview_url = true, text = new { body = name } }", "new { to, messaging_product = \"whatsapp\", type = \"text\", text = new { body = name, preview_url = true } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"text\", preview_url = name.Length > 5, text = new { body = name } }", "new { to, messaging_product = \"whatsapp\", type = \"text\", text = new { body = name, preview_url = name.Length > 5 } }")]
    [InlineData("new Dictionary<string, object> { [\"to\"] = to, [\"messaging_product\"] = \"whatsapp\", [\"type\"] = \"text\", [\"preview_url\"] = true, [\"text\"] = new Dictionary<string, object> { [\"body\"] = name } }", "new Dictionary<string, object> { [\"to\"] = to, [\"messaging_product\"] = \"whatsapp\", [\"type\"] = \"text\", [\"text\"] = new Dictionary<string, object> { [\"body\"] = name, [\"preview_url\"] = true } }")]
    [InlineData("\"\"\"{ \"to\": \"1\", \"messaging_product\": \"whatsapp\", \"type\": \"text\", \"preview_url\": true, \"text\": { \"body\": \"x\" } }\"\"\"", "\"\"\"{ \"to\": \"1\", \"messaging_product\": \"whatsapp\", \"type\": \"text\", \"text\": { \"body\": \"x\", \"preview_url\": true } }\"\"\"")]
    public Task The_preview_moves_into_the_text(string before, string after) => FixBench.BodyAsync($"Send({before});", $"Send({after});", Id, "move-member");

    [Fact]
    public async Task The_preview_moves_out_of_the_text_on_premises() => Assert.Equal(
        OnPremises("new { to, type = \"text\", text = new { body = name }, preview_url = true }"),
        await FixBench.FixAsync(OnPremises("new { to, type = \"text\", text = new { body = name, preview_url = true } }"), Id, "move-member-up"));

    [Theory]
    [InlineData("new { to, type = \"image\", text = new { body = name } }", "new { to, type = \"text\", text = new { body = name } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"voice\", audio = new { id } }", "new { to, messaging_product = \"whatsapp\", type = \"audio\", audio = new { id } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"gif\", gif = new { link = name } }", "new { to, messaging_product = \"whatsapp\", type = \"video\", video = new { link = name } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"Text\", text = new { body = name } }", "new { to, messaging_product = \"whatsapp\", type = \"text\", text = new { body = name } }")]
    [InlineData("new { to, type = Kinds.Image, video = new { id } }", "new { to, type = \"video\", video = new { id } }")]
    [InlineData("new Message { To = to, Type = \"image\", Video = new Media { Link = \"https://example.com/a.mp4\" } }", "new Message { To = to, Type = \"video\", Video = new Media { Link = \"https://example.com/a.mp4\" } }")]
    [InlineData("new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"image\", [\"text\"] = new { body = name } }", "new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = new { body = name } }")]
    [InlineData("new JsonObject { [\"to\"] = to, [\"type\"] = \"image\", [\"text\"] = new JsonObject { [\"body\"] = name } }", "new JsonObject { [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = new JsonObject { [\"body\"] = name } }")]
    [InlineData("\"{ \\\"to\\\": \\\"1\\\", \\\"type\\\": \\\"image\\\", \\\"text\\\": { \\\"body\\\": \\\"x\\\" } }\"", "\"{ \\\"to\\\": \\\"1\\\", \\\"type\\\": \\\"text\\\", \\\"text\\\": { \\\"body\\\": \\\"x\\\" } }\"")]
    public Task The_type_follows_the_object(string before, string after) => FixBench.BodyAsync($"Send({before});", $"Send({after});", Id, "set-type");

    [Theory]
    [InlineData("new { to, type = \"audio\", document = new { id } }", "new { to, type = \"audio\", audio = new { id } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"text\", txt = new { body = name } }", "new { to, messaging_product = \"whatsapp\", type = \"text\", text = new { body = name } }")]
    [InlineData("new Message { To = to, Type = \"image\", Video = new Media { Link = \"https://example.com/a\" } }", "new Message { To = to, Type = \"image\", Image = new Media { Link = \"https://example.com/a\" } }")]
    [InlineData("new Dictionary<string, object> { { \"to\", to }, { \"type\", \"image\" }, { \"video\", new { id } } }", "new Dictionary<string, object> { { \"to\", to }, { \"type\", \"image\" }, { \"image\", new { id } } }")]
    [InlineData("$$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"image\", \"video\": { \"id\": \"{{id}}\" } }\"\"\"", "$$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"image\", \"image\": { \"id\": \"{{id}}\" } }\"\"\"")]
    public Task The_object_follows_the_type(string before, string after) => FixBench.BodyAsync($"Send({before});", $"Send({after});", Id, "rename-member");

    [Theory]
    [InlineData("Send(new { type = \"text\", recipient_type = \"individual\", text = new { body = name } });")]
    [InlineData("Send(new { to, type = \"text\", text = new { } });")]
    [InlineData("Send(new { to, type = \"image\", image = new { url = name } });")]
    [InlineData("Send(new { to, type = \"location\", location = new { latitude = 1.5 } });")]
    [InlineData("Send(new { to, messaging_product = \"whatsapp\", type = \"text\" });")]
    [InlineData("Send(new { to, messaging_product = \"whatsapp\", type = name.Length > 5 ? \"text\" : \"image\", text = new { body = name } });")]
    [InlineData("object Voice(string t, string i, string? text) => new { to = t, type = \"audio\", audio = new { id = i, caption = text } };\nSend(Voice(to, id, \"Listen!\"));")]
    public Task Nothing_is_offered_where_nobody_can_know_the_repair(string body) => FixBench.NothingForBodyAsync(body, Id);

    [Fact]
    public async Task What_a_class_requires_stays() => Assert.Empty(await FixBench.OffersAsync(
        TestSolution.Of(Usings + "class Media { public required string Id { get; set; } public required string Caption { get; set; } }\nclass Message { public string? To { get; set; } public string? Type { get; set; } public Media? Audio { get; set; } }\nclass Sender { void Send(object o) { } void Go(string to, string id) { Send(new Message { To = to, Type = \"audio\", Audio = new Media { Id = id, Caption = \"x\" } }); } }"),
        Id));

    [Theory]
    [InlineData("new Bare { To = to, Type = \"text\", Text = new Text { Body = name } }")]
    [InlineData("new Bare { MessagingProduct = \"whatsapp\", To = to, Type = \"text\", Text = new Text { Body = name } }")]
    public async Task What_goes_out_under_another_name_is_neither_added_nor_renamed(string message) => Assert.Empty(await FixBench.OffersAsync(
        TestSolution.Of(Cloud(message) + "\nclass Bare { public string? MessagingProduct { get; set; } public string? To { get; set; } public string? Type { get; set; } public Text? Text { get; set; } }"),
        Id));

    [Fact]
    public async Task The_choices_say_what_they_do() => Assert.Equal<string>(
        ["Send it as document", "Rename 'document' to 'audio'"],
        await FixBench.OffersAsync(TestSolution.Of(FixBench.Program("Send(new { to, type = \"audio\", document = new { id } });")), Id));

    [Fact]
    public Task All_in_one_literal_are_removed() => FixBench.AllInBodyAsync(
        "Send(\"[{ \\\"to\\\": \\\"1\\\", \\\"type\\\": \\\"audio\\\", \\\"audio\\\": { \\\"id\\\": \\\"1\\\", \\\"caption\\\": \\\"x\\\" } }, { \\\"to\\\": \\\"1\\\", \\\"type\\\": \\\"sticker\\\", \\\"sticker\\\": { \\\"caption\\\": \\\"x\\\", \\\"id\\\": \\\"1\\\" } }]\");",
        "Send(\"[{ \\\"to\\\": \\\"1\\\", \\\"type\\\": \\\"audio\\\", \\\"audio\\\": { \\\"id\\\": \\\"1\\\" } }, { \\\"to\\\": \\\"1\\\", \\\"type\\\": \\\"sticker\\\", \\\"sticker\\\": { \\\"id\\\": \\\"1\\\" } }]\");",
        Id,
        "remove-member");

    private static string Cloud(string message) => Sender("https://waba-v2.360dialog.io/messages", message);

    private static string OnPremises(string message) => Sender("https://waba.360dialog.io/v1/messages", message);

    private static string Sender(string url, string message) =>
        Usings + "class Text { public string? Body { get; set; } }\nclass Message { [System.Text.Json.Serialization.JsonPropertyName(\"messaging_product\")] public string? MessagingProduct { get; set; } public string? To { get; set; } public string? Type { get; set; } public Text? Text { get; set; } }\n"
        + $"class Sender {{ async System.Threading.Tasks.Task Go(HttpClient client, string to, string name) {{ await client.PostAsJsonAsync(\"{url}\", {message}); }} }}";
}
