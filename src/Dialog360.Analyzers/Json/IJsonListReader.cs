namespace Dialog360.Analyzers.Json;

/// <summary>Takes the objects of the lists in a text while it is read, so that a long list is never held as a whole.</summary>
internal interface IJsonListReader
{
    /// <summary>Takes one object.</summary>
    /// <param name="list">The member of the root object that holds the list; empty where the root is the list.</param>
    /// <param name="element">The object.</param>
    /// <returns>Whether it is taken; else the text's own tree keeps it.</returns>
    bool Take(string list, JsonNode element);
}
