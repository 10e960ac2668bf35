using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>Follows an answer into the calls that it is handed to, and out of the lambdas that give it back.</summary>
internal sealed class AnswerCalls
{
    private const int MaxDepth = 4;

    private readonly AnswerUses _uses;

    /// <summary>Creates the part of <paramref name="uses"/> that follows calls.</summary>
    public AnswerCalls(AnswerUses uses)
    {
        _uses = uses;
    }

    /// <summary>Goes on behind an argument.</summary>
    public void Argument(IArgumentOperation argument, AnswerPart part)
    {
        switch (argument.Parent)
        {
            case IInvocationOperation call:
                Argument(argument, call, part);
                break;
            case IObjectCreationOperation { Type.Name: "StreamReader" or "StringReader" or "JsonTextReader" or "MemoryStream" } reader:
                _uses.Push(reader, AnswerPart.Text);
                break;
            case IObjectCreationOperation creation:
                _uses.Push(creation, AnswerPart.Mixed);
                break;
            default:
                _uses.Use(AnswerUseKind.Read, part, argument);
                break;
        }
    }

    /// <summary>Goes on behind a <c>return</c>: with the call that runs the lambda, or nowhere where a method gives the value back.</summary>
    public void Returned(IReturnOperation returned, IOperation value, AnswerPart part)
    {
        IOperation? function = returned;
        while (function is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            function = function.Parent;
        }

        IMethodSymbol? method = function switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            ILocalFunctionOperation local => local.Symbol,
            _ => MemberAround(value),
        };
        if (method is not null && AnswerUses.IsTask(value.Type) && (method.ReturnsVoid || (AnswerUses.IsTask(method.ReturnType) && method.ReturnType is INamedTypeSymbol { IsGenericType: false })))
        {
            // Task SendAsync() => client.PostAsync(...): the answer is lost with the type.
            _uses.Use(AnswerUseKind.Dropped, part, returned);
        }
        else if (function is IAnonymousFunctionOperation)
        {
            ReturnedBy(function, returned, value, part);
        }
        else
        {
            _uses.Use(returned.Kind == OperationKind.YieldReturn ? AnswerUseKind.HandedOn : AnswerUseKind.Returned, part, returned);
        }
    }

    private void ReturnedBy(IOperation lambda, IOperation returned, IOperation value, AnswerPart part)
    {
        if (RunnerOf(lambda, value.Type) is { } call)
        {
            _uses.Push(call, part);
        }
        else
        {
            _uses.Use(AnswerUseKind.HandedOn, part, returned);
        }
    }

    /// <summary>The call that runs a lambda or method group and gives what it gives; null where that is handed on, or lost.</summary>
    public static IInvocationOperation? RunnerOf(IOperation function, ITypeSymbol? result)
    {
        IOperation? parent = function.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        return parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ReturnsVoid: false } call } && Gives(call.Type, Result(result), 0) ? call : null;
    }

    private void Argument(IArgumentOperation argument, IInvocationOperation call, AnswerPart part)
    {
        if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out })
        {
            _uses.Use(AnswerUseKind.Read, part, argument);
        }
        else if (BodyReads.Is(call))
        {
            _uses.Use(AnswerUseKind.ReadAsJson, part, call);
            _uses.Push(call, AnswerPart.Parsed);
        }
        else if (ImplementationOf(call) is { } method)
        {
            InMethod(argument, call, method, part);
        }
        else if (LogCalls.Is(call))
        {
            _uses.Use(AnswerUseKind.Logged, part, argument);
        }
        else if (IsReceiver(argument, call))
        {
            AnswerMembers.Call(_uses, call, part);
        }
        else if (IsPure(call))
        {
            _uses.Push(call, part);
        }
        else
        {
            _uses.Use(AnswerUseKind.HandedOn, part, argument);
        }
    }

    /// <summary>What a method of the program does with the parameter, and with what it gives back of it.</summary>
    private void InMethod(IArgumentOperation argument, IInvocationOperation call, IMethodSymbol method, AnswerPart part)
    {
        IOperation? body = _uses.Depth < MaxDepth ? _uses.Program.BodyOf(method, _uses.CancellationToken) : null;
        int ordinal = argument.Parameter?.Ordinal ?? -1;
        if (body is null || ordinal < 0 || ordinal >= method.Parameters.Length)
        {
            _uses.Use(AnswerUseKind.HandedOn, part, argument);
            return;
        }

        List<AnswerUsage> all = new();
        foreach (IOperation reference in LocalFacts.Of(body).References(method.Parameters[ordinal]))
        {
            if (!LocalFacts.IsWrite(reference))
            {
                all.AddRange(AnswerUses.Of(reference, part, _uses.Program, _uses.Depth + 1, _uses.CancellationToken));
            }
        }

        foreach (AnswerUsage use in all)
        {
            switch (use.Kind)
            {
                case AnswerUseKind.Returned:
                    _uses.Push(call, use.Part);
                    break;
                case AnswerUseKind.ReadAsJson when IsUnguarded(use, all):
                    // The caller reads it by this call: what is known of the status there counts as well.
                    _uses.Use(use with { At = call });
                    break;
                case AnswerUseKind.Dropped or AnswerUseKind.ReadAsJson:
                    break;
                default:
                    _uses.Use(use with { At = argument, Kind = use.Kind == AnswerUseKind.Decides && Ensures(method, body) ? AnswerUseKind.Throws : use.Kind });
                    break;
            }
        }
    }

    /// <summary>Whether a method reads what it got as JSON without a test of its own.</summary>
    private bool IsUnguarded(AnswerUsage use, List<AnswerUsage> all) =>
        !StatusChecks.IsCaught(use.At) && !new StatusChecks(_uses.Program, _uses.CancellationToken).ExcludeOutage(all, use.At);

    /// <summary>Whether a method that decides by the answer, and gives nothing back, throws on one of the ways.</summary>
    private static bool Ensures(IMethodSymbol method, IOperation body) =>
        (method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", IsGenericType: false }) && body.Descendants().Any(static part => part is IThrowOperation);

    /// <summary>The one method of the program that a call runs; null where there is none, or where it may be another one.</summary>
    private IMethodSymbol? ImplementationOf(IInvocationOperation call)
    {
        ImmutableArray<IMethodSymbol> methods = Implementations.Of(_uses.Program).Of(call.TargetMethod, _uses.CancellationToken);
        return methods is [{ DeclaringSyntaxReferences.IsEmpty: false } method] ? (method.ReducedFrom ?? method).OriginalDefinition : null;
    }

    private static bool IsReceiver(IArgumentOperation argument, IInvocationOperation call) => call.TargetMethod.IsExtensionMethod && argument.Parameter?.Ordinal == 0;

    /// <summary>Whether a call of a library does nothing but compute its result.</summary>
    private static bool IsPure(IInvocationOperation call) => call.TargetMethod switch
    {
        { ContainingType.SpecialType: SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Object or SpecialType.System_Boolean } => true,
        { ContainingType.Name: "Task" or "ValueTask", Name: "WhenAll" or "WhenAny" or "FromResult" or "WaitAll" } => true,
        { ContainingType.Name: "Convert" or "Enum" or "Math" or "Encoding" or "UTF8Encoding" or "Regex" or "Tuple" or "ValueTuple" or "Enumerable" } => true,
        _ => false,
    };

    private static IMethodSymbol? MemberAround(IOperation value) =>
        value.SemanticModel?.GetEnclosingSymbol(value.Syntax.SpanStart) as IMethodSymbol;

    private static ITypeSymbol? Result(ITypeSymbol? type)
    {
        while (AnswerUses.IsTask(type) && type is INamedTypeSymbol { TypeArguments: [{ } result] })
        {
            type = result;
        }

        return type;
    }

    /// <summary>Whether a type is another one, or holds it: a task, a list, a policy's result.</summary>
    private static bool Gives(ITypeSymbol? type, ITypeSymbol? wanted, int depth) => type switch
    {
        null => false,
        _ when SymbolEqualityComparer.Default.Equals(type, wanted) => true,
        IArrayTypeSymbol array => depth < MaxDepth && Gives(array.ElementType, wanted, depth + 1),
        INamedTypeSymbol named => depth < MaxDepth && named.TypeArguments.Any(argument => Gives(argument, wanted, depth + 1)),
        _ => false,
    };
}
