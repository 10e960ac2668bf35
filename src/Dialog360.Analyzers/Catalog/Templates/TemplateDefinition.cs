using System.Collections.Immutable;

namespace Dialog360.Analyzers.Catalog.Templates;

/// <summary>A template in one language, as a list of templates has it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Language">The language code; empty where the list leaves it out.</param>
internal sealed record TemplateDefinition(string Name, string Language)
{
    /// <summary>Why it cannot be sent; null where it can, or where that is not known.</summary>
    public BlockedStatus? Blocked { get; init; }

    /// <summary>What the message has to give for its parts; null where the list does not say it.</summary>
    public TemplateParts? Parts { get; init; }

    /// <summary>The text of the body, for people; empty where there is none.</summary>
    public string BodyText { get; init; } = string.Empty;

    /// <summary>Whether the template can be sent in that language.</summary>
    public bool IsIn(string language) => Language.Length == 0 || Language == language;
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
