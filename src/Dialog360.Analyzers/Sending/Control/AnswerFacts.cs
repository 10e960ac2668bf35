using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Control;

/// <summary>
/// Tells whether the answer of a send is tested for the error of a closed session (470, 131047) and that branch does something about it:
/// it sends a template or lets the caller know (form c of DLG0201).
/// </summary>
internal sealed class AnswerFacts
{
    private const int MaxDepth = 4;

    private readonly ValueResolver _resolver;
    private readonly Func<IInvocationOperation, bool?> _isFreeFormSend;

    /// <summary>Creates the facts.</summary>
    /// <param name="resolver">Follows values.</param>
    /// <param name="isFreeFormSend">
    /// Whether a call sends a free-form message: sending it again is no answer to the error. False for the call of a template, null for no send.
    /// </param>
    public AnswerFacts(ValueResolver resolver, Func<IInvocationOperation, bool?> isFreeFormSend)
    {
        _resolver = resolver;
        _isFreeFormSend = isFreeFormSend;
    }

    /// <summary>Whether the error is handled in the function of the send.</summary>
    public bool IsHandled(SendSite site)
    {
        FunctionUnit unit = site.Unit;
        if (!MentionsCode(unit, 0) || unit.Body.FlowOf(unit, _resolver.CancellationToken) is not { } flow)
        {
            return false;
        }

        int send = flow.BlockOf(site.Call.Syntax);
        foreach (BasicBlock block in flow.Blocks)
        {
            if (block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue is null or IIsNullOperation || !(block.Ordinal == send || flow.Reaches(send, block.Ordinal, -1)))
            {
                continue;
            }

            // A test that stands before the send asks about an earlier answer, or about a status of some other message.
            IOperation condition = ControlConditions.OriginalOf(unit.Body, block.BranchValue);
            if (condition.Syntax.Span.End > site.Call.Syntax.SpanStart && Direction(condition, 0) is { } outcome && Answers(site, flow, block, condition, outcome))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a number or text is one of the codes.</summary>
    private static bool IsCode(object? constant) => ErrorMentions.OfClosedSession.IsIn(constant);

    private bool MentionsCode(FunctionUnit unit, int depth)
    {
        foreach (IOperation operation in unit.Node.Descendants())
        {
            if (operation.ConstantValue is { HasValue: true, Value: var value } && IsCode(value))
            {
                return true;
            }

            if (depth < MaxDepth && operation is IInvocationOperation or IPropertyReferenceOperation && IsYesOrNo(operation.Type)
                && SourceBodies.UnitBehind(operation, _resolver.Program, _resolver.CancellationToken) is { } called && called != unit && MentionsCode(called, depth + 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The outcome of a condition with which the error is there; null where the condition does not ask for it.</summary>
    private bool? Direction(IOperation condition, int depth)
    {
        condition = ValueResolver.Strip(condition);
        if (depth > MaxDepth)
        {
            return null;
        }

        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return !Direction(not.Operand, depth + 1);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality when Mentions(equality.LeftOperand) || Mentions(equality.RightOperand):
                return equality.OperatorKind == BinaryOperatorKind.Equals;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand.ConstantValue: { HasValue: true, Value: bool value } } equality:
                return Direction(equality.LeftOperand, depth + 1) is { } inner ? (inner == value) == (equality.OperatorKind == BinaryOperatorKind.Equals) : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both:
                return Direction(both.LeftOperand, depth + 1) ?? Direction(both.RightOperand, depth + 1);
            case IIsPatternOperation { Pattern: INegatedPatternOperation negated }:
                return Mentions(negated) ? false : null;
            case ILocalReferenceOperation local:
                IOperation resolved = _resolver.Resolve(local);
                return resolved == local ? null : Direction(resolved, depth + 1);
            case IInvocationOperation or IPropertyReferenceOperation when SourceBodies.UnitBehind(condition, _resolver.Program, _resolver.CancellationToken) is { } unit && IsYesOrNo(condition.Type):
                return MentionsCode(unit, depth + 1) ? true : null;
            default:
                return Mentions(condition) ? true : null;
        }
    }

    private static bool Mentions(IOperation condition)
    {
        foreach (IOperation operation in condition.DescendantsAndSelf())
        {
            if (operation.ConstantValue is { HasValue: true, Value: var value } && IsCode(value))
            {
                return true;
            }
        }

        return false;
    }

    private bool Answers(SendSite site, FlowGraph flow, BasicBlock block, IOperation condition, bool outcome)
    {
        int start = FlowGraph.SuccessorOf(block, outcome);
        int other = FlowGraph.SuccessorOf(block, !outcome);
        foreach (BasicBlock inside in flow.Blocks)
        {
            bool own = inside.Ordinal == start || flow.Reaches(start, inside.Ordinal, block.Ordinal);
            if (!own || inside.Ordinal == other || flow.Reaches(other, inside.Ordinal, block.Ordinal) || inside.Kind == BasicBlockKind.Exit)
            {
                continue;
            }

            foreach (IOperation operation in inside.Operations)
            {
                if (ActsOn(site, operation))
                {
                    return true;
                }
            }

            if (inside.BranchValue is { } value && ActsOn(site, value))
            {
                return true;
            }

            switch (inside.FallThroughSuccessor?.Semantics)
            {
                case ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow:
                    return true;
                case ControlFlowBranchSemantics.Return when inside.BranchValue is { } returned && IsDistinct(site, returned):
                    return true;
            }
        }

        // A switch expression or ?: whose value is handed on: the code has a value of its own.
        return IsChosenValue(condition.Syntax);
    }

    /// <summary>Whether a returned value tells the caller something that no other return of the function does.</summary>
    private static bool IsDistinct(SendSite site, IOperation returned)
    {
        if (!returned.ConstantValue.HasValue)
        {
            return true;
        }

        foreach (IOperation value in SourceBodies.ReturnsOf(site.Unit))
        {
            if (value.Syntax != returned.Syntax && !returned.Syntax.Span.Contains(value.Syntax.Span) && Equals(value.ConstantValue.HasValue ? value.ConstantValue.Value : null, returned.ConstantValue.Value) && value.ConstantValue.HasValue)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsChosenValue(SyntaxNode condition)
    {
        SyntaxNode? chooser = condition.FirstAncestorOrSelf<SyntaxNode>(static node => node is ConditionalExpressionSyntax or SwitchExpressionSyntax or StatementSyntax);
        SyntaxNode? parent = chooser?.Parent;
        while (parent is ParenthesizedExpressionSyntax or AwaitExpressionSyntax or CastExpressionSyntax or ArgumentSyntax or ArgumentListSyntax or ObjectCreationExpressionSyntax)
        {
            parent = parent.Parent;
        }

        return chooser is ExpressionSyntax && parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax or ThrowStatementSyntax or ThrowExpressionSyntax;
    }

    private bool ActsOn(SendSite site, IOperation root)
    {
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            if (operation is IThrowOperation)
            {
                return true;
            }

            if (operation is not IInvocationOperation copy || IsLogging(copy))
            {
                continue;
            }

            IInvocationOperation call = site.Unit.Body.OperationOf(copy.Syntax) as IInvocationOperation ?? copy;
            bool? sends = _isFreeFormSend(call);
            bool isFreeForm = sends == true || (site.Call is IInvocationOperation sent && SymbolEqualityComparer.Default.Equals(sent.TargetMethod.OriginalDefinition, call.TargetMethod.OriginalDefinition) && sends != false);
            bool sendsTemplate = sends == false || !isFreeForm && NameWords.Of(call.TargetMethod.Name) is var words && (words.Contains("template") || words.Contains("hsm") || words.Contains("plantilla") || words.Contains("modelo") || words.Contains("vorlage") || words.Contains("sablon"));
            if (sendsTemplate || (!isFreeForm && GetsRecipient(site, call)))
            {
                return true;
            }
        }

        return false;
    }

    private bool GetsRecipient(SendSite site, IInvocationOperation call)
    {
        ImmutableHashSet<ISymbol> recipient = SymbolsIn(site.Recipient);
        foreach (IArgumentOperation argument in call.Arguments)
        {
            foreach (IOperation part in argument.Value.DescendantsAndSelf())
            {
                if (OperationNames.SymbolOf(part) is ILocalSymbol or IParameterSymbol && recipient.Contains(OperationNames.SymbolOf(part)!))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private ImmutableHashSet<ISymbol> SymbolsIn(IOperation? recipient)
    {
        ImmutableHashSet<ISymbol>.Builder symbols = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation part in recipient?.DescendantsAndSelf() ?? Enumerable.Empty<IOperation>())
        {
            if (OperationNames.SymbolOf(part) is ILocalSymbol or IParameterSymbol)
            {
                symbols.Add(OperationNames.SymbolOf(part)!);
                if (part is ILocalReferenceOperation local && _resolver.Resolve(local) is var resolved && OperationNames.SymbolOf(resolved) is IParameterSymbol or ILocalSymbol)
                {
                    symbols.Add(OperationNames.SymbolOf(resolved)!);
                }
            }
        }

        return symbols.ToImmutable();
    }

    private static bool IsLogging(IInvocationOperation call) =>
        call.TargetMethod.Name.StartsWith("Log", StringComparison.Ordinal) || call.TargetMethod.Name is "WriteLine" or "Write" or "Warning" or "Error" or "Information" or "Debug" or "Warn" or "Info" or "TrackEvent" or "TrackException" or "AppendLine"
        || call.TargetMethod.ContainingType?.Name.Contains("Log") == true;

    private static bool IsYesOrNo(ITypeSymbol? type)
    {
        while (type is INamedTypeSymbol { TypeArguments: [{ } inner], Name: "Task" or "ValueTask" or "Nullable" })
        {
            type = inner;
        }

        return type?.SpecialType == SpecialType.System_Boolean;
    }
}
