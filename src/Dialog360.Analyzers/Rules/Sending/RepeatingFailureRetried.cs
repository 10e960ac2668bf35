using System.Collections.Immutable;
using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Duties.Retrying;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Sending.Pipelines;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Rules.Sending;

/// <summary>DLG0205: a failure that comes back as long as message and account stay as they are is retried.</summary>
internal sealed class RepeatingFailureRetried : Rule<BodyScope>
{
    /// <summary>Creates the rule.</summary>
    public RepeatingFailureRetried()
        : base("DLG0205")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyScope context)
    {
        HashSet<SourceSpan> found = [];
        foreach (RepeatedFailure failure in InLoops(context).Concat(RepeatingPolicy.In(context.Root, context.Reader)))
        {
            if (failure.Span.Tree == context.Root.Syntax.SyntaxTree && found.Add(failure.Span))
            {
                yield return new Finding(this, failure.Span, ImmutableArray.Create(failure.What)) { Detail = failure };
            }
        }
    }

    private static IEnumerable<RepeatedFailure> InLoops(BodyScope context)
    {
        if (!MayRetry(context.Root))
        {
            yield break;
        }

        SendContextCalls calls = new(context.Resolver);
        foreach (IInvocationOperation send in SendReach.Of(context.Resolver.Program).SendsIn(context.Root, context.Reader))
        {
            if (RetryRegion.Around(send, calls) is { } region)
            {
                foreach (RepeatedFailure failure in RepeatedFailure.In(region, context.Resolver))
                {
                    yield return failure;
                }
            }
        }

        foreach ((IInvocationOperation send, SendFailure failure) in RelaysIn(context))
        {
            if (RetryRegion.Around(send, calls) is { Operation: ILoopOperation } region)
            {
                foreach (RepeatedFailure repeated in RepeatedFailure.In(region with { Failure = failure }, context.Resolver))
                {
                    yield return repeated;
                }
            }
        }
    }

    /// <summary>The calls that send what others hand them: of a delegate that sends, of the next handler of a client that sends.</summary>
    private static IEnumerable<(IInvocationOperation Send, SendFailure Failure)> RelaysIn(BodyScope context)
    {
        foreach (IOperation operation in context.Root.Descendants())
        {
            if (operation is not IInvocationOperation call)
            {
                continue;
            }

            if (RelayedSends.ParameterRunBy(call) is { } parameter)
            {
                foreach (IOperation code in RelayedSends.Of(context.Resolver.Program).SentBy(parameter, context.Reader))
                {
                    string? thrown = SendFailure.ThrownBy(code, SendReach.Of(context.Resolver.Program).SendsIn(code, context.Reader), context.Resolver);
                    yield return (call, new SendFailure(thrown is not null, thrown ?? "HttpRequestException"));
                }
            }
            else if (ClientPipeline.IsNextHandler(call) && PolicySends.Of(context.Reader).At(call.Syntax) is not null)
            {
                yield return (call, new SendFailure(false, "HttpRequestException"));
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
