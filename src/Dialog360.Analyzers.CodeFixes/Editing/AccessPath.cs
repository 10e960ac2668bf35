using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>How code comes from a local to a part of the object in it: <c>m.image.link</c>, <c>o["image"]!["link"]</c>.</summary>
/// <param name="Root">The local or parameter.</param>
/// <param name="Steps">The members, in C# or as keys.</param>
internal sealed record AccessPath(ISymbol Root, ImmutableArray<string> Steps)
{
    private const int MaxDepth = 24;

    /// <inheritdoc/>
    public bool Equals(AccessPath? other) => other is not null && SymbolEqualityComparer.Default.Equals(Root, other.Root) && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Root);

    /// <summary>The path that an expression goes; null where it does not begin with a local or has a step that is not known.</summary>
    public static AccessPath? Of(ExpressionSyntax expression, EditContext context)
    {
        List<string> steps = [];
        for (int depth = 0; depth < MaxDepth; depth++)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax suppressed when suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                    expression = suppressed.Operand;
                    break;
                case MemberAccessExpressionSyntax access when access.IsKind(SyntaxKind.SimpleMemberAccessExpression):
                    steps.Insert(0, access.Name.Identifier.ValueText);
                    expression = access.Expression;
                    break;
                case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string key } }] } access:
                    steps.Insert(0, key);
                    expression = access.Expression;
                    break;
                case IdentifierNameSyntax name:
                    return context.ModelOf(name).GetSymbolInfo(name, context.CancellationToken).Symbol is { } root and (ILocalSymbol or IParameterSymbol) ? new AccessPath(root, steps.ToImmutableArray()) : null;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The path to a member from what was written to set it: <c>image = …</c> in an initializer, <c>m.image = …;</c>; null where no local holds the object.</summary>
    public static AccessPath? OfMember(SyntaxNode member, EditContext context)
    {
        List<string> steps = [];
        SyntaxNode? node = member;
        for (int depth = 0; depth < MaxDepth * 2 && node is not null; depth++, node = node.Parent)
        {
            switch (node)
            {
                case AnonymousObjectMemberDeclaratorSyntax declarator:
                    steps.Insert(0, declarator.NameEquals?.Name.Identifier.ValueText ?? SyntaxFacts.TryGetInferredMemberName(declarator.Expression) ?? string.Empty);
                    break;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Parent: InitializerExpressionSyntax }:
                    steps.Insert(0, name.Identifier.ValueText);
                    break;
                case AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax, Parent: InitializerExpressionSyntax } or InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression }:
                    if (KeyOf(node) is not { } key)
                    {
                        return null;
                    }

                    steps.Insert(0, key);
                    break;
                case AssignmentExpressionSyntax assignment:
                    return Joined(Of(assignment.Left, context), steps);
                case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax statement }:
                    return Joined(Of(statement.Left, context), steps);
                case VariableDeclaratorSyntax declarator:
                    return context.ModelOf(declarator).GetDeclaredSymbol(declarator, context.CancellationToken) is ILocalSymbol local && steps.Count > 0 ? new AccessPath(local, steps.ToImmutableArray()) : null;
                case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [_, _] arguments, Parent: ArgumentSyntax } when arguments[0].Expression is LiteralExpressionSyntax { Token.Value: string property }:
                    steps.Insert(0, property);
                    break;
                case ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax }:
                case AnonymousObjectCreationExpressionSyntax or BaseObjectCreationExpressionSyntax or InitializerExpressionSyntax or EqualsValueClauseSyntax or ArgumentListSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax:
                case ExpressionSyntax when node == member:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static AccessPath? Joined(AccessPath? left, List<string> steps) => left is null ? null : left with { Steps = left.Steps.AddRange(steps) };

    private static string? KeyOf(SyntaxNode pair) => Keys.Of(pair) is LiteralExpressionSyntax { Token.Value: string key } ? key : null;
}
