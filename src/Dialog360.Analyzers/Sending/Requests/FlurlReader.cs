using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>Flurl: <c>"https://...".WithHeader(...).PostJsonAsync(body)</c>.</summary>
internal sealed class FlurlReader : ClientReader
{
    /// <inheritdoc/>
    public override string Library => "Flurl";

    /// <inheritdoc/>
    public override ImmutableArray<string> SendNames { get; } = ImmutableArray.Create("PostJsonAsync", "PostStringAsync", "PostAsync", "PutJsonAsync", "PutStringAsync", "PutAsync", "SendJsonAsync", "SendStringAsync", "SendAsync", "PatchJsonAsync");

    /// <inheritdoc/>
    public override ImmutableArray<string> Clients { get; } = ImmutableArray.Create("Flurl");

    /// <inheritdoc/>
    public override ImmutableArray<string> OtherNames { get; } = ImmutableArray.Create("GetAsync", "GetJsonAsync", "GetStringAsync", "DeleteAsync");

    /// <inheritdoc/>
    public override SendCall? Read(IInvocationOperation invocation, ValueResolver resolver)
    {
        string method = invocation.TargetMethod.Name;
        bool hasBody = MaySend(method);
        bool isOther = method is "GetAsync" or "GetJsonAsync" or "GetStringAsync" or "DeleteAsync";
        if (!(hasBody || isOther) || !Names.IsIn(invocation.TargetMethod, "Flurl") || Names.ReceiverOf(invocation) is not { } receiver)
        {
            return null;
        }

        Bindings bindings = new(resolver);
        IOperation? body = hasBody ? Names.Argument(invocation, "body", "data", "content") ?? Names.PlainArgument(invocation, method.StartsWith("Send", StringComparison.Ordinal) ? 1 : 0) : null;
        return Create(invocation, SendClient.Flurl, UrlReader.ReadText(RequestOf(receiver, bindings), bindings)) with
        {
            Bodies = BodySources.Of(body, bindings, Serializer.Unknown),
            HasBody = hasBody,
            Request = receiver,
            ThrowsOnFailure = !AllowsFailure(receiver, resolver),
        };
    }

    /// <summary>The chain as it is written: resolving takes a local that holds the request to what it was made from.</summary>
    private static IOperation RequestOf(IOperation receiver, Bindings bindings) => bindings.Resolve(receiver);

    private static bool AllowsFailure(IOperation receiver, ValueResolver resolver)
    {
        foreach (ObjectCall call in ObjectUses.Of(receiver, resolver).Calls)
        {
            if (call.Invocation.TargetMethod.Name.StartsWith("Allow", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
