using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Program.Files;

/// <summary>A member of a file. Its words are read when somebody asks for them: most files are only asked what they declare.</summary>
internal sealed class OutlineMember
{
    private readonly SourceText _text;
    private Box? _words;
    private Box? _created;
    private Box? _header;
    private Box? _attributes;
    private Box? _parameters;

    /// <summary>Creates it.</summary>
    /// <param name="name">Its name; a field declaration with several has one entry for each.</param>
    /// <param name="kind">How callers name it.</param>
    /// <param name="type">The type around it; null for statements.</param>
    /// <param name="text">The text of the file.</param>
    /// <param name="span">Where it stands.</param>
    public OutlineMember(int name, OutlineKind kind, OutlineType? type, SourceText text, TextSpan span)
    {
        Name = name;
        Kind = kind;
        Type = type;
        _text = text;
        Span = span;
        WordSpan = span;
    }

    /// <summary>The text of the file.</summary>
    public SourceText Text => _text;

    /// <summary>Its name.</summary>
    public int Name { get; }

    /// <summary>How callers name it.</summary>
    public OutlineKind Kind { get; }

    /// <summary>The type around it; null for statements.</summary>
    public OutlineType? Type { get; }

    /// <summary>Where it stands.</summary>
    public TextSpan Span { get; }

    /// <summary>Whether other files can see it.</summary>
    public bool IsVisible { get; init; }

    /// <summary>Whether it is called without naming its type: an extension method.</summary>
    public bool IsExtension { get; init; }

    /// <summary>Where its words stand, where that is not all of it.</summary>
    public TextSpan WordSpan { get; init; }

    /// <summary>Where the name that it declares stands; none where it declares none.</summary>
    public TextSpan NameSpan { get; init; }

    /// <summary>Where its declared type and its parameters stand; empty where it has none.</summary>
    public TextSpan HeaderSpan { get; init; }

    /// <summary>Where its parameters stand; empty where it has none.</summary>
    public TextSpan ParameterSpan { get; init; }

    /// <summary>All words of its code but the name that it declares and its attributes.</summary>
    public WordSet Words => Read(ref _words, WordSpan);

    /// <summary>The types of which it makes an object by name.</summary>
    public WordSet Created => (_created ??= new Box(WordSet.CreatedIn(_text, WordSpan))).Set;

    /// <summary>The words of its attributes.</summary>
    public WordSet Attributes => Read(ref _attributes, WordSpan.Start > Span.Start ? TextSpan.FromBounds(Span.Start, WordSpan.Start) : default);

    /// <summary>The words of its declared type and its parameters.</summary>
    public WordSet Header => Read(ref _header, HeaderSpan);

    /// <summary>The words of its parameters.</summary>
    public WordSet Parameters => Read(ref _parameters, ParameterSpan);

    /// <summary>Whether its name or one of its words is among some; statements have no name and always count.</summary>
    public bool Speaks(HashSet<int> words) => Kind == OutlineKind.Statements || words.Contains(Name) || Array.Exists(Attributes.Numbers, words.Contains) || Array.Exists(Words.Numbers, words.Contains);

    /// <summary>Whether its characters are those of another one, so that all words are.</summary>
    public bool HasSameText(OutlineMember other) => TextBuffer.AreSame(_text, Span, other._text, other.Span) && WordSpan.Length == other.WordSpan.Length && HeaderSpan.Length == other.HeaderSpan.Length;

    private WordSet Read(ref Box? known, TextSpan span) => (known ??= new Box(span.IsEmpty ? WordSet.Empty : WordSet.Of(_text, span, NameSpan))).Set;

    /// <summary>A set that threads hand over whole.</summary>
    private sealed record Box(WordSet Set);
}
