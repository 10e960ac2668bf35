using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using static Dialog360.Analyzers.Answers.Verdicts;

namespace Dialog360.Analyzers.Answers;

/// <summary>Judges patterns, <c>switch</c> expressions and written lists of codes under the assumption of one outcome.</summary>
internal sealed class OutcomePatterns
{
    private readonly OutcomeConditions _conditions;

    /// <summary>Creates the part of <paramref name="conditions"/> that judges patterns.</summary>
    public OutcomePatterns(OutcomeConditions conditions)
    {
        _conditions = conditions;
    }

    private OutcomeComparison Comparison => _conditions.Comparison;

    /// <summary>Whether a value matches a pattern.</summary>
    public Verdict Of(IOperation value, IPatternOperation pattern, int depth)
    {
        if (depth > OutcomeConditions.MaxDepth)
        {
            return Verdict.Unknown;
        }

        switch (pattern)
        {
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }:
                return Comparison.IsNull(value);
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool wanted } }:
                return _conditions.Is(value, wanted, depth + 1);
            case IConstantPatternOperation constant:
                return Comparison.Equal(value, constant.Value, constant.Syntax);
            case IRelationalPatternOperation relational:
                return Comparison.Compare(relational.OperatorKind, value, relational.Value);
            case INegatedPatternOperation negated:
                return Not(Of(value, negated.Pattern, depth + 1));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } any:
                return Or(Of(value, any.LeftPattern, depth + 1), Of(value, any.RightPattern, depth + 1));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return And(Of(value, both.LeftPattern, depth + 1), Of(value, both.RightPattern, depth + 1));
            case IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true }:
                return Verdict.True;
            case IDeclarationPatternOperation { MatchedType: { } type }:
                return Comparison.IsOfType(value, type);
            case ITypePatternOperation type:
                return Comparison.IsOfType(value, type.MatchedType);
            case IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true } recursive:
                return Of(value, recursive, depth);
            default:
                return Verdict.Unknown;
        }
    }

    /// <summary>The value of a <c>switch</c> expression that gives conditions.</summary>
    public Verdict Of(ISwitchExpressionOperation choice, int depth)
    {
        foreach (ISwitchExpressionArmOperation arm in choice.Arms)
        {
            Verdict matches = Of(choice.Value, arm.Pattern, depth + 1);
            matches = arm.Guard is { } guard ? And(matches, _conditions.Of(guard, depth + 1)) : matches;
            if (matches != Verdict.False)
            {
                return matches == Verdict.True ? _conditions.Of(arm.Value, depth + 1) : Verdict.Unknown;
            }
        }

        return Verdict.Unknown;
    }

    /// <summary>Whether a list of codes or statuses that is written down, or the body of an answer, contains what is asked for.</summary>
    public Verdict Contains(IInvocationOperation call, ProgramModel program, CancellationToken cancellationToken)
    {
        IOperation? list = Names.ReceiverOf(call);
        IOperation? wanted = Names.PlainArgument(call, 0);
        if (list is null || wanted is null)
        {
            return Verdict.Unknown;
        }

        while (list is IConversionOperation conversion)
        {
            // An array becomes a span for some compilers.
            list = conversion.Operand;
        }

        if (list.Type?.SpecialType == SpecialType.System_String)
        {
            return Comparison.Holds(list, wanted, call.Syntax);
        }

        Verdict result = Verdict.False;
        bool isEmpty = true;
        foreach (IOperation element in ElementsOf(new ValueResolver(program, cancellationToken).Resolve(list)))
        {
            isEmpty = false;
            result = Or(result, Comparison.Equal(wanted, element, call.Syntax));
        }

        return isEmpty ? Verdict.Unknown : result;
    }

    /// <summary>The elements of an array or a list that is written down; none for anything else.</summary>
    public static IEnumerable<IOperation> ElementsOf(IOperation list) => list switch
    {
        IArrayInitializerOperation initializer => initializer.ElementValues,
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        IObjectCreationOperation { Initializer: { } initializer } => initializer.Initializers.OfType<IInvocationOperation>().Where(static add => add.Arguments.Length == 1).Select(static add => add.Arguments[0].Value),
        IObjectCreationOperation { Arguments: [{ Value: var copied }] } => ElementsOf(ValueResolver.Strip(copied) is IArrayCreationOperation array ? array : copied),
        { Syntax: CollectionExpressionSyntax } => list.ChildOperations,
        _ => [],
    };

    private Verdict Of(IOperation value, IRecursivePatternOperation recursive, int depth)
    {
        if (Comparison.IsNull(value) == Verdict.True)
        {
            return Verdict.False;
        }

        Verdict result = recursive.MatchedType is { } type && Names.IsOrDerives(type, "Exception") ? Comparison.IsOfType(value, type) : Verdict.True;
        foreach (IPropertySubpatternOperation property in recursive.PropertySubpatterns)
        {
            result = And(result, Of(property.Member, property.Pattern, depth + 1));
        }

        return result;
    }
}
