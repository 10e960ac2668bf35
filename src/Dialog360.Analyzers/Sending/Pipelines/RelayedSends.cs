using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Pipelines;

/// <summary>Finds the sends that a method makes for others: those who call it hand it a lambda or a method that sends.</summary>
internal sealed class RelayedSends
{
    private static readonly ImmutableArray<IOperation> None = ImmutableArray<IOperation>.Empty;

    private readonly ProgramModel _program;
    private readonly ConcurrentDictionary<IParameterSymbol, ImmutableArray<IOperation>> _known = new(SymbolEqualityComparer.Default);

    private RelayedSends(ProgramModel program)
    {
        _program = program;
    }

    /// <summary>The relayed sends of that compilation.</summary>
    public static RelayedSends Of(ProgramModel program) => program.Part(static model => new RelayedSends(model));

    /// <summary>The parameter whose delegate a call runs (<c>action()</c>, <c>action.Invoke()</c>), or null.</summary>
    public static IParameterSymbol? ParameterRunBy(IInvocationOperation call) =>
        call is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } instance } && ValueResolver.Strip(instance) is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol } parameter }
            ? parameter
            : null;

    /// <summary>The code that a delegate argument holds: the lambda, or the body of a method of the compilation; null where nobody sees it.</summary>
    public IOperation? CodeOf(IOperation argument, CancellationToken cancellationToken) => ValueResolver.Strip(argument) switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda,
        IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } } => _program.BodyOf(method, cancellationToken),
        _ => null,
    };

    /// <summary>The lambdas and methods given to a delegate parameter that send a message; empty where none is seen.</summary>
    public ImmutableArray<IOperation> SentBy(IParameterSymbol parameter, PayloadReader reader)
    {
        parameter = parameter.OriginalDefinition;
        return _known.TryGetValue(parameter, out ImmutableArray<IOperation> known) ? known : _known.GetOrAdd(parameter, Find(parameter, reader));
    }

    /// <summary>Whether code sends a message.</summary>
    public bool Sends(IOperation code, PayloadReader reader) => SendReach.Of(_program).SendsIn(code, reader).Any();

    private ImmutableArray<IOperation> Find(IParameterSymbol parameter, PayloadReader reader)
    {
        if (parameter.Type.TypeKind != TypeKind.Delegate || parameter.ContainingSymbol is not IMethodSymbol method)
        {
            return None;
        }

        ImmutableArray<IOperation>.Builder found = ImmutableArray.CreateBuilder<IOperation>();
        CancellationToken cancellationToken = reader.Resolver.CancellationToken;
        foreach (CallSite caller in CallIndex.Of(_program).CallersOf(method, cancellationToken))
        {
            if (CallSite.ArgumentOf(caller.Operation, parameter.Ordinal) is { } argument && CodeOf(argument, cancellationToken) is { } code && Sends(code, reader))
            {
                found.Add(code);
            }
        }

        return found.ToImmutable();
    }
}
