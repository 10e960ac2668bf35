using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>
/// A literal that stands in for a setting which may be missing (<c>config["Key"] ?? "..."</c>, <c>GetValue&lt;string&gt;("Key", "...")</c>): the
/// setting has a name already, so the literal goes and no second name comes.
/// </summary>
internal sealed class KeyFallback
{
    private readonly LiteralExpressionSyntax _literal;
    private readonly InvocationExpressionSyntax? _read;

    private KeyFallback(LiteralExpressionSyntax literal, string name, InvocationExpressionSyntax? read)
    {
        _literal = literal;
        Name = name;
        _read = read;
    }

    /// <summary>The setting, or the expression that gives it.</summary>
    public string Name { get; }

    /// <summary>The fallback that a literal is, or null.</summary>
    public static KeyFallback? Of(LiteralExpressionSyntax literal)
    {
        if (literal.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: var left, Right: var right } && right == literal)
        {
            return new KeyFallback(literal, NameOf(left), null);
        }

        // Without the second argument, the type has to be written.
        return literal.Parent is ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax { Arguments: [{ } setting, { } given], Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: "GetValue" } } } invocation } }
            && given == literal.Parent && TextOf(setting.Expression) is { } name
                ? new KeyFallback(literal, name, invocation)
                : null;
    }

    /// <summary>The changes that put an exception in its place.</summary>
    public ImmutableArray<SourceChange> Without(string thrown)
    {
        if (_read is null)
        {
            return ImmutableArray.Create(new SourceChange(_literal.SyntaxTree, _literal.Span, thrown));
        }

        int end = _read.ArgumentList.Arguments[0].Span.End;
        bool isAlone = StandsAlone(_read);
        SourceChange rest = new(_read.SyntaxTree, TextSpan.FromBounds(end, _read.Span.End), ") ?? " + thrown + (isAlone ? string.Empty : ")"));
        return isAlone ? ImmutableArray.Create(rest) : ImmutableArray.Create(new SourceChange(_read.SyntaxTree, new TextSpan(_read.SpanStart, 0), "("), rest);
    }

    /// <summary>Whether <c>a ?? throw b</c> can take the place of an expression without parentheses.</summary>
    public static bool StandsAlone(ExpressionSyntax expression) => expression.Parent is
        ArgumentSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax or YieldStatementSyntax or InitializerExpressionSyntax
        or SwitchExpressionArmSyntax or ParenthesizedExpressionSyntax or ExpressionElementSyntax or AnonymousObjectMemberDeclaratorSyntax or LambdaExpressionSyntax
        || (expression.Parent is AssignmentExpressionSyntax assignment && assignment.Right == expression)
        || (expression.Parent is ConditionalExpressionSyntax conditional && conditional.Condition != expression);

    /// <summary>The setting that an expression reads, or the expression.</summary>
    public static string NameOf(ExpressionSyntax left) => left switch
    {
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ } key] } => TextOf(key.Expression),
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ } key] } => TextOf(key.Expression),
        ParenthesizedExpressionSyntax inner => NameOf(inner.Expression),
        _ => null,
    } ?? left.WithoutTrivia().ToString();

    private static string? TextOf(ExpressionSyntax expression) => expression is LiteralExpressionSyntax { Token.Value: string text } ? text : null;
}
