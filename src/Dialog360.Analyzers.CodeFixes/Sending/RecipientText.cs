using Dialog360.Analyzers.Payloads;
using Dialog360.Analyzers.Sending.Control;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>The recipient of a send as C# that may be written a second time.</summary>
internal static class RecipientText
{
    /// <summary>The recipient as C#, where it can be written a second time; else null.</summary>
    /// <param name="site">The send.</param>
    /// <param name="around">The expression of the send: what is written in it has a meaning before it, too.</param>
    public static string? Of(SendSite site, SyntaxNode around)
    {
        if (site.Recipient is not { } recipient)
        {
            return null;
        }

        ITypeSymbol? type = site.Path.IsEmpty ? ValueResolver.Strip(recipient).Type : site.Path[site.Path.Length - 1] switch
        {
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };
        if (type?.SpecialType != SpecialType.System_String)
        {
            return null;
        }

        // As the message names it, before what is known about its value.
        if (site.Path.IsEmpty && site.Picture?.Root.Member("to")?.Origin.Syntax is AnonymousObjectMemberDeclaratorSyntax { Expression: var written } && around.Contains(written) && IsPlain(written))
        {
            return written.ToString();
        }

        if (!recipient.Syntax.SyntaxTree.Equals(site.Call.Syntax.SyntaxTree))
        {
            return null;
        }

        SyntaxNode syntax = recipient.Syntax is ArgumentSyntax argument ? argument.Expression : recipient.Syntax;
        return IsPlain(syntax) ? string.Join(".", new[] { syntax.ToString() }.Concat(site.Path.Select(static member => member.Name))) : null;
    }

    private static bool IsPlain(SyntaxNode syntax) => syntax.DescendantNodesAndSelf().All(static node =>
        node is IdentifierNameSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax or LiteralExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression });
}
