namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>DLG0114: the message is encoded as UTF-8.</summary>
public class EncodingFixTests
{
    private const string Json = "$\"{{\\\"to\\\":\\\"{to}\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{{\\\"body\\\":\\\"Hi\\\"}}}}\"";

    [Theory]
    [InlineData("System.Text.Encoding.ASCII", "System.Text.Encoding.UTF8")]
    [InlineData("System.Text.Encoding.Latin1", "System.Text.Encoding.UTF8")]
    [InlineData("System.Text.Encoding.GetEncoding(28591)", "System.Text.Encoding.UTF8")]
    [InlineData("System.Text.Encoding.GetEncoding(\"us-ascii\")", "System.Text.Encoding.UTF8")]
    [InlineData("new System.Text.ASCIIEncoding()", "System.Text.Encoding.UTF8")]
    public async Task The_encoding_is_replaced(string before, string after)
    {
        await FixBench.BodyAsync($"Send({before}.GetBytes({Json}));", $"Send({after}.GetBytes({Json}));", "DLG0114", "use-utf8");
        await FixBench.BodyAsync($"Send(new System.Net.Http.StringContent({Json}, {before}, \"application/json\"));", $"Send(new System.Net.Http.StringContent({Json}, {after}, \"application/json\"));", "DLG0114", "use-utf8");
    }

    [Theory]
    [InlineData("var encoding = System.Text.Encoding.ASCII; Send(encoding.GetBytes(JSON));", "var encoding = System.Text.Encoding.UTF8; Send(encoding.GetBytes(JSON));")]
    [InlineData("var encoding = new System.Text.ASCIIEncoding(); Send(encoding.GetBytes(JSON));", "var encoding = new System.Text.ASCIIEncoding(); Send(System.Text.Encoding.UTF8.GetBytes(JSON));")]
    [InlineData("var encoding = System.Text.Encoding.ASCII; Send(encoding.GetBytes(name)); Send(encoding.GetBytes(JSON));", "var encoding = System.Text.Encoding.ASCII; Send(encoding.GetBytes(name)); Send(System.Text.Encoding.UTF8.GetBytes(JSON));")]
    [InlineData("var writer = new System.IO.StreamWriter(System.IO.Stream.Null, /* old */ System.Text.Encoding.ASCII); writer.Write(JSON);", "var writer = new System.IO.StreamWriter(System.IO.Stream.Null, /* old */ System.Text.Encoding.UTF8); writer.Write(JSON);")]
    public Task A_local_changes_where_it_encodes_nothing_else(string before, string after) => FixBench.BodyAsync(
        before.Replace("JSON", Json, StringComparison.Ordinal),
        after.Replace("JSON", Json, StringComparison.Ordinal),
        "DLG0114",
        "use-utf8");

    [Fact]
    public Task All_are_fixed() => FixBench.AllInBodyAsync(
        $"Send(System.Text.Encoding.ASCII.GetBytes({Json})); Send(System.Text.Encoding.Latin1.GetBytes({Json}));",
        $"Send(System.Text.Encoding.UTF8.GetBytes({Json})); Send(System.Text.Encoding.UTF8.GetBytes({Json}));",
        "DLG0114",
        "use-utf8");
}
