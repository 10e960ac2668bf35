using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Requests;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Access;

/// <summary>How the requests of a Refit interface authenticate: by attributes, and by the set-up of its clients.</summary>
internal static class RefitAccess
{
    private const string Authorization = "Authorization";

    /// <summary>
    /// The messaging host that all clients of the interface talk to; null where one of them goes elsewhere or is not seen, or may set headers unseen.
    /// </summary>
    public static ApiHost? HostWithoutKey(ITypeSymbol contract, ValueResolver resolver) =>
        HostWithoutKey(RefitServices.Of(resolver).For(contract).ToImmutableArray(), resolver);

    /// <summary>The same for the clients that are given.</summary>
    public static ApiHost? HostWithoutKey(ImmutableArray<RefitService> services, ValueResolver resolver)
    {
        ApiHost? host = null;
        foreach (RefitService service in services)
        {
            if (!service.IsShown || service.BaseAddress is not { } address || UrlReader.Read(address, resolver) is not { IsAssumed: false } url
                || ApiHosts.HostOf(url) is not { IsMessaging: true } own || service.Roots.Any(root => HeaderNames.MaySetKey(root, static _ => false, resolver)))
            {
                return null;
            }

            host = own;
        }

        return host;
    }

    /// <summary>Whether the attributes of a method, its parameters and its interface set the key, or headers that nobody knows.</summary>
    public static bool MaySetKey(IMethodSymbol method)
    {
        foreach (AttributeData attribute in method.GetAttributes().Concat(method.ContainingType.GetAttributes()).Concat(method.ContainingType.AllInterfaces.SelectMany(static inherited => inherited.GetAttributes())))
        {
            if (attribute.AttributeClass?.Name == "HeadersAttribute" && TextsOf(attribute).Any(static header => ApiHosts.IsKeyHeader(NameOf(header))))
            {
                return true;
            }
        }

        foreach (AttributeData attribute in method.Parameters.SelectMany(static parameter => parameter.GetAttributes()))
        {
            if (attribute.AttributeClass?.Name == "HeaderCollectionAttribute"
                || (attribute.AttributeClass?.Name == "HeaderAttribute" && TextsOf(attribute).Any(static header => ApiHosts.IsKeyHeader(header.Trim()))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the attributes of a method, its parameters and its interface name another scheme.</summary>
    public static bool NamesScheme(IMethodSymbol method) =>
        method.GetAttributes().Concat(method.ContainingType.GetAttributes()).Concat(method.Parameters.SelectMany(static parameter => parameter.GetAttributes()))
            .Any(static attribute => attribute.AttributeClass?.Name == "AuthorizeAttribute"
                || (attribute.AttributeClass?.Name is "HeadersAttribute" or "HeaderAttribute" && TextsOf(attribute).Any(static header => IsScheme(header))));

    /// <summary>Where the attribute gives requests another scheme: <c>[Headers("Authorization: ...")]</c>, <c>[Header("Authorization")]</c>, <c>[Authorize]</c>.</summary>
    public static AuthorizationSetting? SettingAt(IAttributeOperation attribute, ValueResolver resolver)
    {
        if (attribute.Operation is not IObjectCreationOperation { Type.Name: "HeadersAttribute" or "HeaderAttribute" or "AuthorizeAttribute" } creation || attribute.Syntax is not AttributeSyntax syntax)
        {
            return null;
        }

        if (creation.Type?.Name == "AuthorizeAttribute")
        {
            return syntax.FirstAncestorOrSelf<ParameterSyntax>() is null ? null : new AuthorizationSetting(attribute, SourceSpan.Of(syntax.Name));
        }

        foreach (AttributeArgumentSyntax argument in syntax.ArgumentList?.Arguments ?? default)
        {
            if (resolver.Program.SemanticModelOf(syntax.SyntaxTree).GetConstantValue(argument.Expression, resolver.CancellationToken) is { HasValue: true, Value: string text }
                && IsScheme(text))
            {
                return new AuthorizationSetting(attribute, SourceSpan.Of(argument.Expression));
            }
        }

        return null;
    }

    private static bool IsScheme(string header) => NameOf(header).Equals(Authorization, StringComparison.OrdinalIgnoreCase);

    private static string NameOf(string header)
    {
        int colon = header.IndexOf(':');
        return (colon < 0 ? header : header.Substring(0, colon)).Trim();
    }

    private static IEnumerable<string> TextsOf(AttributeData attribute) =>
        attribute.ConstructorArguments.SelectMany(static argument => argument.Kind == TypedConstantKind.Array ? argument.Values : ImmutableArray.Create(argument))
            .Select(static argument => argument.Value as string)
            .OfType<string>();
}
