using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Chooses another member of an enum that is serialized by name (<c>MessageType.Image</c>).</summary>
internal static class EnumValues
{
    /// <summary>The change that names the enum member that is serialized as <paramref name="text"/>; null where the expression names no enum member, or there is none.</summary>
    public static SourceChange? TryReplace(ExpressionSyntax expression, string text, EditContext context)
    {
        SimpleNameSyntax? name = expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            IdentifierNameSyntax identifier => identifier,
            _ => null,
        };
        if (name is null
            || context.ModelOf(expression).GetSymbolInfo(expression, context.CancellationToken).Symbol is not IFieldSymbol { ContainingType: { TypeKind: TypeKind.Enum } type })
        {
            return null;
        }

        IFieldSymbol? member = MemberFinder.FindInEnum(type, text);
        return member is null ? null : new SourceChange(expression.SyntaxTree, name.Span, EditContext.Identifier(member.Name));
    }
}
