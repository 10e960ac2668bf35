using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Payloads;

/// <summary>Messages that a builder keeps in a field while calls fill it: what the calls of one object bring into it is judged where it is sent, or where the object is built.</summary>
public sealed class BuilderTests
{
    // Fields with the message: a dictionary, trees of both libraries, a class.
    private const string Dictionary = """
        public class Builder
        {
            private readonly Dictionary<string, object> _body = new() { ["messaging_product"] = "whatsapp", ["recipient_type"] = "individual" };
            private readonly List<object> _buttons = new();
            public static Builder For(string to) { var made = new Builder(); made._body["to"] = to; return made; }
            public Builder To(string to) { _body["to"] = to; return this; }
            public Builder Image(string link, string caption = null)
            {
                var image = new Dictionary<string, object> { ["link"] = link };
                if (caption != null) image["caption"] = caption;
                return Set("image", image);
            }
            public Builder Location(double latitude, double longitude) => Set("location", new { latitude, longitude });
            public Builder Button(string id, string title) { _buttons.Add(new { type = "reply", reply = new { id, title } }); return this; }
            public Builder Ask(string text) => Set("interactive", new { type = "button", body = new { text }, action = new { buttons = _buttons } });
            private Builder Set(string type, object content) { _body["type"] = type; _body[type] = content; return this; }
            public object Build() => _body;
        }
        """;

    private const string Tokens = """
        public class Builder
        {
            private readonly Newtonsoft.Json.Linq.JObject _body;
            public Builder() { _body = new Newtonsoft.Json.Linq.JObject(); _body["messaging_product"] = "whatsapp"; }
            public static Builder For(string to) => new Builder().To(to);
            public Builder To(string to) { this._body.Add("to", to); return this; }
            public Builder Image(string link, string caption = null)
            {
                _body["type"] = "image";
                _body["image"] = new Newtonsoft.Json.Linq.JObject { ["link"] = link, ["caption"] = caption };
                return this;
            }
            public object Build() { return _body; }
        }
        """;

    private const string Nodes = """
        public class Builder
        {
            private readonly JsonObject _body = new() { ["messaging_product"] = "whatsapp" };
            public static Builder For(string to) => new Builder().To(to);
            public Builder To(string to) { _body["to"] = to; return this; }
            public Builder Image(string link, string caption = null)
            {
                _body["type"] = "image";
                _body["image"] = new JsonObject { ["link"] = link };
                return this;
            }
            public object Build() => _body;
        }
        """;

    private const string Fields = """
        public class Builder
        {
            private string _to = "";
            private string _type = "text";
            private object _image;
            public static Builder For(string to) => new Builder().To(to);
            public Builder To(string to) { _to = to; return this; }
            public Builder Image(string link, string caption = null) { _type = "image"; _image = new { link, caption }; return this; }
            public object Build() => new { messaging_product = "whatsapp", to = _to, type = _type, image = _image };
        }
        """;

    private const string Typed = """
        public class Media { public string link { get; set; } public string caption { get; set; } }
        public class Message { public string messaging_product { get; set; } = "whatsapp"; public string to { get; set; } public string type { get; set; } public Media image { get; set; } }
        public class Builder
        {
            private readonly Message _message = new();
            public static Builder For(string to) => new Builder().To(to);
            public Builder To(string to) { _message.to = to; return this; }
            public Builder Image(string link, string caption = null) { _message.type = "image"; _message.image = new Media { link = link, caption = caption }; return this; }
            public Message Build() => _message;
        }
        """;

    private const string Own = """
        public class Media { public string link { get; set; } public string caption { get; set; } }
        public class Builder
        {
            public string messaging_product { get; set; } = "whatsapp"; public string to { get; set; } public string type { get; set; } public Media image { get; set; }
            public static Builder For(string to) => new Builder().To(to);
            public Builder To(string to) { this.to = to; return this; }
            public Builder Image(string link, string caption = null) { type = "image"; image = new Media { link = link, caption = caption }; return this; }
            public Builder Build() => this;
        }
        """;

    public static TheoryData<string, string> Builders => new()
    {
        { nameof(Dictionary), Dictionary }, { nameof(Tokens), Tokens }, { nameof(Nodes), Nodes }, { nameof(Fields), Fields }, { nameof(Typed), Typed }, { nameof(Own), Own },
    };

    /// <summary>All but one: a JObject that the constructor assigns says nothing yet.</summary>
    public static TheoryData<string, string> Followed => new()
    {
        { nameof(Dictionary), Dictionary }, { nameof(Nodes), Nodes }, { nameof(Fields), Fields }, { nameof(Typed), Typed }, { nameof(Own), Own },
    };

    [Theory]
    [MemberData(nameof(Followed))]
    public void Wrong_file_for_the_type(string name, string builder)
    {
        Assert.NotEmpty(name);
        Judge("DLG0102", builder, """Post(new Builder().To(to).Image([|"https://a.example/x.gif"|]).Build())""");
        Judge("DLG0102", builder, """Post(Builder.For(to).Image([|"https://a.example/x.gif"|], "hi").Build())""");
        Judge("DLG0102", builder, """Send(Builder.For(to).Image([|"https://a.example/x.gif"|]))""");
        Judge("DLG0102", builder, """Post(new Builder().To(to).Image("https://a.example/x.png").Build())""");
        Judge("DLG0102", builder, """Send(Builder.For(to).Image("https://a.example/x.png", "hi"))""");
    }

    [Theory]
    [MemberData(nameof(Builders))]
    public void Session(string name, string builder)
    {
        Assert.NotEmpty(name);
        Judge("DLG0201", builder, """[|Post|](Builder.For(to).Image("https://a.example/x.png").Build())""");
        Judge("DLG0201", builder, """[|Send|](new Builder().To(to).Image("https://a.example/x.png"))""");
    }

    [Theory]
    [InlineData("DLG0101", """Send(Builder.For(to).Location([|-182.5|], 10.2))""")]
    [InlineData("DLG0101", """Send(Builder.For(to).Location(-82.5, 10.2))""")]
    [InlineData("DLG0109", """Send(Builder.For(to).Button("yes", "Yes").Button("no", [|"No, I would rather not"|]).Ask("Well?"))""")]
    [InlineData("DLG0109", """Send(Builder.For(to).Ask("Well?").Button("yes", "Yes").Button("no", [|"No, I would rather not"|]))""")]
    [InlineData("DLG0109", """Send(Builder.For(to).Button("yes", "Yes").Button("no", "No").Ask("Well?"))""")]
    [InlineData("DLG0104", """Send(Builder.For(to).Image([|"/files/x.png"|]))""")]
    // Nothing may be called missing in what others may have filled.
    [InlineData("DLG0108", """Send(new Builder().Image("https://a.example/x.png"))""")]
    [InlineData("DLG0108", """Send(new Builder().To(to))""")]
    public void Parts(string rule, string call) => Judge(rule, Dictionary, call);

    [Theory]
    // Statement by statement, in a local.
    [InlineData("DLG0102", """var b = Builder.For(to); b.Image([|"https://a.example/x.gif"|]); await Send(b);""")]
    [InlineData("DLG0102", """var b = new Builder(); b.To(to); b.Image([|"https://a.example/x.gif"|]); await Post(b.Build());""")]
    [InlineData("DLG0102", """var b = new Builder(); b.To(to); b.Image("https://a.example/x.png"); await Post(b.Build());""")]
    // Only some of the calls run, or the object comes from elsewhere: nothing is known.
    [InlineData("DLG0102", """var b = Builder.For(to); if (to.Length > 5) { b.Image("https://a.example/x.gif"); } await Send(b);""")]
    [InlineData("DLG0102", """var b = Given(); b.Image("https://a.example/x.gif"); await Post(new object());""")]
    // Another object of the class.
    [InlineData("DLG0102", """var a = Builder.For(to).Image("https://a.example/x.png"); var b = new Builder().Image("https://a.example/x.gif"); await Send(a);""")]
    public void Locals(string rule, string statements) => Judge(rule, Dictionary, statements, isStatements: true);

    [Theory]
    // Methods that nobody sees through, that give something else, or that call themselves.
    [InlineData("""public class Builder { private readonly Dictionary<string, object> _body = new() { ["messaging_product"] = "whatsapp" }; public virtual Builder Image(string link) { _body["type"] = "image"; _body["image"] = new { link }; return this; } public object Build() => _body; } public class Other : Builder { public override Builder Image(string link) => this; }""")]
    [InlineData("""public class Builder { private readonly Dictionary<string, object> _body = new() { ["messaging_product"] = "whatsapp" }; public Builder Image(string link) { _body["type"] = "document"; _body["document"] = new { link }; return this; } public object Build() => _body; }""")]
    [InlineData("""public class Builder { private readonly Dictionary<string, object> _body = new() { ["messaging_product"] = "whatsapp" }; public Builder Image(string link) => link.Length > 3 ? Image(link) : this; public object Build() => _body; }""")]
    [InlineData("""public class Builder { private readonly Dictionary<string, object> _body = new() { ["messaging_product"] = "whatsapp" }; public Builder Image(string link) { _body["type"] = "image"; _body["image"] = new { link }; _body.Clear(); return this; } public object Build() => _body; }""")]
    [InlineData("""public class Builder { private readonly Dictionary<string, object> _body = new() { ["messaging_product"] = "whatsapp" }; public Builder Image(string link) { Change(_body, link); return this; } private static void Change(Dictionary<string, object> body, string link) { body["type"] = "image"; body["image"] = new { link }; body.Remove("image"); } public object Build() => _body; }""")]
    public void Silent(string builder) => Judge("DLG0102", builder, """Post(new Builder().Image("https://a.example/x.gif").Build())""");

    [Fact]
    public void Builder_that_sends()
    {
        const string program = """
            public class WhatsApp(HttpClient http)
            {
                private readonly Dictionary<string, object> _body = new() { ["messaging_product"] = "whatsapp" };
                public WhatsApp To(string to) { _body["to"] = to; return this; }
                public WhatsApp Image(string link) { _body["type"] = "image"; _body["image"] = new { link }; return this; }
                public async Task SendAsync() => (await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", _body)).EnsureSuccessStatusCode();
            }

            public class Offers(HttpClient http)
            {
                public Task First(string to) => new WhatsApp(http).To(to).Image($1).$2();
                public Task Second(string to) => new WhatsApp(http).To(to).Image("https://a.example/x.png").$2();
            }
            """;
        string Filled(string link, string send) => program.Replace("$1", link, StringComparison.Ordinal).Replace("$2", send, StringComparison.Ordinal);
        new TestProgram("DLG0102", Filled("[|\"https://a.example/x.gif\"|]", "SendAsync")).Check();
        new TestProgram("DLG0102", Filled("\"https://a.example/x.jpg\"", "SendAsync")).Check();
        new TestProgram("DLG0201", Filled("\"https://a.example/x.jpg\"", "[|SendAsync|]")).Check();
    }

    [Fact]
    public void Builder_in_another_file() => new TestProgram(
        "DLG0109",
        Dictionary.Replace("new { type = \"reply\", reply = new { id, title } }", "new { type = \"reply\", reply = new { id, title = [|\"Yes, please book it for me\"|] } }", StringComparison.Ordinal),
        Program("""Send(Builder.For(to).Button("a", "A").Ask("Well?"))""", isStatements: false)).Check();

    private static void Judge(string rule, string builder, string call, bool isStatements = false) => new TestProgram(rule, builder, Program(call, isStatements)).Check();

    private static string Program(string call, bool isStatements) => $$"""
        public class Offers(HttpClient http)
        {
            private static Builder Given() => null;
            private async Task Post(object message) => (await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message)).EnsureSuccessStatusCode();
            private async Task Send(Builder message) => (await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message.Build())).EnsureSuccessStatusCode();
            public async Task RunAsync(string to) { {{(isStatements ? call : "await " + call + ";")}} }
        }
        """;
}
