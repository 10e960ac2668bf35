using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>Tells which calls send messages, directly or through methods of the compilation, interfaces included.</summary>
internal sealed class SendReach
{
    private readonly ProgramModel _program;
    private readonly ConcurrentDictionary<IMethodSymbol, Reached> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IOperation, ImmutableArray<IInvocationOperation>> _sends = new();
    private readonly SendingCalls _calls;

    /// <summary>Creates the reach of the sends that <paramref name="pace"/> does not count as paced.</summary>
    public SendReach(ProgramModel program, IPace? pace)
    {
        _program = program;
        _calls = new SendingCalls(program, pace);
    }

    /// <summary>The reach of all sends in that compilation, paced or not.</summary>
    public static SendReach Of(ProgramModel program) => program.Part(static model => new SendReach(model, pace: null));

    /// <summary>The calls in a body that send a message, in the order of the text.</summary>
    public ImmutableArray<IInvocationOperation> SendsIn(IOperation root, PayloadReader reader)
    {
        if (!_sends.TryGetValue(root, out ImmutableArray<IInvocationOperation> sends))
        {
            sends = SendingMembers.Of(_program, reader.Resolver.CancellationToken).Involve(root.Syntax) ? FindIn(root, reader) : ImmutableArray<IInvocationOperation>.Empty;
            _sends.TryAdd(root, sends);
        }

        return sends;
    }

    private ImmutableArray<IInvocationOperation> FindIn(IOperation root, PayloadReader reader)
    {
        ImmutableArray<IInvocationOperation>.Builder sends = ImmutableArray.CreateBuilder<IInvocationOperation>();
        Func<IMethodSymbol, Reached> reachOf = target => Of(target, reader);
        bool? isGivenMessages = null;
        foreach (SendingCall call in _calls.In(root, reader))
        {
            Reached reached = Of(call, reachOf, reader);
            if (reached == Reached.Sends || (reached == Reached.CarriesThere && (isGivenMessages ??= IsGivenMessages(root, reader))))
            {
                sends.Add(call.Invocation);
            }
        }

        return sends.ToImmutable();
    }

    /// <summary>
    /// Whether what callers hand to the method around a body, and it hands on to where messages go, is a message as far as anybody sees: a caller gives
    /// one, or something that nobody knows, or there is none. Where all that is given is known to be something else (a read receipt), it is not.
    /// </summary>
    private bool IsGivenMessages(IOperation root, PayloadReader reader)
    {
        CancellationToken cancellationToken = reader.Resolver.CancellationToken;
        HashSet<IMethodSymbol> seen = new(SymbolEqualityComparer.Default);
        Queue<IOperation> pending = new();
        pending.Enqueue(root);
        while (pending.Count > 0)
        {
            if (BodyModels.Of(_program).Around(pending.Dequeue().Syntax, cancellationToken) is not { Method: { } method } || !seen.Add(method))
            {
                continue;
            }

            ImmutableArray<CallSite> callers = CallIndex.Of(_program).CallersOf(method, cancellationToken);
            if (callers.IsEmpty)
            {
                return true;
            }

            foreach (CallSite site in callers)
            {
                Reached given = site.Operation is IInvocationOperation caller ? SendingCalls.WithArguments(caller, Reached.CarriesThere, reader) : Reached.Sends;
                if (given == Reached.Sends)
                {
                    return true;
                }

                if (given == Reached.CarriesThere)
                {
                    pending.Enqueue(site.Operation);
                }
            }
        }

        return false;
    }

    /// <summary>The method groups in a body (<c>numbers.Select(SendAsync)</c>) that stand for a method which sends, in the order of the text.</summary>
    public IEnumerable<IMethodReferenceOperation> GroupsIn(IOperation root, PayloadReader reader)
    {
        CancellationToken cancellationToken = reader.Resolver.CancellationToken;
        SendingMembers senders = SendingMembers.Of(_program, cancellationToken);
        foreach (IMethodReferenceOperation group in senders.Involve(root.Syntax) ? root.DescendantsAndSelf().OfType<IMethodReferenceOperation>() : [])
        {
            foreach (IMethodSymbol method in Implementations.Of(_program).Of(group.Method, cancellationToken))
            {
                IMethodSymbol target = (method.ReducedFrom ?? method).OriginalDefinition;
                if (target.DeclaringSyntaxReferences.IsEmpty || !senders.Involve(target, cancellationToken))
                {
                    continue;
                }

                if (Of(target, reader) == Reached.Sends)
                {
                    yield return group;
                    break;
                }
            }
        }
    }

    /// <summary>What calling a method does.</summary>
    private Reached Of(IMethodSymbol method, PayloadReader reader)
    {
        if (_known.TryGetValue(method, out Reached known))
        {
            return known;
        }

        Dictionary<IMethodSymbol, IReadOnlyList<SendingCall>> calls = new(SymbolEqualityComparer.Default);
        return CallGraph.Solve(
            method,
            _known,
            Reached.Nothing,
            current => (calls[current] = _calls.Of(current, reader)).SelectMany(static call => call.Targets),
            (current, reachOf) => Most(calls[current], reachOf, reader));
    }

    private static Reached Most(IReadOnlyList<SendingCall> calls, Func<IMethodSymbol, Reached> reachOf, PayloadReader reader)
    {
        Reached most = Reached.Nothing;
        foreach (SendingCall call in calls)
        {
            Reached reach = call.IsLooped ? Reached.Nothing : Of(call, reachOf, reader);
            most = reach > most ? reach : most;
        }

        return most;
    }

    private static Reached Of(SendingCall call, Func<IMethodSymbol, Reached> reachOf, PayloadReader reader)
    {
        if (call.Direct is { } direct)
        {
            return direct;
        }

        Reached reach = Reached.Nothing;
        foreach (IMethodSymbol target in call.Targets)
        {
            Reached called = reachOf(target);
            reach = called > reach ? called : reach;
        }

        return SendingCalls.WithArguments(call.Invocation, reach, reader);
    }
}
