using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>The pictures of what is handed to a send or to a method that sends: objects, JSON texts, and what source factories build.</summary>
internal sealed class PayloadPictures
{
    private const int MaxDepth = 6;
    private const int MaxPictures = 16;

    private readonly PayloadReader _reader;

    /// <summary>Creates a reader of such pictures.</summary>
    public PayloadPictures(ValueResolver resolver)
    {
        _reader = new PayloadReader(resolver);
    }

    /// <summary>The pictures of a value, one for each way in which it can come about; an unknown node where nothing is known.</summary>
    public ImmutableArray<PayloadNode> Of(IOperation value)
    {
        ImmutableArray<PayloadNode>.Builder pictures = ImmutableArray.CreateBuilder<PayloadNode>();
        Read(value, pictures, 0);
        return pictures.ToImmutable();
    }

    /// <summary>The pictures of the arguments of a call by the parameters of the method that runs.</summary>
    public CallValues ArgumentsOf(IOperation call, IMethodSymbol target)
    {
        CallValues map = new() { Instance = CallArguments.InstanceOf(call, _reader) };
        foreach (IParameterSymbol parameter in target.Parameters)
        {
            if (CallSite.ArgumentOf(call, parameter.Ordinal) is { } argument)
            {
                map[parameter] = OneOf(argument);
            }
        }

        return map;
    }

    /// <summary>The picture of an argument; of several ways in which it can come about, the choice between them.</summary>
    private PayloadNode OneOf(IOperation argument)
    {
        ImmutableArray<PayloadNode> pictures = Of(argument);
        return pictures switch
        {
            [var only] => only,
            _ when pictures.All(static picture => picture.Kind == PayloadKind.Unknown) => _reader.Read(argument),
            _ => new PayloadNode(PayloadKind.Choice, SourceSpan.Of(argument.Syntax), new PayloadOrigin(WritingStyle.Expression, argument.Syntax))
            {
                Choice = new PayloadChoice(argument.Syntax.ToString(), pictures.Select(static (_, index) => index.ToString(CultureInfo.InvariantCulture)).ToImmutableArray(), pictures),
                Operation = argument,
            },
        };
    }

    private void Read(IOperation value, ImmutableArray<PayloadNode>.Builder pictures, int depth)
    {
        if (pictures.Count >= MaxPictures)
        {
            return;
        }

        IOperation resolved = Unwrap(value);
        // What reads the bytes of a literal (ToArray) is unwrapped already: the literal is the whole text.
        if (((CSharpTextReader.IsWholeText(resolved) || resolved is IUtf8StringOperation or IFieldReferenceOperation { ConstantValue.HasValue: true }) && JsonTextReader.MayHoldMessage(resolved) || ContinuedTexts.LocalOf(resolved) is not null)
            && CSharpTextReader.Read(resolved, _reader.Resolver) is { } text && JsonTextReader.Read(text, _reader.Resolver) is { } json)
        {
            pictures.Add(json);
            return;
        }

        PayloadNode node = _reader.Read(resolved);
        if (node is { Kind: PayloadKind.Unknown, Holder: null } && depth < MaxDepth && resolved is IInvocationOperation call && ReadFactory(call, pictures, depth))
        {
            return;
        }

        // A method that gives a text may write a whole message in it.
        if (node.Kind == PayloadKind.Text && depth < MaxDepth && resolved is IInvocationOperation writer && ReadWriter(writer, pictures, depth))
        {
            return;
        }

        if (node.Kind is PayloadKind.Unknown or PayloadKind.Choice && depth < MaxDepth && _reader.Resolver.Sources(resolved) is { Length: > 1 } sources)
        {
            foreach (IOperation source in sources)
            {
                Read(source, pictures, depth + 1);
            }

            return;
        }

        if (node.Kind == PayloadKind.Unknown && ElementsBehind(resolved) is { Elements: { IsEmpty: false } elements })
        {
            pictures.AddRange(elements.Take(MaxPictures - pictures.Count));
            return;
        }

        pictures.Add(node);
    }

    /// <summary>The list that a loop, or a function over a sequence, takes the value from: its messages are made before they are sent.</summary>
    private PayloadNode? ElementsBehind(IOperation value)
    {
        IOperation? sequence = value switch
        {
            ILocalReferenceOperation local => ValueOrigins.LoopSequenceOf(local, _reader.Resolver),
            IParameterReferenceOperation parameter => ValueOrigins.LambdaSequenceOf(parameter.Parameter, parameter),
            _ => null,
        };
        return sequence is not null && _reader.Read(sequence) is { Kind: PayloadKind.Array } list ? list : null;
    }

    private bool ReadWriter(IInvocationOperation call, ImmutableArray<PayloadNode>.Builder pictures, int depth)
    {
        ImmutableArray<PayloadNode>.Builder written = ImmutableArray.CreateBuilder<PayloadNode>();
        if (!ReadFactory(call, written, depth) || !written.Any(static picture => picture.Kind == PayloadKind.Object))
        {
            return false;
        }

        pictures.AddRange(written.Take(MaxPictures - pictures.Count));
        return true;
    }

    private bool ReadFactory(IInvocationOperation call, ImmutableArray<PayloadNode>.Builder pictures, int depth)
    {
        bool any = false;
        foreach (IMethodSymbol target in Implementations.Of(_reader.Resolver.Program).Of(call.TargetMethod, _reader.Resolver.CancellationToken))
        {
            if (BodyModels.Of(_reader.Resolver.Program).UnitOf(target, _reader.Resolver.CancellationToken) is not { } unit)
            {
                continue;
            }

            ImmutableArray<PayloadNode>.Builder built = ImmutableArray.CreateBuilder<PayloadNode>();
            foreach (IOperation returned in SourceBodies.ReturnsOf(unit))
            {
                Read(returned, built, depth + 1);
            }

            CallValues arguments = new() { Instance = CallArguments.InstanceOf(call, _reader) };
            foreach (IParameterSymbol parameter in target.Parameters)
            {
                if (CallSite.ArgumentOf(call, parameter.Ordinal) is { } argument)
                {
                    arguments[parameter] = _reader.Read(argument);
                }
            }

            foreach (PayloadNode node in built)
            {
                if (pictures.Count < MaxPictures)
                {
                    pictures.Add(Substitution.Apply(node, arguments) with { Makers = node.Makers.Add(call) });
                    any = true;
                }
            }
        }

        return any;
    }

    /// <summary>Without the serializers and contents around it.</summary>
    private IOperation Unwrap(IOperation value)
    {
        for (int step = 0; step < MaxDepth; step++)
        {
            value = _reader.Resolver.Resolve(value);
            IOperation? inner = value switch
            {
                IInvocationOperation { TargetMethod: { Name: "Serialize" or "SerializeObject" or "SerializeToUtf8Bytes" or "Create" or "FromObject" or "GetBytes", ContainingType.Name: "JsonSerializer" or "JsonConvert" or "JavaScriptSerializer" or "JsonContent" or "JObject" or "Encoding" }, Arguments: [{ Value: var first }, ..] } => first,
                IInvocationOperation { TargetMethod.Name: "ToJsonString" or "ToString", Instance: { Type.Name: "JsonObject" or "JsonNode" or "JObject" or "JToken" } instance } => instance,
                IObjectCreationOperation { Type.Name: "StringContent" or "ByteArrayContent" or "ReadOnlyMemoryContent", Arguments: [{ Value: var content }, ..] } => content,
                _ => null,
            };
            if (inner is null)
            {
                return value;
            }

            value = inner;
        }

        return value;
    }
}
