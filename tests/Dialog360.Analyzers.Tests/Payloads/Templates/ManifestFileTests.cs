using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Payloads.Templates;
using Dialog360.Analyzers.Tests.Infrastructure;
using Dialog360.Analyzers.Tests.Rules.Templates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Tests.Payloads.Templates;

/// <summary>A manifest is read once for each content, follows every edit, and is forgotten with its text.</summary>
public sealed class ManifestFileTests
{
    [Fact]
    public void Many_messages_read_the_file_once()
    {
        CountedFile file = new(Account.Templates);
        string statements = string.Concat(Enumerable.Range(0, 40).Select(number => $"public object Make{number}(string to) => {Account.Message("\"welcome\"", code: "\"en_US\"")}; "));
        TestProgram.Analyze(new TestProgram("none", $"public class Sender {{ {statements} }}").Compile(), TestOptions.Of(string.Empty, file));

        Assert.Equal(1, file.Count);
    }

    [Fact]
    public void Where_no_template_is_sent_the_file_is_not_read()
    {
        CountedFile file = new(Account.Templates);
        TestProgram.Analyze(new TestProgram("none", Bodies.Expression("new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = name } }")).Compile(), TestOptions.Of(string.Empty, file));

        Assert.Equal(0, file.Count);
    }

    [Fact]
    public void An_edit_of_the_manifest_is_seen_though_the_program_stays()
    {
        Compilation compilation = new TestProgram("none", Bodies.Expression(Account.Message("\"welcome\"", code: "\"en_US\""))).Compile();

        Assert.Empty(Found(compilation, Account.Manifest));
        Assert.NotEmpty(Found(compilation, TestFile.Manifest("[]")));
        Assert.NotEmpty(Found(compilation, TestFile.Manifest(Account.Templates.Replace("\"welcome\"", "\"hello\""))));
        Assert.Empty(Found(compilation, Account.Manifest));
    }

    [Fact]
    public void What_nobody_holds_any_more_is_forgotten()
    {
        WeakReference manifest = Read();
        for (int attempt = 0; attempt < 10 && manifest.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(manifest.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Read() => new(ManifestFile.Of(Account.Manifest, CancellationToken.None).Manifest);

    private static IEnumerable<Diagnostic> Found(Compilation compilation, AdditionalText manifest) =>
        TestProgram.Analyze(compilation, TestOptions.Of(string.Empty, manifest)).Where(diagnostic => diagnostic.Id == "DLG0110");

    private sealed class CountedFile(string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);
        private int _count;

        public int Count => _count;

        public override string Path => "/app/account.360dialog-templates.json";

        public override SourceText? GetText(CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _count);
            return _text;
        }
    }
}
