using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Dialog360.Analyzers.Catalog.Templates;
using Dialog360.Analyzers.Program;

namespace Dialog360.Analyzers.Benchmarks;

/// <summary>Reads the list of templates of a large account; a compilation or an editor does it once for each content.</summary>
[MemoryDiagnoser]
public class TemplateManifestBenchmarks
{
    private string _text = string.Empty;

    /// <summary>How many templates; an account has at most 6,000, of about 850 characters each.</summary>
    [Params(100, 6000)]
    public int Templates { get; set; }

    [GlobalSetup]
    public void SetUp() => _text = Manifest(Templates);

    [Benchmark]
    public int Read() => ManifestReader.Read(_text).Names.Count;

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
}
