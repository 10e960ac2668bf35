using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Payloads.Picture;

/// <summary>The libraries that write objects as JSON, each by attributes of its own.</summary>
internal enum SerializerLibrary
{
    /// <summary>One that is not known, or whose options are not.</summary>
    Unknown,

    /// <summary><c>System.Text.Json</c>.</summary>
    SystemText,

    /// <summary><c>Newtonsoft.Json</c>.</summary>
    Newtonsoft,

    /// <summary><c>JavaScriptSerializer</c> of the old framework.</summary>
    JavaScript,
}

/// <summary>How a serializer writes the objects that it is given, as far as that decides their names.</summary>
/// <param name="Library">The library.</param>
/// <param name="Naming">What it makes of the C# name of a member that has no attribute.</param>
internal sealed record Serializer(SerializerLibrary Library, NamingPolicy Naming)
{
    /// <summary>A serializer of which nobody knows how it names members.</summary>
    public static readonly Serializer Unknown = new(SerializerLibrary.Unknown, NamingPolicy.AsWritten);

    /// <summary>What <c>PostAsJsonAsync</c> and <c>JsonContent</c> use where they are given no options.</summary>
    public static readonly Serializer Web = new(SerializerLibrary.SystemText, NamingPolicy.CamelCase);

    /// <summary>Whether it writes public fields.</summary>
    public bool WritesFields { get; init; }

    /// <summary>Whether it changes the names that attributes give, too.</summary>
    public bool OverridesAttributes { get; init; }

    /// <summary>The class as which the object is written, where that is another one than its own: members that only a derived class has are left out.</summary>
    public ITypeSymbol? WrittenAs { get; init; }

    /// <summary>Whether the names are known that it gives.</summary>
    public bool IsKnown => Library != SerializerLibrary.Unknown;

    /// <summary>The attribute by which a member says its name to the library; null where there is none.</summary>
    public string? NameAttribute => Library switch
    {
        SerializerLibrary.SystemText => "JsonPropertyName",
        SerializerLibrary.Newtonsoft => "JsonProperty",
        _ => null,
    };
}
