using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Text;

/// <summary>Tells whether a text may hold characters that end a JSON string early: quotes, backslashes, line breaks.</summary>
internal static class EscapedTexts
{
    private const int MaxDepth = 16;

    /// <summary>Whether the value is an unknown <c>string</c> that nothing on its way has made safe.</summary>
    public static bool MayBreak(IOperation value)
    {
        if (value.SemanticModel is not { } model || !TextCalls.IsString(value.Type))
        {
            return false;
        }

        ValueResolver resolver = new(ProgramModel.Of(model.Compilation), CancellationToken.None);
        return !IsSafe(value, resolver, 0);
    }

    private static bool IsSafe(IOperation value, ValueResolver resolver, int depth)
    {
        if (depth > MaxDepth)
        {
            return true;
        }

        foreach (IOperation source in resolver.Sources(value))
        {
            if (!IsSafeSource(source, resolver, depth))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSafeSource(IOperation source, ValueResolver resolver, int depth)
    {
        if (source.ConstantValue is { HasValue: true, Value: var constant })
        {
            return constant is not string text || IsPlain(text);
        }

        if (source.Type is null or IErrorTypeSymbol || IsPlainType(source.Type))
        {
            return true;
        }

        return source switch
        {
            IInvocationOperation call => IsSafeCall(call, resolver, depth + 1),
            IPropertyReferenceOperation { Instance: { } instance, Property.Name: "Value" } => IsPlainType(instance.Type),
            IPropertyReferenceOperation { Property: { ContainingType: { Name: "Uri", ContainingNamespace.Name: "System" }, Name: "AbsoluteUri" or "AbsolutePath" or "PathAndQuery" or "Query" or "Fragment" or "Authority" or "Host" or "Scheme" } } => true,
            IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } => true,
            IConditionalAccessOperation access => IsSafe(access.WhenNotNull, resolver, depth + 1),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsSafe(sum.LeftOperand, resolver, depth + 1) && IsSafe(sum.RightOperand, resolver, depth + 1),
            IInterpolatedStringOperation text => AreSafe(text, resolver, depth + 1),
            IParameterReferenceOperation { Parameter: var parameter } => IsGivenEscaped(source, parameter, resolver),
            ILocalReferenceOperation { Local: var local } => IsGivenEscaped(source, local, resolver),
            _ => false,
        };
    }

    /// <summary>Whether something that escapes is assigned to a variable of which nobody knows which value it has when it is read.</summary>
    private static bool IsGivenEscaped(IOperation reference, ISymbol variable, ValueResolver resolver)
    {
        foreach (IOperation each in LocalFacts.Of(reference).References(variable))
        {
            if (each.Parent is ISimpleAssignmentOperation assignment && assignment.Target == each
                && assignment.Value.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call => EscapingCalls.Any(call, resolver)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreSafe(IInterpolatedStringOperation text, ValueResolver resolver, int depth)
    {
        foreach (IInterpolatedStringContentOperation part in text.Parts)
        {
            bool isSafe = part switch
            {
                IInterpolationOperation hole => IsSafe(hole.Expression, resolver, depth),
                IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string known } } => IsPlain(known),
                _ => false,
            };
            if (!isSafe)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSafeCall(IInvocationOperation call, ValueResolver resolver, int depth)
    {
        IMethodSymbol method = call.TargetMethod;
        if (EscapingCalls.IsEncoder(method) || EscapingCalls.ReplacesQuotes(call, resolver))
        {
            return true;
        }

        if (TextCalls.IsString(method.ContainingType) && method.Name is "Join" or "Concat" or "Format")
        {
            return AreSafe(call, resolver, depth);
        }

        if (call.Instance is { } instance)
        {
            // What string methods make of a safe text stays safe.
            return IsPlainType(instance.Type) || (TextCalls.IsString(instance.Type) && IsSafe(instance, resolver, depth)) || EscapingCalls.Escapes(method, resolver);
        }

        return EscapingCalls.Escapes(method, resolver);
    }

    /// <summary>Whether all that a call puts together is safe; elements of a sequence are known by their type alone.</summary>
    private static bool AreSafe(IInvocationOperation call, ValueResolver resolver, int depth)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            IOperation value = ValueResolver.Strip(argument.Value);
            if (value is IArrayCreationOperation { Initializer: { } elements })
            {
                foreach (IOperation element in elements.ElementValues)
                {
                    if (!IsSafe(element, resolver, depth))
                    {
                        return false;
                    }
                }
            }
            else if (!IsPlainType(ElementOf(value.Type)) && !IsSafe(value, resolver, depth))
            {
                return false;
            }
        }

        return true;
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } => element,
        _ => null,
    };

    private static bool IsPlain(string text)
    {
        foreach (char character in text)
        {
            if (character is '"' or '\\' or < ' ')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether texts of a type hold no special characters, in whatever format.</summary>
    private static bool IsPlainType(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var underlying] })
        {
            type = underlying;
        }

        return type switch
        {
            null => false,
            { TypeKind: TypeKind.Enum } => true,
            { SpecialType: SpecialType.System_Boolean or SpecialType.System_DateTime or (>= SpecialType.System_SByte and <= SpecialType.System_Double) } => true,
            { Name: "Guid" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" or "BigInteger" or "Int128" or "Half" or "Version" or "JsonEncodedText" or "Uri" } => true,
            _ => false,
        };
    }
}
