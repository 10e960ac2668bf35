using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>Whether, and when, sending the same message again can help.</summary>
/// <param name="Name">The name by which errors refer to it.</param>
/// <param name="Note">What to do, in a sentence.</param>
internal sealed record RetryClass(string Name, string Note)
{
    /// <summary>The classes that <paramref name="catalog"/> lists.</summary>
    public static ImmutableArray<RetryClass> ListOf(JsonNode catalog)
    {
        ImmutableArray<RetryClass>.Builder classes = ImmutableArray.CreateBuilder<RetryClass>();
        foreach (JsonNode retry in catalog.List("retry_classes"))
        {
            classes.Add(new RetryClass(retry.Text("name"), retry.Text("note")));
        }

        return classes.ToImmutable();
    }
}
