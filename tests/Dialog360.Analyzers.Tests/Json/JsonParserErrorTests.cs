namespace Dialog360.Analyzers.Tests.Json;

public class JsonParserErrorTests
{
    [Theory]
    // Commas.
    [InlineData("""{"a":1,}""", "{a=1}", "TrailingComma ,")]
    [InlineData("""[1, ]""", "[1]", "TrailingComma ,")]
    [InlineData("""{"a":1},""", "{a=1}", "TrailingComma ,")]
    [InlineData("""{"a":1 "b":2}""", "{a=1 b=2}", "MissingComma \"b\"")]
    [InlineData("""{"a":{} "b":2}""", "{a={} b=2}", "MissingComma \"b\"")]
    [InlineData("""[1 2]""", "[1 2]", "MissingComma 2")]
    [InlineData("""[{}{}]""", "[{} {}]", "MissingComma {")]
    [InlineData("""{,"a":1}""", "{a=1}", "ExtraComma ,")]
    [InlineData("""{"a":1,,"b":2}""", "{a=1 b=2}", "ExtraComma ,")]
    [InlineData("""[1,,2]""", "[1 2]", "ExtraComma ,")]
    [InlineData("""[,]""", "[]", "ExtraComma ,")]
    // Quotes.
    [InlineData("""{'a':'b'}""", """{a="b"}""", "SingleQuotes 'a'", "SingleQuotes 'b'")]
    [InlineData("""{a:1}""", "{a=1}", "UnquotedName a")]
    [InlineData("""{"a":1 b:2}""", "{a=1 b=2}", "MissingComma b")]
    [InlineData("""{"a":"x}""", """{a="x}"!}""", "UnclosedString \"x}")]
    [InlineData("{\"a\":\"x,\n\"b\":1}", """{a="x" b=1}""", "UnclosedString \"x")]
    [InlineData("{\"a\":\"x\n}", """{a="x"}""", "UnclosedString \"x")]
    [InlineData("""{"a":"say "hi" now","b":1}""", """{a="say " b=1...}""", "UnexpectedCharacter hi")]
    // Comments.
    [InlineData("{\"a\":1 // one\r\n}", "{a=1}", "Comment // one")]
    [InlineData("""{/* x */"a":1}""", "{a=1}", "Comment /* x */")]
    [InlineData("""{"a":1} /* x""", "{a=1}", "Comment /* x")]
    // Strings.
    [InlineData("{\"a\":\"x\ty\"}", "{a=\"x\ty\"}", "ControlCharacter")]
    [InlineData("{\"a\":\"x\r\ny\"}", "{a=\"x\r\ny\"}", "ControlCharacter")]
    [InlineData("""{"a":"\x41"}""", """{a="x41"}""", @"BadEscape \x")]
    [InlineData("""{"a":"\u12G4"}""", """{a="uG4"}""", @"BadEscape \u12")]
    [InlineData("""{"a":"it\'s"}""", """{a="it's"}""", @"BadEscape \'")]
    // Brackets.
    [InlineData("""{"a":1""", "{a=1!}", "UnclosedBracket")]
    [InlineData("""{"a":{"b":[1""", "{a={b=[1!]!}!}", "UnclosedBracket")]
    [InlineData("""{"a":1,""", "{a=1!}", "TrailingComma ,", "UnclosedBracket")]
    [InlineData("""{"a":1}}""", "{a=1}", "UnexpectedBracket }")]
    [InlineData("""{"a":[1}""", "{a=[1!]}", "UnexpectedBracket }")]
    [InlineData("""{"a":1]}""", "{a=1}", "UnexpectedBracket ]")]
    [InlineData("""{"a":§}}""", "{a=§}", "UnexpectedBracket }")]
    [InlineData("""{"a":§""", "{a=§!}", "UnclosedBracket")]
    [InlineData("""]""", "nothing", "UnexpectedBracket ]", "MissingValue")]
    // Words.
    [InlineData("""{"a":True,"b":None,"c":NULL}""", "{a=Invalid(True) b=Invalid(None) c=Invalid(NULL)}", "ForeignLiteral True", "ForeignLiteral None", "ForeignLiteral NULL")]
    [InlineData("""[NaN,-Infinity,undefined]""", "[Invalid(NaN) Invalid(-Infinity) Invalid(undefined)]", "ForeignLiteral NaN", "ForeignLiteral -Infinity", "ForeignLiteral undefined")]
    [InlineData("""[01,.5,+1,1.,1e,0x1,-,1_0]""", "[Invalid(01) Invalid(.5) Invalid(+1) Invalid(1.) Invalid(1e) Invalid(0x1) Invalid(-) Invalid(1_0)]",
        "BadNumber 01", "BadNumber .5", "BadNumber +1", "BadNumber 1.", "BadNumber 1e", "BadNumber 0x1", "BadNumber -", "BadNumber 1_0")]
    [InlineData("""{"a":text}""", "{a=Invalid(text)}", "UnexpectedCharacter text")]
    // Colons and values.
    [InlineData("""{"a" 1}""", "{a=1}", "MissingColon 1")]
    [InlineData("""{"a","b":1}""", "{a=nothing b=1}", "MissingColon ,")]
    [InlineData("""{"a"}""", "{a=nothing}", "MissingColon }")]
    [InlineData("""{"a" "b":1}""", "{a=nothing b=1}", "MissingColon \"b\"")]
    [InlineData("""{"a":}""", "{a=nothing}", "MissingValue :")]
    [InlineData("""{"a":,"b":1}""", "{a=nothing b=1}", "MissingValue :")]
    [InlineData("""{"a"::1}""", "{a=1}", "UnexpectedCharacter :")]
    [InlineData("""{"a":"b":1}""", """{a="b"...}""", "UnexpectedCharacter :")]
    [InlineData("""{"a"=1}""", "{a=Invalid(=1)}", "MissingColon =1")]
    [InlineData("""["a":1]""", """["a" 1...]""", "UnexpectedCharacter :")]
    [InlineData("""{{"a":1}}""", "{...}", "UnexpectedCharacter {")]
    [InlineData("""{"a":1}{"b":2}""", "{a=1}", "ExtraText {")]
    [InlineData("""{"a":1} x""", "{a=1}", "ExtraText x")]
    [InlineData("", "nothing", "MissingValue")]
    [InlineData("\uFEFF{\"a\":1}", "{a=1}", "UnexpectedCharacter \uFEFF", "ExtraText {")]
    public void Each_mistake_is_named_at_its_token_and_read_through(string text, string shape, params string[] errors)
    {
        Assert.Equal(errors, JsonText.Errors(text));
        Assert.Equal(shape, JsonText.Shape(JsonText.Parse(text).Root));
    }

    [Fact]
    public void A_missing_bracket_is_noted_at_the_end_of_the_text()
    {
        Dialog360.Analyzers.Json.JsonError error = Assert.Single(JsonText.Parse("[1 ").Errors);
        Assert.Equal((3, 0), (error.Start, error.Length));
    }
}
