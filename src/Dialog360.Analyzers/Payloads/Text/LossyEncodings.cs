using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Text;

/// <summary>An encoding that lacks most characters, where a text goes through it.</summary>
/// <param name="Syntax">The expression that names the encoding.</param>
/// <param name="Name">The encoding in words.</param>
internal readonly record struct LossyEncoding(SyntaxNode Syntax, string Name);

/// <summary>Follows a message forward to the encodings that its text goes through, into the methods that it is handed to.</summary>
internal sealed class LossyEncodings
{
    private const int MaxSteps = 256;

    private readonly ImmutableArray<LossyEncoding>.Builder _found = ImmutableArray.CreateBuilder<LossyEncoding>();
    private readonly HashSet<IOperation> _seen = [];
    private readonly Stack<(IOperation Value, bool IsJson)> _pending = new();
    private readonly ValueResolver _resolver;

    private LossyEncodings(ValueResolver resolver)
    {
        _resolver = resolver;
    }

    /// <summary>Whether the text of a body names such an encoding.</summary>
    public static bool MayStandIn(SyntaxNode body)
    {
        string text = body.ToString();
        return Says("ASCII") || Says("Latin1") || Says("GetEncoding");

        bool Says(string name) => text.IndexOf(name, StringComparison.Ordinal) >= 0;
    }

    /// <summary>The encodings that the message goes through.</summary>
    /// <param name="message">The expression that makes it.</param>
    /// <param name="isJson">Whether it is JSON text already, or still an object.</param>
    public static ImmutableArray<LossyEncoding> On(IOperation message, bool isJson)
    {
        if (message.SemanticModel is not { } model)
        {
            return ImmutableArray<LossyEncoding>.Empty;
        }

        LossyEncodings walk = new(new ValueResolver(ProgramModel.Of(model.Compilation), CancellationToken.None));
        walk._pending.Push((message, isJson));
        while (walk._pending.Count > 0 && walk._seen.Count < MaxSteps)
        {
            (IOperation value, bool json) = walk._pending.Pop();
            if (walk._seen.Add(value))
            {
                walk.Follow(value, json);
            }
        }

        return walk._found.ToImmutable();
    }

    private void Follow(IOperation value, bool isJson)
    {
        switch (value.Parent)
        {
            case IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation or IAwaitOperation:
                _pending.Push((value.Parent, isJson));
                break;
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                FollowCall(call, argument, isJson);
                break;
            case IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "StringContent" } creation } when isJson:
                Note(creation.Arguments);
                break;
            case IInvocationOperation { TargetMethod.Name: "ToString" or "ToArray" } call when call.Instance == value && (isJson || IsNewtonsoft(value.Type)):
                _pending.Push((call, true));
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                FollowLocal(local, value, isJson);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when assignment.Value == value:
                FollowLocal(target.Local, value, isJson);
                break;
        }
    }

    private void FollowLocal(ILocalSymbol local, IOperation from, bool isJson)
    {
        foreach (IOperation reference in LocalFacts.Of(from).References(local))
        {
            if (!LocalFacts.IsWrite(reference))
            {
                _pending.Push((reference, isJson));
            }
        }
    }

    private void FollowCall(IInvocationOperation call, IArgumentOperation argument, bool isJson)
    {
        string type = call.TargetMethod.ContainingType?.Name ?? string.Empty;
        switch (type, call.TargetMethod.Name)
        {
            case ("JsonConvert", "SerializeObject") or ("JavaScriptSerializer", "Serialize"):
            case ("JsonSerializer", "Serialize") when LeavesCharacters(call):
                _pending.Push((call, true));
                break;
            case ("JObject" or "JToken", "FromObject"):
                _pending.Push((call, false));
                break;
            case (_, "GetBytes") when isJson && call.Instance is { } encoding:
                Note(encoding);
                break;
            case (_, "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync") when isJson && call.Instance is { } writer
                && _resolver.Resolve(writer) is IObjectCreationOperation { Type.Name: "StreamWriter" } creation:
                Note(creation.Arguments);
                break;
            case ("WebClient", _) when isJson && argument.Parameter?.Type.SpecialType == SpecialType.System_String && call.Instance is { } client
                && call.TargetMethod.Name.StartsWith("UploadString", StringComparison.Ordinal) && ObjectUses.Of(client, _resolver).ValuesOf("Encoding") is [{ } set]:
                Note(set);
                break;
            case var _ when call.TargetMethod is { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method && argument.Parameter is { Type.TypeKind: not TypeKind.Delegate } parameter:
                FollowParameter(method, parameter.Ordinal, isJson);
                break;
        }
    }

    /// <summary>Into the method that gets the text, where the source shows which one that is.</summary>
    private void FollowParameter(IMethodSymbol method, int ordinal, bool isJson)
    {
        if (Implementations.Of(_resolver.Program).Of(method, _resolver.CancellationToken) is [{ } target] && target.Parameters.Length > ordinal
            && _resolver.Program.BodyOf(target, _resolver.CancellationToken) is { } body)
        {
            foreach (IOperation reference in LocalFacts.Of(body).References(target.Parameters[ordinal]))
            {
                if (!LocalFacts.IsWrite(reference))
                {
                    _pending.Push((reference, isJson));
                }
            }
        }
    }

    /// <summary>Whether System.Text.Json is told to write characters beyond ASCII as they are; by default it escapes them.</summary>
    private bool LeavesCharacters(IInvocationOperation call)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (_resolver.Resolve(argument.Value) is IObjectCreationOperation { Initializer.Initializers: var initializers })
            {
                foreach (IOperation initializer in initializers)
                {
                    if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "Encoder", ContainingType.Name: "JsonSerializerOptions" } } })
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool IsNewtonsoft(ITypeSymbol? type) => type?.Name is "JObject" or "JArray" or "JToken";

    private void Note(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            Note(argument.Value);
        }
    }

    private void Note(IOperation encoding)
    {
        if (NameOf(_resolver.Resolve(encoding)) is { } name)
        {
            _found.Add(new LossyEncoding(encoding.Syntax, name));
        }
    }

    private string? NameOf(IOperation encoding)
    {
        switch (encoding)
        {
            case IPropertyReferenceOperation { Property: { Name: "ASCII" or "Latin1", ContainingType.Name: "Encoding" } property }:
                return property.Name;
            case IObjectCreationOperation { Type.Name: "ASCIIEncoding" }:
                return "ASCII";
            case IInvocationOperation { TargetMethod: { Name: "GetEncoding", ContainingType.Name: "Encoding" }, Arguments: [{ Value: var which }, ..] }:
                return _resolver.ConstantOf(which) is { HasValue: true, Value: { } value } ? NameOf(value) : null;
            default:
                return null;
        }
    }

    private static string? NameOf(object codePage) => codePage switch
    {
        20127 => "ASCII",
        28591 => "Latin1",
        string name => name.ToUpperInvariant() switch
        {
            "ASCII" or "US-ASCII" => "ASCII",
            "ISO-8859-1" or "LATIN1" => "Latin1",
            _ => null,
        },
        _ => null,
    };
}
