using System.Collections.Concurrent;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Pipelines;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Pacing;

/// <summary>Recognises what slows a loop down or limits it: pauses, ticks, semaphores, rate limiters, also in the methods of the compilation that it calls.</summary>
internal sealed class Throttles
{
    private readonly ProgramModel _program;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    private Throttles(ProgramModel program)
    {
        _program = program;
    }

    /// <summary>The throttles of that compilation.</summary>
    public static Throttles Of(ProgramModel program) => program.Part(static model => new Throttles(model));

    /// <summary>Whether the code under <paramref name="root"/> holds one, or calls a method that does.</summary>
    public bool AnyIn(IOperation root, ValueResolver resolver)
    {
        (bool holdsOne, IReadOnlyList<IMethodSymbol> called) = Look(root, resolver);
        return holdsOne || called.Any(method => IsPaced(method, resolver));
    }

    /// <summary>Whether the client of a send is limited where it is set up.</summary>
    public static bool IsLimited(SendCall send, ValueResolver resolver)
    {
        foreach (IOperation operation in ClientPipeline.OperationsOf(send, resolver))
        {
            if (IsOne(operation))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsPaced(IMethodSymbol method, ValueResolver resolver)
    {
        if (_known.TryGetValue(method, out bool known))
        {
            return known;
        }

        Dictionary<IMethodSymbol, (bool HoldsOne, IReadOnlyList<IMethodSymbol> Called)> looks = new(SymbolEqualityComparer.Default);
        return CallGraph.Solve(
            method,
            _known,
            false,
            current => (looks[current] = _program.BodyOf(current, resolver.CancellationToken) is { } body ? Look(body, resolver) : (false, [])).Called,
            (current, isPaced) => looks[current].HoldsOne || looks[current].Called.Any(isPaced));
    }

    /// <summary>Whether code holds a throttle itself; if it does not, the methods of the program that it calls.</summary>
    private (bool HoldsOne, IReadOnlyList<IMethodSymbol> Called) Look(IOperation root, ValueResolver resolver)
    {
        List<IMethodSymbol> called = [];
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            resolver.CancellationToken.ThrowIfCancellationRequested();
            if (IsOne(operation) || (operation is IInvocationOperation policy && IsByPolicy(policy, resolver)))
            {
                return (true, []);
            }

            if (operation is IInvocationOperation call)
            {
                called.AddRange(Implementations.Of(_program).Of(call.TargetMethod, resolver.CancellationToken).Where(static method => !method.DeclaringSyntaxReferences.IsEmpty));
            }
        }

        return (false, called);
    }

    private static bool IsOne(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => IsPause(invocation) || Says(invocation.TargetMethod.Name) || Says(invocation.TargetMethod.ContainingType?.Name),
        IMemberReferenceOperation member => Says(member.Member.Name),
        IObjectCreationOperation creation => Says(creation.Type?.Name),
        _ => false,
    };

    /// <summary>Whether a policy limits what it runs; one that only retries does not.</summary>
    private static bool IsByPolicy(IInvocationOperation call, ValueResolver resolver) =>
        PolicyReader.IsExecution(call) && Names.ReceiverOf(call) is { } policy && PolicyReader.OperationsOf(policy, resolver).Any(static operation => IsOne(operation));

    private static bool IsPause(IInvocationOperation invocation) => invocation.TargetMethod.Name switch
    {
        "Delay" or "Sleep" or "WaitForNextTickAsync" or "AcquireAsync" or "AttemptAcquire" => true,
        "Wait" or "WaitAsync" or "WaitOne" => invocation.Instance?.Type?.Name.IndexOf("Semaphore", StringComparison.Ordinal) >= 0,
        _ => false,
    };

    private static bool Says(string? name) => EvidenceWords.Speaks("throttle", name);
}
