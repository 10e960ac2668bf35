using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Hosting;

/// <summary>
/// Messages whose text is that of a field: what is wrong in it is reported where the text is written, not once more where the field is used
/// (<c>Template.Replace("{name}", name)</c>). What only the use shows, such as the host, is reported there.
/// </summary>
internal static class DeclaredTexts
{
    /// <summary>Whether a finding stands on a field whose own text gives the same finding where it is declared.</summary>
    public static bool Reports(Finding finding, PayloadJudge judge, ProgramModel program, CancellationToken cancellationToken)
    {
        if (finding.Span.Tree is not { } tree || tree.GetRoot(cancellationToken).FindNode(finding.Span.Span, getInnermostNodeForTie: true) is not ExpressionSyntax name
            || name is not (IdentifierNameSyntax or MemberAccessExpressionSyntax) || name.Span != finding.Span.Span
            || program.SemanticModelOf(tree).GetSymbolInfo(name, cancellationToken).Symbol is not IFieldSymbol { DeclaringSyntaxReferences: [{ } reference] }
            || reference.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer: { } initializer }
            || BodyModels.Of(program).Around(initializer.Value, cancellationToken) is not { Root: var root })
        {
            return false;
        }

        return judge.Collect(root).All.Any(other => other.Rule.Id == finding.Rule.Id && initializer.Span.Contains(other.Span.Span));
    }
}
