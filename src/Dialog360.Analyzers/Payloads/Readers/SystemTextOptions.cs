using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>Reads <c>JsonSerializerOptions</c>.</summary>
internal static class SystemTextOptions
{
    private const int MaxDepth = 4;

    /// <summary>The serializer with the options that a call gives it; the usual one where it gives none.</summary>
    public static Serializer Of(IInvocationOperation call, Serializer usual, Bindings bindings)
    {
        Serializer result = usual;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            switch (argument.Parameter?.Type.Name)
            {
                case "JsonSerializerOptions" when !ObjectOptions.IsLeftOut(argument):
                    result = Of(argument.Value, bindings, 0);
                    break;
                case "JsonTypeInfo" or "JsonSerializerContext":
                    return Serializer.Unknown;
            }
        }

        return result;
    }

    private static Serializer Of(IOperation options, Bindings bindings, int depth)
    {
        if (depth > MaxDepth)
        {
            return Serializer.Unknown;
        }

        if (bindings.Resolve(options) is IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType.Name: "JsonSerializerOptions", Name: var known } })
        {
            return known == "Web" ? Serializer.Web : known == "Default" ? new Serializer(SerializerLibrary.SystemText, NamingPolicy.AsWritten) : Serializer.Unknown;
        }

        if (ObjectOptions.Of(options, bindings) is not { Creation: { Type.Name: "JsonSerializerOptions" } creation } made)
        {
            return Serializer.Unknown;
        }

        Serializer result = Names.ArgumentAt(creation, 0) is not { } given ? new Serializer(SerializerLibrary.SystemText, NamingPolicy.AsWritten)
            : given.Type?.Name == "JsonSerializerOptions" ? Of(given, bindings, depth + 1)
            : bindings.Resolve(given) is IFieldReferenceOperation { Field: { ContainingType.Name: "JsonSerializerDefaults", Name: var defaults } }
                ? new Serializer(SerializerLibrary.SystemText, defaults == "Web" ? NamingPolicy.CamelCase : NamingPolicy.AsWritten)
            : Serializer.Unknown;
        foreach (KeyValuePair<string, IOperation> option in made.Values)
        {
            switch (option.Key)
            {
                case "PropertyNamingPolicy":
                    if (PolicyOf(bindings.Resolve(option.Value)) is not { } policy)
                    {
                        return Serializer.Unknown;
                    }

                    result = result with { Naming = policy };
                    break;
                case "IncludeFields":
                    if (bindings.Resolver.ConstantOf(option.Value) is not { HasValue: true, Value: bool writesFields })
                    {
                        return Serializer.Unknown;
                    }

                    result = result with { WritesFields = writesFields };
                    break;
                case "TypeInfoResolver":
                    return Serializer.Unknown;
            }
        }

        return made.Calls.All(static call => IsEnumConverter(call)) ? result : Serializer.Unknown;
    }

    /// <summary>A converter for enums writes no object; any other one may write it under names of its own.</summary>
    private static bool IsEnumConverter(IInvocationOperation call) =>
        call.TargetMethod.Name == "Add" && call.Arguments is [{ Value: var converter }] && ValueResolver.Strip(converter) is IObjectCreationOperation { Type.Name: "JsonStringEnumConverter" };

    private static NamingPolicy? PolicyOf(IOperation policy) => policy switch
    {
        { ConstantValue: { HasValue: true, Value: null } } => NamingPolicy.AsWritten,
        IPropertyReferenceOperation { Property: { ContainingType.Name: "JsonNamingPolicy", Name: var name } } when Enum.TryParse(name, out NamingPolicy known) => known,
        _ => null,
    };
}
