using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

public sealed class MediaTypeMismatchTests
{
    private const string Id = "DLG0102";

    [Theory]
    [InlineData("new { to, type = \"image\", image = new { link = [|\"https://cdn.example.com/a.mp3\"|] } }")]
    [InlineData("new { to, type = \"image\", image = new { link = [|\"https://cdn.example.com/a.MP4\"|], caption } }")]
    [InlineData("new { to, type = \"video\", video = new { link = [|\"https://cdn.example.com/a.jpg?x=1.mp4\"|] } }")]
    [InlineData("new { to, type = \"audio\", audio = new { link = [|\"https://cdn.example.com/a.wav\"|] } }")]
    [InlineData("new { to, type = \"image\", image = new { link = [|\"https://cdn.example.com/a.webp\"|] } }")]
    [InlineData("new { to, type = \"image\", image = new { link = [|\"https://cdn.example.com/a.gif\"|] } }")]
    [InlineData("new { to, type = \"sticker\", sticker = new { link = [|\"https://cdn.example.com/a.png\"|] } }")]
    [InlineData("new { to, type = \"image\", image = new { link = [|\"https://cdn.example.com/a.bmp\"|] } }")]
    [InlineData("new { to, type = \"video\", video = new { link = [|\"https://cdn.example.com/a.mov#t=10\"|] } }")]
    [InlineData("new { to, type = \"video\", video = new { link = [|\"https://cdn.example.com/a.ogg\"|] } }")]
    [InlineData("new { to, type = \"image\", image = new { link = [|\"https://cdn.example.com/invoice.pdf\"|] } }")]
    [InlineData("new { to, type = \"image\", image = new { link = [|$\"https://cdn.example.com/{id}.mp3\"|] } }")]
    [InlineData("new { to, type = \"image\", image = new { link = [|$\"https://cdn.example.com/{id}.mp3?token={name}\"|] } }")]
    [InlineData("new { to, type = \"image\", image = new { link = [|url + \".mp3\"|] } }")]
    [InlineData("new { to, type = \"image\", image = new { link = flag ? \"https://x.example/a.png\" : [|\"https://x.example/a.mp3\"|] } }")]
    [InlineData("new { to, image = new { link = [|\"https://cdn.example.com/a.mp3\"|] } }")]
    [InlineData("new { To = to, Type = \"image\", Image = new { Link = [|\"https://cdn.example.com/a.mp3\"|] } }")]
    [InlineData("new { to, type = \"audio\", audio = new { link = [|\"https://cdn.example.com/a.mp3\"|], voice = true } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"interactive\", interactive = new { type = \"button\", header = new { type = \"image\", image = new { link = [|\"https://x.example/a.mp4\"|] } }, body = new { text = \"x\" }, action = new { buttons = new[] { new { type = \"reply\", reply = new { id = \"1\", title = \"a\" } } } } } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"template\", template = new { name = \"a\", language = new { code = \"en\" }, components = new object[] { new { type = \"header\", parameters = new object[] { new { type = \"image\", image = new { link = [|\"https://x.example/a.pdf\"|] } } } } } } }")]
    [InlineData("new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"image\", [\"image\"] = new Dictionary<string, string> { [\"link\"] = [|\"https://x.example/a.mp3\"|] } }")]
    [InlineData("new JsonObject { [\"to\"] = to, [\"type\"] = \"video\", [\"video\"] = new JsonObject { [\"link\"] = [|\"https://x.example/a.aac\"|] } }")]
    [InlineData("Newtonsoft.Json.Linq.JObject.FromObject(new { to, type = \"image\", image = new { link = [|\"https://x.example/a.ogg\"|] } })")]
    public void Reported_in_an_expression(string expression) => new TestProgram(Id, Bodies.Expression(expression)).Check();

    [Theory]
    [InlineData("new { to, type = \"image\", image = new { link = \"https://cdn.example.com/a.jpg\" } }")]
    [InlineData("new { to, type = \"image\", image = new { link = \"https://cdn.example.com/a.JPEG\" } }")]
    [InlineData("new { to, type = \"image\", image = new { link = \"https://cdn.example.com/a.mp3/preview.png\" } }")]
    [InlineData("new { to, type = \"image\", image = new { link = \"https://cdn.example.com/file?name=a.mp3\" } }")]
    [InlineData("new { to, type = \"image\", image = new { link = \"https://cdn.example.com/file\" } }")]
    [InlineData("new { to, type = \"image\", image = new { link = \"https://cdn.example.com/file.aspx\" } }")]
    [InlineData("new { to, type = \"image\", image = new { link = \"https://mp3\" } }")]
    [InlineData("new { to, type = \"image\", image = new { link = $\"https://cdn.example.com/a.{name}\" } }")]
    [InlineData("new { to, type = \"image\", image = new { link = $\"https://cdn.example.com/a.mp3{name}\" } }")]
    [InlineData("new { to, type = \"image\", image = new { link = url } }")]
    [InlineData("new { to, type = \"image\", image = new { id = \"a.mp3\" } }")]
    [InlineData("new { to, type = \"document\", document = new { link = \"https://cdn.example.com/a.mp3\" } }")]
    [InlineData("new { to, type = \"document\", document = new { link = \"https://cdn.example.com/a.jpg\", filename = \"a.png\" } }")]
    [InlineData("new { to, type = \"sticker\", sticker = new { link = \"https://cdn.example.com/a.webp\" } }")]
    [InlineData("new { to, type = \"audio\", audio = new { link = \"https://cdn.example.com/a.ogg\", voice = true } }")]
    [InlineData("new { to, type = \"audio\", audio = new { link = \"https://cdn.example.com/a.mp3\", voice = false } }")]
    [InlineData("new { to, type = \"audio\", audio = new { link = \"https://cdn.example.com/a.mp3\", voice = flag } }")]
    [InlineData("new { to, type = name, image = new { link = \"https://cdn.example.com/a.mp3\" } }")]
    [InlineData("new { to, type = flag ? \"image\" : \"audio\", image = flag ? new { link = \"https://x.example/a.png\" } : null, audio = flag ? null : new { link = \"https://x.example/a.mp3\" } }")]
    [InlineData("new { to, type = number switch { 1 => \"image\", _ => \"video\" }, image = new { link = flag ? \"https://x.example/a.png\" : \"https://x.example/b.jpg\" } }")]
    [InlineData("new { type = \"image\", image = new { link = \"https://cdn.example.com/a.mp3\" } }")]
    [InlineData("new { chat = to, photo = \"https://cdn.example.com/a.mp3\" }")]
    [InlineData("new { to, type = \"image\", image = \"https://cdn.example.com/a.mp3\" }")]
    [InlineData("new { to, subject = \"x\", image = new { src = \"https://cdn.example.com/a.mp3\" } }")]
    public void Silent_in_an_expression(string expression) => new TestProgram(Id, Bodies.Expression(expression)).Check();

    [Theory]
    [InlineData("""
        public static class Assets { public const string Jingle = "https://cdn.example.com/jingle.mp3"; }
        public class Sender { public object Make(string to) => new { to, type = "image", image = new { link = [|Assets.Jingle|] } }; }
        """)]
    [InlineData("""
        public class Sender
        {
            public async Task SendImage(string to, string link, string caption = "") { await Post(new { to, type = "image", image = new { link, caption } }); }
            private Task Post(object o) => Task.CompletedTask;
            public Task Campaign(string to) => SendImage(to, [|"https://cdn.example.com/promo.mp4"|], "look");
            public Task Fine(string to) => SendImage(to, "https://cdn.example.com/promo.jpg");
        }
        """)]
    [InlineData("""
        public class Sender
        {
            public Task SendMedia(string to, string mediaType, string link) { var d = new Dictionary<string, object> { ["to"] = to, ["messaging_product"] = "whatsapp", ["type"] = mediaType, [mediaType] = new { link } }; return Post(d); }
            private Task Post(object o) => Task.CompletedTask;
            public Task A(string to) => SendMedia(to, "image", [|"https://cdn.example.com/promo.mp3"|]);
            public Task B(string to) => SendMedia(to, "audio", "https://cdn.example.com/promo.mp3");
        }
        """)]
    [InlineData("""
        public class Media { [JsonPropertyName("link")] public string Url { get; set; } = ""; [JsonPropertyName("caption")] public string? Text { get; set; } }
        public class ImageMessage { [JsonPropertyName("messaging_product")] public string P { get; } = "whatsapp"; [JsonPropertyName("to")] public string To { get; set; } = ""; [JsonPropertyName("type")] public string Type { get; } = "image"; [JsonPropertyName("image")] public Media Image { get; set; } = new(); }
        public class Sender { public object Make(string to) => new ImageMessage { To = to, Image = { Url = [|"https://cdn.example.com/a.mp3"|] } }; public object More(string to) { var m = new ImageMessage(); m.To = to; m.Image.Url = [|"https://cdn.example.com/b.mp3"|]; return m; } }
        """)]
    public void Reported_in_a_program(string program) => new TestProgram(Id, program).Check();

    [Theory]
    [InlineData("""
        public class Sender
        {
            public Task SendImage(string to, string link) { link = Convert(link); return Post(new { to, type = "image", image = new { link } }); }
            private string Convert(string s) => s;
            private Task Post(object o) => Task.CompletedTask;
            public Task Campaign(string to) => SendImage(to, "https://cdn.example.com/promo.mp4");
        }
        """)]
    [InlineData("""
        public interface ISender { Task SendImage(string to, string link); }
        public class Cloud : ISender { public Task SendImage(string to, string link) => Post(new { to, type = "image", image = new { link } }); private Task Post(object o) => Task.CompletedTask; }
        public class Generic : ISender { public Task SendImage(string to, string link) => Post(new { to, type = "document", document = new { link } }); private Task Post(object o) => Task.CompletedTask; }
        public class Job { public Task Run(ISender s, string to) => s.SendImage(to, "https://cdn.example.com/promo.mp4"); }
        """)]
    public void Silent_in_a_program(string program) => new TestProgram(Id, program).Check();

    /// <summary>Methods that send one of several messages, by what they are given.</summary>
    private const string Chooser = """
        public enum MediaKind { Image, Video, Document }
        public class Chooser
        {
            private readonly HttpClient client = new HttpClient();
            private Task Post(object o) => client.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o);
            public Task Photo(string to, string link) => Post(new { messaging_product = "whatsapp", to, type = "image", image = new { link } });
            public Task File(string to, string link) => Post(new { messaging_product = "whatsapp", to, type = "document", document = new { link } });
            public Task Arms(string to, string link, bool isFile) => isFile ? Post(new { messaging_product = "whatsapp", to, type = "document", document = new { link } }) : Post(new { messaging_product = "whatsapp", to, type = "image", image = new { link } });
            public Task Calls(string to, string link) => link.EndsWith(".pdf") ? File(to, link) : Photo(to, link);
            public async Task Early(string to, string link) { if (link.EndsWith(".pdf")) { await File(to, link); return; } await Photo(to, link); }
            public Task Switch(string to, MediaKind kind, string link)
            {
                object payload = kind switch
                {
                    MediaKind.Image => new { messaging_product = "whatsapp", to, type = "image", image = new { link } },
                    MediaKind.Video => new { messaging_product = "whatsapp", to, type = "video", video = new { link } },
                    _ => new { messaging_product = "whatsapp", to, type = "document", document = new { link } },
                };
                return Post(payload);
            }
            public Task Pictures(string to, string link, bool moves) => Post(moves
                ? new { messaging_product = "whatsapp", to, type = "video", video = new { link } }
                : (object)new { messaging_product = "whatsapp", to, type = "image", image = new { link } });
            public Task Optional(string to, string? link = null, string? name = null, string? code = null) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = name ?? "a", language = new { code = code ?? "en" }, components = new[] { new { type = "header", parameters = new[] { new { type = "image", image = new { link = link ?? "https://x.example/a.png" } } } } } } });
            public async Task Both(string to, string link, string text) { await Photo(to, link); await Post(new { messaging_product = "whatsapp", to, type = "text", text = new { body = text } }); }
        }
        """;

    [Theory]
    [InlineData("await sends.Arms(to, \"https://x.example/a.pdf\", true);")]
    [InlineData("await sends.Arms(to, \"https://x.example/a.png\", false);")]
    [InlineData("await sends.Calls(to, \"https://x.example/a.pdf\");")]
    [InlineData("await sends.Early(to, \"https://x.example/a.pdf\");")]
    [InlineData("await sends.Switch(to, MediaKind.Document, \"https://x.example/a.pdf\");")]
    [InlineData("await sends.Switch(to, MediaKind.Image, \"https://x.example/a.png\");")]
    [InlineData("await sends.Both(to, \"https://x.example/a.png\", \"https://x.example/a.pdf\");")]
    public void Silent_where_the_method_has_a_message_for_the_file(string statement) =>
        new TestProgram(Id, Bodies.Method("var sends = new Chooser(); " + statement), Chooser).Check();

    [Theory]
    [InlineData("await sends.Pictures(to, [|\"https://x.example/a.pdf\"|], flag);")]
    [InlineData("await sends.Both(to, [|\"https://x.example/a.pdf\"|], \"see\");")]
    [InlineData("await sends.Optional(to, link: [|\"https://x.example/a.pdf\"|]);")]
    [InlineData("await sends.Optional(to, code: \"de\", link: [|\"https://x.example/a.pdf\"|]);")]
    [InlineData("await sends.Photo(to, [|\"https://x.example/a.pdf\"|]);")]
    public void Reported_where_no_message_of_the_method_takes_the_file(string statement) =>
        new TestProgram(Id, Bodies.Method("var sends = new Chooser(); " + statement), Chooser).Check();

    private const string Uploads = """
        public record Uploaded(string Id);
        public record UploadAnswer(Uploaded[] Media);
        public class Sdk { public Task<UploadAnswer> UploadMediaAsync(byte[] bytes, string contentType) => throw new NotSupportedException(); }
        """;

    [Theory]
    [InlineData("var sdk = new Sdk(); var up = await sdk.UploadMediaAsync(new byte[0], [|\"audio/mpeg\"|]); Use(new { to, type = \"image\", image = new { id = up.Media[0].Id } });")]
    [InlineData("var sdk = new Sdk(); var up = await sdk.UploadMediaAsync(new byte[0], [|\"image/png\"|]); var mediaId = up.Media.First().Id; Use(new { to, type = \"video\", video = new { id = mediaId } });")]
    [InlineData("""
        var form = new MultipartFormDataContent(); var file = new StreamContent(System.IO.Stream.Null); file.Headers.ContentType = new MediaTypeHeaderValue([|"audio/ogg"|]); form.Add(file, "file", "a");
        var response = await client.PostAsync("https://waba-v2.360dialog.io/media", form);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Use(new { to, type = "image", image = new { id = answer.RootElement.GetProperty("id").GetString() } });
        """)]
    [InlineData("""
        var form = new MultipartFormDataContent(); form.Add(new StringContent("whatsapp"), "messaging_product"); form.Add(new StringContent([|"application/pdf"|]), "type"); form.Add(new ByteArrayContent(new byte[0]), "file", "a");
        var response = await client.PostAsync("https://waba-v2.360dialog.io/media", form);
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>();
        Use(new { to, type = "image", image = new { id = answer!["id"]!.ToString() } });
        """)]
    public void Reported_where_the_upload_was_of_another_type(string statements) => new TestProgram(Id, Bodies.Method(statements), Uploads).Check();

    [Theory]
    [InlineData("var sdk = new Sdk(); var up = await sdk.UploadMediaAsync(new byte[0], \"audio/mpeg\"); Use(new { to, type = \"audio\", audio = new { id = up.Media[0].Id } });")]
    [InlineData("var sdk = new Sdk(); var up = await sdk.UploadMediaAsync(new byte[0], \"audio/mpeg\"); Use(up); Use(new { to, type = \"image\", image = new { id } });")]
    [InlineData("var sdk = new Sdk(); var up = await sdk.UploadMediaAsync(new byte[0], name); Use(new { to, type = \"image\", image = new { id = up.Media[0].Id } });")]
    [InlineData("var sdk = new Sdk(); var up = await sdk.UploadMediaAsync(new byte[0], \"audio/mpeg\"); Use(new { to, type = \"document\", document = new { id = up.Media[0].Id } });")]
    [InlineData("var mime = \"audio/mpeg\"; Use(new { to, type = \"image\", image = new { id = name }, mime });")]
    public void Silent_where_the_upload_fits_or_is_not_seen(string statements) => new TestProgram(Id, Bodies.Method(statements), Uploads).Check();
}
