using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Tests.Errors;

/// <summary>Code that uses the typed catalogue, with what the generator writes beside it: the rules know what its readers read.</summary>
public sealed class TypedErrorsInUseTests
{
    [Fact]
    public void Errors_of_statuses() => Check("""
        using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http;
        public static class Hooks
        {
            public static void Map(WebApplication app) => app.MapPost("/hook", (JsonElement body) =>
            {
                foreach (var entry in body.GetProperty("entry").EnumerateArray())
                    foreach (var change in entry.GetProperty("changes").EnumerateArray())
                        if (change.GetProperty("value").TryGetProperty("statuses", out var statuses))
                            foreach (var status in statuses.EnumerateArray())
                            {
                                Console.WriteLine(status.GetProperty("status").GetString());
                                foreach (var error in Dialog360Error.ReadStatus(status)) Console.WriteLine(error);
                            }
                return Results.Ok();
            });
        }
        """);

    [Theory]
    [InlineData("var error = await Dialog360Error.ReadAsync(answer); if (error != null) throw new Exception(error.ToString());")]
    [InlineData("if (await Dialog360Error.ReadAsync(answer) is { } error) Console.WriteLine(error);")]
    [InlineData("var error = Dialog360Error.Read((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync()); if (error.Retry == Dialog360Retry.Never) throw new Exception(error.Remedy);")]
    [InlineData("var error = await Dialog360Error.ReadAsync(answer); switch (error?.Code) { case 131047: Console.WriteLine(1); break; case 131026: Console.WriteLine(2); break; default: throw new Exception(error?.ToString()); }")]
    public void Errors_of_answers(string statements) => Check($$"""
        public class Sender(HttpClient client)
        {
            public async Task SendAsync(string to)
            {
                using var answer = await client.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "x", language = new { code = "en" } } });
                {{statements}}
            }
        }
        """);

    private static void Check(string program)
    {
        CSharpCompilation compilation = new TestProgram("none", "using Program.Dialog360;\n" + program).Compile();
        WrittenErrors.Driver(new CSharpParseOptions(LanguageVersion.Latest)).RunGeneratorsAndUpdateCompilation(compilation, out Compilation written, out _);
        Assert.Empty(written.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Empty(TestProgram.Analyze(written).Where(diagnostic => diagnostic.Id.StartsWith("DLG03", StringComparison.Ordinal) || diagnostic.Id is "DLG0603" or "DLG0901").Select(diagnostic => diagnostic.ToString()));
    }
}
