using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>The recipient of a send as C# that may be written a second time.</summary>
/// <param name="Text">The recipient: <c>order.Customer.Phone</c>.</param>
/// <param name="Expression">The expression that it comes from.</param>
/// <param name="Path">The members that lead from that expression to the recipient.</param>
internal sealed record RecipientText(string Text, ExpressionSyntax Expression, ImmutableArray<ISymbol> Path)
{
    /// <summary>The recipient; null where it is no text, or cannot be written a second time.</summary>
    public static RecipientText? Of(SendSite site, SemanticModel model)
    {
        if (site.Picture?.Root["to"] is { } to && site.Path.IsEmpty && InMessage(site, to, model) is { } written)
        {
            return written;
        }

        if (site.Recipient is not { } recipient || ExpressionOf(recipient.Syntax) is not { } expression || expression.SyntaxTree != model.SyntaxTree)
        {
            return null;
        }

        ImmutableArray<ISymbol> path = site.Path;
        if (!path.IsEmpty && CreatedMembers.ValueOf(ValueResolver.Strip(recipient), path[0]) is { } member && ExpressionOf(member.Syntax) is { } given)
        {
            expression = given;
            path = path.RemoveAt(0);
        }

        ITypeSymbol? type = path.IsEmpty ? model.GetTypeInfo(expression).Type : MemberFinder.TypeOf(path[path.Length - 1]);
        return type?.SpecialType == SpecialType.System_String && RepeatableExpressions.IsRepeatable(expression, model)
            ? new RecipientText(string.Join(".", new[] { expression.ToString() }.Concat(path.Select(static each => each.Name))), expression, path)
            : null;
    }

    /// <summary>As the message names it, before what is known about its value.</summary>
    private static RecipientText? InMessage(SendSite site, PayloadNode to, SemanticModel model)
    {
        if (to.Origin.Style == WritingStyle.JsonText)
        {
            return InJson(site, to, model);
        }

        return ExpressionEditor.ExpressionOf(to) is { } expression && expression.SyntaxTree == model.SyntaxTree
            && Fixes.Home.Of(expression) == Fixes.Home.Of(site.Call.Syntax)
            && model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_String
            && RepeatableExpressions.IsRepeatable(expression, model)
                ? new RecipientText(expression.ToString(), expression, ImmutableArray<ISymbol>.Empty)
                : null;
    }

    /// <summary>The one value that is put into a JSON string, as it is named there, with the known characters around it; a known number as a literal.</summary>
    private static RecipientText? InJson(SendSite site, PayloadNode to, SemanticModel model)
    {
        if (JsonValueText.Of(to) is not { } written || written.Whole.SyntaxTree != model.SyntaxTree || Fixes.Home.Of(written.Whole) != Fixes.Home.Of(site.Call.Syntax))
        {
            return null;
        }

        if (written.Value is not { } value)
        {
            return new RecipientText(LiteralCodec.Quote(written.Before), written.Whole, ImmutableArray<ISymbol>.Empty);
        }

        if (model.GetTypeInfo(value).Type?.SpecialType != SpecialType.System_String || !RepeatableExpressions.IsRepeatable(value, model))
        {
            return null;
        }

        string before = Characters(written.Before);
        string after = Characters(written.After);
        return new RecipientText(before.Length + after.Length == 0 ? value.ToString() : $"$\"{before}{{{value}}}{after}\"", value, ImmutableArray<ISymbol>.Empty);

        static string Characters(string literal) => LiteralCodec.Regular(literal).Replace("{", "{{").Replace("}", "}}");
    }

    private static ExpressionSyntax? ExpressionOf(SyntaxNode syntax) => syntax is ArgumentSyntax argument ? argument.Expression : syntax as ExpressionSyntax;
}
