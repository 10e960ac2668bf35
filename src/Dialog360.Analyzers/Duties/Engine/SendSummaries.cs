using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Sending.Queues;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Duties.Engine;

/// <summary>
/// Computes what methods leave to their callers: of a method and all that it calls together, as the least solution, so that circles
/// of calls give the same answer wherever one begins.
/// </summary>
internal sealed class SendSummaries
{
    private const int MaxPath = 4;
    private const int MaxRounds = 64;

    private readonly SendEngine _engine;
    private readonly ProgramModel _program;
    private readonly Dictionary<ISymbol, SendSummary> _known;
    private readonly SendRun _run;
    private readonly SendingMembers _senders;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<ISymbol, SendSummary> _current = new(SymbolEqualityComparer.Default);

    /// <summary>Creates the summaries of one run, which adds to those that <paramref name="engine"/> knows.</summary>
    public SendSummaries(SendEngine engine, SendRun run, CancellationToken cancellationToken)
    {
        _engine = engine;
        _program = engine.Program;
        _known = engine.Known;
        _run = run;
        _senders = SendingMembers.Of(engine.Program, engine.Options.FreeFormMethods, cancellationToken);
        _cancellationToken = cancellationToken;
    }

    /// <summary>Makes sure that the summary of a method is known, and those of all that it calls.</summary>
    public void Need(IMethodSymbol method)
    {
        method = Key(method);
        if (_known.ContainsKey(method) || !_senders.Involve(method, _cancellationToken))
        {
            return;
        }

        List<FunctionUnit> order = Reachable(method);
        for (int round = 0, changes = 1; changes > 0 && round < MaxRounds; round++)
        {
            changes = 0;
            for (int index = order.Count - 1; index >= 0; index--)
            {
                FunctionUnit unit = order[index];
                SendSummary summary = Summarize(unit);
                ISymbol key = Key(unit.Symbol!);
                if (!_current.TryGetValue(key, out SendSummary? before) || !Same(before, summary))
                {
                    _current[key] = summary;
                    changes++;
                }
            }
        }

        foreach (KeyValuePair<ISymbol, SendSummary> entry in _current)
        {
            _known[entry.Key] = entry.Value;
        }

        _current.Clear();
        if (!_known.ContainsKey(method))
        {
            _known[method] = SendSummary.None;
        }
    }

    /// <summary>The summary of a method; nothing where it is not known yet.</summary>
    public SendSummary SummaryOf(IMethodSymbol method)
    {
        method = Key(method);
        return _known.TryGetValue(method, out SendSummary? known) ? known
            : _current.TryGetValue(method, out SendSummary? current) ? current
            : SendSummary.None;
    }

    /// <summary>The functions that a call of the method can reach and that have no summary yet, callers before callees.</summary>
    private List<FunctionUnit> Reachable(IMethodSymbol method)
    {
        List<FunctionUnit> order = new();
        HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default);
        Queue<IMethodSymbol> pending = new();
        pending.Enqueue(method);
        while (pending.Count > 0)
        {
            IMethodSymbol current = Key(pending.Dequeue());
            if (_known.ContainsKey(current) || !seen.Add(current) || BodyModels.Of(_program).UnitOf(current, _cancellationToken) is not { Symbol: not null } unit)
            {
                continue;
            }

            order.Add(unit);
            foreach (SourceCall call in BodyFacts.Of(unit.Body, _cancellationToken).Calls)
            {
                foreach (IMethodSymbol target in call.Targets)
                {
                    if (_senders.Involve(target, _cancellationToken))
                    {
                        pending.Enqueue(target);
                    }
                }
            }
        }

        return order;
    }

    private SendSummary Summarize(FunctionUnit unit)
    {
        if (unit.Symbol is { } method && _engine.IsFreeFormMethod(method))
        {
            // A call of it is the send.
            return SendSummary.None;
        }

        List<SendSite> sites = _run.Sites.SitesOf(unit.Body, out List<(FunctionUnit Unit, OpenMessage Message)> open);
        ImmutableArray<SendDuty>.Builder duties = ImmutableArray.CreateBuilder<SendDuty>();
        foreach (SendSite site in sites)
        {
            SendVerdict verdict = _run.Judge.Judge(site);
            if (verdict is { Owner: { } owner, Parameter: { } parameter } && owner == unit && duties.Count < SendEngine.MaxDuties && verdict.Path.Length <= MaxPath)
            {
                SendDuty duty = new(site.IsFreeForm, site.Generation, parameter.Ordinal, verdict.Path);
                if (!duties.Contains(duty))
                {
                    duties.Add(duty);
                }
            }
        }

        ImmutableArray<OpenMessage>.Builder messages = ImmutableArray.CreateBuilder<OpenMessage>();
        foreach ((FunctionUnit inside, OpenMessage message) in open)
        {
            if (messages.Count < SendEngine.MaxDuties && QueueItems.NamedUnit(inside) == unit)
            {
                messages.Add(message);
            }
        }

        // In a circle of calls the order in which they are found depends on where one begins.
        duties.Sort(Compare);
        return new SendSummary(duties.ToImmutable(), messages.ToImmutable());
    }

    private static int Compare(SendDuty one, SendDuty other)
    {
        int order = Rank(one.Generation).CompareTo(Rank(other.Generation));
        order = order != 0 ? order : one.IsFreeForm.GetHashCode().CompareTo(other.IsFreeForm.GetHashCode());
        order = order != 0 ? order : one.Ordinal.CompareTo(other.Ordinal);
        return order != 0 ? order : string.CompareOrdinal(Text(one), Text(other));

        static int Rank(ApiGeneration generation) => generation == ApiGeneration.Cloud ? -1 : (int)generation;
        static string Text(SendDuty duty) => string.Join(".", duty.Path.Select(static member => member.Name));
    }

    private static IMethodSymbol Key(IMethodSymbol method)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        return method.PartialDefinitionPart ?? method;
    }

    private static bool Same(SendSummary left, SendSummary right) =>
        left.Duties.SequenceEqual(right.Duties) && left.Messages.Length == right.Messages.Length;
}
