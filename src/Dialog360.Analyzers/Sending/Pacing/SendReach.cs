using System.Collections.Concurrent;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Pacing;

/// <summary>What calling a method leads to.</summary>
internal enum Reach
{
    /// <summary>No send, or one that is paced on its way.</summary>
    Nothing,

    /// <summary>A parameter is handed to an HTTP call whose host nobody knows: a send when the caller gives it a message.</summary>
    Carries,

    /// <summary>A message is sent without a pause on the way.</summary>
    Sends,
}

/// <summary>Tells which calls send messages, directly or through methods of the compilation, interfaces included.</summary>
internal sealed class SendReach
{
    private readonly ProgramModel _program;
    private readonly ConcurrentDictionary<IMethodSymbol, Reach> _known = new(SymbolEqualityComparer.Default);
    private readonly Lazy<SendReach> _withPaced;
    private readonly SendingCalls _calls;

    private SendReach(ProgramModel program, bool countsPaced)
    {
        _program = program;
        _calls = new SendingCalls(program, countsPaced);
        _withPaced = new Lazy<SendReach>(() => new SendReach(program, countsPaced: true));
    }

    /// <summary>The same, where a send that pauses on its way counts as well.</summary>
    public SendReach WithPaced => _withPaced.Value;

    /// <summary>The reach in that compilation.</summary>
    public static SendReach Of(ProgramModel program) => program.Part(static model => new SendReach(model, countsPaced: false));

    /// <summary>The calls in a body that send a message, unpaced, in the order of the text.</summary>
    public IEnumerable<IInvocationOperation> SendsIn(IOperation root, PayloadReader reader)
    {
        if (!SendingMembers.Of(_program, reader.Resolver.CancellationToken).Involve(root.Syntax))
        {
            yield break;
        }

        foreach (SendingCall call in _calls.In(root, reader))
        {
            foreach (IMethodSymbol target in call.Targets)
            {
                if (!_known.ContainsKey(target))
                {
                    Solve(target, reader);
                }
            }

            if (Of(call, _known, reader) == Reach.Sends)
            {
                yield return call.Invocation;
            }
        }
    }

    /// <summary>Finds out about a method and all that it calls together, as the least solution: circles of calls give the same answer wherever one begins.</summary>
    private void Solve(IMethodSymbol method, PayloadReader reader)
    {
        List<(IMethodSymbol Method, IReadOnlyList<SendingCall> Calls)> order = new();
        HashSet<IMethodSymbol> seen = new(SymbolEqualityComparer.Default) { method };
        Queue<IMethodSymbol> pending = new();
        pending.Enqueue(method);
        while (pending.Count > 0)
        {
            IMethodSymbol current = pending.Dequeue();
            IReadOnlyList<SendingCall> calls = _calls.Of(current, reader);
            order.Add((current, calls));
            foreach (SendingCall call in calls)
            {
                foreach (IMethodSymbol target in call.Targets)
                {
                    if (!_known.ContainsKey(target) && seen.Add(target))
                    {
                        pending.Enqueue(target);
                    }
                }
            }
        }

        Dictionary<IMethodSymbol, Reach> found = new(SymbolEqualityComparer.Default);
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int index = order.Count - 1; index >= 0; index--)
            {
                Reach reach = Reach.Nothing;
                foreach (SendingCall call in order[index].Calls)
                {
                    Reach called = Of(call, found, reader);
                    reach = called > reach ? called : reach;
                }

                changed |= !found.TryGetValue(order[index].Method, out Reach before) || before != reach;
                found[order[index].Method] = reach;
            }
        }

        foreach (KeyValuePair<IMethodSymbol, Reach> each in found)
        {
            _known.TryAdd(each.Key, each.Value);
        }
    }

    private Reach Of(SendingCall call, IReadOnlyDictionary<IMethodSymbol, Reach> found, PayloadReader reader)
    {
        if (call.Direct is { } direct)
        {
            return direct;
        }

        Reach reach = Reach.Nothing;
        foreach (IMethodSymbol target in call.Targets)
        {
            if ((found.TryGetValue(target, out Reach called) || _known.TryGetValue(target, out called)) && called > reach)
            {
                reach = called;
            }
        }

        return reach == Reach.Carries && SendingCalls.HasMessage(call.Invocation, reader) ? Reach.Sends : reach;
    }
}
