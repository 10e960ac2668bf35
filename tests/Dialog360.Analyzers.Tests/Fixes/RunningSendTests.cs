using System.Reflection;
using System.Runtime.Loader;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Emit;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>
/// Runs senders before and after the fixes of how they send: every request, with address, key, type and body, is what it was but for what
/// the fix is about. The numbers come from the senders themselves, and nobody waits for the pauses.
/// </summary>
public sealed class RunningSendTests
{
    private const string Text = "new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"ready\", language = new { code = \"en\" } } }";

    private const string Old = "new { to, type = \"template\", template = new { @namespace = \"x\", name = \"ready\", language = new { code = \"en\", policy = \"deterministic\" } } }";

    private const string Body = "{\"to\":\"491701234567\",\"type\":\"template\",\"template\":{\"namespace\":\"x\",\"name\":\"ready\",\"language\":{\"code\":\"en\",\"policy\":\"deterministic\"}}}";

    /// <summary>The fix, the members of a sender whose RunAsync sends, and what is to be replaced in the requests of before to give those of after.</summary>
    public static TheoryData<string, string, string, string> Sends => new()
    {
        { "read-key", "public async Task RunAsync() { http.DefaultRequestHeaders.Add(\"D360-API-KEY\", \"Xk29fLmQ7vRt83ZpWn51HcBdAK\"); (await http.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", TEXT)).EnsureSuccessStatusCode(); }", "Xk29fLmQ7vRt83ZpWn51HcBdAK", "from-the-environment" },
        { "read-key", "private const string Key = \"Xk29fLmQ7vRt83ZpWn51HcBdAK\"; public async Task RunAsync() { using var request = new HttpRequestMessage(HttpMethod.Post, \"https://waba-v2.360dialog.io/messages\") { Content = JsonContent.Create(TEXT) }; request.Headers.Add(\"D360-API-KEY\", Key); (await http.SendAsync(request)).EnsureSuccessStatusCode(); }", "Xk29fLmQ7vRt83ZpWn51HcBdAK", "from-the-environment" },
        { "replace-header", "public async Task RunAsync() { for (int i = 0; i < 2; i++) { await One(\"k1\"); } }\n    private async Task One(string token)\n    {\n        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(\"Bearer\", token);\n        (await http.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", TEXT)).EnsureSuccessStatusCode();\n    }", "Authorization: Bearer k1", "D360-API-KEY: k1" },
        { "replace-header", "public async Task RunAsync() { string token = Pick(\"k1\"); using var request = new HttpRequestMessage(HttpMethod.Post, \"https://waba-v2.360dialog.io/messages\") { Content = JsonContent.Create(TEXT) }; request.Headers.Add(\"Authorization\", $\"Bearer {token}\"); (await http.SendAsync(request)).EnsureSuccessStatusCode(); }", "Authorization: Bearer k1", "D360-API-KEY: k1" },
        { "bearer-header", "public async Task RunAsync() { string token = Pick(\"k1\"); http.DefaultRequestHeaders.Add(\"D360-API-KEY\", token); (await http.PostAsJsonAsync(\"https://graph.facebook.com/v22.0/106540352242922/messages\", TEXT)).EnsureSuccessStatusCode(); }", "D360-API-KEY: k1", "Authorization: Bearer k1" },
        { "use-path", "public async Task RunAsync() { (await http.PostAsJsonAsync(\"https://waba-v2.360dialog.io/v1/messages\", TEXT)).EnsureSuccessStatusCode(); }", "/v1/messages", "/messages" },
        { "use-path", "private const string Url = \"https://waba-v2.360dialog.io/mesages?x=1\"; public async Task RunAsync() { (await http.PostAsJsonAsync(Url, TEXT)).EnsureSuccessStatusCode(); }", "mesages", "messages" },
        { "use-cloud-host", "public async Task RunAsync() { (await http.PostAsJsonAsync(\"https://waba.360dialog.io/v1/messages\", OLD)).EnsureSuccessStatusCode(); }", "https://waba.360dialog.io/v1/messages", "https://waba-v2.360dialog.io/messages" },
        { "use-cloud-host", "private const string Base = \"https://waba.360dialog.io/v1\"; public async Task RunAsync() { var answer = await http.PostAsync($\"{Base}/messages\", new StringContent(JsonSerializer.Serialize(OLD), Encoding.UTF8, \"application/json\")); answer.EnsureSuccessStatusCode(); }", "https://waba.360dialog.io/v1/messages", "https://waba-v2.360dialog.io/messages" },
        { "pace-loop", "public async Task RunAsync() { foreach (string each in new[] { Pick(\"1\"), Pick(\"2\"), Pick(\"3\") }) { (await http.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", TEXT)).EnsureSuccessStatusCode(); } }", "", "" },
    };

    [Theory]
    [MemberData(nameof(Sends))]
    public async Task Requests_differ_in_what_was_wrong_only(string fix, string members, string wrong, string right)
    {
        string program = Program(members);
        string[] before = await RunAsync(program);
        string[] after = await RunAsync(await FixAsync(program, fix));
        Assert.NotEmpty(before);
        Assert.Equal(before.Length, after.Length);
        for (int index = 0; index < before.Length; index++)
        {
            string expected = wrong.Length == 0 ? before[index] : Sorted(before[index].Replace(wrong, right, StringComparison.Ordinal));

            // The Cloud host refuses a message that does not name the product.
            expected = fix != "use-cloud-host" ? expected : expected.Replace("\n{\"to\"", "\n{\"messaging_product\":\"whatsapp\",\"to\"", StringComparison.Ordinal);
            Assert.Equal(expected, after[index]);
        }
    }

    /// <summary>The look-up comes first, with the same key, and the message goes to the number that it gives.</summary>
    [Fact]
    public async Task The_recipient_is_looked_up_before_the_same_message_is_sent()
    {
        string program = Program("public async Task RunAsync() { http.DefaultRequestHeaders.Add(\"D360-API-KEY\", Pick(\"k1\")); string to = Environment.GetEnvironmentVariable(\"RECIPIENT_OF_A_TEST\")!; (await http.PostAsJsonAsync(\"/v1/messages\", OLD)).EnsureSuccessStatusCode(); }").Replace("    private const string to = \"491701234567\";\n", string.Empty, StringComparison.Ordinal);
        string before = Assert.Single(await RunAsync(program));
        string[] after = await RunAsync(await FixAsync(program, "look-up-first"));
        Assert.Equal(2, after.Length);
        Assert.Contains("/v1/contacts", after[0], StringComparison.Ordinal);
        Assert.Contains("D360-API-KEY: k1", after[0], StringComparison.Ordinal);
        Assert.Contains("491701234567", after[0], StringComparison.Ordinal);
        Assert.EndsWith(Body, before, StringComparison.Ordinal);
        Assert.Equal(before.Replace("\"to\":\"491701234567\"", "\"to\":\"wa-491701234567\"", StringComparison.Ordinal), after[1]);
    }

    private static string Program(string members) => $$"""
        public sealed class Sender
        {
            private const string to = "491701234567";
            private readonly HttpClient http;

            public Sender(HttpClient http) { this.http = http; }

            private static string Pick(string value) => value;

            {{members.Replace("TEXT", Text, StringComparison.Ordinal).Replace("OLD", Old, StringComparison.Ordinal)}}
        }
        """;

    private static async Task<string> FixAsync(string program, string key)
    {
        (Document file, List<CodeAction> actions) = await Repairs.OfAsync(program);
        CodeAction? action = actions.FirstOrDefault(action => action.EquivalenceKey == key);
        Assert.True(action is not null, $"{key} is not offered, only {string.Join(", ", actions.Select(static each => each.EquivalenceKey))}");
        return await Repairs.ApplyAsync(file, action);
    }

    /// <summary>The requests, each with method, address, headers and body.</summary>
    private static async Task<string[]> RunAsync(string program)
    {
        using MemoryStream file = new();
        EmitResult result = TestProgram.OfPage(program).Compile().Emit(file);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)) + "\n" + program);
        file.Position = 0;
        Type sender = new AssemblyLoadContext("Sent", isCollectible: true).LoadFromStream(file).GetType("Sender")!;
        Environment.SetEnvironmentVariable("D360_API_KEY", "from-the-environment");
        Environment.SetEnvironmentVariable("RECIPIENT_OF_A_TEST", "491701234567");
        Recorder recorder = new();
        using HttpClient client = new(recorder) { BaseAddress = new Uri("https://gateway.example.com") };
        await (Task)sender.GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Instance)!.Invoke(Activator.CreateInstance(sender, client), [])!;
        return [.. recorder.Requests];
    }

    /// <summary>A request with its headers in order.</summary>
    private static string Sorted(string request)
    {
        string[] lines = request.Split('\n');
        return string.Join('\n', [lines[0], .. lines[1..^1].Order(StringComparer.Ordinal), lines[^1]]);
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string headers = string.Concat(request.Headers.Concat(request.Content!.Headers).Where(static header => header.Key != "Content-Length").Select(static header => $"{header.Key}: {string.Join(", ", header.Value)}\n"));
            Requests.Add(Sorted($"{request.Method} {request.RequestUri}\n{headers}{await request.Content.ReadAsStringAsync(cancellationToken)}"));
            return new HttpResponseMessage { Content = new StringContent("{\"contacts\":[{\"input\":\"491701234567\",\"status\":\"valid\",\"wa_id\":\"wa-491701234567\"}]}") };
        }
    }
}
