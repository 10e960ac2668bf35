using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>
/// Reads any C# expression as the JSON value that it will become. This file decides who reads; one file of this folder for each way of
/// writing does the reading.
/// </summary>
internal sealed class PayloadReader
{
    /// <summary>Deeper than any message; protects the stack of the host.</summary>
    private const int MaxDepth = 24;

    private int _depth;

    /// <summary>Creates a reader.</summary>
    public PayloadReader(ValueResolver resolver)
    {
        Resolver = resolver;
    }

    /// <summary>Follows expressions to their values.</summary>
    public ValueResolver Resolver { get; }

    /// <summary>The picture of the value that <paramref name="operation"/> gives; an unknown node where nothing is known.</summary>
    public PayloadNode Read(IOperation operation)
    {
        Resolver.CancellationToken.ThrowIfCancellationRequested();
        if (_depth >= MaxDepth)
        {
            return Unknown(operation, operation);
        }

        _depth++;
        try
        {
            return ReadCore(operation);
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>The picture of the body of a request: as <see cref="Read"/>, and a text is read as the JSON in it.</summary>
    public PayloadNode ReadBody(IOperation operation)
    {
        IOperation resolved = Resolver.Resolve(operation);
        return CSharpTextReader.Read(resolved, Resolver) is { } text && JsonTextReader.Read(text, Resolver) is { } json ? json : Read(operation);
    }

    /// <summary>A node of which only the static type is known.</summary>
    public static PayloadNode Unknown(IOperation written, IOperation resolved) =>
        new(PayloadKind.Unknown, SourceSpan.Of(written.Syntax), new PayloadOrigin(WritingStyle.Expression, written.Syntax))
        {
            Operation = resolved,
            StaticType = JsonTypes.Of(ValueResolver.Strip(written).Type ?? resolved.Type),
        };

    private PayloadNode ReadCore(IOperation written)
    {
        IOperation resolved = Resolver.Resolve(written);
        if (Scalars.Read(written, resolved, Resolver) is { } scalar)
        {
            return scalar;
        }

        PayloadNode? node = resolved switch
        {
            IAnonymousObjectCreationOperation anonymous => AnonymousObjectReader.Read(anonymous, this),
            IObjectCreationOperation creation => ReadCreation(creation),
            IWithOperation with => TypedObjectReader.ReadWith(with, this),
            IArrayCreationOperation array => ArrayReader.Read(array, this),
            IInvocationOperation invocation => ReadInvocation(invocation),
            IConditionalOperation or ICoalesceOperation or ISwitchExpressionOperation => ChoiceReader.Read(resolved, this),
            ILocalReferenceOperation reference => ChoiceReader.ReadLocal(reference, this),
            _ when resolved.Syntax is CollectionExpressionSyntax collection => ArrayReader.Read(collection, resolved, this),
            _ => null,
        };

        // A value that is held in a local stands in the message at its use; an object is pointed at where it is created.
        return node is null ? Unknown(written, resolved)
            : node.Kind is PayloadKind.Object or PayloadKind.Array or PayloadKind.Choice ? node
            : node with { Span = SourceSpan.Of(written.Syntax) };
    }

    private PayloadNode? ReadCreation(IObjectCreationOperation creation) =>
        JsonDomReader.Read(creation, this)
        ?? DictionaryReader.Read(creation, this)
        ?? ArrayReader.Read(creation, this)
        ?? TypedObjectReader.Read(creation, this);

    private PayloadNode? ReadInvocation(IInvocationOperation invocation) =>
        SdkFactoryReader.Read(invocation, this)
        ?? ArrayReader.Read(invocation, this)
        ?? ReadSerialization(invocation);

    /// <summary>A call that only changes the clothes of its argument: <c>SerializeToNode</c>, <c>JObject.FromObject</c>, <c>JsonNode.Parse</c>, <c>JsonValue.Create</c>.</summary>
    private PayloadNode? ReadSerialization(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (invocation.Arguments.IsEmpty)
        {
            return null;
        }

        IOperation first = invocation.Arguments[0].Value;
        switch (method.ContainingType?.Name, method.Name)
        {
            case ("JsonSerializer", "SerializeToNode" or "SerializeToElement" or "SerializeToDocument"):
            case ("JObject" or "JArray" or "JToken", "FromObject"):
            case ("JsonValue", "Create"):
            case ("Task" or "ValueTask", "FromResult"):
                return Read(first);
            case ("JsonNode" or "JsonObject" or "JsonArray" or "JsonDocument" or "JObject" or "JArray" or "JToken", "Parse"):
                return CSharpTextReader.Read(first, Resolver) is { } text ? JsonTextReader.Read(text, Resolver) : null;
            default:
                return null;
        }
    }

    /// <summary>Reads the values of a list.</summary>
    public ImmutableArray<PayloadNode> ReadAll(IEnumerable<IOperation> operations) => operations.Select(Read).ToImmutableArray();
}
