using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Calls;

/// <summary>A call of a lambda, with the value that one of its parameters gets.</summary>
/// <param name="Call">The call.</param>
/// <param name="Unit">The function in which it stands.</param>
/// <param name="Value">The value.</param>
/// <param name="Through">The call that hands the lambda to the source method in which it is called; null where it is called beside its declaration.</param>
internal sealed record LambdaCall(IInvocationOperation Call, FunctionUnit Unit, IOperation Value, IInvocationOperation? Through);

/// <summary>How the calls of a lambda with parameters of its own are known.</summary>
/// <param name="Calls">Those that are seen.</param>
/// <param name="IsKept">Whether it is kept where nobody sees it called: in a field, in a collection, by a source event.</param>
internal sealed record LambdaCalls(ImmutableArray<LambdaCall> Calls, bool IsKept)
{
    private static readonly LambdaCalls Kept = new(ImmutableArray<LambdaCall>.Empty, true);

    /// <summary>A lambda that another assembly calls: an endpoint, a handler.</summary>
    private static readonly LambdaCalls ByOthers = new(ImmutableArray<LambdaCall>.Empty, false);

    /// <summary>The calls of a lambda that give a value to that parameter.</summary>
    public static LambdaCalls Of(FunctionUnit lambda, IParameterSymbol parameter, ProgramModel program, CancellationToken cancellationToken)
    {
        IOperation? parent = lambda.Node.Parent;
        while (parent is IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        switch (parent)
        {
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } call } argument:
                ImmutableArray<LambdaCall>.Builder inside = ImmutableArray.CreateBuilder<LambdaCall>();
                AddInside(call, argument.Parameter?.Ordinal ?? -1, parameter.Ordinal, program, inside, cancellationToken);
                return inside.Count == 0 ? Kept : new LambdaCalls(inside.ToImmutable(), false);
            case IArgumentOperation { Parent: IInvocationOperation call } when ValueOrigins.IsKeptBy(call):
                return Kept;
            case IArgumentOperation { Parent: IInvocationOperation call }:
                // ThreadPool.QueueUserWorkItem(state => ..., state): the library hands the value through.
                IOperation? state = parameter.Ordinal == 0 ? call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "state")?.Value : null;
                return state is null ? ByOthers : new LambdaCalls(ImmutableArray.Create(new LambdaCall(call, lambda.Body.UnitOf(call), state, null)), false);
            case IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } }:
                return SymbolEqualityComparer.Default.Equals(constructor.ContainingAssembly, program.Compilation.Assembly) || constructor.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == true ? Kept : ByOthers;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var declared } }:
                return OfLocal(lambda, declared, parameter);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var assigned } }:
                return OfLocal(lambda, assigned, parameter);
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: false } property } } when !SymbolEqualityComparer.Default.Equals(property.ContainingAssembly, program.Compilation.Assembly):
                return ByOthers;
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: var raised } } when !SymbolEqualityComparer.Default.Equals(raised.ContainingAssembly, program.Compilation.Assembly):
                return ByOthers;
            default:
                return Kept;
        }
    }

    private static LambdaCalls OfLocal(FunctionUnit lambda, ILocalSymbol local, IParameterSymbol parameter)
    {
        ImmutableArray<LambdaCall>.Builder calls = ImmutableArray.CreateBuilder<LambdaCall>();
        bool isKept = false;
        foreach (IOperation reference in LocalFacts.Of(lambda.Node).References(local))
        {
            if (reference.Parent is IInvocationOperation run && run.Instance == reference && CallSite.ArgumentOf(run, parameter.Ordinal) is { } argument)
            {
                calls.Add(new LambdaCall(run, lambda.Body.UnitOf(run), argument, null));
            }
            else
            {
                isKept |= reference.Parent is not ISimpleAssignmentOperation;
            }
        }

        return new LambdaCalls(calls.ToImmutable(), isKept);
    }

    /// <summary>The calls of the parameter <paramref name="ordinal"/> in what <paramref name="call"/> calls; where that hands it on is not followed.</summary>
    private static void AddInside(IInvocationOperation call, int ordinal, int own, ProgramModel program, ImmutableArray<LambdaCall>.Builder calls, CancellationToken cancellationToken)
    {
        foreach (IMethodSymbol target in Implementations.Of(program).Of(call.TargetMethod, cancellationToken))
        {
            if (ordinal < 0 || ordinal >= target.Parameters.Length || BodyModels.Of(program).UnitOf(target, cancellationToken) is not { } unit)
            {
                continue;
            }

            foreach (IOperation reference in LocalFacts.Of(unit.Node).References(target.OriginalDefinition.Parameters[ordinal]))
            {
                if (reference.Parent is IInvocationOperation run && run.Instance == reference && CallSite.ArgumentOf(run, own) is { } argument)
                {
                    calls.Add(new LambdaCall(run, unit.Body.UnitOf(run), argument, call));
                }
            }
        }
    }
}
