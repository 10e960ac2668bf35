using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Time;

/// <summary>Reads expressions as sums of now, another moment and hours, through locals, fields, properties and source methods.</summary>
internal sealed class TimeReader
{
    private const int MaxDepth = 12;

    private readonly ValueResolver _resolver;

    /// <summary>Creates a reader.</summary>
    public TimeReader(ValueResolver resolver)
    {
        _resolver = resolver;
    }

    /// <summary>What the expression amounts to; null where it is nothing about time.</summary>
    public TimeQuantity? Read(IOperation operation) => Read(operation, 0);

    private TimeQuantity? Read(IOperation operation, int depth)
    {
        _resolver.CancellationToken.ThrowIfCancellationRequested();
        if (depth > MaxDepth)
        {
            return null;
        }

        operation = ValueResolver.Strip(operation);
        if (operation.ConstantValue is { HasValue: true, Value: { } constant })
        {
            return TimeUnits.NumberOf(constant) is { } number ? TimeQuantity.Number(number) : null;
        }

        return operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Combine(sum.LeftOperand, sum.RightOperand, 1, depth),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference => Combine(difference.LeftOperand, difference.RightOperand, -1, depth),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus => Read(minus.Operand, depth + 1)?.Negate(),
            IConversionOperation conversion => Read(conversion.Operand, depth + 1),
            ICoalesceOperation coalesce => Read(coalesce.Value, depth + 1),
            IConditionalAccessOperation access => Read(access.WhenNotNull, depth + 1),
            IObjectCreationOperation creation => TimeCreation.Read(creation, value => Read(value, depth + 1)),
            IInvocationOperation invocation => ReadCall(invocation, depth),
            IPropertyReferenceOperation property => ReadProperty(property, depth),
            ILocalReferenceOperation or IFieldReferenceOperation or IParameterReferenceOperation => ReadVariable(operation, depth),
            IDynamicMemberReferenceOperation or IArrayElementReferenceOperation => TimeQuantity.Moment(OperationNames.All(operation)),
            _ => null,
        };
    }

    private TimeQuantity? Combine(IOperation left, IOperation right, int sign, int depth)
    {
        if (Read(left, depth + 1) is not { } first || Read(right, depth + 1) is not { } second)
        {
            return null;
        }

        // Two moments, neither of them called now: the age of an inbound message at some given moment.
        if (sign < 0 && first is { Now: 0, Time: 1 } && second is { Now: 0, Time: 1 } && SessionWords.Any(second.Words, SessionWords.Inbound) && !SessionWords.Any(first.Words, SessionWords.Inbound))
        {
            return TimeQuantity.Elapsed(second.Words) with { Own = second.Own, Member = second.Member, Hours = first.Hours - second.Hours, Unit = Math.Max(first.Unit, second.Unit) };
        }

        return first.Plus(sign < 0 ? second.Negate() : second);
    }

    private TimeQuantity? ReadCall(IInvocationOperation call, int depth)
    {
        string name = call.TargetMethod.Name;
        IOperation? instance = OperationNames.InstanceOf(call);
        IOperation? argument = call.Arguments.Length > (call.Instance is null && call.TargetMethod.IsExtensionMethod ? 1 : 0)
            ? call.Arguments[call.Instance is null && call.TargetMethod.IsExtensionMethod ? 1 : 0].Value
            : null;
        switch (name)
        {
            case "FromHours" or "FromDays" or "FromMinutes" or "FromSeconds" or "FromMilliseconds" or "FromTicks" when argument is not null:
                if (Read(argument, depth + 1) is { } amount)
                {
                    double unit = TimeUnits.HoursOf(name.Substring(4));
                    return amount.Raw is { } raw ? TimeQuantity.Span(raw * unit) : amount with { Unit = 0 };
                }

                return null;
            case "AddHours" or "AddDays" or "AddMinutes" or "AddSeconds" or "AddMilliseconds" when argument is not null && instance is not null:
                return Read(instance, depth + 1) is { } time && Read(argument, depth + 1)?.Raw is { } added ? time.Plus(TimeQuantity.Span(added * TimeUnits.HoursOf(name.Substring(3)))) : null;
            case "Add" or "Plus" when argument is not null && instance is not null && TimeNames.IsTime(call.Type):
                return Combine(instance, argument, 1, depth);
            case "Subtract" or "Minus" when argument is not null && instance is not null && TimeNames.IsTime(call.Type):
                return Combine(instance, argument, -1, depth);
            case "ToUnixTimeSeconds" or "ToUnixTimeMilliseconds" when instance is not null:
                return Read(instance, depth + 1) is { } moment ? moment with { Unit = name.EndsWith("Milliseconds", StringComparison.Ordinal) ? 0.001 : 1 } : null;
            case "FromUnixTimeSeconds" or "FromUnixTimeMilliseconds" or "Parse" or "ParseExact" or "SpecifyKind" or "Abs" or "Floor" or "Round" or "Ceiling" or "ToInt64" or "ToDouble" or "ToInt32" or "ToDateTime" when argument is not null:
                return Read(argument, depth + 1) is { } read ? read.Raw is null ? read with { Unit = TimeNames.IsTime(call.Type) ? 0 : read.Unit } : null
                    : TimeQuantity.Moment(OperationNames.All(argument));
            case "Duration" or "ToUniversalTime" or "ToLocalTime" or "GetValueOrDefault" when instance is not null:
                return Read(instance, depth + 1);
        }

        if (TimeNames.IsNow(call, OperationNames.Own(call)))
        {
            return TimeQuantity.ThePresent with { Unit = TimeNames.IsTime(call.Type) ? 0 : 1 };
        }

        ImmutableArray<string> words = OperationNames.All(call);
        if (ReadBehind(call, depth) is { } behind)
        {
            return behind.Time == 0 ? behind : behind with { Words = behind.Words.AddRange(words) };
        }

        return TimeNames.Read(call.Type, OperationNames.Own(call), words);
    }

    private TimeQuantity? ReadProperty(IPropertyReferenceOperation property, int depth)
    {
        string name = property.Property.Name;
        IOperation? instance = OperationNames.InstanceOf(property);
        if (property.Property.ContainingType?.Name is "TimeSpan" or "Duration" && instance is not null && TimeUnits.UnitOf(name) is { } unit)
        {
            return Read(instance, depth + 1) is { } span ? span with { Unit = unit } : null;
        }

        if (name == "Ticks" && instance is not null)
        {
            return Read(instance, depth + 1) is { } ticks ? ticks with { Unit = 1e-7 } : null;
        }

        if (name is "Value" or "UtcDateTime" or "DateTime" or "LocalDateTime" && instance is not null && TimeNames.IsTime(instance.Type))
        {
            return Read(instance, depth + 1);
        }

        if (TimeNames.IsNow(property, OperationNames.Own(property)))
        {
            return TimeQuantity.ThePresent;
        }

        ImmutableArray<string> words = OperationNames.All(property);
        TimeQuantity? behind = ReadBehind(property, depth);
        if (behind is null && SourceBodies.InitializerOf(property.Property, _resolver.Program, _resolver.CancellationToken) is { } initializer)
        {
            behind = Read(initializer, depth + 1) is { Now: 0, Time: 0 } known && known.Raw is not 0 ? known : null;
        }

        return behind is null ? Named(property, property.Property, words) : behind.Time == 0 ? behind : behind with { Words = behind.Words.AddRange(words) };
    }

    private TimeQuantity? ReadVariable(IOperation variable, int depth)
    {
        ImmutableArray<string> words = OperationNames.All(variable);
        IOperation resolved = _resolver.Resolve(variable);
        if (resolved != variable && resolved is not ILocalReferenceOperation && Read(resolved, depth + 1) is { } value)
        {
            return value.Time == 0 ? value : value with { Words = value.Words.AddRange(words), Own = value.Own.AddRange(OperationNames.Own(variable)) };
        }

        if (variable is IFieldReferenceOperation field && SourceBodies.InitializerOf(field.Field, _resolver.Program, _resolver.CancellationToken) is { } initializer
            && Read(initializer, depth + 1) is { Now: 0, Time: 0 } known && known.Raw is not 0)
        {
            return known;
        }

        if (TimeNames.IsNow(variable, OperationNames.Own(variable)))
        {
            return TimeQuantity.ThePresent with { Unit = TimeNames.IsTime(variable.Type) ? 0 : 1 };
        }

        return Named(variable, (variable as IFieldReferenceOperation)?.Field, words);
    }

    private static TimeQuantity? Named(IOperation variable, ISymbol? member, ImmutableArray<string> words) =>
        TimeNames.Read(variable.Type, OperationNames.Own(variable), words) is { } named ? named with { Member = member is { DeclaringSyntaxReferences.IsEmpty: false } ? member : null } : null;

    private TimeQuantity? ReadBehind(IOperation operation, int depth)
    {
        if (SourceBodies.UnitBehind(operation, _resolver.Program, _resolver.CancellationToken) is not { } unit)
        {
            return null;
        }

        foreach (IOperation value in SourceBodies.ReturnsOf(unit))
        {
            if (Read(value, depth + 2) is { } read && (read.Now != 0 || read.Hours != 0 || read.Raw is not null and not 0))
            {
                return read;
            }
        }

        return null;
    }
}
