using System.Collections.Immutable;

namespace Dialog360.Analyzers.Json;

/// <summary>What <see cref="JsonParser"/> made of a text.</summary>
/// <param name="Root">The value, or null where the text holds none.</param>
/// <param name="Errors">The places that RFC 8259 refuses, in the order of the text; at most <see cref="JsonErrors.Limit"/>.</param>
/// <param name="OuterHoles">The indices in the text of the holes that stand outside strings, ascending.</param>
internal sealed record JsonParseResult(JsonNode? Root, ImmutableArray<JsonError> Errors, ImmutableArray<int> OuterHoles);
