using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Queues;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Engine;

/// <summary>
/// Follows sends through the program for one rule. A method that sends to a recipient which it gets from outside is answered for by its
/// callers; what a method leaves to them is its summary.
/// </summary>
internal sealed class SendEngine
{
    /// <summary>How many duties of one method, or towards one queue, are followed.</summary>
    public const int MaxDuties = 24;

    // An item may be taken out of one queue only to be put into the next.
    private const int MaxQueues = 3;

    private readonly SendEngine? _consumers;
    private readonly object _lock = new();
    private readonly ConcurrentDictionary<BodyModel, List<(SendSite, SendVerdict)>> _judged = new();
    private readonly Dictionary<ITypeSymbol, ImmutableArray<SendDuty>> _itemDuties = new(SymbolEqualityComparer.Default);

    /// <summary>Creates an engine.</summary>
    /// <param name="program">The compilation.</param>
    /// <param name="options">The options.</param>
    /// <param name="policy">Makes the policy of the rule.</param>
    /// <param name="queues">How many queues are followed, one behind the other: what is put into one counts as a call of who takes it out.</param>
    public SendEngine(ProgramModel program, SendingOptions options, Func<SendEngine, ValueResolver, SendPolicy> policy, int queues = MaxQueues)
    {
        Program = program;
        Options = options;
        Policy = policy;
        _consumers = queues > 0 ? new SendEngine(program, options, policy, queues - 1) : null;
    }

    /// <summary>The compilation.</summary>
    public ProgramModel Program { get; }

    /// <summary>The options.</summary>
    public SendingOptions Options { get; }

    /// <summary>Makes the policy of the rule.</summary>
    public Func<SendEngine, ValueResolver, SendPolicy> Policy { get; }

    /// <summary>Whether what is put into queues counts as a call of who takes it out.</summary>
    public bool FollowsQueues => _consumers is not null;

    /// <summary>The summaries that are known; to be used by one run at a time.</summary>
    public Dictionary<ISymbol, SendSummary> Known { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a method counts as a free-form send, by option or mark.</summary>
    public bool IsFreeFormMethod(IMethodSymbol method) =>
        (!Options.FreeFormMethods.IsEmpty && CalledAs.DefinitionsOf(method.ReducedFrom ?? method).Any(definition => SendingOptions.IsNamed(definition, Options.FreeFormMethods)))
        || MarkedMembers.Of(Program).Contains(method);

    /// <summary>The sends of a member that are wrong and that nobody else answers for, in the order of the text.</summary>
    public ImmutableArray<SendSite> WrongSends(BodyModel body, CancellationToken cancellationToken) =>
        Judged(body, cancellationToken).Where(static each => each.Verdict.IsWrong).Select(static each => each.Site).ToImmutableArray();

    /// <summary>The sends of a member that only callers in other projects can answer for, with the method that those call, in the order of the text.</summary>
    public ImmutableArray<(SendSite Site, IMethodSymbol Method)> OpenSends(BodyModel body, CancellationToken cancellationToken) =>
        Judged(body, cancellationToken).Where(static each => each.Verdict.Open is { Symbol: not null }).Select(static each => (each.Site, each.Verdict.Open!.Symbol!)).ToImmutableArray();

    /// <summary>What is known of a member: the rules that ask one engine ask it of the same ones.</summary>
    private List<(SendSite Site, SendVerdict Verdict)> Judged(BodyModel body, CancellationToken cancellationToken)
    {
        if (!_judged.TryGetValue(body, out List<(SendSite, SendVerdict)>? judged))
        {
            judged = _judged.GetOrAdd(body, Judge(body, cancellationToken));
        }

        return judged;
    }

    /// <summary>The sends of a member that its own code answers for: none in a method that is marked as a send, and none that nothing can run.</summary>
    private List<(SendSite Site, SendVerdict Verdict)> Judge(BodyModel body, CancellationToken cancellationToken)
    {
        List<(SendSite, SendVerdict)> judged = new();
        BodyFacts facts = BodyFacts.Of(body, cancellationToken);
        if ((facts.Sends.IsEmpty && facts.Calls.IsEmpty && facts.Invocations.IsEmpty) || (body.Method is { } method && IsFreeFormMethod(method)))
        {
            return judged;
        }

        lock (_lock)
        {
            SendRun run = new(this, cancellationToken);
            run.NeedCallsOf(facts);
            foreach (SendSite site in run.Sites.SitesOf(body, out _))
            {
                SendVerdict verdict = run.Judge.Judge(site);
                if ((verdict.IsWrong || verdict.Open is not null) && !DeadCode.Of(Program).Contains(site.Unit, cancellationToken))
                {
                    judged.Add((site, verdict));
                }
            }
        }

        return judged;
    }

    /// <summary>Whether a call sends a free-form message (true), a template (false), or nothing that is known (null).</summary>
    public bool? Sends(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (IsFreeFormMethod(call.TargetMethod))
        {
            return true;
        }

        BodyModel? body = BodyModels.Of(Program).Around(call.Syntax, cancellationToken);
        foreach (DirectSend send in body is null ? ImmutableArray<DirectSend>.Empty : BodyFacts.Of(body, cancellationToken).Sends)
        {
            if (send.Call.Syntax == call.Syntax)
            {
                return IsFreeForm(send.Pictures, send.Destination, send.Generation);
            }
        }

        // A method that sends what it is given: Post(new { ... }).
        return SendingMembers.Of(Program, cancellationToken).Involve(call.TargetMethod, cancellationToken)
            ? IsFreeForm(call.Arguments.SelectMany(argument => new PayloadPictures(new ValueResolver(Program, cancellationToken)).Of(argument.Value)), Destination.Unknown, ApiGeneration.Unknown)
            : null;
    }

    /// <summary>Whether the first message among some pictures is free-form; null where there is none.</summary>
    private static bool? IsFreeForm(IEnumerable<PayloadNode> pictures, Destination destination, ApiGeneration generation)
    {
        foreach (PayloadNode picture in pictures)
        {
            foreach (MessageVariants message in MessageRecognizer.Find(picture, destination, generation))
            {
                return message.Variants.Any(static variant => variant.Picture.IsFreeForm == true);
            }
        }

        return null;
    }

    /// <summary>What those who take an item of a type out of queues leave to who puts it in; none where queues are not followed.</summary>
    public ImmutableArray<SendDuty> DutiesOfItem(ITypeSymbol item, CancellationToken cancellationToken)
    {
        if (_consumers is null)
        {
            return ImmutableArray<SendDuty>.Empty;
        }

        item = QueueItems.KindOf(item);
        if (!_itemDuties.TryGetValue(item, out ImmutableArray<SendDuty> duties))
        {
            duties = _consumers.DutiesTowards(item, cancellationToken);
            _itemDuties.Add(item, duties);
        }

        return duties;
    }

    /// <summary>What those who take items of a type out of queues leave to those who put them in.</summary>
    private ImmutableArray<SendDuty> DutiesTowards(ITypeSymbol item, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            SendRun run = new(this, cancellationToken);
            ImmutableArray<SendDuty>.Builder duties = ImmutableArray.CreateBuilder<SendDuty>();
            foreach (FunctionUnit consumer in QueueItems.Of(Program).ConsumersOf(item, SendingMembers.Of(Program, Options.FreeFormMethods, cancellationToken).Involve, cancellationToken))
            {
                if (consumer.Symbol is { } symbol)
                {
                    run.Summaries.Need(symbol);
                }

                run.NeedCallsOf(BodyFacts.Of(consumer.Body, cancellationToken));
                foreach (SendSite site in run.Sites.SitesOf(consumer.Body, out _))
                {
                    SendVerdict verdict = run.Judge.Judge(site);
                    if (verdict.Item is { } taken && SymbolEqualityComparer.Default.Equals(taken, item) && duties.Count < MaxDuties)
                    {
                        ImmutableArray<ISymbol> path = verdict.Path is [{ } first, ..] && TypeOf(first) is { } type && SymbolEqualityComparer.Default.Equals(QueueItems.KindOf(type), item) ? verdict.Path.RemoveAt(0) : verdict.Path;
                        SendDuty duty = new(site.IsFreeForm, site.Generation, 0, path);
                        if (!duties.Contains(duty))
                        {
                            duties.Add(duty);
                        }
                    }
                }
            }

            return duties.ToImmutable();
        }
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };
}
