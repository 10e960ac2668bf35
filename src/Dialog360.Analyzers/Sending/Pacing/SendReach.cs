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
    private const int MaxDepth = 6;

    private readonly ProgramModel _program;
    private readonly ConcurrentDictionary<IMethodSymbol, Reach> _known = new(SymbolEqualityComparer.Default);

    private readonly Lazy<SendReach> _withPaced;
    private readonly bool _countsPaced;

    private SendReach(ProgramModel program, bool countsPaced)
    {
        _program = program;
        _countsPaced = countsPaced;
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

        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            reader.Resolver.CancellationToken.ThrowIfCancellationRequested();
            if (operation is IInvocationOperation invocation && ReachOf(invocation, root, reader, new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default), 0) == Reach.Sends)
            {
                yield return invocation;
            }
        }
    }

    private Reach ReachOf(IInvocationOperation invocation, IOperation root, PayloadReader reader, HashSet<IMethodSymbol> path, int depth)
    {
        foreach (SendCall call in BlockSends.Of(root, reader.Resolver))
        {
            if (call.Operation == invocation)
            {
                return SentMessages.IsSend(call, reader) ? (IsPaced(call, reader) ? Reach.Nothing : Reach.Sends) : TakesParameter(call) ? Reach.Carries : Reach.Nothing;
            }
        }

        Reach reach = Reach.Nothing;
        SendingMembers senders = SendingMembers.Of(_program, reader.Resolver.CancellationToken);
        foreach (IMethodSymbol method in _program.Implementations.Of(invocation.TargetMethod, reader.Resolver.CancellationToken))
        {
            if (senders.Involve(method, reader.Resolver.CancellationToken))
            {
                Reach found = ReachOf(method, reader, path, depth + 1);
                reach = found > reach ? found : reach;
            }
        }

        return reach == Reach.Carries && depth == 0 && HasMessage(invocation, reader) ? Reach.Sends : reach;
    }

    private Reach ReachOf(IMethodSymbol method, PayloadReader reader, HashSet<IMethodSymbol> path, int depth)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        if (_known.TryGetValue(method, out Reach known))
        {
            return known;
        }

        if (depth > MaxDepth || method.DeclaringSyntaxReferences.IsEmpty || !path.Add(method) || _program.BodyOf(method, reader.Resolver.CancellationToken) is not { } body)
        {
            return Reach.Nothing;
        }

        Reach reach = Reach.Nothing;
        if (_countsPaced || !Throttles.Of(_program).AnyIn(body, reader.Resolver))
        {
            foreach (IOperation operation in body.DescendantsAndSelf())
            {
                if (operation is IInvocationOperation invocation)
                {
                    Reach found = ReachOf(invocation, RootOf(body), reader, path, depth);
                    found = found == Reach.Carries && HasMessage(invocation, reader) ? Reach.Sends : found;
                    reach = found > reach ? found : reach;
                }
            }
        }

        path.Remove(method);

        // Deep in a walk the result may be cut short; only whole ones are kept.
        return depth <= 1 ? _known.GetOrAdd(method, reach) : reach;
    }

    private bool IsPaced(SendCall call, PayloadReader reader) => !_countsPaced && Throttles.IsLimited(call, reader.Resolver);

    private static bool TakesParameter(SendCall call)
    {
        foreach (IOperation source in call.PayloadSources)
        {
            if (source is IParameterReferenceOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of the arguments is a message.</summary>
    private static bool HasMessage(IInvocationOperation invocation, PayloadReader reader)
    {
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (argument.Value.Type is { IsValueType: false } && !MessageRecognizer.Find(reader.Read(argument.Value), Destination.Unknown, ApiGeneration.Unknown).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static IOperation RootOf(IOperation operation)
    {
        operation = operation.Root();

        return operation;
    }
}
