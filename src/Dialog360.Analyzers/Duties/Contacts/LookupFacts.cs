using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Flow;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Contacts;

/// <summary>Tells whether the contacts endpoint is asked before a place: in the function, or in what it calls before.</summary>
internal sealed class LookupFacts
{
    private readonly ValueResolver _resolver;
    private readonly SendingOptions _options;
    private readonly ContactRequests _requests;
    private readonly Dictionary<ISymbol, bool> _looksUp = new(SymbolEqualityComparer.Default);

    /// <summary>Creates the facts. They are for one thread.</summary>
    public LookupFacts(ValueResolver resolver, SendingOptions options)
    {
        _resolver = resolver;
        _options = options;
        _requests = new ContactRequests(resolver);
    }

    /// <summary>Whether a look-up comes before the place in its function or in those around it.</summary>
    public bool IsLookedUp(FunctionUnit unit, SyntaxNode place)
    {
        for (FunctionUnit? current = unit; current is not null; current = current.Outer)
        {
            if (ComesBefore(current, place))
            {
                return true;
            }

            if (!current.IsLambda)
            {
                return false;
            }

            place = current.Node.Syntax;
        }

        return false;
    }

    private bool ComesBefore(FunctionUnit unit, SyntaxNode place)
    {
        FlowGraph? flow = null;
        foreach (IOperation operation in unit.Node.Descendants())
        {
            _resolver.CancellationToken.ThrowIfCancellationRequested();
            if (operation is not IInvocationOperation call || call.Syntax.Span.Contains(place.Span) || !IsLookup(call))
            {
                continue;
            }

            if (place.Span.Contains(call.Syntax.Span))
            {
                // An argument of the send: evaluated before it.
                return true;
            }

            flow ??= FlowGraphs.Of(unit, _resolver.CancellationToken);
            if (flow is null || unit.Body.UnitOf(call) != unit)
            {
                if (call.Syntax.SpanStart < place.SpanStart)
                {
                    return true;
                }

                continue;
            }

            int from = flow.BlockOf(call.Syntax);
            int to = flow.BlockOf(place);
            if (from == to ? call.Syntax.SpanStart < place.SpanStart : flow.Reaches(from, to, -1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether calling the method asks the contacts endpoint, by its name, by option or by what it does.</summary>
    public bool IsLookup(IMethodSymbol method)
    {
        if (IsNamed(method))
        {
            return true;
        }

        foreach (IMethodSymbol target in Implementations.Of(_resolver.Program).Of(method, _resolver.CancellationToken))
        {
            if (_options.IsContactLookup(target) || LooksUp(target))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsLookup(IInvocationOperation call) => _requests.IsRequest(call) || IsLookup(call.TargetMethod);

    private bool IsNamed(IMethodSymbol method) => method.Name is "CheckContactsAsync" or "CheckContacts" || _options.IsContactLookup(method);

    /// <summary>
    /// Whether a look-up can be reached from a method. What lies behind a method without one has none either; of a method with one, that alone is
    /// remembered, so that a circle of calls gives the same answers wherever one begins.
    /// </summary>
    private bool LooksUp(IMethodSymbol method)
    {
        if (_looksUp.TryGetValue(method, out bool known))
        {
            return known;
        }

        HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default) { method };
        Queue<IMethodSymbol> pending = new();
        pending.Enqueue(method);
        while (pending.Count > 0)
        {
            _resolver.CancellationToken.ThrowIfCancellationRequested();
            if (BodyModels.Of(_resolver.Program).UnitOf(pending.Dequeue(), _resolver.CancellationToken) is not { } unit)
            {
                continue;
            }

            foreach (IInvocationOperation call in unit.Node.Descendants().OfType<IInvocationOperation>())
            {
                if (_requests.IsRequest(call) || IsNamed(call.TargetMethod))
                {
                    return _looksUp[method] = true;
                }

                foreach (IMethodSymbol target in Implementations.Of(_resolver.Program).Of(call.TargetMethod, _resolver.CancellationToken))
                {
                    if (_options.IsContactLookup(target) || (_looksUp.TryGetValue(target, out known) && known))
                    {
                        return _looksUp[method] = true;
                    }

                    if (!target.DeclaringSyntaxReferences.IsEmpty && seen.Add(target))
                    {
                        pending.Enqueue(target);
                    }
                }
            }
        }

        foreach (ISymbol none in seen)
        {
            _looksUp[none] = false;
        }

        return false;
    }
}
