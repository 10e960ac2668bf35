using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Queues;
using Dialog360.Analyzers.Sending.Reach;
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

    /// <summary>Creates a collector. It is for one thread.</summary>
    public SendSites(SendEngine engine, ValueResolver resolver, SendPolicy policy, SendSummaries summaries)
    {
        _engine = engine;
        _resolver = resolver;
        _policy = policy;
        _summaries = summaries;
        _pictures = new PayloadPictures(resolver);
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

        foreach (IInvocationOperation call in facts.Invocations)
        {
            if (_engine.Options.IsFreeFormMethod(call.TargetMethod))
            {
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
            foreach (IMethodSymbol target in call.Targets)
            {
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
                PayloadNode? to = picture.Root["to"];
                Add(
                    new SendSite(call, unit, isFreeForm, picture.Generation)
                    {
                        Recipient = to?.Operation ?? to?.HoleOperations.FirstOrDefault(static hole => hole is not null),
                        Message = picture.Root.Operation?.Syntax ?? picture.Root.Origin.Syntax,
                        Makers = picture.Root.Makers,
                        Picture = picture,
                    },
                    sites);
            }
        }

        if (!any && Substitution.HasParameter(message.Template))
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
}
