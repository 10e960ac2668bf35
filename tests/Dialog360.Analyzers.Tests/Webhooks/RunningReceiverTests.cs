using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Tests.Documentation;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dialog360.Analyzers.Tests.Webhooks;

/// <summary>
/// Runs tests/Consumers/Webhook with real requests, as it stands and after the fixes: Kestrel on the loopback address, batches, failed statuses,
/// users without a number, changes that are no messages, 3 MB in one POST.
/// </summary>
public sealed class RunningReceiverTests
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Net.Http.Json;
        global using System.Threading; global using System.Threading.Tasks; global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting; global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing; global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;
        """;

    /// <summary>The receivers that are wrong as they stand.</summary>
    private static readonly string[] Wrong = ["json", "first", "strict"];

    private static readonly ImmutableArray<string> Updates =
    [
        Update(Change(Messages("a1"))),
        Update(Change(Messages("b1", "b2", "b3")) + "," + Change(Messages("b4"))),
        $$"""{ "object": "whatsapp_business_account", "entry": [{ "id": "1", "changes": [{{Change(Messages("c1"))}}] }, { "id": "2", "changes": [{{Change(Messages("c2", "c3"))}}] }] }""",
        Update(Change("\"statuses\": [{ \"id\": \"d1\", \"status\": \"delivered\", \"recipient_id\": \"4915112345678\" }]")),
        Update(Change("\"statuses\": [{ \"id\": \"e1\", \"status\": \"failed\", \"recipient_id\": \"4915112345678\", \"errors\": [{ \"code\": 131047, \"title\": \"Re-engagement message\" }] }, { \"id\": \"e2\", \"status\": \"failed\", \"errors\": [{ \"code\": 131026, \"title\": \"Message undeliverable\" }] }]")),
        Update(Change("\"messages\": [{ \"from_user_id\": \"DE.1234\", \"id\": \"f1\", \"timestamp\": \"1767225600\", \"type\": \"text\", \"text\": { \"body\": \"no number\" } }]")),
        Update("{ \"field\": \"account_update\", \"value\": { \"event\": \"ACCOUNT_RESTRICTION\" } }" + "," + Change(Messages("g1"))),
        """{ "object": "whatsapp_business_account", "entry": [] }""",
        Update(string.Join(",", Enumerable.Range(0, 40).Select(change => Change(Messages([.. Enumerable.Range(0, 25).Select(message => $"h{change}-{message}")], new string('x', 3000)))))),
    ];

    /// <summary>The messages in all updates.</summary>
    private static IEnumerable<string> Ids => Updates.SelectMany(update => Regex.Matches(update, "\"id\": \"(?<id>[abcfgh]\\d[\\d-]*)\"").Select(match => match.Groups["id"].Value)).Order(StringComparer.Ordinal);

    [Fact]
    public void One_of_the_updates_has_three_megabytes() => Assert.Contains(Updates, update => update.Length > 3_000_000);

    [Fact]
    public async Task As_it_stands_updates_are_refused_and_lost()
    {
        CSharpCompilation compilation = await CompilationAsync(await ProjectAsync());
        Dictionary<string, Outcome> outcomes = await RunAsync(compilation);
        Assert.All(Wrong, receiver => Assert.Contains(outcomes[receiver].Statuses, status => status != HttpStatusCode.OK));
        Assert.All(Wrong, receiver => Assert.NotEqual(Ids, outcomes[receiver].Ids));
        CheckRight(outcomes);
        Assert.DoesNotContain("131047", outcomes["states"].Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_fixes_every_update_is_answered_with_200_and_none_is_lost()
    {
        Project project = await FixedAsync(await ProjectAsync());
        CSharpCompilation compilation = await CompilationAsync(project);
        Assert.DoesNotContain(TestProgram.Analyze(compilation), diagnostic => diagnostic.Id is "DLG0601" or "DLG0603" or "DLG0604" or "DLG0605");
        Dictionary<string, Outcome> outcomes = await RunAsync(compilation);
        Assert.All(Wrong, receiver => Assert.All(outcomes[receiver].Statuses, status => Assert.Equal(HttpStatusCode.OK, status)));
        Assert.All(Wrong, receiver => Assert.Equal(Ids, outcomes[receiver].Ids));
        CheckRight(outcomes);
        Assert.Contains("131047", outcomes["states"].Log, StringComparison.Ordinal);
        Assert.Contains("131026", outcomes["states"].Log, StringComparison.Ordinal);
    }

    private static void CheckRight(Dictionary<string, Outcome> outcomes)
    {
        foreach (string receiver in new[] { "queue", "elements" })
        {
            Assert.All(outcomes[receiver].Statuses, status => Assert.Equal(HttpStatusCode.OK, status));
            Assert.Equal(Ids, outcomes[receiver].Ids);
            Assert.Contains("e1 131047", outcomes[receiver].Lines);
            Assert.Contains("f1 DE.1234", outcomes[receiver].Lines);
        }
    }

    private static string Update(string changes) => $$"""{ "object": "whatsapp_business_account", "entry": [{ "id": "1", "changes": [{{changes}}] }] }""";

    private static string Change(string members) => $$"""{ "field": "messages", "value": { "messaging_product": "whatsapp", {{members}} } }""";

    private static string Messages(params string[] ids) => Messages(ids, "Hello");

    private static string Messages(string[] ids, string body) =>
        "\"messages\": [" + string.Join(",", ids.Select(id => $$"""{ "from": "4915112345678", "from_user_id": "DE.77", "id": "{{id}}", "timestamp": "1767225600", "type": "text", "text": { "body": "{{body}}" } }""")) + "]";

    private static async Task<Project> ProjectAsync()
    {
        Project project = new AdhocWorkspace().AddProject("Webhook", LanguageNames.CSharp)
            .WithMetadataReferences(TestReferences.All)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest))
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        project = project.AddDocument("Usings.cs", ImplicitUsings, filePath: "Usings.cs").Project;
        string folder = Path.Combine(Repository.Root, "tests", "Consumers", "Webhook");
        foreach (string file in Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal))
        {
            project = project.AddDocument(Path.GetFileName(file), await File.ReadAllTextAsync(file), filePath: Path.GetFileName(file)).Project;
        }

        return project;
    }

    private static async Task<CSharpCompilation> CompilationAsync(Project project)
    {
        CSharpCompilation compilation = (CSharpCompilation)(await project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()));
        return compilation;
    }

    /// <summary>Makes the first repair that is offered, again and again until none is left.</summary>
    private static async Task<Project> FixedAsync(Project project)
    {
        for (int round = 0; round < 40; round++)
        {
            CodeAction? first = null;
            foreach (Diagnostic diagnostic in TestProgram.Analyze((await project.GetCompilationAsync())!))
            {
                foreach (CodeFixProvider provider in Repairs.Providers.Where(provider => first is null && provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
                {
                    await provider.RegisterCodeFixesAsync(new CodeFixContext(project.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, (action, _) => first ??= action, default));
                }
            }

            if (first is null)
            {
                return project;
            }

            Solution changed = Assert.Single((await first.GetOperationsAsync(default)).OfType<ApplyChangesOperation>()).ChangedSolution;
            project = changed.GetProject(project.Id)!;
        }

        throw new Xunit.Sdk.XunitException("The repairs have no end.");
    }

    private static async Task<Dictionary<string, Outcome>> RunAsync(CSharpCompilation compilation)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("webhook-receiver-");
        try
        {
            string program = Path.Combine(folder.FullName, "Webhook.dll");
            Assert.True(compilation.Emit(program).Success);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Webhook.runtimeconfig.json"), $$"""
                { "runtimeOptions": { "tfm": "net{{Environment.Version.Major}}.0", "frameworks": [
                  { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version.Major}}.0.0" }, { "name": "Microsoft.AspNetCore.App", "version": "{{Environment.Version.Major}}.0.0" } ] } }
                """);
            ProcessStartInfo start = new("dotnet", [program, "--urls", "http://127.0.0.1:0"]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            StringBuilder log = new();
            TaskCompletionSource<string> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
            process.OutputDataReceived += (_, line) => Take(line.Data);
            process.ErrorDataReceived += (_, line) => Take(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            try
            {
                return await PostAsync(await listening.Task.WaitAsync(TimeSpan.FromMinutes(2)), log);
            }
            finally
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
            }

            void Take(string? line)
            {
                lock (log)
                {
                    log.AppendLine(line);
                }

                if (line is not null && Regex.Match(line, @"Now listening on: (?<url>http://\S+)") is { Success: true } match)
                {
                    listening.TrySetResult(match.Groups["url"].Value);
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Dictionary<string, Outcome>> PostAsync(string url, StringBuilder log)
    {
        using HttpClient client = new() { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(2) };
        Dictionary<string, Outcome> outcomes = [];
        foreach (string receiver in new[] { "queue", "elements", "json", "first", "strict", "states" })
        {
            List<HttpStatusCode> statuses = [];
            foreach (string update in Updates)
            {
                using HttpResponseMessage answer = await client.PostAsync(receiver, new StringContent(update, Encoding.UTF8, "application/json"));
                statuses.Add(answer.StatusCode);
            }

            string[] lines = [];
            for (int wait = 0; wait < 50 && (wait == 0 || (receiver == "queue" && lines.Length < Ids.Count() + 2)); wait++)
            {
                await Task.Delay(100);
                lines = (await client.GetFromJsonAsync<string[]>("journal/" + receiver))!;
            }

            lock (log)
            {
                outcomes.Add(receiver, new Outcome(statuses, lines, log.ToString()));
            }
        }

        return outcomes;
    }

    /// <summary>What became of the updates at one receiver.</summary>
    private sealed record Outcome(List<HttpStatusCode> Statuses, string[] Lines, string Log)
    {
        /// <summary>The messages that it took in.</summary>
        public IEnumerable<string> Ids => Lines.Select(line => line.Split(' ')[0]).Where(id => id.Length > 1 && "abcfgh".Contains(id[0]) && char.IsDigit(id[1])).Order(StringComparer.Ordinal);
    }
}
