using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Requests;
using Dialog360.Analyzers.Sending.Setup;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Access;

/// <summary>How one request authenticates, as far as its method, its class and the set-up of its client show.</summary>
internal sealed class RequestAccess
{
    private readonly ValueResolver _resolver;
    private readonly SendCall _call;
    private readonly List<ObjectUses> _uses = new();
    private bool _isCreatedHere = true;
    private bool _hasHandlers;

    private RequestAccess(SendCall call, ValueResolver resolver)
    {
        _call = call;
        _resolver = resolver;
        if (call.Request is { } request)
        {
            ObjectUses uses = ObjectUses.Of(request, resolver);
            _uses.Add(uses);
            _isCreatedHere &= uses.Origins.Count > 0 && uses.Origins.All(IsCreation);
        }

        if (call.Receiver is { } receiver && call.Client is not (SendClient.Flurl or SendClient.HttpWebRequest))
        {
            ClientSetup setup = ClientSetup.Of(receiver, resolver);
            _uses.AddRange(setup.Uses);
            _isCreatedHere &= setup.IsCreatedHere && setup.Uses[0].Origins.All(IsCreation);
            _hasHandlers = setup.HasHandlers;
        }
    }

    /// <summary>Where <c>Authorization</c> is set on the request or its client, or null.</summary>
    public AuthorizationSetting? Authorization { get; private set; }

    /// <summary>Whether the key may be set, here or where nobody sees.</summary>
    public bool MayHaveKey { get; private set; }

    /// <summary>Whether client and request are created in the method of the call and handed to nobody, so that all their headers show.</summary>
    public bool ShowsAllHeaders { get; private set; }

    /// <summary>Looks at a call.</summary>
    public static RequestAccess Of(SendCall call, ValueResolver resolver)
    {
        RequestAccess access = new(call, resolver);
        access.MayHaveKey = access.IsSetUnseen || access.Roots().Any(root => HeaderNames.MaySetKey(root, access.IsOfOtherRequest, resolver));
        if (!access.MayHaveKey)
        {
            access.Authorization = access._uses.Select(uses => AuthorizationSetting.In(uses, resolver)).FirstOrDefault(setting => setting is not null);
            access.ShowsAllHeaders = access._isCreatedHere && access._uses.All(uses => uses.HandedTo.All(access.IsOwnCall));
        }

        return access;
    }

    /// <summary>
    /// Where the key of 360dialog is set for a call to a host that takes another scheme; null where that scheme is set too, or may be, and where the
    /// class also sends to 360dialog.
    /// </summary>
    public static AuthorizationSetting? KeyFor(SendCall call, ValueResolver resolver)
    {
        RequestAccess access = new(call, resolver);
        KeyPlaces places = new(resolver);
        AuthorizationSetting? key = access._uses.Select(uses => AuthorizationSetting.Named(uses, places.IsKeyHeader)).FirstOrDefault(setting => setting is not null);
        return key is null || access.IsSetUnseen || access.Roots().Any(root => RequestsAround.MaySetScheme(root) || BlockRequests.Of(root, resolver).Any(IsToMessagingHost)) ? null : key;
    }

    private static bool IsToMessagingHost(SendCall call) => ApiHosts.HostOf(call.Url) is { IsMessaging: true };

    private bool IsSetUnseen => _hasHandlers || _uses.Any(AuthorizationSetting.HasOtherAuthenticator);

    private bool IsOfOtherRequest(IOperation setting) => OtherRequests.Holds(setting, _uses, _resolver);

    /// <summary>An object that is made in the body of the call; of Flurl, the text that the chain begins with.</summary>
    private bool IsCreation(IOperation origin)
    {
        bool isCreation = origin is IObjectCreationOperation || origin.Type?.SpecialType == SpecialType.System_String
            || origin is IInvocationOperation { TargetMethod: { Name: "Create" or "CreateHttp", ContainingType.Name: "WebRequest" or "HttpWebRequest" } };
        return isCreation && RootOf(origin) == RootOf(_call.Operation) && !IsSourceType(origin.Type);
    }

    /// <summary>A class of the program's own, which may set headers unseen.</summary>
    private static bool IsSourceType(ITypeSymbol? type) =>
        type is { DeclaringSyntaxReferences.IsEmpty: false, Name: not ("HttpClient" or "HttpRequestMessage" or "RestClient" or "RestRequest") };

    private bool IsOwnCall(IArgumentOperation argument) =>
        argument.Parent == _call.Operation || argument.Parent is IObjectCreationOperation { Type: { DeclaringSyntaxReferences.IsEmpty: true } };

    /// <summary>The bodies that may set headers of the request: those of its class, and of what its objects are given to or come from.</summary>
    private HashSet<IOperation> Roots()
    {
        HashSet<IOperation> roots = new() { RootOf(_call.Operation) };
        INamedTypeSymbol? type = EnclosingType(_call.Operation);
        for (; type is not null; type = type.BaseType ?? type.ContainingType)
        {
            AddRoots(type, roots);
        }

        foreach (ObjectUses uses in _uses)
        {
            foreach (ObjectCall call in uses.Calls)
            {
                roots.Add(RootOf(call.Invocation));
                AddCallee(call.Invocation.TargetMethod, roots);
            }

            foreach (ObjectAssignment assignment in uses.Assignments)
            {
                roots.Add(RootOf(assignment.Assignment));
            }

            foreach (IArgumentOperation argument in uses.HandedTo)
            {
                AddCallee((argument.Parent as IInvocationOperation)?.TargetMethod ?? (argument.Parent as IObjectCreationOperation)?.Constructor, roots);
            }

            foreach (IOperation origin in uses.Origins)
            {
                AddCallee((origin as IInvocationOperation)?.TargetMethod ?? (origin as IObjectCreationOperation)?.Constructor, roots);
            }
        }

        return roots;
    }

    private void AddRoots(INamedTypeSymbol type, HashSet<IOperation> roots) => roots.UnionWith(TypeBodies.Of(_resolver.Program).Of(type, _resolver.CancellationToken));

    private void AddCallee(IMethodSymbol? method, HashSet<IOperation> roots)
    {
        if (method is { DeclaringSyntaxReferences.IsEmpty: false, ContainingType: { } type })
        {
            AddRoots(type, roots);
        }
    }

    private INamedTypeSymbol? EnclosingType(IOperation operation) =>
        _resolver.Program.SemanticModelOf(operation.Syntax.SyntaxTree).GetEnclosingSymbol(operation.Syntax.SpanStart, _resolver.CancellationToken)?.ContainingType;

    private static IOperation RootOf(IOperation operation) => operation.Root();
}
