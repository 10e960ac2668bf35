using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>What a request object holds, wherever it is filled.</summary>
/// <param name="Url">Its URL, or null where it is unknown or there are several.</param>
/// <param name="Bodies">See <see cref="SendCall.Bodies"/>.</param>
/// <param name="MayHaveBody">Whether a content is given, or the request comes from where nobody sees.</param>
internal sealed record RequestParts(UrlText? Url, ImmutableArray<BodySource> Bodies, bool MayHaveBody)
{
    /// <summary>Reads the request that <paramref name="request"/> gives, also where methods of the program make it.</summary>
    public static RequestParts Of(IOperation request, RequestKind kind, Bindings bindings)
    {
        ObjectUses uses = ObjectUses.Of(request, bindings.Resolver);
        ImmutableArray<BodySource>.Builder payload = ImmutableArray.CreateBuilder<BodySource>();
        payload.AddRange(kind.PayloadOf(uses, bindings));
        bool mayHaveBody = kind.HasContent(uses);
        List<UrlText> urls = uses.ValuesOf(kind.AddressMember).Select(address => UrlReader.ReadText(address, bindings)).ToList();
        foreach (IOperation origin in uses.Origins)
        {
            if (origin is IObjectCreationOperation creation)
            {
                if (kind.AddressOf(creation) is { } address)
                {
                    urls.Add(UrlReader.ReadText(address, bindings));
                }
            }
            else if (origin is IInvocationOperation call && bindings.ReturnsOf(call.TargetMethod) is { IsEmpty: false } returned && bindings.Enter(call) is { } inner)
            {
                foreach (IOperation value in returned)
                {
                    RequestParts made = Of(value, kind, inner);
                    payload.AddRange(made.Bodies);
                    mayHaveBody |= made.MayHaveBody;
                    urls.Add(made.Url ?? new UrlText());
                }
            }
            else
            {
                mayHaveBody = true;
            }
        }

        return new RequestParts(urls.Count == 1 ? urls[0] : null, payload.ToImmutable(), mayHaveBody);
    }
}

/// <summary>Where the requests of one client keep what they hold.</summary>
/// <param name="AddressMember">The property that holds the address.</param>
/// <param name="AddressOf">The address that a constructor is given; null where it is given none.</param>
/// <param name="PayloadOf">What becomes the body.</param>
/// <param name="HasContent">Whether a body is given at all, whatever is known of it.</param>
internal sealed record RequestKind(
    string AddressMember,
    Func<IObjectCreationOperation, IOperation?> AddressOf,
    Func<ObjectUses, Bindings, IEnumerable<BodySource>> PayloadOf,
    Func<ObjectUses, bool> HasContent);
