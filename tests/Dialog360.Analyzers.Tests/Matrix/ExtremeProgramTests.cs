using System.Diagnostics;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace Dialog360.Analyzers.Tests.Matrix;

/// <summary>Programs of extreme size or depth, and half of a program: all analyzers finish, none fails.</summary>
public class ExtremeProgramTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);

    private static readonly string LongText = new('x', 1 << 20);

    /// <summary>Expressions that are sent.</summary>
    public static TheoryData<string, string> Messages => new()
    {
        { "a megabyte of JSON", "@\"{ \"\"messaging_product\"\": \"\"whatsapp\"\", \"\"to\"\": \"\"491701234567\"\", \"\"type\"\": \"\"text\"\", \"\"text\"\": { \"\"body\"\": \"\"" + LongText + "\"\" } }\"" },
        { "a megabyte of members", "@\"{ \"\"to\"\": \"\"491701234567\"\", \"\"type\"\": \"\"template\"\", \"\"template\"\": { \"\"components\"\": [" + string.Join(", ", Enumerable.Repeat("{ \"\"type\"\": \"\"body\"\", \"\"parameters\"\": [{ \"\"type\"\": \"\"text\"\", \"\"text\"\": \"\"a\"\" }] }", 12_000)) + "] } }\"" },
        { "10,000 deep in JSON", "\"{\\\"to\\\":\\\"491701234567\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":" + string.Concat(Enumerable.Repeat("{\\\"body\\\":", 10_000)) + "1" + new string('}', 10_001) + "\"" },
        { "10,000 deep and never closed", "\"{\\\"to\\\":\\\"491701234567\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":" + new string('[', 10_000) + "\"" },
        { "2,000 parts of text", "\"{\\\"to\\\":\\\"\" + to + \"\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{\\\"body\\\":\\\"\"" + string.Concat(Enumerable.Repeat(" + name + \" and \"", 1_000)) + " + \"\\\"}}\"" },
        { "2,000 known parts of text", "\"{\\\"to\\\":\\\"491701234567\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{\\\"body\\\":\\\"\"" + string.Concat(Enumerable.Repeat("\n + \"abc\"", 2_000)) + " + \"\\\"}}\"" },
        { "300 deep in anonymous objects", "JsonSerializer.Serialize(new { to, type = \"text\", text = " + string.Concat(Enumerable.Repeat("new { body = ", 300)) + "1" + string.Concat(Enumerable.Repeat(" }", 301)) + ")" },
        { "2,000 buttons", "JsonSerializer.Serialize(new { to, type = \"interactive\", interactive = new { type = \"button\", action = new { buttons = new object[] { " + string.Join(", ", Enumerable.Range(0, 2_000).Select(index => $"new {{ type = \"reply\", reply = new {{ id = \"{index}\", title = name }} }}")) + " } } } })" },
        { "twelve choices", "JsonSerializer.Serialize(new { to, type = \"location\", location = new { " + string.Join(", ", Enumerable.Range(0, 12).Select(index => $"m{index} = flag ? {index} : number")) + ", latitude = flag ? 1.5 : 2.5, longitude = flag ? 3.5 : 4.5 } })" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void All_analyzers_finish(string what, string message) =>
        Check(what, Bodies.Method($"var made = {message}; await client.PostAsync(\"https://waba-v2.360dialog.io/messages\", new StringContent(made));"), mayHaveErrors: false);

    [Theory]
    [InlineData("var m = new { to, type = ")]
    [InlineData("var m = new { to, type = \"location\", location = new { latitude = , longitude } };")]
    [InlineData("var m = new { to, type = \"text\", text = new { body = \"")]
    [InlineData("var m = new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = , [\"text\"] ")]
    [InlineData("var m = new Dictionary<string, object> { { \"to\", }, { \"type\" }, { } };")]
    [InlineData("var m = new JsonObject { [\"to\"] = to, [] = \"text\", [\"text\"] = new JsonObject { [\"body\"")]
    [InlineData("var m = $\"{{\\\"to\\\":\\\"{")]
    [InlineData("var m = $\"{{\\\"to\\\":\\\"{to}\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{{\\\"body\\\":\\\"{}\\\"}}}}\";")]
    [InlineData("var m = \"\"\"{ \"to\": \"1\", \"type\": \"text\"")]
    [InlineData("var m = $$\"\"\"{ \"to\": \"{{to\", \"type\": \"text\" }\"\"\";")]
    [InlineData("var m = string.Format(\"{{\\\"to\\\":\\\"{0}\\\",\\\"type\\\":\\\"{1}\\\"\", to, ")]
    [InlineData("var m = new Message { To = to, Type = \"image\", Image = new() { Link = };")]
    [InlineData("var m = m; m.To = m; m[\"type\"] = m;")]
    [InlineData("await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { to, type = \"text\", text })")]
    [InlineData("await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", ")]
    [InlineData("foreach (var x in ) { await client.PostAsJsonAsync(url, new { to = x, type = \"text\", text = new { body = name } }) }")]
    [InlineData("void Send(string to, => client.PostAsJsonAsync(url, new { to, type = \"text\", text = new { body = name } }); Send(")]
    public void Half_typed_statements(string statements) => Check(statements, Bodies.Method(statements), mayHaveErrors: true);

    private void Check(string what, string program, bool mayHaveErrors)
    {
        Compilation compilation = new TestProgram("none", program).Compile();
        Diagnostic? error = compilation.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(mayHaveErrors, error is not null);
        Stopwatch watch = Stopwatch.StartNew();
        Diagnostic[] found = [.. TestProgram.Analyze(compilation)];
        output.WriteLine($"{what}: {watch.ElapsedMilliseconds} ms, {found.Length} findings ({string.Join(", ", found.Select(diagnostic => diagnostic.Id).Distinct())})");
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id is "DLG0901" or "AD0001");
        Assert.True(watch.Elapsed < Generous, $"{what}: {watch.Elapsed}");
    }
}
