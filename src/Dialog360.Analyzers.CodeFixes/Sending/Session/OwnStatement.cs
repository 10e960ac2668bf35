using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>Takes a message out of the statement that sends it, so that the choice of it can be read.</summary>
internal static class OwnStatement
{
    /// <summary>The statement before which the message may be created; null where it is a local's value already, or is not created each time.</summary>
    public static StatementSyntax? Before(ExpressionSyntax expression, SemanticModel model)
    {
        if (expression.Parent is EqualsValueClauseSyntax or ReturnStatementSyntax || expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.Utf8StringLiteralExpression })
        {
            return null;
        }

        foreach (SyntaxNode node in expression.Ancestors())
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax or ConditionalExpressionSyntax or SwitchExpressionSyntax or QueryExpressionSyntax or ConditionalAccessExpressionSyntax:
                case BinaryExpressionSyntax binary when binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression:
                    return null;
                case ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax or UsingStatementSyntax or IfStatementSyntax:
                    return node.Parent is BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax && RepeatableExpressions.IsVisibleAt(expression, node.SpanStart, model) ? (StatementSyntax)node : null;
                case StatementSyntax or MemberDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The changes that declare the message before the statement and name it there.</summary>
    public static List<TextChange> Declare(StatementSyntax statement, MessageRewrite message, string condition, SemanticModel model)
    {
        ExpressionSyntax expression = message.Place;
        string indent = SourceLayout.IndentOf(statement);
        string name = UnusedNames.Like("message", statement, model);
        bool maySay = ((CSharpParseOptions)expression.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp9;
        string type = expression switch
        {
            _ when message.IsAnonymous => "object",
            ImplicitObjectCreationExpressionSyntax => model.GetTypeInfo(expression).Type!.ToMinimalDisplayString(model, statement.SpanStart),
            _ when model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_String => "string",
            _ => "var",
        };
        string first = (type == "object" && !maySay ? "(object)" : string.Empty) + expression;
        string choice = GuardText.Choice(expression, indent, condition, first, message.TextBeside);
        return
        [
            new TextChange(new TextSpan(statement.SpanStart, 0), FixTexts.Snippet("declare-message", ("type", type), ("name", name), ("choice", choice)) + SourceLayout.LineBreak(statement) + indent),
            new TextChange(expression.Span, name),
        ];
    }
}
