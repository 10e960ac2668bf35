using Dialog360.Analyzers.Program.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>A function that an update passes through.</summary>
/// <param name="Unit">The function.</param>
/// <param name="Caller">The function that hands the update to it; null for the receiver itself.</param>
/// <param name="Call">The call by which it does.</param>
internal sealed record ReceivedFunction(FunctionUnit Unit, ReceivedFunction? Caller, IOperation? Call)
{
    /// <summary>The operations of the function, those of its lambdas and local functions included, in the order of the text.</summary>
    public IEnumerable<IOperation> Operations => Unit.Node.DescendantsAndSelf();
}
