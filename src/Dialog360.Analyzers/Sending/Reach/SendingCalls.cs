using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Sending.Requests;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>A call that may lead to a send.</summary>
/// <param name="Invocation">The call.</param>
/// <param name="Direct">What it does where it is one of a client.</param>
/// <param name="Targets">The methods of the compilation that it may run else.</param>
internal readonly record struct SendingCall(IInvocationOperation Invocation, Reached? Direct, ImmutableArray<IMethodSymbol> Targets)
{
    /// <summary>Whether the method itself makes the call again and again: then its loop is the one to be paced, not one around a call of the method.</summary>
    public bool IsLooped { get; init; }
}

/// <summary>The calls in bodies that may lead to sends, as far as each body alone tells.</summary>
internal sealed class SendingCalls
{
    private readonly ProgramModel _program;
    private readonly IPace? _pace;

    /// <summary>Creates it for one compilation.</summary>
    /// <param name="program">The compilation.</param>
    /// <param name="pace">Tells which sends are paced: these do not count. Null where all count.</param>
    public SendingCalls(ProgramModel program, IPace? pace)
    {
        _program = program;
        _pace = pace;
    }

    /// <summary>The calls of a method that may send; none where it pauses.</summary>
    public IReadOnlyList<SendingCall> Of(IMethodSymbol method, PayloadReader reader) =>
        _program.BodyOf(method, reader.Resolver.CancellationToken) is { } body && _pace?.PausesIn(body, reader.Resolver) != true
            ? In(body, reader).Select(call => call with { IsLooped = _pace?.IsRepeated(call.Invocation, reader.Resolver) == true }).ToList()
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
                Reached? direct = DirectOf(invocation, sends, reader);
                ImmutableArray<IMethodSymbol> targets = direct is null ? TargetsOf(invocation, _program, reader.Resolver.CancellationToken) : ImmutableArray<IMethodSymbol>.Empty;
                if (direct is not null || !targets.IsEmpty)
                {
                    calls.Add(new SendingCall(invocation, direct, targets));
                }
            }
        }

        return calls;
    }

    /// <summary>What a call of a client does; null for all other calls.</summary>
    private Reached? DirectOf(IInvocationOperation invocation, ImmutableArray<SendCall> sends, PayloadReader reader)
    {
        foreach (SendCall call in sends)
        {
            if (call.Operation == invocation)
            {
                Reached reach = !SentMessages.IsSend(call, reader) ? (TakesParameter(call) ? Reached.Carries : Reached.Nothing)
                    : TakesParameter(call) && SentMessages.Of(call, reader).IsEmpty ? Reached.CarriesThere
                    : Reached.Sends;
                return IsPaced(call, reader) ? Reached.Nothing : reach;
            }
        }

        return null;
    }

    /// <summary>The methods of the compilation that a call may run and that may lead to a send.</summary>
    public static ImmutableArray<IMethodSymbol> TargetsOf(IInvocationOperation call, ProgramModel program, CancellationToken cancellationToken) => TargetsOf(call.TargetMethod, program, cancellationToken);

    /// <summary>The same of a method that is named: a method group.</summary>
    public static ImmutableArray<IMethodSymbol> TargetsOf(IMethodSymbol called, ProgramModel program, CancellationToken cancellationToken)
    {
        ImmutableArray<IMethodSymbol>.Builder targets = ImmutableArray.CreateBuilder<IMethodSymbol>();
        SendingMembers senders = SendingMembers.Of(program, cancellationToken);
        foreach (IMethodSymbol method in Implementations.Of(program).Of(called, cancellationToken))
        {
            IMethodSymbol target = (method.ReducedFrom ?? method).OriginalDefinition;
            if (!target.DeclaringSyntaxReferences.IsEmpty && senders.Involve(target, cancellationToken))
            {
                targets.Add(target);
            }
        }

        return targets.ToImmutable();
    }

    private bool IsPaced(SendCall call, PayloadReader reader) =>
        _pace is not null && (_pace.Limits(call, reader.Resolver) || (call.Inside is { } inside && _pace.PausesIn(inside.Root(), reader.Resolver)));

    /// <summary>Whether the body is what the callers of the method hand over; what a lambda gets of a sequence is at hand.</summary>
    private static bool TakesParameter(SendCall call)
    {
        foreach (IOperation source in call.PayloadSources)
        {
            if (source is IParameterReferenceOperation { Parameter.ContainingSymbol: not IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a call leads to, by what it hands over: a message, something that is known to be none, or an object of which nothing is known to where messages go.</summary>
    public static Reached WithArguments(IInvocationOperation invocation, Reached reach, PayloadReader reader)
    {
        if (reach is not (Reached.Carries or Reached.CarriesThere))
        {
            return reach;
        }

        bool there = reach == Reached.CarriesThere;
        bool isKnown = false;
        bool isHandedOn = false;
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (argument.Value.Type is not { IsValueType: false })
            {
                continue;
            }

            PayloadNode node = reader.Read(argument.Value);
            if (!MessageRecognizer.Find(node, Destination.Unknown, ApiGeneration.Unknown).IsEmpty)
            {
                return Reached.Sends;
            }

            isKnown |= node.Kind is PayloadKind.Object or PayloadKind.Array;
            isHandedOn |= reader.Resolver.Resolve(argument.Value) is IParameterReferenceOperation && argument.Parameter?.Type.SpecialType != SpecialType.System_String;
            there |= UrlReader.Read(argument.Value, reader.Resolver) is { IsAbsolute: true } url && ApiHosts.DestinationOf(url) == Destination.WhatsApp && ApiHosts.TakesMessages(url);
        }

        return !there ? reach
            : isKnown ? Reached.Nothing
            : isHandedOn ? Reached.CarriesThere
            : Reached.Sends;
    }
}
