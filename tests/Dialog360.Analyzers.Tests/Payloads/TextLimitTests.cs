using System.Diagnostics;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;

namespace Dialog360.Analyzers.Tests.Payloads;

/// <summary>Texts of a size that overflows a stack or takes minutes where they are not read part by part.</summary>
public class TextLimitTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);

    private static string Message(string body) => "\"{\\\"to\\\":\\\"1\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{\\\"body\\\":\\\"" + body + "\\\"}}\"";

    public static TheoryData<string, string> Texts => new()
    {
        { "2,000 parts", string.Join(" + ", Enumerable.Repeat("\"x\"", 1_000).Concat(Enumerable.Repeat("a", 1_000))) },
        { "2,000 lines", string.Join("\n + ", Enumerable.Repeat("\"{\\\"to\\\":\\\"\" + a + \"\\\"},\"", 700)) },
        { "200 parts to the right", "\"x\" + (" + string.Concat(Enumerable.Repeat("\"x\" + (", 200)) + "\"x\"" + new string(')', 201) },
        { "2,000 holes", "$\"{{\\\"to\\\":\\\"" + string.Concat(Enumerable.Repeat("x{a}", 2_000)) + "\\\"}}\"" },
        { "a megabyte", Message(new string('x', 1 << 20)) },
        { "a megabyte of escapes", Message(string.Concat(Enumerable.Repeat("\\u00e9", 1 << 18))) },
        { "10,000 deep", "\"{\\\"to\\\":" + new string('[', 10_000) + new string(']', 10_000) + "}\"" },
        { "10,000 deep, never closed", "\"{\\\"to\\\":" + string.Concat(Enumerable.Repeat("{\\\"to\\\":", 10_000)) + "\"" },
        { "300 replacements", "\"{\\\"to\\\":1}\"" + string.Concat(Enumerable.Repeat(".Replace(\"x\", a)", 300)) },
        { "2,000 arguments", "string.Concat(" + string.Join(", ", Enumerable.Repeat("\"x\", a", 1_000)) + ")" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Big_texts_are_read_in_time(string what, string expression)
    {
        TextBench bench = TextBench.Of(expression);
        Microsoft.CodeAnalysis.IOperation operation = bench.Operation;
        Stopwatch watch = Stopwatch.StartNew();
        bool isWhole = CSharpTextReader.IsWholeText(operation);
        CSharpText? text = CSharpTextReader.Read(operation, bench.Resolver);
        PayloadNode? node = text is null ? null : JsonTextReader.Read(text, bench.Resolver);
        Assert.True(watch.Elapsed < Generous, $"{what}: {watch.Elapsed}");
        Assert.True(isWhole);
        Assert.Equal(what is "300 replacements", text is null);
        Assert.Equal(expression.Contains("to", StringComparison.Ordinal) && text is not null, node is not null);
    }

    [Fact]
    public void A_text_that_doubles_with_every_step_is_given_up()
    {
        string body = "var x0 = \"x\" + a;\n" + string.Concat(Enumerable.Range(1, 60).Select(index => $"var x{index} = x{index - 1} + x{index - 1};\n")) + "return Show(\"a\" + x60);";
        Assert.Null(TextBench.Body(body).Text);
    }

    [Fact]
    public void Definitions_of_definitions_are_followed_to_a_limit()
    {
        string body = "var x0 = \"x\" + a;\n" + string.Concat(Enumerable.Range(1, 600).Select(index => $"var x{index} = x{index - 1} + \"y\";\n")) + "return Show(\"a\" + x600);";
        Assert.StartsWith("a«", TextBench.Render(TextBench.Body(body).Text), StringComparison.Ordinal);
    }
}
