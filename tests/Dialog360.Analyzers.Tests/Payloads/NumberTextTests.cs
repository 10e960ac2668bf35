using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Payloads;

/// <summary>Coordinates that a method writes as text: what its callers give is judged where they give it.</summary>
public sealed class NumberTextTests
{
    [Theory]
    [InlineData("latitude.ToString(CultureInfo.InvariantCulture)", "[|399334|]")]
    [InlineData("latitude.ToString().Replace(\",\", \".\")", "[|399334|]")]
    [InlineData("latitude.ToString().Replace(',', '.')", "[|399334|]")]
    [InlineData("latitude.ToString().Replace(\",\", \".\")", "39.9334")]
    [InlineData("latitude.ToString().Replace(\"3\", \"\")", "399334")]
    [InlineData("latitude.ToString(\"F1\").Replace(\",\", \".\")", "399334")]
    public void The_decimal_comma_is_replaced(string text, string argument) => new TestProgram("DLG0101", $$"""
        public class Sender(HttpClient http)
        {
            public async Task PlaceAsync(string to, double latitude) =>
                (await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "location", location = new { latitude = {{text}}, longitude = "32.8" } })).EnsureSuccessStatusCode();

            public Task RunAsync(string to) => PlaceAsync(to, {{argument}});
        }
        """).Check();
}
