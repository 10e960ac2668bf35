using System.Collections.Immutable;

namespace Dialog360.Analyzers.Catalog.Templates;

/// <summary>Gives a piece of the text of a manifest: from one index to before another one.</summary>
internal delegate string TextPiece(int start, int end);

/// <summary>A template in one language, as a list of templates has it. Its components are read when somebody asks for them: most never are.</summary>
internal sealed class TemplateDefinition
{
    private readonly TextPiece _text;
    private readonly int _components;
    private readonly int _componentsEnd;
    private TemplateContent? _content;

    /// <summary>Creates a definition.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language code; empty where the list leaves it out.</param>
    /// <param name="text">The text of the list.</param>
    /// <param name="components">The index of the array of its components.</param>
    /// <param name="componentsEnd">The index behind that array; the same where there is none.</param>
    public TemplateDefinition(string name, string language, TextPiece text, int components, int componentsEnd)
    {
        Name = name;
        Language = language;
        _text = text;
        _components = components;
        _componentsEnd = componentsEnd;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The language code; empty where the list leaves it out.</summary>
    public string Language { get; }

    /// <summary>Why it cannot be sent; null where it can, or where that is not known.</summary>
    public BlockedStatus? Blocked { get; init; }

    /// <summary>What the message has to give for its parts; null where the list does not say it.</summary>
    public TemplateParts? Parts => Content.Parts;

    /// <summary>The text of the body, for people; empty where there is none.</summary>
    public string BodyText => Content.BodyText;

    private TemplateContent Content =>
        _content ??= _componentsEnd == _components ? TemplateContent.Unknown : PartsReader.Read(_text(_components, _componentsEnd));

    /// <summary>Whether the template can be sent in that language.</summary>
    public bool IsIn(string language) => Language.Length == 0 || Language == language;
}

/// <summary>What the components of a template say.</summary>
/// <param name="Parts">What the message has to give for its parts; null where that is not known.</param>
/// <param name="BodyText">The beginning of its body; empty where there is none.</param>
internal sealed record TemplateContent(TemplateParts? Parts, string BodyText)
{
    /// <summary>Nothing.</summary>
    public static readonly TemplateContent Unknown = new(null, string.Empty);
}

/// <summary>The parts of a template that a message fills.</summary>
/// <param name="Header">What fills the header; null where it is of a kind that is not known.</param>
/// <param name="Body">What fills the body; null where that is not known.</param>
/// <param name="Buttons">The buttons by their index; null for one of a kind that is not known.</param>
internal sealed record TemplateParts(HeaderPart? Header, TextPart? Body, ImmutableArray<ButtonFacts?> Buttons);

/// <summary>What fills the header of a template.</summary>
/// <param name="Parameter">The type of its one parameter; null for a text header, or none.</param>
/// <param name="Text">The placeholders of a text header; empty for others.</param>
internal sealed record HeaderPart(string? Parameter, TextPart Text)
{
    /// <summary>A template without a header, or with one that takes nothing.</summary>
    public static readonly HeaderPart None = new(null, TextPart.Empty);

    /// <summary>The number of parameters.</summary>
    public int Count => Parameter is null ? Text.Placeholders.Length : 1;
}

/// <summary>A text with placeholders.</summary>
/// <param name="Placeholders">The placeholders, each once: <c>1</c>, <c>2</c>, ... in their order, or names as they come.</param>
/// <param name="IsNamed">Whether they are names.</param>
internal sealed record TextPart(ImmutableArray<string> Placeholders, bool IsNamed)
{
    /// <summary>A text without any.</summary>
    public static readonly TextPart Empty = new(ImmutableArray<string>.Empty, IsNamed: false);
}
