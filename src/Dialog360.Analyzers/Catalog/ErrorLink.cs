using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>An error of another API that corresponds to an error.</summary>
internal sealed class ErrorLink
{
    private ErrorLink(JsonNode node)
    {
        Key = node.Text("key");
        Confidence = node.Text("confidence");
    }

    /// <summary>The key of the other error.</summary>
    public string Key { get; }

    /// <summary>How sure it is: <c>documented</c>, <c>same-title</c>, <c>same-meaning</c> or <c>likely</c>.</summary>
    public string Confidence { get; }

    /// <summary>Whether the two only seem to mean the same.</summary>
    public bool IsLikely => Confidence == "likely";

    /// <summary>Whether WhatsApp itself says so: in its change log, or by the same title.</summary>
    public bool IsOfficial => Confidence is "documented" or "same-title";

    /// <summary>The errors that <paramref name="error"/> names as corresponding.</summary>
    public static ImmutableArray<ErrorLink> ListOf(JsonNode error)
    {
        ImmutableArray<JsonNode> nodes = error.List("equivalents");
        ImmutableArray<ErrorLink>.Builder links = ImmutableArray.CreateBuilder<ErrorLink>(nodes.Length);
        foreach (JsonNode node in nodes)
        {
            links.Add(new ErrorLink(node));
        }

        return links.MoveToImmutable();
    }
}
