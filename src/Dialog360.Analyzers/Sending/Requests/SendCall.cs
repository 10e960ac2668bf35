using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>The libraries that code sends with.</summary>
internal enum SendClient
{
    /// <summary><c>System.Net.Http.HttpClient</c> and the extensions of <c>System.Net.Http.Json</c>.</summary>
    HttpClient,

    /// <summary>RestSharp, old and new.</summary>
    RestSharp,

    /// <summary>Flurl.</summary>
    Flurl,

    /// <summary>A method of a Refit interface.</summary>
    Refit,

    /// <summary><c>System.Net.WebClient</c>.</summary>
    WebClient,

    /// <summary><c>System.Net.HttpWebRequest</c>: the call that writes the body.</summary>
    HttpWebRequest,

    /// <summary>A client of the <c>WABA360Dialog</c> SDK.</summary>
    Waba360Dialog,
}

/// <summary>
/// An HTTP call. Those of <see cref="BlockSends"/> carry a body to a host that is not known to be foreign; whether the body is a message is told by
/// <see cref="SentMessages"/>.
/// </summary>
/// <param name="Operation">The invocation.</param>
/// <param name="NameSpan">The method name of the invocation: where diagnostics on the send stand.</param>
/// <param name="Client">The library.</param>
internal sealed record SendCall(IInvocationOperation Operation, SourceSpan NameSpan, SendClient Client)
{
    /// <summary>The URL as far as it is known; null where nothing of it is.</summary>
    public UrlPattern? Url { get; init; }

    /// <summary>The URL while it is still put together, its holes with what fills them; null where the library shows none.</summary>
    public UrlText? Address { get; init; }

    /// <summary>Where the call visibly goes.</summary>
    public Destination Destination { get; init; }

    /// <summary>The generation that host, path or client show; the message may show it too.</summary>
    public ApiGeneration Generation { get; init; }

    /// <summary>
    /// The innermost expressions that the body is made of, one for each way the code can take: object creations, texts, references
    /// to parameters, calls of source factories. Serializers, encoders and content types around them are taken off.
    /// </summary>
    public ImmutableArray<BodySource> Bodies { get; init; } = ImmutableArray<BodySource>.Empty;

    /// <summary>The expressions of <see cref="Bodies"/>.</summary>
    public IEnumerable<IOperation> PayloadSources => Bodies.Select(static body => body.Operation);

    /// <summary>The client that the call goes through (the receiver, or the first argument of an extension method), stripped; null for static calls.</summary>
    public IOperation? Receiver { get; init; }

    /// <summary>The request object (<c>HttpRequestMessage</c>, <c>RestRequest</c>, <c>WebRequest</c>) where the library has one.</summary>
    public IOperation? Request { get; init; }

    /// <summary>The send inside the method of the program that is called with a request; null where the call itself is one of the library.</summary>
    public IInvocationOperation? Inside { get; init; }

    /// <summary>Whether the call carries a body; calls without one are no sends, but access rules look at them.</summary>
    public bool HasBody { get; init; } = true;

    /// <summary>Whether the call itself throws on an answer that is no success.</summary>
    public bool ThrowsOnFailure { get; init; }

    /// <summary>Whether the call is awaited, or waited for (<c>.Result</c>, <c>.Wait()</c>, <c>.GetAwaiter().GetResult()</c>), or not asynchronous.</summary>
    public bool IsAwaited { get; init; }
}
