using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Dialog360.Analyzers.Catalog.Templates;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Benchmarks;

/// <summary>
/// The list of templates of a large account: what it takes to read it, which a compilation or an editor does once for each content, and what it adds to
/// the analysis of a file that is typed in.
/// </summary>
[MemoryDiagnoser]
public class TemplateManifestBenchmarks
{
    private const string Template = "type = \"template\", template = new { name = \"template_number_17\", language = new { code = \"en_US\" } }";
    private const string Plain = "type = \"text\", text = new { body = \"Hello\" }";

    private readonly CSharpCompilation _sendsTemplates = Sending(Template);
    private readonly CSharpCompilation _sendsTexts = Sending(Plain);
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers = Programs.Analyzers(typeof(Catalog.RuleDescriptors).Assembly);
    private string _text = string.Empty;
    private AnalyzerOptions _options = null!;

    /// <summary>How many templates; an account has at most 6,000, of about 850 characters each.</summary>
    [Params(100, 6000)]
    public int Templates { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _text = Manifest(Templates);
        _options = new AnalyzerOptions([new ManifestText(_text)]);
    }

    [Benchmark]
    public int Read() => ManifestReader.Read(_text).Names.Count();

    [Benchmark]
    public int KeyWhereTemplatesAreSent() => Programs.Analyze(_sendsTemplates, _analyzers, _options);

    [Benchmark]
    public int KeyWhereTemplatesAreSentWithoutManifest() => Programs.Analyze(_sendsTemplates, _analyzers);

    [Benchmark]
    public int KeyWhereTextsAreSent() => Programs.Analyze(_sendsTexts, _analyzers, _options);

    [Benchmark]
    public int KeyWhereTextsAreSentWithoutManifest() => Programs.Analyze(_sendsTexts, _analyzers);

    private static CSharpCompilation Sending(string content) => Programs.Parse([("Sender.cs", $$"""
        using System.Net.Http; using System.Net.Http.Json; using System.Threading.Tasks;
        public sealed class Sender(HttpClient http)
        {
            public async Task Send(string to)
            {
                using var answer = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, {{content}} });
                answer.EnsureSuccessStatusCode();
            }
        }
        """)]);

    private static string Manifest(int count)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $$"""{ "count": {{count}}, "filters": {}, "limit": 10000, "offset": 0, "sort": ["id"], "total": {{count}}, "waba_templates": [""");
        for (int number = 0; number < count; number++)
        {
            text.Append(number == 0 ? "\n" : ",\n").Append(CultureInfo.InvariantCulture, $$$"""
                { "id": "{{{number}}}", "name": "template_number_{{{number}}}", "namespace": "74a67158_77ff_47a7_a86e_3b004a21d236", "language": "en_US", "status": "approved", "category": "UTILITY", "rejected_reason": null,
                  "quality_score": { "score": "UNKNOWN", "date": 1764000000 },
                  "components": [
                    { "type": "HEADER", "format": "TEXT", "text": "About your order {{1}}", "example": { "header_text": ["2024-17"] } },
                    { "type": "BODY", "text": "Hello {{1}},\nyour order {{2}} from {{3}} is on its way and will be with you by {{4}}.\nThank you!", "example": { "body_text": [["Ann", "2024-17", "our shop", "Monday"]] } },
                    { "type": "FOOTER", "text": "You get this message because you ordered from us." },
                    { "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "Stop" }, { "type": "URL", "text": "Track", "url": "https://shop.example.com/track/{{1}}", "example": ["https://shop.example.com/track/17"] }] } ] }
                """);
        }

        return text.Append("] }").ToString();
    }

    private sealed class ManifestText(string text) : AdditionalText
    {
        private readonly SourceText _content = SourceText.From(text, Encoding.UTF8);

        public override string Path => "/app/account.360dialog-templates.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => _content;
    }
}
