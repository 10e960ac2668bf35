using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Payloads;

public class CSharpTextReaderTests
{
    /// <summary>Expressions whose text is wholly known: what is read must be what the program gives when it runs.</summary>
    public static TheoryData<string> Known =>
    [
        // Literals of every form.
        "\"plain\"",
        """
        "{\"to\":\"49\",\"x\":\"\u00e9\x41\U0001F600\t\0\\\"}"
        """,
        "\"\\x4\\x41z\\x00e9\\'\\a\\b\\f\\v\\r\\n\"",
        "@\"{\"\"to\"\":\"\"c:\\x\"\"}\"",
        "@\"line one\n  line two\"",
        "\"\"\"{\"to\":\"49\"}\"\"\"",
        "\"\"\"\"has \"\"\" inside\"\"\"\"",
        "\"\"\"\n        {\n          \"to\": \"49\"\n\n        }\n        \"\"\"",
        "\"\"\"\n    x\n      \n      y \"quoted\"\n    \"\"\"",
        "\"\"\"\n  \\n is no escape\n  \"\"\"",
        // Interpolated.
        "$\"{{\\\"to\\\":\\\"{Phone}\\\"}}\"",
        "$\"\\u00e9{{}}{Phone}\"",
        "$@\"{{\"\"to\"\":\"\"{Phone}\"\"}}\"",
        "@$\"{{\"\"to\"\":\"\"{Phone}\"\"}}\n\"",
        "$\"\"\"x {Phone} y\"\"\"",
        "$$\"\"\"{\"to\":\"{{Phone}}\"}\"\"\"",
        "$$\"\"\"\n        {\n          \"to\": \"{{Phone}}\",\n          \"n\": {{Five}}\n        }\n        \"\"\"",
        "$$$\"\"\"{\"a\":{\"b\":{{{Five}}}}}\"\"\"",
        "$\"{Phone}{Phone}\"",
        "$\"{\"nested\"}{$\"{Phone}!\"}\"",
        "$\"{'c'}{Five}{-1}{true}{nameof(Names)}{2.0}{3m}{Names.Type}\"",
        "$\"{null}{(string?)null}|\"",
        // Concatenated.
        "\"a\" + \"b\"",
        "\"a\" + 'c' + 1 + true + 2L + Phone + string.Empty + \"\"",
        "\"a\" + (\"b\" + (\"c\" + \"d\"))",
        "(\"a\" + \"b\") + @\"c\"\"\" + \"\"\"d\"\"\"",
        "Known + _fixed + Names.Product + \"x\"",
        "\"{\" + $\"{Phone}\" + \"}\"",
        // Calls.
        "string.Format(\"{{\\\"to\\\":\\\"{0}\\\",\\\"n\\\":{1}}}\", Phone, 5)",
        "string.Format(CultureInfo.InvariantCulture, @\"{{\"\"to\"\":\"\"{0}\"\"}}\", \"x\" + \"y\")",
        "string.Format(\"{0}{1}{2}{3}{0}\", \"a\", \"b\", \"c\", \"d\")",
        "string.Format(\"a{0}\" + \"b{1}\", \"x\", \"y\")",
        "string.Concat(\"a\", \"b\")",
        "string.Concat(\"a\", \"b\", \"c\", \"d\", \"e\", \"f\")",
        "string.Concat(new[] { \"a\", Phone, \"c\" })",
        "string.Join(\",\", \"a\", \"b\")",
        "string.Join(\",\", new[] { \"a\", Phone })",
        "\"{'to':'49'}\".Replace(\"'\", \"\\\"\")",
        "\"{'to':'49'}\".Replace('\\'', '\"')",
        "\"a--b\".Replace(\"--\", \"\")",
        "\"  a \".Trim() + \" b \".TrimEnd() + \" c \".TrimStart()",
        "\"x\".ToString()",
        "FormattableString.Invariant($\"a{Phone}\")",
        "string.Create(CultureInfo.InvariantCulture, $\"a{Phone}\")",
        "new string(\"x\") + \"\"",
    ];

    [Theory]
    [MemberData(nameof(Known))]
    public void A_known_text_is_what_the_program_gives(string expression)
    {
        TextBench bench = TextBench.Of(expression);
        string given = (string)bench.Run()!;
        CSharpText? text = bench.Text;
        if (expression.StartsWith("new string", StringComparison.Ordinal))
        {
            Assert.Null(text);
            return;
        }

        Assert.NotNull(text);
        Assert.True(text.Text.IsKnown, TextBench.Render(text));
        Assert.Equal(given, text.Text.Text);
        if (!expression.Contains("Replace", StringComparison.Ordinal))
        {
            bench.AssertMapped(text);
        }
    }

    [Theory]
    // A hole stays a hole, with what fills it.
    [InlineData("$\"x{a}y\"", "x«a»y")]
    [InlineData("$@\"x{a}\"\"{b}\"", "x«a»\"«b»")]
    [InlineData("$$\"\"\"{\"to\":\"{{a}}\"}\"\"\"", "{\"to\":\"«a»\"}")]
    [InlineData("$\"{n,5}{d:F2}{Five:D3}|\"", "«n»«d»«Five»|")]
    [InlineData("$\"{1.5}|\"", "«1.5»|")]
    [InlineData("$\"{Kind.Text}|\"", "«Kind.Text»|")]
    [InlineData("$\"{(flag ? 1 : 2)}|\"", "«flag ? 1 : 2»|")]
    [InlineData("\"a\" + a + 'b' + n + \"c\"", "a«a»b«n»c")]
    [InlineData("a + \"x\" + changing", "«a»x«changing»")]
    [InlineData("\"a\" + a.Replace(\"x\", \"y\") + b.Trim()", "a«a.Replace(\"x\", \"y\")»«b.Trim()»")]
    [InlineData("$\"x{a}\".Replace(\"\\\"\", \"'\")", "x«»")]
    [InlineData("$\"x{a}#\".Replace(\"#\", b)", "x«a»«b»")]
    [InlineData("\"a\" + a.Replace(b, \"y\")", "a«a.Replace(b, \"y\")»")]
    [InlineData("\"a\" + a.ToUpper()", "a«a.ToUpper()»")]
    [InlineData("\"a\" + (flag ? \"x\" : \"y\")", "a«flag ? \"x\" : \"y\"»")]
    [InlineData("\"a\" + (a ?? \"y\")", "a«a ?? \"y\"»")]
    [InlineData("string.Format(\"{{\\\"to\\\":\\\"{0}\\\",\\\"d\\\":{1:F2}}}\", a, d)", "{\"to\":\"«a»\",\"d\":«d»}")]
    [InlineData("string.Format(\"x{0}\", new object[] { a })", "x«a»")]
    [InlineData("string.Concat(\"x\", a, n)", "x«a»«n»")]
    [InlineData("string.Join(\",\", a, \"b\")", "«a»,b")]
    [InlineData("\"a\" + string.Join(\",\", new[] { n }.Select(x => x))", "a«string.Join(\",\", new[] { n }.Select(x => x))»")]
    // Own placeholders have unknowns.
    [InlineData("\"hi {{name}} and {name} and {0}\"", "hi «» and «» and «»")]
    [InlineData("\"{{ name }}!\"", "«»!")]
    [InlineData("\"{\\\"to\\\":\\\"#TO#\\\"}\".Replace(\"#TO#\", a)", "{\"to\":\"«a»\"}")]
    [InlineData("Template.Replace(\"#TO#\", a)", "{\"to\":\"«a»\"}")]
    [InlineData("\"x#A#y#B#\".Replace(\"#A#\", a).Replace(\"#B#\", b)", "x«a»y«b»")]
    [InlineData("\"x#a#\".Replace(\"#A#\", a, StringComparison.OrdinalIgnoreCase)", "x«»")]
    public void Holes_keep_what_fills_them(string expression, string rendered) =>
        Assert.Equal(rendered, TextBench.Render(TextBench.Of(expression).Text));

    [Theory]
    [InlineData("a")]
    [InlineData("n")]
    [InlineData("a + b")]
    [InlineData("$\"{a}{b}\"")]
    [InlineData("string.Format(a, b)")]
    [InlineData("string.Format(\"{0} {\", a)")]
    [InlineData("string.Format(\"{0}{3}\", a)")]
    [InlineData("string.Format(\"{x}\", a)")]
    [InlineData("\"abc\".Replace(a, b)")]
    [InlineData("\"abc\".Substring(1)")]
    [InlineData("flag ? \"x\" : \"y\"")]
    [InlineData("changing")]
    public void Nothing_is_read_where_nothing_is_certain(string expression) => Assert.Null(TextBench.Of(expression).Text);

    [Theory]
    [InlineData("var x = \"abc\"; return Show(x);", "abc")]
    [InlineData("var x = \"b\"; return Show(\"a\" + x);", "ab")]
    [InlineData("var x = $\"b{n}\"; return Show($\"a{x}c\");", "ab«n»c")]
    [InlineData("var x = \"b\"; var y = x + \"c\"; return Show(\"a\" + y + x);", "abcb")]
    [InlineData("const int x = 5; double y = 7; return Show($\"{x}{y}\");", "57")]
    [InlineData("int x = (int)1.5; return Show($\"a{x}\");", "a«x»")]
    [InlineData("string x; x = \"abc\"; return Show(x);", "abc")]
    [InlineData("object x = \"abc\"; return Show($\"{x}\");", "abc")]
    [InlineData("FormattableString f = $\"a{n}\"; return Show(f.ToString());", "a«n»")]
    [InlineData("var x = \"{\\\"to\\\":\\\"#TO#\\\"}\"; var y = x.Replace(\"#TO#\", a); return Show(y);", "{\"to\":\"«a»\"}")]
    [InlineData("var x = \"{{\\\"to\\\":\\\"{0}\\\"}}\"; return Show(string.Format(x, a));", "{\"to\":\"«a»\"}")]
    public void Definitions_are_followed(string body, string rendered) => Assert.Equal(rendered, TextBench.Render(TextBench.Body(body).Text));

    [Theory]
    [InlineData("var x = \"a\"; if (flag) x = \"b\"; return Show(\"c\" + x);", "c«x»")]
    [InlineData("var x = \"a\"; if (flag) x += \"b\"; return Show(\"c\" + x);", "c«x»")]
    [InlineData("var x = \"a\"; foreach (var y in a) { x = x + y; } return Show(\"c\" + x);", "c«x»")]
    [InlineData("char c = (char)65; return Show(\"c\" + c);", "c«c»")]
    [InlineData("Kind k = (Kind)1; return Show(\"c\" + k);", "c«k»")]
    public void What_may_have_changed_is_a_hole(string body, string rendered) => Assert.Equal(rendered, TextBench.Render(TextBench.Body(body).Text));

    [Theory]
    [InlineData("var x = \"abc\"; if (flag) { x += a; } return Show(\"\" + n);")]
    [InlineData("var x = \"abc#\"; var y = x.Replace(\"#\", a); return Show(y);")]
    [InlineData("var x = \"{{{0}}}\"; var y = string.Format(x, a); return Show(y);")]
    public void The_beginning_of_another_text_is_not_read_on_its_own(string body)
    {
        TextBench bench = TextBench.Body(body);
        Assert.DoesNotContain(bench.WholeTexts, operation => operation.Syntax.ToString().StartsWith("\"abc", StringComparison.Ordinal) && CSharpTextReader.Read(operation, bench.Resolver) is not null);
    }

    [Fact]
    public void Uses_of_constants_are_pointed_at_where_they_stand()
    {
        TextBench bench = TextBench.Of("$\"x{Phone}y\" + Names.Type");
        CSharpText text = bench.Text!;
        Assert.Equal("x4915ytype", text.Text.Text);
        Assert.Equal("Phone", Written(text, 2, 1));
        Assert.Equal("Names.Type", Written(text, 7, 2));
        Assert.Equal("x{Phone", Written(text, 0, 3));
        string Written(CSharpText read, int start, int length) => bench.Source.Substring(read.SpanOf(start, length).Span.Start, read.SpanOf(start, length).Span.Length);
    }

    [Fact]
    public void A_placeholder_ends_where_it_is_written()
    {
        TextBench bench = TextBench.Of("\"Dear {{name}}, hello\"");
        CSharpText text = bench.Text!;
        SourceSpan span = text.SpanOf(0, 6);
        Assert.Equal("Dear {{name}}", bench.Source.Substring(span.Span.Start, span.Span.Length));
    }

    [Theory]
    [InlineData("return Show(\"a\" + \"b\" + a);", "\"a\" + \"b\" + a")]
    [InlineData("return Show($\"a{\"b\"}\" + $\"{a}\");", "$\"a{\"b\"}\" + $\"{a}\"")]
    [InlineData("return Show(string.Format(\"x{0}\", \"y\"));", "string.Format(\"x{0}\", \"y\")")]
    [InlineData("return Show(string.Concat(\"x\", \"y\" + a).Trim());", "string.Concat(\"x\", \"y\" + a).Trim()")]
    [InlineData("return Show(new[] { \"x\", \"y\" });", "\"x\"", "\"y\"")]
    [InlineData("return Show(flag ? \"x\" : \"y\");", "\"x\"", "\"y\"")]
    [InlineData("return Show(a + (flag ? \"x\" : \"y\"));", "a + (flag ? \"x\" : \"y\")")]
    [InlineData("return Show(new StringContent(\"x\", Encoding.UTF8, \"y\" + a));", "\"x\"", "\"y\" + a")]
    [InlineData("var x = a; x += \"y\"; return Show(x);")]
    [InlineData("var x = new StringBuilder(); x.Append(\"y\").AppendLine(\"z\"); return Show(x);")]
    [InlineData("return Show(\"x\"u8.ToArray());", "\"x\"u8.ToArray()")]
    public void Each_text_is_visited_once(string body, params string[] texts) =>
        Assert.Equal(texts, TextBench.Body(body).WholeTexts.Select(operation => operation.Syntax.ToString()));

    [Theory]
    [InlineData("return Show(\"a\" + );")]
    [InlineData("return Show($\"a{\");")]
    [InlineData("return Show($\"a{b\");")]
    [InlineData("return Show(\"abc);")]
    [InlineData("return Show(@\"abc);")]
    [InlineData("return Show(\"\"\"abc\");")]
    [InlineData("return Show(\"\"\"\n  abc\n   \"\"\");")]
    [InlineData("return Show(\"\\xZZ \\u12\");")]
    [InlineData("return Show(\"a\" + \"b\" + string.Format(\"{0\", );")]
    [InlineData("var x = x + \"a\"; return Show(x);")]
    [InlineData("var x = y + \"a\"; var y = x + \"b\"; return Show(\"c\" + y);")]
    public void Half_typed_code_is_read_without_exception(string body)
    {
        TextBench bench = TextBench.Body(body);
        foreach (IOperation operation in bench.Tree.GetRoot().DescendantNodes().Select(node => bench.Resolver.Program.SemanticModelOf(bench.Tree).GetOperation(node)).OfType<IOperation>())
        {
            CSharpText? text = CSharpTextReader.Read(operation, bench.Resolver);
            Assert.True(text is null || text.Text.Text.Length > 0);
        }
    }
}
