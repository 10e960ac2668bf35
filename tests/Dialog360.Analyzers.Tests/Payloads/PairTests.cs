using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Payloads;

/// <summary>Buttons and rows that are handed over as tuples, pairs or dictionaries, and made into parts of the message inside.</summary>
public sealed class PairTests
{
    private const string Long = "\"Yes, please book it for me\"";

    [Theory]
    [InlineData("params (string Id, string Title)[] all", "all.Select(b => new { type = \"reply\", reply = new { id = b.Id, title = b.Title } })", "(\"a\", \"Yes\"), (\"b\", $)")]
    [InlineData("params (string, string)[] all", "all.Select(b => new { type = \"reply\", reply = new { id = b.Item1, title = b.Item2 } })", "(\"a\", \"Yes\"), (\"b\", $)")]
    [InlineData("IEnumerable<(string Id, string Title)> all", "all.Select(b => new { type = \"reply\", reply = new { id = b.Id, title = b.Title } }).ToArray()", "new[] { (\"a\", \"Yes\"), (\"b\", $) }")]
    [InlineData("List<KeyValuePair<string, string>> all", "all.Select(b => new { type = \"reply\", reply = new { id = b.Key, title = b.Value } })", "new List<KeyValuePair<string, string>> { new(\"a\", \"Yes\"), new(\"b\", $) }")]
    [InlineData("Dictionary<string, string> all", "all.Select(b => new { type = \"reply\", reply = new { id = b.Key, title = b.Value } })", "new Dictionary<string, string> { [\"a\"] = \"Yes\", [\"b\"] = $ }")]
    [InlineData("Dictionary<string, string> all", "all.Select(b => new { type = \"reply\", reply = new { id = b.Key, title = b.Value } })", "new Dictionary<string, string> { { \"a\", \"Yes\" }, { \"b\", $ } }")]
    public void Text_that_is_too_long(string parameter, string buttons, string arguments)
    {
        Check("DLG0109", parameter, buttons, arguments.Replace("$", $"[|{Long}|]", StringComparison.Ordinal));
        Check("DLG0109", parameter, buttons, arguments.Replace("$", "\"No\"", StringComparison.Ordinal));
        Check("DLG0108", parameter, buttons, arguments.Replace("$", "\"No\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("(string, string) pair", "new object[] { new { type = \"reply\", reply = new { id = pair.Item1, title = pair.Item2 } } }", "(\"a\", [|\"Yes, please book it for me\"|])")]
    [InlineData("(string Id, string Title) pair", "new object[] { new { type = \"reply\", reply = new { id = pair.Title, title = pair.Id } } }", "(\"a\", \"Yes, please book it for me\")")]
    public void Single_tuples(string parameter, string buttons, string arguments) => Check("DLG0109", parameter, buttons, arguments);

    private static void Check(string rule, string parameter, string buttons, string arguments) => new TestProgram(rule, $$"""
        public class Sender(HttpClient http)
        {
            public async Task AskAsync(string to, {{parameter}})
            {
                object message = new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "button", body = new { text = "Well?" }, action = new { buttons = {{buttons}} } } };
                (await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message)).EnsureSuccessStatusCode();
            }

            public Task RunAsync(string to) => AskAsync(to, {{arguments}});
        }
        """).Check();
}
