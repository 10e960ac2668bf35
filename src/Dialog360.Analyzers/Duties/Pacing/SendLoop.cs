using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Pipelines;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Pacing;

/// <summary>The innermost loop around a send.</summary>
/// <param name="Operation">The loop statement, or the call that runs the lambda once for each element.</param>
/// <param name="Name">What people call it.</param>
internal sealed record SendLoop(IOperation Operation, string Name)
{
    /// <summary>The loop around a call, or null.</summary>
    public static SendLoop? Around(IOperation call, ValueResolver resolver)
    {
        for (IOperation? current = call; current is not null; current = current.Parent)
        {
            switch (current.Parent)
            {
                case IForEachLoopOperation loop when loop.Body == current:
                    return new SendLoop(loop, "foreach loop");
                case IForLoopOperation loop when loop.Body == current:
                    return new SendLoop(loop, "for loop");
                case IWhileLoopOperation loop:
                    return new SendLoop(loop, loop.ConditionIsTop ? "while loop" : "do loop");
                case ILocalFunctionOperation:
                    return null;
                case IAnonymousFunctionOperation lambda:
                    if (CallTaking(lambda) is not { } runner)
                    {
                        return null;
                    }

                    if (NameOf(runner) is { } name)
                    {
                        return new SendLoop(runner, name);
                    }

                    if (!RunsAtOnce(runner, lambda, resolver))
                    {
                        return null;
                    }

                    current = runner;
                    break;
            }
        }

        return null;
    }

    /// <summary>The call that runs the method of a method group once for each element, or null.</summary>
    public static SendLoop? Running(IMethodReferenceOperation group) =>
        ArgumentOf(group)?.Parent is IInvocationOperation runner && NameOf(runner) is { } name ? new SendLoop(runner, name) : null;

    /// <summary>Whether the code that makes a lambda has it run for each element, or once.</summary>
    public static bool IsRunHere(IAnonymousFunctionOperation lambda, ValueResolver resolver) =>
        CallTaking(lambda) is { } runner && (NameOf(runner) is not null || (runner.TargetMethod is { Name: "Run" or "StartNew", DeclaringSyntaxReferences.IsEmpty: true } && RunsAtOnce(runner, lambda, resolver)));

    private static IInvocationOperation? CallTaking(IAnonymousFunctionOperation lambda) => ArgumentOf(lambda)?.Parent as IInvocationOperation;

    private static IArgumentOperation? ArgumentOf(IOperation function)
    {
        IOperation? current = function.Parent;
        while (current is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            current = current.Parent;
        }

        return current as IArgumentOperation;
    }

    /// <summary>Whether a call runs the lambda there and then: a task, a policy, a method of the compilation that calls its delegate.</summary>
    private static bool RunsAtOnce(IInvocationOperation runner, IAnonymousFunctionOperation lambda, ValueResolver resolver) =>
        runner.TargetMethod.Name is "Run" or "StartNew" || PolicyReader.IsExecution(runner)
        || (ArgumentOf(lambda)?.Parameter is { } parameter && resolver.Program.BodyOf(runner.TargetMethod, resolver.CancellationToken) is { } body
            && body.Descendants().Any(part => part is IInvocationOperation call && SymbolEqualityComparer.Default.Equals(RelayedSends.ParameterRunBy(call)?.OriginalDefinition, parameter.OriginalDefinition)));

    private static string? NameOf(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "ForEach" or "ForEachAsync" or "For" or "ForAsync", ContainingType.Name: "Parallel" } method => "Parallel." + method.Name,
        { Name: "ForEach" } => "ForEach",
        { Name: "Select" } when GoesToWhenAll(call) => "Select",
        _ => null,
    };

    private static bool GoesToWhenAll(IOperation tasks)
    {
        IOperation current = tasks;
        while (true)
        {
            switch (current.Parent)
            {
                case IConversionOperation or IParenthesizedOperation:
                case IInvocationOperation { TargetMethod.Name: "ToList" or "ToArray" or "AsEnumerable" }:
                    current = current.Parent;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ToList" or "ToArray" } call }:
                    current = call;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "WhenAll" or "WaitAll" } }:
                    return true;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return LocalFacts.Of(current).References(local).Any(static reference => IsGivenToWhenAll(reference));
                default:
                    return false;
            }
        }
    }

    private static bool IsGivenToWhenAll(IOperation reference)
    {
        IOperation? current = reference.Parent;
        while (current is IConversionOperation or IArgumentOperation)
        {
            current = current.Parent;
        }

        return current is IInvocationOperation { TargetMethod.Name: "WhenAll" or "WaitAll" };
    }
}
