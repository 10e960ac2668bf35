using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>
/// Finds the answers that exceptions carry: <c>WebClient</c> and <c>HttpWebRequest</c> throw where the answer is a failure, and whoever catches that reads
/// the answer from <c>WebException.Response</c>.
/// </summary>
internal static class FailedAnswers
{
    /// <summary>The reads of such answers in a body where the request goes to 360dialog.</summary>
    public static IEnumerable<(IOperation Answer, AnswerPart Part)> In(IOperation root, ValueResolver resolver)
    {
        List<IPropertyReferenceOperation> reads = root.Descendants().OfType<IPropertyReferenceOperation>()
            .Where(static read => read.Property is { Name: "Response", ContainingType: { Name: "WebException", ContainingNamespace.Name: "Net" } }).ToList();
        if (reads.Count == 0)
        {
            yield break;
        }

        List<SendCall> requests = BlockRequests.Of(root, resolver).Where(static request => request.ThrowsOnFailure && request.Destination == Destination.WhatsApp).ToList();
        foreach (IPropertyReferenceOperation read in reads)
        {
            if (AttemptBefore(read) is { } attempt && requests.Any(request => attempt.Body.Syntax.Span.Contains(request.Operation.Syntax.Span)))
            {
                yield return (read, AnswerPart.Response);
            }
        }
    }

    /// <summary>The <c>try</c> whose exception is handled around a place.</summary>
    private static ITryOperation? AttemptBefore(IOperation place)
    {
        for (IOperation? current = place; current is not null; current = current.Parent)
        {
            if (current is ICatchClauseOperation { Parent: ITryOperation attempt })
            {
                return attempt;
            }
        }

        return null;
    }
}
