using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Picture;

namespace Dialog360.Analyzers.Payloads.Messages;

/// <summary>
/// One message, free of choices: every node is an object, array, scalar, pattern or unknown. What rules judge.
/// Made by <see cref="MessageRecognizer"/>; where the code chooses a value at run time there is one picture for each combination.
/// </summary>
internal sealed class MessagePicture
{
    private ImmutableArray<SchemaPlace> _objects;

    /// <summary>Creates a picture of the message whose object is <paramref name="root"/>.</summary>
    public MessagePicture(PayloadNode root, ApiGeneration generation, Destination destination)
    {
        Root = root;
        Generation = generation;
        Destination = destination;
        TypeMember = root.Member("type");
        Type = TypeMember?.Value.KnownText ?? (TypeMember is null ? MessageRecognizer.ImpliedType(root) : null);
    }

    /// <summary>The object with <c>to</c> and <c>type</c>.</summary>
    public PayloadNode Root { get; }

    /// <summary>The generation that the message, its send or the options show; never one of those that only sends have.</summary>
    public ApiGeneration Generation { get; }

    /// <summary>Whether it visibly goes to the sandbox, which has templates of its own.</summary>
    public bool IsToSandbox { get; init; }

    /// <summary>What writes it as JSON; null where nothing of it is visible.</summary>
    public Serializer? Serializer { get; init; }

    /// <summary>Where it visibly goes.</summary>
    public Destination Destination { get; }

    /// <summary>The member <c>type</c>, or null.</summary>
    public PayloadMember? TypeMember { get; }

    /// <summary>
    /// The message type where it is known: the text of <c>type</c>, or where <c>type</c> is left out, the one member that is named
    /// like a message type. Not necessarily one that exists.
    /// </summary>
    public string? Type { get; }

    /// <summary>The member that is named like <see cref="Type"/>, or null.</summary>
    public PayloadMember? ContentMember => Type is null ? null : Root.Member(Type);

    /// <summary>Whether the message may go out only while the session is open; null where its type, or its category, is not known.</summary>
    public bool? IsFreeForm => Type switch
    {
        null => null,
        "template" => false,
        _ when Root["category"] is { } category => category.KnownText is { } word ? !MessageSchema.IsSessionless(word) : null,
        _ => true,
    };

    /// <summary>Whether the message goes to the Cloud API; null where the code does not show it.</summary>
    public bool? IsCloud => Generation == ApiGeneration.Unknown ? null : Generation == ApiGeneration.Cloud;

    /// <summary>The objects of the message that the schema knows, the message itself first.</summary>
    public ImmutableArray<SchemaPlace> Objects => _objects.IsDefault ? _objects = SchemaPlaces.Of(this) : _objects;

    /// <summary>The media objects of the message, of template headers and of interactive headers.</summary>
    public IEnumerable<MediaPlace> Media => MessagePlaces.MediaOf(this);

    /// <summary>The location objects of the message and of template and interactive headers.</summary>
    public IEnumerable<PayloadNode> Locations => MessagePlaces.LocationsOf(this);
}

/// <summary>A media object and what says its type.</summary>
/// <param name="Type">The media type that the message says: <c>image audio video document sticker</c>.</param>
/// <param name="Content">The object with <c>link</c> or <c>id</c>.</param>
/// <param name="ContentMember">The member that holds it, named like the type.</param>
/// <param name="Owner">The object that has that member: the message, a template parameter, an interactive header.</param>
/// <param name="Discriminator">The member <c>type</c> of the owner, or null.</param>
internal sealed record MediaPlace(string Type, PayloadNode Content, PayloadMember ContentMember, PayloadNode Owner, PayloadMember? Discriminator);
