using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>The names of methods of queues, channels and buses, whoever wrote them: <c>queues.json</c>.</summary>
internal static class QueueNames
{
    private static readonly Lazy<JsonNode> Root = new(static () => CatalogText.Open("queues.json"));

    /// <summary>Methods that put an item into a queue.</summary>
    public static ImmutableArray<string> Puts { get; } = Root.Value.Texts("puts");

    /// <summary>Those of them that lists, sets and tables have as well.</summary>
    public static ImmutableArray<string> ListPuts { get; } = Root.Value.Texts("list_puts");

    /// <summary>Types whose methods run the handlers of an item within the call: MediatR and what is made after it.</summary>
    public static ImmutableArray<string> Mediators { get; } = Root.Value.Texts("mediators");

    /// <summary>Methods that take an item out.</summary>
    public static ImmutableArray<string> Takes { get; } = Root.Value.Texts("takes");

    /// <summary>Types of queues, into which tuples are put, too.</summary>
    public static ImmutableArray<string> Types { get; } = Root.Value.Texts("types");
}
