using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>The repair of DLG0202 with a look-up that the program has: it compiles, comments stay, the finding is gone, a second run changes nothing.</summary>
public sealed class ExistingLookUpFixTests
{
    private const string Content = "type = \"template\", template = new { name = \"x\", language = new { code = \"en\", policy = \"deterministic\" } }";

    private const string Asynchronous = """
        private async Task<string> FindAsync(string number)
            {
                HttpResponseMessage answer = await http.PostAsJsonAsync("/v1/contacts", new { contacts = new[] { number } });
                return System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["contacts"]![0]!["wa_id"]!.GetValue<string>();
            }
        """;

    private const string Synchronous = """
        private static string Find(string number, bool force = false)
            {
                using WebClient web = new WebClient();
                string answer = web.UploadString("/v1/contacts", "{\"contacts\":[\"" + number + "\"]}");
                return System.Text.Json.JsonDocument.Parse(answer).RootElement.GetProperty("contacts")[0].GetProperty("wa_id").GetString()!;
            }
        """;

    private const string Raw = """
        private async Task<string> AskAsync(string number)
            {
                HttpResponseMessage answer = await http.PostAsJsonAsync("/v1/contacts", new { contacts = new[] { number } });
                return await answer.Content.ReadAsStringAsync();
            }
        """;

    private const string Service = """
        public interface IContacts { Task<string> WhoIs(string phone); }
        public sealed class Contacts : IContacts
        {
            private readonly HttpClient http = new HttpClient();
            public async Task<string> WhoIs(string phone)
            {
                HttpResponseMessage answer = await http.PostAsJsonAsync("/v1/contacts", new { contacts = new[] { phone } });
                return (await answer.Content.ReadFromJsonAsync<Answer>())!.contacts[0].wa_id;
            }
        }
        public sealed class Answer { public Found[] contacts { get; set; } = new Found[0]; }
        public sealed class Found { public string wa_id { get; set; } = ""; }
        """;

    private static Solution Program(string members, string service = "") => TestSolution.Of($$"""
        using System; using System.Net; using System.Net.Http; using System.Net.Http.Json; using System.Text; using System.Text.Json; using System.Threading.Tasks;
        public sealed class Customer { public string Phone { get; set; } = ""; }
        public sealed class Sender
        {
            private readonly HttpClient http = new HttpClient();
            {{members.Replace("POST", "http.PostAsJsonAsync(\"/v1/messages\"").Replace("CONTENT", Content)}}
        }
        {{service}}
        """);

    public static TheoryData<string, string, string> Repaired => new()
    {
        { Asynchronous + "public async Task Send(string phone) { await POST, new { to = phone, CONTENT }); /* hello */ }", "phone = await FindAsync(phone);", "" },
        { Asynchronous + "public async Task Send(string phone) { var message = new { to = phone, CONTENT }; /* hello */ await POST, message); }", "phone = await FindAsync(phone);", "" },
        { Asynchronous + "public async Task Send(Customer customer) { await POST, new { to = /* hello */ customer.Phone, CONTENT }); }", "to = /* hello */ await FindAsync(customer.Phone),", "" },
        { Asynchronous + "public async Task Send(string[] all) { foreach (string to in all) await POST, new { to /* hello */, CONTENT }); }", "new { to = await FindAsync(to) /* hello */,", "" },
        { Asynchronous + "public async Task Send(string to) => await POST, new { to, CONTENT /* hello */ });", "new { to = await FindAsync(to),", "" },
        { Asynchronous.Replace("string number)", "string number, System.Threading.CancellationToken token)", StringComparison.Ordinal) + "public async Task Send(string phone, System.Threading.CancellationToken stop) { await POST, new { to = phone, CONTENT }); /* hello */ }", "phone = await FindAsync(phone, stop);", "" },
        { Asynchronous.Replace("string number)", "string number, bool force = false, System.Threading.CancellationToken token = default)", StringComparison.Ordinal) + "public async Task Send(string phone, System.Threading.CancellationToken stop) { await POST, new { to = phone, CONTENT }); /* hello */ }", "phone = await FindAsync(phone, token: stop);", "" },
        { Asynchronous.Replace("}));", "})).ConfigureAwait(false);", StringComparison.Ordinal).Replace("new[] { number } });", "new[] { number } }).ConfigureAwait(false);", StringComparison.Ordinal).Replace("ReadAsStringAsync())", "ReadAsStringAsync().ConfigureAwait(false))", StringComparison.Ordinal) + "public async Task Send(string phone) { await POST, new { to = phone, CONTENT }).ConfigureAwait(false); /* hello */ }", "phone = await FindAsync(phone).ConfigureAwait(false);", "" },
        { Synchronous + "public void Send(string phone) { POST, new { to = phone, CONTENT }).Wait(); /* hello */ }", "phone = Find(phone);", "" },
        { Synchronous + "public Task Send(string phone) { /* hello */ return POST, new { to = phone, CONTENT }); }", "phone = Find(phone);", "" },
        { Synchronous + "public Task Send(string phone) => /* hello */ POST, new { to = phone, CONTENT });", "to = Find(phone),", "" },
        { Synchronous + "public Task Send(string phone) { string json = JsonSerializer.Serialize(new { to = phone, CONTENT }); return http.PostAsync(\"/v1/messages\", new StringContent(json)); /* hello */ }", "phone = Find(phone);", "" },
        { "private readonly IContacts contacts = new Contacts(); public async Task Send(string phone) { await POST, new { to = phone, CONTENT }); /* hello */ }", "phone = await contacts.WhoIs(phone);", Service },
        { "public async Task Send(string phone, Contacts directory) { await POST, new { to = phone, CONTENT }); /* hello */ }", "phone = await directory.WhoIs(phone);", Service },
        { "private readonly Contacts contacts = new Contacts(); public async Task Run(string phone) { /* hello */ await Send(phone, 1); } private async Task Send(string to, int number) => await POST, new { to, CONTENT });", "phone = await contacts.WhoIs(phone);", Service },
        { "private readonly Contacts contacts = new Contacts(); public async Task Run(Customer customer) => await Send(customer.Phone /* hello */); private async Task Send(string to) => await POST, new { to, CONTENT });", "Send(await contacts.WhoIs(customer.Phone) /* hello */)", Service },
    };

    public static TheoryData<string, string> Left => new()
    {
        // It returns the answer, not the number.
        { Raw + "public async Task Send(string phone) => await POST, new { to = phone, CONTENT });", "" },
        // Nothing can be awaited.
        { Asynchronous + "public void Send(string phone) { POST, new { to = phone, CONTENT }).Wait(); }", "" },
        { "private readonly Contacts contacts = new Contacts(); public Task Send(string phone) => POST, new { to = phone, CONTENT });", Service },
        // What sends is no look-up.
        { "public async Task<string> Other(string to) { await http.PostAsJsonAsync(\"/v1/contacts\", new { to }); var answer = await POST, new { to, CONTENT }); return \"wa_id\"; } public async Task Send(string phone) => await POST, new { to = phone, CONTENT });", "" },
        // A static method has no field.
        { "private readonly Contacts contacts = new Contacts(); public static async Task Send(string phone) => await new HttpClient().PostAsJsonAsync(\"/v1/messages\", new { to = phone, CONTENT });", Service },
    };

    [Theory]
    [MemberData(nameof(Repaired))]
    public async Task Uses_the_look_up_in_scope(string members, string expected, string service)
    {
        string text = await RepairAsync(Program(members, service));
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Contains("/* hello */", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Left))]
    public async Task Offers_nothing_where_it_cannot_be_called(string members, string service) =>
        Assert.Empty(await SessionRepairsBench.ProposalsAsync(Program(members, service).Projects.Single().Documents.First(), "look-up-with"));

    [Fact]
    public async Task Repairs_all_of_a_document()
    {
        string text = await RepairAsync(Program(Asynchronous + """
            public async Task One(string phone) { await POST, new { to = phone, CONTENT }); await POST, new { to = phone, CONTENT }); }
            public async Task Two(Customer customer) { await POST, new { to = customer.Phone, CONTENT }); }
            public async Task Three(string[] all) { foreach (string to in all) { await POST, new { to, CONTENT }); } }
            """));
        Assert.Equal(3, text.Split("await FindAsync(").Length - 1);
    }

    private static async Task<string> RepairAsync(Solution solution)
    {
        DocumentId id = solution.Projects.Single().Documents.First().Id;
        Assert.NotEmpty(await SessionRepairsBench.ProposalsAsync(solution.GetDocument(id)!, "look-up-with"));
        Solution repaired = await SessionRepairsBench.FixAsync(solution, id, "look-up-with");
        await TestSolution.AssertCompilesAsync(repaired);
        Assert.Empty(await SessionRepairsBench.ProposalsAsync(repaired.GetDocument(id)!, ruleId: "DLG0202"));
        Compilation compilation = (await repaired.Projects.Single().GetCompilationAsync())!;
        Assert.DoesNotContain(Infrastructure.TestProgram.Analyze(compilation), static found => found.Id == "DLG0202");
        return (await repaired.GetDocument(id)!.GetTextAsync()).ToString();
    }
}
