using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>Reads <c>JsonSerializerSettings</c>.</summary>
internal static class NewtonsoftSettings
{
    /// <summary>The serializer with the settings that a call gives it.</summary>
    public static Serializer Of(IInvocationOperation call, Bindings bindings)
    {
        Serializer? result = null;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            switch (argument.Parameter?.Type.Name)
            {
                case "JsonSerializerSettings" or "JsonSerializer" when !ObjectOptions.IsLeftOut(argument):
                    result = OfSettings(argument.Value, bindings);
                    if (!result.IsKnown)
                    {
                        return result;
                    }

                    break;
                case var _ when argument is { ArgumentKind: ArgumentKind.ParamArray, Value: not IArrayCreationOperation { Initializer.ElementValues.IsEmpty: true } }:
                    return Serializer.Unknown;
                case "JsonConverter" or "JsonTypeInfo":
                    return Serializer.Unknown;
            }
        }

        return result is { WritesFields: true } ? result : Usual(bindings);
    }

    private static Serializer Usual(Bindings bindings) =>
        ObjectOptions.IsWholeProgramWithout(bindings.Resolver, "DefaultSettings") ? new Serializer(SerializerLibrary.Newtonsoft, NamingPolicy.AsWritten) { WritesFields = true } : Serializer.Unknown;

    /// <summary>What settings say; without a contract resolver those of the whole program count.</summary>
    private static Serializer OfSettings(IOperation settings, Bindings bindings)
    {
        if (ObjectOptions.Of(settings, bindings) is not { Creation: { Type.Name: "JsonSerializerSettings" or "JsonSerializer", Arguments.IsEmpty: true } } made
            || made.Calls.Any(static call => !IsPlainConverter(call)) || made.Values.ContainsKey("Converters"))
        {
            return Serializer.Unknown;
        }

        return made.Values.TryGetValue("ContractResolver", out IOperation? resolver) ? OfResolver(resolver, bindings) : Usual(bindings);
    }

    private static bool IsPlainConverter(IInvocationOperation call) =>
        call.TargetMethod.Name == "Add" && call.Arguments is [{ Value: var converter }] && ValueResolver.Strip(converter) is IObjectCreationOperation { Type.Name: "StringEnumConverter" or "IsoDateTimeConverter" };

    private static Serializer OfResolver(IOperation resolver, Bindings bindings)
    {
        if (ObjectOptions.Of(resolver, bindings) is not { Creation: { Type: { } type } } made || !Names.IsIn(type, "Newtonsoft") || !made.Calls.IsEmpty)
        {
            return Serializer.Unknown;
        }

        Serializer plain = new(SerializerLibrary.Newtonsoft, NamingPolicy.AsWritten) { WritesFields = true };
        return type.Name switch
        {
            "CamelCasePropertyNamesContractResolver" when made.Values.Count == 0 => plain with { Naming = NamingPolicy.CamelCase, OverridesAttributes = true },
            "DefaultContractResolver" when made.Values.Count == 0 => plain,
            "DefaultContractResolver" when made.Values.Count == 1 && made.Values.TryGetValue("NamingStrategy", out IOperation? strategy) => OfStrategy(strategy, plain, bindings),
            _ => Serializer.Unknown,
        };
    }

    private static Serializer OfStrategy(IOperation strategy, Serializer plain, Bindings bindings)
    {
        if (ObjectOptions.Of(strategy, bindings) is not { Creation: { Type: { } type } creation } made || !Names.IsIn(type, "Newtonsoft"))
        {
            return Serializer.Unknown;
        }

        NamingPolicy? naming = type.Name switch
        {
            "CamelCaseNamingStrategy" => NamingPolicy.CamelCase,
            "SnakeCaseNamingStrategy" => NamingPolicy.SnakeCaseLower,
            "KebabCaseNamingStrategy" => NamingPolicy.KebabCaseLower,
            "DefaultNamingStrategy" => NamingPolicy.AsWritten,
            _ => null,
        };
        IOperation? overrides = Names.ArgumentAt(creation, 1) ?? (made.Values.TryGetValue("OverrideSpecifiedNames", out IOperation? set) ? set : null);
        return naming is not { } policy ? Serializer.Unknown
            : overrides is null ? plain with { Naming = policy }
            : bindings.Resolver.ConstantOf(overrides) is { HasValue: true, Value: bool isOverriding } ? plain with { Naming = policy, OverridesAttributes = isOverriding }
            : Serializer.Unknown;
    }
}
