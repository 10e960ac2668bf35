using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>A member gives a function to a field, property or event.</summary>
/// <param name="Member">The member, by its number in the outline.</param>
/// <param name="Target">The name of what is filled.</param>
/// <param name="Source">The name of the method; 0 for a lambda.</param>
internal readonly record struct GivenDelegate(int Member, int Target, int Source);

/// <summary>The fields, properties and events to which code gives a function.</summary>
internal static class FilledDelegates
{
    /// <summary>Those of a member of an outline, as plain numbers.</summary>
    public static IEnumerable<GivenDelegate> Of(SyntaxTree tree, int number, OutlineMember member, CancellationToken cancellationToken) =>
        member.Kind == OutlineKind.Value ? [] : In(tree, member.Span, cancellationToken).Select(given => new GivenDelegate(number, NameNumber.Of(given.Target), given.Source is { } source ? NameNumber.Of(source) : 0));

    /// <summary>The names that a member gives a lambda (no source) or something that may be a method (its name).</summary>
    private static IEnumerable<(string Target, string? Source)> In(SyntaxTree tree, TextSpan member, CancellationToken cancellationToken)
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
