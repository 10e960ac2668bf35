using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Pacing;

/// <summary>Recognises what slows a loop down or limits it: pauses, ticks, semaphores, rate limiters.</summary>
internal static class Throttles
{
    private static readonly string[] Words = ["Throttl", "RateLimit", "Bulkhead", "MaxDegreeOfParallelism"];

    /// <summary>Whether the code under <paramref name="root"/> holds one.</summary>
    public static bool AnyIn(IOperation root, CancellationToken cancellationToken)
    {
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool isOne = operation switch
            {
                IInvocationOperation invocation => IsPause(invocation) || Says(invocation.TargetMethod.Name) || Says(invocation.TargetMethod.ContainingType?.Name),
                IMemberReferenceOperation member => Says(member.Member.Name),
                IObjectCreationOperation creation => Says(creation.Type?.Name),
                _ => false,
            };
            if (isOne)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPause(IInvocationOperation invocation) => invocation.TargetMethod.Name switch
    {
        "Delay" or "Sleep" or "WaitForNextTickAsync" or "AcquireAsync" or "AttemptAcquire" => true,
        "Wait" or "WaitAsync" or "WaitOne" => invocation.Instance?.Type?.Name.IndexOf("Semaphore", StringComparison.Ordinal) >= 0,
        _ => false,
    };

    private static bool Says(string? name)
    {
        foreach (string word in Words)
        {
            if (name?.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
