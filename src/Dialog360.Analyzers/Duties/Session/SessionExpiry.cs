using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Time;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>Comparisons with the moment at which a session ends, by the name of that moment.</summary>
internal sealed class SessionExpiry
{
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

    private bool NamesExpiry(IOperation operation)
    {
        operation = ValueResolver.Strip(operation);
        if (operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference)
        {
            // windowExpiresAt - now > 0
            return NamesExpiry(difference.LeftOperand);
        }

        if (operation is IPropertyReferenceOperation { Property.Name: "Value" or "UtcDateTime" or "DateTime" or "TotalHours" or "TotalSeconds" or "TotalMinutes", Instance: { } inner })
        {
            return NamesExpiry(inner);
        }

        if (operation is IConditionalAccessOperation access)
        {
            return NamesExpiry(access.WhenNotNull);
        }

        if (SessionNames.IsExpiry(OperationNames.Own(operation), OperationNames.Holder(operation)) || SessionNames.IsRemainder(OperationNames.Own(operation), OperationNames.Holder(operation)))
        {
            return true;
        }

        IOperation resolved = _resolver.Resolve(operation);
        return resolved != operation && resolved is not ILocalReferenceOperation && SessionNames.IsExpiry(OperationNames.Own(resolved), OperationNames.Holder(resolved));
    }
}
