using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>How a function comes to be run by a request.</summary>
internal enum EntryKind
{
    /// <summary>An action of a controller.</summary>
    Action,

    /// <summary>A delegate of a minimal API.</summary>
    Endpoint,

    /// <summary>An Azure Function.</summary>
    Function,

    /// <summary>A handler, a middleware or a listener: it writes its answer itself.</summary>
    Handler,

    /// <summary>No request runs it as far as the compilation shows: a service or worker whose receiver is somewhere else.</summary>
    Processor,
}

/// <summary>Recognises the functions that a POST runs.</summary>
internal static class HttpEntryPoints
{
    private static readonly ImmutableHashSet<string> Requests = ImmutableHashSet.Create(
        "HttpContext", "HttpRequest", "HttpRequestData", "HttpListenerContext", "HttpListenerRequest", "HttpRequestMessage", "APIGatewayProxyRequest", "APIGatewayHttpApiV2ProxyRequest");

    private static readonly ImmutableHashSet<string> HandlerNames = ImmutableHashSet.Create("ProcessRequest", "ProcessRequestAsync", "Invoke", "InvokeAsync", "HandleAsync", "FunctionHandler");

    /// <summary>How a request runs the function, judged by the function itself; null where none does, or only one that is no POST.</summary>
    public static EntryKind? Of(FunctionUnit unit)
    {
        if (unit.IsLambda)
        {
            return OfDelegate(unit.Node);
        }

        if (unit.Symbol is not { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method)
        {
            return null;
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (AttributeOf(parameter, "HttpTriggerAttribute") is { } trigger)
            {
                return TakesPost(trigger) ? EntryKind.Function : null;
            }
        }

        if (IsAction(method))
        {
            return EntryKind.Action;
        }

        return HandlerNames.Contains(method.Name) && method.DeclaredAccessibility == Accessibility.Public && method.Parameters.Any(static parameter => IsRequest(parameter.Type)) || IsFastEndpoint(method)
            || method.Parameters.Any(static parameter => parameter.Type.Name == "HttpListenerContext")
            ? EntryKind.Handler
            : null;
    }

    /// <summary>How a request runs the function that a method group or lambda stands for; null where it is handed to something else.</summary>
    public static EntryKind? OfDelegate(IOperation function)
    {
        IOperation? parent = function.Parent;
        while (parent is IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        if (parent is not IArgumentOperation { Parent: IInvocationOperation call })
        {
            return null;
        }

        switch (call.TargetMethod.Name)
        {
            case "MapPost" or "Post":
                return EntryKind.Endpoint;
            case "Map" or "MapMethods" or "MapFallback" when call.Arguments.Length > 1 && !IsBuilder(function):
                return call.TargetMethod.Name != "MapMethods" || NamesPost(call) ? EntryKind.Endpoint : null;
            case "Run" or "Use" when FunctionOf(function) is { Parameters: [{ Type: var first }, ..] } && IsRequest(first):
                return EntryKind.Handler;
            default:
                return null;
        }
    }

    /// <summary>Whether a type is a request, or what holds one.</summary>
    public static bool IsRequest(ITypeSymbol? type) => type is not null && Requests.Contains(type.Name);

    /// <summary>Whether the function tests other code.</summary>
    public static bool IsTest(FunctionUnit unit)
    {
        for (FunctionUnit? current = unit; current is not null; current = current.Outer)
        {
            if (current.Symbol is { } method && method.GetAttributes().Any(static attribute => TestMethods.IsAttribute(attribute.AttributeClass?.Name)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether tests stand in the same file: what helps them reads updates that they made themselves.</summary>
    public static bool StandsBesideTests(FunctionUnit unit, CancellationToken cancellationToken) =>
        unit.Node.Syntax.SyntaxTree.GetRoot(cancellationToken).DescendantNodes(static node => node is not (StatementSyntax or ExpressionSyntax)).OfType<AttributeSyntax>()
            .Any(static attribute => TestMethods.IsAttribute(attribute.Name.ToString().Split('.').Last() + "Attribute"));

    private static bool IsAction(IMethodSymbol method)
    {
        if (method is not { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsAbstract: false })
        {
            return false;
        }

        bool takesPost = false;
        bool hasVerb = false;
        foreach (AttributeData attribute in method.GetAttributes())
        {
            string name = attribute.AttributeClass?.Name ?? string.Empty;
            if (name == "NonActionAttribute")
            {
                return false;
            }

            if (name is "HttpPostAttribute" || (name == "AcceptVerbsAttribute" && TakesPost(attribute)))
            {
                takesPost = true;
            }

            hasVerb |= name.StartsWith("Http", StringComparison.Ordinal) || name == "AcceptVerbsAttribute";
        }

        return takesPost || (!hasVerb && IsController(method.ContainingType) && !method.Name.StartsWith("Get", StringComparison.Ordinal));
    }

    private static bool IsController(INamedTypeSymbol type)
    {
        if (type.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "ApiControllerAttribute" or "ControllerAttribute"))
        {
            return true;
        }

        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Name is "ControllerBase" or "Controller" or "ApiController")
            {
                return true;
            }
        }

        return type.Name.EndsWith("Controller", StringComparison.Ordinal);
    }

    private static bool IsFastEndpoint(IMethodSymbol method) =>
        method is { IsOverride: true, Name: "HandleAsync" or "ExecuteAsync", Parameters.Length: 2 } && method.ContainingType.BaseType is { Name: "Endpoint" or "EndpointWithoutRequest" };

    private static bool TakesPost(AttributeData attribute)
    {
        bool names = false;
        foreach (TypedConstant argument in attribute.ConstructorArguments)
        {
            IEnumerable<TypedConstant> values = argument.Kind == TypedConstantKind.Array ? argument.Values : ImmutableArray.Create(argument);
            foreach (TypedConstant value in values)
            {
                if (value.Value is string verb)
                {
                    names = true;
                    if (string.Equals(verb, "post", StringComparison.OrdinalIgnoreCase))
                    {
                        return true;
                    }
                }
            }
        }

        return !names;
    }

    private static AttributeData? AttributeOf(ISymbol symbol, string name) => symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == name);

    private static bool NamesPost(IInvocationOperation call) =>
        call.Descendants().Any(static operation => operation.ConstantValue is { HasValue: true, Value: string verb } && string.Equals(verb, "post", StringComparison.OrdinalIgnoreCase)
            || operation is IMemberReferenceOperation { Member.Name: "Post" });

    /// <summary>app.Map("/path", branch => ...): the branch is set up, not run by a request.</summary>
    private static bool IsBuilder(IOperation function) => FunctionOf(function) is { Parameters: [{ Type.Name: "IApplicationBuilder" }, ..] };

    private static IMethodSymbol? FunctionOf(IOperation function) => function switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        IMethodReferenceOperation reference => reference.Method,
        _ => null,
    };
}
