using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json.Nodes;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Emit;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>
/// Runs senders before and after the guard of DLG0201, with the session open and closed: open, the request is the same; closed, it is one
/// template to the same number.
/// </summary>
public sealed class RunningGuardTests
{
    private const string Url = "\"https://waba-v2.360dialog.io/messages\"";

    private const string Message = "new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"Ready\" } }";

    /// <summary>How a message is sent.</summary>
    public static TheoryData<string> Sends =>
    [
        $"(await http.PostAsJsonAsync({Url}, {Message})).EnsureSuccessStatusCode();",
        $"var message = {Message}; var answer = await http.PostAsJsonAsync({Url}, message); answer.EnsureSuccessStatusCode();",
        $"var message = new Dictionary<string, object>(); message[\"messaging_product\"] = \"whatsapp\"; message[\"to\"] = to; message[\"type\"] = \"text\"; message[\"text\"] = new {{ body = \"Ready\" }}; (await http.PostAsJsonAsync({Url}, message)).EnsureSuccessStatusCode();",
        $"var json = $\"{{{{\\\"messaging_product\\\":\\\"whatsapp\\\",\\\"to\\\":\\\"{{to}}\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{{{{\\\"body\\\":\\\"Ready\\\"}}}}}}}}\"; var answer = await http.PostAsync({Url}, new StringContent(json, Encoding.UTF8, \"application/json\")); answer.EnsureSuccessStatusCode();",
        $"var message = new JsonObject {{ [\"messaging_product\"] = \"whatsapp\", [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = new JsonObject {{ [\"body\"] = \"Ready\" }} }}; var answer = await http.PostAsync({Url}, new StringContent(message.ToJsonString(), Encoding.UTF8, \"application/json\")); answer.EnsureSuccessStatusCode();",
        $"using var request = new HttpRequestMessage(HttpMethod.Post, {Url}) {{ Content = JsonContent.Create({Message}) }}; request.Headers.Add(\"D360-API-KEY\", to); var answer = await http.SendAsync(request); answer.EnsureSuccessStatusCode();",
    ];

    [Theory]
    [MemberData(nameof(Sends))]
    public async Task Open_the_request_is_the_same_and_closed_it_is_a_template(string send)
    {
        foreach (string check in new[] { "private bool IsSessionOpen(string phone) => State.IsOpen;", "private Task<bool> SessionExpiredAsync(string phone) => Task.FromResult(!State.IsOpen);" })
        {
            string program = $$"""
                public static class State { public static bool IsOpen; }
                public sealed class Sender
                {
                    private readonly HttpClient http;

                    public Sender(HttpClient http) { this.http = http; }

                    {{check}}

                    private static string Pick() => "491701234567";

                    public async Task RunAsync(bool isOpen)
                    {
                        State.IsOpen = isOpen;
                        var to = Pick();
                        {{send}}
                    }
                }
                """;
            (Document file, List<CodeAction> actions) = await Repairs.OfAsync(program);
            CodeAction guard = actions.First(static action => action.EquivalenceKey == "guard-session");
            Func<bool, Task<IReadOnlyList<string>>> before = Run(program);
            Func<bool, Task<IReadOnlyList<string>>> after = Run(await Repairs.ApplyAsync(file, guard));
            Assert.Equal(await before(true), await after(true));
            JsonNode text = JsonNode.Parse(Body(Assert.Single(await before(false))))!;
            string closed = Assert.Single(await after(false));
            JsonNode template = JsonNode.Parse(Body(closed))!;
            Assert.Equal(Head(Assert.Single(await before(false))), Head(closed));
            Assert.Equal("template", template["type"]!.GetValue<string>());
            Assert.Equal(text["to"]!.GetValue<string>(), template["to"]!.GetValue<string>());
            Assert.Equal(text["messaging_product"]!.GetValue<string>(), template["messaging_product"]!.GetValue<string>());
            Assert.Equal(["messaging_product", "template", "to", "type"], template.AsObject().Select(static member => member.Key).Order(StringComparer.Ordinal));
        }
    }

    private static string Body(string request) => request[(request.IndexOf('\n', StringComparison.Ordinal) + 1)..];

    private static string Head(string request) => request[..request.IndexOf('\n', StringComparison.Ordinal)];

    /// <summary>Compiles a program; its sender's requests, each with method, address and key on the first line.</summary>
    private static Func<bool, Task<IReadOnlyList<string>>> Run(string program)
    {
        using MemoryStream file = new();
        EmitResult result = TestProgram.OfPage(program).Compile().Emit(file);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)) + "\n" + program);
        file.Position = 0;
        Type sender = new AssemblyLoadContext("Guarded", isCollectible: true).LoadFromStream(file).GetType("Sender")!;
        return async isOpen =>
        {
            Recorder recorder = new();
            using HttpClient client = new(recorder);
            await (Task)sender.GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Instance)!.Invoke(Activator.CreateInstance(sender, client), [isOpen])!;
            return recorder.Requests;
        };
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string key = request.Headers.TryGetValues("D360-API-KEY", out IEnumerable<string>? keys) ? string.Join(',', keys) : "-";
            Requests.Add($"{request.Method} {request.RequestUri} {key} {request.Content!.Headers.ContentType}\n{await request.Content.ReadAsStringAsync(cancellationToken)}");
            return new HttpResponseMessage();
        }
    }
}
