using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Setup;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary><c>WebClient.UploadString</c>, <c>UploadData</c> and their asynchronous forms.</summary>
internal sealed class WebClientReader : ClientReader
{
    /// <inheritdoc/>
    public override ImmutableArray<string> SendNames { get; } = ImmutableArray.Create("UploadString*", "UploadData*");

    /// <inheritdoc/>
    public override ImmutableArray<string> OtherNames { get; } = ImmutableArray.Create("DownloadString", "DownloadStringTaskAsync", "DownloadStringAsync", "DownloadData", "DownloadDataTaskAsync", "DownloadDataAsync");

    /// <inheritdoc/>
    public override ImmutableArray<string> Clients { get; } = ImmutableArray.Create("WebClient");

    /// <inheritdoc/>
    public override SendCall? Read(IInvocationOperation invocation, ValueResolver resolver)
    {
        string method = invocation.TargetMethod.Name;
        bool hasBody = MaySend(method);
        if (!hasBody && !method.StartsWith("DownloadString", StringComparison.Ordinal) && !method.StartsWith("DownloadData", StringComparison.Ordinal)
            || invocation.Instance is not { } client || !Names.IsOrDerives(client.Type, "WebClient"))
        {
            return null;
        }

        Bindings bindings = new(resolver);
        IOperation? address = Names.Argument(invocation, "address") ?? Names.ArgumentAt(invocation, 0)?.Value;
        IOperation? body = hasBody ? Names.Argument(invocation, "data") : null;
        UrlText url = Compose(
            address is null ? null : UrlReader.ReadText(address, bindings),
            () => ClientSetup.Of(client, resolver).SingleValue("BaseAddress"),
            bindings,
            UrlCombination.Resolve,
            invocation.Syntax);
        return Create(invocation, SendClient.WebClient, url) with
        {
            Bodies = BodySources.Of(body, bindings),
            HasBody = hasBody,
            ThrowsOnFailure = true,
        };
    }
}
