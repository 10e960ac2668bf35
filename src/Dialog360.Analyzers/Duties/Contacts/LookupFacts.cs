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
    private const int MaxDepth = 12;

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
            if (operation is not IInvocationOperation call || call.Syntax.Span.Contains(place.Span) || !IsLookup(call, 0))
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
    public bool IsLookup(IMethodSymbol method) => IsLookup(method, 0);

    private bool IsLookup(IInvocationOperation call, int depth) => _requests.IsRequest(call) || IsLookup(call.TargetMethod, depth);

    private bool IsLookup(IMethodSymbol method, int depth)
    {
        if (method.Name is "CheckContactsAsync" or "CheckContacts" || _options.IsContactLookup(method))
        {
            return true;
        }

        foreach (IMethodSymbol target in Implementations.Of(_resolver.Program).Of(method, _resolver.CancellationToken))
        {
            if (_options.IsContactLookup(target) || LooksUp(target, depth + 1))
            {
                return true;
            }
        }

        return false;
    }

    private bool LooksUp(IMethodSymbol method, int depth)
    {
        if (depth > MaxDepth || method.DeclaringSyntaxReferences.IsEmpty)
        {
            return false;
        }

        if (_looksUp.TryGetValue(method, out bool known))
        {
            return known;
        }

        _looksUp[method] = false;
        bool found = false;
        if (BodyModels.Of(_resolver.Program).UnitOf(method, _resolver.CancellationToken) is { } unit)
        {
            foreach (IOperation operation in unit.Node.Descendants())
            {
                if (operation is IInvocationOperation call && IsLookup(call, depth))
                {
                    found = true;
                    break;
                }
            }
        }

        return _looksUp[method] = found;
    }
}
