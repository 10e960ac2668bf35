using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary><c>HttpWebRequest</c>: the call that writes the body to the request's stream, directly or through a <c>StreamWriter</c>.</summary>
internal sealed class WebRequestReader : ClientReader
{
    /// <summary>Who writes to the stream of a request has asked for it: there are many other calls of <c>Write</c>.</summary>
    public override ImmutableArray<string> SendNames { get; } = ImmutableArray.Create("GetRequestStream", "GetRequestStreamAsync", "EndGetRequestStream");

    /// <inheritdoc/>
    public override ImmutableArray<string> Clients { get; } = ImmutableArray.Create("WebRequest", "HttpWebRequest");

    /// <inheritdoc/>
    public override SendCall? Read(IInvocationOperation invocation, ValueResolver resolver)
    {
        if (invocation.TargetMethod.Name is not ("Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync") || invocation.Instance is not { } target
            || StreamOf(target, resolver) is not { } stream || stream.Instance is not { } request || Names.ArgumentAt(invocation, 0)?.Value is not { } body
            || !IsFirstWrite(invocation, target, out bool isOnly))
        {
            return null;
        }

        Bindings bindings = new(resolver);
        UrlText? url = null;
        foreach (IOperation origin in ObjectUses.Of(request, resolver).Origins)
        {
            if (origin is IInvocationOperation { TargetMethod.Name: "Create" or "CreateHttp" or "CreateDefault" } create && Names.ArgumentAt(create, 0)?.Value is { } address)
            {
                url = url is null ? UrlReader.ReadText(address, bindings) : new UrlText();
            }
        }

        return Create(invocation, SendClient.HttpWebRequest, url) with
        {
            Bodies = isOnly ? BodySources.Of(body, bindings) : ImmutableArray<BodySource>.Empty,
            Request = request,
            ThrowsOnFailure = true,
        };
    }

    /// <summary>The <c>GetRequestStream</c> behind a stream or writer, or null.</summary>
    private IInvocationOperation? StreamOf(IOperation target, ValueResolver resolver)
    {
        IOperation current = resolver.Resolve(target);
        if (current is IObjectCreationOperation { Type.Name: "StreamWriter" } writer && Names.ArgumentAt(writer, 0) is { } inner)
        {
            current = resolver.Resolve(inner);
        }

        return current is IInvocationOperation call && MaySend(call.TargetMethod.Name)
            && Names.IsOrDerives(call.Instance?.Type, "WebRequest") ? call : null;
    }

    /// <summary>Whether this is the first write to that variable; a body that is written in pieces is judged as a whole or not at all.</summary>
    private static bool IsFirstWrite(IInvocationOperation invocation, IOperation target, out bool isOnly)
    {
        isOnly = true;
        if (ValueResolver.Strip(target) is not ILocalReferenceOperation local)
        {
            return true;
        }

        bool isFirst = true;
        foreach (IOperation reference in LocalFacts.Of(local).References(local.Local))
        {
            if (reference.Parent is IInvocationOperation { TargetMethod.Name: "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync" } other && other != invocation)
            {
                isOnly = false;
                isFirst &= other.Syntax.SpanStart > invocation.Syntax.SpanStart;
            }
        }

        return isFirst;
    }
}
