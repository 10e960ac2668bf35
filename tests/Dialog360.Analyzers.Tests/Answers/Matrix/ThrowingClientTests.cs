using Dialog360.Analyzers.Tests.Infrastructure;
using Dialog360.Analyzers.Tests.Programs;
using Dialog360.Analyzers.Tests.Sending;

namespace Dialog360.Analyzers.Tests.Answers.Matrix;

/// <summary>Clients that throw by themselves where the answer is no success: only who does not await them, or swallows the exception without a word, loses it.</summary>
public sealed class ThrowingClientTests
{
    private const string Usings = "using System.IO; using RestSharp; using Flurl.Http; using Refit; using Method = RestSharp.Method;\n";

    private const string Message = "new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } }";

    private const string Api = "// WhatsApp\npublic interface IApi { [Post(\"/messages\")] Task<string> Send([Body] object message); [Post(\"/messages\")] Task Plain([Body] object message); }";

    /// <summary>The name, the members of the class, the call, whether it is a task.</summary>
    public static TheoryData<string, string, string, bool> Clients => new()
    {
        { "Flurl", string.Empty, "\"https://waba-v2.360dialog.io/messages\".WithHeader(\"D360-API-KEY\", \"k\").NAME(BODY)|PostJsonAsync", true },
        { "Flurl that reads the text", string.Empty, "\"https://waba-v2.360dialog.io/messages\".WithHeader(\"D360-API-KEY\", \"k\").NAME(BODY).ReceiveString()|PostJsonAsync", true },
        { "Refit", "private readonly IApi api = RestService.For<IApi>(\"https://waba-v2.360dialog.io\");", "api.NAME(BODY)|Send", true },
        { "Refit without a result", "private readonly IApi api = RestService.For<IApi>(\"https://waba-v2.360dialog.io\");", "api.NAME(BODY)|Plain", true },
        { "RestSharp that deserializes", "private readonly RestClient client = new(\"https://waba-v2.360dialog.io\"); private static RestRequest Request(object body) { var q = new RestRequest(\"messages\", Method.Post); q.AddJsonBody(body); return q; }", "client.NAME<JsonElement>(Request(BODY))|PostAsync", true },
        { "WebClient", "private readonly WebClient client = new();", "client.NAME(\"https://waba-v2.360dialog.io/messages\", JsonSerializer.Serialize(BODY))|UploadString", false },
        { "WebClient with tasks", "private readonly WebClient client = new();", "client.NAME(\"https://waba-v2.360dialog.io/messages\", JsonSerializer.Serialize(BODY))|UploadStringTaskAsync", true },
        { "the SDK", "private readonly WABA360Dialog.WABA360DialogApiClient client = new(\"k\");", "client.NAME(BODY)|SendMessageAsync", true },
    };

    [Theory]
    [MemberData(nameof(Clients))]
    public void Answers(string name, string members, string call, bool isTask)
    {
        Assert.NotEmpty(name);
        string[] parts = call.Split('|');
        string plain = parts[0].Replace("NAME", parts[1], StringComparison.Ordinal).Replace("BODY", Message, StringComparison.Ordinal);
        string marked = parts[0].Replace("NAME", $"{{|DLG0301:{parts[1]}|}}", StringComparison.Ordinal).Replace("BODY", Message, StringComparison.Ordinal);
        string awaited = isTask ? "await " + plain : plain;
        List<string> scenarios =
        [
            $"public async Task Run(string to) {{ {awaited}; await Task.Yield(); }}",
            $"public async Task Run(IEnumerable<string> all) {{ foreach (var to in all) {{ {awaited}; await Task.Delay(20); }} }}",
            $"public async Task Run(string to) {{ try {{ {awaited}; }} catch (Exception e) {{ Console.WriteLine(e.Message); }} await Task.Yield(); }}",
            $"public async Task<bool> Post(string to) {{ try {{ {awaited}; await Task.Yield(); return true; }} catch (Exception) {{ return false; }} }} public async Task Run(string to) {{ await {{|DLG0301:Post|}}(to); }}",
            $"public async Task<bool> Post(string to) {{ try {{ {awaited}; await Task.Yield(); return true; }} catch (Exception) {{ return false; }} }} public async Task Run(string to) {{ if (!await Post(to)) Console.WriteLine(to); }}",
            $"public async Task<bool> Post(string to) {{ try {{ {awaited}; await Task.Yield(); return true; }} catch (Exception e) {{ Console.WriteLine(e); return false; }} }} public async Task Run(string to) {{ await Post(to); }}",
            $"public async Task<bool> Post(string to) {{ {awaited}; await Task.Yield(); return true; }} public async Task Run(string to) {{ await Post(to); }}",
        ];
        if (isTask)
        {
            scenarios.Add($"public void Run(string to) {{ {marked}; }}");
            scenarios.Add($"public void Run(string to) {{ _ = {marked}; }}");
            scenarios.Add($"public Task Run(string to) => {plain};");
        }

        string program = string.Join("\n", scenarios.Select((scenario, index) => $"public class Case{index}\n{{\n{members}\n{scenario}\n}}"));
        string[] sdk = name == "the SDK" ? [.. LibraryLookAlikes.For("WABA360Dialog")] : [];
        new TestProgram("DLG03*", [Usings + program, Usings + Api, .. sdk]) { References = ProgramsTests.LibrariesOfNewWeb }.Check();
    }
}
