using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Tells values that are chosen at run time: what repairs one arm may spoil the others.</summary>
internal static class Choices
{
    /// <summary>Whether a value is one of several that may stand in <paramref name="owner"/>, so that the rest of the object goes with all of them.</summary>
    public static bool IsOneOfSeveral(PayloadNode value, PayloadNode owner)
    {
        if (value.Origin.Style == WritingStyle.JsonText)
        {
            return false;
        }

        SyntaxNode? current = value.Origin.Syntax;
        while (current is not null && current != owner.Origin.Syntax && current is not (StatementSyntax or MemberDeclarationSyntax))
        {
            bool isChosen = current.Parent switch
            {
                ConditionalExpressionSyntax conditional => current != conditional.Condition,
                SwitchExpressionArmSyntax arm => current == arm.Expression,
                BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.CoalesceExpression),

                // A local that is assigned again has several values.
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax, Parent: ExpressionStatementSyntax } assignment => current == assignment.Right,
                _ => false,
            };
            if (isChosen)
            {
                return true;
            }

            current = current.Parent;
        }

        return false;
    }
}
