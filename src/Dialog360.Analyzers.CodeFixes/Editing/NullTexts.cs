using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Texts that may be null: what they are put into takes null for nothing, an encoder throws, and a serializer writes <c>null</c>.</summary>
internal static class NullTexts
{
    /// <summary>Whether a text may be null: the compiler says so, or does not tell since nullable reference types are off.</summary>
    public static bool MayBe(ExpressionSyntax text, EditContext context) => context.ModelOf(text).GetTypeInfo(text, context.CancellationToken).Nullability.FlowState switch
    {
        NullableFlowState.MaybeNull => true,
        NullableFlowState.NotNull => false,
        _ => context.OperationOf(text) is { Type.IsReferenceType: true } operation && !IsMade(operation),
    };

    /// <summary>A text with <c>?? string.Empty</c> behind it where it may be null.</summary>
    public static string Kept(ExpressionSyntax text, EditContext context)
    {
        if (!MayBe(text, context))
        {
            return text.ToString();
        }

        return IsSimple(text) ? text + " ?? string.Empty" : $"({text}) ?? string.Empty";
    }

    /// <summary>Whether <c>??</c> may follow without parentheses.</summary>
    public static bool IsSimple(ExpressionSyntax text) =>
        text is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or ConditionalAccessExpressionSyntax;

    /// <summary>Whether the text is made where it stands: a literal, a sum of texts, what a method of texts gives.</summary>
    private static bool IsMade(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: not null } } => true,
        IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } => true,
        IInvocationOperation call => call.TargetMethod.ContainingType.SpecialType == SpecialType.System_String || call.TargetMethod.Name == nameof(ToString),
        ICoalesceOperation coalesce => IsMade(coalesce.WhenNull),
        _ => false,
    };
}
