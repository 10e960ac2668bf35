using System.Collections.Immutable;
using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Program.Calls;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Rules.Answers;

/// <summary>DLG0301: nobody looks at the answer to a send.</summary>
internal sealed class AnswerIgnored : Rule<BodyScope>
{
    /// <summary>Creates the rule.</summary>
    public AnswerIgnored()
        : base("DLG0301")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyScope context)
    {
        SendAnswers answers = new(context.Reader);
        foreach (SendAnswer answer in answers.In(context.Root))
        {
            if (answer.Allowed is null)
            {
                yield return new Finding(this, answer.Name, ImmutableArray.Create(Reason(answer, answers, context))) { Detail = answer };
            }
        }
    }

    private static string Reason(SendAnswer answer, SendAnswers answers, BodyScope context) => answer.LostBy switch
    {
        LostBy.NotAwaiting => "it is not awaited",
        LostBy.PlainTask => "the method gives back a plain Task",
        LostBy.ReadingTheBodyAlone => "only its body is read, not its status",
        _ when answer.Direct is null => $"'{answer.Method.Name}' says by its result alone whether the message was taken{Others(answer, answers, context)}",
        _ => "it is dropped",
    };

    /// <summary>What the other calls of the method do, where all of them look at the result.</summary>
    private static string Others(SendAnswer answer, SendAnswers answers, BodyScope context)
    {
        int all = 0;
        int ignoring = 0;
        foreach (CallSite site in CallIndex.Of(context.Resolver.Program).CallersOf(answer.Method, context.Resolver.CancellationToken))
        {
            if (site.Operation is IInvocationOperation call)
            {
                all++;
                ignoring += answers.OfOwn(call).Allowed is null ? 1 : 0;
            }
        }

        return ignoring == 1 && all > 1 ? $", and {all - 1} of {all} calls look at it" : string.Empty;
    }
}
