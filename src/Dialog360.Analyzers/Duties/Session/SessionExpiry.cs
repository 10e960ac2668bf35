using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Time;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>Comparisons with the moment at which a session ends, by the name of that moment.</summary>
internal sealed class SessionExpiry
{
    private const int MaxDepth = 8;

    private readonly ValueResolver _resolver;

    /// <summary>Creates a reader. It is for one thread.</summary>
    public SessionExpiry(ValueResolver resolver)
    {
        _resolver = resolver;
    }

    /// <summary><c>windowExpiresAt > now</c>: open; the other way round: closed.</summary>
    public SessionSense? SenseOf(IBinaryOperation comparison)
    {
        bool less = comparison.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;
        if (!less && comparison.OperatorKind is not (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual))
        {
            return null;
        }

        bool left = NamesExpiry(comparison.LeftOperand);
        bool right = NamesExpiry(comparison.RightOperand);
        if (left == right)
        {
            return null;
        }

        return left == less ? SessionSense.Closed : SessionSense.Open;
    }

    private bool NamesExpiry(IOperation operation, int depth = 0)
    {
        operation = ValueResolver.Strip(operation);
        switch (operation)
        {
            case var _ when depth > MaxDepth:
                return false;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference:
                // windowExpiresAt - now > 0
                return NamesExpiry(difference.LeftOperand, depth + 1);
            case IPropertyReferenceOperation { Property.Name: "Value" or "UtcDateTime" or "DateTime" or "TotalHours" or "TotalSeconds" or "TotalMinutes", Instance: { } inner }:
                return NamesExpiry(inner, depth + 1);
            case IConditionalAccessOperation access:
                return NamesExpiry(access.WhenNotNull, depth + 1);
        }

        ImmutableArray<string> own = OperationNames.Own(operation);
        ImmutableArray<string> holder = OperationNames.Holder(operation);
        return SessionNames.IsExpiry(own, holder) || SessionNames.IsRemainder(own, holder) || ComesFromExpiry(operation, depth);
    }

    /// <summary>A local that takes its value, by assignment or in a pattern (<c>{ SessionExpiresAt: { } end }</c>), from something of that name.</summary>
    private bool ComesFromExpiry(IOperation operation, int depth)
    {
        IOperation resolved = _resolver.Resolve(operation);
        if (resolved is not ILocalReferenceOperation local)
        {
            return resolved != operation && NamesExpiry(resolved, depth + 1);
        }

        return ValueOrigins.PatternMemberOf(local, _resolver) is { } member ? SessionNames.IsExpiry(NameWords.Of(member.Name), NameWords.Of(member.ContainingType?.Name ?? string.Empty))
            : PatternValues.Of(local, _resolver) is { } matched && NamesExpiry(matched, depth + 1);
    }
}
