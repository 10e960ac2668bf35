using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Fixes;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>A message that a method of the program makes: <c>Post(BuildText(to, body))</c> becomes <c>Post(BuildTemplate(to, "TEMPLATE_NAME"))</c>.</summary>
internal static class MadeMessage
{
    /// <summary>The rewriting; null where the call that makes the message is not seen, or no method beside it makes a template.</summary>
    public static MessageRewrite? Of(SendSite site, SemanticModel model, EditContext context)
    {
        if (site.Makers.LastOrDefault()?.Syntax is not InvocationExpressionSyntax call || call.SyntaxTree != model.SyntaxTree || Home.Of(call) != Home.Of(site.Call.Syntax) || RecipientText.Of(site, model) is not { } recipient)
        {
            return null;
        }

        ITypeSymbol? type = model.GetTypeInfo(call, context.CancellationToken).Type;
        return SiblingTemplate.Of(site, call, call, recipient, context, model, method => SymbolEqualityComparer.Default.Equals(method.ReturnType, type)) is { } sibling
            ? new MessageRewrite(call, ImmutableArray.Create(new TextChange(call.Span, sibling.Text)))
            : null;
    }
}
