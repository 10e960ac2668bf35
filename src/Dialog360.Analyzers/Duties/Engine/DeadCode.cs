using System.Collections.Concurrent;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Sending.Queues;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Duties.Engine;

/// <summary>Methods that nothing can run: private ones, and local functions, that nobody calls, or only such methods.</summary>
internal sealed class DeadCode
{
    private readonly ProgramModel _program;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    private DeadCode(ProgramModel program)
    {
        _program = program;
    }

    /// <summary>The dead code of that compilation.</summary>
    public static DeadCode Of(ProgramModel program) => program.Part(static model => new DeadCode(model));

    /// <summary>Whether nothing can run a function.</summary>
    public bool Contains(FunctionUnit unit, CancellationToken cancellationToken) => QueueItems.NamedUnit(unit).Symbol is { } method && Contains(method, cancellationToken);

    /// <summary>Whether nothing can run a method.</summary>
    public bool Contains(IMethodSymbol method, CancellationToken cancellationToken)
    {
        method = method.OriginalDefinition;
        return IsClosed(method) && (_known.TryGetValue(method, out bool known) ? known : _known.GetOrAdd(method, Find(method, cancellationToken)));
    }

    private bool Find(IMethodSymbol method, CancellationToken cancellationToken)
    {
        HashSet<IMethodSymbol> seen = new(SymbolEqualityComparer.Default) { method };
        Queue<IMethodSymbol> pending = new();
        pending.Enqueue(method);
        while (pending.Count > 0)
        {
            IMethodSymbol current = pending.Dequeue();
            if (IsNamedElsewhere(current, cancellationToken))
            {
                return false;
            }

            foreach (CallSite site in CallIndex.Of(_program).CallersOf(current, cancellationToken))
            {
                if (QueueItems.NamedUnit(site.Unit).Symbol?.OriginalDefinition is not { } caller || !IsClosed(caller))
                {
                    return false;
                }

                if (seen.Add(caller))
                {
                    pending.Enqueue(caller);
                }
            }
        }

        return true;
    }

    /// <summary>Whether only this compilation's own code can run a method, by its name.</summary>
    private bool IsClosed(IMethodSymbol method) =>
        method.MethodKind == MethodKind.LocalFunction
        || (method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private, IsOverride: false, ExplicitInterfaceImplementations.IsEmpty: true }
            && method.GetAttributes().All(static attribute => attribute.AttributeClass?.ContainingNamespace?.ToDisplayString().StartsWith("System", StringComparison.Ordinal) == true)
            && !IsEventHandler(method)
            && !SymbolEqualityComparer.Default.Equals(method, _program.Compilation.GetEntryPoint(CancellationToken.None)));

    /// <summary>Markup names handlers of events, which no code calls.</summary>
    private static bool IsEventHandler(IMethodSymbol method)
    {
        if (!method.ReturnsVoid || method.Parameters is not [{ Type.SpecialType: SpecialType.System_Object }, { Type: var arguments }])
        {
            return false;
        }

        for (ITypeSymbol? type = arguments; type is not null; type = type.BaseType)
        {
            if (type.Name == "EventArgs")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A <c>nameof</c> may be how a scheduler is told, and a call that does not bind may be meant for it.</summary>
    private bool IsNamedElsewhere(IMethodSymbol method, CancellationToken cancellationToken)
    {
        foreach (SyntaxNode node in CallIndex.Of(_program).Named(method.Name, cancellationToken))
        {
            if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } })
            {
                return true;
            }
        }

        return UnboundCalls.Of(_program).AnyOf(method, cancellationToken);
    }
}
