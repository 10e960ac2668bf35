using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads;
using Dialog360.Analyzers.Sending.Pacing;
using Dialog360.Analyzers.Sending.Retrying;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Rules;

/// <summary>DLG0205: a failure that comes back as long as message and account stay as they are is retried.</summary>
internal sealed class RepeatingFailureRetried : SendRule
{
    /// <summary>Creates the rule.</summary>
    public RepeatingFailureRetried()
        : base("DLG0205")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(SendContext context)
    {
        HashSet<SourceSpan> found = [];
        SendContextCalls calls = new(context.Resolver);
        if (MayRetry(context.Root))
        {
            foreach (IInvocationOperation send in SendReach.Of(context.Resolver.Program).WithPaced.SendsIn(context.Root, context.Reader))
            {
                if (RetryRegion.Around(send, calls) is { } region)
                {
                    foreach (RepeatedFailure failure in RepeatedFailure.In(region, context.Resolver))
                    {
                        if (found.Add(failure.Span))
                        {
                            yield return new Finding(this, failure.Span, ImmutableArray.Create(failure.What)) { Detail = failure };
                        }
                    }
                }
            }
        }
    }

    /// <summary>Most bodies have no loop and do not call themselves; then nobody follows their calls.</summary>
    private static bool MayRetry(IOperation root)
    {
        string? name = (root.Syntax as Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax)?.Identifier.ValueText;
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            if (operation is ILoopOperation or ILocalFunctionOperation or ILabeledOperation || (operation is IInvocationOperation call && call.TargetMethod.Name == name))
            {
                return true;
            }
        }

        return false;
    }
}
