using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>The fields, properties and events to which code gives a function.</summary>
internal static class FilledDelegates
{
    /// <summary>The names that a member gives a lambda (no source) or something that may be a method (its name).</summary>
    public static IEnumerable<(string Target, string? Source)> In(SyntaxTree tree, TextSpan member, CancellationToken cancellationToken)
    {
        SyntaxNode root = tree.GetRoot(cancellationToken).FindNode(member);
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            if (node is AssignmentExpressionSyntax assignment && NameOf(assignment.Left) is { } target)
            {
                if (assignment.Right is AnonymousFunctionExpressionSyntax)
                {
                    yield return (target, null);
                }
                else if (assignment.Right is SimpleNameSyntax or MemberAccessExpressionSyntax && NameOf(assignment.Right) is { } source)
                {
                    yield return (target, source);
                }
            }
        }
    }

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        ElementAccessExpressionSyntax element => NameOf(element.Expression),
        _ => null,
    };
}
