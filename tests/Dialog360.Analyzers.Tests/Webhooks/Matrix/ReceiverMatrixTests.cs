using System.Text.RegularExpressions;
using Dialog360.Analyzers.Tests.Infrastructure;
using Dialog360.Analyzers.Tests.Programs;

namespace Dialog360.Analyzers.Tests.Webhooks.Matrix;

/// <summary>
/// Everything that receivers do (<see cref="UpdateScenario"/>) in every kind of receiver, with updates that are read in every way: all rules about webhooks
/// say the same of the same thing, however it is written.
/// </summary>
public sealed class ReceiverMatrixTests
{
    private const string Usings = """
        using System.IO; using System.Threading.Channels;
        using Amazon.Lambda.APIGatewayEvents; using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Routing;
        using Microsoft.Azure.Functions.Worker; using Microsoft.Azure.Functions.Worker.Http; using Microsoft.Azure.WebJobs; using Microsoft.Extensions.Hosting;

        """;

    private const string Services = """
        public interface IStore { Task SaveAsync(string who, string what); Task FailedAsync(string id, int code); }
        public interface IWhatsApp { Task SendTextAsync(string to, string body); }
        public sealed class WhatsApp(HttpClient http) : IWhatsApp
        {
            public async Task SendTextAsync(string to, string body)
            {
                using var answer = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body } });
                answer.EnsureSuccessStatusCode();
            }
        }
        """;

    public static TheoryData<string, string> All
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (ReceiverKind kind in ReceiverKind.All)
            {
                foreach (UpdateReader reader in UpdateReader.All)
                {
                    data.Add(kind.Name, reader.Name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Receivers(string kindName, string readerName)
    {
        ReceiverKind kind = ReceiverKind.All.Single(each => each.Name == kindName);
        UpdateReader reader = UpdateReader.All.Single(each => each.Name == readerName);
        IEnumerable<string> parts = UpdateScenario.All.Where(scenario => IsPossible(scenario, kind)).Select((scenario, index) => Written(scenario, kind, reader, index));
        new TestProgram("DLG06*", Usings + string.Join("\n", parts), Services) { References = ProgramsTests.LibrariesOfNewWeb }.Check();
    }

    /// <summary>A service cannot refuse, and a worker that answers nobody neither refuses nor fails a request.</summary>
    private static bool IsPossible(UpdateScenario scenario, ReceiverKind kind)
    {
        string text = scenario.Write(UpdateReader.All[0]);
        return (kind.Refuse.Length > 0 || !(text.Contains("REFUSE", StringComparison.Ordinal) || text.Contains("SECRET", StringComparison.Ordinal)))
            && (kind.Answers || (scenario.OnlyWhereAnswered is null && !scenario.IsWithoutStatuses));
    }

    private static string Written(UpdateScenario scenario, ReceiverKind kind, UpdateReader reader, int index)
    {
        string body = scenario.Write(reader).Replace("REFUSE", kind.Refuse, StringComparison.Ordinal).Replace("SECRET", kind.Secret, StringComparison.Ordinal);
        string handle = "HandleAsync";
        if (kind.IsBehindController && scenario.OnlyWhereAnswered == "DLG0602")
        {
            // The receiver waits for the service, which waits for the send.
            body = Regex.Replace(body, @"\{\|DLG0602:(\w+)\|\}", "$1");
            handle = "{|DLG0602:HandleAsync|}";
        }

        string name = scenario.IsWithoutStatuses ? $"{{|DLG0607:{kind.Receiver}|}}" : kind.Receiver;
        string code = kind.Code.Replace("UPDATE", reader.Parsed, StringComparison.Ordinal).Replace("TYPE", reader.Type, StringComparison.Ordinal)
            .Replace("NAME", kind.Answers ? name : "TakeAsync", StringComparison.Ordinal).Replace("HANDLE", handle, StringComparison.Ordinal).Replace("BODY", body, StringComparison.Ordinal);
        string classes = reader.Name == "Classes" ? UpdateReader.Classes.Replace("USERID ", scenario.IsByNumber ? string.Empty : "public string? from_user_id { get; set; } ", StringComparison.Ordinal) : string.Empty;
        return $"namespace Case{index}\n{{\n// {scenario.Name}\n{code}\n{classes}\n}}\n";
    }
}
