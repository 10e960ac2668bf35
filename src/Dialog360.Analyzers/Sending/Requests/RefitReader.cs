using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>Methods of Refit interfaces: <c>[Post("/messages")] Task Send([Body] object message)</c>.</summary>
internal sealed class RefitReader : ClientReader
{
    /// <summary>Any name will do: the attribute of the method tells (<see cref="IsRouteWithBody"/>).</summary>
    public override ImmutableArray<string> SendNames => ImmutableArray<string>.Empty;

    /// <summary>Whether an attribute of that name, as it is written, gives a route that takes a body.</summary>
    public static bool IsRouteWithBody(string attribute) => attribute is "Post" or "Put" or "Patch" or "PostAttribute" or "PutAttribute" or "PatchAttribute";

    /// <inheritdoc/>
    public override SendCall? Read(IInvocationOperation invocation, ValueResolver resolver)
    {
        if (invocation.TargetMethod is not { ContainingType.TypeKind: TypeKind.Interface } method || RouteOf(method) is not { } route)
        {
            return null;
        }

        Bindings bindings = new(resolver);
        bool hasBody = IsRouteWithBody(route.AttributeClass!.Name);
        UrlText url = Compose(PathOf(route, resolver, bindings), () => BaseOf(invocation, resolver), bindings, UrlCombination.Append, invocation.Syntax);
        IOperation? body = hasBody && BodyParameter(method) is { } parameter ? Names.ArgumentAt(invocation, parameter.Ordinal)?.Value : null;
        return Create(invocation, SendClient.Refit, url) with
        {
            Bodies = BodySources.Of(body, bindings, Serializer.Unknown),
            HasBody = hasBody,
            ThrowsOnFailure = Throws(method.ReturnType),
        };
    }

    /// <summary>The attribute that says the HTTP method and the path, or null.</summary>
    public static AttributeData? RouteOf(IMethodSymbol method)
    {
        foreach (AttributeData attribute in method.OriginalDefinition.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "PostAttribute" or "GetAttribute" or "PutAttribute" or "PatchAttribute" or "DeleteAttribute" } type
                && (Names.IsIn(type, "Refit") || type.BaseType?.Name == "HttpMethodAttribute") && attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: string }, ..])
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The path of a route; what stands in braces is a hole.</summary>
    public static UrlText? PathOf(AttributeData route, ValueResolver resolver, Bindings bindings)
    {
        if (route.ApplicationSyntaxReference?.GetSyntax(resolver.CancellationToken) is not AttributeSyntax { ArgumentList.Arguments: [{ Expression: { } expression }, ..] }
            || !resolver.Program.Compilation.ContainsSyntaxTree(expression.SyntaxTree)
            || resolver.Program.SemanticModelOf(expression.SyntaxTree).GetOperation(expression, resolver.CancellationToken) is not { } operation)
        {
            return null;
        }

        UrlText text = UrlReader.ReadText(operation, bindings);
        UrlText path = new();
        int start = 0;
        string plain = text.ToPattern().Text.Text;
        for (int open = plain.IndexOf('{'); open >= 0; open = plain.IndexOf('{', start))
        {
            int close = plain.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            path.Append(text, start, open - start);
            path.AppendHole(operation);
            start = close + 1;
        }

        path.Append(text, start, plain.Length - start);
        return path;
    }

    private static IOperation? BaseOf(IInvocationOperation invocation, ValueResolver resolver)
    {
        if (invocation.Instance is { } instance && CreationOf(instance, resolver) is { } creation)
        {
            return RefitServices.Read(creation, resolver)?.BaseAddress;
        }

        IOperation? address = null;
        foreach (RefitService service in RefitServices.Of(resolver).For(invocation.TargetMethod.ContainingType))
        {
            if (service.BaseAddress is not { } own || (address is not null && !address.Syntax.IsEquivalentTo(own.Syntax)))
            {
                return null;
            }

            address ??= own;
        }

        return address;
    }

    /// <summary>The call of <c>RestService.For</c> that gives the client, or null.</summary>
    public static IInvocationOperation? CreationOf(IOperation client, ValueResolver resolver) =>
        ObjectUses.Of(client, resolver).Origins.OfType<IInvocationOperation>().FirstOrDefault(RefitServices.IsCreation);

    private static IParameterSymbol? BodyParameter(IMethodSymbol method)
    {
        IParameterSymbol? complex = null;
        foreach (IParameterSymbol parameter in method.OriginalDefinition.Parameters)
        {
            ImmutableArray<AttributeData> attributes = parameter.GetAttributes();
            if (attributes.Any(attribute => attribute.AttributeClass?.Name == "BodyAttribute"))
            {
                return parameter;
            }

            if (attributes.IsEmpty && parameter.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String })
            {
                complex ??= parameter;
            }
        }

        return complex;
    }

    /// <summary>Refit throws <c>ApiException</c> unless the method asks for the response itself.</summary>
    private static bool Throws(ITypeSymbol type) =>
        type is not INamedTypeSymbol { TypeArguments: [{ Name: "IApiResponse" or "ApiResponse" or "HttpResponseMessage" }] };
}
