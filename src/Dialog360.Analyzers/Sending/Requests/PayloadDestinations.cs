using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>Tells where the pictures of one executable body visibly go: by the send calls in it that carry them.</summary>
internal sealed class PayloadDestinations
{
    private static readonly ConditionalWeakTable<IOperation, PayloadDestinations> Cache = new();

    private readonly Dictionary<SyntaxNode, Whereabouts> _bySource = [];

    private PayloadDestinations(IOperation root, ValueResolver resolver)
    {
        foreach (SendCall call in BlockRequests.Of(root, resolver))
        {
            foreach (BodySource source in call.Bodies)
            {
                Add(source.Operation, new Whereabouts(call.Destination, call.Generation, source.Serializer));
            }
        }

        ParameterDestinations parameters = ParameterDestinations.Of(resolver.Program);
        Bindings bindings = new(resolver);
        foreach (IOperation operation in BlockPictures.Of(root, resolver.Program, resolver.CancellationToken).SourceCalls)
        {
            foreach (IArgumentOperation argument in ((IInvocationOperation)operation).Arguments)
            {
                ImmutableArray<BodySource> sources = argument.Parameter is { Type.TypeKind: not TypeKind.Delegate } ? BodySources.Of(argument.Value, bindings) : ImmutableArray<BodySource>.Empty;
                if (sources.Any(static source => source.Operation is not (IParameterReferenceOperation or ILiteralOperation))
                    && parameters.Of((IInvocationOperation)operation, argument.Parameter!.Ordinal, resolver.CancellationToken) is { } found)
                {
                    foreach (BodySource source in sources)
                    {
                        Add(source.Operation, source.Serializer is null ? found : found with { Serializer = source.Serializer });
                    }
                }
            }
        }
    }

    private void Add(IOperation source, Whereabouts found) =>
        _bySource[source.Syntax] = _bySource.TryGetValue(source.Syntax, out Whereabouts other) ? other.Or(found) : found;

    /// <summary>The destinations of the body that <paramref name="operation"/> stands in.</summary>
    public static PayloadDestinations Of(IOperation operation, ProgramModel program, CancellationToken cancellationToken)
    {
        operation = operation.Root();

        if (!Cache.TryGetValue(operation, out PayloadDestinations? destinations))
        {
            destinations = new PayloadDestinations(operation, new ValueResolver(program, cancellationToken));
            destinations = Cache.GetValue(operation, _ => destinations);
        }

        return destinations;
    }

    /// <summary>Where a picture goes and which generation that shows.</summary>
    public Whereabouts Of(PayloadNode picture) => At(picture.Origin.Syntax) ?? (picture.Made is { } operation ? At(operation.Syntax) : null) ?? Whereabouts.Unknown;

    /// <summary>Where the value of an expression goes that stands in the body, or in what it calls; null where nothing in the body sends it.</summary>
    public Whereabouts? At(SyntaxNode source) => _bySource.TryGetValue(source, out Whereabouts found) ? found : null;
}
