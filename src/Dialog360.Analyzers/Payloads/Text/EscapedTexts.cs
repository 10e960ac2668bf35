using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
                && assignment.Value.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call => EscapesAny(call, resolver)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EscapesAny(IInvocationOperation call, ValueResolver resolver) =>
        IsEncoder(call.TargetMethod.Name, call.TargetMethod.ContainingType?.Name ?? string.Empty, call.TargetMethod.ContainingType)
        || ReplacesQuotes(call, resolver) || Escapes(call.TargetMethod, resolver);

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
        string type = method.ContainingType?.Name ?? string.Empty;
        if (IsEncoder(method.Name, type, method.ContainingType) || ReplacesQuotes(call, resolver))
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
            return IsPlainType(instance.Type) || (TextCalls.IsString(instance.Type) && IsSafe(instance, resolver, depth)) || Escapes(method, resolver);
        }

        return Escapes(method, resolver);
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

    /// <summary>Whether a method escapes for JSON or for URLs, or gives text of a small alphabet. HTML encoders do not count.</summary>
    private static bool IsEncoder(string name, string type, ITypeSymbol? holder) => (type, name) switch
    {
        ("JsonEncodedText" or "JsonSerializer" or "JsonConvert" or "JavaScriptSerializer", _) => true,
        ("HttpUtility", "JavaScriptStringEncode" or "UrlEncode" or "UrlPathEncode") => true,
        ("WebUtility", "UrlEncode") => true,
        ("Uri", "EscapeDataString" or "EscapeUriString" or "HexEscape") => true,
        ("Convert", "ToBase64String" or "ToHexString") => true,
        ("BitConverter", _) => true,
        (_, "Encode") => Is(holder, "JavaScriptEncoder") || Is(holder, "UrlEncoder"),
        _ => false,
    };

    private static bool Is(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether somebody takes care of the quotes by hand, in this call or in one before it.</summary>
    private static bool ReplacesQuotes(IInvocationOperation call, ValueResolver resolver)
    {
        IOperation? current = call;
        for (int step = 0; step < MaxDepth && current is IInvocationOperation invocation; step++)
        {
            if (invocation is { TargetMethod.Name: "Replace", Arguments: [{ Value: var old }, ..] }
                && resolver.ConstantOf(old) is { HasValue: true, Value: "\"" or '"' })
            {
                return true;
            }

            current = invocation.Instance is { } instance ? resolver.Resolve(instance) : null;
        }

        return false;
    }

    /// <summary>
    /// Whether a helper looks after the characters itself: one whose name says that it escapes, or one of this compilation in whose body
    /// an encoder or a replacement of quotes stands.
    /// </summary>
    private static bool Escapes(IMethodSymbol method, ValueResolver resolver)
    {
        string name = method.Name;
        bool saysHtml = Has(name, "html");
        if (!saysHtml && (Has(name, "escape") || Has(name, "encode") || Has(name, "serializ") || Has(name, "tojson") || Has(name, "sanitiz") || Has(name, "base64")))
        {
            return true;
        }

        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            foreach (SyntaxNode node in reference.GetSyntax(resolver.CancellationToken).DescendantNodes())
            {
                if (node is IdentifierNameSyntax { Identifier.ValueText: "JsonEncodedText" or "JsonSerializer" or "JsonConvert" or "JavaScriptStringEncode" or "JavaScriptEncoder" or "EscapeDataString" or "UrlEncode" }
                    or LiteralExpressionSyntax { Token.Value: "\"" or '"' })
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Has(string name, string word) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

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
