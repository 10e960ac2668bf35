using System.Reflection;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>The JSON files that are embedded in this assembly.</summary>
internal static class CatalogText
{
    /// <summary>The text of the embedded file of that name (<c>media.json</c>).</summary>
    public static string Read(string name)
    {
        Assembly assembly = typeof(CatalogText).Assembly;
        using Stream stream = assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException("Not embedded.", name);
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The root value of the embedded file of that name.</summary>
    public static JsonNode Open(string name) => CatalogJson.Parse(Read(name));
}
