using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Queues;
using Dialog360.Analyzers.Sending.Reach;
using Dialog360.Analyzers.Sending.Recipients;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Duties.Engine;

/// <summary>Says of a send what has become of it: right, wrong, or to be answered for by callers or by those who fill a queue.</summary>
internal sealed class SendJudge
{
    private readonly SendEngine _engine;
    private readonly ValueResolver _resolver;
    private readonly SendPolicy _policy;
    private readonly RecipientOrigin _origin;
    private readonly CallerGuards _callers;
    private readonly HashSet<SyntaxNode> _lambdas = new();
    private readonly Dictionary<(SyntaxNode, IOperation?, SendDuty), SendVerdict> _verdicts = new();
    private int _cuts;

    /// <summary>Creates a judge. It is for one thread.</summary>
    public SendJudge(SendEngine engine, ValueResolver resolver, SendPolicy policy)
    {
        _engine = engine;
        _resolver = resolver;
        _policy = policy;
        _origin = new RecipientOrigin(resolver);
        _callers = new CallerGuards(engine.Program, resolver, policy);
    }

    /// <summary>Judges a send.</summary>
    public SendVerdict Judge(SendSite site)
    {
        (SyntaxNode, IOperation?, SendDuty) key = (site.Message ?? site.Call.Syntax, site.Recipient, new SendDuty(site.IsFreeForm, site.Generation, site.Call.Syntax.SpanStart, site.Path));
        if (!_verdicts.TryGetValue(key, out SendVerdict? verdict))
        {
            int before = _cuts;
            verdict = Decide(site);

            // What was cut short where lambdas call each other holds only for the one who asked first.
            if (_cuts == before || _lambdas.Count == 0)
            {
                _verdicts[key] = verdict;
            }
        }

        return verdict;
    }

    private SendVerdict Decide(SendSite site)
    {
        _resolver.CancellationToken.ThrowIfCancellationRequested();
        if (_policy.IsRight(site))
        {
            return SendVerdict.Right;
        }

        FunctionUnit named = QueueItems.NamedUnit(site.Unit);
        RecipientRoot? root = site.Recipient is { } recipient && !_policy.IsDelayed(site) ? _origin.RootOf(recipient, site.Path) : null;
        if (root is { Item: { } item } && !QueueItems.Of(_engine.Program).PutsOf(item, _resolver.CancellationToken).IsEmpty)
        {
            return new SendVerdict(false, null, null, item, root.Path);
        }

        if (root is not { Parameter: { } parameter })
        {
            return _callers.AllGuard(named) ? SendVerdict.Right : SendVerdict.Wrong;
        }

        FunctionUnit? owner = site.Unit;
        while (owner is not null && !SymbolEqualityComparer.Default.Equals(owner.Symbol?.OriginalDefinition, parameter.ContainingSymbol.OriginalDefinition))
        {
            // A local function on the way may be called only where it is right.
            if (owner is { IsLambda: false, Outer: not null } && _callers.AllGuard(owner))
            {
                return SendVerdict.Right;
            }

            owner = owner.Outer;
        }

        if (owner is null)
        {
            return _callers.AllGuard(named) ? SendVerdict.Right : SendVerdict.Wrong;
        }

        if (owner.IsLambda)
        {
            return JudgeLambda(owner, parameter, root.Path, site);
        }

        VisibleCallers callers = QueuedCallers.Of(owner, _engine.Program, _resolver.CancellationToken);
        if (callers.HasUnknown && callers.Sites.IsEmpty)
        {
            return SendVerdict.Right;
        }

        if (!callers.AreNone)
        {
            ITypeSymbol? handled = CallIndex.Of(_engine.Program).CallersOf(owner.Symbol!, _resolver.CancellationToken).IsEmpty ? QueueItems.HandledItem(owner.Symbol!) : null;
            return new SendVerdict(false, owner, parameter, handled, root.Path);
        }

        return OutsideCallers.MayCall(owner.Symbol!, _engine.Program) ? SendVerdict.Right with { Open = owner } : SendVerdict.Wrong;
    }

    /// <summary>
    /// A lambda with parameters of its own: whoever calls it answers for it, beside its declaration or in the source method that gets it. A
    /// lambda that is kept somewhere is not followed, nor a value that such a source method has from elsewhere.
    /// </summary>
    private SendVerdict JudgeLambda(FunctionUnit lambda, IParameterSymbol parameter, ImmutableArray<ISymbol> path, SendSite site)
    {
        LambdaCalls known = LambdaCalls.Of(lambda, parameter, _engine.Program, _resolver.CancellationToken);
        if (known.Calls.IsEmpty)
        {
            return known.IsKept ? SendVerdict.Right : SendVerdict.Wrong;
        }

        if (!_lambdas.Add(lambda.Node.Syntax))
        {
            // Lambdas that call each other: who calls the first of them answers.
            _cuts++;
            return SendVerdict.Right;
        }

        try
        {
            return JudgeCalls(known, lambda, path, site);
        }
        finally
        {
            _lambdas.Remove(lambda.Node.Syntax);
        }
    }

    private SendVerdict JudgeCalls(LambdaCalls known, FunctionUnit lambda, ImmutableArray<ISymbol> path, SendSite site)
    {
        SendVerdict verdict = SendVerdict.Right;
        foreach (LambdaCall call in known.Calls)
        {
            SendSite inside = site with { Call = call.Call, Unit = call.Unit, Recipient = call.Value, Path = path, Message = null };
            SendVerdict one = call.Through is not { } through ? Judge(inside)
                : _policy.IsRight(inside) || _origin.RootOf(call.Value, path) is not { Parameter: { ContainingSymbol: IMethodSymbol } given } root || CallSite.ArgumentOf(through, given.Ordinal) is not { } argument
                    || !SymbolEqualityComparer.Default.Equals(given.ContainingSymbol.OriginalDefinition, QueueItems.NamedUnit(call.Unit).Symbol?.OriginalDefinition) ? SendVerdict.Right
                : Judge(site with { Unit = lambda.Body.UnitOf(lambda.Node), Recipient = argument, Path = root.Path });
            if (one.IsWrong)
            {
                return one;
            }

            verdict = one.Owner is not null || one.Item is not null ? one : verdict;
        }

        return verdict;
    }
}
