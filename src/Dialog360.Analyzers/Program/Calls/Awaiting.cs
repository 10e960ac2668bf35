using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Calls;

/// <summary>Tells whether code waits for a call.</summary>
internal static class Awaiting
{
    /// <summary>Whether the call is awaited or blocked on, at once or through <c>ConfigureAwait</c>, or is not asynchronous at all.</summary>
    public static bool IsAwaited(IInvocationOperation invocation)
    {
        if (!Names.IsOrDerives(invocation.Type, "Task") && invocation.Type?.Name != "ValueTask")
        {
            return true;
        }

        IOperation current = invocation;
        for (int step = 0; step < 8; step++)
        {
            switch (current.Parent)
            {
                case IAwaitOperation:
                case IPropertyReferenceOperation { Property.Name: "Result" }:
                case IInvocationOperation { TargetMethod.Name: "Wait" or "GetResult" or "RunSynchronously" }:
                    return true;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "WaitAsync" or "AsTask" } or IConversionOperation or IParenthesizedOperation:
                    current = current.Parent;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }
}
