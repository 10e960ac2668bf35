using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;

namespace Dialog360.Analyzers.Tests.Payloads;

public class JsonTextReaderTests
{
    /// <summary>One message in every form of text; holes for recipient and body where the form has holes.</summary>
    public static TheoryData<string> Forms =>
    [
        "\"{\\\"to\\\":\\\"4915\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{\\\"body\\\":\\\"Hi\\\"}}\"",
        "@\"{\"\"to\"\":\"\"4915\"\",\"\"type\"\":\"\"text\"\",\"\"text\"\":{\"\"body\"\":\"\"Hi\"\"}}\"",
        "\"\"\"{\"to\":\"4915\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}\"\"\"",
        "\"\"\"\n    {\n      \"to\": \"4915\",\n      \"type\": \"text\",\n      \"text\": { \"body\": \"Hi\" }\n    }\n    \"\"\"",
        "\"{\\\"to\\\":\\\"4915\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{\\\"body\\\":\\\"Hi\\\"}}\"u8.ToArray()",
        "$\"{{\\\"to\\\":\\\"4915\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{{\\\"body\\\":\\\"Hi\\\"}}}}\"",
        "$@\"{{\"\"to\"\":\"\"4915\"\",\"\"type\"\":\"\"text\"\",\"\"text\"\":{{\"\"body\"\":\"\"Hi\"\"}}}}\"",
        "$$$\"\"\"{\"to\":\"4915\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}\"\"\"",
        "$$$\"\"\"\n  {\"to\":\"4915\",\n   \"type\":\"text\",\"text\":{\"body\":\"Hi\"}}\n  \"\"\"",
        "\"{\\\"to\\\":\\\"49\" + \"15\\\",\\\"type\\\":\\\"text\\\",\" + \"\\\"text\\\":{\\\"body\\\":\\\"Hi\\\"}}\"",
        "\"{\" + @\"\"\"to\"\":\"\"4915\"\"\" + \"\"\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}\"\"\" + '}'",
        "string.Format(\"{{\\\"to\\\":\\\"4915\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{{\\\"body\\\":\\\"Hi\\\"}}}}\")",
        "string.Concat(\"{\\\"to\\\":\\\"4915\\\",\", \"\\\"type\\\":\\\"text\\\",\\\"text\\\":\", \"{\\\"body\\\":\\\"Hi\\\"}}\")",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_message_is_read_from_every_form(string expression)
    {
        TextBench bench = TextBench.Of(expression);
        PayloadNode root = Read(bench)!;
        Assert.Equal(PayloadKind.Object, root.Kind);
        Assert.Equal(["to", "type", "text"], root.Members.Select(member => member.Name));
        Assert.Equal(("4915", "text", "Hi"), (root["to"]!.KnownText, root["type"]!.KnownText, root["text"]!["body"]!.KnownText));
        Assert.Equal("to", Written(bench, root.Member("to")!.NameSpan));
        Assert.Equal("text", Written(bench, root["type"]!.Span));
        Assert.Equal("Hi", Written(bench, root["text"]!["body"]!.Span));
        Assert.Equal("4915", Written(bench, root["to"]!.Span).Replace("\" + \"", string.Empty));
        Assert.All(root.Members, member => Assert.Equal(WritingStyle.JsonText, member.Origin.Style));
        Assert.All(root.Members, member => Assert.NotNull(member.Origin.Json!.Member));
        Assert.True(JsonTextReader.MayHoldMessage(bench.Operation));
    }

    [Theory]
    [InlineData("$\"{{\\\"to\\\":\\\"{a}\\\",\\\"n\\\":{n},\\\"d\\\":{d},\\\"f\\\":{flag.ToString().ToLower()},\\\"x\\\":{b},\\\"y\\\":\\\"pre {b} post\\\"}}\"")]
    [InlineData("\"{\\\"to\\\":\\\"\" + a + \"\\\",\\\"n\\\":\" + n + \",\\\"d\\\":\" + d + \",\\\"f\\\":\" + flag.ToString().ToLower() + \",\\\"x\\\":\" + b + \",\\\"y\\\":\\\"pre \" + b + \" post\\\"}\"")]
    [InlineData("string.Format(\"{{\\\"to\\\":\\\"{0}\\\",\\\"n\\\":{1},\\\"d\\\":{2:F2},\\\"f\\\":{3},\\\"x\\\":{4},\\\"y\\\":\\\"pre {4} post\\\"}}\", a, n, d, flag.ToString().ToLower(), b)")]
    [InlineData("$$\"\"\"{\"to\":\"{{a}}\",\"n\":{{n}},\"d\":{{d}},\"f\":{{flag.ToString().ToLower()}},\"x\":{{b}},\"y\":\"pre {{b}} post\"}\"\"\"")]
    public void Holes_become_operations(string expression)
    {
        PayloadNode root = Read(TextBench.Of(expression))!;
        Assert.True(root["to"]!.Text!.IsOneHole);
        Assert.Equal("a", root["to"]!.Operation!.Syntax.ToString());
        Assert.Equal(JsonType.String, root["to"]!.StaticType);
        Assert.Equal((PayloadKind.Unknown, JsonType.Number), (root["n"]!.Kind, root["n"]!.StaticType));
        Assert.Equal((PayloadKind.Unknown, JsonType.Number), (root["d"]!.Kind, root["d"]!.StaticType));
        Assert.Equal((PayloadKind.Unknown, JsonType.Unknown), (root["f"]!.Kind, root["f"]!.StaticType));
        Assert.Equal((PayloadKind.Unknown, JsonType.Unknown), (root["x"]!.Kind, root["x"]!.StaticType));
        Assert.Null(root["x"]!.Operation);
        Assert.Equal("n", root["n"]!.Operation!.Syntax.ToString());
        Assert.Equal("b", Assert.Single(root["y"]!.HoleOperations)!.Syntax.ToString());
        Assert.Null(root["y"]!.Operation);
        Assert.False(root.IsOpen);
    }

    [Fact]
    public void Values_have_their_kinds()
    {
        PayloadNode root = Read(TextBench.Of("""
            "{\"to\":null,\"a\":true,\"b\":false,\"c\":-12.50,\"d\":[1,\"x\"],\"e\":{},\"f\":True,\"g\":None,\"h\":NaN,\"i\":.5,\"j\":huh}"
            """.Trim()))!;
        Assert.Equal(PayloadKind.Null, root["to"]!.Kind);
        Assert.Equal((PayloadKind.Boolean, true), (root["a"]!.Kind, root["a"]!.Boolean));
        Assert.Equal((PayloadKind.Boolean, false), (root["b"]!.Kind, root["b"]!.Boolean));
        Assert.Equal((PayloadKind.Number, -12.5, "-12.50"), (root["c"]!.Kind, root["c"]!.Number, root["c"]!.NumberText));
        Assert.Equal((PayloadKind.Array, 2), (root["d"]!.Kind, root["d"]!.Elements.Length));
        Assert.Equal(PayloadKind.Object, root["e"]!.Kind);
        Assert.Equal((PayloadKind.Boolean, true), (root["f"]!.Kind, root["f"]!.Boolean));
        Assert.Equal(PayloadKind.Null, root["g"]!.Kind);
        Assert.Equal((PayloadKind.Number, double.NaN), (root["h"]!.Kind, root["h"]!.Number));
        Assert.Equal((PayloadKind.Number, 0.5), (root["i"]!.Kind, root["i"]!.Number));
        Assert.Equal(PayloadKind.Unknown, root["j"]!.Kind);
    }

    [Theory]
    // Nothing may be called missing where a hole can hold members, where a name is not known, and where the text is half typed.
    [InlineData("$\"{{\\\"to\\\":\\\"1\\\",{a}}}\"", true)]
    [InlineData("$\"{{\\\"to\\\":\\\"1\\\"{a}}}\"", true)]
    [InlineData("$\"{{\\\"to\\\":\\\"1\\\",\\\"{a}\\\":{b}}}\"", true)]
    [InlineData("\"{\\\"to\\\":\\\"1\\\",\"", true)]
    [InlineData("$\"{{\\\"to\\\":\\\"1\\\",\\\"text\\\":{a}}}\"", false)]
    [InlineData("\"{\\\"to\\\":\\\"1\\\",}\"", false)]
    public void Objects_that_may_have_more_members_are_open(string expression, bool isOpen) => Assert.Equal(isOpen, Read(TextBench.Of(expression))!.IsOpen);

    [Theory]
    [InlineData("\"hello to you\"")]
    [InlineData("\"{\\\"total\\\":1}\"")]
    [InlineData("\"{0} to {1}\"")]
    [InlineData("$\"{a} to {b}\"")]
    [InlineData("\"SELECT * FROM x\"")]
    [InlineData("a + b + n")]
    [InlineData("\"\"")]
    public void Ordinary_texts_are_not_read(string expression) => Assert.Null(Read(TextBench.Of(expression)));

    [Fact]
    public void A_message_with_mistakes_is_read_and_its_mistakes_are_kept()
    {
        TextBench bench = TextBench.Of("\"{'to':'49', type:'text', \\\"text\\\":{\\\"body\\\":\\\"Hi\\\",}\"");
        CSharpText text = bench.Text!;
        PayloadNode root = JsonTextReader.Read(text, bench.Resolver)!;
        Assert.Equal(("49", "text", "Hi"), (root["to"]!.KnownText, root["type"]!.KnownText, root["text"]!["body"]!.KnownText));
        Assert.Equal(
            ["SingleQuotes 'to'", "SingleQuotes '49'", "UnquotedName type", "SingleQuotes 'text'", "TrailingComma ,", "UnclosedBracket "],
            JsonTextReader.ErrorsOf(text, CancellationToken.None).Select(error => $"{error.Kind} {Written(bench, text.SpanOf(error.Start, error.Length))}"));
    }

    [Fact]
    public void Escapes_of_both_languages_are_mapped()
    {
        TextBench bench = TextBench.Of("\"{\\\"to\\\":\\\"a\\\\n\\\\u0041\\\\\\\"b\\\"}\"");
        PayloadNode to = Read(bench)!["to"]!;
        Assert.Equal("a\nA\"b", to.KnownText);
        Assert.Equal("a\\\\n\\\\u0041\\\\\\\"b", Written(bench, to.Span));
    }

    private static PayloadNode? Read(TextBench bench) => bench.Text is { } text ? JsonTextReader.Read(text, bench.Resolver) : null;

    private static string Written(TextBench bench, SourceSpan span) => bench.Source.Substring(span.Span.Start, span.Span.Length);
}
