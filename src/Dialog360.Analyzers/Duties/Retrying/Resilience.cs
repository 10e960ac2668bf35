using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Duties.Pacing;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Pipelines;
using Dialog360.Analyzers.Sending.Reach;
using Dialog360.Analyzers.Sending.Requests;
using Dialog360.Analyzers.Sending.Setup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Retrying;

/// <summary>Tells whether somebody sends again what failed: around a send, or for all clients of the program.</summary>
internal sealed class Resilience
{
    private readonly Lazy<bool> _isInProgram;

    private Resilience(ProgramModel program)
    {
        _isInProgram = new Lazy<bool>(() => program.Compilation.SyntaxTrees.Any(static tree => (TextEvidence.Of(tree, CancellationToken.None) & SourceSigns.Helper) != 0 && tree.GetRoot().DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && EvidenceWords.Speaks("resilience", token.ValueText))));
    }

    /// <summary>Whether the program names a retry, a resilience handler or a queue of failed messages anywhere.</summary>
    public bool IsInProgram => _isInProgram.Value;

    /// <summary>The knowledge of that compilation.</summary>
    public static Resilience Of(ProgramModel program) => program.Part(static model => new Resilience(model));

    /// <summary>Whether a call runs once for each attempt: in a loop that is none over recipients, or in a lambda that somebody else calls.</summary>
    public static bool IsAround(IInvocationOperation send, ValueResolver resolver)
    {
        for (IOperation? current = send; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IForEachLoopOperation each when !each.Locals.Any(local => Mentions(send, local)):
                case IForLoopOperation counted when !RetryLoop.IsOtherEachTurn(send, counted) && !counted.Locals.Any(local => Mentions(send, local)):
                case IWhileLoopOperation turns when !RetryLoop.IsOtherEachTurn(send, turns):
                case IAnonymousFunctionOperation lambda when lambda.Body.Operations is [IReturnOperation { IsImplicit: true, ReturnedValue: not null }, ..] || !SendLoop.IsRunHere(lambda, resolver):
                    return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether something that is added to the client of a send may send again. Where nobody sees how the client is made, whatever the program
    /// names counts.
    /// </summary>
    public bool MayRetry(SendCall send, ValueResolver resolver)
    {
        if (!IsInProgram)
        {
            return false;
        }

        if (send.Receiver is not { } client || send.Client is not SendClient.HttpClient || !ClientSetup.Of(client, resolver).IsCreatedHere)
        {
            return true;
        }

        return ClientPipeline.HandlersOf(send, resolver).Any(static handler => handler.Type?.Name is not ("HttpClientHandler" or "SocketsHttpHandler" or "WinHttpHandler"));
    }

    private static bool Mentions(IOperation operation, ILocalSymbol local) =>
        LocalFacts.Of(operation).References(local).Any(reference => operation.Syntax.Span.Contains(reference.Syntax.Span));
}
