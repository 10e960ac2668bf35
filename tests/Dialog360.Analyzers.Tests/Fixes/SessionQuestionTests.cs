using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis.CodeActions;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>DLG0201: what the code has asked already is not asked again, and the title says what happens.</summary>
public sealed class SessionQuestionTests
{
    private const string Send = "http.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to = ticket.Phone, type = \"text\", text = new { body = \"Ready\" } })";

    private const string Template = "(await http.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to = ticket.Phone, type = \"template\", template = new { name = \"hi\", language = new { code = \"en\" } } })).EnsureSuccessStatusCode();";

    private static string Job(string statements) => $$"""
        public record Ticket(string Phone, DateTime LastCustomerMessageUtc, bool RequiresTemplate);
        public interface ISessions { Task<bool> IsSessionOpenAsync(string phone); }
        public sealed class Job(HttpClient http, ISessions sessions, Func<Ticket> pick)
        {
            public async Task RunAsync()
            {
                var ticket = pick();
                var other = pick();
                {{Written(statements)}}
                await sessions.IsSessionOpenAsync(other.Phone);
            }
        }
        """;

    /// <summary>A job with other members, without a service to ask.</summary>
    private static string Alone(string members, string statement) => $$"""
        public record Ticket(string Phone, DateTime LastCustomerMessageUtc);
        public sealed class Job(HttpClient http, Func<Ticket> pick)
        {
            {{Written(members)}}

            public async Task RunAsync()
            {
                var ticket = pick();
                {{Written(statement)}}
            }
        }
        """;

    private static string Written(string code) => code.Replace("SEND", Send, StringComparison.Ordinal).Replace("TEMPLATE", Template, StringComparison.Ordinal);

    [Theory]
    [InlineData("if (await sessions.IsSessionOpenAsync(ticket.Phone)) return; var r = await SEND; r.EnsureSuccessStatusCode();")]
    [InlineData("if (ticket.RequiresTemplate) { var r = await SEND; r.EnsureSuccessStatusCode(); }")]
    [InlineData("if (DateTime.UtcNow - ticket.LastCustomerMessageUtc > TimeSpan.FromHours(24)) { TEMPLATE } var r = await SEND; r.EnsureSuccessStatusCode();")]
    [InlineData("bool open = await sessions.IsSessionOpenAsync(ticket.Phone); if (!open) { Console.WriteLine(\"closed\"); } var r = await SEND; r.EnsureSuccessStatusCode();")]
    [InlineData("switch (ticket.RequiresTemplate) { case true: (await SEND).EnsureSuccessStatusCode(); break; }")]
    [InlineData("if (!ticket.RequiresTemplate) { TEMPLATE } else { (await SEND).EnsureSuccessStatusCode(); }")]
    [InlineData("if (DateTime.UtcNow - ticket.LastCustomerMessageUtc > TimeSpan.FromHours(24)) { Func<Task> run = async () => (await SEND).EnsureSuccessStatusCode(); await run(); }")]
    public async Task Asks_nothing_that_is_decided(string statements) => await SessionFixBench.LeavesAsync(Job(statements), "guard-session");

    [Theory]
    [InlineData("if (await sessions.IsSessionOpenAsync(other.Phone)) { Console.WriteLine(other); } var r = await SEND; r.EnsureSuccessStatusCode();")]
    [InlineData("if (other.RequiresTemplate) { Console.WriteLine(other); } (await SEND).EnsureSuccessStatusCode();")]
    [InlineData("(await SEND).EnsureSuccessStatusCode(); if (ticket.RequiresTemplate) { Console.WriteLine(ticket); }")]
    [InlineData("(await SEND).EnsureSuccessStatusCode(); (await SEND).EnsureSuccessStatusCode();")]
    public async Task Asks_about_who_gets_the_message(string statements)
    {
        string text = await SessionFixBench.FixAsync(Job(statements), "guard-session");
        Assert.Contains("await sessions.IsSessionOpenAsync(ticket.Phone)", text, StringComparison.Ordinal);
    }

    /// <summary>What there is to ask, how the send stands, and the title.</summary>
    public static TheoryData<string, string, string> Titles => new()
    {
        { "bool IsSessionOpen(string to) => true;", "(await SEND).EnsureSuccessStatusCode();", "Send only while 'IsSessionOpen' is true, else a template" },
        { "bool SessionExpired(string to) => true;", "(await SEND).EnsureSuccessStatusCode();", "Send only while 'SessionExpired' is false, else a template" },
        { "", "(await SEND).EnsureSuccessStatusCode();", "Send only within 24 hours after 'ticket.LastCustomerMessageUtc', else a template" },
        { "bool SessionExpired(string to) => true;", "await TextAsync(ticket.Phone);", "Send only while 'SessionExpired' is false, else nothing" },
        { "Task SendTemplateAsync(string to, string name) => Task.CompletedTask;", "await TextAsync(ticket.Phone);", "Send only within 24 hours after 'ticket.LastCustomerMessageUtc', else a template" },
        { "", "await TextAsync(ticket.Phone);", "Send only within 24 hours after 'ticket.LastCustomerMessageUtc', else nothing" },
    };

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task The_title_says_what_happens(string members, string statement, string title)
    {
        string program = Alone(members + " Task TextAsync(string to) => " + Send.Replace("ticket.Phone", "to", StringComparison.Ordinal) + ";", statement);
        (_, List<CodeAction> actions) = await Repairs.OfAsync(program);
        Assert.Contains(title, actions.Select(static action => action.Title));
    }

    [Fact]
    public async Task A_check_that_must_be_awaited_keeps_a_new_one_away() =>
        await SessionFixBench.LeavesAsync(Alone("Task<bool> IsSessionOpenAsync(string to) => Task.FromResult(true); public Task NowAsync() { var ticket = pick(); return SEND; }", "await IsSessionOpenAsync(string.Empty);").Replace("DateTime LastCustomerMessageUtc", "int Number", StringComparison.Ordinal), "guard-session");

    [Fact]
    public async Task The_check_is_awaited_as_the_file_awaits() => Assert.Contains(
        "await IsSessionOpenAsync(ticket.Phone).ConfigureAwait(false)",
        await SessionFixBench.FixAsync(Alone("Task<bool> IsSessionOpenAsync(string to) => Task.FromResult(true);", "(await SEND.ConfigureAwait(false)).EnsureSuccessStatusCode();"), "guard-session"),
        StringComparison.Ordinal);

    [Fact]
    public async Task Its_own_output_is_judged_in_a_lambda_of_a_program() => Assert.Contains(
        "object message = IsSessionOpen(to)",
        await SessionFixBench.FixAsync(
            """
            using var http = new HttpClient();
            Func<string, string, Task> say = async (to, line) =>
            {
                var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = line } });
                Console.WriteLine((int)response.StatusCode);
            };
            foreach (var row in System.IO.File.ReadLines("volunteers.csv"))
            {
                if (row.Length > 3 && DateTimeOffset.UtcNow - DateTimeOffset.Parse(row) < TimeSpan.FromHours(24))
                    await say(row, "Thanks again for your offer to help!");
                if (row.Length > 4)
                    await say(row, "You are on shift.");
            }
            """,
            "guard-session"),
        StringComparison.Ordinal);
}
