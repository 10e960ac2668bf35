using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Tests.Json;

public class JsonParserShapeTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("[]", "[]")]
    [InlineData(" \t\r\n{ \"a\" : 1 } ", "{a=1}")]
    [InlineData("""{"a":1,"b":[true,false,null,-0.5e+10,"x"]}""", """{a=1 b=[True False Null -0.5e+10 "x"]}""")]
    [InlineData("""{"a":{"b":{"c":[[],{}]}}}""", "{a={b={c=[[] {}]}}}")]
    [InlineData("""{"a":"\"\\\/\b\f\n\r\tA\u00e9"}""", "{a=\"\"\\/\b\f\n\r\tA\u00e9\"}")]
    [InlineData("""{"a":1,"a":2}""", "{a=1 a=2}")]
    [InlineData("""{"":""}""", """{=""}""")]
    [InlineData("\"only text\"", "\"only text\"")]
    [InlineData("17", "17")]
    public void What_JSON_allows_is_read_without_errors(string text, string shape)
    {
        Assert.Equal(shape, JsonText.Shape(JsonText.Parse(text).Root));
        Assert.Empty(JsonText.Errors(text));
    }

    [Theory]
    // Where a value belongs: one unknown value.
    [InlineData("""{"a":§}""", "{a=§}")]
    [InlineData("""{"a":§,"b":1}""", "{a=§ b=1}")]
    [InlineData("""{"a": § , "b": § }""", "{a=§ b=§}")]
    [InlineData("[§]", "[§...]")]
    [InlineData("[1,§,2]", "[1 § 2...]")]
    [InlineData("§", "§")]
    // In a string: part of its text.
    [InlineData("""{"a":"§"}""", """{a="§"}""")]
    [InlineData("""{"a":"x§y§"}""", """{a="x§y§"}""")]
    [InlineData("""{"§":"x","b§":1}""", """{§="x" b§=1}""")]
    [InlineData("""{"a":"\n§\u00§ \u§ \§"}""", "{a=\"\n§§ § §\"}")]
    // Glued to text.
    [InlineData("""{"a":5§}""", "{a=Mixed(5§)...}")]
    [InlineData("""{"a":-§.5}""", "{a=Mixed(-§.5)...}")]
    [InlineData("""{"a":§§}""", "{a=Mixed(§§)...}")]
    [InlineData("[§.0,1]", "[Mixed(§.0) 1...]")]
    // Where members or elements could be.
    [InlineData("{§}", "{...}")]
    [InlineData("""{"a":1§}""", "{a=Mixed(1§)...}")]
    [InlineData("""{"a":1 §}""", "{a=1...}")]
    [InlineData("""{"a":"x"§}""", """{a="x"...}""")]
    [InlineData("""{"a":"x",§}""", """{a="x"...}""")]
    [InlineData("""{"a":"x",§,"b":1}""", """{a="x" b=1...}""")]
    [InlineData("""{"a":"x"§,"b":1}""", """{a="x" b=1...}""")]
    [InlineData("""{§"b":1}""", "{b=1...}")]
    [InlineData("""{§ "b":1, "c":2}""", "{b=1 c=2...}")]
    [InlineData("""{"a":§"b":1}""", "{a=§ b=1...}")]
    [InlineData("""{"a":{}§}""", "{a={}...}")]
    [InlineData("""{"a":[1]§"b":2}""", "{a=[1] b=2...}")]
    [InlineData("""{"a":[{"b":1}§]}""", "{a=[{b=1}...]}")]
    [InlineData("""{"a":[{"b":1},§]}""", "{a=[{b=1} §...]}")]
    // A name, or what stands between name and value.
    [InlineData("""{§:1}""", "{§=1...}")]
    [InlineData("""{"a"§}""", "{a=§...}")]
    [InlineData("""{"a"§1}""", "{a=Mixed(§1)...}")]
    [InlineData("""{§{"b":1}}""", "{...}")]
    [InlineData("""{§[1,2],"c":1}""", "{c=1...}")]
    // Brackets in holes.
    [InlineData("""{"a":1 §""", "{a=1...!}")]
    [InlineData("""§"a":1}""", "§")]
    [InlineData("""{"a":{"b":1}§""", "{a={b=1}...!}")]
    [InlineData("""§{"a":1}§""", "{a=1}")]
    public void Holes_are_never_errors(string text, string shape)
    {
        Assert.Empty(JsonText.Errors(text));
        Assert.Equal(shape, JsonText.Shape(JsonText.Parse(text).Root));
    }

    [Fact]
    public void Holes_outside_strings_are_listed()
    {
        JsonParseResult result = JsonText.Parse("""{"a§":"§","b":§,"c":1§2 §}""");
        Assert.Equal(new[] { 14, 21, 24 }, result.OuterHoles);
    }

    [Theory]
    [InlineData("""{"name": "value"}""", "name", "value")]
    [InlineData("""{ "n\u0061me" : "v\"al\\ue" }""", @"n\u0061me", @"v\""al\\ue")]
    [InlineData("""{ 'name' : 'value' }""", "name", "value")]
    [InlineData("""{ name : 12.5 }""", "name", "12.5")]
    [InlineData("""{ "name" : "x§y" }""", "name", "x§y")]
    public void Names_and_values_know_their_places(string text, string rawName, string rawValue)
    {
        JsonMember member = Assert.Single(JsonText.Parse(text).Root!.Members);
        JsonNode value = member.Value!;
        Assert.Equal(rawName, text[member.NameStart..member.NameEnd]);
        Assert.Equal(rawValue, text[value.RawIndex(0)..value.RawIndex(value.Value!.Text.Length)]);
        Assert.Equal(value.Kind == JsonKind.String ? 1 : 0, value.RawIndex(0) - value.Start);
    }

    [Fact]
    public void Each_decoded_character_knows_its_escape()
    {
        const string text = """["a\n\u0041§\\z"]""";
        JsonNode value = JsonText.Parse(text).Root!.Elements[0];
        string[] raws = Enumerable.Range(0, value.Value!.Text.Length).Select(index => text[value.RawIndex(index)..value.RawIndex(index + 1)]).ToArray();
        Assert.Equal(new[] { "a", @"\n", @"\u0041", "§", @"\\", "z" }, raws);
    }

    [Fact]
    public void Objects_and_arrays_know_their_places()
    {
        const string text = """ { "a" : [ 1 , { } ] } """;
        JsonNode root = JsonText.Parse(text).Root!;
        JsonNode array = root.Members[0].Value!;
        Assert.Equal("""{ "a" : [ 1 , { } ] }""", text[root.Start..root.End]);
        Assert.Equal("[ 1 , { } ]", text[array.Start..array.End]);
        Assert.Equal("{ }", text[array.Elements[1].Start..array.Elements[1].End]);
    }
}
