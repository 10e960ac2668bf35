using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Control;

/// <summary>Tells whether the contacts endpoint is asked before a place: in the function, or in what it calls before.</summary>
internal sealed class LookupFacts
{
    private const int MaxDepth = 12;

    private readonly ValueResolver _resolver;
    private readonly SendingOptions _options;
    private readonly Dictionary<ISymbol, bool> _looksUp = new(SymbolEqualityComparer.Default);

    /// <summary>Creates the facts. They are for one thread.</summary>
    public LookupFacts(ValueResolver resolver, SendingOptions options)
    {
        _resolver = resolver;
        _options = options;
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

            flow ??= unit.Body.FlowOf(unit, _resolver.CancellationToken);
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

    private bool IsLookup(IInvocationOperation call, int depth)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.Name is "CheckContactsAsync" or "CheckContacts" || _options.IsContactLookup(method) || TakesContactsUrl(call))
        {
            return true;
        }

        foreach (IMethodSymbol target in _resolver.Program.Implementations.Of(method, _resolver.CancellationToken))
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

    /// <summary>Whether a call, or the request that it is given, names the contacts endpoint.</summary>
    private bool TakesContactsUrl(IInvocationOperation call)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (NamesContacts(argument.Value, 0))
            {
                return true;
            }
        }

        return call.Instance is { } instance && NamesContacts(instance, MaxDepth - 2);
    }

    private bool NamesContacts(IOperation value, int depth)
    {
        if (depth > MaxDepth)
        {
            return false;
        }

        IOperation resolved = _resolver.Resolve(value);
        if (resolved.ConstantValue is { HasValue: true, Value: string text })
        {
            return IsContactsPath(text);
        }

        switch (resolved)
        {
            case IInterpolatedStringOperation { Parts: var parts }:
                foreach (IInterpolatedStringContentOperation part in parts)
                {
                    if (part is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string piece } } ? IsContactsPath(piece) : part is IInterpolationOperation { Expression: var hole } && NamesContacts(hole, depth + 2))
                    {
                        return true;
                    }
                }

                return false;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return NamesContacts(sum.LeftOperand, depth + 1) || NamesContacts(sum.RightOperand, depth + 1);
            case IObjectCreationOperation { Type.Name: "HttpRequestMessage" or "RestRequest" or "Uri" } creation:
                return creation.Arguments.Any(argument => NamesContacts(argument.Value, depth + 1))
                    || creation.Initializer?.Initializers.Any(each => each is ISimpleAssignmentOperation { Value: var assigned } && NamesContacts(assigned, depth + 1)) == true;
            case IInvocationOperation { TargetMethod.Name: "Create" or "AppendPathSegment" or "AppendPathSegments" or "Request" } made:
                return made.Arguments.Any(argument => NamesContacts(argument.Value, depth + 1)) || (made.Instance is { } instance && NamesContacts(instance, depth + 1));
            default:
                return false;
        }
    }

    private static bool IsContactsPath(string text)
    {
        int end = text.IndexOf('?');
        string path = (end < 0 ? text : text.Substring(0, end)).TrimEnd('/');
        return path.EndsWith("v1/contacts", StringComparison.OrdinalIgnoreCase) || path is "contacts" or "/contacts";
    }
}

/// <summary>DLG0202: on-premises sends need a recipient that the contacts endpoint knows.</summary>
internal sealed class ContactPolicy : SendPolicy
{
    private readonly LookupFacts _lookups;
    private readonly ReplyFacts _known;

    /// <summary>Creates the policy.</summary>
    public ContactPolicy(ValueResolver resolver, SendingOptions options)
        : base(resolver, options)
    {
        _lookups = new LookupFacts(resolver, options);
        _known = new ReplyFacts(resolver, static member => InboundShape.IsSender(member) || InboundShape.IsWaId(member), InboundShape.IsSenderName);
    }

    /// <inheritdoc/>
    public override bool IsAbout(bool isFreeForm, ApiGeneration generation) =>
        (generation == ApiGeneration.Unknown ? Options.Api : generation) == ApiGeneration.OnPremises;

    /// <inheritdoc/>
    public override bool IsGuarded(FunctionUnit unit, SyntaxNode place) => _lookups.IsLookedUp(unit, place);

    /// <inheritdoc/>
    public override bool IsRight(SendSite site) =>
        (site.Recipient is { } recipient && _known.IsInbound(recipient, site.Path)) || IsGuarded(site.Unit, site.Call.Syntax);

    /// <inheritdoc/>
    public override bool IsDelayed(SendSite site) => false;
}
