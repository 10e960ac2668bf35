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
    private const int MaxDepth = 4;

    private readonly ProgramModel _program;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    private Throttles(ProgramModel program)
    {
        _program = program;
    }

    /// <summary>The throttles of that compilation.</summary>
    public static Throttles Of(ProgramModel program) => program.Part(static model => new Throttles(model));

    /// <summary>Whether the code under <paramref name="root"/> holds one, or calls a method that does.</summary>
    public bool AnyIn(IOperation root, ValueResolver resolver) => AnyIn(root, resolver, 0);

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

    private bool AnyIn(IOperation root, ValueResolver resolver, int depth)
    {
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            resolver.CancellationToken.ThrowIfCancellationRequested();
            if (IsOne(operation) || (operation is IInvocationOperation call && (IsByPolicy(call, resolver) || IsInside(call, resolver, depth))))
            {
                return true;
            }
        }

        return false;
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

    private bool IsInside(IInvocationOperation call, ValueResolver resolver, int depth)
    {
        if (depth >= MaxDepth)
        {
            return false;
        }

        foreach (IMethodSymbol method in Implementations.Of(_program).Of(call.TargetMethod, resolver.CancellationToken))
        {
            if (!_known.TryGetValue(method, out bool isPaced))
            {
                isPaced = !method.DeclaringSyntaxReferences.IsEmpty && _program.BodyOf(method, resolver.CancellationToken) is { } body && AnyIn(body, resolver, depth + 1);

                // Deep in a walk the result may be cut short.
                isPaced = isPaced || depth > 0 ? isPaced : _known.GetOrAdd(method, false);
            }

            if (isPaced)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPause(IInvocationOperation invocation) => invocation.TargetMethod.Name switch
    {
        "Delay" or "Sleep" or "WaitForNextTickAsync" or "AcquireAsync" or "AttemptAcquire" => true,
        "Wait" or "WaitAsync" or "WaitOne" => invocation.Instance?.Type?.Name.IndexOf("Semaphore", StringComparison.Ordinal) >= 0,
        _ => false,
    };

    private static bool Says(string? name) => EvidenceWords.Speaks("throttle", name);
}
