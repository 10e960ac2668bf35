using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>The clients of the <c>WABA360Dialog</c> SDK: <c>SendMessageAsync(message)</c>.</summary>
internal sealed class Waba360DialogReader : ClientReader
{
    /// <inheritdoc/>
    public override string Library => "WABA360Dialog";

    /// <inheritdoc/>
    public override ImmutableArray<string> SendNames { get; } = ImmutableArray.Create("SendMessage*");

    /// <inheritdoc/>
    public override SendCall? Read(IInvocationOperation invocation, ValueResolver resolver)
    {
        if (!MaySend(invocation.TargetMethod.Name) || !IsSdk(invocation))
        {
            return null;
        }

        bool isCloud = invocation.Instance?.Type?.Name.IndexOf("Cloud", StringComparison.Ordinal) >= 0
            || invocation.TargetMethod.ContainingType.Name.IndexOf("Cloud", StringComparison.Ordinal) >= 0;
        return Create(invocation, SendClient.Waba360Dialog, url: null) with
        {
            Destination = Destination.WhatsApp,
            Generation = isCloud ? ApiGeneration.Cloud : ApiGeneration.OnPremises,
            Bodies = BodySources.Of(Names.PlainArgument(invocation, 0), new Bindings(resolver)),
            ThrowsOnFailure = true,
        };
    }

    private static bool IsSdk(IInvocationOperation invocation) => Names.IsIn(invocation.TargetMethod, "WABA360Dialog") || Names.IsIn(invocation.Instance?.Type, "WABA360Dialog");
}
