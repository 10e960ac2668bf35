using Dialog360.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>DLG0103: one layer of encoding is taken off.</summary>
public class DoubleEncodingFixTests
{
    [Theory]
    [InlineData("\"https://example.com/a%2520b.png\"", "\"https://example.com/a%20b.png\"")]
    [InlineData("@\"https://example.com/a%2520b%252Cc.png\"", "@\"https://example.com/a%20b%2Cc.png\"")]
    [InlineData("\"\"\"https://example.com/a%2520b.png\"\"\"", "\"\"\"https://example.com/a%20b.png\"\"\"")]
    [InlineData("$\"https://example.com/a%2520b/{id}.png\"", "$\"https://example.com/a%20b/{id}.png\"")]
    [InlineData("$@\"https://example.com/{{x}}%2520b/{id}.png\"", "$@\"https://example.com/{{x}}%20b/{id}.png\"")]
    [InlineData("$\"\"\"https://example.com/{id}/a%2520b.png\"\"\"", "$\"\"\"https://example.com/{id}/a%20b.png\"\"\"")]
    [InlineData("\"https://example.com/\" + id + \"/a%2520b.png\"", "\"https://example.com/\" + id + \"/a%20b.png\"")]
    [InlineData("\"https%3A%2F%2Fexample.com%2Fa%20b.png\"", "\"https://example.com/a%20b.png\"")]
    [InlineData("\"https%253A%252F%252Fexample.com%252Fa%2520b.png\"", "\"https://example.com/a%20b.png\"")]
    [InlineData("\"https%3A%2F%2Fexample.com%2F%C3%A9%3Fq%3D1.png\"", "\"https://example.com/%C3%A9?q=1.png\"")]
    public Task Link_is_decoded_once(string before, string after) => FixBench.BodyAsync(Send(before), Send(after), "DLG0103", "decode-once");

    [Theory]
    [InlineData("WebUtility.UrlEncode(Uri.EscapeDataString(name))", "Uri.EscapeDataString(name)")]
    [InlineData("Uri.EscapeDataString(/* once */ Uri.EscapeDataString(name) /* twice */)", "/* once */ Uri.EscapeDataString(name) /* twice */")]
    public Task Outer_encoder_goes(string before, string after) => FixBench.BodyAsync(
        Send("\"https://example.com/\" + " + before), Send("\"https://example.com/\" + " + after), "DLG0103", "remove-encoder");

    /// <summary>Of two encoders the one stays that fits a path; where it has '+' for a space, none is right.</summary>
    [Theory]
    [InlineData("Uri.EscapeDataString( HttpUtility.UrlEncode(name) /* first */ )", "Uri.EscapeDataString( name /* first */ )")]
    [InlineData("Uri.EscapeDataString(WebUtility.UrlEncode(name + id))", "Uri.EscapeDataString(name + id)")]
    public Task Inner_encoder_goes(string before, string after) => FixBench.BodyAsync(
        Send("\"https://example.com/\" + " + before), Send("\"https://example.com/\" + " + after), "DLG0103", "remove-inner-encoder");

    [Theory]
    [InlineData("\"https://example.com/\" + WebUtility.UrlEncode(HttpUtility.UrlEncode(name))")]
    [InlineData("\"https://example.com/\" + System.Text.Encodings.Web.UrlEncoder.Default.Encode(id + \"/\" + Uri.EscapeDataString(name))")]
    [InlineData("$\"https://example.com/{Uri.EscapeDataString($\"{id}/{Uri.EscapeDataString(name)}\")}\"")]
    public Task Both_stay_where_neither_is_right(string link) => FixBench.NothingForBodyAsync(Send(link), "DLG0103");

    [Theory]
    [InlineData("\"a\" + E(b ?? c)", "(b ?? c)")]
    [InlineData("$\"{E(a ? b : c)}\"", "(a ? b : c)")]
    [InlineData("\"a\" + E(b.C(d))", "b.C(d)")]
    [InlineData("F(E(b ?? c))", "b ?? c")]
    [InlineData("new { x = E(b + c) }", "b + c")]
    public void What_was_an_argument_keeps_together(string code, string expected)
    {
        InvocationExpressionSyntax call = SyntaxFactory.ParseExpression(code).DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().First(static node => node.Expression.ToString() == "E");
        Assert.Equal(expected, Precedence.Keep(call.ArgumentList.Arguments[0].Expression, call));
    }

    [Fact]
    public Task Encoder_of_a_whole_link_goes() => FixBench.BodyAsync(
        Send("Uri.EscapeDataString($\"https://example.com/{id}.png\")"), Send("$\"https://example.com/{id}.png\""), "DLG0103", "remove-encoder");

    /// <summary>What is left after one encoder of a whole link goes would be reported again.</summary>
    [Theory]
    [InlineData("Uri.EscapeDataString(Uri.EscapeDataString(name))", "name")]
    [InlineData("WebUtility.UrlEncode(HttpUtility.UrlEncode(Uri.EscapeDataString(/* as stored */ name + id)))", "/* as stored */ name + id")]
    public Task No_encoder_of_a_whole_link_stays(string before, string after) => FixBench.BodyAsync(Send(before), Send(after), "DLG0103", "remove-encoders");

    [Fact]
    public Task An_encoder_that_keeps_the_scheme_stays() => FixBench.BodyAsync(
        Send("Uri.EscapeDataString(Uri.EscapeUriString(name))"), Send("Uri.EscapeUriString(name)"), "DLG0103", "remove-encoder");

    [Fact]
    public Task Local_is_decoded_where_it_is_declared() => FixBench.BodyAsync(
        "var link = \"https://example.com/a%2520b.png\"; Send(new { to, image = new { link } });",
        "var link = \"https://example.com/a%20b.png\"; Send(new { to, image = new { link } });",
        "DLG0103",
        "decode-once");

    [Fact]
    public Task Argument_of_a_wrapper_is_decoded() => FixBench.BodyAsync(
        "SendImage(link: \"https://example.com/a%2520b.png\", to: to);", "SendImage(link: \"https://example.com/a%20b.png\", to: to);", "DLG0103", "decode-once");

    [Fact]
    public async Task Constant_of_another_class_is_decoded_there()
    {
        string after = await FixBench.FixAsync(FixBench.Program("SendImage(to, Links.Logo);"), "DLG0103", "decode-once");
        Assert.Contains("Logo = \"https://example.com/a%20b.png\"", after, StringComparison.Ordinal);
        Assert.Contains("SendImage(to, Links.Logo);", after, StringComparison.Ordinal);
    }

    private static string Send(string link) => $"Send(new {{ to, type = \"image\", image = new {{ link = {link} }} }});";

    /// <summary>An import that only the replaced code used goes with it; one that something else uses, or nothing used before, stays.</summary>
    [Theory]
    [InlineData("using System.Web;\n", "", "")]
    [InlineData("// For links.\nusing System.Web;\n", "// For links.\n", "")]
    [InlineData("using System.Web;\n", "using System.Web;\n", "string Plain(string text) => HttpUtility.UrlDecode(text);")]
    [InlineData("using System.Numerics;\nusing System.Web;\n", "using System.Numerics;\n", "")]
    public async Task Import_goes_with_its_last_use(string imports, string left, string member)
    {
        string Program(string first, string encoded) =>
            $"// Sends WhatsApp messages.\nusing System;\n{first}\nclass Program\n{{\n    static void Send(object message) {{ }}\n    {member}\n    void Main(string to, string name) => "
            + $"Send(new {{ to, type = \"image\", image = new {{ link = \"https://example.com/\" + Uri.EscapeDataString({encoded}) }} }});\n}}\n";
        Assert.Equal(Program(left, "name"), await FixBench.FixAsync(Program(imports, "HttpUtility.UrlEncode(name)"), "DLG0103", "remove-inner-encoder"));
    }
}
