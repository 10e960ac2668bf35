using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Retrying;

/// <summary>Tells whether somebody sends again what failed: around a send, or for all clients of the program.</summary>
internal sealed class Resilience
{
    /// <summary>Names of libraries and of what people write themselves.</summary>
    private static readonly string[] Words = ["Polly", "Retry", "Retries", "Resilience", "TransientHttpError", "PolicyHandler", "Hangfire", "MassTransit", "Outbox", "DeadLetter"];

    private readonly Lazy<bool> _isInProgram;

    private Resilience(ProgramModel program)
    {
        _isInProgram = new Lazy<bool>(() => program.Compilation.SyntaxTrees.Any(static tree => tree.GetRoot().DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && IsOne(token.ValueText))));
    }

    /// <summary>Whether the program names a retry, a resilience handler or a queue of failed messages anywhere.</summary>
    public bool IsInProgram => _isInProgram.Value;

    /// <summary>The knowledge of that compilation.</summary>
    public static Resilience Of(ProgramModel program) => program.Part(static model => new Resilience(model));

    /// <summary>Whether a call runs once for each attempt: in a loop that is no loop over recipients, or in a lambda that somebody else calls.</summary>
    public static bool IsAround(IInvocationOperation send)
    {
        for (IOperation? current = send; current is not null; current = current.Parent)
        {
            if (current is IWhileLoopOperation or IForLoopOperation || (current is IForEachLoopOperation loop && !loop.Locals.Any(local => Mentions(send, local))))
            {
                return true;
            }

            if (current is IAnonymousFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Mentions(IOperation operation, ILocalSymbol local) =>
        LocalFacts.Of(operation).References(local).Any(reference => operation.Syntax.Span.Contains(reference.Syntax.Span));

    private static bool IsOne(string name)
    {
        foreach (string word in Words)
        {
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
