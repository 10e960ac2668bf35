using Dialog360.Analyzers.Tests.Infrastructure;
using Dialog360.Analyzers.Tests.Rules.Templates;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Hosting;

/// <summary>What DLG0902 says of template manifests that cannot be used.</summary>
public sealed class ManifestProblemTests
{
    private static readonly string Sends = Bodies.Expression(Account.Message("\"welcome\"", code: "\"en_US\""));

    [Theory]
    [InlineData("", "it is empty", 1, 1)]
    [InlineData("[\n  { \"name\": \"a\" },\n]", "it is not well-formed JSON: a comma before the closing bracket", 2, 18)]
    [InlineData("{ \"meta\": {} }", "it holds no list of templates: there is neither an array nor a member 'waba_templates' or 'data'", 1, 1)]
    [InlineData("[\n  { \"language\": \"en\" }\n]", "this template has no name", 2, 3)]
    [InlineData("[\n  { \"name\": \"a\",\n    \"name\": \"b\" }\n]", "the name 'name' stands twice in one object", 3, 6)]
    [InlineData("{\0}", "it is not text in UTF-8", 1, 2)]
    [InlineData(null, "the file cannot be read", 1, 1)]
    public void Unreadable(string? manifest, string reason, int line, int column)
    {
        Diagnostic found = Assert.Single(Reported(Sends, new TestFile("/app/account.360dialog-templates.json", manifest)));
        Assert.Equal("account.360dialog-templates.json cannot be used: " + reason, found.GetMessage());
        FileLinePositionSpan place = found.Location.GetLineSpan();
        Assert.Equal(("/app/account.360dialog-templates.json", line, column), (place.Path, place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1));
    }

    [Theory]
    [InlineData("{ \"count\": 1, \"total\": 30, \"waba_templates\": [{ \"name\": \"a\" }] }", "it holds 1 of 30 templates")]
    [InlineData("{ \"data\": [{ \"name\": \"a\" }], \"paging\": { \"next\": \"https://example.com\" } }", "it is one page of the list: 'paging.next' says that more follow")]
    public void Not_whole(string manifest, string reason) =>
        Assert.Equal("account.360dialog-templates.json as a whole list cannot be used: " + reason, Assert.Single(Reported(Sends, TestFile.Manifest(manifest))).GetMessage());

    [Theory]
    [InlineData("[]")]
    [InlineData("{ \"data\": [], \"paging\": {} }")]
    [InlineData("\uFEFF[]")]
    public void Nothing_is_wrong(string manifest) => Assert.Empty(Reported(Sends, TestFile.Manifest(manifest)));

    [Fact]
    public void Two_files_are_two_findings() => Assert.Equal(2, Reported(Sends, new TestFile("/app/a.360dialog-templates.json", "{"), new TestFile("/app/b.360dialog-templates.json", "")).Length);

    [Theory]
    [InlineData("public class Template { } // WhatsApp")]
    [InlineData("public class Sender { public object Make(string to) => new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"template\" } }; }")]
    public void Where_no_template_is_sent_nobody_looks(string program) => Assert.Empty(Reported(program, TestFile.Manifest("{")));

    [Fact]
    public void An_option_that_names_no_file_is_reported()
    {
        Compilation compilation = new TestProgram("none", Sends).Compile();
        Diagnostic found = Assert.Single(TestProgram.Analyze(compilation, TestOptions.Of("dialog360.template_manifest = waba.json", Account.Manifest)), diagnostic => diagnostic.Id == "DLG0902");
        Assert.Equal("dialog360.template_manifest = waba.json cannot be used: no additional file of the project has a path that ends so", found.GetMessage());
    }

    private static Diagnostic[] Reported(string program, params AdditionalText[] files) =>
        [.. TestProgram.Analyze(new TestProgram("none", program).Compile(), TestOptions.Of(string.Empty, files)).Where(diagnostic => diagnostic.Id == "DLG0902")];
}
