using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Hosting;

namespace Dialog360.Analyzers.Tests.Matrix;

/// <summary>Where a finding stands.</summary>
internal enum Where
{
    Value,
    Name,
    Start,
    Refused,

    /// <summary>In what is done with the message: the stretch between the bars of <see cref="Defect.Sent"/>.</summary>
    Sent,
}

/// <summary>The place of a defect that was put into a message.</summary>
/// <param name="Node">The value, the member or the object.</param>
/// <param name="Where">What of it.</param>
internal sealed record Place(object? Node, Where Where);

/// <summary>One thing that can be wrong with a message.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Id">The rule that must find it.</param>
/// <param name="Put">Puts it into a message; null where the message has no place for it.</param>
/// <param name="NeedsText">Whether only JSON text can have it.</param>
/// <param name="NeedsHole">Whether it needs text with holes.</param>
internal sealed record Defect(string Name, string Id, Func<Obj, Place?> Put, bool NeedsText = false, bool NeedsHole = false)
{
    /// <summary>Whether a style can have the defect at all.</summary>
    public bool Fits(Style style) => (!NeedsText || style.IsText) && (!NeedsHole || style.IsText && style.HasHoles) && (Takes?.Invoke(style) ?? true);

    /// <summary>What is done with the message where that is wrong, with <c>USE</c> for the message and bars around the place.</summary>
    public string? Sent { get; init; }

    /// <summary>The styles whose result can be sent that way; all where nothing is said.</summary>
    public Func<Style, bool>? Takes { get; init; }
}

/// <summary>All of them.</summary>
internal static class Defects
{
    private static readonly string[] MediaTypes = ["image", "video", "audio", "sticker", "document"];

    private static readonly Defect[] Known =
    [
        new("coordinates exchanged", "DLG0101", message => Coordinates(message, new Num("120.2093"), new Num("52.5"), "latitude")),
        new("latitude without its point", "DLG0101", message => Coordinates(message, new Num("52520008"), new Num("13.4"), "latitude")),
        new("longitude without its point", "DLG0101", message => Coordinates(message, new Num("52.5"), new Str("13404954"), "longitude")),
        new("latitude beyond the pole", "DLG0101", message => Coordinates(message, new Num("95.25"), new Num("170.5"), "latitude")),
        new("extension of another type", "DLG0102", message => Link(message, (type, _) => type switch { "image" => ".mp3", "video" => ".png", "audio" => ".mp4", "sticker" => ".png", _ => null })),
        new("extension of no type", "DLG0102", message => Link(message, (type, _) => type switch { "image" => ".bmp", "video" => ".mov", "audio" => ".wav", _ => null })),
        new("link encoded twice", "DLG0103", message => Link(message, (type, _) => type == "document" ? "%2520b.pdf" : null)),
        new("name of a picture encoded twice", "DLG0103", message => Link(message, (type, _) => type == "image" ? "%2520b.png" : null)),
        new("relative link", "DLG0104", message => WholeLink(message, "/files/a")),
        new("link of the file system", "DLG0104", message => WholeLink(message, "file:///srv/files/a")),
        new("link to the own machine", "DLG0104", message => WholeLink(message, "http://localhost:8080/a")),
        new("link to a private network", "DLG0104", message => WholeLink(message, "https://10.0.0.5/a")),
        new("blank in a link", "DLG0104", message => WholeLink(message, "https://cdn.example.com/my file")),
        new("comma after the last member", "DLG0105", LastComma, NeedsText: true),
        new("closing brace missing", "DLG0105", Unclosed, NeedsText: true),
        new("apostrophes", "DLG0105", Apostrophes, NeedsText: true),
        new("True", "DLG0105", Capital, NeedsText: true),
        new("truth value as text", "DLG0106", message => Set(message, "text", "preview_url", new Str("true"), onlyIfThere: true)),
        new("body as number", "DLG0106", message => Set(message, "text", "body", new Num("42"))),
        new("caption as truth value", "DLG0106", message => SetCaption(message, new Bool(true))),
        new("recipient as number", "DLG0106", message => Set(message, "message", "to", new Num("491701234567"))),
        new("buttons as object", "DLG0106", message => Set(message, "action", "buttons", new Obj(("type", new Str("reply"))), onlyIfThere: true)),
        new("name in a JSON string", "DLG0107", message => Set(message, "text", "body", new Var("name", known: null)), NeedsHole: true),
        new("name as caption in a JSON string", "DLG0107", message => SetCaption(message, new Var("name", known: null)), NeedsHole: true),
        new("no recipient", "DLG0108", message => message.Entry("messaging_product") is not null && message.Remove("to") ? new Place(message, Where.Start) : null),
        new("no body", "DLG0108", message => Lose(message, "text", "body", "body")),
        new("no longitude", "DLG0108", message => Lose(message, "location", "longitude", "longitude")),
        new("no language", "DLG0108", message => Lose(message, "template", "language", "language")),
        new("no action", "DLG0108", message => Lose(message, "interactive", "action", "action")),
        new("no file", "DLG0108", NoFile),
        new("link beside id", "DLG0108", LinkAndId),
        new("caption on audio", "DLG0108", CaptionOnAudio),
        new("button without a title", "DLG0108", message => Lose(message, "reply", "title", "title")),
        new("row without an id", "DLG0108", message => Lose(message, "rows", "id", "id")),
        new("product in capitals", "DLG0108", message => Set(message, "message", "messaging_product", new Str("WhatsApp"), onlyIfThere: true)),
        new("recipient type that does not exist", "DLG0108", message => Set(message, "message", "recipient_type", new Str("person"))),
        new("name that no template can have", "DLG0108", message => Set(message, "template", "name", new Str("Order-1"))),
        new("interactive type that does not exist", "DLG0108", message => message["interactive"] is Obj { } interactive && interactive["type"] is Str { Text: "button" } ? Value(interactive.Set("type", new Str("buttons"))) : null),
        new("type of another object", "DLG0108", OtherType),
        new("body of 4,097 characters", "DLG0109", message => Set(message, "text", "body", new Str(new string('x', 4097)))),
        new("caption of 1,025 characters", "DLG0109", message => SetCaption(message, new Str(new string('x', 1025)))),
        new("footer of 61 characters", "DLG0109", message => Set(message, "footer", "text", new Str(new string('x', 61)))),
        new("button title of 21 characters", "DLG0109", message => Set(message, "reply", "title", new Str(new string('x', 21)))),
        new("row title of 25 characters", "DLG0109", message => Set(message, "rows", "title", new Str(new string('x', 25)))),
        new("four buttons", "DLG0109", message => Set(message, "action", "buttons", new Arr([.. Enumerable.Range(1, 4).Select(Messages.Button)]), onlyIfThere: true)),
        new("eleven rows", "DLG0109", ElevenRows),
        new("button twice", "DLG0109", ButtonTwice),
        new("empty parameter", "DLG0109", message => Parameter(message) is { } parameter ? new Place(parameter.Set("text", new Str("")), Where.Value) : null),
        new("line break in a parameter", "DLG0109", message => Parameter(message) is { } parameter ? new Place(parameter.Set("text", new Str("a\nb")), Where.Value) : null),
        new("template that does not exist", "DLG0110", message => Find(message, "template") is { } template ? Value(template.Set("name", new Str(((Str)template["name"]!).Text[..^1]))) : null),
        new("language that the template does not have", "DLG0110", message => Set(message, "language", "code", new Str("fr"))),
        new("template that is paused", "DLG0110", Paused),
        new("parameter too many", "DLG0111", message => Parameters(message, "body") is { } parameters ? Value(parameters.Set("parameters", Longer((Arr)parameters["parameters"]!))) : null),
        new("image where a text belongs", "DLG0111", message => Parameters(message, "body") is { } parameters ? Value(parameters.Set("parameters", new Arr(((Arr)parameters["parameters"]!).Items[0], Picture()))) : null),
        new("document where an image belongs", "DLG0111", DocumentInHeader),
        new("recipient with 00", "DLG0112", message => Set(message, "message", "to", new Str("00491701234567"))),
        new("recipient without country", "DLG0112", message => Set(message, "message", "to", new Str("01701234567"))),
        new("user id as recipient", "DLG0112", message => message.Entry("messaging_product") is null ? null : Set(message, "message", "to", new Str("US.13491208655302741918"))),
        new("recipient too short", "DLG0112", message => Set(message, "message", "to", new Str("4917"))),
        new("language with a hyphen", "DLG0113", message => Set(message, "language", "code", new Str("en-US"))),
        new("language that does not exist", "DLG0113", message => Set(message, "language", "code", new Str("pt"))),
        new("encoded as ASCII", "DLG0114", Unknown) { Sent = "Use(|System.Text.Encoding.ASCII|.GetBytes(USE));", Takes = IsPlainString },
        new("encoded as Latin-1", "DLG0114", Unknown) { Sent = "Use(|System.Text.Encoding.Latin1|.GetBytes(USE));", Takes = IsPlainString },
        new("sent as text", "DLG0115", Sending) { Sent = "new System.Net.Http.HttpClient().PostAsync(\"https://waba-v2.360dialog.io/messages\", |new System.Net.Http.StringContent(USE)|);", Takes = IsString },
        new("serialized twice", "DLG0115", Sending) { Sent = "System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(new System.Net.Http.HttpClient(), \"https://waba-v2.360dialog.io/messages\", |USE|);", Takes = IsString },
    ];

    /// <summary>Those that a rule of this version finds.</summary>
    public static readonly Defect[] All = [.. Known.Where(defect => RuleList.All.Any(rule => rule.Id == defect.Id))];

    /// <summary>A text that is not in the form of bytes already.</summary>
    private static bool IsString(Style style) => style.Name != "UTF-8 text";

    /// <summary>A text of which something is unknown and that System.Text.Json has not escaped.</summary>
    private static bool IsPlainString(Style style) => IsString(style) && style.HasHoles && style.Use is "made" or "made.ToString()";

    private static Place Value(Item value) => new(value, Where.Value);

    private static Obj? Find(Obj message, string holder) => message.Objects().Where(each => each.Holder == holder).Select(each => each.Object).FirstOrDefault();

    private static Place? Set(Obj message, string holder, string member, Item value, bool onlyIfThere = false) =>
        Find(message, holder) is { } target && (!onlyIfThere || target.Entry(member) is not null) ? Value(target.Set(member, value)) : null;

    /// <summary>Media in headers have no caption.</summary>
    private static Place? SetCaption(Obj message, Item value) => message["image"] is Obj image ? Value(image.Set("caption", value)) : null;

    private static Place? Coordinates(Obj message, Item latitude, Item longitude, string wrong)
    {
        if (Find(message, "location") is not { } location)
        {
            return null;
        }

        location.Set("latitude", latitude);
        location.Set("longitude", longitude);
        return Value(location[wrong]!);
    }

    private static (string Type, Obj Object)? Media(Obj message) =>
        message.Objects().Where(each => MediaTypes.Contains(each.Holder)).Select(each => ((string, Obj)?)(each.Holder, each.Object)).FirstOrDefault();

    private static Place? Link(Obj message, Func<string, Obj, string?> end)
    {
        if (Media(message) is not var (type, media) || media["link"] is not Str || end(type, media) is not { } extension)
        {
            return null;
        }

        return Value(media.Set("link", new Str("https://cdn.example.com/a" + extension)));
    }

    private static Place? WholeLink(Obj message, string start)
    {
        if (Media(message) is not var (type, media) || media["link"] is not Str)
        {
            return null;
        }

        string extension = type switch { "image" => ".jpg", "video" => ".mp4", "audio" => ".mp3", "sticker" => ".webp", _ => ".pdf" };
        return Value(media.Set("link", new Str(start + extension)));
    }

    /// <summary>What is not known may be any character.</summary>
    private static Place? Unknown(Obj message)
    {
        Set(message, "message", "to", new Var("to", known: null));
        return new Place(null, Where.Sent);
    }

    /// <summary>Only what names the product is sure to be a message of the Cloud API.</summary>
    private static Place? Sending(Obj message) => message.Entry("messaging_product") is null ? null : new Place(null, Where.Sent);

    private static Place LastComma(Obj message)
    {
        message.HasLastComma = true;
        return new Place(null, Where.Refused);
    }

    private static Place Unclosed(Obj message)
    {
        message.IsUnclosed = true;
        return new Place(null, Where.Refused);
    }

    private static Place Apostrophes(Obj message)
    {
        message.Set("type", new Str(((Str)message["type"]!).Text) { HasApostrophes = true });
        return new Place(null, Where.Refused);
    }

    private static Place? Capital(Obj message)
    {
        if (Find(message, "text") is not { } text || text["preview_url"] is null)
        {
            return null;
        }

        text.Set("preview_url", new Bool(true) { IsCapital = true });
        return new Place(null, Where.Refused);
    }

    private static Place? Lose(Obj message, string holder, string member, string needed) =>
        Find(message, holder) is { } target && target.Entry(needed) is not null && target.Remove(member) ? new Place(target, Where.Start) : null;

    private static Place? NoFile(Obj message)
    {
        if (Media(message) is not var (type, media) || message[type] != media)
        {
            return null;
        }

        media.Remove("link");
        media.Remove("id");
        media.Set("note", new Str("x"));
        return new Place(media, Where.Start);
    }

    private static Place? LinkAndId(Obj message)
    {
        if (Media(message) is not var (_, media) || media["link"] is null)
        {
            return null;
        }

        media.Set("id", new Str("123"));
        return new Place(media.Entry("id"), Where.Name);
    }

    private static Place? CaptionOnAudio(Obj message)
    {
        if (message["audio"] is not Obj audio)
        {
            return null;
        }

        audio.Set("caption", new Str("Listen"));
        return new Place(audio.Entry("caption"), Where.Name);
    }

    private static Place? OtherType(Obj message) =>
        message["text"] is Obj ? Value(message.Set("type", new Str("image")))
        : message["video"] is Obj ? Value(message.Set("type", new Str("document")))
        : null;

    private static Place? ElevenRows(Obj message)
    {
        if (Find(message, "action") is not { } action || action["sections"] is not Arr sections)
        {
            return null;
        }

        sections.Items.RemoveRange(1, sections.Items.Count - 1);
        return Value(((Obj)sections.Items[0]).Set("rows", new Arr([.. Enumerable.Range(1, 11).Select(row => Messages.Row(1, row))])));
    }

    private static Place? ButtonTwice(Obj message)
    {
        if (Find(message, "action")?["buttons"] is not Arr { Items.Count: > 1 } buttons)
        {
            return null;
        }

        Obj second = (Obj)((Obj)buttons.Items[1])["reply"]!;
        return Value(second.Set("id", new Str("b1")));
    }

    private static Place? Paused(Obj message)
    {
        if (Find(message, "template") is not { } template)
        {
            return null;
        }

        Set(message, "language", "code", new Str("en"));
        return Value(template.Set("name", new Str("spring_offer")));
    }

    private static Place? DocumentInHeader(Obj message)
    {
        if (Parameters(message, "header") is not { } header || ((Arr)header["parameters"]!).Items[0] is not Obj { } parameter || parameter["image"] is null)
        {
            return null;
        }

        Obj document = new(("type", new Str("document")), ("document", new Obj(("link", new Str("https://cdn.example.com/a.pdf")))));
        return Value(header.Set("parameters", new Arr(document)));
    }

    private static Obj? Parameters(Obj message, string component) =>
        message.Objects().Where(each => each.Holder == "components" && (each.Object["type"] as Str)?.Text == component).Select(each => each.Object).FirstOrDefault();

    private static Arr Longer(Arr parameters) => new([.. parameters.Items, new Obj(("type", new Str("text")), ("text", new Str("more")))]);

    private static Obj Picture() => new(("type", new Str("image")), ("image", new Obj(("link", new Str("https://cdn.example.com/a.png")))));

    private static Obj? Parameter(Obj message) =>
        message.Objects().Where(each => each.Holder == "parameters" && each.Object["text"] is Str).Select(each => each.Object).FirstOrDefault();
}
