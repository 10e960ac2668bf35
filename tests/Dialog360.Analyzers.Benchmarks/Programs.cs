using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Benchmarks;

/// <summary>Generated programs and the analyzers to run on them.</summary>
internal static class Programs
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>All analyzers of the assembly.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>An analyzer that does nothing, so that a comparison leaves out what running any analyzer costs.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Nothing { get; } = [new IdleAnalyzer()];

    /// <summary>An analyzer with a callback for each file that does nothing: the compiler prepares a file for any callback, whatever it does.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Callback { get; } = [new IdleAnalyzer { HasCallback = true }];

    /// <summary>A shop of classes that compute, format and post things elsewhere.</summary>
    /// <param name="files">How many files of twenty methods.</param>
    /// <param name="mentionsWhatsApp">Whether a comment names WhatsApp: without it no analyzer looks at the program at all.</param>
    public static CSharpCompilation Unrelated(int files, bool mentionsWhatsApp = false) =>
        Compile(Enumerable.Range(0, files).Select(UnrelatedFile).Concat(mentionsWhatsApp ? ["// Later: tell customers through WhatsApp."] : []));

    /// <summary>
    /// A program of that many methods, a tenth of them sends. Ten methods in a row share a file; each ends in a send. A chain of calls
    /// goes through <paramref name="depth"/> files before it comes to them, and half of the chains begin with a check of the session.
    /// </summary>
    /// <param name="methods">How many methods.</param>
    /// <param name="depth">How many methods a chain has, a multiple of ten; each tenth of them sends and calls the next.</param>
    public static CSharpCompilation Sending(int methods, int depth) =>
        Compile(Enumerable.Range(0, methods / 10).Select(number => SendingFile(number, isFirst: number % (depth / 10) == 0, isLast: (number + 1) % (depth / 10) == 0)));

    /// <summary>Everything the analyzers find in a new copy of the compilation, so that nothing is remembered from the run before.</summary>
    public static int Analyze(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions? options = null) =>
        compilation.Clone().WithAnalyzers(analyzers, options).GetAllDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult().Length;

    /// <summary>A program of those files, which are only parsed.</summary>
    public static CSharpCompilation Parse(IEnumerable<(string Name, string Text)> files) => CSharpCompilation.Create(
        "Generated",
        files.Select(file => CSharpSyntaxTree.ParseText(file.Text, path: file.Name)),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static CSharpCompilation Compile(IEnumerable<string> files)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Benchmark",
            files.Select((text, number) => CSharpSyntaxTree.ParseText(text, path: string.Create(CultureInfo.InvariantCulture, $"File{number}.cs"))),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Diagnostic? error = compilation.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return error is null ? compilation : throw new InvalidOperationException(error.ToString());
    }

    private static string UnrelatedFile(int number)
    {
        StringBuilder text = new();
        text.AppendLine("using System; using System.Collections.Generic; using System.Linq; using System.Net.Http; using System.Threading.Tasks;");
        text.AppendLine(CultureInfo.InvariantCulture, $"namespace Shop; public sealed class Orders{number} {{");
        for (int i = 0; i < 10; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $$$"""
                    private readonly Dictionary<string, object> _entries{{{i}}} = new() { ["type"] = "order", ["to"] = "warehouse", ["items"] = new[] { {{{i}}}, 2, 3 } };
                    public decimal Total{{{i}}}(IEnumerable<decimal> prices) => prices.Where(price => price > {{{i}}}).Select(price => price * 1.19m).Sum();
                    public async Task<bool> PostAsync{{{i}}}(HttpClient http, string to)
                    {
                        if (DateTime.UtcNow.Hour > 22 || string.IsNullOrEmpty(to))
                        {
                            return false;
                        }

                        string json = $"{{\"to\":\"{to}\",\"type\":\"order\",\"count\":" + _entries{{{i}}}.Count + "}";
                        using var response = await http.PostAsync("https://warehouse.example/orders", new StringContent(json));
                        return response.IsSuccessStatusCode;
                    }
                """);
        }

        return text.Append('}').ToString();
    }

    private static string SendingFile(int number, bool isFirst, bool isLast)
    {
        const int Length = 10;
        StringBuilder text = new();
        text.AppendLine("using System; using System.Net.Http; using System.Text; using System.Threading.Tasks;");
        text.AppendLine(CultureInfo.InvariantCulture, $"namespace Shop; public sealed class Sender{number} {{ private readonly HttpClient _http; private DateTimeOffset _lastInbound;");
        text.AppendLine(CultureInfo.InvariantCulture, $"public Sender{number}(HttpClient http, DateTimeOffset lastInbound) {{ _http = http; _lastInbound = lastInbound; }}");
        string guard = isFirst && number % 2 == 0 ? "if (DateTimeOffset.UtcNow - _lastInbound > TimeSpan.FromHours(24)) { return; } " : "";
        text.AppendLine(CultureInfo.InvariantCulture, $"{(isFirst ? "public" : "internal")} async Task Step0(string to) {{ {guard}await Step1(to); }}");
        for (int i = 1; i < Length - 1; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"private async Task Step{i}(string to) {{ if (to.Length > {i}) {{ await Step{i + 1}(to); }} }}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"private async Task Step{Length - 1}(string to) {{");
        text.AppendLine("string json = \"{\\\"messaging_product\\\":\\\"whatsapp\\\",\\\"to\\\":\\\"\" + to + \"\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{\\\"body\\\":\\\"Hello\\\"}}\";");
        text.AppendLine("using var response = await _http.PostAsync(\"https://waba-v2.360dialog.io/messages\", new StringContent(json, Encoding.UTF8, \"application/json\"));");
        text.AppendLine("response.EnsureSuccessStatusCode();");
        if (!isLast)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"await new Sender{number + 1}(_http, _lastInbound).Step0(to);");
        }

        return text.Append("} }").ToString();
    }
}
