using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Control;

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
            return NumberOf(constant) is { } number ? TimeQuantity.Number(number) : null;
        }

        return operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Combine(sum.LeftOperand, sum.RightOperand, 1, depth),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference => Combine(difference.LeftOperand, difference.RightOperand, -1, depth),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus => Read(minus.Operand, depth + 1)?.Negate(),
            IConversionOperation conversion => Read(conversion.Operand, depth + 1),
            ICoalesceOperation coalesce => Read(coalesce.Value, depth + 1),
            IConditionalAccessOperation access => Read(access.WhenNotNull, depth + 1),
            IObjectCreationOperation creation => ReadCreation(creation, depth),
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
            return TimeQuantity.Elapsed(second.Words) with { Own = second.Own, Hours = first.Hours - second.Hours, Unit = Math.Max(first.Unit, second.Unit) };
        }

        return first.Plus(sign < 0 ? second.Negate() : second);
    }

    private TimeQuantity? ReadCreation(IObjectCreationOperation creation, int depth)
    {
        if (creation.Type?.Name == "TimeSpan" && creation.Arguments.Length is >= 1 and <= 6)
        {
            double[] parts = new double[creation.Arguments.Length];
            for (int index = 0; index < parts.Length; index++)
            {
                if (Read(creation.Arguments[index].Value, depth + 1)?.Raw is not { } part)
                {
                    return null;
                }

                parts[index] = part;
            }

            return parts.Length switch
            {
                1 => TimeQuantity.Span(parts[0] / TimeSpan.TicksPerHour),
                3 => TimeQuantity.Span(parts[0] + (parts[1] / 60) + (parts[2] / 3600)),
                _ => TimeQuantity.Span((parts[0] * 24) + parts[1] + (parts.Length > 2 ? parts[2] / 60 : 0) + (parts.Length > 3 ? parts[3] / 3600 : 0)),
            };
        }

        return creation.Type?.Name is "DateTimeOffset" or "DateTime" && creation.Arguments.Length is 1 or 2 ? Read(creation.Arguments[0].Value, depth + 1) : null;
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
                    double unit = HoursOf(name.Substring(4));
                    return amount.Raw is { } raw ? TimeQuantity.Span(raw * unit) : amount with { Unit = 0 };
                }

                return null;
            case "AddHours" or "AddDays" or "AddMinutes" or "AddSeconds" or "AddMilliseconds" when argument is not null && instance is not null:
                return Read(instance, depth + 1) is { } time && Read(argument, depth + 1)?.Raw is { } added ? time.Plus(TimeQuantity.Span(added * HoursOf(name.Substring(3)))) : null;
            case "Add" or "Plus" when argument is not null && instance is not null && IsTime(call.Type):
                return Combine(instance, argument, 1, depth);
            case "Subtract" or "Minus" when argument is not null && instance is not null && IsTime(call.Type):
                return Combine(instance, argument, -1, depth);
            case "ToUnixTimeSeconds" or "ToUnixTimeMilliseconds" when instance is not null:
                return Read(instance, depth + 1) is { } moment ? moment with { Unit = name.EndsWith("Milliseconds", StringComparison.Ordinal) ? 0.001 : 1 } : null;
            case "FromUnixTimeSeconds" or "FromUnixTimeMilliseconds" or "Parse" or "ParseExact" or "SpecifyKind" or "Abs" or "Floor" or "Round" or "Ceiling" or "ToInt64" or "ToDouble" or "ToInt32" or "ToDateTime" when argument is not null:
                return Read(argument, depth + 1) is { } read ? read.Raw is null ? read with { Unit = IsTime(call.Type) ? 0 : read.Unit } : null
                    : TimeQuantity.Moment(OperationNames.All(argument));
            case "Duration" or "ToUniversalTime" or "ToLocalTime" or "GetValueOrDefault" when instance is not null:
                return Read(instance, depth + 1);
        }

        if (IsNow(call, OperationNames.Own(call)))
        {
            return TimeQuantity.ThePresent with { Unit = IsTime(call.Type) ? 0 : 1 };
        }

        ImmutableArray<string> words = OperationNames.All(call);
        if (ReadBehind(call, depth) is { } behind)
        {
            return behind.Time == 0 ? behind : behind with { Words = behind.Words.AddRange(words) };
        }

        return ByName(call.Type, OperationNames.Own(call), words);
    }

    private TimeQuantity? ReadProperty(IPropertyReferenceOperation property, int depth)
    {
        string name = property.Property.Name;
        IOperation? instance = OperationNames.InstanceOf(property);
        if (property.Property.ContainingType?.Name is "TimeSpan" or "Duration" && instance is not null && UnitOf(name) is { } unit)
        {
            return Read(instance, depth + 1) is { } span ? span with { Unit = unit } : null;
        }

        if (name == "Ticks" && instance is not null)
        {
            return Read(instance, depth + 1) is { } ticks ? ticks with { Unit = 1e-7 } : null;
        }

        if (name is "Value" or "UtcDateTime" or "DateTime" or "LocalDateTime" && instance is not null && IsTime(instance.Type))
        {
            return Read(instance, depth + 1);
        }

        if (IsNow(property, OperationNames.Own(property)))
        {
            return TimeQuantity.ThePresent;
        }

        ImmutableArray<string> words = OperationNames.All(property);
        TimeQuantity? behind = ReadBehind(property, depth);
        if (behind is null && SourceBodies.InitializerOf(property.Property, _resolver.Program, _resolver.CancellationToken) is { } initializer)
        {
            behind = Read(initializer, depth + 1) is { Now: 0, Time: 0 } known && known.Raw is not 0 ? known : null;
        }

        return behind is null ? ByName(property.Type, OperationNames.Own(property), words) : behind.Time == 0 ? behind : behind with { Words = behind.Words.AddRange(words) };
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

        if (IsNow(variable, OperationNames.Own(variable)))
        {
            return TimeQuantity.ThePresent with { Unit = IsTime(variable.Type) ? 0 : 1 };
        }

        return ByName(variable.Type, OperationNames.Own(variable), words);
    }

    /// <summary>A moment, or a stretch that has passed, by its type and name.</summary>
    private static TimeQuantity? ByName(ITypeSymbol? type, ImmutableArray<string> own, ImmutableArray<string> words)
    {
        type = Underlying(type);
        if (type is null)
        {
            return null;
        }

        bool elapsed = SessionWords.Any(own, SessionWords.Elapsed);
        if (type.Name is "TimeSpan" or "Duration")
        {
            return elapsed ? TimeQuantity.Elapsed(words) with { Own = own } : null;
        }

        if (IsTime(type))
        {
            return TimeQuantity.Moment(words) with { Own = own };
        }

        if (type.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double or SpecialType.System_Decimal or SpecialType.System_Single))
        {
            return null;
        }

        foreach (string word in own)
        {
            if (elapsed && word is "hours" or "horas" or "stunden" or "heures" or "saat")
            {
                return TimeQuantity.Elapsed(words) with { Own = own, Unit = 3600 };
            }
        }

        return TimeQuantity.Moment(words) with { Own = own };
    }

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

    private static bool IsNow(IOperation operation, ImmutableArray<string> own)
    {
        if (operation.Type is { SpecialType: SpecialType.System_Boolean } || own.Length == 0)
        {
            return false;
        }

        return own.Length <= 3 && (SessionWords.Now.Contains(own[own.Length - 1]) || SessionWords.Now.Contains(own[0])
            || (own.Length == 3 && own[0] == "get" && own[1] == "utc" && own[2] == "now")
            || (own.Length == 3 && own[0] == "get" && own[1] == "current" && own[2] == "instant")
            || (own.Length == 2 && own[0] == "current" && own[1] == "time"));
    }

    private static ITypeSymbol? Underlying(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static bool IsTime(ITypeSymbol? type) => Underlying(type)?.Name is "DateTime" or "DateTimeOffset" or "Instant" or "ZonedDateTime" or "LocalDateTime" or "TimeSpan" or "Duration";

    private static double HoursOf(string unit) => unit switch
    {
        "Days" => 24,
        "Hours" => 1,
        "Minutes" => 1d / 60,
        "Seconds" => 1d / 3600,
        "Milliseconds" => 1d / 3600000,
        _ => 1d / TimeSpan.TicksPerHour,
    };

    /// <summary>The seconds that one unit of a property of a span stands for (<c>TotalHours</c>); null for any other property.</summary>
    public static double? UnitOf(string property) => property switch
    {
        "TotalDays" or "Days" => 86400,
        "TotalHours" or "Hours" => 3600,
        "TotalMinutes" => 60,
        "TotalSeconds" => 1,
        "TotalMilliseconds" => 0.001,
        _ => null,
    };

    private static double? NumberOf(object constant) => constant switch
    {
        int value => value,
        long value => value,
        double value => value,
        float value => value,
        decimal value => (double)value,
        short value => value,
        uint value => value,
        byte value => value,
        _ => null,
    };
}
