using Dialog360.Analyzers.Tests.Sending;

namespace Dialog360.Analyzers.Tests.Answers;

/// <summary>
/// Programs of many small methods, compiled at once. <c>SEND</c> stands for the call of <c>PostAsJsonAsync</c> with a template, <c>[|SEND|]</c> for one
/// that is reported on its name, <c>URL</c> for the address of messages, <c>BODY</c> for a message.
/// </summary>
internal static class AnswerProgram
{
    private const string Body = "new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } }";

    private const string Surroundings = """
        // A project that sends WhatsApp messages.
        public interface ILog { void LogInformation(string text); void LogError(string text); void LogWarning(string text, params object[] values); }
        public interface IStore { void Add(object failed); Task SaveAsync(object failed); }
        public class Answer { public Error error { get; set; } public List<Sent> messages { get; set; } }
        public class Error { public int code { get; set; } public string message { get; set; } }
        public class Order { public int Code { get; set; } public string Number { get; set; } }
        public class Country { public int Code { get; set; } public string Name { get; set; } }
        public class Sent { public string id { get; set; } }
        """;

    /// <summary>A program in which each of the texts is the body of an <c>async</c> method.</summary>
    public static SendingProgram OfStatements(params string[] bodies) =>
        OfMembers(bodies.Select((body, index) => $"async Task M{index}(string to, List<string> phones) {{ await Task.Yield(); {body} }}").ToArray());

    /// <summary>A program in which each of the texts is the content of a class of its own.</summary>
    public static SendingProgram OfMembers(params string[] members) => Of(string.Join(
        "\n",
        members.Select((member, index) => $$"""
            public class C{{index}}(HttpClient client, ILog log, IStore store)
            {
                HttpStatusCode last;
                List<HttpResponseMessage> answers = new();
                {{member}}
            }
            """)));

    /// <summary>A program of whole types.</summary>
    public static SendingProgram Of(string types) => SendingProgram.Of(Expanded(types) + "\n" + Surroundings);

    /// <summary>The text with the words in capitals written out.</summary>
    public static string Expanded(string text) => text
        .Replace("[|SEND|]", "client.[|PostAsJsonAsync|](URL, BODY)", StringComparison.Ordinal)
        .Replace("SEND", "client.PostAsJsonAsync(URL, BODY)", StringComparison.Ordinal)
        .Replace("BODY", Body, StringComparison.Ordinal)
        .Replace("URL", "\"https://waba-v2.360dialog.io/messages\"", StringComparison.Ordinal);
}
