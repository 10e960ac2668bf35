using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Calls;

/// <summary>The callers of a function that the compilation shows.</summary>
/// <param name="Sites">The calls, those by the function itself left out.</param>
/// <param name="HasUnknown">
/// Whether there are others: the function is handed to where nobody sees it called (a source method, a field, an event of the source), or a call
/// does not bind.
/// </param>
internal sealed record VisibleCallers(ImmutableArray<CallSite> Sites, bool HasUnknown)
{
    /// <summary>Whether there is no caller at all.</summary>
    public bool AreNone => Sites.IsEmpty && !HasUnknown;

    /// <summary>The callers of a member or local function.</summary>
    public static VisibleCallers Of(FunctionUnit unit, ProgramModel program, CancellationToken cancellationToken)
    {
        if (unit.Symbol is not { } method)
        {
            return new VisibleCallers(ImmutableArray<CallSite>.Empty, false);
        }

        ImmutableArray<CallSite>.Builder sites = ImmutableArray.CreateBuilder<CallSite>();
        bool unknown = false;
        foreach (CallSite site in CallIndex.Of(program).CallersOf(method, cancellationToken))
        {
            if (IsInside(site.Unit, unit))
            {
                continue;
            }

            if (site.Operation is not IMethodReferenceOperation reference || ValueOrigins.SequenceFor(reference) is not null)
            {
                sites.Add(site);
            }
            else
            {
                unknown |= !IsHandedAway(reference, program);
            }
        }

        return new VisibleCallers(sites.ToImmutable(), unknown || UnboundCalls.Of(program).AnyOf(method, cancellationToken));
    }

    private static bool IsInside(FunctionUnit? unit, FunctionUnit around)
    {
        for (; unit is not null; unit = unit.Outer)
        {
            if (unit == around)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a method group goes to a method of another assembly or to an event: an entry point, not a call.</summary>
    private static bool IsHandedAway(IOperation reference, ProgramModel program)
    {
        IOperation? parent = reference.Parent;
        while (parent is IConversionOperation or IDelegateCreationOperation)
        {
            parent = parent.Parent;
        }

        return parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var target } call } => !ValueOrigins.IsKeptBy(call) && !SymbolEqualityComparer.Default.Equals(target.ContainingAssembly, program.Compilation.Assembly),
            IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } target } } => !SymbolEqualityComparer.Default.Equals(target.ContainingAssembly, program.Compilation.Assembly),
            // An event of the source is raised by the source.
            IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event.ContainingAssembly: var assembly } } => !SymbolEqualityComparer.Default.Equals(assembly, program.Compilation.Assembly),
            IEventAssignmentOperation => true,
            _ => false,
        };
    }
}
