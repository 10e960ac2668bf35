using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Answers;

/// <summary>Code that runs before a webhook is answered: an exception in it is answered with 500, and the update comes again for days.</summary>
internal static class ReceiverCode
{
    /// <summary>Whether an exception thrown at a place would be the answer of a webhook.</summary>
    public static bool MustNotThrow(SyntaxNode place, SemanticModel model, CancellationToken cancellationToken) =>
        !place.Ancestors().OfType<TryStatementSyntax>().Any(handled => handled.Catches.Count > 0 && handled.Block.Span.Contains(place.Span))
        && Receivers.Of(ProgramModel.Of(model.Compilation)).All(cancellationToken).Any(receiver => receiver.Answers
            && receiver.Functions.Any(function => function.Unit.Node.Syntax is var body && body.SyntaxTree == place.SyntaxTree && body.Span.Contains(place.Span)));
}
