using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Files;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Requests;
using Dialog360.Analyzers.Sending.Setup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Sending.Access;

/// <summary>
/// Finds the requests that one body answers for: its own, and where it sets <c>Authorization</c>, those of its class and of the types that
/// get a client which it registers. A setting is judged where it stands.
/// </summary>
internal static class RequestsAround
{
    /// <summary>The requests of that body.</summary>
    public static IEnumerable<SendCall> Of(IOperation root, ValueResolver resolver)
    {
        foreach (SendCall call in BlockRequests.Of(root, resolver))
        {
            yield return call;
        }

        if (!MaySetScheme(root) && !SetsKeyBesideOtherHost(root))
        {
            yield break;
        }

        HashSet<SyntaxNode> seen = [root.Syntax];
        foreach (INamedTypeSymbol type in TypesUnder(root, resolver).ToList())
        {
            foreach (IOperation other in TypeBodies.Of(resolver.Program).Of(type, resolver.CancellationToken))
            {
                if (seen.Add(other.Syntax))
                {
                    foreach (SendCall call in BlockRequests.Of(other, resolver))
                    {
                        yield return call;
                    }
                }
            }
        }
    }

    /// <summary>Whether the setting is found when the body in which it stands is judged; else the request is what can be pointed at.</summary>
    public static bool AnswersFor(SendCall call, AuthorizationSetting setting, ValueResolver resolver)
    {
        SyntaxNode? type = call.Operation.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (setting.Span.Tree == call.Operation.Syntax.SyntaxTree && (type is null || type.Span.Contains(setting.Span.Span)))
        {
            return true;
        }

        return ClientRegistrations.Of(resolver).In(setting.Operation.Root().Syntax).Any(registration => registration.Setups.Any(setup => setup.Root().Syntax == setting.Operation.Root().Syntax));
    }

    /// <summary>Whether the text of a body speaks of another scheme than the key.</summary>
    public static bool MaySetScheme(IOperation root)
    {
        string text = root.Syntax.ToString();
        return Says("Authorization") || Says("Bearer") || Says("Authenticator") || Says("access_token");

        bool Says(string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
    }

    /// <summary>Whether a body speaks of the key in a type that speaks of a host with another scheme.</summary>
    private static bool SetsKeyBesideOtherHost(IOperation root)
    {
        string text = root.Syntax.ToString();
        if (!Endpoints.Hosts.Any(host => host.KeyHeader is { } header && text.IndexOf(header, StringComparison.OrdinalIgnoreCase) >= 0)
            || root.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
        {
            return false;
        }

        string around = type.ToString();
        return Endpoints.Hosts.Any(host => host.Scheme is not null && around.IndexOf(host.Name, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    private static IEnumerable<INamedTypeSymbol> TypesUnder(IOperation root, ValueResolver resolver)
    {
        ISymbol? symbol = resolver.Program.SemanticModelOf(root.Syntax.SyntaxTree).GetEnclosingSymbol(root.Syntax.SpanStart, resolver.CancellationToken);
        if ((symbol as INamedTypeSymbol ?? symbol?.ContainingType) is { } own)
        {
            yield return own;
        }

        foreach (ClientRegistration registration in ClientRegistrations.Of(resolver).In(root.Syntax))
        {
            foreach (ITypeSymbol type in registration.Types)
            {
                if (type is INamedTypeSymbol { TypeKind: TypeKind.Class } named)
                {
                    yield return named;
                }
            }

            foreach (INamedTypeSymbol type in registration.Name is { } name ? TypesThatCreate(name, resolver) : [])
            {
                yield return type;
            }
        }
    }

    /// <summary>The types that ask a factory for the client of that name.</summary>
    private static IEnumerable<INamedTypeSymbol> TypesThatCreate(string name, ValueResolver resolver)
    {
        foreach (SyntaxTree tree in resolver.Program.Compilation.SyntaxTrees)
        {
            resolver.CancellationToken.ThrowIfCancellationRequested();
            if (!TreeNames.May(tree, "CreateClient", resolver.CancellationToken))
            {
                continue;
            }

            SemanticModel model = resolver.Program.SemanticModelOf(tree);
            foreach (SyntaxNode node in tree.GetRoot(resolver.CancellationToken).DescendantNodes())
            {
                if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CreateClient" }, ArgumentList.Arguments: [{ Expression: { } given }] }
                    && model.GetOperation(given, resolver.CancellationToken) is { } operation && resolver.ConstantOf(operation) is { HasValue: true, Value: string text } && text == name
                    && model.GetEnclosingSymbol(node.SpanStart, resolver.CancellationToken)?.ContainingType is { } type)
                {
                    yield return type;
                }
            }
        }
    }
}
