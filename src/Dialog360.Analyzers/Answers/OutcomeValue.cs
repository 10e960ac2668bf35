using System.Globalization;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>What a value that a condition compares stands for.</summary>
internal enum ValueRole
{
    /// <summary>Something else.</summary>
    Other,

    /// <summary>A number that is written down.</summary>
    Number,

    /// <summary>The HTTP status of an answer.</summary>
    Status,

    /// <summary>The code of an error.</summary>
    Code,
}

/// <summary>Tells what a compared value stands for: by its type, by what it was made of, else by its name.</summary>
internal static class OutcomeValue
{
    private const int MaxDepth = 8;

    /// <summary>The role of a value, and the number where it is one.</summary>
    public static (ValueRole Role, int Number) Of(IOperation operation, IReadOnlyDictionary<ISymbol, IOperation> parameters, int depth = 0)
    {
        // What is awaited has a type of its own.
        ITypeSymbol? type = operation.Type;
        operation = Bare(operation);
        if (NumberOf(operation) is { } number)
        {
            return (ValueRole.Number, number);
        }

        if (IsStatusType(operation.Type) || IsStatusType(type))
        {
            return (ValueRole.Status, 0);
        }

        if (depth > MaxDepth || !(MayBeCode(operation.Type) || (IsJson(operation.Type) && MayBeCode(type))))
        {
            return default;
        }

        switch (operation)
        {
            case IParameterReferenceOperation reference when parameters.TryGetValue(reference.Parameter, out IOperation? given):
                return Of(given, parameters, depth + 1);
            case ILocalReferenceOperation reference when FromValues(reference, parameters, depth) is { Role: not ValueRole.Other } found:
                return found;
            case ICoalesceOperation coalesce:
                return Of(coalesce.Value, parameters, depth + 1);
            case IConditionalAccessOperation access:
                return Of(access.WhenNotNull, parameters, depth + 1);
            default:
                return (RoleOf(NameOf(operation)), 0);
        }
    }

    /// <summary>Without what keeps the value, explicit casts between numbers and enumerations too.</summary>
    public static IOperation Bare(IOperation operation)
    {
        operation = ValueResolver.Strip(operation);
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = ValueResolver.Strip(conversion.Operand);
        }

        return operation is IPropertyReferenceOperation { Property.Name: "Value", Instance: { Type: INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } } nullable }
            ? Bare(nullable)
            : operation;
    }

    private static int? NumberOf(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: { } value }
        ? value switch
        {
            int number => number,
            long number when number is >= int.MinValue and <= int.MaxValue => (int)number,
            string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) => number,
            _ => null,
        }
        : null;

    private static (ValueRole Role, int Number) FromValues(ILocalReferenceOperation reference, IReadOnlyDictionary<ISymbol, IOperation> parameters, int depth)
    {
        (ValueRole Role, int Number) role = default;
        if (LocalFacts.Of(reference).ValuesOf(reference.Local) is { IsDefault: false } values)
        {
            foreach (IOperation value in values)
            {
                (ValueRole Role, int Number) one = Of(value, parameters, depth + 1);
                role = one.Role is ValueRole.Status or ValueRole.Code ? one : role;
            }
        }

        return role;
    }

    private static bool IsStatusType(ITypeSymbol? type) =>
        type is { Name: "HttpStatusCode" } || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ Name: "HttpStatusCode" }] });

    private static bool IsJson(ITypeSymbol? type) => type is { Name: "JsonNode" or "JToken" or "JValue" or "JsonValue" };

    private static bool MayBeCode(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_String } or { TypeKind: TypeKind.Dynamic }
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 }] });

    /// <summary>The name of what an expression reads; empty where it has none.</summary>
    public static string NameOf(IOperation operation) => JsonRead.Of(operation) is { Name: var name } ? name : operation switch
    {
        IMemberReferenceOperation member => member.Member.Name,
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,

        // GetErrorCode(body)
        IInvocationOperation call => call.TargetMethod.Name,
        _ => string.Empty,
    };

    private static ValueRole RoleOf(string name) =>
        name.IndexOf("status", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("httpCode", StringComparison.OrdinalIgnoreCase) >= 0 ? ValueRole.Status
        : name.EndsWith("code", StringComparison.OrdinalIgnoreCase) || name.EndsWith("error", StringComparison.OrdinalIgnoreCase) ? ValueRole.Code
        : ValueRole.Other;

    /// <summary>The constant text that an argument is, also where the parameter takes any object, as the indexer of <c>JToken</c> does.</summary>
    public static string? TextIn(IOperation argument) => Bare(argument).ConstantValue is { HasValue: true, Value: string text } ? text : null;
}
