using System.Globalization;
using System.Text;

namespace Dialog360.Analyzers.Tests.Hosting;

/// <summary>Writes programs whose methods call each other, in circles too, and send, check, look up, retry and loop on the way: the answers about one body depend on others.</summary>
internal static class CallingPrograms
{
    private const int Methods = 8;

    /// <summary>What a method may hold; <c>{0}</c> is the number of another one.</summary>
    private static readonly string[] Statements =
    [
        "await M{0}(to);",
        "if (to.Length > 5) { await M{0}(to); }",
        "if (await _sessions.IsWindowOpenAsync(to)) { await M{0}(to); }",
        "if (!await _sessions.IsWindowOpenAsync(to)) { return; }",
        "foreach (string each in _numbers) { await M{0}(each); }",
        "await _client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"Hello\" } });",
        "await _client.PostAsJsonAsync(\"https://waba.360dialog.io/v1/messages\", new { to, type = \"text\", text = new { body = \"Hello\" } });",
        "await _client.PostAsJsonAsync(\"https://waba.360dialog.io/v1/contacts\", new { blocking = \"wait\", contacts = new[] { to } });",
        "var answer{0} = await _client.PostAsync(\"https://waba-v2.360dialog.io/messages\", Body(to)); if ((int)answer{0}.StatusCode == 470) { await M{0}(to); }",
        "for (int attempt = 0; attempt < 3; attempt++) { await M{0}(to); await Task.Delay(1000); }",
        "try { await M{0}(to); } catch (HttpRequestException) { await M{0}(to); }",
    ];

    /// <summary>The program of a number.</summary>
    public static string Of(int number)
    {
        Random random = new(number);
        StringBuilder text = new($$$"""
            namespace P{{{number}}};
            public interface ISessions { Task<bool> IsWindowOpenAsync(string to); }
            public class Program{{{number}}}
            {
                private readonly HttpClient _client = new();
                private readonly List<string> _numbers = new();
                private readonly ISessions _sessions = null!;
                private static StringContent Body(string to) => new("{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}", Encoding.UTF8, "application/json");

            """);
        for (int method = 0; method < Methods; method++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {(random.Next(4) == 0 ? "public" : "private")} async Task M{method}(string to)\n    {{\n        await Task.Yield();\n");
            for (int left = random.Next(1, 4), first = random.Next(Methods); left > 0; left--)
            {
                string statement = Statements[random.Next(Statements.Length)].Replace("{0}", ((first + left) % Methods).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
                text.Append("        ").Append(statement).Append('\n');
            }

            text.Append("    }\n");
        }

        return text.Append("}\n").ToString();
    }
}
