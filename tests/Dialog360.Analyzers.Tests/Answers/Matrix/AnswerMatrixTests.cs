using Dialog360.Analyzers.Tests.Infrastructure;
using Dialog360.Analyzers.Tests.Programs;

namespace Dialog360.Analyzers.Tests.Answers.Matrix;

/// <summary>Everything that code does with an answer (<see cref="AnswerScenario"/>), with every client (<see cref="AnsweringClient"/>): the rules say the same of the same thing.</summary>
public sealed class AnswerMatrixTests
{
    private const string Usings = "using RestSharp; using Flurl.Http; using Refit; using Method = RestSharp.Method;\n";

    private const string Body = "new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } }";

    private const string Api = """
        // Sends WhatsApp messages.
        public interface IApi
        {
            [Post("/messages")] Task<IApiResponse<string>> Try([Body] object message);
            [Post("/messages")] Task<HttpResponseMessage> Raw([Body] object message);
        }
        """;

    public static TheoryData<string> Clients => [.. AnsweringClient.All.Select(client => client.Name)];

    [Theory]
    [MemberData(nameof(Clients))]
    public void Answers(string name)
    {
        AnsweringClient client = AnsweringClient.All.Single(each => each.Name == name);
        IEnumerable<string> parts = AnswerScenario.All.Where(scenario => IsPossible(scenario, client)).Select((scenario, index) =>
            $"// {scenario.Name}\npublic class Case{index}\n{{\n{client.Members}\n{Written(scenario.Members, client)}\n}}\n");
        new TestProgram("DLG03*", Usings + string.Join("\n", parts), Usings + Api) { References = ProgramsTests.LibrariesOfNewWeb }.Check();
    }

    /// <summary>Only a task can be left alone, and not every answer throws by itself.</summary>
    private static bool IsPossible(AnswerScenario scenario, AnsweringClient client) =>
        (client.IsTask || !scenario.Members.Contains("DROPPEDCALL", StringComparison.Ordinal)) && (client.Ensure.Length > 0 || !scenario.Members.Contains("ENSURE", StringComparison.Ordinal));

    private static string Written(string members, AnsweringClient client)
    {
        string marked = client.Call.Replace("NAME", $"{{|DLG0301:{client.Method}|}}", StringComparison.Ordinal);
        string plain = client.Call.Replace("NAME", client.Method, StringComparison.Ordinal);
        string awaited = client.IsTask ? "await " : string.Empty;
        return members.Replace("DROPPEDCALL", marked, StringComparison.Ordinal).Replace("DROP", awaited + marked, StringComparison.Ordinal).Replace("SEND", awaited + plain, StringComparison.Ordinal)
            .Replace("BODY", Body, StringComparison.Ordinal).Replace("OK", client.Succeeded, StringComparison.Ordinal).Replace("STATUS", client.Status, StringComparison.Ordinal)
            .Replace("TEXT", client.Text, StringComparison.Ordinal).Replace("ENSURE", client.Ensure, StringComparison.Ordinal).Replace("TYPE", client.Type, StringComparison.Ordinal)
            .Replace($"HttpStatusCode.{client.Succeeded}", "HttpStatusCode.OK", StringComparison.Ordinal);
    }
}
