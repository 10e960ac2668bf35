using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>Recognises the calls that ask the contacts endpoint: requests of the known libraries by their URL, other calls by the URL that they are given.</summary>
internal sealed class ContactRequests
{
    private const string Endpoint = "contacts";
    private const int MaxDepth = 3;

    private readonly ValueResolver _resolver;

    /// <summary>Creates the part. It is for one thread.</summary>
    public ContactRequests(ValueResolver resolver)
    {
        _resolver = resolver;
    }

    /// <summary>Whether the call asks the contacts endpoint, by itself or by the path that it gives to a method of the program.</summary>
    public bool IsRequest(IInvocationOperation call)
    {
        if (RequestOf(call) is { } request)
        {
            return IsEndpoint(request.Url);
        }

        if (IsPartOfRequest(call.TargetMethod))
        {
            return false;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Value.Type is { SpecialType: SpecialType.System_String } or { Name: "Uri" or "HttpRequestMessage" or "RestRequest" } && IsEndpoint(UrlOf(argument.Value)))
            {
                return call.TargetMethod.DeclaringSyntaxReferences.IsEmpty ? NamesVersion(argument.Value) : !IsForeign(call.TargetMethod, 0);
            }
        }

        return false;
    }

    private SendCall? RequestOf(IInvocationOperation call)
    {
        foreach (SendCall request in BlockRequests.Of(call, _resolver))
        {
            if (ReferenceEquals(request.Operation, call))
            {
                return request;
            }
        }

        return null;
    }

    /// <summary>What only prepares a request says nothing: the request is judged. A <c>WebRequest</c> is its own, since it need not write anything.</summary>
    private static bool IsPartOfRequest(IMethodSymbol method) =>
        Names.IsIn(method, "RestSharp") || Names.IsIn(method, "Flurl") || Names.IsIn(method, "Microsoft")
        || (Names.IsIn(method, "System") && !Names.IsOrDerives(method.ContainingType, "WebRequest"));

    /// <summary>The URL that an expression gives, or that the request which it gives goes to.</summary>
    private UrlPattern? UrlOf(IOperation value)
    {
        IOperation resolved = _resolver.Resolve(value);
        return resolved is IObjectCreationOperation { Type.Name: "HttpRequestMessage" or "RestRequest" } request
            ? request.Arguments.Select(argument => UrlReader.Read(argument.Value, _resolver)).FirstOrDefault(static url => url is not null && IsEndpoint(url))
            : UrlReader.Read(resolved, _resolver);
    }

    /// <summary>Libraries that nobody knows must be given the whole path: the bare word is a name of many things.</summary>
    private bool NamesVersion(IOperation value) => UrlOf(value)?.Path.Text.TrimEnd('/').EndsWith("v1/" + Endpoint, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether the path ends as that of the endpoint, on a host that may be ours.</summary>
    private static bool IsEndpoint(UrlPattern? url)
    {
        if (url is null || ApiHosts.DestinationOf(url) == Destination.Foreign)
        {
            return false;
        }

        string path = url.Path.Text.TrimEnd('/');
        int start = path.Length - Endpoint.Length;
        return path.EndsWith(Endpoint, StringComparison.OrdinalIgnoreCase) && (start == 0 || path[start - 1] == '/' || url.Path.IsHole(start - 1));
    }

    /// <summary>Whether all requests of a method of the program go to hosts that are not ours (the client of a CRM).</summary>
    private bool IsForeign(IMethodSymbol method, int depth)
    {
        bool isForeign = false;
        foreach (IMethodSymbol target in Implementations.Of(_resolver.Program).Of(method, _resolver.CancellationToken))
        {
            if (BodyModels.Of(_resolver.Program).UnitOf(target, _resolver.CancellationToken) is not { } unit)
            {
                continue;
            }

            foreach (IOperation operation in unit.Node.Descendants())
            {
                if (operation is not IInvocationOperation call)
                {
                    continue;
                }

                if (RequestOf(call) is { } request)
                {
                    if (request.Destination != Destination.Foreign)
                    {
                        return false;
                    }

                    isForeign = true;
                }
                else if (depth < MaxDepth && !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && !SymbolEqualityComparer.Default.Equals(call.TargetMethod, method))
                {
                    isForeign |= IsForeign(call.TargetMethod, depth + 1);
                }
            }
        }

        return isForeign;
    }
}
