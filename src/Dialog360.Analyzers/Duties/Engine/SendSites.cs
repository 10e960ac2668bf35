using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Queues;
using Dialog360.Analyzers.Sending.Reach;
using Dialog360.Analyzers.Sending.Recipients;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Engine;

/// <summary>Collects the sends of a member that a rule is about: those it writes itself and those that it has other methods do.</summary>
internal sealed class SendSites
{
    private readonly SendEngine _engine;
    private readonly ValueResolver _resolver;
    private readonly SendPolicy _policy;
    private readonly SendSummaries _summaries;
    private readonly PayloadPictures _pictures;
    private readonly Decorators _decorators;

    /// <summary>Creates a collector. It is for one thread.</summary>
    public SendSites(SendEngine engine, ValueResolver resolver, SendPolicy policy, SendSummaries summaries)
    {
        _engine = engine;
        _resolver = resolver;
        _policy = policy;
        _summaries = summaries;
        _pictures = new PayloadPictures(resolver);
        _decorators = new Decorators(engine.Program, policy, resolver.CancellationToken);
    }

    /// <summary>The sends of a member that the rule is about, with what arguments complete only in its callers.</summary>
    public List<SendSite> SitesOf(BodyModel body, out List<(FunctionUnit Unit, OpenMessage Message)> open)
    {
        BodyFacts facts = BodyFacts.Of(body, _resolver.CancellationToken);
        List<SendSite> sites = new();
        open = new List<(FunctionUnit, OpenMessage)>();
        foreach (DirectSend send in facts.Sends)
        {
            foreach (PayloadNode picture in send.Pictures)
            {
                AddMessage(send.Call, send.Unit, new OpenMessage(picture, send.Destination, send.Generation), sites, open);
            }
        }

        HashSet<SyntaxNode> marked = new();
        foreach (IInvocationOperation call in facts.Invocations)
        {
            if (_engine.IsFreeFormMethod(call.TargetMethod))
            {
                marked.Add(call.Syntax);
                Add(new SendSite(call, body.UnitOf(call), true, _engine.Options.Api) { Recipient = RecipientArgument(call) }, sites);
            }
            else if (_engine.FollowsQueues && QueueItems.Of(_engine.Program).ItemOf(call, _resolver.CancellationToken) is { } item)
            {
                foreach (SendDuty duty in _engine.DutiesOfItem(item.Type!, _resolver.CancellationToken))
                {
                    Add(new SendSite(call, body.UnitOf(call), duty.IsFreeForm, duty.Generation) { Recipient = item, Path = duty.Path }, sites);
                }
            }
        }

        foreach (SourceCall call in facts.Calls)
        {
            if (marked.Contains(call.Call.Syntax) || _policy.IsCheckedCall(call))
            {
                continue;
            }

            foreach (IMethodSymbol target in call.Targets)
            {
                if (_decorators.Guard(call, target))
                {
                    continue;
                }

                SendSummary summary = _summaries.SummaryOf(target);
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

    private void AddDuty(SourceCall call, SendDuty duty, List<SendSite> sites)
    {
        IOperation? recipient = call.Call is IMethodReferenceOperation reference ? (duty.Ordinal == 0 ? ValueOrigins.SequenceFor(reference) : null) : CallSite.ArgumentOf(call.Call, duty.Ordinal);
        if ((recipient is null && call.Call is IMethodReferenceOperation) || (recipient is not null && !duty.Fits(recipient)))
        {
            return;
        }

        Add(new SendSite(call.Call, call.Unit, duty.IsFreeForm, duty.Generation) { Recipient = recipient, Path = duty.Path }, sites);
    }

    private void AddMessage(IOperation call, FunctionUnit unit, OpenMessage message, List<SendSite> sites, List<(FunctionUnit, OpenMessage)> open)
    {
        if (message.Generation == ApiGeneration.Either && !_policy.IsAboutHostsOfBoth)
        {
            return;
        }

        bool any = false;
        foreach (MessageVariants variants in MessageRecognizer.Find(message.Template, message.Destination, message.Generation, _engine.Options.Api))
        {
            foreach ((MessagePicture picture, _) in variants.Variants)
            {
                if (picture.IsFreeForm is not { } isFreeForm)
                {
                    continue;
                }

                any = true;
                Add(
                    new SendSite(call, unit, isFreeForm, picture.Generation)
                    {
                        Recipient = RecipientOf(picture),
                        Message = picture.Root.Operation?.Syntax ?? picture.Root.Origin.Syntax,
                        Makers = picture.Root.Makers,
                        Quoted = picture.Root["context"]?["message_id"]?.Operation,
                        Picture = picture,
                    },
                    sites);
            }
        }

        if (!any && (Substitution.HasParameter(message.Template) || Substitution.HasInstance(message.Template, QueueItems.NamedUnit(unit).Symbol?.ContainingType)))
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

    /// <summary>What gives the recipient: <c>to</c>, which wins where both are there, or a user id in <c>recipient</c>.</summary>
    private IOperation? RecipientOf(MessagePicture picture)
    {
        PayloadNode? node = picture.Root["to"] is { Kind: not PayloadKind.Null } to ? to : picture.Root["recipient"];
        if ((node?.Operation ?? node?.HoleOperations.FirstOrDefault(static hole => hole is not null)) is { } operation)
        {
            return operation;
        }

        return node?.Origin.Syntax is { } written && node.Origin.Json is null ? BodyModels.Of(_engine.Program).Around(written, _resolver.CancellationToken)?.OperationOf(written) : null;
    }

    /// <summary>The argument that is the recipient: by the name of its parameter, else the first text, else the first object, which then holds it.</summary>
    private static IOperation? RecipientArgument(IInvocationOperation call)
    {
        IOperation? text = null;
        IOperation? data = null;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is not { } parameter)
            {
                continue;
            }

            if (Vocabulary.Any(NameWords.Of(parameter.Name), Vocabulary.Of("recipient")))
            {
                return argument.Value;
            }

            text ??= parameter.Type.SpecialType == SpecialType.System_String ? argument.Value : null;
            data ??= RecipientData.IsData(parameter.Type, ImmutableArray<ISymbol>.Empty) ? argument.Value : null;
        }

        return text ?? data;
    }
}
