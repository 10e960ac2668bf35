using System.Text;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>How an object writes the names of its members in C#, so that new names look like the old ones.</summary>
internal readonly struct NameStyle
{
    private readonly Kind _kind;

    private NameStyle(Kind kind)
    {
        _kind = kind;
    }

    private enum Kind
    {
        Snake,
        Camel,
        Pascal,
    }

    /// <summary>The style in which <paramref name="names"/> are written; as serialized where they do not show it.</summary>
    public static NameStyle Of(IEnumerable<string> names)
    {
        Kind kind = Kind.Snake;
        foreach (string name in names)
        {
            string bare = name.TrimStart('@');
            if (bare.Contains('_'))
            {
                return new NameStyle(Kind.Snake);
            }

            if (bare.Length > 0 && char.IsUpper(bare[0]))
            {
                kind = Kind.Pascal;
            }
            else if (kind == Kind.Snake && bare.Any(char.IsUpper))
            {
                kind = Kind.Camel;
            }
        }

        return new NameStyle(kind);
    }

    /// <summary>The C# name for a serialized one.</summary>
    public string Of(string serialized)
    {
        if (_kind == Kind.Snake)
        {
            return serialized;
        }

        StringBuilder result = new(serialized.Length);
        bool upper = _kind == Kind.Pascal;
        foreach (char character in serialized)
        {
            if (character == '_')
            {
                upper = true;
                continue;
            }

            result.Append(upper ? char.ToUpperInvariant(character) : character);
            upper = false;
        }

        return result.ToString();
    }
}
