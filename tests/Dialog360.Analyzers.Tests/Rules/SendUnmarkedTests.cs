using Dialog360.Analyzers.CodeFixes.Repairing;
using Dialog360.Analyzers.Tests.Fixes;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>DLG0206: public sends that do not say that they need an open session, and what the mark does to callers in other projects.</summary>
public sealed class SendUnmarkedTests
{
    private const string Post = "http.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } })";
    private const string Mark = "[AttributeUsage(AttributeTargets.Method)] internal sealed class RequiresOpenSessionAttribute : Attribute { }\n";

    [Theory]
    [InlineData("public class Client { private readonly HttpClient http = new(); public Task [|SendAsync|](string to) => POST; }")]
    [InlineData("public class Client { private readonly HttpClient http = new(); protected Task [|SendAsync|](string to) => POST; }")]
    [InlineData("public interface ISender { Task SendAsync(string to); } internal class Client : ISender { private readonly HttpClient http = new(); public Task [|SendAsync|](string to) => POST; }")]
    [InlineData("public class Client { private readonly HttpClient http = new(); public Task [|SendAsync|](string to) => OneAsync(to); private Task OneAsync(string to) => POST; }")]
    [InlineData("public class Client { private readonly HttpClient http = new(); public async Task [|SendAsync|](string to) { await POST; await POST; } }")]
    // A caller here answers for it; a check does; the mark says it; nobody outside can call it; the recipient is not the caller's.
    [InlineData("public class Client { private readonly HttpClient http = new(); public Task SendAsync(string to) => POST; public Task Remind() => {|DLG0201:SendAsync|}(System.IO.File.ReadAllText(\"n\")); }")]
    [InlineData("public interface ISessions { bool IsSessionOpen(string to); } public class Client(HttpClient http, ISessions sessions) { public async Task SendAsync(string to) { if (sessions.IsSessionOpen(to)) await POST; } }")]
    [InlineData("public class Client { private readonly HttpClient http = new(); [RequiresOpenSession] public Task SendAsync(string to) => POST; } MARK")]
    [InlineData("public interface ISender { [RequiresOpenSession] Task SendAsync(string to); } public class Client : ISender { private readonly HttpClient http = new(); public Task SendAsync(string to) => POST; } MARK")]
    [InlineData("internal class Client { private readonly HttpClient http = new(); public Task SendAsync(string to) => http.{|DLG0201:PostAsJsonAsync|}(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }); }")]
    [InlineData("public class Client { private readonly HttpClient http = new(); public Task SendAsync(string to) => http.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } }); }")]
    public void In_a_library(string program) => new TestProgram("DLG0206", Written(program)) { IsLibrary = true }.Check();

    [Theory]
    [InlineData("public class Job(IWhatsAppSender sender) { public Task Run() => sender.[|SendAsync|](System.IO.File.ReadAllText(\"n\")); }")]
    [InlineData("public class Job(IWhatsAppSender sender) { public Task Run(string phone) => sender.[|SendAsync|](phone); }")]
    [InlineData("public class Job(IWhatsAppSender sender) { public Task Receive(JsonElement m) => sender.SendAsync(m.GetProperty(\"from\").GetString()!); }")]
    [InlineData("public interface ISessions { bool IsSessionOpen(string to); } public class Job(IWhatsAppSender sender, ISessions sessions) { public async Task Run(string phone) { if (sessions.IsSessionOpen(phone)) await sender.SendAsync(phone); } }")]
    [InlineData("public class Sender(HttpClient http) : IWhatsAppSender { public Task SendAsync(string to) => POST; public Task OtherAsync(string to) => Task.CompletedTask; }")]
    [InlineData("public class Job(IWhatsAppSender sender) { public Task Run(string phone) => sender.OtherAsync(phone); }")]
    public void Callers_in_other_projects(string program)
    {
        foreach (MetadataReference reference in OtherProject.Both(Written("public interface IWhatsAppSender { [RequiresOpenSession] Task SendAsync(string to); Task OtherAsync(string to); } MARK")))
        {
            new TestProgram("DLG0201", Written(program)) { References = [reference] }.Check();
        }
    }

    /// <summary>The attribute goes where the interface is, into each target framework of its project, once.</summary>
    [Fact]
    public async Task Marks_the_interface_in_its_project()
    {
        const string Contract = "using System.Threading.Tasks;\n\nnamespace App;\n\npublic interface IWhatsAppSender\n{\n    /// <summary>Says it.</summary>\n    Task SendAsync(string to);\n}\n";
        string sender = "using System.Net.Http; using System.Net.Http.Json; using System.Threading.Tasks; using App;\npublic class Sender(HttpClient http) : IWhatsAppSender { public Task SendAsync(string to) => " + Post + "; }\n";
        AdhocWorkspace workspace = new();
        Solution solution = workspace.CurrentSolution;
        ProjectId[] contracts = [.. new[] { "net8.0", "net10.0" }.Select(framework => ProjectId.CreateNewId(framework))];
        foreach (ProjectId id in contracts)
        {
            solution = Add(solution, id, "App", Contract, "/App/IWhatsAppSender.cs");
        }

        ProjectId infra = ProjectId.CreateNewId();
        solution = Add(solution, infra, "Infra", sender, "/Infra/Sender.cs").AddProjectReference(infra, new ProjectReference(contracts[0]));
        Document document = solution.GetProject(infra)!.Documents.Single();
        Repair repair = Assert.Single(await SessionRepairsBench.ProposalsAsync(document, "mark-send", "DLG0206"));
        Assert.False(repair.LeavesWork);
        Solution marked = await Changes.ApplyAsync(solution, repair.Changes, CancellationToken.None);
        foreach (ProjectId id in contracts)
        {
            string text = (await marked.GetProject(id)!.Documents.Single().GetTextAsync()).ToString();
            Assert.Contains("    /// <summary>Says it.</summary>\n    [RequiresOpenSession]\n    Task SendAsync(string to);\n", text, StringComparison.Ordinal);
            Assert.Equal(1, text.Split("internal sealed class RequiresOpenSessionAttribute").Length - 1);
        }

        await TestSolution.AssertCompilesAsync(marked);
        Assert.Empty(await SessionRepairsBench.ProposalsAsync(marked.GetDocument(document.Id)!, "mark-send", "DLG0206"));

        static Solution Add(Solution solution, ProjectId id, string name, string text, string path) =>
            solution.AddProject(ProjectInfo.Create(id, VersionStamp.Default, name, name, LanguageNames.CSharp, filePath: $"/{name}/{name}.csproj")
                .WithMetadataReferences(TestSolution.References)
                .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest))
                .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)))
            .AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), SourceText.From(text), filePath: path);
    }

    private static string Written(string program) => program.Replace("POST", Post, StringComparison.Ordinal).Replace("MARK", Mark, StringComparison.Ordinal);
}
