using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Access;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Rules;

/// <summary>DLG0702: a request to a messaging host carries no API key, or another scheme.</summary>
internal sealed class KeyHeaderMissing : SendRule
{
    /// <summary>Creates the rule.</summary>
    public KeyHeaderMissing()
        : base("DLG0702")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(SendContext context)
    {
        FindingSet findings = new();
        foreach (SendCall call in CallsAround(context))
        {
            if (call.Client is SendClient.Refit or SendClient.Waba360Dialog || ApiHosts.HostOf(call.Url) is not { IsMessaging: true } host)
            {
                continue;
            }

            RequestAccess access = RequestAccess.Of(call, context.Resolver);
            if (access.MayHaveKey)
            {
                continue;
            }

            if (access.Authorization is { } authorization)
            {
                findings.Add(Finding(IsInTypeOf(call, authorization, context) ? authorization.Span : call.NameSpan, $"it carries Authorization in place of {host.KeyHeader}", host, authorization));
            }
            else if (access.ShowsAllHeaders)
            {
                findings.Add(Finding(call.NameSpan, $"{host.KeyHeader} is never set", host, null));
            }
        }

        return findings.InOrder(context.Root);
    }

    private Finding Finding(Payloads.SourceSpan span, string reason, ApiHost host, AuthorizationSetting? authorization) =>
        new(this, span, ImmutableArray.Create(reason)) { Detail = new KeyHeaderDetail(host.KeyHeader!, authorization) };

    /// <summary>
    /// The calls of the body; of a body that sets <c>Authorization</c>, those of the whole class, since a client is often set up in the
    /// constructor.
    /// </summary>
    private static IEnumerable<SendCall> CallsAround(SendContext context)
    {
        IEnumerable<SendCall> own = BlockRequests.Of(context.Root, context.Resolver);
        string text = context.Root.Syntax.ToString();
        if (text.IndexOf("Authorization", StringComparison.Ordinal) < 0 && text.IndexOf("Bearer", StringComparison.Ordinal) < 0
            || context.Resolver.Program.SemanticModelOf(context.Root.Syntax.SyntaxTree).GetEnclosingSymbol(context.Root.Syntax.SpanStart, context.Resolver.CancellationToken) is not { } symbol
            || (symbol as INamedTypeSymbol ?? symbol.ContainingType) is not { } type)
        {
            return own;
        }

        return own.Concat(TypeBodies.Of(context.Resolver.Program).Of(type, context.Resolver.CancellationToken)
            .Where(root => root.Syntax != context.Root.Syntax)
            .SelectMany(root => BlockRequests.Of(root, context.Resolver)));
    }

    /// <summary>Whether the setting is found when the body in which it stands is judged.</summary>
    private static bool IsInTypeOf(SendCall call, AuthorizationSetting authorization, SendContext context)
    {
        SyntaxNode? type = call.Operation.Syntax.AncestorsAndSelf().FirstOrDefault(node => node is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax);
        return authorization.Span.Tree == context.Root.Syntax.SyntaxTree && (type is null || type.Span.Contains(authorization.Span.Span));
    }
}

/// <summary>What the fix of DLG0702 needs to know.</summary>
/// <param name="Header">The header that carries the key.</param>
/// <param name="Authorization">The setting that takes its place, or null.</param>
internal sealed record KeyHeaderDetail(string Header, AuthorizationSetting? Authorization);
