using System.Collections.Immutable;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Pacing;

/// <summary>A call that may lead to a send.</summary>
/// <param name="Invocation">The call.</param>
/// <param name="Direct">What it does where it is one of a client.</param>
/// <param name="Targets">The methods of the compilation that it may run else.</param>
internal readonly record struct SendingCall(IInvocationOperation Invocation, Reach? Direct, ImmutableArray<IMethodSymbol> Targets);

/// <summary>The calls in bodies that may lead to sends, as far as each body alone tells.</summary>
internal sealed class SendingCalls
{
    private readonly ProgramModel _program;
    private readonly bool _countsPaced;

    /// <summary>Creates it for one compilation.</summary>
    /// <param name="program">The compilation.</param>
    /// <param name="countsPaced">Whether what pauses counts as well.</param>
    public SendingCalls(ProgramModel program, bool countsPaced)
    {
        _program = program;
        _countsPaced = countsPaced;
    }

    /// <summary>The calls of a method that may send; none where it pauses.</summary>
    public IReadOnlyList<SendingCall> Of(IMethodSymbol method, PayloadReader reader) =>
        _program.BodyOf(method, reader.Resolver.CancellationToken) is { } body && (_countsPaced || !Throttles.Of(_program).AnyIn(body, reader.Resolver))
            ? In(body, reader)
            : [];

    /// <summary>The calls in a body, or in a part of one, that may send, in the order of its operations.</summary>
    public IReadOnlyList<SendingCall> In(IOperation body, PayloadReader reader)
    {
        List<SendingCall> calls = new();
        ImmutableArray<SendCall> sends = BlockSends.Of(body, reader.Resolver);
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            reader.Resolver.CancellationToken.ThrowIfCancellationRequested();
            if (operation is IInvocationOperation invocation)
            {
                Reach? direct = DirectOf(invocation, sends, reader);
                ImmutableArray<IMethodSymbol> targets = direct is null ? TargetsOf(invocation, reader) : ImmutableArray<IMethodSymbol>.Empty;
                if (direct is not null || !targets.IsEmpty)
                {
                    calls.Add(new SendingCall(invocation, direct, targets));
                }
            }
        }

        return calls;
    }

    /// <summary>What a call of a client does; null for all other calls.</summary>
    private Reach? DirectOf(IInvocationOperation invocation, ImmutableArray<SendCall> sends, PayloadReader reader)
    {
        foreach (SendCall call in sends)
        {
            if (call.Operation == invocation)
            {
                return SentMessages.IsSend(call, reader) ? (IsPaced(call, reader) ? Reach.Nothing : Reach.Sends) : TakesParameter(call) ? Reach.Carries : Reach.Nothing;
            }
        }

        return null;
    }

    /// <summary>The methods of the compilation that a call may run and that may lead to a send.</summary>
    private ImmutableArray<IMethodSymbol> TargetsOf(IInvocationOperation invocation, PayloadReader reader)
    {
        ImmutableArray<IMethodSymbol>.Builder targets = ImmutableArray.CreateBuilder<IMethodSymbol>();
        SendingMembers senders = SendingMembers.Of(_program, reader.Resolver.CancellationToken);
        foreach (IMethodSymbol method in _program.Implementations.Of(invocation.TargetMethod, reader.Resolver.CancellationToken))
        {
            IMethodSymbol target = (method.ReducedFrom ?? method).OriginalDefinition;
            if (!target.DeclaringSyntaxReferences.IsEmpty && senders.Involve(target, reader.Resolver.CancellationToken))
            {
                targets.Add(target);
            }
        }

        return targets.ToImmutable();
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
    public static bool HasMessage(IInvocationOperation invocation, PayloadReader reader)
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
}
