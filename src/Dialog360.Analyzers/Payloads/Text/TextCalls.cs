using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Text;

/// <summary>The calls that put texts together or pass them on.</summary>
internal static class TextCalls
{
    /// <summary>The expressions whose texts follow each other in the text that a call gives; default where the call is none of that kind.</summary>
    public static ImmutableArray<IOperation> PartsOf(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        switch (method.Name)
        {
            case "Concat" when IsString(method.ContainingType):
                return Elements(call, 0);
            case "Join" when IsString(method.ContainingType) && method.Parameters.Length == 2:
                return Joined(call);
            case "ToString" or "ToArray" when call.Instance is { } instance && (IsText(instance.Type) || TextComposer.Strip(instance) is IUtf8StringOperation):
                return ImmutableArray.Create(instance);
            case "Invariant" or "CurrentCulture" when method.ContainingType is { Name: "FormattableString" } && call.Arguments.Length == 1:
                return ImmutableArray.Create(call.Arguments[0].Value);
            case "Create" when IsString(method.ContainingType) && call.Arguments is [_, { Value: IInterpolatedStringHandlerCreationOperation handler }]:
                return ImmutableArray.Create<IOperation>(handler);
            default:
                return default;
        }
    }

    /// <summary>The text that a call makes from a whole text; null where the call is none of that kind or the text is not known.</summary>
    public static CSharpText? Whole(IInvocationOperation call, ValueResolver resolver, SyntaxNode? use, int depth)
    {
        if (!IsString(call.TargetMethod.ContainingType) && call.TargetMethod is not { Name: "AppendFormat", ContainingType.Name: "StringBuilder" })
        {
            return null;
        }

        switch (call.TargetMethod.Name)
        {
            case "Format" or "AppendFormat":
                return TextFormat.Read(call, resolver, use, depth);
            case "Replace" when call.Instance is { } text && call.Arguments.Length >= 2:
                return TextReplacement.Read(call, text, resolver, use, depth);
            case "Join" when JoinedPieces(call, resolver) is { } piece:
                return Repeated(call, piece, resolver, use, depth);
            case "Trim" or "TrimStart" or "TrimEnd" when call.Instance is { } text && call.Arguments.Length == 0:
                return Trimmed(call, text, resolver, use, depth);
            default:
                return null;
        }
    }

    /// <summary>Whether a call is one that this class may follow, so that the texts in it are no texts of their own.</summary>
    public static bool IsTextCall(IInvocationOperation call) => call.TargetMethod is var method && method.Name switch
    {
        "Concat" or "Join" or "Format" or "Replace" or "Trim" or "TrimStart" or "TrimEnd" or "Create" => IsString(method.ContainingType),
        "ToString" or "ToArray" => call.Instance is { } instance && (IsText(instance.Type) || TextComposer.Strip(instance) is IUtf8StringOperation),
        "Invariant" or "CurrentCulture" => method.ContainingType.Name == "FormattableString",
        _ => false,
    };

    /// <summary>The expressions given to a <c>params</c> array or to single parameters, from the parameter <paramref name="first"/> on; default where an array is not seen.</summary>
    public static ImmutableArray<IOperation> Elements(IInvocationOperation call, int first)
    {
        ImmutableArray<IOperation>.Builder result = ImmutableArray.CreateBuilder<IOperation>();
        for (int index = first; index < call.TargetMethod.Parameters.Length; index++)
        {
            IParameterSymbol parameter = call.TargetMethod.Parameters[index];
            if (ArgumentOf(call, parameter) is not { } argument)
            {
                return default;
            }

            if (argument is IArrayCreationOperation { Initializer: { } elements })
            {
                result.AddRange(elements.ElementValues);
            }
            else if (argument.IsImplicit && argument is not IInvocationOperation && index == call.TargetMethod.Parameters.Length - 1 && parameter.Type is INamedTypeSymbol { Name: "ReadOnlySpan" })
            {
                // A params span of newer compilers: a collection whose children are its elements.
                result.AddRange(argument.ChildOperations);
            }
            else if (IsText(parameter.Type) || parameter.Type.SpecialType == SpecialType.System_Object)
            {
                result.Add(argument);
            }
            else
            {
                return default;
            }
        }

        return result.ToImmutable();
    }

    /// <summary>The value given to a parameter, or null.</summary>
    public static IOperation? ArgumentOf(IInvocationOperation call, IParameterSymbol parameter)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (SymbolEqualityComparer.Default.Equals(argument.Parameter, parameter))
            {
                return TextComposer.Strip(argument.Value);
            }
        }

        return null;
    }

    /// <summary>Whether a type is <c>string</c>.</summary>
    public static bool IsString(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String;

    /// <summary>Whether a type is <c>string</c> or <c>FormattableString</c>.</summary>
    public static bool IsText(ITypeSymbol? type) => IsString(type) || type is { Name: "FormattableString", ContainingNamespace.Name: "System" };

    private static ImmutableArray<IOperation> Joined(IInvocationOperation call)
    {
        ImmutableArray<IOperation> elements = Elements(call, 1);
        if (elements.IsDefault || ArgumentOf(call, call.TargetMethod.Parameters[0]) is not { } separator)
        {
            return default;
        }

        ImmutableArray<IOperation>.Builder result = ImmutableArray.CreateBuilder<IOperation>();
        foreach (IOperation element in elements)
        {
            if (result.Count > 0)
            {
                result.Add(separator);
            }

            result.Add(element);
        }

        return result.ToImmutable();
    }

    /// <summary>What <c>string.Join(",", items.Select(item => piece))</c> repeats; null where no function makes the pieces.</summary>
    private static IOperation? JoinedPieces(IInvocationOperation call, ValueResolver resolver)
    {
        IOperation? pieces = call.TargetMethod.Parameters.Length == 2 && ArgumentOf(call, call.TargetMethod.Parameters[1]) is { } argument ? resolver.Resolve(argument) : null;
        while (pieces is IInvocationOperation { TargetMethod.Name: "ToArray" or "ToList" or "AsEnumerable" } kept && (kept.Instance ?? kept.Arguments.FirstOrDefault()?.Value) is { } source)
        {
            pieces = resolver.Resolve(source);
        }

        return pieces is IInvocationOperation { TargetMethod.Name: "Select", Arguments: [_, { Value: var lambda }] }
            && ValueResolver.Strip(lambda) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation function }
            && ReturnedValues.Of(function) is [{ Value: var piece }] ? piece : null;
    }

    /// <summary>
    /// A text of which one piece is known: it, and a hole for those that follow. Only for objects of JSON, which are one of an array's
    /// elements more or less: of other texts the characters would count although there may be none.
    /// </summary>
    private static CSharpText? Repeated(IInvocationOperation call, IOperation piece, ValueResolver resolver, SyntaxNode? use, int depth)
    {
        if (TextComposer.Compose(piece, resolver, use, depth) is not { HasKnownText: true } text
            || text.Text.Text.Trim() is not ['{', .., '}'])
        {
            return null;
        }

        TextBuilder builder = new();
        builder.AddSlice(text, 0, text.Text.Text.Length);
        builder.AddHole(call.Syntax, operation: null);
        return builder.Build(call.Syntax);
    }

    private static CSharpText? Trimmed(IInvocationOperation call, IOperation operand, ValueResolver resolver, SyntaxNode? use, int depth)
    {
        if (TextComposer.Compose(operand, resolver, use, depth) is not { HasKnownText: true } source)
        {
            return null;
        }

        string text = source.Text.Text;
        string name = call.TargetMethod.Name;
        int start = name == "TrimEnd" ? 0 : text.Length - text.TrimStart().Length;
        int end = name == "TrimStart" ? text.Length : text.TrimEnd().Length;
        TextBuilder builder = new();
        builder.AddSlice(source, start, Math.Max(0, end - start));
        return builder.Build(call.Syntax);
    }
}
