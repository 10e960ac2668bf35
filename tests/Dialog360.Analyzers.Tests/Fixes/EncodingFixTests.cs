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
    [InlineData("var encoding = new System.Text.ASCIIEncoding(); Send(encoding.GetBytes(JSON));", "var encoding = System.Text.Encoding.UTF8; Send(encoding.GetBytes(JSON));")]
    [InlineData("System.Text.ASCIIEncoding encoding = new System.Text.ASCIIEncoding(); Send(encoding.GetBytes(JSON));", "System.Text.Encoding encoding = System.Text.Encoding.UTF8; Send(encoding.GetBytes(JSON));")]
    [InlineData("var encoding = System.Text.Encoding.ASCII; Send(encoding.GetBytes(name)); Send(encoding.GetBytes(JSON));", "var encoding = System.Text.Encoding.ASCII; Send(encoding.GetBytes(name)); Send(System.Text.Encoding.UTF8.GetBytes(JSON));")]
    [InlineData("var writer = new System.IO.StreamWriter(System.IO.Stream.Null, /* old */ System.Text.Encoding.ASCII); writer.Write(JSON);", "var writer = new System.IO.StreamWriter(System.IO.Stream.Null, /* old */ new System.Text.UTF8Encoding(false)); writer.Write(JSON);")]
    public Task A_local_changes_where_it_encodes_nothing_else(string before, string after) => FixBench.BodyAsync(
        before.Replace("JSON", Json, StringComparison.Ordinal),
        after.Replace("JSON", Json, StringComparison.Ordinal),
        "DLG0114",
        "use-utf8");

    /// <summary>The lengths that go along with the bytes.</summary>
    [Theory]
    [InlineData("var bytes = System.Text.Encoding.ASCII.GetBytes(json); stream.Write(bytes, 0, json.Length);", "var bytes = System.Text.Encoding.UTF8.GetBytes(json); stream.Write(bytes, 0, System.Text.Encoding.UTF8.GetByteCount(json));")]
    [InlineData("request.ContentLength = json.Length; stream.Write(System.Text.Encoding.ASCII.GetBytes(json));", "request.ContentLength = System.Text.Encoding.UTF8.GetByteCount(json); stream.Write(System.Text.Encoding.UTF8.GetBytes(json));")]
    [InlineData("request.ContentLength = (long)json.Length; stream.Write(System.Text.Encoding.ASCII.GetBytes(json));", "request.ContentLength = (long)System.Text.Encoding.UTF8.GetByteCount(json); stream.Write(System.Text.Encoding.UTF8.GetBytes(json));")]
    [InlineData("request.ContentLength = System.Text.Encoding.ASCII.GetByteCount(json); stream.Write(System.Text.Encoding.ASCII.GetBytes(json));", "request.ContentLength = System.Text.Encoding.UTF8.GetByteCount(json); stream.Write(System.Text.Encoding.UTF8.GetBytes(json));")]
    [InlineData("var ascii = new System.Text.ASCIIEncoding(); stream.Write(ascii.GetBytes(json), 0, ascii.GetByteCount(json));", "var ascii = System.Text.Encoding.UTF8; stream.Write(ascii.GetBytes(json), 0, ascii.GetByteCount(json));")]
    [InlineData("if (json.Length > 4096) Console.WriteLine($\"{json.Length} characters\"); stream.Write(System.Text.Encoding.ASCII.GetBytes(json));", "if (json.Length > 4096) Console.WriteLine($\"{json.Length} characters\"); stream.Write(System.Text.Encoding.UTF8.GetBytes(json));")]
    public Task Lengths_are_taken_along(string before, string after) => FixBench.BodyAsync(Written(before), Written(after), "DLG0114", "use-utf8");

    [Theory]
    [InlineData("int length = json.Length; var bytes = System.Text.Encoding.ASCII.GetBytes(json); stream.Write(bytes, 0, length);")]
    [InlineData("var bytes = new byte[json.Length]; System.Text.Encoding.ASCII.GetBytes(json, 0, json.Length, bytes, 0); stream.Write(bytes);")]
    public Task Nothing_is_offered_where_a_length_is_kept(string body) => FixBench.NothingForBodyAsync(Written(body), "DLG0114");

    private static string Written(string body) => $"string json = {Json}; WebRequest request = WebRequest.Create(\"https://waba-v2.360dialog.io/messages\"); var stream = request.GetRequestStream(); {body}";

    [Fact]
    public Task All_are_fixed() => FixBench.AllInBodyAsync(
        $"Send(System.Text.Encoding.ASCII.GetBytes({Json})); Send(System.Text.Encoding.Latin1.GetBytes({Json}));",
        $"Send(System.Text.Encoding.UTF8.GetBytes({Json})); Send(System.Text.Encoding.UTF8.GetBytes({Json}));",
        "DLG0114",
        "use-utf8");
}
