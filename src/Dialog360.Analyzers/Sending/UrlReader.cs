using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending;

/// <summary>Reads the URL that an expression gives.</summary>
internal static class UrlReader
{
    /// <summary>The URL; null where nothing of it is known.</summary>
    public static UrlPattern? Read(IOperation operation, ValueResolver resolver) => null;
}
