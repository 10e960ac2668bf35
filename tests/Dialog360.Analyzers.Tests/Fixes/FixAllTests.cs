using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>Fix All over a document, a project and a solution.</summary>
public class FixAllTests
{
    private const string Bad = "Send(new { to, image = new { link = \"https://example.com/a%2520b.png\" } });";
    private const string Good = "Send(new { to, image = new { link = \"https://example.com/a%20b.png\" } });";

    [Theory]
    [InlineData(FixAllScope.Document, 1)]
    [InlineData(FixAllScope.Project, 2)]
    [InlineData(FixAllScope.Solution, 3)]
    public async Task Every_document_of_the_scope_is_fixed(FixAllScope scope, int fixedFiles)
    {
        Solution solution = TestSolution.AddProject(TestSolution.Of(File("A"), File("B")), "Other", File("C"));
        Solution after = await FixBench.FixAllAsync(solution, "DLG0103", "decode-once", scope);
        string[] texts = await Task.WhenAll(after.Projects.SelectMany(static project => project.Documents).Select(static async document => (await document.GetTextAsync()).ToString()));
        Assert.Equal(fixedFiles, texts.Count(static text => text.Contains(Good + Good, StringComparison.Ordinal)));
        Assert.Equal(3 - fixedFiles, texts.Count(static text => text.Contains(Bad + Bad, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Other_rules_and_other_kinds_stay()
    {
        const string Mixed = "Send(new { to, image = new { link = \"https://example.com/a%2520b.mp3\" } }); Send(new { to, image = new { link = Uri.EscapeDataString(Uri.EscapeDataString(to)) } });";
        await FixBench.AllInBodyAsync(Mixed, Mixed.Replace("%2520", "%20", StringComparison.Ordinal), "DLG0103", "decode-once");
    }

    /// <summary><c>dotnet format</c> asks for one rule with the key of any finding that the same analyzer has.</summary>
    [Fact]
    public Task A_key_of_another_rule_gives_the_first_kind_of_this_one() =>
        FixBench.AllInBodyAsync(Bad + Bad, Good + Good, "DLG0103", "send-as");

    [Fact]
    public Task What_a_pragma_turns_off_stays() => FixBench.AllInBodyAsync(
        Bad + "\n#pragma warning disable DLG0103\n" + Bad + "\n#pragma warning restore DLG0103\n" + Bad,
        Good + "\n#pragma warning disable DLG0103\n" + Bad + "\n#pragma warning restore DLG0103\n" + Good,
        "DLG0103",
        "decode-once");

    [Fact]
    public Task A_constant_that_two_messages_share_is_fixed_once() => FixBench.AllInBodyAsync(
        "const string link = \"https://example.com/a%2520b.png\"; Send(new { to, image = new { link } }); Send(new { to, image = new { link } });",
        "const string link = \"https://example.com/a%20b.png\"; Send(new { to, image = new { link } }); Send(new { to, image = new { link } });",
        "DLG0103",
        "decode-once");

    private static string File(string name) => $"using System;\n// WhatsApp\nclass {name} {{ void Send(object message) {{ }} void Main(string to) {{ {Bad}{Bad} }} }}";
}
