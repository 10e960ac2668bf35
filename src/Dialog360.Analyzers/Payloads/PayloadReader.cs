using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Payloads;

/// <summary>Reads any C# expression as the JSON value that it will become; one file of this folder for each way of writing.</summary>
internal sealed class PayloadReader
{
    /// <summary>Creates a reader.</summary>
    public PayloadReader(ValueResolver resolver)
    {
        Resolver = resolver;
    }

    /// <summary>Follows expressions to their values.</summary>
    public ValueResolver Resolver { get; }

    /// <summary>The picture of the value that <paramref name="operation"/> gives; an unknown node where nothing is known.</summary>
    public PayloadNode Read(IOperation operation) =>
        new(PayloadKind.Unknown, SourceSpan.Of(operation.Syntax), new PayloadOrigin(WritingStyle.Expression, operation.Syntax)) { Operation = operation };
}
