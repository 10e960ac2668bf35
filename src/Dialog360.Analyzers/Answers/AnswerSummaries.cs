using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Sending.Reach;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>
/// What a method of the program says to its callers about the sends in it: the answer itself, its text, or a result of its own (a <c>bool</c>, a status, an id
/// or null); nothing where it throws, writes a log or reacts in another way, for then they need not look.
/// </summary>
internal sealed class AnswerSummaries
{
    private readonly ProgramModel _program;
    private readonly ConcurrentDictionary<IMethodSymbol, AnswerPart?> _known = new(SymbolEqualityComparer.Default);

    private AnswerSummaries(ProgramModel program)
    {
        _program = program;
    }

    /// <summary>The summaries of that compilation.</summary>
    public static AnswerSummaries Of(ProgramModel program) => program.Part(static model => new AnswerSummaries(model));

    /// <summary>What a call of a method of the program gives back about the send in it; null where nobody needs to look at it.</summary>
    public AnswerPart? PartOf(IInvocationOperation call, PayloadReader reader) => PartOf(call.TargetMethod, reader);

    /// <summary>The same of a method that is named, whoever calls it.</summary>
    public AnswerPart? PartOf(IMethodSymbol method, PayloadReader reader) =>
        Agreed(SendingCalls.TargetsOf(method, _program, reader.Resolver.CancellationToken), target => Of(target, reader));

    /// <summary>What a method gives back about the sends in it.</summary>
    public AnswerPart? Of(IMethodSymbol method, PayloadReader reader) =>
        CallGraph.Solve(method, _known, null, current => CalleesOf(current, reader), (current, known) => Stronger(known(current), Evaluate(current, known, reader)));

    /// <summary>Whether a call runs a method of the program that may send.</summary>
    public bool IsOwn(IInvocationOperation call, PayloadReader reader) => !TargetsOf(call, reader).IsEmpty;

    private static AnswerPart? Agreed(ImmutableArray<IMethodSymbol> targets, Func<IMethodSymbol, AnswerPart?> partOf)
    {
        AnswerPart? part = null;
        foreach (IMethodSymbol target in targets)
        {
            if (partOf(target) is not { } own)
            {
                return null;
            }

            part = part is null || own == part ? own : AnswerPart.Told;
        }

        return part;
    }

    private IEnumerable<IMethodSymbol> CalleesOf(IMethodSymbol method, PayloadReader reader) =>
        _program.BodyOf(method, reader.Resolver.CancellationToken) is { } body
            ? body.DescendantsAndSelf().OfType<IInvocationOperation>().SelectMany(call => TargetsOf(call, reader))
            : [];

    private AnswerPart? Evaluate(IMethodSymbol method, Func<IMethodSymbol, AnswerPart?> known, PayloadReader reader)
    {
        CancellationToken cancellationToken = reader.Resolver.CancellationToken;
        if (method.ReturnsVoid || (AnswerUses.IsTask(method.ReturnType) && method.ReturnType is INamedTypeSymbol { IsGenericType: false }) || _program.BodyOf(method, cancellationToken) is not { } body)
        {
            return null;
        }

        AnswerPart? told = null;
        foreach (SendCall send in BlockSends.Of(body, reader.Resolver))
        {
            told = Stronger(told, send.ThrowsOnFailure ? PartOfThrowing(send.Operation, cancellationToken) : PartOfAnswer(send.Operation, AnswerPart.Response, cancellationToken));
        }

        foreach (IInvocationOperation call in body.DescendantsAndSelf().OfType<IInvocationOperation>())
        {
            if (Agreed(TargetsOf(call, reader), known) is { } part)
            {
                told = Stronger(told, PartOfAnswer(call, part, cancellationToken));
            }
        }

        return told;
    }

    /// <summary>What a method gives back of an answer in it, where it does nothing else about a failure.</summary>
    public AnswerPart? PartOfAnswer(IInvocationOperation call, AnswerPart part, CancellationToken cancellationToken)
    {
        AnswerPart? told = null;
        bool decides = false;
        foreach (AnswerUsage use in AnswerUses.Of(call, part, _program, cancellationToken))
        {
            switch (use.Kind)
            {
                case AnswerUseKind.Returned:
                    told = Stronger(told, use.Part is AnswerPart.Response or AnswerPart.Text ? use.Part : AnswerPart.Told);
                    break;
                case AnswerUseKind.Decides:
                    decides = true;
                    break;
                case AnswerUseKind.Throws:
                    if (PartOfThrowing(use.At, cancellationToken) is not { } caught)
                    {
                        return null;
                    }

                    told = Stronger(told, caught);
                    break;
                case AnswerUseKind.Dropped or AnswerUseKind.Discarded or AnswerUseKind.ReadAsJson:
                case AnswerUseKind.Logged when use.Part is AnswerPart.Text or AnswerPart.Parsed:
                    break;
                default:
                    return null;
            }
        }

        told = decides && told != AnswerPart.Response ? AnswerPart.Told : told;
        return decides && new Reactions(_program, cancellationToken).AreUnder(call) ? null : told;
    }

    /// <summary>An exception that nothing but the result of the method lets its callers know of.</summary>
    private AnswerPart? PartOfThrowing(IOperation call, CancellationToken cancellationToken) =>
        Reactions.CatchAround(call) is { } clause && !new Reactions(_program, cancellationToken).AreIn(clause) ? AnswerPart.Told : null;

    private static AnswerPart? Stronger(AnswerPart? one, AnswerPart? other) =>
        one is null ? other : other is null ? one : one == AnswerPart.Response || other == AnswerPart.Response ? AnswerPart.Response : one == AnswerPart.Told || other == AnswerPart.Told ? AnswerPart.Told : one;

    private ImmutableArray<IMethodSymbol> TargetsOf(IInvocationOperation call, PayloadReader reader) => SendingCalls.TargetsOf(call.TargetMethod, _program, reader.Resolver.CancellationToken);
}
