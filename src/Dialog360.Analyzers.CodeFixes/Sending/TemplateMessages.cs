using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads;
using Dialog360.Analyzers.Sending.Control;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>Writes the template message that takes the place of a free-form one.</summary>
internal static class TemplateMessages
{
    private const string TemplateContent = "template = new { name = \"TEMPLATE_NAME\", language = new { code = \"en\" } }";

    /// <summary>
    /// The expression that sends a template instead: the same call with another message, or a method of the same object that sends one;
    /// null where neither is seen.
    /// </summary>
    /// <param name="site">The send.</param>
    /// <param name="expression">The expression of the send, with what awaits it.</param>
    /// <param name="recipient">The recipient as C#.</param>
    /// <param name="model">The model of the file.</param>
    /// <param name="fits">Whether the result of another method may take the place of the result of the send.</param>
    public static string? Expression(SendSite site, ExpressionSyntax expression, string recipient, SemanticModel model, Func<IMethodSymbol, bool> fits)
    {
        string text = expression.ToString();
        ImmutableArray<TextChange> edits = ChangesOf(site, expression.Span);
        if (!edits.IsEmpty)
        {
            return SourceText.From(text).WithChanges(edits.Select(edit => new TextChange(new TextSpan(edit.Span.Start - expression.SpanStart, edit.Span.Length), edit.NewText!))).ToString();
        }

        if (site.Call is not IInvocationOperation { TargetMethod: var method } || site.Call.Syntax is not InvocationExpressionSyntax invocation)
        {
            return null;
        }

        foreach (IMethodSymbol sibling in model.LookupSymbols(invocation.SpanStart, method.ContainingType, includeReducedExtensionMethods: false).OfType<IMethodSymbol>())
        {
            if (NameWords.Of(sibling.Name).Contains("template") && sibling.IsStatic == method.IsStatic && SymbolEqualityComparer.Default.Equals(sibling.ReturnType.OriginalDefinition.ContainingNamespace, method.ReturnType.OriginalDefinition.ContainingNamespace)
                && sibling.Parameters.Length >= 2 && sibling.Parameters.All(static parameter => parameter.IsOptional || parameter.Type.SpecialType == SpecialType.System_String) && fits(sibling))
            {
                string arguments = string.Join(", ", sibling.Parameters.Where(static parameter => !parameter.IsOptional).Select((parameter, index) => index == 0 ? recipient : parameter.Name.IndexOf("lang", StringComparison.OrdinalIgnoreCase) >= 0 ? "\"en\"" : "\"TEMPLATE_NAME\""));
                SyntaxNode name = SimpleNameOf(invocation);
                return text.Substring(0, name.SpanStart - expression.SpanStart) + sibling.Name + "(" + arguments + ")" + text.Substring(invocation.Span.End - expression.SpanStart);
            }
        }

        return null;
    }

    /// <summary>The edits that turn a free-form anonymous object inside <paramref name="within"/> into a template message; empty for any other style.</summary>
    public static ImmutableArray<TextChange> ChangesOf(SendSite site, TextSpan within)
    {
        if (site.Picture is not { ContentMember: { Origin: { Style: WritingStyle.AnonymousObject, Syntax: AnonymousObjectMemberDeclaratorSyntax content } } } picture
            || content.SyntaxTree != site.Call.Syntax.SyntaxTree || !within.Contains(content.Span))
        {
            return ImmutableArray<TextChange>.Empty;
        }

        ImmutableArray<TextChange>.Builder changes = ImmutableArray.CreateBuilder<TextChange>();
        if (picture.TypeMember is { } type)
        {
            if (type.Origin.Syntax is not AnonymousObjectMemberDeclaratorSyntax written || !within.Contains(written.Span))
            {
                return ImmutableArray<TextChange>.Empty;
            }

            changes.Add(new TextChange(written.Span, "type = \"template\""));
            changes.Add(new TextChange(content.Span, TemplateContent));
        }
        else
        {
            changes.Add(new TextChange(content.Span, "type = \"template\", " + TemplateContent));
        }

        return changes.OrderBy(static change => change.Span.Start).ToImmutableArray();
    }

    private static SyntaxNode SimpleNameOf(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        var other => other,
    };
}
