using System.Globalization;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace Dialog360.Analyzers.Tests.Hosting;

/// <summary>
/// After each of many random edits the findings are those of a compilation that nobody has seen before: nothing that is kept from one compilation to the next
/// is out of date. <c>DIALOG360_EDITS</c> sets how many edits are made in all; from 1,000 on
/// memory is compared, too.
/// </summary>
public sealed class WarmEqualsColdTests(ITestOutputHelper output)
{
    private const int MaxGrowth = 64;

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Text;
        global using System.Text.Json;
        global using System.Threading.Tasks;
        """;

    private static readonly (string Path, string Text)[] Small =
    [
        ("Usings.cs", Usings),
        ("Sender.cs", """
            public class Sender
            {
                private readonly HttpClient _http;

                public Sender(HttpClient http) => _http = http;

                public async Task TextAsync(string to, string text)
                {
                    var answer = await _http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = text } });
                    answer.EnsureSuccessStatusCode();
                }
            }
            """),
        ("Confirmations.cs", """
            public class Confirmations
            {
                private readonly Sender _sender;

                public Confirmations(Sender sender) => _sender = sender;

                public Task OrderAsync(string phone, int number) => _sender.TextAsync(phone, "Your order " + number + " is on its way.");

                public async Task AllAsync(IEnumerable<string> phones)
                {
                    foreach (string phone in phones)
                    {
                        await OrderAsync(phone, 1);
                    }
                }
            }
            """),
        ("Outbox.cs", """
            public class Outbox
            {
                public List<string> Lines { get; } = new();

                public Func<string, Task> Send { get; set; }

                public Task SendAsync(string line) => Send(line);
            }
            """),
        ("Poster.cs", """
            public interface IPoster { Task PostAsync(string path, object body); }

            public class Poster : IPoster
            {
                private readonly HttpClient _http = new();

                public async Task PostAsync(string path, object body) => await _http.PostAsync(path, new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"));
            }
            """),
        ("Media.cs", """
            public class Media
            {
                private readonly IPoster _poster;

                public Media(IPoster poster) => _poster = poster;

                public Task ImageAsync(string to) => _poster.PostAsync("https://waba-v2.360dialog.io/messages",
                    new { messaging_product = "whatsapp", to, type = "image", image = new { link = "https://example.com/a.svg" } });
            }
            """),
        ("Update.cs", """
            public class Update { public List<Entry> entry { get; set; } }
            public class Entry { public List<Change> changes { get; set; } }
            """),
        ("Change.cs", """
            public class Change { public Value value { get; set; } }
            public class Value { public List<Message> messages { get; set; } public List<Status> statuses { get; set; } }
            public class Message { public string from { get; set; } public string id { get; set; } public string type { get; set; } }
            public class Status { public string id { get; set; } public string status { get; set; } public string recipient_id { get; set; } }
            """),
        ("Hook.cs", """
            public class HookController
            {
                private readonly Confirmations _confirmations;

                public HookController(Confirmations confirmations) => _confirmations = confirmations;

                [HttpPost("hook")]
                public async Task<object> Post(Update update)
                {
                    var message = update.entry[0].changes[0].value.messages[0];
                    await _confirmations.OrderAsync(message.from, 2);
                    return new { ok = true };
                }
            }

            public class HttpPostAttribute : Attribute { public HttpPostAttribute(string path) { } }
            """),
        ("Map.cs", """
            public class Map
            {
                private readonly IPoster _poster;

                public Map(IPoster poster) => _poster = poster;

                public Task OfficeAsync(string to) => _poster.PostAsync("https://waba-v2.360dialog.io/messages",
                    new { messaging_product = "whatsapp", to, type = "location", location = Places.Office() });
            }
            """),
        ("Places.cs", """
            public static class Places
            {
                public static object Office() => Named("Office", 95.25);

                private static object Named(string name, double latitude) => new { name, latitude, longitude = 190.5 };
            }
            """),
        ("Plain.cs", """
            public class Prices
            {
                private readonly Dictionary<string, decimal> _prices = new();

                public decimal Of(string article) => _prices.TryGetValue(article, out var price) ? price : throw new KeyNotFoundException(article);
            }
            """),
    ];

    private static int LongRun => int.TryParse(Environment.GetEnvironmentVariable("DIALOG360_EDITS"), CultureInfo.InvariantCulture, out int edits) ? edits : 0;

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 100)]
    [InlineData(3, 100)]
    public void Findings_after_an_edit_are_those_of_a_new_compilation(int seed, int edits) => Check(seed, Small, Math.Max(edits, LongRun / 4));

    [Fact]
    public void So_they_are_over_the_consumers()
    {
        foreach (string consumer in new[] { "QuickStart", "Webhook", "Clinic" })
        {
            Check(4, [("Usings.cs", Usings), .. OrderTests.SourcesOf(consumer)], Math.Max(LongRun / 12, 4));
        }
    }

    private void Check(int seed, IEnumerable<(string Path, string Text)> files, int edits)
    {
        EditedProgram program = new(seed, files);
        int findings = 0;
        string before = string.Empty;
        int changes = 0;
        long settled = 0;
        for (int edit = 0; edit < edits; edit++)
        {
            string[] warm = Describe(program.Warm);
            string[] cold = Describe(program.Cold);
            Assert.True(warm.SequenceEqual(cold), $"Seed {seed}, edit {edit}: {program.LastEdit}{Environment.NewLine}warm: {string.Join(Environment.NewLine, warm.Except(cold))}{Environment.NewLine}cold: {string.Join(Environment.NewLine, cold.Except(warm))}");
            findings += cold.Length;
            string all = string.Join('\n', cold);
            changes += all == before ? 0 : 1;
            before = all;
            program.Edit();
            if (edit % 500 == 499)
            {
                long kept = GC.GetTotalMemory(forceFullCollection: true) >> 20;
                output.WriteLine($"{edit + 1} edits, {kept} MB kept");
                settled = edit < 1000 ? kept : settled;

                // Tests beside this one keep something too, but not more with each edit.
                Assert.True(edit < 1000 || kept < settled + MaxGrowth, $"{kept} MB kept after {edit + 1} edits, {settled} MB after 1,000");
            }
        }

        // Edits that change nothing would prove nothing.
        Assert.True(findings > edits && (edits < 50 || changes > edits / 40), $"{findings} findings, {changes} changes in {edits} edits");
    }

    private static string[] Describe(Compilation compilation) =>
        [.. TestProgram.Analyze(compilation).Select(static finding => finding.ToString() + finding.Location.SourceSpan).Order(StringComparer.Ordinal)];
}
