using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>
/// Runs the analyzer and the fixes as an editor does. Whatever it fixes must compile before and after, have fewer findings, and stay as it
/// is when it is fixed again.
/// </summary>
internal static class FixBench
{
    /// <summary>Declarations that bodies may use; <c>Send</c> takes a message of any style.</summary>
    public const string Prelude =
        """
        // Sends WhatsApp messages.
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Text.Json.Nodes;
        using System.Web;
        using Newtonsoft.Json.Linq;
        using WABA360Dialog;

        namespace WABA360Dialog
        {
            class MessageObject { }

            static class MessageObjectFactory
            {
                public static MessageObject CreateImageMessageByLink(string to, string imageLink, string? caption = null) => new();
                public static MessageObject CreateVideoMessageByLink(string to, string videoLink, string? caption = null) => new();
                public static MessageObject CreateAudioMessageByLink(string to, string audioLink) => new();
                public static MessageObject CreateDocumentMessageByLink(string to, string fileName, string documentLink, string? caption = null) => new();
                public static MessageObject CreateLocationMessage(string to, double latitude, double longitude, string? name = null, string? address = null) => new();
            }
        }

        class Media { public string? Link { get; set; } public string? Caption { get; set; } public bool Voice { get; set; } }

        class Place { public double Latitude { get; set; } public double Longitude { get; set; } }

        record Position(double Latitude, double Longitude);

        class Message
        {
            public string? To { get; set; }
            public string? Type { get; set; }
            public Media? Image { get; set; }
            public Media? Audio { get; set; }
            public Media? Video { get; set; }
            public Media? Document { get; set; }
            public Place? Location { get; set; }
        }

        static class Kinds { public const string Image = "image"; }

        static class Links { public const string Logo = "https://example.com/a%2520b.png"; }

        class Program
        {
            static Uri Plain(string text) => new Uri(WebUtility.UrlDecode(HttpUtility.UrlDecode(text)));

            static void Send(object message) { }

            static void SendPlace(string to, double lat, double lng) => Send(new { to, type = "location", location = new { latitude = lat, longitude = lng } });

            static void SendImage(string to, string link) => Send(new { to, type = "image", image = new { link } });

            void Main(string to, string id, string name)
            {

        """;

    private const string End =
        """

            }
        }
        """;

    private static readonly PayloadCodeFixProvider Provider = new();

    private static readonly PayloadDraftCodeFixProvider Drafts = new();

    /// <summary>Fails unless the fix of that kind turns one method body into the other.</summary>
    public static async Task BodyAsync(string before, string after, string id, string fix) =>
        Assert.Equal(Lines(after), Body(await FixAsync(Program(before), id, fix)));

    /// <summary>Fails unless all fixes of that kind together turn one method body into the other.</summary>
    public static async Task AllInBodyAsync(string before, string after, string id, string fix)
    {
        Solution solution = await FixAllAsync(TestSolution.Of(Program(before)), id, fix, FixAllScope.Document);
        Assert.Equal(Lines(after), Body(await TestSolution.TextAsync(solution)));
    }

    /// <summary>Fails unless the rule finds something in the body, and no fix is offered for it.</summary>
    public static async Task NothingForBodyAsync(string body, string id) => Assert.Empty(await OffersAsync(TestSolution.Of(Program(body)), id));

    /// <summary>The program around a method body.</summary>
    public static string Program(string body) => Prelude + Lines(body) + End;

    /// <summary>A file after the first finding of that rule was fixed.</summary>
    public static async Task<string> FixAsync(string source, string id, string fix)
    {
        Solution solution = TestSolution.Of(source);
        await TestSolution.AssertCompilesAsync(solution);
        ImmutableArray<Diagnostic> before = await DiagnosticsAsync(solution.Projects.First(), id);
        CodeAction? action = (await ActionsAsync(solution, id)).FirstOrDefault(offer => offer.EquivalenceKey == fix);
        Assert.True(action is not null, $"'{fix}' is not offered for {string.Join(", ", before)}");
        Solution changed = await ApplyAsync(action);
        await TestSolution.AssertCompilesAsync(changed);
        ImmutableArray<Diagnostic> after = await DiagnosticsAsync(changed.Projects.First(), id);
        Assert.True(after.Length < before.Length, "still found: " + string.Join(", ", after) + "\n" + await TestSolution.TextAsync(changed));
        return await TestSolution.TextAsync(changed);
    }

    /// <summary>The solution after Fix All, which must find nothing more to do.</summary>
    public static async Task<Solution> FixAllAsync(Solution solution, string id, string fix, FixAllScope scope)
    {
        await TestSolution.AssertCompilesAsync(solution);
        Solution once = await FixAllOnceAsync(solution, id, fix, scope) ?? throw new InvalidOperationException("nothing to fix");
        await TestSolution.AssertCompilesAsync(once);
        Solution? twice = await FixAllOnceAsync(once, id, fix, scope);
        if (twice is not null)
        {
            foreach (DocumentId document in once.Projects.SelectMany(static project => project.DocumentIds))
            {
                Assert.Equal((await once.GetDocument(document)!.GetTextAsync()).ToString(), (await twice.GetDocument(document)!.GetTextAsync()).ToString());
            }
        }

        return once;
    }

    /// <summary>What the rule finds in a project, in the order of the text.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project, string id)
    {
        Compilation compilation = (await project.GetCompilationAsync())!;
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers([new Dialog360PayloadAnalyzer()]);
        ImmutableArray<Diagnostic> all = await analysis.GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(all, static diagnostic => diagnostic.Id is "DLG0901" or "AD0001");
        return [.. all.Where(diagnostic => diagnostic.Id == id).OrderBy(static diagnostic => diagnostic.Location.SourceTree!.FilePath).ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The titles of what is offered for the first finding of that rule, which must exist.</summary>
    public static async Task<ImmutableArray<string>> OffersAsync(Solution solution, string id) =>
        [.. (await ActionsAsync(solution, id)).Select(static action => action.Title)];

    private static async Task<ImmutableArray<CodeAction>> ActionsAsync(Solution solution, string id)
    {
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync(solution.Projects.First(), id);
        Assert.True(!diagnostics.IsEmpty, id + " finds nothing in\n" + await TestSolution.TextAsync(solution));
        List<CodeAction> actions = [];
        CodeFixContext context = new(solution.GetDocument(diagnostics[0].Location.SourceTree)!, diagnostics[0], (action, _) => actions.Add(action), CancellationToken.None);
        await Provider.RegisterCodeFixesAsync(context);
        await Drafts.RegisterCodeFixesAsync(context);
        return [.. actions];
    }

    private static async Task<Solution> ApplyAsync(CodeAction action) =>
        (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    private static async Task<Solution?> FixAllOnceAsync(Solution solution, string id, string fix, FixAllScope scope)
    {
        Document document = solution.Projects.First().Documents.First();
        FixAllContext context = new(document, Provider, scope, fix, [id], new Found(id), CancellationToken.None);
        return await Provider.GetFixAllProvider()!.GetFixAsync(context) is { } action ? await ApplyAsync(action) : null;
    }

    private static string Body(string program)
    {
        Assert.StartsWith(Prelude, program, StringComparison.Ordinal);
        return program[Prelude.Length..^End.Length];
    }

    private static string Lines(string text) => text.Replace("\r\n", "\n");

    private sealed class Found(string id) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await DiagnosticsAsync(project, id);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await DiagnosticsAsync(document.Project, id)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
