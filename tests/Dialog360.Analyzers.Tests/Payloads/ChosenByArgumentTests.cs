using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Payloads;

/// <summary>Of the messages that a method can make, a call is judged by those that its known arguments can reach.</summary>
public sealed class ChosenByArgumentTests
{
    private const string Image = "new { messaging_product = \"whatsapp\", to, type = \"image\", image = new { link } }";
    private const string Video = "new { messaging_product = \"whatsapp\", to, type = \"video\", video = new { link } }";

    public static TheoryData<string> Methods => new()
    {
        $"object Make(string to, string type, string link) => type switch {{ \"image\" => {Image}, \"video\" => {Video}, _ => throw new ArgumentException(type) }};",
        $"object Make(string to, string type, string link) => type == \"image\" ? {Image} : (object){Video};",
        $"object Make(string to, string type, string link) {{ switch (type) {{ case \"image\": return {Image}; case \"video\": return {Video}; default: throw new ArgumentException(type); }} }}",
        $"object Make(string to, string type, string link) {{ if (type == \"image\") return {Image}; if (type == \"video\") {{ return {Video}; }} throw new ArgumentException(type); }}",
        $"object Make(string to, string type, string link) {{ object made; if (type == \"image\") {{ made = {Image}; }} else {{ made = {Video}; }} return made; }}",
        $"object Make(string to, string type, string link) => type == \"image\" ? MakeImage(to, link) : MakeVideo(to, link); object MakeImage(string to, string link) => {Image}; object MakeVideo(string to, string link) => {Video};",
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void Only_the_arm_that_the_argument_chooses(string method)
    {
        Check(method, "Make(to, \"image\", \"https://a.example/a.png\")");
        Check(method, "Make(to, \"video\", [|\"https://a.example/a.png\"|])");
        Check(method, "Make(to, \"video\", \"https://a.example/a.mp4\")");

        // Where it is not known which one is made, all must agree.
        Check(method, "Make(to, Kind(), \"https://a.example/a.png\")");
        Check(method, "Make(to, Kind(), [|\"https://a.example/a.wav\"|])");
    }

    [Fact]
    public void By_an_enum() => Check(
        $"enum Media {{ Image, Video }} object Make(string to, Media kind, string link) => kind switch {{ Media.Image => {Image}, Media.Video => {Video}, _ => throw new ArgumentException() }};",
        "Make(to, Media.Image, \"https://a.example/a.png\"), Make(to, Media.Video, [|\"https://a.example/a.png\"|])");

    private static void Check(string method, string calls) => new TestProgram("DLG0102", $$"""
        public class Sender(HttpClient http)
        {
            private static string Kind() => Environment.MachineName;
            private {{method}}
            private async Task SendAsync(params object[] all) { foreach (object one in all) (await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", one)).EnsureSuccessStatusCode(); }
            public Task RunAsync(string to) => SendAsync({{calls}});
        }
        """).Check();
}
