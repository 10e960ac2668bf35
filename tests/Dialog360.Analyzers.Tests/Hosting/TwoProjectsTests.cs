using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Hosting;

/// <summary>What a project sees of another one: attributes and signatures, no bodies and no defaults; the same in an editor and in a build.</summary>
public sealed class TwoProjectsTests
{
    /// <summary>Models, a client, keys and checks, with names from attributes and values from initializers.</summary>
    private const string Library = """
        namespace Lib
        {
            [AttributeUsage(AttributeTargets.Method)] public sealed class ChecksSessionAttribute : Attribute { }
            public class Note
            {
                [JsonPropertyName("messaging_product"), JsonInclude] public string MessagingProduct { get; private set; } = "whatsapp";
                [JsonPropertyName("to")] public string Recipient { get; set; } = "";
                [JsonPropertyName("type"), JsonInclude] public string Type { get; private set; } = "interactive";
                [JsonPropertyName("interactive")] public Menu Interactive { get; set; } = null!;
            }
            public class Menu
            {
                [JsonPropertyName("type"), JsonInclude] public string Type { get; private set; } = "list";
                [JsonPropertyName("body")] public Body Body { get; set; } = null!;
                [JsonPropertyName("action")] public MenuAction Action { get; set; } = null!;
            }
            public class Body { [JsonPropertyName("text")] public string Value { get; set; } = ""; }
            public class MenuAction { [JsonPropertyName("button")] public string Caption { get; set; } = ""; }
            public class Place { [JsonPropertyName("latitude")] public double North { get; set; } [JsonPropertyName("longitude")] public double East { get; set; } }
            public interface IClient { Task SendAsync(Note note); }
            public static class Keys { public static string Dialog360ApiKey = ""; public static string Region = ""; }
            public class Sessions { [ChecksSession] public bool Ask(string to) => to.Length > 3; public bool Guess(string to) => to.Length > 3; }
            public static class Titles { public const string Long = "Please choose one of our dishes"; public static readonly string AtRunTime = "Please choose one of our dishes"; }
        }
        """;

    [Theory]
    // What the class of the other project gives is not seen, so nothing is called missing.
    [InlineData("DLG0108", "public class Waiter(Lib.IClient client) { public Task Offer(string to) { var note = new Lib.Note(); note.Recipient = to; note.Interactive = new Lib.Menu(); note.Interactive.Body = new Lib.Body(); note.Interactive.Action = new Lib.MenuAction(); return client.SendAsync(note); } }")]
    [InlineData("DLG0108", "public class Waiter(HttpClient http) { public Task Offer(string to) => http.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new Lib.Note { Recipient = to, Interactive = new Lib.Menu { Body = new Lib.Body(), Action = new Lib.MenuAction() } }); }")]
    // The names of its attributes are.
    [InlineData("DLG0109", "public class Waiter(HttpClient http) { public Task Offer(string to) => http.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"interactive\", interactive = new { type = \"list\", body = new { text = \"?\" }, action = new Lib.MenuAction { Caption = [|\"Please choose one of our dishes\"|] } } }); }")]
    [InlineData("DLG0101", "public class Waiter(HttpClient http) { public Task Show(string to) => http.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"location\", location = new Lib.Place { North = [|96.5|], East = 7.1 } }); }")]
    // A constant is known, a field that is set at run time is not.
    [InlineData("DLG0109", "public class Waiter(HttpClient http) { public Task Offer(string to) => http.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"interactive\", interactive = new { type = \"list\", body = new { text = \"?\" }, action = new Lib.MenuAction { Caption = [|Lib.Titles.Long|] } } }); }")]
    [InlineData("DLG0109", "public class Waiter(HttpClient http) { public Task Offer(string to) => http.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"interactive\", interactive = new { type = \"list\", body = new { text = \"?\" }, action = new Lib.MenuAction { Caption = Lib.Titles.AtRunTime } } }); }")]
    // A key that is handed to the other project.
    [InlineData("DLG0701", "// WhatsApp\npublic class Start { public void Run() { Lib.Keys.Dialog360ApiKey = [|\"aB3dE5fG7hJ9kL2mN4pQ6rStAK\"|]; Lib.Keys.Region = \"aB3dE5fG7hJ9kL2mN4pQ6rStAK\"; } }")]
    // A check that says so, and a method that does not.
    [InlineData("DLG0201", "public class Waiter(HttpClient http, Lib.Sessions sessions) { public async Task Tell(string to) { if (sessions.Ask(to)) await http.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }); } }")]
    [InlineData("DLG0201", "public class Waiter(HttpClient http, Lib.Sessions sessions) { public async Task Tell(string to) { if (sessions.Guess(to)) await http.[|PostAsJsonAsync|](\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }); } }")]
    public void Same_in_an_editor_and_in_a_build(string rule, string program)
    {
        foreach (MetadataReference reference in OtherProject.Both(Library))
        {
            new TestProgram(rule, program) { References = [reference] }.Check();
        }
    }
}
