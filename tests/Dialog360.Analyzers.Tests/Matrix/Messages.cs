using CsCheck;

namespace Dialog360.Analyzers.Tests.Matrix;

/// <summary>Valid messages of every type.</summary>
internal static class Messages
{
    private static readonly Gen<string> Word = Gen.OneOfConst("Hello", "your parcel", "é", "ñandú", "👍", "\"soon\"", "it's", "C:\\temp", "{name}", "}", "50%", "a/b", "\n", "[x]", "1", "tomorrow:", "Grüße", "%20", "//");

    private static readonly Gen<string> Text = Word.Array[1, 5].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Line = Gen.OneOfConst("Yes", "No, later", "Größe M", "It's on", "Call \"us\"", "100 %", "Menu");

    private static readonly Gen<string> Id = Gen.OneOfConst("1234567890", "a1b2-c3", "wamid.HBgL");

    private static readonly Gen<string> Base = Gen.OneOfConst("https://cdn.example.com/a", "https://example.com/files/menu%20card", "http://files.example.org/2024/05/x_y", "https://example.com/deep/path/img-1");

    private static readonly Gen<string> Query = Gen.OneOfConst("", "", "", "?v=1", "?token=abc&x=2", "#top");

    private static readonly Gen<string> Code = Gen.OneOfConst("en", "en_US", "de", "pt_BR", "es_MX");

    private static readonly Gen<Item> Latitude = Coordinate(Gen.OneOfConst("52.520008", "-33.8688", "0.5", "89.9999", "-90", "48.1"));

    private static readonly Gen<Item> Longitude = Coordinate(Gen.OneOfConst("13.404954", "151.2093", "-179.9999", "-0.25", "180", "11.5"));

    private static readonly Gen<Obj> Location = Gen.Select(Latitude, Longitude, Gen.Int[0, 2], Line, (latitude, longitude, more, line) =>
    {
        Obj location = new(("latitude", latitude), ("longitude", longitude));
        Add(location, more > 0, "name", line);
        Add(location, more > 1, "address", line);
        return location;
    });

    private static readonly Gen<(string Type, Obj Content)> Contents = Gen.OneOf(
        Gen.Select(Text, Gen.Int[0, 2], (text, url) => ("text", Optional(new Obj(("body", new Str(text))), url > 1, "preview_url", new Bool(url > 1)))),
        MediaOf("image", Gen.OneOfConst(".jpg", ".png", ".JPEG", ""), hasCaption: true),
        MediaOf("video", Gen.OneOfConst(".mp4", ".3gp"), hasCaption: true),
        MediaOf("audio", Gen.OneOfConst(".mp3", ".ogg", ".aac"), hasCaption: false),
        MediaOf("sticker", Gen.OneOfConst(".webp"), hasCaption: false),
        Gen.Select(MediaOf("document", Gen.OneOfConst(".pdf", ".docx", ".jpg"), hasCaption: true), Gen.Bool, (media, named) => (media.Type, Optional(media.Content, named, "filename", new Str("invoice.pdf")))),
        Location.Select(location => ("location", location)),
        Gen.Select(Text, Gen.OneOfConst("👍", "❤️", ""), (_, emoji) => ("reaction", new Obj(("message_id", new Str("wamid.HBgL")), ("emoji", new Str(emoji))))),
        Gen.Select(Text, Gen.Int[1, 3], Gen.Int[0, 3], Line, Buttons),
        Gen.Select(Text, Gen.Int[1, 3], Gen.Int[1, 3], List),
        Gen.Select(Text, Line, (text, line) => ("interactive", new Obj(
            ("type", new Str("cta_url")),
            ("body", new Obj(("text", new Str(text)))),
            ("action", new Obj(("name", new Str("cta_url")), ("parameters", new Obj(("display_text", new Str(line)), ("url", new Str("https://example.com/t/1"))))))))),
        Gen.Select(Code, Line, Gen.Int[0, 4], Location, Template));

    private static readonly Gen<(string Type, Item Content)> AllContents = Gen.OneOf(
        Contents.Select(content => (content.Type, (Item)content.Content)),
        Contents.Select(content => (content.Type, (Item)content.Content)),
        Contents.Select(content => (content.Type, (Item)content.Content)),
        Contents.Select(content => (content.Type, (Item)content.Content)),
        Line.Select(line => ("contacts", (Item)Contacts(line))));

    /// <summary>Random messages. Half of them name the product, as only the Cloud API has it.</summary>
    public static readonly Gen<Obj> All = Gen.Select(AllContents, Gen.Int[0, 3], (content, way) => Wrap(content.Type, content.Content, way));

    /// <summary>One message of each kind, for tables.</summary>
    public static readonly Func<Obj>[] Samples =
    [
        () => Wrap("text", new Obj(("body", new Str("Hello Ann é")), ("preview_url", new Bool(true))), 0),
        () => Wrap("image", new Obj(("link", new Str("https://cdn.example.com/a.jpg")), ("caption", new Str("The menu"))), 0),
        () => Wrap("video", new Obj(("link", new Str("https://cdn.example.com/a.mp4"))), 0),
        () => Wrap("audio", new Obj(("id", new Str("123"))), 0),
        () => Wrap("sticker", new Obj(("link", new Str("https://cdn.example.com/a.webp"))), 0),
        () => Wrap("document", new Obj(("link", new Str("https://cdn.example.com/a.pdf")), ("filename", new Str("a.pdf"))), 0),
        () => Wrap("location", new Obj(("latitude", new Num("52.520008")), ("longitude", new Num("13.404954"))), 0),
        () => Wrap("contacts", Contacts("Ann Smith"), 0),
        () => Wrap("interactive", Buttons("Coming?", 2, 1, "Thanks").Content, 0),
        () => Wrap("interactive", List("Pick one", 2, 2).Content, 0),
        () => Wrap("template", Template("en", "Ann", 2, new Obj()).Content, 0),
        () => Wrap("reaction", new Obj(("message_id", new Str("wamid.HBgL")), ("emoji", new Str("👍"))), 0),
    ];

    private static Obj Wrap(string type, Item content, int way)
    {
        Obj message = new();
        Add(message, way != 1, "messaging_product", "whatsapp");
        Add(message, way is 1 or 2, "recipient_type", "individual");
        message.Set("to", new Var("to", "491701234567"));
        message.Set("type", new Str(type));
        message.Set(type, content);
        if (way == 1 && content is Obj text)
        {
            // Outside of the Cloud API the message itself has it.
            text.Remove("preview_url");
        }

        return message;
    }

    private static (string Type, Obj Content) Buttons(string text, int count, int header, string line)
    {
        Obj interactive = new(("type", new Str("button")));
        if (header == 1)
        {
            interactive.Set("header", new Obj(("type", new Str("image")), ("image", new Obj(("link", new Str("https://cdn.example.com/menu.png"))))));
        }
        else if (header == 2)
        {
            interactive.Set("header", new Obj(("type", new Str("text")), ("text", new Str(line))));
        }
        else if (header == 3)
        {
            interactive.Set("header", new Obj(("type", new Str("document")), ("document", new Obj(("id", new Str("123"))))));
        }

        interactive.Set("body", new Obj(("text", new Str(text))));
        if (header > 0)
        {
            interactive.Set("footer", new Obj(("text", new Str(line))));
        }

        interactive.Set("action", new Obj(("buttons", new Arr([.. Enumerable.Range(1, count).Select(Button)]))));
        return ("interactive", interactive);
    }

    /// <summary>A reply button.</summary>
    public static Obj Button(int number) => new(("type", new Str("reply")), ("reply", new Obj(("id", new Str("b" + number)), ("title", new Str("Choice " + number)))));

    /// <summary>A row of a list.</summary>
    public static Obj Row(int section, int number) => new(("id", new Str($"r{section}-{number}")), ("title", new Str("Row " + number)), ("description", new Str("What it is")));

    private static (string Type, Obj Content) List(string text, int sections, int rows) => ("interactive", new Obj(
        ("type", new Str("list")),
        ("body", new Obj(("text", new Str(text)))),
        ("action", new Obj(
            ("button", new Str("Open")),
            ("sections", new Arr([.. Enumerable.Range(1, sections).Select(section => new Obj(
                ("title", new Str("Part " + section)),
                ("rows", new Arr([.. Enumerable.Range(1, rows).Select(row => Row(section, row))]))))]))))));

    private static (string Type, Obj Content) Template(string code, string line, int components, Obj location)
    {
        Obj template = new(("name", new Str("hello_world")), ("language", new Obj(("code", new Str(code)))));
        List<Item> parts = [];
        if (components is 2 or 3)
        {
            parts.Add(new Obj(("type", new Str("header")), ("parameters", new Arr(new Obj(("type", new Str("image")), ("image", new Obj(("link", new Str("https://cdn.example.com/a.png")))))))));
        }
        else if (components == 4)
        {
            location.Set("name", new Str("Office"));
            location.Set("address", new Str("Main Street 1"));
            parts.Add(new Obj(("type", new Str("header")), ("parameters", new Arr(new Obj(("type", new Str("location")), ("location", location))))));
        }

        if (components > 0)
        {
            parts.Add(new Obj(("type", new Str("body")), ("parameters", new Arr(new Obj(("type", new Str("text")), ("text", new Str(line))), new Obj(("type", new Str("text")), ("text", new Str("7")))))));
        }

        if (components == 3)
        {
            parts.Add(new Obj(("type", new Str("button")), ("sub_type", new Str("url")), ("index", new Num("0")), ("parameters", new Arr(new Obj(("type", new Str("text")), ("text", new Str("x")))))));
        }

        if (parts.Count > 0)
        {
            template.Set("components", new Arr([.. parts]));
        }

        return ("template", template);
    }

    private static Arr Contacts(string line) => new(new Obj(
        ("name", new Obj(("formatted_name", new Str(line)), ("first_name", new Str("Ann")))),
        ("phones", new Arr(new Obj(("phone", new Str("+49 170 1234567")), ("type", new Str("WORK")))))));

    private static Gen<(string Type, Obj Content)> MediaOf(string type, Gen<string> extension, bool hasCaption) =>
        Gen.Select(Base, extension, Query, Id, Gen.Int[0, 3], Line, (address, end, query, id, way, line) =>
        {
            Obj media = way == 0 ? new Obj(("id", new Str(id))) : new Obj(("link", new Str(address + end + query)));
            Add(media, hasCaption && way > 1, "caption", line);
            return (type, media);
        });

    private static Gen<Item> Coordinate(Gen<string> number) =>
        Gen.Select(number, Gen.Int[0, 3], (text, way) => way == 0 ? (Item)new Str(text) : new Num(text));

    private static void Add(Obj target, bool isThere, string name, string text) => Optional(target, isThere, name, new Str(text));

    private static Obj Optional(Obj target, bool isThere, string name, Item value)
    {
        if (isThere)
        {
            target.Set(name, value);
        }

        return target;
    }
}
