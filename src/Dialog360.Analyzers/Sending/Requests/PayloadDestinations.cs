using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>Tells where the pictures of one executable body visibly go: by the send calls in it that carry them.</summary>
internal sealed class PayloadDestinations
{
    private static readonly ConditionalWeakTable<IOperation, PayloadDestinations> Cache = new();

    private readonly Dictionary<SyntaxNode, (Destination, ApiGeneration)> _bySource = [];

    private PayloadDestinations(IOperation root, ValueResolver resolver)
    {
        foreach (SendCall call in BlockRequests.Of(root, resolver))
        {
            foreach (IOperation source in call.PayloadSources)
            {
                (Destination Destination, ApiGeneration Generation) found = (call.Destination, call.Generation);
                if (_bySource.TryGetValue(source.Syntax, out (Destination Destination, ApiGeneration Generation) other))
                {
                    // Sent twice: a message wherever one of the calls makes it one; what the two do not share is not known.
                    found = (
                        Either(other.Destination, found.Destination),
                        other.Generation == found.Generation ? found.Generation : ApiGeneration.Unknown);
                }

                _bySource[source.Syntax] = found;
            }
        }
    }

    private static Destination Either(Destination one, Destination other) =>
        one == Destination.WhatsApp || other == Destination.WhatsApp ? Destination.WhatsApp
        : one == other ? one
        : Destination.Unknown;

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
    public (Destination Destination, ApiGeneration Generation) Of(PayloadNode picture) =>
        _bySource.TryGetValue(picture.Origin.Syntax, out (Destination, ApiGeneration) found)
            || picture.Operation is { } operation && _bySource.TryGetValue(operation.Syntax, out found)
            ? found
            : (Destination.Unknown, ApiGeneration.Unknown);
}
