using Dialog360.Analyzers.Tests.Errors;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Tests.Webhooks;

/// <summary>What the fixes write compiles in a project of netstandard2.0 with C# 7.3, with Newtonsoft or without it.</summary>
public sealed class OldProjectFixTests
{
    private const string Framework = """
        namespace System.Web.Http
        {
            public interface IHttpActionResult { }
            public class HttpPostAttribute : System.Attribute { }
            public class FromBodyAttribute : System.Attribute { }
            public class ApiController
            {
                protected IHttpActionResult Ok() { return null; }
                protected IHttpActionResult BadRequest(string message) { return null; }
            }
        }
        """;

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Threading.Tasks;
        using System.Web.Http;
        // WhatsApp through 360dialog.

        """;

    private const string Updates = """
        public class Update { public List<Entry> entry { get; set; } }
        public class Entry { public string id { get; set; } public List<Change> changes { get; set; } }
        public class Change { public Value value { get; set; } }
        public class Value { public List<Message> messages { get; set; } public List<Status> statuses { get; set; } }
        public class Message { public string from { get; set; } public string from_user_id { get; set; } public string id { get; set; } }
        public class Status { public string id { get; set; } public string status { get; set; } public string recipient_id { get; set; } public List<Error> errors { get; set; } }
        public class Error { public int code { get; set; } public string title { get; set; } }

        """;

    private const string Send = "await client.PostAsync(\"https://waba-v2.360dialog.io/messages\", new StringContent(\"{\\\"messaging_product\\\":\\\"whatsapp\\\",\\\"to\\\":\\\"\" + to + \"\\\",\\\"type\\\":\\\"template\\\",\\\"template\\\":{\\\"name\\\":\\\"a\\\",\\\"language\\\":{\\\"code\\\":\\\"en\\\"}}}\"))";

    public static TheoryData<bool, string, string> Programs => new()
    {
        { false, "DLG0601", Receiver("if (update.entry == null) { return BadRequest(\"x\"); }", Updates) },
        { false, "DLG0603", Receiver("foreach (var value in update.entry.SelectMany(e => e.changes).Select(c => c.value))\nforeach (var status in value.statuses)\n{\n    Console.WriteLine(status.status);\n}", Updates) },
        { false, "DLG0604", Receiver("var change = update.entry[0].changes[0];\nConsole.WriteLine(change.value.statuses.Count);", Updates) },
        { false, "DLG0605", Receiver("foreach (var entry in update.entry)\nforeach (var change in entry.changes)\n{\n    Console.WriteLine(change.value.messages[0].id);\n}", Updates) },
        { true, "DLG0603", Receiver("foreach (var entry in update[\"entry\"])\nforeach (var change in entry[\"changes\"])\nforeach (var status in change[\"value\"][\"statuses\"])\n{\n    Console.WriteLine((string)status[\"status\"]);\n}", string.Empty, "Newtonsoft.Json.Linq.JObject") },
        { false, "DLG0301", Sender($"{Send};") },
        { false, "DLG0308", Sender($"var answer = {Send};\nif (answer.StatusCode != HttpStatusCode.Created) {{ throw new Exception(); }}") },
        { true, "DLG0302", Sender($"var answer = {Send};\nvar text = await answer.Content.ReadAsStringAsync();\nvar json = Newtonsoft.Json.Linq.JObject.Parse(text);\nConsole.WriteLine(json[\"messages\"]);") },
        { true, "DLG0304", Sender($"var answer = {Send};\nvar text = await answer.Content.ReadAsStringAsync();\nif (!answer.IsSuccessStatusCode && text.StartsWith(\"{{\"))\n{{\n    var json = Newtonsoft.Json.Linq.JObject.Parse(text);\n    if ((int)json[\"meta\"][\"http_code\"] == 401) {{ throw new Exception(); }}\n}}") },
        { true, "DLG0305", Sender($"var answer = {Send};\nif (!answer.IsSuccessStatusCode)\n{{\n    var text = await answer.Content.ReadAsStringAsync();\n    if (!text.StartsWith(\"{{\")) {{ throw new Exception(text); }}\n    var code = (int)Newtonsoft.Json.Linq.JObject.Parse(text)[\"error\"][\"code\"];\n    switch (code)\n    {{\n        case 131047:\n            Console.WriteLine(to);\n            break;\n        case 131026:\n            Console.WriteLine(text);\n            break;\n    }}\n}}") },
        { true, "DLG0307", Sender($"var answer = {Send};\nvar text = await answer.Content.ReadAsStringAsync();\nif (!answer.IsSuccessStatusCode && text.StartsWith(\"{{\"))\n{{\n    var code = (int)Newtonsoft.Json.Linq.JObject.Parse(text)[\"error\"][\"code\"];\n    if (code == 470) {{ throw new Exception(); }}\n}}") },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task What_a_fix_writes_compiles(bool hasNewtonsoft, string id, string program)
    {
        CSharpParseOptions parse = new(LanguageVersion.CSharp7_3);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Old",
            [CSharpSyntaxTree.ParseText(program, parse, "File.cs")],
            [.. WrittenErrors.NetStandard(hasNewtonsoft), FrameworkImage()],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Contains(TestProgram.Analyze(compilation), diagnostic => diagnostic.Id == id);

        (Document file, List<CodeAction> actions) = await Repairs.OfAsync(compilation);
        List<string> titles = Dialog360.Analyzers.Catalog.ErrorCatalog.Current.Rules.Single(rule => rule.Id == id).Fixes.Select(fix => fix.Title.Split('{')[0]).ToList();
        List<CodeAction> own = actions.Where(action => titles.Exists(title => action.Title.StartsWith(title, StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(own);
        foreach (CodeAction action in own)
        {
            string repaired = await Repairs.ApplyAsync(file, action);
            CSharpCompilation changed = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText(repaired, parse, "File.cs"));
            Assert.True(changed.GetDiagnostics().All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error), string.Join("\n", changed.GetDiagnostics()) + "\n" + repaired);
            Assert.True(TestProgram.Analyze(changed).Count(diagnostic => diagnostic.Id == id) < TestProgram.Analyze(compilation).Count(diagnostic => diagnostic.Id == id), repaired);
        }
    }

    private static MetadataReference FrameworkImage()
    {
        using MemoryStream image = new();
        Assert.True(CSharpCompilation.Create("System.Web.Http", [CSharpSyntaxTree.ParseText(Framework)], WrittenErrors.NetStandard(false), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static string Receiver(string statements, string types, string parameter = "Update") => Usings + $$"""
        public class HookController : ApiController
        {
            [HttpPost]
            public IHttpActionResult Receive([FromBody] {{parameter}} update)
            {
        {{Indented(statements)}}
                return Ok();
            }
        }

        """ + types;

    private static string Sender(string statements) => Usings + $$"""
        public class Sender
        {
            private readonly HttpClient client = new HttpClient();

            public async Task SendAsync(string to)
            {
        {{Indented(statements)}}
            }
        }
        """;

    private static string Indented(string statements) => string.Join("\n", statements.Split('\n').Select(line => "        " + line));
}
