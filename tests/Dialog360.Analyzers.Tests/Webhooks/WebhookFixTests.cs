using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Tests.Webhooks;

/// <summary>What the fixes write into receivers.</summary>
public sealed class WebhookFixTests
{
    private static string Program(string statements, string head = "using Microsoft.AspNetCore.Mvc;\nusing Microsoft.Extensions.Logging;\n") => head + $$"""
        public class HookController(ILogger<HookController> log) : ControllerBase
        {
            [HttpPost]
            public IActionResult Receive([FromBody] Update update)
            {
        {{string.Join("\n", statements.Split('\n').Select(line => line.Length == 0 ? line : "        " + line))}}
            }
        }

        """ + WebhookPrograms.Attributed;

    private static async Task Check(string id, string before, string after)
    {
        (Document file, List<CodeAction> actions) = await Repairs.OfAsync(Program(before));
        string title = Dialog360.Analyzers.Catalog.ErrorCatalog.Current.Rules.Single(rule => rule.Id == id).Fixes.Single().Title;
        CodeAction action = actions.First(action => action.Title == title);
        string repaired = await Repairs.ApplyAsync(file, action);
        Assert.Equal(Program(after), repaired, ignoreLineEndingDifferences: true);
        CSharpCompilation compilation = new TestProgram("none", repaired).Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.DoesNotContain(TestProgram.Analyze(compilation), diagnostic => diagnostic.Id == id);
    }

    private static async Task CheckNone(string id, string statements)
    {
        (_, List<CodeAction> actions) = await Repairs.OfAsync(Program(statements));
        string title = Dialog360.Analyzers.Catalog.ErrorCatalog.Current.Rules.Single(rule => rule.Id == id).Fixes.Single().Title;
        Assert.DoesNotContain(actions, action => action.Title == title);
    }

    [Theory]
    [InlineData("if (update.Entry == null) return BadRequest(\"x\");\nreturn Ok();", "if (update.Entry == null) return Ok();\nreturn Ok();")]
    [InlineData("if (update.Entry == null) return StatusCode(500);\nreturn Ok();", "if (update.Entry == null) return Ok();\nreturn Ok();")]
    [InlineData("if (update.Entry == null) return new BadRequestObjectResult(\"x\");\nreturn Ok();", "if (update.Entry == null) return new OkResult();\nreturn Ok();")]
    [InlineData("return update.Entry == null ? NotFound() : Ok();", "return update.Entry == null ? Ok() : Ok();")]
    [InlineData("if (update.Entry == null)\n{\n    // Nothing in it.\n    throw new InvalidOperationException();\n}\nreturn Ok();", "if (update.Entry == null)\n{\n    // Nothing in it.\n    return Ok();\n}\nreturn Ok();")]
    [InlineData("try\n{\n    log.LogInformation(update.Entry![0].Id);\n}\ncatch (Exception)\n{\n    throw;\n}\n\nreturn Ok();", "try\n{\n    log.LogInformation(update.Entry![0].Id);\n}\ncatch (Exception)\n{\n    return Ok();\n}\n\nreturn Ok();")]
    [InlineData("if (update.Entry == null) Response.StatusCode = 400;\nreturn Ok();", "if (update.Entry == null) Response.StatusCode = 200;\nreturn Ok();")]
    [InlineData("if (update.Entry == null) Response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status404NotFound;\nreturn Ok();", "if (update.Entry == null) Response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status200OK;\nreturn Ok();")]
    public Task Answers_200(string before, string after) => Check("DLG0601", before, after);

    [Theory]
    [InlineData("var message = update.Entry![0].Changes![0].Value!.Messages![0];\nlog.LogInformation(message.Id);\nreturn Ok();",
        "if (update.Entry![0].Changes![0].Value!.Messages is not { Count: > 0 })\n{\n    return Ok();\n}\n\nvar message = update.Entry![0].Changes![0].Value!.Messages![0];\nlog.LogInformation(message.Id);\nreturn Ok();")]
    [InlineData("foreach (var change in update.Entry!.SelectMany(e => e.Changes!))\n{\n    // The first one.\n    log.LogInformation(change.Value!.Messages!.First().Id);\n}\nreturn Ok();",
        "foreach (var change in update.Entry!.SelectMany(e => e.Changes!))\n{\n    if (change.Value!.Messages is not { Count: > 0 })\n    {\n        continue;\n    }\n\n    // The first one.\n    log.LogInformation(change.Value!.Messages!.First().Id);\n}\nreturn Ok();")]
    public Task Tests_for_messages(string before, string after) => Check("DLG0605", before, after);

    [Theory]
    [InlineData("var value = update.Entry![0].Changes![0].Value!;\nvar message = value.Messages![0]; // the first\nlog.LogInformation(message.Id);\nforeach (var status in value.Statuses ?? new()) log.LogInformation(status.State);\nreturn Ok();",
        "var value = update.Entry![0].Changes![0].Value!;\nif (value.Messages is { Count: > 0 })\n{\n    var message = value.Messages![0]; // the first\n    log.LogInformation(message.Id);\n}\nforeach (var status in value.Statuses ?? new()) log.LogInformation(status.State);\nreturn Ok();")]
    [InlineData("foreach (var change in update.Entry!.SelectMany(e => e.Changes!))\n{\n    // A customer wrote.\n    log.LogInformation(change.Value!.Messages!.First().Id);\n\n    foreach (var status in change.Value.Statuses ?? new())\n    {\n        log.LogInformation(status.State);\n    }\n}\nreturn Ok();",
        "foreach (var change in update.Entry!.SelectMany(e => e.Changes!))\n{\n    // A customer wrote.\n    if (change.Value!.Messages is { Count: > 0 })\n    {\n        log.LogInformation(change.Value!.Messages!.First().Id);\n    }\n\n    foreach (var status in change.Value.Statuses ?? new())\n    {\n        log.LogInformation(status.State);\n    }\n}\nreturn Ok();")]
    public Task Statuses_are_handled_without_messages(string before, string after) => Check("DLG0605", before, after);

    [Fact]
    public Task No_test_around_what_handles_statuses() => CheckNone(
        "DLG0605",
        "var value = update.Entry![0].Changes![0].Value!;\nvar message = value.Messages![0];\nforeach (var status in value.Statuses ?? new()) log.LogInformation(status.State);\nlog.LogInformation(message.Id);\nreturn Ok();");

    [Theory]
    [InlineData("foreach (var value in update.Entry!.SelectMany(e => e.Changes!).Select(c => c.Value!))\n{\n    var message = value.Messages[0];\n    log.LogInformation(message.Id);\n\n    foreach (var status in value.Statuses ?? new()) log.LogInformation(status.State);\n}\nreturn Ok();",
        "foreach (var value in update.Entry!.SelectMany(e => e.Changes!).Select(c => c.Value!))\n{\n    foreach (var message in value.Messages ?? Enumerable.Empty<Inbound>())\n    {\n        log.LogInformation(message.Id);\n    }\n\n    foreach (var status in value.Statuses ?? new()) log.LogInformation(status.State);\n}\nreturn Ok();")]
    public Task Statuses_stay_outside_the_loop_over_messages(string before, string after) => Check("DLG0604", before, after);

    [Theory]
    [InlineData("var message = update.Entry[0].Changes[0].Value.Messages[0];\nlog.LogInformation(message.Id);\nreturn Ok();",
        "foreach (var entry in update.Entry ?? Enumerable.Empty<Entry>())\n{\n    foreach (var change in entry.Changes ?? Enumerable.Empty<Change>())\n    {\n        foreach (var message in change.Value?.Messages ?? Enumerable.Empty<Inbound>())\n        {\n            log.LogInformation(message.Id);\n        }\n    }\n}\nreturn Ok();")]
    [InlineData("// What came in.\nvar message = update.Entry?.FirstOrDefault()?.Changes?.FirstOrDefault()?.Value?.Messages?.FirstOrDefault();\nif (message == null)\n{\n    return Ok();\n}\n\n// Known to be there.\nlog.LogInformation(message.Id);\nreturn Ok();",
        "// What came in.\nforeach (var entry in update.Entry ?? Enumerable.Empty<Entry>())\n{\n    foreach (var change in entry.Changes ?? Enumerable.Empty<Change>())\n    {\n        foreach (var message in change.Value?.Messages ?? Enumerable.Empty<Inbound>())\n        {\n            if (message == null)\n            {\n                continue;\n            }\n\n            // Known to be there.\n            log.LogInformation(message.Id);\n        }\n    }\n}\nreturn Ok();")]
    [InlineData("foreach (var entry in update.Entry!)\n{\n    var value = entry.Changes[0].Value;\n    foreach (var message in value.Messages ?? new()) log.LogInformation(message.Id);\n}\n\nreturn Ok();",
        "foreach (var entry in update.Entry!)\n{\n    foreach (var change in entry.Changes ?? Enumerable.Empty<Change>())\n    {\n        var value = change.Value;\n        foreach (var message in value.Messages ?? new()) log.LogInformation(message.Id);\n    }\n}\n\nreturn Ok();")]
    [InlineData("var from = update.Entry[0].Changes[0].Value.Messages[0].From;\nlog.LogInformation(from);\nreturn Ok();",
        "foreach (var entry in update.Entry ?? Enumerable.Empty<Entry>())\n{\n    foreach (var change in entry.Changes ?? Enumerable.Empty<Change>())\n    {\n        foreach (var message in change.Value?.Messages ?? Enumerable.Empty<Inbound>())\n        {\n            var from = message.From;\n            log.LogInformation(from);\n        }\n    }\n}\nreturn Ok();")]
    [InlineData("var message = update.Entry[0].Changes[0].Value.Messages[0]; // the first\nlog.LogInformation(message.Id);\nreturn Ok();",
        "foreach (var entry in update.Entry ?? Enumerable.Empty<Entry>())\n{\n    foreach (var change in entry.Changes ?? Enumerable.Empty<Change>())\n    {\n        foreach (var message in change.Value?.Messages ?? Enumerable.Empty<Inbound>()) // the first\n        {\n            log.LogInformation(message.Id);\n        }\n    }\n}\nreturn Ok();")]
    [InlineData("string[] known = [\"text\"];\nvar message = update.Entry[0].Changes[0].Value.Messages[0];\nlog.LogInformation(message.Id + known[0]);\nreturn Ok();",
        "string[] known = [\"text\"];\nforeach (var entry in update.Entry ?? [])\n{\n    foreach (var change in entry.Changes ?? [])\n    {\n        foreach (var message in change.Value?.Messages ?? [])\n        {\n            log.LogInformation(message.Id + known[0]);\n        }\n    }\n}\nreturn Ok();")]
    public Task Loops(string before, string after) => Check("DLG0604", before, after);

    [Theory]
    [InlineData("log.LogInformation(update.Entry[0].Changes[0].Value.Messages?[0].Id);\nreturn Ok();")]
    [InlineData("var message = update.Entry[0].Changes[0].Value.Messages?[0];\nif (message == null) return Unauthorized();\nlog.LogInformation(message.Id);\nreturn Ok();")]
    public Task No_loop_where_it_is_not_certain(string statements) => CheckNone("DLG0604", statements);

    /// <summary>An exception in a receiver is answered with 500, and the update comes again: a reply's answer is logged there.</summary>
    [Fact]
    public async Task A_receiver_logs_the_answer_to_its_reply()
    {
        (Document file, List<CodeAction> actions) = await Repairs.OfAsync("""
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.Logging;
            using System.Net.Http.Json;
            public class HookController(HttpClient http, ILogger<HookController> log) : ControllerBase
            {
                [HttpPost]
                public async Task<IActionResult> Receive([FromBody] Update update)
                {
                    foreach (var message in update.Entry!.SelectMany(e => e.Changes!).SelectMany(c => c.Value!.Messages ?? new()))
                    {
                        await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = message.From, type = "text", text = new { body = "Thanks" } });
                    }

                    return Ok();
                }
            }

            """ + WebhookPrograms.Attributed);
        CodeAction action = Assert.Single(actions, static action => action.EquivalenceKey is "check-answer" or "log-answer");
        Assert.Equal("log-answer", action.EquivalenceKey);
        Assert.Contains("log.LogError(\"WhatsApp answered {Status}: {Body}\"", await Repairs.ApplyAsync(file, action), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_errors()
    {
        (Document file, List<CodeAction> actions) = await Repairs.OfAsync(Program("foreach (var status in update.Entry!.SelectMany(e => e.Changes!).SelectMany(c => c.Value!.Statuses!))\n{\n    log.LogInformation(status.State);\n}\nreturn Ok();"));
        string repaired = await Repairs.ApplyAsync(file, actions.Single(action => action.Title == "Read the errors of failed statuses"));
        CSharpCompilation compilation = new TestProgram("none", repaired).Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.DoesNotContain(TestProgram.Analyze(compilation), diagnostic => diagnostic.Id == "DLG0603");
        Assert.Contains("        foreach (var error in status.Errors ?? Enumerable.Empty<StatusError>())\n            {\n                switch (error.Code)\n                {\n", repaired, StringComparison.Ordinal);
        Assert.Contains("case 131047: // Re-engagement message: ", repaired, StringComparison.Ordinal);
        Assert.Contains("log.LogError(\"Message {Id} was not delivered: {Code} {Title}, which fails again unchanged\", status.Id, error.Code, error.Title);", repaired, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n    log.LogInformation(status.State);\nreturn Ok();")]
    [InlineData(" log.LogInformation(status.State);\nreturn Ok();")]
    [InlineData("\n    // Each of them.\n    if (status.State == \"failed\")\n        log.LogInformation(status.Id);\nreturn Ok();")]
    public async Task Reads_errors_where_the_loop_has_no_braces(string rest)
    {
        (Document file, List<CodeAction> actions) = await Repairs.OfAsync(Program("foreach (var status in update.Entry!.SelectMany(e => e.Changes!).SelectMany(c => c.Value!.Statuses!))" + rest));
        string repaired = await Repairs.ApplyAsync(file, actions.Single(action => action.Title == "Read the errors of failed statuses"));
        CSharpCompilation compilation = new TestProgram("none", repaired).Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.DoesNotContain(TestProgram.Analyze(compilation), diagnostic => diagnostic.Id == "DLG0603");
        Assert.Contains("        {\n            foreach (var error in status.Errors ?? Enumerable.Empty<StatusError>())\n            {\n                switch (error.Code)\n", repaired.Replace("            // Each of them.\n", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("\n            }\n\n            ", repaired, StringComparison.Ordinal);
        Assert.Contains("\n        }\n        return Ok();", repaired, StringComparison.Ordinal);
    }

    private const string Elements = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Logging;
        public static class Hooks
        {
            public static void Map(WebApplication app, ILogger<Program2> log) => app.MapPost("/hook", (JsonElement body) =>
            {
                foreach (var entry in body.GetProperty("entry").EnumerateArray())
                    foreach (var change in entry.GetProperty("changes").EnumerateArray())
                        if (change.GetProperty("value").TryGetProperty("statuses", out var statuses))
                            foreach (var status in statuses.EnumerateArray())
                            {
                                log.LogInformation(status.GetProperty("status").GetString());
                            }
                return Results.Ok();
            });
        }
        public class Program2 { }
        """;

    [Theory]
    [InlineData("", "if (status.TryGetProperty(\"errors\", out var errors))\n{\nforeach (var error in errors.EnumerateArray())\n{\nswitch (error.GetProperty(\"code\").GetInt32())\n")]
    [InlineData("\nnamespace Shop.Dialog360 { internal sealed class Dialog360Error { public static Task<Dialog360Error> ReadAsync(HttpResponseMessage answer) => null!; public static IReadOnlyList<Dialog360Error> ReadStatus(JsonElement status) => []; } }", "foreach (var error in Shop.Dialog360.Dialog360Error.ReadStatus(status))\n{\nlog.LogError(\"Message {Id} was not delivered: {Error}\", status.GetProperty(\"id\"), error);\n}\n")]
    public async Task Reads_errors_of_elements(string typed, string expected)
    {
        (Document file, List<CodeAction> actions) = await Repairs.OfAsync(Elements + typed);
        string repaired = await Repairs.ApplyAsync(file, actions.Single(action => action.Title == "Read the errors of failed statuses"));
        Assert.Contains(expected, string.Join('\n', repaired.Split('\n').Select(line => line.Trim())), StringComparison.Ordinal);
        CSharpCompilation compilation = new TestProgram("none", repaired).Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.DoesNotContain(TestProgram.Analyze(compilation), diagnostic => diagnostic.Id == "DLG0603");
    }

    private static string Tree(string parameter, string entries, string changes, string statuses, string read) => $$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Logging;
        using System.Text.Json.Nodes;
        using Newtonsoft.Json.Linq;
        public class HookController(ILogger<HookController> log) : ControllerBase // WhatsApp
        {
            [HttpPost]
            public IActionResult Receive([FromBody] {{parameter}} body)
            {
                foreach (var entry in {{entries}})
                    foreach (var change in {{changes}})
                        if ({{statuses}} list)
                            foreach (var status in list)
                            {
                                log.LogInformation({{read}});
                            }
                return Ok();
            }
        }
        """;

    [Theory]
    [InlineData("JObject", "body[\"entry\"]!", "entry[\"changes\"]!", "change[\"value\"]![\"statuses\"] is JArray", "(string?)status[\"status\"]",
        "if (status[\"errors\"] is JArray errors)\n{\nforeach (var error in errors)\n{\nswitch ((int?)error[\"code\"])\n", "status[\"id\"], (int?)error[\"code\"]);")]
    [InlineData("JsonObject", "body[\"entry\"]!.AsArray()", "entry![\"changes\"]!.AsArray()", "change![\"value\"]![\"statuses\"] is JsonArray", "(string?)status![\"status\"]",
        "if (status?[\"errors\"] is JsonArray errors)\n{\nforeach (var error in errors)\n{\nswitch ((int?)error?[\"code\"])\n", "status[\"id\"], (int?)error?[\"code\"]);")]
    public async Task Reads_errors_of_trees(string parameter, string entries, string changes, string statuses, string read, string loop, string line)
    {
        (Document file, List<CodeAction> actions) = await Repairs.OfAsync(Tree(parameter, entries, changes, statuses, read));
        string repaired = await Repairs.ApplyAsync(file, actions.Single(action => action.Title == "Read the errors of failed statuses"));
        Assert.Contains(loop, string.Join('\n', repaired.Split('\n').Select(each => each.Trim())), StringComparison.Ordinal);
        Assert.Contains(line, repaired, StringComparison.Ordinal);
        CSharpCompilation compilation = new TestProgram("none", repaired).Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.DoesNotContain(TestProgram.Analyze(compilation), diagnostic => diagnostic.Id == "DLG0603");
    }
}
