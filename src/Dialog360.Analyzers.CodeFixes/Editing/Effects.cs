using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Tells values that do something when they are computed, which must go on being done when the value is no longer sent.</summary>
internal static class Effects
{
    /// <summary>Whether an expression awaits, assigns, counts, calls a delegate or a method that does something.</summary>
    public static bool Has(ExpressionSyntax expression, EditContext context) =>
        context.OperationOf(expression) is { } operation && operation.DescendantsAndSelf().Any(part => part switch
        {
            IAwaitOperation or IIncrementOrDecrementOperation => true,
            IAssignmentOperation assignment => assignment.Parent is not IObjectOrCollectionInitializerOperation and not IAnonymousObjectCreationOperation,
            IInvocationOperation call => call.TargetMethod.MethodKind == MethodKind.DelegateInvoke || (!ForeignTypes.Is(call.TargetMethod.ContainingType) && Commands.Is(call.TargetMethod, context)),
            _ => false,
        });

    /// <summary>Whether an expression may stand alone as a statement.</summary>
    public static bool MayStandAlone(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax;
}
