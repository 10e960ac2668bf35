using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>What a webhook update looks like, in both generations: <c>webhook-schema.json</c>.</summary>
internal sealed class WebhookSchema
{
    private static readonly Lazy<WebhookSchema> Embedded = new(static () => new WebhookSchema(CatalogText.Open("webhook-schema.json")));

    private readonly Dictionary<string, WebhookShape> _shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WebhookMember> _alone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> _proof = new(StringComparer.Ordinal);

    private WebhookSchema(JsonNode root)
    {
        JsonNode shapes = root.Get("shapes")!;
        foreach (JsonMember shape in shapes.Members)
        {
            ShapeOf(shape.Name.Text);
        }

        foreach (JsonMember shape in shapes.Members)
        {
            WebhookShape owner = ShapeOf(shape.Name.Text);
            foreach (JsonMember member in shape.Value!.Members)
            {
                string target = member.Value!.Value?.Text ?? string.Empty;
                bool isList = target.EndsWith("[]", StringComparison.Ordinal);
                owner.Members[Plain(member.Name.Text)] = new WebhookMember(ShapeOf(isList ? target.Substring(0, target.Length - 2) : target), isList, owner);
            }
        }

        foreach (string name in root.Texts("alone"))
        {
            string plain = Plain(name);
            foreach (WebhookShape shape in new[] { Value, Update, Entry, Contact, Message })
            {
                if (shape.Members.TryGetValue(plain, out WebhookMember? member))
                {
                    _alone[plain] = member;
                    break;
                }
            }
        }

        foreach (JsonMember proof in root.Get("proof")!.Members)
        {
            _proof[proof.Name.Text] = PlainTexts(root.Get("proof")!, proof.Name.Text);
        }

        Updates = root.List("updates").Select(each => new UpdateNames(PlainTexts(each, "all"), PlainTexts(each, "any"), each.Texts("proof"), each.TextOrNull("where"))).ToImmutableArray();
        JsonNode batches = root.Get("batches")!;
        Batches = batches.Members.Select(member => (member.Name.Text, ShapeOf(batches.Text(member.Name.Text)))).ToImmutableArray();
        JsonNode names = root.Get("names")!;
        OwnNames = names.Texts("own").Select(Plain).ToImmutableHashSet(StringComparer.Ordinal);
        CommonNames = names.Texts("common").Select(Plain).ToImmutableHashSet(StringComparer.Ordinal);
        NamesBeside = names.Texts("beside").Select(Plain).ToImmutableHashSet(StringComparer.Ordinal);
        _ = (Sender, UserId, State, Part);
    }

    /// <summary>The schema.</summary>
    public static WebhookSchema Current => Embedded.Value;

    /// <summary>The whole body of a POST; the on-premises shape has the members of <see cref="Value"/> right here.</summary>
    public WebhookShape Update => ShapeOf("update");

    /// <summary>An element of <c>entry</c>.</summary>
    public WebhookShape Entry => ShapeOf("entry");

    /// <summary>An element of <c>changes</c>.</summary>
    public WebhookShape Change => ShapeOf("change");

    /// <summary>What changed: messages, statuses, contacts, errors.</summary>
    public WebhookShape Value => ShapeOf("value");

    /// <summary>An inbound message.</summary>
    public WebhookShape Message => ShapeOf("message");

    /// <summary>The sender's card.</summary>
    public WebhookShape Contact => ShapeOf("contact");

    /// <summary>What became of a message that was sent.</summary>
    public WebhookShape Status => ShapeOf("status");

    /// <summary>Why a message that was sent did not arrive.</summary>
    public WebhookShape StatusError => ShapeOf("status-error");

    /// <summary>The phone number of a sender, which need not be there.</summary>
    public WebhookShape Sender => ShapeOf("sender");

    /// <summary>The user id of a sender, which always is.</summary>
    public WebhookShape UserId => ShapeOf("user-id");

    /// <summary>A part of a message, status or contact that no rule asks about.</summary>
    public WebhookShape Part => ShapeOf("part");

    /// <summary>The word in a status that says what became of the message.</summary>
    public WebhookShape State => ShapeOf("state");

    /// <summary>The lists that a batch has several elements in, the outermost first, with what these are.</summary>
    public ImmutableArray<(string Name, WebhookShape Shape)> Batches { get; }

    /// <summary>Names of lists that hardly anything but updates has, in lower case without underscores.</summary>
    public ImmutableHashSet<string> OwnNames { get; }

    /// <summary>Names of lists that other things have too; they speak of updates beside <see cref="NamesBeside"/>.</summary>
    public ImmutableHashSet<string> CommonNames { get; }

    /// <summary>Names that stand in or beside these lists.</summary>
    public ImmutableHashSet<string> NamesBeside { get; }

    /// <summary>The member that a name means where nobody sees what it is read from; null for a name that means many things.</summary>
    public WebhookMember? Alone(string name) => _alone.TryGetValue(Plain(name), out WebhookMember? member) ? member : null;

    /// <summary>The sets of names by which an update of WhatsApp is known where no class holds it.</summary>
    private ImmutableArray<UpdateNames> Updates { get; }

    /// <summary>Whether code that reads members of these names reads an update of WhatsApp.</summary>
    /// <param name="has">Whether a name, in lower case without underscores, is read.</param>
    /// <param name="isInRequest">Whether a request brings what is read: the answer to a send has contacts and messages as well.</param>
    /// <param name="isNamedAfterWhatsApp">Whether the code is named after WhatsApp: entries with changes come from other products of Meta too.</param>
    public bool IsUpdate(Func<string, bool> has, bool isInRequest, Func<bool> isNamedAfterWhatsApp)
    {
        foreach (UpdateNames names in Updates)
        {
            if (names.All.All(has) && (names.Any.IsEmpty || names.Any.Any(has)) && names.Proofs.All(proof => Proves(proof, has))
                && names.Where switch { "in-request" => isInRequest, "named-after-whatsapp" => isNamedAfterWhatsApp(), _ => true })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether names of members prove something, see <c>proof</c> in the file.</summary>
    public bool Proves(string proof, Func<string, bool> has) => _proof[proof].Any(has);

    /// <summary>Whether one of the names, in lower case without underscores, is that of a user's id.</summary>
    public bool IsUserId(IEnumerable<string> names) =>
        names.Any(name => Contact.Members.TryGetValue(name, out WebhookMember? member) && member.Shape == UserId || Message.Members.TryGetValue(name, out member) && member.Shape == UserId);

    /// <summary>A name in lower case without underscores.</summary>
    public static string Plain(string name) => name.IndexOf('_') < 0 ? name.ToLowerInvariant() : name.Replace("_", string.Empty).ToLowerInvariant();

    private static ImmutableArray<string> PlainTexts(JsonNode node, string name) => node.Texts(name).Select(Plain).ToImmutableArray();

    private WebhookShape ShapeOf(string name)
    {
        if (!_shapes.TryGetValue(name, out WebhookShape? shape))
        {
            _shapes.Add(name, shape = new WebhookShape(name));
        }

        return shape;
    }
}

/// <summary>A kind of object or value in an update.</summary>
internal sealed class WebhookShape
{
    /// <summary>Creates a shape without members.</summary>
    public WebhookShape(string name)
    {
        Name = name;
    }

    /// <summary>The name in <c>webhook-schema.json</c>.</summary>
    public string Name { get; }

    /// <summary>The members by name, in lower case without underscores.</summary>
    public Dictionary<string, WebhookMember> Members { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A member of an object in an update.</summary>
/// <param name="Shape">What it holds.</param>
/// <param name="IsList">Whether it holds many.</param>
/// <param name="Owner">The object whose member it is.</param>
internal sealed record WebhookMember(WebhookShape Shape, bool IsList, WebhookShape Owner);

/// <summary>Names that stand together in updates of WhatsApp and nowhere else.</summary>
/// <param name="All">Names that are all read.</param>
/// <param name="Any">Names of which one is read; empty where none is asked for.</param>
/// <param name="Proofs">What the names must prove, see <c>proof</c> in the file.</param>
/// <param name="Where">Where else such names do not count; null where they do anywhere.</param>
internal sealed record UpdateNames(ImmutableArray<string> All, ImmutableArray<string> Any, ImmutableArray<string> Proofs, string? Where);
