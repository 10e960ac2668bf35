using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>A part of an update that is given to code out of sight.</summary>
/// <param name="Place">The part; null for the body before it is read.</param>
/// <param name="IsLogged">Whether it only goes to a log.</param>
internal sealed record HandedPart(UpdatePlace? Place, bool IsLogged);

/// <summary>Collects the parts of an update that leave the functions it passes through.</summary>
internal sealed class HandedParts
{
    private readonly UpdatePlaces _places;
    private readonly RawBody _raw;
    private readonly List<HandedPart> _handed = new();

    /// <summary>Nothing has left yet.</summary>
    public HandedParts(UpdatePlaces places, RawBody raw)
    {
        _places = places;
        _raw = raw;
    }

    /// <summary>The parts, in the order of the functions and of the text.</summary>
    public IReadOnlyList<HandedPart> All => _handed;

    /// <summary>Notes what a call gets of the update, unless it only looks at it.</summary>
    public void Arguments(IInvocationOperation call)
    {
        bool isLog = call.TargetMethod.ContainingType?.Name is { } type && ErrorWords.IsLogger(type);
        if (IsPlain(call))
        {
            return;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            foreach (IOperation value in argument.Value is IArrayCreationOperation { Initializer: { } values } ? values.ElementValues : ImmutableArray.Create(argument.Value))
            {
                Add(value, isLog);
            }
        }
    }

    /// <summary>Notes a value where it is a part of the update.</summary>
    public void Add(IOperation value, bool isLogged)
    {
        IOperation bare = ValueResolver.Bare(value);
        if (bare is IAnonymousFunctionOperation or IDelegateCreationOperation or ILiteralOperation)
        {
            return;
        }

        if (Serialized(bare) is { } inner)
        {
            bare = inner;
        }

        if (_places.Of(bare) is { } place)
        {
            if (place.HasParts)
            {
                _handed.Add(new HandedPart(place, isLogged));
            }
        }
        else if (bare.Type?.SpecialType != SpecialType.System_Boolean && _raw.Is(bare))
        {
            _handed.Add(new HandedPart(null, isLogged));
        }
    }

    /// <summary>What a call writes as JSON, also through a local.</summary>
    private IOperation? Serialized(IOperation value) =>
        ValueResolver.Bare(_places.Resolver.Resolve(value)) is IInvocationOperation call && JsonCalls.IsWriter(call.TargetMethod.Name)
            ? OperationNames.InstanceOf(call) is { } instance && _places.Of(instance) is not null ? instance : call.Arguments.Select(static argument => argument.Value).FirstOrDefault(argument => _places.Of(argument) is not null)
            : null;

    /// <summary>Calls that look at a value and keep nothing of it.</summary>
    private static bool IsPlain(IInvocationOperation call) =>
        KeepsNothing(call.TargetMethod.ContainingType)
        || call.TargetMethod.ContainingType?.SpecialType is SpecialType.System_String or SpecialType.System_Object
        || call.TargetMethod.ContainingType?.Name is "Enumerable" or "ArgumentNullException" or "JsonElement" or "JsonNode" or "JToken" or "JObject" or "JArray" or "Nullable" or "Encoding" or "Convert"
        || (JsonCalls.IsWriter(call.TargetMethod.Name) && call.TargetMethod.DeclaringSyntaxReferences.IsEmpty);

    /// <summary>Types that read, answer, hash or convert what they get, and do not pass it on.</summary>
    public static bool KeepsNothing(ITypeSymbol? type)
    {
        string space = type?.ContainingNamespace?.ToDisplayString() ?? string.Empty;
        return type is { TypeKind: TypeKind.Delegate } ? type.Name == "RequestDelegate" : type?.Name == "HttpRequestMessageExtensions" || space is "System" or "System.IO" or "System.Text" or "System.Net" or "Newtonsoft.Json"
            || space.StartsWith("System.Text.", StringComparison.Ordinal) || space.StartsWith("System.Security.", StringComparison.Ordinal)
            || space.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || space.StartsWith("Microsoft.Azure.Functions.", StringComparison.Ordinal);
    }
}
