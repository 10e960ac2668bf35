using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Reach;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>
/// The answers that exceptions carry: <c>WebClient</c>, <c>HttpWebRequest</c>, Flurl and Refit throw where the answer is a failure, and whoever catches that
/// reads the answer out of the exception.
/// </summary>
/// <param name="Answers">The reads of such answers, and what they give.</param>
/// <param name="JsonReads">The calls that read one as JSON at once.</param>
internal sealed record FailedAnswers(ImmutableArray<(IOperation Answer, AnswerPart Part)> Answers, ImmutableArray<IInvocationOperation> JsonReads)
{
    /// <summary>The reads in a body where the request goes to 360dialog.</summary>
    public static FailedAnswers In(IOperation root, PayloadReader reader)
    {
        ImmutableArray<(IOperation, AnswerPart)>.Builder answers = ImmutableArray.CreateBuilder<(IOperation, AnswerPart)>();
        ImmutableArray<IInvocationOperation>.Builder parsed = ImmutableArray.CreateBuilder<IInvocationOperation>();
        ImmutableArray<IOperation> requests = default;
        foreach (IOperation operation in root.Descendants())
        {
            (AnswerPart? part, bool isJson) = Read(operation);
            if ((part is null && !isJson) || AttemptBefore(operation) is not { } attempt)
            {
                continue;
            }

            if (requests.IsDefault)
            {
                requests = RequestsIn(root, reader);
            }

            if (!requests.Any(request => attempt.Body.Syntax.Span.Contains(request.Syntax.Span)))
            {
                continue;
            }

            if (isJson)
            {
                parsed.Add((IInvocationOperation)operation);
            }
            else
            {
                answers.Add((operation, part!.Value));
            }
        }

        return new FailedAnswers(answers.ToImmutable(), parsed.ToImmutable());
    }

    /// <summary>What an operation reads of the answer in an exception.</summary>
    private static (AnswerPart? Part, bool IsJson) Read(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "Response", ContainingType: { Name: "WebException", ContainingNamespace.Name: "Net" } } } => (AnswerPart.Response, false),
        IPropertyReferenceOperation { Property: { Name: "Response", ContainingType: { Name: "FlurlCall" } } } => (AnswerPart.Response, false),
        IPropertyReferenceOperation { Property: { Name: "Content", ContainingType: { Name: "ApiException", ContainingNamespace.Name: "Refit" } } } => (AnswerPart.Text, false),
        IInvocationOperation { TargetMethod: { Name: "GetResponseStringAsync", ContainingType.Name: "FlurlHttpException" } } => (AnswerPart.Text, false),
        IInvocationOperation { TargetMethod: { Name: "GetResponseJsonAsync", ContainingType.Name: "FlurlHttpException" } } => (null, true),
        IInvocationOperation { TargetMethod: { Name: "GetContentAsAsync", ContainingType: { Name: "ApiException", ContainingNamespace.Name: "Refit" } } } => (null, true),
        _ => default,
    };

    /// <summary>What throws where an answer of 360dialog is a failure: requests, and calls of methods of the program that send.</summary>
    private static ImmutableArray<IOperation> RequestsIn(IOperation root, PayloadReader reader)
    {
        List<IOperation> found = new(SendReach.Of(reader.Resolver.Program).SendsIn(root, reader));
        foreach (SendCall request in BlockRequests.Of(root, reader.Resolver))
        {
            if (request.ThrowsOnFailure && (request.Destination == Destination.WhatsApp || found.Contains(request.Operation)))
            {
                found.Add(request.Operation);
                found.AddRange(AnswersTo(request, root));
            }
        }

        return found.ToImmutableArray();
    }

    /// <summary>The body is written before the request goes out: it is <c>GetResponse</c> that throws.</summary>
    private static IEnumerable<IOperation> AnswersTo(SendCall request, IOperation root) =>
        request.Client != SendClient.HttpWebRequest || request.Request is not { } written ? []
        : root.Descendants().OfType<IInvocationOperation>().Where(call => call.TargetMethod.Name is "GetResponse" or "GetResponseAsync" or "EndGetResponse"
            && call.Instance is { } asked && SymbolOf(asked) is { } symbol && SymbolEqualityComparer.Default.Equals(symbol, SymbolOf(written)));

    private static ISymbol? SymbolOf(IOperation value) => ValueResolver.Strip(value) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };

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
