using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Time;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>What patterns and the cases of a <c>switch</c> say about the session.</summary>
internal sealed class SessionPatterns
{
    private readonly SessionCondition _judge;
    private readonly TimeArithmetic _arithmetic;

    /// <summary>Creates the part of a judge. It is for one thread.</summary>
    public SessionPatterns(SessionCondition judge, TimeArithmetic arithmetic)
    {
        _judge = judge;
        _arithmetic = arithmetic;
    }

    /// <summary>What it says that a value matches a pattern.</summary>
    public SessionSense Pattern(IOperation value, IPatternOperation pattern, int depth)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                return Pattern(value, negated.Pattern, depth).Negate();
            case IBinaryPatternOperation both:
                return Pattern(value, both.LeftPattern, depth).And(Pattern(value, both.RightPattern, depth));
            case IConstantPatternOperation constant:
                return _judge.Comparisons.Equality(value, constant.Value, depth);
            case IRelationalPatternOperation relational:
                return _arithmetic.SenseOf(value, relational.OperatorKind, relational.Value, ImmutableArray<string>.Empty);
            case IDeclarationPatternOperation or ITypePatternOperation:
                return _judge.Comparisons.Presence(value, depth);
            case IRecursivePatternOperation recursive:
                SessionSense sense = Elements(value, recursive, depth);
                foreach (IPropertySubpatternOperation sub in recursive.PropertySubpatterns)
                {
                    sense = sense.And(Subpattern(value, sub, depth));
                }

                return sense == SessionSense.None ? _judge.Comparisons.Presence(value, depth) : sense;
            default:
                return SessionSense.None;
        }
    }

    /// <summary><c>(open, urgent) is (true, _)</c>: element by element.</summary>
    private SessionSense Elements(IOperation value, IRecursivePatternOperation pattern, int depth)
    {
        SessionSense sense = SessionSense.None;
        if (_judge.ValueOf(value) is ITupleOperation tuple)
        {
            for (int index = 0; index < tuple.Elements.Length && index < pattern.DeconstructionSubpatterns.Length; index++)
            {
                sense = sense.And(Pattern(tuple.Elements[index], pattern.DeconstructionSubpatterns[index], depth));
            }
        }

        return sense;
    }

    private SessionSense Subpattern(IOperation value, IPropertySubpatternOperation sub, int depth)
    {
        if (sub.Member is not IMemberReferenceOperation { Member: var member } reference)
        {
            return SessionSense.None;
        }

        if (sub.Pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool expected } })
        {
            ImmutableArray<string> holder = OperationNames.Own(ValueResolver.Strip(value)).AddRange(NameWords.Of(member.ContainingType?.Name ?? string.Empty));
            SessionSense byName = SessionNames.SenseOf(NameWords.Of(member.Name), holder);
            if (byName == SessionSense.None && reference is IPropertyReferenceOperation property)
            {
                byName = _judge.Sources.Behind(property, depth);
            }

            return (byName != SessionSense.None ? byName : _judge.Results.MemberIs(value, member, true, depth)).When(expected);
        }

        return sub.Pattern switch
        {
            IRelationalPatternOperation relational when TimeUnits.UnitOf(member.Name) is not null => _arithmetic.SenseOfProperty(value, member.Name, relational.OperatorKind, relational.Value),
            IRelationalPatternOperation relational => _arithmetic.SenseOf(reference, relational.OperatorKind, relational.Value, ImmutableArray<string>.Empty),
            IConstantPatternOperation constant => SessionComparisons.State(reference, constant.Value) is var state and not SessionSense.None ? state
                : constant.Value.ConstantValue is { HasValue: true, Value: { } chosen } ? _judge.Results.MemberIs(value, member, chosen, depth) : SessionSense.None,
            _ => SessionSense.None,
        };
    }

    /// <summary>The value that a case or an arm is compared with.</summary>
    public static IOperation? SwitchValue(IOperation clause)
    {
        for (IOperation? parent = clause.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case ISwitchOperation { Value: var value }:
                    return value;
                case ISwitchExpressionOperation { Value: var value }:
                    return value;
                case IBlockOperation or IIsPatternOperation:
                    return null;
            }
        }

        return null;
    }
}
