using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>Recognises the calls of one library. One file of this folder for each.</summary>
internal abstract class ClientReader
{
    /// <summary>The call, or null where the invocation is none of this library's requests.</summary>
    public abstract SendCall? Read(IInvocationOperation invocation, ValueResolver resolver);

    /// <summary>A call of a method of the program that sends the request which it is handed, as if it were the send inside; null where it is no request of this library.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="request">The request.</param>
    /// <param name="inner">The send inside the method.</param>
    /// <param name="resolver">Follows expressions.</param>
    public virtual SendCall? ReadHanded(IInvocationOperation invocation, IOperation request, SendCall inner, ValueResolver resolver) => null;

    /// <summary>The names of methods that may hand over a body, more than those of sends but none less; <c>Execute*</c> stands for all that begin so.</summary>
    public abstract ImmutableArray<string> SendNames { get; }

    /// <summary>The types and methods by whose names a file shows that it has a client of the library; none where <see cref="Library"/> is enough.</summary>
    public virtual ImmutableArray<string> Clients => ImmutableArray<string>.Empty;

    /// <summary>The names of methods that send a request without a body.</summary>
    public virtual ImmutableArray<string> OtherNames => ImmutableArray<string>.Empty;

    /// <summary>Whether a method of that name may hand over a body.</summary>
    public bool MaySend(string method)
    {
        foreach (string name in SendNames)
        {
            if (name.EndsWith("*", StringComparison.Ordinal) ? method.StartsWith(name.Substring(0, name.Length - 1), StringComparison.Ordinal) : name == method)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A name that stands somewhere in each program that uses the library; null for what comes with the framework.</summary>
    public virtual string? Library => null;

    /// <summary>A call with what all libraries have in common.</summary>
    protected static SendCall Create(IInvocationOperation invocation, SendClient client, UrlText? url)
    {
        UrlPattern? pattern = url is null or { IsUnknown: true } ? null : url.ToPattern();
        return new SendCall(invocation, InvokedName.Of(invocation), client)
        {
            Url = pattern,
            Address = url,
            Destination = ApiHosts.DestinationOf(pattern),
            Generation = ApiHosts.GenerationOf(pattern),
            Receiver = Names.ReceiverOf(invocation) is { } receiver ? ValueResolver.Strip(receiver) : null,
            IsAwaited = Awaiting.IsAwaited(invocation),
        };
    }

    /// <summary>The URL of a call: its own, put behind the base of its client where it is relative or not known.</summary>
    protected static UrlText Compose(UrlText? own, Func<IOperation?> baseAddress, Bindings bindings, Func<UrlText, UrlText, SyntaxNode, UrlText> combine, SyntaxNode syntax)
    {
        own ??= new UrlText();
        if (own.ToPattern().IsAbsolute || baseAddress() is not { } address)
        {
            return own;
        }

        UrlText text = UrlReader.ReadText(address, bindings);
        return text.IsUnknown ? own : combine(text, own, syntax);
    }
}
