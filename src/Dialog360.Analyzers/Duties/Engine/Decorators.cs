using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Engine;

/// <summary>
/// Implementations of an interface that take another implementation of it, or the interface, and call it only under the check: then a call
/// through the interface is checked.
/// </summary>
internal sealed class Decorators
{
    private readonly ProgramModel _program;
    private readonly SendPolicy _policy;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<(IMethodSymbol, IMethodSymbol), bool> _known = new();

    /// <summary>Creates the part. It is for one thread.</summary>
    public Decorators(ProgramModel program, SendPolicy policy, CancellationToken cancellationToken)
    {
        _program = program;
        _policy = policy;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Whether one of the other methods that a call through an interface may run puts the check before <paramref name="target"/>.</summary>
    public bool Guard(SourceCall call, IMethodSymbol target)
    {
        if (call.Targets.Length < 2 || call.Call is not IInvocationOperation { TargetMethod.ContainingType: { TypeKind: TypeKind.Interface } contract })
        {
            return false;
        }

        foreach (IMethodSymbol other in call.Targets)
        {
            if (!SymbolEqualityComparer.Default.Equals(other, target) && !SymbolEqualityComparer.Default.Equals(other.ContainingType, target.ContainingType) && Wraps(other, target, contract))
            {
                return true;
            }
        }

        return false;
    }

    private bool Wraps(IMethodSymbol outer, IMethodSymbol inner, INamedTypeSymbol contract)
    {
        if (!_known.TryGetValue((outer, inner), out bool wraps))
        {
            _known[(outer, inner)] = wraps = Takes(outer.ContainingType, contract, inner.ContainingType) && CallsGuarded(outer, inner);
        }

        return wraps;
    }

    private static bool Takes(INamedTypeSymbol type, INamedTypeSymbol contract, INamedTypeSymbol implementation) =>
        type.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter =>
            SymbolEqualityComparer.Default.Equals(parameter.Type.OriginalDefinition, contract.OriginalDefinition) || SymbolEqualityComparer.Default.Equals(parameter.Type.OriginalDefinition, implementation)));

    private bool CallsGuarded(IMethodSymbol outer, IMethodSymbol inner)
    {
        bool any = false;
        if (BodyModels.Of(_program).UnitOf(outer, _cancellationToken) is { } unit)
        {
            foreach (SourceCall call in BodyFacts.Of(unit.Body, _cancellationToken).Calls)
            {
                if (call.Targets.Contains(inner, SymbolEqualityComparer.Default))
                {
                    any = true;
                    if (!_policy.IsGuarded(call.Unit, call.Call.Syntax))
                    {
                        return false;
                    }
                }
            }
        }

        return any;
    }
}
