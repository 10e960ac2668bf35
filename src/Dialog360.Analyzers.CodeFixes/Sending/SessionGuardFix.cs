using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Sending.Control;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>A repair of a free-form send: its title, its kind and what it changes in the file.</summary>
/// <param name="Title">The title.</param>
/// <param name="Key">The kind, for Fix All.</param>
/// <param name="Changes">The changes, all in the file of the send.</param>
internal sealed record SessionProposal(string Title, string Key, ImmutableArray<TextChange> Changes);

/// <summary>DLG0201: sends only while the session is open and a template otherwise, or a template in any case.</summary>
internal static class SessionGuardFix
{
    private const string TemplateContent = "template = new { name = \"TEMPLATE_NAME\", language = new { code = \"en\" } }";

    /// <summary>The repairs of a finding; empty where its statement cannot be split.</summary>
    public static IEnumerable<SessionProposal> For(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is not SendSite site)
        {
            yield break;
        }

        if (Guard(site, model, cancellationToken) is { } guard)
        {
            yield return guard;
        }

        ImmutableArray<TextChange> template = TemplateChanges(site, site.Call.Syntax.SyntaxTree.GetRoot(cancellationToken).FullSpan);
        if (!template.IsEmpty)
        {
            yield return new SessionProposal(FixTexts.Title("send-template"), "send-template", template);
        }
    }

    private static SessionProposal? Guard(SendSite site, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode call = site.Call.Syntax;
        if (call.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } statement || !IsWhole(statement.Expression, call) || statement.Parent is not (BlockSyntax or StatementSyntax or ElseClauseSyntax)
            || RecipientOf(site) is not { } recipient
            || call.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } type
            || call.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
        {
            return null;
        }

        ISymbol? enclosing = model.GetEnclosingSymbol(call.SpanStart, cancellationToken);
        bool mayAwait = enclosing is IMethodSymbol { IsAsync: true };
        bool isStatic = member.Modifiers.Any(SyntaxKind.StaticKeyword);
        ImmutableArray<TextChange>.Builder changes = ImmutableArray.CreateBuilder<TextChange>();
        string condition;
        string title;
        if (ExistingCheck.In(type, isStatic, mayAwait) is { } check)
        {
            condition = check.ConditionFor(recipient);
            title = FixTexts.Title("guard-with-check", check.Call);
        }
        else
        {
            string name = "IsSessionOpen";
            for (int number = 2; type.GetMembers(name).Length > 0; number++)
            {
                name = "IsSessionOpen" + number;
            }

            condition = name + "(" + recipient + ")";
            title = FixTexts.Title("guard-with-new-check");
            string indent = IndentOf(member);
            string stub = FixTexts.Snippet("session-check-stub", ("modifiers", isStatic ? "static " : string.Empty), ("name", name)).Replace("\n", LineBreak(member) + indent);
            changes.Add(new TextChange(new TextSpan(member.Span.End, 0), LineBreak(member) + LineBreak(member) + indent + stub));
        }

        string outer = IndentOf(statement);
        string send = statement.ToString();
        string text = FixTexts.Snippet("guard-with-new-check", ("check", condition), ("send", send), ("template", TemplateStatement(site, statement, recipient, model)));
        changes.Insert(0, new TextChange(statement.Span, Indented(text, outer, send, LineBreak(member))));
        return new SessionProposal(title, "guard-session", changes.ToImmutable());
    }

    /// <summary>Whether the call is all that an expression does, apart from awaiting and naming the discarded result.</summary>
    private static bool IsWhole(ExpressionSyntax expression, SyntaxNode call)
    {
        while (expression != call)
        {
            switch (expression)
            {
                case AwaitExpressionSyntax awaited:
                    expression = awaited.Expression;
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Right: var right }:
                    expression = right;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var inner, Name.Identifier.ValueText: "ConfigureAwait" or "Wait" or "GetAwaiter" or "GetResult" } }:
                    expression = inner;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    /// <summary>The recipient as C#, where it can be written a second time; else null.</summary>
    private static string? RecipientOf(SendSite site)
    {
        if (site.Recipient is not { } recipient || !recipient.Syntax.SyntaxTree.Equals(site.Call.Syntax.SyntaxTree))
        {
            return null;
        }

        SyntaxNode syntax = recipient.Syntax is ArgumentSyntax argument ? argument.Expression : recipient.Syntax;
        bool isPlain = syntax.DescendantNodesAndSelf().All(static node => node is IdentifierNameSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax or LiteralExpressionSyntax or PostfixUnaryExpressionSyntax);
        ITypeSymbol? type = site.Path.IsEmpty ? ValueResolver.Strip(recipient).Type : site.Path[site.Path.Length - 1] switch
        {
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };
        return isPlain && type?.SpecialType == SpecialType.System_String ? string.Join(".", new[] { syntax.ToString() }.Concat(site.Path.Select(static member => member.Name))) : null;
    }

    /// <summary>A statement that sends a template: by a method of the same object, by the same call with another message; a note where neither is seen.</summary>
    private static string TemplateStatement(SendSite site, ExpressionStatementSyntax statement, string recipient, SemanticModel model)
    {
        ImmutableArray<TextChange> edits = TemplateChanges(site, statement.Span);
        if (!edits.IsEmpty)
        {
            return SourceText.From(statement.ToString()).WithChanges(edits.Select(edit => new TextChange(new TextSpan(edit.Span.Start - statement.SpanStart, edit.Span.Length), edit.NewText!))).ToString();
        }

        if (site.Call is IInvocationOperation { TargetMethod: var method } && site.Call.Syntax is InvocationExpressionSyntax invocation)
        {
            foreach (IMethodSymbol sibling in model.LookupSymbols(site.Call.Syntax.SpanStart, method.ContainingType, includeReducedExtensionMethods: false).OfType<IMethodSymbol>())
            {
                if (NameWords.Of(sibling.Name).Contains("template") && sibling.IsStatic == method.IsStatic && SymbolEqualityComparer.Default.Equals(sibling.ReturnType.OriginalDefinition.ContainingNamespace, method.ReturnType.OriginalDefinition.ContainingNamespace)
                    && sibling.Parameters.Length >= 2 && sibling.Parameters.All(static parameter => parameter.IsOptional || parameter.Type.SpecialType == SpecialType.System_String))
                {
                    string arguments = string.Join(", ", sibling.Parameters.Where(static parameter => !parameter.IsOptional).Select((parameter, index) => index == 0 ? recipient : parameter.Name.IndexOf("lang", StringComparison.OrdinalIgnoreCase) >= 0 ? "\"en\"" : "\"TEMPLATE_NAME\""));
                    SyntaxNode name = SimpleNameOf(invocation);
                    string receiver = statement.ToString().Substring(0, name.SpanStart - statement.SpanStart);
                    string rest = statement.ToString().Substring(invocation.Span.End - statement.SpanStart);
                    return receiver + sibling.Name + "(" + arguments + ")" + rest;
                }
            }
        }

        return "// Outside the session only a template message is delivered: send one here.";
    }

    private static SyntaxNode SimpleNameOf(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        var other => other,
    };

    /// <summary>The edits that turn a free-form anonymous object inside <paramref name="within"/> into a template message; empty for any other style.</summary>
    private static ImmutableArray<TextChange> TemplateChanges(SendSite site, TextSpan within)
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

    private static string IndentOf(SyntaxNode node)
    {
        SourceText text = node.SyntaxTree.GetText();
        string line = text.Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private static string LineBreak(SyntaxNode node) => node.SyntaxTree.GetText().ToString().Contains("\r\n") ? "\r\n" : "\n";

    /// <summary>The text on lines of its own; those of the statement that is kept are moved as a whole, for literals in it must not change.</summary>
    private static string Indented(string text, string indent, string send, string lineBreak) =>
        send.IndexOf('\n') >= 0 ? text.Replace("\r\n", "\n").Replace("\n", lineBreak) : text.Replace("\n", lineBreak + indent);
}
