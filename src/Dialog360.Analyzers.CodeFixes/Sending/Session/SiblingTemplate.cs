using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>A method beside the one that sends the free-form message, which sends a template.</summary>
/// <param name="Method">The method.</param>
/// <param name="Text">The expression of the send with this method in it.</param>
internal sealed record SiblingTemplate(IMethodSymbol Method, string Text)
{
    private static readonly HashSet<string> Verbs = Vocabulary.Of("sendVerb");

    private static readonly HashSet<string> Makers = Vocabulary.Of("makeVerb");

    /// <summary>The method that needs the fewest placeholders; null where none fits.</summary>
    /// <param name="site">The send.</param>
    /// <param name="called">The call whose method has a counterpart: the send itself, or one that makes the message.</param>
    /// <param name="expression">The expression of the send, with what awaits it.</param>
    /// <param name="recipient">The recipient.</param>
    /// <param name="context">The program.</param>
    /// <param name="model">The file.</param>
    /// <param name="fits">Whether the result of a method may take the place of the result of the send.</param>
    public static SiblingTemplate? Of(SendSite site, SyntaxNode called, ExpressionSyntax expression, RecipientText recipient, EditContext context, SemanticModel model, Func<IMethodSymbol, bool> fits)
    {
        if (called is not InvocationExpressionSyntax call || model.GetSymbolInfo(call).Symbol is not IMethodSymbol method || NameOf(call) is not { } name)
        {
            return null;
        }

        ITypeSymbol? receiver = call.Expression is MemberAccessExpressionSyntax access && model.GetSymbolInfo(access.Expression).Symbol is not ITypeSymbol ? model.GetTypeInfo(access.Expression).Type : method.ContainingType;
        (IMethodSymbol Method, string List, int Placeholders)? best = null;
        foreach (IMethodSymbol sibling in model.LookupSymbols(call.SpanStart, receiver, includeReducedExtensionMethods: call.Expression is not SimpleNameSyntax).OfType<IMethodSymbol>())
        {
            bool isStatic = sibling.IsStatic && sibling.ReducedFrom is null;
            if (IsCounterpart(sibling, method, called == site.Call.Syntax ? Verbs : Makers) && !sibling.IsGenericMethod && isStatic == (method.IsStatic && method.ReducedFrom is null) && fits(sibling)
                && Arguments(sibling, site, call, method, recipient, context, model) is { } arguments && (best is null || arguments.Placeholders < best.Value.Placeholders))
            {
                best = (sibling, arguments.List, arguments.Placeholders);
            }
        }

        string text = expression.ToString();
        return best is { } found
            ? new SiblingTemplate(found.Method, text.Substring(0, name.SpanStart - expression.SpanStart) + found.Method.Name + "(" + found.List + ")" + text.Substring(call.Span.End - expression.SpanStart))
            : null;
    }

    private static bool IsCounterpart(IMethodSymbol sibling, IMethodSymbol method, HashSet<string> verbs)
    {
        ImmutableArray<string> words = NameWords.Of(sibling.Name);
        ImmutableArray<string> own = NameWords.Of(method.Name);
        return words.Any(SessionWords.Template.Contains) && !SymbolEqualityComparer.Default.Equals(sibling, method)
            && (verbs.Contains(words[0]) || (own.Length > 0 && words[0] == own[0]))
            && (sibling.ReturnsVoid == method.ReturnsVoid || sibling.ReturnsVoid) && IsTask(sibling.ReturnType) == IsTask(method.ReturnType);
    }

    private static (string List, int Placeholders)? Arguments(IMethodSymbol sibling, SendSite site, InvocationExpressionSyntax call, IMethodSymbol method, RecipientText recipient, EditContext context, SemanticModel model)
    {
        bool hasRecipient = sibling.Parameters.Any(static parameter => parameter.Type.SpecialType == SpecialType.System_String && ParameterWords.Of(parameter) == ParameterMeaning.Recipient);
        bool isGiven = false;
        (string List, int Placeholders)? arguments = TemplateArguments.For(sibling.Parameters, Known, call, context);
        return isGiven ? arguments : null;

        string? Known(IParameterSymbol parameter)
        {
            ParameterMeaning meaning = ParameterWords.Of(parameter);
            bool isText = parameter.Type.SpecialType == SpecialType.System_String;
            if (isText && (hasRecipient ? meaning == ParameterMeaning.Recipient : !isGiven && meaning is ParameterMeaning.Unknown && parameter.Ordinal == 0))
            {
                isGiven = true;
                return recipient.Text;
            }

            // What both methods take under one name they take from one place; what the message says stays behind.
            if ((!isText || meaning is ParameterMeaning.Sender or ParameterMeaning.Key) && Given(parameter, call, method) is { } same)
            {
                isGiven |= site.Recipient?.Syntax is { } holder && (same == holder || same == (holder as ArgumentSyntax)?.Expression);
                return same.ToString();
            }

            if (!isText && RecipientEntities.Of(recipient, call.SpanStart, model).FirstOrDefault(entity => SymbolEqualityComparer.Default.Equals(entity.Type, parameter.Type)) is { } entity)
            {
                isGiven = true;
                return entity.Text;
            }

            return null;
        }
    }

    /// <summary>The argument of the send for a parameter of the same name and type.</summary>
    private static ExpressionSyntax? Given(IParameterSymbol parameter, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        for (int index = 0; index < arguments.Count; index++)
        {
            IParameterSymbol? own = arguments[index].NameColon is { } colon
                ? method.Parameters.FirstOrDefault(each => each.Name == colon.Name.Identifier.ValueText)
                : index < method.Parameters.Length ? method.Parameters[index] : null;
            if (own is { IsParams: false } && SymbolEqualityComparer.Default.Equals(own.Type, parameter.Type) && (own.Name == parameter.Name || own.Type.SpecialType == SpecialType.None && own.Type.TypeKind != TypeKind.Array))
            {
                return arguments[index].Expression;
            }
        }

        return null;
    }

    private static bool IsTask(ITypeSymbol type) => type.Name is "Task" or "ValueTask";

    private static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax simple => simple,
        _ => null,
    };
}
