using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>Uploads of files: their parts (DLG0108) and the type under which they are uploaded (DLG0102).</summary>
public sealed class UploadTests
{
    private const string Upload = "using var up = await client.PostAsync(\"https://waba-v2.360dialog.io/media\", form); up.EnsureSuccessStatusCode(); ";
    private const string Send = "var media = (await up.Content.ReadFromJsonAsync<JsonElement>()).GetProperty(\"id\").GetString(); await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"audio\", audio = new { id = media } });";

    [Theory]
    [InlineData("using var form = [|new|] MultipartFormDataContent { { new ByteArrayContent([]), \"file\", \"a.pdf\" } }; UPLOAD")]
    [InlineData("var form = [|new|] MultipartFormDataContent(); form.Add(new ByteArrayContent([]), \"file\", \"a.pdf\"); form.Add(new StringContent(\"application/pdf\"), \"type\"); UPLOAD")]
    [InlineData("var form = [|new|] MultipartFormDataContent(); form.Add(new ByteArrayContent([]), \"\\\"file\\\"\", \"a.pdf\"); await client.PostAsync(\"https://graph.facebook.com/v20.0/1234/media\", form);")]
    [InlineData("var request = new HttpRequestMessage(HttpMethod.Post, \"https://waba-v2.360dialog.io/media\") { Content = [|new|] MultipartFormDataContent { { new ByteArrayContent([]), \"file\" } } }; await client.SendAsync(request);")]
    // The product is there, may be there, or nothing is uploaded to the Cloud API.
    [InlineData("using var form = new MultipartFormDataContent { { new StringContent(\"whatsapp\"), \"messaging_product\" }, { new ByteArrayContent([]), \"file\", \"a.pdf\" } }; UPLOAD")]
    [InlineData("var form = new MultipartFormDataContent(); form.Add(new StringContent(\"whatsapp\"), \"\\\"messaging_product\\\"\"); form.Add(new ByteArrayContent([]), \"file\", \"a.pdf\"); UPLOAD")]
    [InlineData("var form = new MultipartFormDataContent(); if (flag) form.Add(new StringContent(\"whatsapp\"), \"messaging_product\"); form.Add(new ByteArrayContent([]), \"file\", \"a.pdf\"); UPLOAD")]
    [InlineData("var form = new MultipartFormDataContent(); foreach (string part in new[] { \"messaging_product\" }) form.Add(new StringContent(\"whatsapp\"), part); form.Add(new ByteArrayContent([]), \"file\", \"a.pdf\"); UPLOAD")]
    [InlineData("var form = new MultipartFormDataContent(); Fill(form); void Fill(MultipartFormDataContent all) { all.Add(new StringContent(\"whatsapp\"), \"messaging_product\"); } form.Add(new ByteArrayContent([]), \"file\", \"a.pdf\"); UPLOAD")]
    [InlineData("var form = new MultipartFormDataContent { { new ByteArrayContent([]), \"file\", \"a.pdf\" } }; await client.PostAsync(\"https://example.com/media\", form);")]
    [InlineData("var form = new MultipartFormDataContent { { new ByteArrayContent([]), \"file\", \"a.pdf\" } }; await client.PostAsync(url, form);")]
    [InlineData("var form = new MultipartFormDataContent { { new StringContent(url), \"image_url\" }, { new StringContent(name), \"caption\" } }; await client.PostAsync(\"https://graph.facebook.com/v20.0/1234/media\", form);")]
    [InlineData("await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/media\", new { type = \"application/pdf\", file = name });")]
    public void Parts(string statements) => new TestProgram("DLG0108", Bodies.Method(statements.Replace("UPLOAD", Upload))).Check();

    [Theory]
    [InlineData("var part = new ByteArrayContent([]); part.Headers.ContentType = new MediaTypeHeaderValue([|\"image/png\"|]); using var form = new MultipartFormDataContent(); form.Add(new StringContent(\"whatsapp\"), \"messaging_product\"); form.Add(part, \"file\", \"x\"); UPLOAD")]
    [InlineData("var part = new ByteArrayContent([]); part.Headers.ContentType = new MediaTypeHeaderValue([|\"image/png\"|]); using var form = new MultipartFormDataContent { { new StringContent(\"whatsapp\"), \"messaging_product\" }, { part, \"file\", \"x\" } }; UPLOAD")]
    [InlineData("using var form = new MultipartFormDataContent(); form.Add(new ByteArrayContent([]) { Headers = { ContentType = new MediaTypeHeaderValue([|\"image/png\"|]) } }, \"file\", \"x\"); UPLOAD")]
    [InlineData("var part = new ByteArrayContent([]); part.Headers.ContentType = MediaTypeHeaderValue.Parse([|\"audio/webm\"|]); using var form = new MultipartFormDataContent { { part, \"file\", \"x\" } }; UPLOAD")]
    // Accepted by the upload, refused when it is sent: in both places.
    [InlineData("var part = new ByteArrayContent([]); part.Headers.ContentType = new MediaTypeHeaderValue([|\"audio/opus\"|]); using var form = new MultipartFormDataContent { { new StringContent(\"whatsapp\"), \"messaging_product\" }, { new StringContent([|\"audio/opus\"|]), \"type\" }, { part, \"file\", \"note.opus\" } }; UPLOAD")]
    [InlineData("var part = new ByteArrayContent([]); part.Headers.ContentType = MediaTypeHeaderValue.Parse(\"audio/ogg; codecs=opus\"); using var form = new MultipartFormDataContent { { part, \"file\", \"note.opus\" } }; UPLOAD")]
    [InlineData("var part = new ByteArrayContent([]); part.Headers.ContentType = new MediaTypeHeaderValue(\"audio/ogg\"); using var form = new MultipartFormDataContent { { part, \"file\", \"note.ogg\" } }; UPLOAD")]
    [InlineData("var part = new ByteArrayContent([]); part.Headers.ContentType = new MediaTypeHeaderValue(\"audio/mpeg\"); using var form = new MultipartFormDataContent { { part, \"file\", \"note.mp3\" } }; UPLOAD")]
    [InlineData("var part = new ByteArrayContent([]); part.Headers.ContentType = new MediaTypeHeaderValue(name); using var form = new MultipartFormDataContent { { part, \"file\", \"x\" } }; UPLOAD")]
    public void Types(string statements) => new TestProgram("DLG0102", Bodies.Method(statements.Replace("UPLOAD", Upload + Send))).Check();

    [Theory]
    // What proves nothing of a file.
    [InlineData("new { to, type = \"audio\", audio = new { link = \"https://cdn.example.com/a.opus\" } }")]
    [InlineData("new { to, type = \"audio\", audio = new { link = \"https://cdn.example.com/a.opus\", voice = true } }")]
    [InlineData("new { to, type = \"document\", document = new { link = \"https://cdn.example.com/a.opus\" } }")]
    public void Opus(string message) => new TestProgram("DLG0102", Bodies.Expression(message)).Check();
}
