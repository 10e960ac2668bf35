using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

public sealed class LinkCannotBeFetchedTests
{
    private const string Id = "DLG0104";

    [Theory]
    [InlineData("[|\"/images/menu.jpg\"|]")]
    [InlineData("[|\"images/menu.jpg\"|]")]
    [InlineData("[|\"../menu.jpg\"|]")]
    [InlineData("[|\"//cdn.example.com/menu.jpg\"|]")]
    [InlineData("[|\"cdn.example.com/menu.jpg\"|]")]
    [InlineData("[|\"www.example.com:8080/menu.jpg\"|]")]
    [InlineData("[|\"\"|]")]
    [InlineData("[|\"file:///C:/menu.jpg\"|]")]
    [InlineData("[|@\"C:\\menus\\menu.jpg\"|]")]
    [InlineData("[|\"data:image/png;base64,iVBORw0KGgo=\"|]")]
    [InlineData("[|\"ftp://files.example.com/menu.jpg\"|]")]
    [InlineData("[|\"s3://bucket/menu.jpg\"|]")]
    [InlineData("[|\"https://cdn.example.com/our menu.jpg\"|]")]
    [InlineData("[|\"https://cdn.example.com/menu.jpg \"|]")]
    [InlineData("[|\"http://localhost/menu.jpg\"|]")]
    [InlineData("[|\"https://localhost:5001/menu.jpg\"|]")]
    [InlineData("[|\"http://LOCALHOST:3000/menu.jpg\"|]")]
    [InlineData("[|\"http://127.0.0.1/menu.jpg\"|]")]
    [InlineData("[|\"http://0.0.0.0:80/menu.jpg\"|]")]
    [InlineData("[|\"http://10.1.2.3/menu.jpg\"|]")]
    [InlineData("[|\"http://172.16.0.9/menu.jpg\"|]")]
    [InlineData("[|\"http://172.31.255.1/menu.jpg\"|]")]
    [InlineData("[|\"http://192.168.1.5:8080/menu.jpg\"|]")]
    [InlineData("[|\"http://169.254.169.254/menu.jpg\"|]")]
    [InlineData("[|\"http://[::1]/menu.jpg\"|]")]
    [InlineData("[|\"http://[fe80::1]/menu.jpg\"|]")]
    [InlineData("[|\"http://[fd12:3456::1]/menu.jpg\"|]")]
    [InlineData("[|\"http://nas.local/menu.jpg\"|]")]
    [InlineData("[|\"http://user:secret@localhost/menu.jpg\"|]")]
    [InlineData("[|$\"/media/{id}.jpg\"|]")]
    [InlineData("[|$\"media/{id}\"|]")]
    [InlineData("[|$\"http://localhost:{number}/menu.jpg\"|]")]
    [InlineData("[|$\"http://localhost/menu/{id}.jpg\"|]")]
    [InlineData("[|$\"https://cdn.example.com/menu of {id}.jpg\"|]")]
    [InlineData("[|\"/media/\" + id + \".jpg\"|]")]
    [InlineData("flag ? \"https://cdn.example.com/a.jpg\" : [|\"/a.jpg\"|]")]
    public void Reported(string link) => new TestProgram(Id, Bodies.Expression($$"""new { messaging_product = "whatsapp", to, type = "image", image = new { link = {{link}} } }""")).Check();

    [Theory]
    [InlineData("\"https://cdn.example.com/menu.jpg\"")]
    [InlineData("\"http://cdn.example.com/menu.jpg\"")]
    [InlineData("\"HTTPS://CDN.EXAMPLE.COM/MENU.JPG\"")]
    [InlineData("\"https://cdn.example.com:8443/menu.jpg?a=b#c\"")]
    [InlineData("\"https://cdn.example.com/our%20menu.jpg\"")]
    [InlineData("\"https://cdn.example.com/our+menu.jpg\"")]
    [InlineData("\"https://8.8.8.8/menu.jpg\"")]
    [InlineData("\"https://172.15.0.1/menu.jpg\"")]
    [InlineData("\"https://172.32.0.1/menu.jpg\"")]
    [InlineData("\"https://192.169.0.1/menu.jpg\"")]
    [InlineData("\"https://[2001:db8::1]/menu.jpg\"")]
    [InlineData("\"https://localhost.example.com/menu.jpg\"")]
    [InlineData("\"https://mylocalhost.com/menu.jpg\"")]
    [InlineData("\"https://local.example.com/menu.jpg\"")]
    [InlineData("\"https://example.com/localhost/127.0.0.1\"")]
    [InlineData("\"https://example.com/?next=http://localhost/\"")]
    [InlineData("\"https%3A%2F%2Fcdn.example.com%2Fmenu.jpg\"")]
    [InlineData("url")]
    [InlineData("$\"{url}/menu.jpg\"")]
    [InlineData("$\"{url}/our menu.jpg\"")]
    [InlineData("url + \"/menu.jpg\"")]
    [InlineData("$\"https://{url}/menu.jpg\"")]
    [InlineData("$\"https://localhost{url}/menu.jpg\"")]
    [InlineData("$\"http{(flag ? \"s\" : \"\")}://cdn.example.com/menu.jpg\"")]
    [InlineData("$\"https://10.{id}/menu.jpg\"")]
    [InlineData("\"{{link}}\"")]
    [InlineData("\"<link>\"")]
    [InlineData("Environment.GetEnvironmentVariable(\"LOGO_URL\")")]
    [InlineData("new Uri(\"https://example.com/a.jpg\").ToString()")]
    public void Silent(string link) => new TestProgram(Id, Bodies.Expression($$"""new { messaging_product = "whatsapp", to, type = "image", image = new { link = {{link}} } }""")).Check();

    [Theory]
    [InlineData("new { To = to, Type = \"audio\", Audio = new { Link = [|\"/a.mp3\"|] } }")]
    [InlineData("new { to, video = new { link = [|\"~/a.mp4\"|] } }")]
    [InlineData("new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"document\", [\"document\"] = new Dictionary<string, object> { [\"link\"] = [|\"files/a.pdf\"|] } }")]
    [InlineData("new JsonObject { [\"to\"] = to, [\"type\"] = \"sticker\", [\"sticker\"] = new JsonObject { [\"link\"] = [|\"http://localhost/a.webp\"|] } }")]
    [InlineData("new Newtonsoft.Json.Linq.JObject { [\"to\"] = to, [\"type\"] = \"image\", [\"image\"] = new Newtonsoft.Json.Linq.JObject { [\"link\"] = [|\"file://a.png\"|] } }")]
    [InlineData("new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name, language = new { code = \"en\" }, components = new object[] { new { type = \"header\", parameters = new object[] { new { type = \"image\", image = new { link = [|\"/a.png\"|] } } } } } } }")]
    [InlineData("new { messaging_product = \"whatsapp\", to, type = \"interactive\", interactive = new { type = \"button\", header = new { type = \"document\", document = new { link = [|\"a.pdf\"|] } }, body = new { text = name }, action = new { buttons = new[] { new { type = \"reply\", reply = new { id, title = name } } } } } }")]
    public void Reported_in_all_places_and_styles(string message) => new TestProgram(Id, Bodies.Expression(message)).Check();

    [Theory]
    [InlineData("new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"/menu.jpg\" } }")]
    [InlineData("new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = name }, link = \"/menu.jpg\" }")]
    [InlineData("new { image = new { link = \"/menu.jpg\" }, type = \"image\" }")]
    [InlineData("new { messaging_product = \"whatsapp\", to, type = \"image\", image = new { id = \"/menu.jpg\" } }")]
    [InlineData("new { chat_id = to, photo = \"/menu.jpg\" }")]
    public void Silent_in_other_places(string message) => new TestProgram(Id, Bodies.Expression(message)).Check();

    [Theory]
    [InlineData("""
        public class Media { public string? Id { get; set; } public string? Link { get; set; } }
        public class Message { public string To { get; set; } = ""; public string Type { get; set; } = ""; public Media? Image { get; set; } }
        public class Sender { private const string Logo = "/logo.png"; object Make(string to) => new Message { To = to, Type = "image", Image = new Media { Link = [|Logo|] } }; }
        """)]
    [InlineData("""
        public class WhatsApp { public object Image(string to, string link) => new { to, type = "image", image = new { link } }; public object Go(string to) => Image(to, [|"http://localhost:5000/a.png"|]); }
        """)]
    [InlineData("""
        public record Img([property: JsonPropertyName("link")] string Url);
        public record Msg([property: JsonPropertyName("messaging_product")] string Product, [property: JsonPropertyName("to")] string To, [property: JsonPropertyName("type")] string Type, [property: JsonPropertyName("image")] Img Image);
        public class Sender { object Make(string to) => new Msg("whatsapp", to, "image", new Img([|"img.png"|])); }
        """)]
    public void Reported_in_a_program(string program) => new TestProgram(Id, program).Check();

    [Theory]
    [InlineData("""
        public class Media { public string Id { get; set; } = ""; public string Link { get; set; } = ""; }
        public class Message { public string To { get; set; } = ""; public string Type { get; set; } = ""; public Media? Image { get; set; } }
        public class Sender { object Make(string to, string id) => new Message { To = to, Type = "image", Image = new Media { Id = id } }; }
        """)]
    [InlineData("""
        public class Page { public string To { get; set; } = ""; public string Image { get; set; } = ""; public string Link { get; set; } = ""; }
        public class Maker { object Make() => new Page { To = "/home", Image = "/a.png", Link = "/a" }; }
        """)]
    public void Silent_in_a_program(string program) => new TestProgram(Id, program).Check();
}
