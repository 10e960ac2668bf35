using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Sending.Access;
using Dialog360.Analyzers.Sending.Requests;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Rules.Access;

/// <summary>DLG0702: a request to a messaging host carries no API key, or another scheme.</summary>
internal sealed class KeyHeaderMissing : Rule<BodyScope>
{
    /// <summary>Creates the rule.</summary>
    public KeyHeaderMissing()
        : base("DLG0702")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyScope context)
    {
        FindingSet findings = new();
        if (context.Root is IAttributeOperation attribute)
        {
            JudgeContract(attribute, context, findings);
            return findings.InOrder(context.Root);
        }

        foreach (SendCall call in RequestsAround.Of(context.Root, context.Resolver))
        {
            if (call.Client == SendClient.Refit)
            {
                JudgeRefit(call, context, findings);
            }
            else if (call.Client != SendClient.Waba360Dialog && ApiHosts.HostOf(call.Url) is { } host)
            {
                if (host.IsMessaging)
                {
                    JudgeRequest(call, host, context, findings);
                }
                else if (host.Scheme is { } scheme && RequestAccess.KeyFor(call, context.Resolver) is { } key)
                {
                    SourceSpan place = RequestsAround.AnswersFor(call, key, context.Resolver) ? key.Span : call.NameSpan;
                    findings.Add(Finding(place, $"it carries {Endpoints.KeyHeader} in place of {scheme}", host, key));
                }
            }
        }

        JudgeRegistrations(context, findings);
        return findings.InOrder(context.Root);
    }

    private void JudgeRequest(SendCall call, ApiHost host, BodyScope context, FindingSet findings)
    {
        RequestAccess access = RequestAccess.Of(call, context.Resolver);
        if (access.MayHaveKey)
        {
            return;
        }

        if (access.Authorization is { } authorization)
        {
            findings.Add(Other(RequestsAround.AnswersFor(call, authorization, context.Resolver) ? authorization.Span : call.NameSpan, host, authorization));
        }
        else if (access.ShowsAllHeaders)
        {
            findings.Add(Never(call, host));
        }
    }

    /// <summary>An attribute of a Refit interface that names another scheme, where none of the requests under it has the key.</summary>
    private void JudgeContract(IAttributeOperation attribute, BodyScope context, FindingSet findings)
    {
        if (RefitAccess.SettingAt(attribute, context.Resolver) is { } setting
            && RefitContract.MethodsUnder(attribute, context.Resolver) is [{ } first, ..] methods && methods.All(static method => !RefitAccess.MaySetKey(method))
            && RefitAccess.HostWithoutKey(first.ContainingType, context.Resolver) is { } host)
        {
            findings.Add(Other(setting.Span, host, setting));
        }
    }

    /// <summary>The set-up of the client of a Refit interface that names another scheme.</summary>
    private void JudgeRegistrations(BodyScope context, FindingSet findings)
    {
        foreach (RefitService service in RefitServices.Of(context.Resolver).In(context.Root.Syntax))
        {
            foreach (ObjectUses setup in service.Setups)
            {
                if (AuthorizationSetting.In(setup, context.Resolver) is { } setting && RefitAccess.HostWithoutKey(ImmutableArray.Create(service), context.Resolver) is { } host
                    && service.Contract.GetMembers().OfType<IMethodSymbol>().All(static method => !RefitAccess.MaySetKey(method)))
                {
                    findings.Add(Other(setting.Span, host, setting));
                }
            }
        }
    }

    /// <summary>A call of a Refit interface whose client is made in the same body, with nothing set at all.</summary>
    private void JudgeRefit(SendCall call, BodyScope context, FindingSet findings)
    {
        if (call.Operation.Instance is { } client && RefitReader.CreationOf(client, context.Resolver) is { } creation && creation.Root() == call.Operation.Root()
            && RefitServices.Read(creation, context.Resolver) is { } service && service.Setups.All(setup => AuthorizationSetting.In(setup, context.Resolver) is null)
            && !RefitAccess.MaySetKey(call.Operation.TargetMethod) && !RefitAccess.NamesScheme(call.Operation.TargetMethod)
            && RefitAccess.HostWithoutKey(ImmutableArray.Create(service), context.Resolver) is { } host)
        {
            findings.Add(Never(call, host));
        }
    }

    private Finding Other(SourceSpan span, ApiHost host, AuthorizationSetting authorization) => Finding(span, $"it carries Authorization in place of {host.KeyHeader}", host, authorization);

    private Finding Never(SendCall call, ApiHost host) => Finding(call.NameSpan, $"{host.KeyHeader} is never set", host, null);

    private Finding Finding(SourceSpan span, string reason, ApiHost host, AuthorizationSetting? authorization) =>
        new(this, span, ImmutableArray.Create(reason, host.Owner)) { Detail = host.KeyHeader is { } header ? new KeyHeaderDetail(header, authorization) : new SchemeDetail(authorization!) };
}

/// <summary>What the fix of DLG0702 needs to know.</summary>
/// <param name="Header">The header that carries the key.</param>
/// <param name="Authorization">The setting that takes its place, or null.</param>
internal sealed record KeyHeaderDetail(string Header, AuthorizationSetting? Authorization);

/// <summary>What the fix of DLG0702 needs to know where the key stands on a request to a host that takes a bearer token.</summary>
/// <param name="Key">The setting of the key.</param>
internal sealed record SchemeDetail(AuthorizationSetting Key);
