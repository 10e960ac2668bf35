using Dialog360.Analyzers.CodeFixes.Editing;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>Edits of messages that are written as anonymous objects and as objects of classes.</summary>
public class ObjectEditTests
{
    [Theory]
    [InlineData("new { to, type = \"image\" }", "new { to, type = \"audio\" }")]
    [InlineData("new { to, type = @\"image\" }", "new { to, type = @\"audio\" }")]
    [InlineData("new { to, type = \"\"\"image\"\"\" }", "new { to, type = \"\"\"audio\"\"\" }")]
    [InlineData("new { to, type = /* kind */ \"image\" /* of it */ }", "new { to, type = /* kind */ \"audio\" /* of it */ }")]
    public Task Text_is_written_in_its_own_form(string before, string after) =>
        EditBench.Of(before).GivesValueAsync(after, message => [message.Set("type", "audio")]);

    [Theory]
    [InlineData("new { latitude = 4140338 }", "41.40338", "new { latitude = 41.40338 }")]
    [InlineData("new { latitude = 4140338m }", "41.40338", "new { latitude = 41.40338m }")]
    [InlineData("new { latitude = -4140338f }", "-41.40338", "new { latitude = -41.40338f }")]
    [InlineData("new { latitude = 95.5d }", "9.5", "new { latitude = 9.5d }")]
    [InlineData("new { latitude = -95.5 }", "-9.5", "new { latitude = -9.5 }")]
    [InlineData("new Place { Latitude = 4140338 }", "41.40338", "new Place { Latitude = 41.40338 }")]
    [InlineData("new Position(4140338, 2)", "41.40338", "new Position(41.40338, 2)")]
    [InlineData("new Position(Longitude: 2, Latitude: 4140338)", "41.40338", "new Position(Longitude: 2, Latitude: 41.40338)")]
    [InlineData("new Dictionary<string, object> { [\"latitude\"] = 4140338 }", "41.40338", "new Dictionary<string, object> { [\"latitude\"] = 41.40338 }")]
    [InlineData("new JsonObject { [\"latitude\"] = 4140338 }", "41.40338", "new JsonObject { [\"latitude\"] = 41.40338 }")]
    [InlineData("new JObject { { \"latitude\", 4140338 } }", "41.40338", "new JObject { { \"latitude\", 41.40338 } }")]
    public Task Numbers_keep_their_suffix(string before, string number, string after) =>
        EditBench.Of(before).GivesValueAsync(after, message => [message.Set("latitude", new NewValue.Number(number))]);

    [Fact]
    public Task A_number_gets_the_suffix_of_its_property() =>
        EditBench.Of("new Place { Longitude = 217403 }").GivesValueAsync("new Place { Longitude = 2.17403m }", message => [message.Set("longitude", new NewValue.Number("2.17403"))]);

    [Fact]
    public Task A_fraction_does_not_go_into_an_integer() =>
        EditBench.Of("new Place { Zoom = 12345678 }").CannotAsync(message => [message.Set("zoom", new NewValue.Number("12.345678"))]);

    [Fact]
    public Task A_local_constant_is_edited_where_it_is_declared() =>
        EditBench.Body("const double Latitude = 4140338; var message = new { latitude = Latitude };")
            .GivesAsync("const double Latitude = 41.40338; var message = new { latitude = Latitude };", message => [message.Set("latitude", new NewValue.Number("41.40338"))]);

    [Fact]
    public Task A_shorthand_member_is_edited_where_its_local_is_declared() =>
        EditBench.Body("var phone = \"0049\"; var message = new { to = 1, phone };")
            .GivesAsync("var phone = \"+49\"; var message = new { to = 1, phone };", message => [message.Set("phone", "+49")]);

    [Theory]
    [InlineData("new { to, image = new { link } }", "new { to, audio = new { link } }")]
    [InlineData("new { To = to, Image = new { Link = link } }", "new { To = to, Audio = new { Link = link } }")]
    [InlineData("new { to, /* the */ image /* file */ = new { link } }", "new { to, /* the */ audio /* file */ = new { link } }")]
    [InlineData("new Message { To = to, Image = new Media { Link = link } }", "new Message { To = to, Audio = new Media { Link = link } }")]
    [InlineData("new Message { To = to, Image = new() { Link = link } }", "new Message { To = to, Audio = new() { Link = link } }")]
    public Task Member_is_renamed(string before, string after) =>
        EditBench.Of(before).GivesValueAsync(after, message => [message.Rename("image", "audio")]);

    [Fact]
    public Task Shorthand_member_is_renamed_with_its_value_kept() =>
        EditBench.Body("var image = new { link }; var message = new { to, image };")
            .GivesAsync("var image = new { link }; var message = new { to, audio = image };", message => [message.Rename("image", "audio")]);

    [Fact]
    public Task Projected_member_is_renamed_with_its_value_kept() =>
        EditBench.Of("new { to, x.Link }").GivesValueAsync("new { to, Url = x.Link }", message => [message.Rename("link", "url")]);

    [Theory]
    [InlineData("new Message { To = to, Image = new() { Link = link } }", "image", "document")]
    [InlineData("new Message { To = to, Image = new Media { Link = link } }", "image", "video")]
    [InlineData("new Message { Text = new Text { Content = body } }", "text", "image")]
    [InlineData("new { image = 1, audio = 2 }", "image", "audio")]
    [InlineData("new Position(1, 2)", "latitude", "lat")]
    public Task Member_is_not_renamed_where_nothing_fits(string expression, string member, string name) =>
        EditBench.Of(expression).CannotAsync(message => [message.Rename(member, name)]);

    [Fact]
    public Task Enum_member_is_swapped() =>
        EditBench.Of("new KindMessage { To = to, Type = Kind.Image, Image = new Media { Link = link } }")
            .GivesValueAsync("new KindMessage { To = to, Type = Kind.Audio, Audio = new Media { Link = link } }", message => [message.Set("type", "audio"), message.Rename("image", "audio")]);

    [Fact]
    public Task Enum_without_that_member_stays() =>
        EditBench.Of("new KindMessage { To = to, Type = Kind.Image }").CannotAsync(message => [message.Set("type", "video")]);

    [Theory]
    [InlineData("new { link, caption = \"x\" }", "new { link }")]
    [InlineData("new { caption = \"x\", link }", "new { link }")]
    [InlineData("new { link, caption = \"x\", }", "new { link, }")]
    [InlineData("new { caption = \"x\" }", "new { }")]
    [InlineData("new { link /* file */, /* words */ caption = \"x\" }", "new { link /* file */ /* words */ }")]
    [InlineData("new Media { Link = link, Caption = \"x\" }", "new Media { Link = link }")]
    [InlineData("new Dictionary<string, object> { { \"link\", link }, { \"caption\", 1 } }", "new Dictionary<string, object> { { \"link\", link } }")]
    [InlineData("new Dictionary<string, object> { [\"caption\"] = 1, [\"link\"] = link }", "new Dictionary<string, object> { [\"link\"] = link }")]
    [InlineData("new JObject(new JProperty(\"link\", link), new JProperty(\"caption\", 1))", "new JObject(new JProperty(\"link\", link))")]
    public Task Member_is_removed_with_the_right_comma(string before, string after) =>
        EditBench.Of(before).GivesValueAsync(after, message => [message.Remove("caption")]);

    [Theory]
    [InlineData("new {\n    link,\n    caption = \"x\", // words\n    id = 1\n}", "new {\n    link,\n    id = 1\n}")]
    [InlineData("new {\n    // short enough\n    caption = \"x\", // words\n    link\n}", "new {\n    link\n}")]
    [InlineData("new {\n    link, // file\n    // short enough\n    caption = \"x\" // words\n}", "new {\n    link // file\n}")]
    [InlineData("new {\n    link, // file\n    caption = \"x\"\n}", "new {\n    link // file\n}")]
    [InlineData("new {\n    link,\n    caption = \"x\",\n    id = 1\n}", "new {\n    link,\n    id = 1\n}")]
    [InlineData("new {\n    link,\n    caption = \"x\"\n}", "new {\n    link\n}")]
    public Task Member_is_removed_with_its_line_and_the_comments_about_it(string before, string after) =>
        EditBench.Of(before).GivesValueAsync(after, message => [message.Remove("caption")]);

    [Theory]
    [InlineData("new { to, type = \"text\" }", "new { to, type = \"text\", source_name = \"whatsapp\" }")]
    [InlineData("new { To = to, Type = \"text\" }", "new { To = to, Type = \"text\", SourceName = \"whatsapp\" }")]
    [InlineData("new { to, previewUrl = true }", "new { to, previewUrl = true, sourceName = \"whatsapp\" }")]
    [InlineData("new { to, }", "new { to, source_name = \"whatsapp\", }")]
    [InlineData("new {\n    to, // who\n    type = \"text\" // what\n}", "new {\n    to, // who\n    type = \"text\", // what\n    source_name = \"whatsapp\"\n}")]
    [InlineData("new\n{\n    to,\n    type = \"text\",\n}", "new\n{\n    to,\n    type = \"text\",\n    source_name = \"whatsapp\",\n}")]
    [InlineData("new Message { To = to }", "new Message { To = to, Product = \"whatsapp\" }")]
    [InlineData("new Message()", "new Message() { Product = \"whatsapp\" }")]
    [InlineData("new Dictionary<string, object> { { \"to\", to } }", "new Dictionary<string, object> { { \"to\", to }, { \"source_name\", \"whatsapp\" } }")]
    [InlineData("new Dictionary<string, object> { [\"to\"] = to }", "new Dictionary<string, object> { [\"to\"] = to, [\"source_name\"] = \"whatsapp\" }")]
    [InlineData("new JsonObject { [\"to\"] = to }", "new JsonObject { [\"to\"] = to, [\"source_name\"] = \"whatsapp\" }")]
    [InlineData("new JObject(new JProperty(\"to\", to))", "new JObject(new JProperty(\"to\", to), new JProperty(\"source_name\", \"whatsapp\"))")]
    public Task Member_is_added_like_those_that_are_there(string before, string after) =>
        EditBench.Of(before).GivesValueAsync(after, message => [message.Add("source_name", "whatsapp")]);

    /// <summary>What says whose message it is comes first.</summary>
    [Theory]
    [InlineData("new { to, type = \"text\" }", "new { messaging_product = \"whatsapp\", to, type = \"text\" }")]
    [InlineData("new\n{\n    to, // who\n    type = \"text\",\n}", "new\n{\n    messaging_product = \"whatsapp\",\n    to, // who\n    type = \"text\",\n}")]
    [InlineData("new { }", "new { messaging_product = \"whatsapp\" }")]
    [InlineData("new Dictionary<string, object> { { \"to\", to } }", "new Dictionary<string, object> { { \"messaging_product\", \"whatsapp\" }, { \"to\", to } }")]
    [InlineData("new JObject(new JProperty(\"to\", to))", "new JObject(new JProperty(\"messaging_product\", \"whatsapp\"), new JProperty(\"to\", to))")]
    public Task The_product_comes_first(string before, string after) =>
        EditBench.Of(before).GivesValueAsync(after, message => [message.Add("messaging_product", "whatsapp")]);

    [Theory]
    [InlineData("new { name = \"x\" }", "new { name = \"x\", language = new { code = \"en\" } }")]
    [InlineData("new Dictionary<string, object> { [\"name\"] = 1 }", "new Dictionary<string, object> { [\"name\"] = 1, [\"language\"] = new Dictionary<string, object> { [\"code\"] = \"en\" } }")]
    [InlineData("new JsonObject { [\"name\"] = 1 }", "new JsonObject { [\"name\"] = 1, [\"language\"] = new JsonObject { [\"code\"] = \"en\" } }")]
    public Task An_object_is_added_in_the_same_style(string before, string after) =>
        EditBench.Of(before).GivesValueAsync(after, message => [message.Add(("language", NewValue.Of(new NewMember("code", NewValue.Of("en")))))]);

    [Theory]
    [InlineData("new Message { To = to }", "address")]
    [InlineData("new Message { To = to }", "location")]
    [InlineData("new Position(1, 2)", "zoom")]
    [InlineData("new Dictionary<string, int> { [\"a\"] = 1 }", "messaging_product")]
    public Task Member_is_not_added_where_it_has_no_place(string expression, string name) =>
        EditBench.Of(expression).CannotAsync(message => [message.Add(name, "whatsapp")]);

    [Theory]
    [InlineData("new Position(1, 2, \"a\", \"b\")", "address", "new Position(1, 2, \"a\")")]
    [InlineData("new Position(1, 2, Name: \"a\", Address: \"b\")", "name", "new Position(1, 2, Address: \"b\")")]
    public Task Optional_argument_is_removed(string before, string member, string after) =>
        EditBench.Of(before).GivesValueAsync(after, message => [message.Remove(member)]);

    [Theory]
    [InlineData("new Position(1, 2, \"a\", \"b\")", "name")]
    [InlineData("new Position(1, 2)", "latitude")]
    public Task Argument_that_is_needed_stays(string expression, string member) =>
        EditBench.Of(expression).CannotAsync(message => [message.Remove(member)]);

    [Theory]
    [InlineData("var message = new Message();\nmessage.To = to;\nmessage.Image = new Media();", "var message = new Message();\nmessage.To = to;\nmessage.Audio = new Media();")]
    [InlineData("var message = new Dictionary<string, object>();\nmessage[\"to\"] = to;\nmessage[\"image\"] = new { link };", "var message = new Dictionary<string, object>();\nmessage[\"to\"] = to;\nmessage[\"audio\"] = new { link };")]
    [InlineData("var message = new JObject();\nmessage.Add(\"image\", new JObject()); // file", "var message = new JObject();\nmessage.Add(\"audio\", new JObject()); // file")]
    public Task Later_statement_is_renamed(string before, string after) =>
        EditBench.Body(before).GivesAsync(after, message => [message.Rename("image", "audio")]);

    [Theory]
    [InlineData("var message = new Message();\nmessage.To = to;\nmessage.PreviewUrl = true;\nmessage.Type = \"text\";", "var message = new Message();\nmessage.To = to;\nmessage.Type = \"text\";")]
    [InlineData("var message = new Dictionary<string, object>(); message[\"preview_url\"] = true; message[\"to\"] = to;", "var message = new Dictionary<string, object>();  message[\"to\"] = to;")]
    public Task Later_statement_is_removed(string before, string after) =>
        EditBench.Body(before).GivesAsync(after, message => [message.Remove("preview_url")]);

    [Theory]
    [InlineData("new { latitude = 95.5, longitude = 41.1 }", "new { latitude = 41.1, longitude = 95.5 }")]
    [InlineData("new { longitude = 41.1, latitude = -95.5 }", "new { longitude = -95.5, latitude = 41.1 }")]
    [InlineData("new Position(95.5, 41.1)", "new Position(41.1, 95.5)")]
    [InlineData("new Position(Longitude: 41.1 /* lng */, Latitude: 95.5)", "new Position(Longitude: 95.5 /* lng */, Latitude: 41.1)")]
    [InlineData("new Dictionary<string, object> { { \"latitude\", 95.5 }, { \"longitude\", 41.1 } }", "new Dictionary<string, object> { { \"latitude\", 41.1 }, { \"longitude\", 95.5 } }")]
    public Task Values_are_swapped_as_they_are_written(string before, string after) =>
        EditBench.Of(before).GivesValueAsync(after, message => [message.Swap("latitude", "longitude")]);

    [Fact]
    public Task Shorthand_members_are_swapped_with_their_names_kept() =>
        EditBench.Body("var latitude = 95.5; var longitude = 41.1; var message = new { latitude, longitude };")
            .GivesAsync("var latitude = 95.5; var longitude = 41.1; var message = new { latitude = longitude, longitude = latitude };", message => [message.Swap("latitude", "longitude")]);

    [Fact]
    public Task Values_of_types_that_do_not_fit_are_not_swapped() =>
        EditBench.Of("new Place { Latitude = 95.5, Longitude = 41.1m }").CannotAsync(message => [message.Swap("latitude", "longitude")]);
}
