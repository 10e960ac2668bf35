namespace Dialog360.Analyzers.Tests.Matrix;

/// <summary>A way of writing a message in C#.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="IsText">Whether it is JSON text.</param>
/// <param name="HasHoles">Whether text may have holes.</param>
/// <param name="Write">Writes statements that leave the message in a local named <c>made</c>.</param>
/// <param name="Use">The expression that goes to the request.</param>
internal sealed record Style(string Name, bool IsText, bool HasHoles, Action<Obj, Code, Random> Write, string Use);

/// <summary>All ways of writing.</summary>
internal static class Styles
{
    private const string Serialized = "System.Text.Json.JsonSerializer.Serialize(made)";

    public static readonly Style[] All =
    [
        Tree("anonymous object", new TreeWriter(TreeKind.Anonymous), Serialized),
        Tree("nested local", new TreeWriter(TreeKind.NestedLocal), Serialized),
        Tree("parts made by methods", new TreeWriter(TreeKind.Parts), Serialized),
        Tree("class with attributes", new ClassWriter(ClassKind.Attributes), Serialized),
        Tree("class without attributes", new ClassWriter(ClassKind.Plain), Serialized),
        Tree("positional record", new ClassWriter(ClassKind.Record), Serialized),
        Tree("class filled later", new ClassWriter(ClassKind.FilledLater), Serialized),
        Tree("dictionary, indexed", new TreeWriter(TreeKind.DictionaryIndexed), Serialized),
        Tree("dictionary, added", new TreeWriter(TreeKind.DictionaryAdded), Serialized),
        Tree("dictionary filled later", new TreeWriter(TreeKind.DictionaryLater), Serialized),
        Tree("JsonObject", new TreeWriter(TreeKind.JsonObject), "made.ToJsonString()"),
        Tree("JObject", new TreeWriter(TreeKind.JObject), "made.ToString()"),
        Tree("JProperty", new TreeWriter(TreeKind.JProperty), "made.ToString()"),
        Text("regular text", LiteralKind.Regular),
        Text("verbatim text", LiteralKind.Verbatim),
        Text("raw text", LiteralKind.Raw),
        Text("UTF-8 text", LiteralKind.Utf8),
        Text("interpolated", LiteralKind.Interpolated, hasHoles: true),
        Text("verbatim interpolated", LiteralKind.VerbatimInterpolated, hasHoles: true),
        Text("raw interpolated", LiteralKind.RawInterpolated, hasHoles: true),
        Text("concatenated", LiteralKind.Concatenated, hasHoles: true),
        Text("string.Format", LiteralKind.Format, hasHoles: true),
    ];

    private static Style Tree(string name, IMessageWriter writer, string use) => new(name, IsText: false, HasHoles: true, writer.Write, use);

    private static Style Text(string name, LiteralKind kind, bool hasHoles = false) =>
        new(name, IsText: true, hasHoles, (message, code, random) => LiteralWriter.Write(message, code, kind, random), "made");
}

/// <summary>Writes a message as C# objects.</summary>
internal interface IMessageWriter
{
    /// <summary>Writes statements that leave the message in a local named <c>made</c>.</summary>
    void Write(Obj message, Code code, Random random);
}
