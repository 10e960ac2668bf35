using System.Collections.Immutable;
using System.Runtime.CompilerServices;
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
internal sealed class PayloadReader : IDisposable
{
    /// <summary>Deeper than any message with the parts that it is made of; protects the stack of the host.</summary>
    private const int MaxDepth = 64;

    /// <summary>More parts than any message has: methods that call each other twice would make them without end.</summary>
    private const int MaxParts = 2000;

    // What an expression gives whoever asks; most rules ask for the same ones.
    private static readonly ConditionalWeakTable<IOperation, PayloadNode> Pictures = new();
    private static readonly ConditionalWeakTable<IOperation, PayloadNode> Bodies = new();

    private readonly Progress _progress;
    private readonly ISymbol? _followed;

    /// <summary>Creates a reader.</summary>
    public PayloadReader(ValueResolver resolver)
        : this(resolver, new Progress(), followed: null)
    {
    }

    private PayloadReader(ValueResolver resolver, Progress progress, ISymbol? followed)
    {
        Resolver = resolver;
        _progress = progress;
        _followed = followed;
    }

    /// <summary>Follows expressions to their values.</summary>
    public ValueResolver Resolver { get; }

    /// <summary>The picture of the value that <paramref name="operation"/> gives; an unknown node where nothing is known.</summary>
    public PayloadNode Read(IOperation operation)
    {
        Resolver.CancellationToken.ThrowIfCancellationRequested();
        if (_progress.Depth >= MaxDepth)
        {
            return Unknown(operation, operation);
        }

        return IsOutermost && Pictures.TryGetValue(operation, out PayloadNode? known) ? known : Keep(Pictures, operation, ReadDeeper(operation));
    }

    /// <summary>Whether nothing that is being read around it can change what an expression gives.</summary>
    private bool IsOutermost => _progress.Depth == 0 && _followed is null && Resolver.Followed is null;

    /// <summary>Keeps the picture of an object or array: scalars are read again as quickly.</summary>
    private PayloadNode Keep(ConditionalWeakTable<IOperation, PayloadNode> table, IOperation operation, PayloadNode node) =>
        IsOutermost && node.Kind is PayloadKind.Object or PayloadKind.Array or PayloadKind.Choice ? Added(table, operation, node) : node;

    private static PayloadNode Added(ConditionalWeakTable<IOperation, PayloadNode> table, IOperation operation, PayloadNode node) => table.GetValue(operation, _ => node);

    private PayloadNode ReadDeeper(IOperation operation)
    {
        _progress.Depth++;
        try
        {
            return ReadCore(operation);
        }
        finally
        {
            _progress.Depth--;
        }
    }

    /// <summary>
    /// A reader of what a function gives to its caller, to be disposed of afterwards; null where the function is being read already (it calls itself) and where
    /// there are too many.
    /// </summary>
    /// <param name="symbol">The function or property.</param>
    /// <param name="body">Its operations.</param>
    /// <param name="isShared">Whether all callers get the same object.</param>
    public PayloadReader? Follow(ISymbol symbol, IOperation body, bool isShared = false)
    {
        if (_progress.Depth >= MaxDepth || _progress.Parts >= MaxParts || !_progress.Followed.Add(symbol))
        {
            return null;
        }

        _progress.Parts++;
        return new PayloadReader(new ValueResolver(Resolver.Program, Resolver.CancellationToken) { Followed = isShared ? null : body }, _progress, symbol);
    }

    /// <summary>Ends the reading of a function.</summary>
    public void Dispose()
    {
        if (_followed is not null)
        {
            _progress.Followed.Remove(_followed);
        }
    }

    /// <summary>The picture of the body of a request: as <see cref="Read"/>, and a text is read as the JSON in it.</summary>
    public PayloadNode ReadBody(IOperation operation) =>
        IsOutermost && Bodies.TryGetValue(operation, out PayloadNode? known) ? known : Keep(Bodies, operation, ReadBodyAnew(operation));

    private PayloadNode ReadBodyAnew(IOperation operation)
    {
        IOperation resolved = Resolver.Resolve(operation);
        return CSharpTextReader.Read(resolved, Resolver) is { } text && JsonTextReader.Read(text, Resolver) is { } json ? json : Read(operation);
    }

    /// <summary>
    /// A node of which only the static type is known. What does not bind has the type of a method that the compiler only thought of, which says nothing.
    /// </summary>
    public static PayloadNode Unknown(IOperation written, IOperation resolved) =>
        new(PayloadKind.Unknown, SourceSpan.Of(written.Syntax), new PayloadOrigin(WritingStyle.Expression, written.Syntax))
        {
            Operation = resolved,
            StaticType = ValueResolver.Strip(written) is var plain && (plain is IInvalidOperation || resolved is IInvalidOperation) ? JsonType.Unknown
                : JsonTypes.Of(plain.Type ?? resolved.Type),
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
            ITupleOperation tuple => TupleReader.Read(tuple, this),
            IInvocationOperation invocation => ReadInvocation(invocation),
            IConditionalOperation or ICoalesceOperation or ISwitchExpressionOperation => ChoiceReader.Read(resolved, this),
            ILocalReferenceOperation reference => ChoiceReader.ReadLocal(reference, this),
            _ when resolved.Syntax is CollectionExpressionSyntax collection => ArrayReader.Read(collection, resolved, this),
            _ => null,
        };

        if (node is null && ReadPart(resolved, written) is { } part)
        {
            return part;
        }

        // A value that is held in a local stands in the message at its use; an object is pointed at where it is created.
        return node is null ? Unknown(written, resolved)
            : node.Kind is PayloadKind.Object or PayloadKind.Array or PayloadKind.Choice ? node
            : node with { Span = SourceSpan.Of(written.Syntax) };
    }

    private PayloadNode? ReadPart(IOperation resolved, IOperation written) => resolved switch
    {
        IInvocationOperation call => InstanceCalls.Read(call, this) ?? FilledArguments.Read(call, this) ?? PartReader.Read(call, this),
        IPropertyReferenceOperation { Property.IsIndexer: true } entry => LookUpReader.Read(entry, this),
        IPropertyReferenceOperation { Property: { SetMethod: null or { IsInitOnly: true } } member, Instance: IFieldReferenceOperation { Field.IsReadOnly: true } holder }
            when Resolver.Resolve(holder) is IObjectCreationOperation made && Substitution.MemberOf(Read(made), member) is { } value => value,
        IPropertyReferenceOperation property => PartReader.Read(property, written, this),
        _ => null,
    };

    private PayloadNode? ReadCreation(IObjectCreationOperation creation) =>
        JsonDomReader.Read(creation, this)
        ?? TupleReader.Read(creation, this)
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
                return Read(first) with { WrittenBy = SerializerReader.Of(invocation, new Bindings(Resolver)) };
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

    /// <summary>How far a reader and those that it has made are: what protects the stack counts for all of them.</summary>
    private sealed class Progress
    {
        public int Depth { get; set; }

        public int Parts { get; set; }

        public HashSet<ISymbol> Followed { get; } = new(SymbolEqualityComparer.Default);
    }
}
