using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Messages;

/// <summary>Tells which texts hold a line break whatever else is in them: those with <c>Environment.NewLine</c>, and what <c>AppendLine</c> wrote.</summary>
internal static class CertainBreaks
{
    private const int MaxCalls = 256;

    /// <summary>Whether a value, or what fills one of its holes, holds a line break for certain.</summary>
    public static bool In(PayloadNode value)
    {
        foreach (IOperation? hole in value.HoleOperations)
        {
            if (hole is not null && IsCertain(hole))
            {
                return true;
            }
        }

        return value is { Kind: PayloadKind.Unknown, Operation: { } operation } && IsCertain(operation);
    }

    private static bool IsCertain(IOperation value)
    {
        if (value.SemanticModel is not { } model)
        {
            return false;
        }

        ValueResolver resolver = new(ProgramModel.Of(model.Compilation), CancellationToken.None);
        Stack<IOperation> pending = new();
        pending.Push(value);
        for (int count = 0; pending.Count > 0 && count < MaxCalls; count++)
        {
            switch (resolver.Resolve(pending.Pop()))
            {
                case IPropertyReferenceOperation { Property: { Name: "NewLine", ContainingType: { Name: "Environment", ContainingNamespace.Name: "System" } } }:
                case IInvocationOperation { TargetMethod.Name: "ToString", Arguments.IsEmpty: true, Instance: { } builder } read when IsBuilder(builder.Type) && IsWrittenByLines(builder, read):
                    return true;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null } sum:
                    pending.Push(sum.LeftOperand);
                    pending.Push(sum.RightOperand);
                    break;
                case IInterpolatedStringOperation text:
                    foreach (IInterpolationOperation part in text.Parts.OfType<IInterpolationOperation>())
                    {
                        pending.Push(part.Expression);
                    }

                    break;
            }
        }

        return false;
    }

    private static bool IsBuilder(ITypeSymbol? type) => type is { Name: "StringBuilder", ContainingNamespace.Name: "Text" };

    /// <summary>Whether a line is appended to a builder on every way to where it is read, and nothing takes it out again.</summary>
    private static bool IsWrittenByLines(IOperation builder, IOperation read)
    {
        builder = ValueResolver.Strip(builder);
        if (builder is IInvocationOperation)
        {
            return Appends(builder);
        }

        if (builder is not ILocalReferenceOperation { Local: var local } || LocalFacts.Of(builder) is not { } facts || facts.ValuesOf(local) is not [{ } first])
        {
            return false;
        }

        bool isWritten = Appends(ValueResolver.Strip(first));
        foreach (IOperation reference in facts.References(local))
        {
            if (reference.Parent is not IInvocationOperation call || call.Instance != reference)
            {
                // Handed on, or its length set: what is in it then is anyone's guess.
                if (reference.Parent is not IPropertyReferenceOperation { Parent: not IAssignmentOperation })
                {
                    return false;
                }

                continue;
            }

            for (IInvocationOperation? each = call; each is not null; each = each.Parent is IInvocationOperation outer && outer.Instance == each ? outer : null)
            {
                if (each.TargetMethod.Name is "Clear" or "Remove" or "Replace")
                {
                    return false;
                }

                isWritten |= each.TargetMethod.Name == "AppendLine" && each.Syntax.SpanStart < read.Syntax.SpanStart && IsInBlockOf(each, read);
            }
        }

        return isWritten;
    }

    /// <summary>Whether a chain of calls on a new builder has one that appends a line.</summary>
    private static bool Appends(IOperation chain)
    {
        bool isWritten = false;
        for (int count = 0; chain is IInvocationOperation { Instance: { } instance } call && count < MaxCalls; count++)
        {
            if (call.TargetMethod.Name is "Clear" or "Remove" or "Replace")
            {
                return false;
            }

            isWritten |= call.TargetMethod.Name == "AppendLine";
            chain = ValueResolver.Strip(instance);
        }

        return isWritten && chain is IObjectCreationOperation;
    }

    /// <summary>Whether a statement runs whenever what comes later in a block around it is reached.</summary>
    private static bool IsInBlockOf(IOperation statement, IOperation later)
    {
        IOperation? current = statement;
        while (current is not (null or IBlockOperation))
        {
            if (current.Parent is IConditionalOperation or ILoopOperation or ISwitchCaseOperation or IConditionalAccessOperation or IAnonymousFunctionOperation or ILocalFunctionOperation or ICatchClauseOperation)
            {
                return false;
            }

            current = current.Parent;
        }

        return current is not null && current.Syntax.Span.Contains(later.Syntax.Span);
    }
}
