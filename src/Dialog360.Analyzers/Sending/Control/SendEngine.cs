using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Control;

/// <summary>
/// Follows sends through the program for one rule. A method that sends to a recipient which it gets from outside is answered for by its
/// callers; what a method leaves to them is its summary. Summaries are computed on demand for a method and all that it calls together,
/// as the least solution, so that circles of calls give the same answer wherever one begins.
/// </summary>
internal sealed class SendEngine
{
    private const int MaxDuties = 24;
    private const int MaxPath = 4;
    private const int MaxRounds = 64;
    private const int MaxCallerDepth = 64;

    private readonly ProgramModel _program;
    private readonly SendingOptions _options;
    private readonly Func<SendEngine, ValueResolver, SendPolicy> _policy;
    private readonly SendEngine? _consumers;
    private readonly object _lock = new();
    private readonly Dictionary<ISymbol, SendSummary> _known = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ITypeSymbol, ImmutableArray<SendDuty>> _itemDuties = new(SymbolEqualityComparer.Default);

    /// <summary>Creates an engine.</summary>
    /// <param name="program">The compilation.</param>
    /// <param name="options">The options.</param>
    /// <param name="policy">Makes the policy of the rule.</param>
    /// <param name="followsQueues">Whether what is put into queues counts as a call of who takes it out.</param>
    public SendEngine(ProgramModel program, SendingOptions options, Func<SendEngine, ValueResolver, SendPolicy> policy, bool followsQueues = true)
    {
        _program = program;
        _options = options;
        _policy = policy;
        _consumers = followsQueues ? new SendEngine(program, options, policy, followsQueues: false) : null;
    }

    /// <summary>The sends of a member that are wrong and that nobody else answers for, in the order of the text.</summary>
    public ImmutableArray<SendSite> WrongSends(BodyModel body, CancellationToken cancellationToken)
    {
        BodyFacts facts = BodyFacts.Of(body, cancellationToken);
        if (facts.Sends.IsEmpty && facts.Calls.IsEmpty && facts.Invocations.IsEmpty)
        {
            return ImmutableArray<SendSite>.Empty;
        }

        lock (_lock)
        {
            Run run = new(this, cancellationToken);
            foreach (SourceCall call in facts.Calls)
            {
                foreach (IMethodSymbol target in call.Targets)
                {
                    run.Need(target);
                }
            }

            ImmutableArray<SendSite>.Builder wrong = ImmutableArray.CreateBuilder<SendSite>();
            foreach (SendSite site in run.SitesOf(body, out _))
            {
                if (run.Judge(site).IsWrong)
                {
                    wrong.Add(site);
                }
            }

            return wrong.ToImmutable();
        }
    }

    /// <summary>Whether a call sends a free-form message (true), a template (false), or nothing that is known (null).</summary>
    public bool? Sends(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (_options.IsFreeFormMethod(call.TargetMethod))
        {
            return true;
        }

        BodyModel? body = BodyModels.Of(_program).Around(call.Syntax, cancellationToken);
        foreach (DirectSend send in body is null ? ImmutableArray<DirectSend>.Empty : BodyFacts.Of(body, cancellationToken).Sends)
        {
            if (send.Call.Syntax == call.Syntax)
            {
                foreach (PayloadNode picture in send.Pictures)
                {
                    foreach (MessageVariants message in MessageRecognizer.Find(picture, send.Destination, send.Generation))
                    {
                        return message.Variants.Any(static variant => variant.Picture.IsFreeForm == true);
                    }
                }
            }
        }

        return null;
    }

    private ImmutableArray<SendDuty> DutiesOfItem(ITypeSymbol item, CancellationToken cancellationToken)
    {
        if (_consumers is null)
        {
            return ImmutableArray<SendDuty>.Empty;
        }

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
            Run run = new(this, cancellationToken);
            ImmutableArray<SendDuty>.Builder duties = ImmutableArray.CreateBuilder<SendDuty>();
            foreach (FunctionUnit consumer in QueueItems.Of(_program).ConsumersOf(item, cancellationToken))
            {
                if (consumer.Symbol is { } symbol)
                {
                    run.Need(symbol);
                }

                foreach (SourceCall call in BodyFacts.Of(consumer.Body, cancellationToken).Calls)
                {
                    foreach (IMethodSymbol target in call.Targets)
                    {
                        run.Need(target);
                    }
                }

                foreach (SendSite site in run.SitesOf(consumer.Body, out _))
                {
                    Verdict verdict = run.Judge(site);
                    if (verdict.Item is { } taken && SymbolEqualityComparer.Default.Equals(taken, item) && duties.Count < MaxDuties)
                    {
                        ImmutableArray<ISymbol> path = verdict.Path is [{ } first, ..] && TypeOf(first) is { } type && SymbolEqualityComparer.Default.Equals(type, item) ? verdict.Path.RemoveAt(0) : verdict.Path;
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

    /// <summary>What has become of a send.</summary>
    /// <param name="IsWrong">Whether it is wrong and to be reported where it stands.</param>
    /// <param name="Owner">The function whose callers answer for it.</param>
    /// <param name="Parameter">The parameter of that function.</param>
    /// <param name="Item">The type of the queued item whose putters answer for it.</param>
    /// <param name="Path">The members that lead to the recipient.</param>
    private sealed record Verdict(bool IsWrong, FunctionUnit? Owner, IParameterSymbol? Parameter, ITypeSymbol? Item, ImmutableArray<ISymbol> Path)
    {
        public static readonly Verdict Right = new(false, null, null, null, ImmutableArray<ISymbol>.Empty);
        public static readonly Verdict Wrong = new(true, null, null, null, ImmutableArray<ISymbol>.Empty);
    }

    /// <summary>One question to the engine, with the tools that are for one thread.</summary>
    private sealed class Run
    {
        private readonly SendEngine _engine;
        private readonly ValueResolver _resolver;
        private readonly SendPolicy _policy;
        private readonly RecipientOrigin _origin;
        private readonly PayloadPictures _pictures;
        private readonly Dictionary<(SyntaxNode, IOperation?, SendDuty), Verdict> _verdicts = new();
        private readonly Dictionary<ISymbol, SendSummary> _current = new(SymbolEqualityComparer.Default);

        public Run(SendEngine engine, CancellationToken cancellationToken)
        {
            _engine = engine;
            _resolver = new ValueResolver(engine._program, cancellationToken);
            _policy = engine._policy(engine, _resolver);
            _origin = new RecipientOrigin(_resolver);
            _pictures = new PayloadPictures(_resolver);
        }

        private CancellationToken Token => _resolver.CancellationToken;

        /// <summary>Makes sure that the summary of a method is known, and those of all that it calls.</summary>
        public void Need(IMethodSymbol method)
        {
            method = Key(method);
            if (_engine._known.ContainsKey(method))
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
                _engine._known[entry.Key] = entry.Value;
            }

            _current.Clear();
            if (!_engine._known.ContainsKey(method))
            {
                _engine._known[method] = SendSummary.None;
            }
        }

        /// <summary>The sends of a member that the rule is about, with what arguments complete only in its callers.</summary>
        public List<SendSite> SitesOf(BodyModel body, out List<(FunctionUnit Unit, OpenMessage Message)> open)
        {
            BodyFacts facts = BodyFacts.Of(body, Token);
            List<SendSite> sites = new();
            open = new List<(FunctionUnit, OpenMessage)>();
            foreach (DirectSend send in facts.Sends)
            {
                foreach (PayloadNode picture in send.Pictures)
                {
                    AddMessage(send.Call, send.Unit, new OpenMessage(picture, send.Destination, send.Generation), sites, open);
                }
            }

            foreach (IInvocationOperation call in facts.Invocations)
            {
                if (_engine._options.IsFreeFormMethod(call.TargetMethod))
                {
                    Add(new SendSite(call, body.UnitOf(call), true, ApiGeneration.Unknown) { Recipient = RecipientArgument(call) }, sites);
                }
                else if (_engine._consumers is not null && QueueItems.Of(_engine._program).ItemOf(call, Token) is { } item)
                {
                    foreach (SendDuty duty in _engine.DutiesOfItem(item.Type!, Token))
                    {
                        Add(new SendSite(call, body.UnitOf(call), duty.IsFreeForm, duty.Generation) { Recipient = item, Path = duty.Path }, sites);
                    }
                }
            }

            foreach (SourceCall call in facts.Calls)
            {
                foreach (IMethodSymbol target in call.Targets)
                {
                    SendSummary summary = SummaryOf(target);
                    foreach (SendDuty duty in summary.Duties)
                    {
                        AddDuty(call, duty, sites);
                    }

                    foreach (OpenMessage message in summary.Messages)
                    {
                        if (call.Call is not IMethodReferenceOperation)
                        {
                            AddMessage(call.Call, call.Unit, message with { Template = Substitution.Apply(message.Template, _pictures.ArgumentsOf(call.Call, target)) }, sites, open);
                        }
                    }
                }
            }

            sites.Sort(static (left, right) => left.Call.Syntax.SpanStart.CompareTo(right.Call.Syntax.SpanStart));
            return sites;
        }

        /// <summary>Judges a send.</summary>
        public Verdict Judge(SendSite site)
        {
            (SyntaxNode, IOperation?, SendDuty) key = (site.Message ?? site.Call.Syntax, site.Recipient, new SendDuty(site.IsFreeForm, site.Generation, site.Call.Syntax.SpanStart, site.Path));
            if (!_verdicts.TryGetValue(key, out Verdict? verdict))
            {
                verdict = Decide(site);
                _verdicts.Add(key, verdict);
            }

            return verdict;
        }

        private static IMethodSymbol Key(IMethodSymbol method)
        {
            method = (method.ReducedFrom ?? method).OriginalDefinition;
            return method.PartialDefinitionPart ?? method;
        }

        private static bool Same(SendSummary left, SendSummary right) =>
            left.Duties.SequenceEqual(right.Duties) && left.Messages.Length == right.Messages.Length;

        private SendSummary SummaryOf(IMethodSymbol method)
        {
            method = Key(method);
            return _engine._known.TryGetValue(method, out SendSummary? known) ? known
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
                if (_engine._known.ContainsKey(current) || !seen.Add(current) || BodyModels.Of(_engine._program).UnitOf(current, Token) is not { Symbol: not null } unit)
                {
                    continue;
                }

                order.Add(unit);
                foreach (SourceCall call in BodyFacts.Of(unit.Body, Token).Calls)
                {
                    foreach (IMethodSymbol target in call.Targets)
                    {
                        pending.Enqueue(target);
                    }
                }
            }

            return order;
        }

        private SendSummary Summarize(FunctionUnit unit)
        {
            List<SendSite> sites = SitesOf(unit.Body, out List<(FunctionUnit Unit, OpenMessage Message)> open);
            ImmutableArray<SendDuty>.Builder duties = ImmutableArray.CreateBuilder<SendDuty>();
            foreach (SendSite site in sites)
            {
                Verdict verdict = Judge(site);
                if (verdict is { Owner: { } owner, Parameter: { } parameter } && owner == unit && duties.Count < MaxDuties && verdict.Path.Length <= MaxPath)
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
                if (messages.Count < MaxDuties && QueueItems.NamedUnit(inside) == unit)
                {
                    messages.Add(message);
                }
            }

            return new SendSummary(duties.ToImmutable(), messages.ToImmutable());
        }

        private void AddDuty(SourceCall call, SendDuty duty, List<SendSite> sites)
        {
            IOperation? recipient = call.Call is IMethodReferenceOperation reference ? (duty.Ordinal == 0 ? ValueOrigins.SequenceFor(reference) : null) : CallSite.ArgumentOf(call.Call, duty.Ordinal);
            if (recipient is null && call.Call is IMethodReferenceOperation)
            {
                return;
            }

            Add(new SendSite(call.Call, call.Unit, duty.IsFreeForm, duty.Generation) { Recipient = recipient, Path = duty.Path }, sites);
        }

        private void AddMessage(IOperation call, FunctionUnit unit, OpenMessage message, List<SendSite> sites, List<(FunctionUnit, OpenMessage)> open)
        {
            bool any = false;
            foreach (MessageVariants variants in MessageRecognizer.Find(message.Template, message.Destination, message.Generation))
            {
                foreach ((MessagePicture picture, _) in variants.Variants)
                {
                    if (picture.IsFreeForm is not { } isFreeForm)
                    {
                        continue;
                    }

                    any = true;
                    PayloadNode? to = picture.Root["to"];
                    Add(
                        new SendSite(call, unit, isFreeForm, picture.Generation)
                        {
                            Recipient = to?.Operation ?? to?.HoleOperations.FirstOrDefault(static hole => hole is not null),
                            Message = picture.Root.Operation?.Syntax ?? picture.Root.Origin.Syntax,
                            Picture = picture,
                        },
                        sites);
                }
            }

            if (!any && HasParameter(message.Template, 0))
            {
                open.Add((unit, message));
            }
        }

        private void Add(SendSite site, List<SendSite> sites)
        {
            if (!_policy.IsAbout(site.IsFreeForm, site.Generation))
            {
                return;
            }

            foreach (SendSite other in sites)
            {
                if (other.Call.Syntax == site.Call.Syntax && other.IsFreeForm == site.IsFreeForm && other.Recipient == site.Recipient && other.Message == site.Message && other.Path.SequenceEqual(site.Path, SymbolEqualityComparer.Default))
                {
                    return;
                }
            }

            sites.Add(site);
        }

        private static bool HasParameter(PayloadNode node, int depth)
        {
            if (depth > 16)
            {
                return false;
            }

            if (Substitution.ParameterOf(node) is not null)
            {
                return true;
            }

            foreach (PayloadMember member in node.Members)
            {
                if (HasParameter(member.Value, depth + 1))
                {
                    return true;
                }
            }

            return false;
        }

        private static IOperation? RecipientArgument(IInvocationOperation call)
        {
            IOperation? first = null;
            foreach (IArgumentOperation argument in call.Arguments)
            {
                if (argument.Parameter?.Name is { } name && NameWords.Of(name) is var words
                    && (words.Contains("to") || words.Contains("recipient") || words.Contains("phone") || words.Contains("number") || words.Contains("msisdn") || words.Contains("telefono") || words.Contains("telefone")))
                {
                    return argument.Value;
                }

                first ??= argument.Parameter?.Type.SpecialType == SpecialType.System_String ? argument.Value : null;
            }

            return first;
        }

        private Verdict Decide(SendSite site)
        {
            Token.ThrowIfCancellationRequested();
            if (_policy.IsRight(site))
            {
                return Verdict.Right;
            }

            FunctionUnit named = QueueItems.NamedUnit(site.Unit);
            RecipientRoot? root = site.Recipient is { } recipient && !_policy.IsDelayed(site) ? _origin.RootOf(recipient, site.Path) : null;
            if (root is { Item: { } item } && !QueueItems.Of(_engine._program).PutsOf(item, Token).IsEmpty)
            {
                return new Verdict(false, null, null, item, root.Path);
            }

            if (root is not { Parameter: { } parameter })
            {
                return AllCallersGuard(named) ? Verdict.Right : Verdict.Wrong;
            }

            FunctionUnit? owner = site.Unit;
            while (owner is not null && !SymbolEqualityComparer.Default.Equals(owner.Symbol?.OriginalDefinition, parameter.ContainingSymbol.OriginalDefinition))
            {
                // A local function on the way may be called only where it is right.
                if (owner is { IsLambda: false, Outer: not null } && AllCallersGuard(owner))
                {
                    return Verdict.Right;
                }

                owner = owner.Outer;
            }

            if (owner is null)
            {
                return AllCallersGuard(named) ? Verdict.Right : Verdict.Wrong;
            }

            if (owner.IsLambda)
            {
                return JudgeLambda(owner, parameter, root.Path, site);
            }

            VisibleCallers callers = VisibleCallers.Of(owner, _engine._program, Token);
            if (callers.HasUnknown && callers.Sites.IsEmpty)
            {
                return Verdict.Right;
            }

            if (!callers.AreNone)
            {
                ITypeSymbol? handled = CallIndex.Of(_engine._program).CallersOf(owner.Symbol!, Token).IsEmpty ? QueueItems.HandledItem(owner.Symbol!) : null;
                return new Verdict(false, owner, parameter, handled, root.Path);
            }

            return !_engine._options.ReportsPublicApi && IsPublic(owner.Symbol!) ? Verdict.Right : Verdict.Wrong;
        }

        /// <summary>A lambda with parameters of its own: whoever calls the local that holds it answers for it; a source method that gets it is not followed.</summary>
        private Verdict JudgeLambda(FunctionUnit lambda, IParameterSymbol parameter, ImmutableArray<ISymbol> path, SendSite site)
        {
            IOperation? parent = lambda.Node.Parent;
            while (parent is IConversionOperation or IDelegateCreationOperation)
            {
                parent = parent.Parent;
            }

            if (parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } })
            {
                return Verdict.Right;
            }

            ILocalSymbol? local = parent switch
            {
                IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var declared } } => declared,
                ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var assigned } } => assigned,
                _ => null,
            };
            if (local is null)
            {
                return Verdict.Wrong;
            }

            bool any = false;
            foreach (IOperation reference in LocalFacts.Of(lambda.Node).References(local))
            {
                if (reference.Parent is IInvocationOperation run && run.Instance == reference && CallSite.ArgumentOf(run, parameter.Ordinal) is { } argument)
                {
                    any = true;
                    if (Judge(site with { Call = run, Unit = lambda.Body.UnitOf(run), Recipient = argument, Path = path, Message = null }).IsWrong)
                    {
                        return Verdict.Wrong;
                    }
                }
            }

            return any ? Verdict.Right : Verdict.Wrong;
        }

        private bool AllCallersGuard(FunctionUnit function) => AllCallersGuard(function, new HashSet<SyntaxNode>(), 0);

        private bool AllCallersGuard(FunctionUnit function, HashSet<SyntaxNode> seen, int depth)
        {
            Token.ThrowIfCancellationRequested();
            if (depth > MaxCallerDepth)
            {
                return true;
            }

            seen.Add(function.Node.Syntax);
            VisibleCallers callers = VisibleCallers.Of(function, _engine._program, Token);
            if (callers.HasUnknown)
            {
                return false;
            }

            bool any = false;
            foreach (CallSite site in callers.Sites)
            {
                FunctionUnit caller = QueueItems.NamedUnit(site.Unit);
                if (_policy.IsGuarded(site.Unit, site.Operation.Syntax))
                {
                    any = true;
                    continue;
                }

                if (seen.Contains(caller.Node.Syntax))
                {
                    continue;
                }

                any = true;
                if (!AllCallersGuard(caller, seen, depth + 1))
                {
                    return false;
                }
            }

            return any;
        }

        private static bool IsPublic(IMethodSymbol method)
        {
            for (ISymbol? symbol = method; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
            {
                if (symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
                {
                    return false;
                }
            }

            return true;
        }
    }
}

/// <summary>The engines of a compilation, one for each rule and set of options.</summary>
internal sealed class SendEngines
{
    private readonly ConcurrentDictionary<string, SendEngine> _engines = new(StringComparer.Ordinal);

    /// <summary>The engine of a rule under those options.</summary>
    public static SendEngine Of(ProgramModel program, string rule, SendingOptions options, Func<SendEngine, ValueResolver, SendPolicy> policy) =>
        program.Part(static _ => new SendEngines())._engines.GetOrAdd(rule + options.Key, _ => new SendEngine(program, options, policy));
}
