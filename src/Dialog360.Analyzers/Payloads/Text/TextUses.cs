using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Text;

/// <summary>Tells whether a text expression stands for itself or is a part of a text that is put together elsewhere.</summary>
internal static class TextUses
{
    private const int MaxParents = 64;

    /// <summary>Whether an operation writes a text: a literal, an interpolation, a concatenation, a call that puts texts together.</summary>
    public static bool IsTextExpression(IOperation operation) => operation switch
    {
        ILiteralOperation literal => TextCalls.IsString(literal.Type) && literal.Parent is not IInterpolatedStringTextOperation,
        IUtf8StringOperation or IInterpolatedStringOperation or IInterpolatedStringHandlerCreationOperation => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null } addition => TextCalls.IsString(addition.Type),
        IInvocationOperation call => TextCalls.IsTextCall(call),
        _ => false,
    };

    /// <summary>Whether an operation is an operand of a larger text expression, or is added to a text that exists already.</summary>
    public static bool IsOperand(IOperation operation)
    {
        IOperation child = operation;
        for (int step = 0; step < MaxParents && child.Parent is { } parent; step++)
        {
            switch (parent)
            {
                case IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation or ISwitchExpressionOperation
                    or ISwitchExpressionArmOperation or IArgumentOperation or IArrayInitializerOperation or IArrayCreationOperation:
                    child = parent;
                    break;
                case IInterpolationOperation or IInterpolatedStringTextOperation or IInterpolatedStringAppendOperation
                    or IInterpolatedStringHandlerCreationOperation or IInterpolatedStringAdditionOperation:
                    return true;
                case ICompoundAssignmentOperation compound:
                    return TextCalls.IsString(compound.Type) && compound.Value == child;
                case IBinaryOperation or IInvocationOperation:
                    return IsTextExpression(parent) || IsAppend(parent);
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether the text is only the beginning of another one: held in a local that is continued, replaced in or formatted.</summary>
    public static bool IsContinued(IOperation operation)
    {
        if (HolderOf(operation) is not { } local)
        {
            return false;
        }

        foreach (IOperation reference in LocalFacts.Of(operation).References(local))
        {
            if (Continues(reference))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The local that an expression is the value of, or null.</summary>
    public static ILocalSymbol? HolderOf(IOperation operation)
    {
        IOperation child = operation;
        while (child.Parent is IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation)
        {
            child = child.Parent;
        }

        return child.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when assignment.Value == child => target.Local,
            _ => null,
        };
    }

    /// <summary>Whether a use of a text makes another text of it.</summary>
    private static bool Continues(IOperation reference) => reference.Parent switch
    {
        ICompoundAssignmentOperation compound => compound.Target == reference,
        IInvocationOperation call => call.Instance == reference && call.TargetMethod.Name is "Replace" or "Insert" or "Remove" or "Substring",
        IArgumentOperation { Parent: IInvocationOperation call } argument => IsFormat(call, argument),
        _ => false,
    };

    private static bool IsFormat(IInvocationOperation call, IArgumentOperation argument) =>
        call.TargetMethod.Name is "Format" or "AppendFormat" && TextCalls.IsString(argument.Parameter?.Type) && argument.Parameter!.Name == "format";

    private static bool IsAppend(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "Append" or "AppendLine" or "AppendFormat" or "Insert", ContainingType.Name: "StringBuilder" } };
}
