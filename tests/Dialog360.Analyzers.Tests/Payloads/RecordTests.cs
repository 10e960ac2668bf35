using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Payloads;

/// <summary>Messages as records and classes with primary constructors, whose values pass through base classes.</summary>
public sealed class RecordTests
{
    private const string Records = """
        public abstract record WaMessage([property: JsonPropertyName("to")] string To)
        {
            [JsonPropertyName("messaging_product")] public string MessagingProduct { get; init; } = "whatsapp";
            [JsonPropertyName("type")] public abstract string Type { get; }
        }
        public sealed record LocationBody([property: JsonPropertyName("latitude")] double Latitude, [property: JsonPropertyName("longitude")] double Longitude);
        public sealed record LocationMessage(string To, [property: JsonPropertyName("location")] LocationBody Location) : WaMessage(To) { public override string Type => "location"; }
        public class Base(string to, string type) { public string To { get; } = to; public string Type { get; } = type; }
        public class Image(string to, string link) : Base(to, "image") { [JsonPropertyName("image")] public object Content { get; } = new { link }; }
        """;

    [Theory]
    [InlineData("DLG0101", "new LocationMessage(to, new([|95.2|], 13.1))")]
    [InlineData("DLG0101", "new LocationMessage(to, new(95.2, 13.1)) with { Location = new(13.1, [|195.2|]) }")]
    [InlineData("DLG0102", "new Image(to, [|\"https://cdn.example.com/a.mp3\"|])")]
    public void Judged_by_the_values_that_reach_the_base_class(string rule, string expression) => new TestProgram(rule, Records, Bodies.Expression(expression)).Check();

    [Theory]
    [InlineData("new LocationMessage(to, new(5.2, 13.1))")]
    [InlineData("new LocationMessage(to, new(95.2, 13.1)) with { Location = new(13.1, 19.2) }")]
    [InlineData("new Image(to, \"https://cdn.example.com/a.png\")")]
    public void Complete_by_the_values_that_reach_the_base_class(string expression) => new TestProgram("DLG0108", Records, Bodies.Expression(expression)).Check();

    [Fact]
    public void The_name_of_a_named_argument_is_pointed_at() => new TestProgram("DLG0108", """
        public sealed record Media([property: JsonPropertyName("link")] string Link, [property: JsonPropertyName("id")] string Id);
        public sealed record Message([property: JsonPropertyName("to")] string To, [property: JsonPropertyName("type")] string Type, [property: JsonPropertyName("image")] Media Image);
        public class Sender { public object Make(string to) => new Message(To: to, Type: "image", Image: new Media(Link: "https://cdn.example.com/a.png", [|Id|]: "123")); }
        """).Check();
}
