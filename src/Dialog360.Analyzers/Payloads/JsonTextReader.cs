using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Payloads;

/// <summary>Reads JSON in a C# text.</summary>
internal static class JsonTextReader
{
    /// <summary>The picture of the JSON in a text; null where it is no JSON object or array.</summary>
    public static PayloadNode? Read(CSharpText text, ValueResolver resolver) => null;

    /// <summary>Whether the characters of a text could hold a message: a look at the source, so that ordinary texts cost nothing.</summary>
    public static bool MayHoldMessage(IOperation operation) => false;
}
