namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>DLG0105: the JSON text becomes what was meant.</summary>
public class MalformedJsonFixTests
{
    [Theory]
    [InlineData(""" "{\"to\":\"1\",\"text\":{\"body\":\"x\",}}" """, """ "{\"to\":\"1\",\"text\":{\"body\":\"x\"}}" """)]
    [InlineData(""" @"{""to"":""1"",""text"":{""body"":""x""},}" """, """ @"{""to"":""1"",""text"":{""body"":""x""}}" """)]
    [InlineData("""" $$"""{"to":"{{to}}","text":{"body":"x"} ,}""" """", """" $$"""{"to":"{{to}}","text":{"body":"x"} }""" """")]
    [InlineData(""" "{\"to\":\"" + to + "\",\"text\":{\"body\":\"x\"" + ",}}" """, """ "{\"to\":\"" + to + "\",\"text\":{\"body\":\"x\"" + "}}" """)]
    public Task Trailing_comma_goes(string before, string after) => FixBench.BodyAsync(Send(before), Send(after), "DLG0105", "remove-comma");

    [Theory]
    [InlineData(""" "{\"to\":\"1\" \"text\":{\"body\":\"x\"}}" """, """ "{\"to\":\"1\", \"text\":{\"body\":\"x\"}}" """)]
    [InlineData("\"\"\"\n    {\n      \"to\": \"1\"\n      \"text\": { \"body\": \"x\" }\n    }\n    \"\"\"", "\"\"\"\n    {\n      \"to\": \"1\",\n      \"text\": { \"body\": \"x\" }\n    }\n    \"\"\"")]
    public Task Missing_comma_comes(string before, string after) => FixBench.BodyAsync(Send(before), Send(after), "DLG0105", "insert-comma");

    [Theory]
    [InlineData(""" "{'to':'1','text':{'body':'say \"hi\", it\\'s'}}" """, """ "{\"to\":\"1\",\"text\":{\"body\":\"say \\\"hi\\\", it's\"}}" """)]
    [InlineData("""" @"{'to':'1','text':{""body"":'x'}}" """", """" @"{""to"":""1"",""text"":{""body"":""x""}}" """")]
    [InlineData(""" $"{{'to':'{to}','text':{{'body':'{to} x'}}}}" """, """ $"{{\"to\":\"{to}\",\"text\":{{\"body\":\"{to} x\"}}}}" """)]
    [InlineData(""" "{to:\"1\",text:{body:\"x\"}}" """, """ "{\"to\":\"1\",\"text\":{\"body\":\"x\"}}" """)]
    public Task All_quotes_become_double_ones(string before, string after) => FixBench.AllInBodyAsync(Send(before), Send(after), "DLG0105", "double-quotes");

    [Theory]
    [InlineData(""" "{\"to\":\"1\",\"preview_url\":True,\"text\":{\"body\":\"x\"}}" """, """ "{\"to\":\"1\",\"preview_url\":true,\"text\":{\"body\":\"x\"}}" """)]
    [InlineData(""" "{\"to\":\"1\",\"context\":None,\"text\":{\"body\":\"x\"}}" """, """ "{\"to\":\"1\",\"context\":null,\"text\":{\"body\":\"x\"}}" """)]
    public Task Literal_of_another_language_is_translated(string before, string after) => FixBench.BodyAsync(Send(before), Send(after), "DLG0105", "json-literal");

    [Theory]
    [InlineData(""" "{\"to\":\"1\",\"text\":{\"body\":\"x\"}" """, """ "{\"to\":\"1\",\"text\":{\"body\":\"x\"}}" """)]
    [InlineData(""" "{\"to\":\"1\",\"text\":{\"body\":\"x\"" """, """ "{\"to\":\"1\",\"text\":{\"body\":\"x\"}}" """)]
    [InlineData(""" $"{{\"to\":\"{to}\",\"text\":{{\"body\":\"x\"}}" """, """ $"{{\"to\":\"{to}\",\"text\":{{\"body\":\"x\"}}}}" """)]
    [InlineData("""" $$"""{"to":"{{to}}","text":{"body":"x"}""" """", """" $$"""{"to":"{{to}}","text":{"body":"x"} }""" """")]
    public Task Missing_brackets_come(string before, string after) => FixBench.BodyAsync(Send(before), Send(after), "DLG0105", "close-bracket");

    [Theory]
    [InlineData(""" "{\"to\":\"1\",\"text\":{\"body\":\"x}}" """)]
    [InlineData(""" "{\"to\":\"1\",\"text\":{\"body\":\"a\\qb\"}}" """)]
    public Task Nothing_is_offered_where_nobody_knows(string text) => FixBench.NothingForBodyAsync(Send(text), "DLG0105");

    [Fact]
    public async Task Different_mistakes_in_one_literal_are_fixed_one_kind_after_the_other()
    {
        const string Start = """Send("{'to':\"1\",\"preview_url\":True,\"text\":{'body':\"x\",},}");""";
        const string Quoted = """Send("{\"to\":\"1\",\"preview_url\":True,\"text\":{\"body\":\"x\",},}");""";
        const string Spelled = """Send("{\"to\":\"1\",\"preview_url\":true,\"text\":{\"body\":\"x\",},}");""";
        const string End = """Send("{\"to\":\"1\",\"preview_url\":true,\"text\":{\"body\":\"x\"}}");""";
        await FixBench.AllInBodyAsync(Start, Quoted, "DLG0105", "double-quotes");
        await FixBench.AllInBodyAsync(Quoted, Spelled, "DLG0105", "json-literal");
        await FixBench.AllInBodyAsync(Spelled, End, "DLG0105", "remove-comma");
    }

    /// <summary>Nobody wants to repair the quotes of a text one by one.</summary>
    [Theory]
    [InlineData(""" "{'to':\"1\",\"preview_url\":True,\"text\":{'body':\"x\",},}" """, """ "{\"to\":\"1\",\"preview_url\":true,\"text\":{\"body\":\"x\"}}" """)]
    [InlineData("""" $$"""{'to':'{{to}}','text':{'body':'x',},}""" """", """" $$"""{"to":"{{to}}","text":{"body":"x" } }""" """")]
    [InlineData(""" "{to:\"1\",text:{body:\"x\"" """, """ "{\"to\":\"1\",\"text\":{\"body\":\"x\"}}" """)]
    public Task One_repair_is_for_the_whole_text(string before, string after) => FixBench.BodyAsync(Send(before), Send(after), "DLG0105", "repair-json");

    [Fact]
    public async Task A_whole_text_is_not_repaired_in_half() =>
        Assert.Equal("Write it in double quotes", Assert.Single(await FixBench.OffersAsync(TestSolution.Of(FixBench.Program(""" Send("{'to':\"1\",\"text\":{\"body\":\"a\\qb\"}}"); """)), "DLG0105")));

    private static string Send(string text) => $"Send({text.Trim()});";

    [Fact]
    public Task A_comma_between_braces_of_a_raw_text_leaves_a_blank() => FixBench.BodyAsync(
        "Send($$\"\"\"{\"to\":\"{{to}}\",\"type\":\"audio\",\"audio\":{\"id\":\"1\"},}\"\"\");",
        "Send($$\"\"\"{\"to\":\"{{to}}\",\"type\":\"audio\",\"audio\":{\"id\":\"1\"} }\"\"\");",
        "DLG0105",
        "remove-comma");
}
