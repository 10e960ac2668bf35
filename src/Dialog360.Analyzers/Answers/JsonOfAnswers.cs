using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Sending.Reach;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>Finds where the body of an answer is read as JSON although it can be the page of an outage.</summary>
internal static class JsonOfAnswers
{
    /// <summary>The calls in a body that read it so, in the order of the text.</summary>
    public static IEnumerable<IInvocationOperation> UncheckedIn(IOperation root, PayloadReader reader)
    {
        ProgramModel program = reader.Resolver.Program;
        CancellationToken cancellationToken = reader.Resolver.CancellationToken;
        StatusChecks checks = new(program, cancellationToken);
        HashSet<IInvocationOperation> found = new();
        FailedAnswers failed = FailedAnswers.In(root, reader);
        found.UnionWith(failed.JsonReads.Where(read => !StatusChecks.IsCaught(read) && !checks.ExcludeOutage([], read)));
        foreach ((IOperation answer, AnswerPart part) in AnswersIn(root, reader).Concat(failed.Answers))
        {
            ImmutableArray<AnswerUsage> uses = AnswerUses.Of(answer, part, program, cancellationToken);
            foreach (AnswerUsage use in uses)
            {
                if (use is { Kind: AnswerUseKind.ReadAsJson, At: IInvocationOperation read } && read.Root() == root && !StatusChecks.IsCaught(read) && !checks.ExcludeOutage(uses, read))
                {
                    found.Add(read);
                }
            }
        }

        return found.OrderBy(static read => read.Syntax.SpanStart);
    }

    /// <summary>The calls whose answer comes from 360dialog, and what they give of it.</summary>
    private static IEnumerable<(IOperation Answer, AnswerPart Part)> AnswersIn(IOperation root, PayloadReader reader)
    {
        ProgramModel program = reader.Resolver.Program;
        SendingMembers senders = SendingMembers.Of(program, reader.Resolver.CancellationToken);
        bool isInvolved = senders.Involve(root.Syntax);
        HashSet<IInvocationOperation> sends = isInvolved ? new(SendReach.Of(program).SendsIn(root, reader)) : new();
        foreach (SendCall request in BlockRequests.Of(root, reader.Resolver))
        {
            if (!request.ThrowsOnFailure && (request.Destination == Destination.WhatsApp || sends.Contains(request.Operation) || (isInvolved && GivenMessages.Are(request, root, reader))) && !HandlersOfClient.Throw(request, reader))
            {
                sends.Remove(request.Operation);
                yield return (request.Operation, AnswerPart.Response);
            }
        }

        AnswerSummaries summaries = AnswerSummaries.Of(program);
        foreach (IInvocationOperation call in sends)
        {
            if (summaries.PartOf(call, reader) is { } part && (part is AnswerPart.Response or AnswerPart.Text || (part == AnswerPart.Told && TupleResults.AreOf(call.TargetMethod))))
            {
                yield return (call, part);
            }
        }
    }
}
