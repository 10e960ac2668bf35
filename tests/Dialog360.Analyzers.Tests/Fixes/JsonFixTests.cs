namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>The fixes of DLG0101-0103 inside JSON text, in every form of literal.</summary>
public class JsonFixTests
{
    [Theory]
    [InlineData("""" "{\"to\":\"1\",\"location\":{\"latitude\":§1§,\"longitude\":§2§}}" """")]
    [InlineData("""" @"{""to"":""1"",""location"":{""latitude"":""§1§"",""longitude"":""§2§""}}" """")]
    [InlineData("""" """{"to":"1","location":{"longitude":§2§,"latitude":§1§}}""" """")]
    [InlineData("""" $"{{\"to\":\"{to}\",\"location\":{{\"latitude\":§1§,\"name\":\"{id}\",\"longitude\":§2§}}}}" """")]
    [InlineData("""" $$"""{"to":"{{to}}","location":{"latitude":§1§,"longitude":§2§} }""" """")]
    [InlineData("""" "{\"to\":\"" + to + "\",\"location\":{\"latitude\":§1§," + "\"longitude\":§2§}}" """")]
    [InlineData("""" string.Format("{{\"to\":\"{0}\",\"location\":{{\"latitude\":§1§,\"longitude\":§2§}}}}", to) """")]
    public async Task Coordinates_are_fixed_in_place(string form)
    {
        await FixBench.BodyAsync(Send(form, "-118.24", "34.05"), Send(form, "34.05", "-118.24"), "DLG0101", "swap-coordinates");
        await FixBench.BodyAsync(Send(form, "41403380", "2.17"), Send(form, "41.403380", "2.17"), "DLG0101", "insert-decimal-point");
        await FixBench.AllInBodyAsync(Send(form, "41403380", "-118243700"), Send(form, "41.403380", "-118.243700"), "DLG0101", "insert-decimal-point");
    }

    [Theory]
    [InlineData("""" "{\"to\":\"1\",\"type\":\"§1§\",\"§1§\":{\"link\":\"https://example.com/a.§2§\"}}" """")]
    [InlineData("""" @"{""to"":""1"",""§1§"":{""link"":""https://example.com/a.§2§""}}" """")]
    [InlineData("""" """{"to":"1","type":"§1§","§1§":{"link":"https://example.com/a.§2§"}}""" """")]
    [InlineData("""" $"{{\"to\":\"{to}\",\"type\":\"§1§\",\"§1§\":{{\"link\":\"https://example.com/{id}.§2§\"}}}}" """")]
    [InlineData("""" $$"""{"to":"{{to}}","type":"§1§","§1§":{"link":"https://example.com/{{id}}.§2§"} }""" """")]
    [InlineData("""" "{\"to\":\"" + to + "\",\"type\":\"§1§\",\"§1§\":{\"link\":\"https://example.com/" + id + ".§2§\"}}" """")]
    [InlineData("""" string.Format("{{\"to\":\"{0}\",\"type\":\"§1§\",\"§1§\":{{\"link\":\"https://example.com/{1}.§2§\"}}}}", to, id) """")]
    public Task Media_type_is_fixed_in_place(string form) =>
        FixBench.BodyAsync(Send(form, "image", "mp3"), Send(form, "audio", "mp3"), "DLG0102", "send-as");

    [Fact]
    public Task Caption_goes_out_of_the_text() => FixBench.BodyAsync(
        "Send(\"\"\"\n    {\n      \"to\": \"1\",\n      \"type\": \"image\",\n      \"image\": {\n        \"link\": \"https://example.com/a.mp3\",\n        \"caption\": \"x\"\n      }\n    }\n    \"\"\");",
        "Send(\"\"\"\n    {\n      \"to\": \"1\",\n      \"type\": \"audio\",\n      \"audio\": {\n        \"link\": \"https://example.com/a.mp3\"\n      }\n    }\n    \"\"\");",
        "DLG0102",
        "send-as-and-drop");

    [Theory]
    [InlineData("""" "{\"to\":\"1\",\"image\":{\"link\":\"https:\/\/example.com\/§1§.png\"}}" """")]
    [InlineData("""" @"{""to"":""1"",""image"":{""link"":""https://example.com/§1§.png""}}" """")]
    [InlineData("""" """{"to":"1","image":{"link":"https://example.com/§1§.png"}}""" """")]
    [InlineData("""" $"{{\"to\":\"{to}\",\"image\":{{\"link\":\"https://example.com/{id}/§1§.png\"}}}}" """")]
    [InlineData("""" $$"""{"to":"{{to}}","image":{"link":"https://example.com/§1§.png"} }""" """")]
    [InlineData("""" "{\"to\":\"" + to + "\",\"image\":{\"link\":\"https://example.com/" + "§1§.png\"}}" """")]
    [InlineData("""" string.Format("{{\"to\":\"{0}\",\"image\":{{\"link\":\"https://example.com/§1§.png\"}}}}", to) """")]
    public Task Link_is_decoded_in_place(string form) => FixBench.BodyAsync(
        Send(form.Replace("\\/", "\\\\/", StringComparison.Ordinal), "a%2520b%252Cc", ""), Send(form.Replace("\\/", "\\\\/", StringComparison.Ordinal), "a%20b%2Cc", ""), "DLG0103", "decode-once");

    [Fact]
    public Task Two_messages_in_one_literal_are_both_fixed() => FixBench.AllInBodyAsync(
        """Send("[{\"to\":\"1\",\"image\":{\"link\":\"https://example.com/a%2520b.png\"}},{\"to\":\"2\",\"image\":{\"link\":\"https://example.com/%2520.png\"}}]");""",
        """Send("[{\"to\":\"1\",\"image\":{\"link\":\"https://example.com/a%20b.png\"}},{\"to\":\"2\",\"image\":{\"link\":\"https://example.com/%20.png\"}}]");""",
        "DLG0103",
        "decode-once");

    [Fact]
    public async Task Mixed_rules_in_one_literal_are_fixed_one_after_the_other()
    {
        const string Before = """Send("{\"to\":\"1\",\"image\":{\"link\":\"https://example.com/a%2520b.mp3\"}}");""";
        const string Between = """Send("{\"to\":\"1\",\"image\":{\"link\":\"https://example.com/a%20b.mp3\"}}");""";
        const string After = """Send("{\"to\":\"1\",\"audio\":{\"link\":\"https://example.com/a%20b.mp3\"}}");""";
        await FixBench.AllInBodyAsync(Before, Between, "DLG0103", "decode-once");
        await FixBench.AllInBodyAsync(Between, After, "DLG0102", "send-as");
    }

    private static string Send(string form, string first, string second) =>
        $"Send({form.Trim().Replace("§1§", first, StringComparison.Ordinal).Replace("§2§", second, StringComparison.Ordinal)});";
}
