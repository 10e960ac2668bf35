using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Setup;

/// <summary>
/// How the client of a call is set up, as far as the compilation shows: where it is created, in the class that holds it, and where it is
/// registered in the service collection.
/// </summary>
internal sealed class ClientSetup
{
    private ClientSetup(ImmutableArray<ObjectUses> uses, bool isCreatedHere, bool hasHandlers, ImmutableArray<IOperation> handlers)
    {
        Uses = uses;
        Handlers = handlers;
        IsCreatedHere = isCreatedHere;
        HasHandlers = hasHandlers;
    }

    /// <summary>What is done with the client: by those who call it, and by those who register it.</summary>
    public ImmutableArray<ObjectUses> Uses { get; }

    /// <summary>Whether every origin of the client is a creation that the code shows.</summary>
    public bool IsCreatedHere { get; }

    /// <summary>Whether message handlers stand between client and network, which may set headers unseen.</summary>
    public bool HasHandlers { get; }

    /// <summary>The calls that add handlers to the client where it is registered, and the handlers that it is created with.</summary>
    public ImmutableArray<IOperation> Handlers { get; }

    /// <summary>The set-up of the client that <paramref name="client"/> gives.</summary>
    public static ClientSetup Of(IOperation client, ValueResolver resolver)
    {
        ImmutableArray<ObjectUses>.Builder all = ImmutableArray.CreateBuilder<ObjectUses>();
        ObjectUses own = ObjectUses.Of(client, resolver);
        all.Add(own);
        ImmutableArray<IOperation>.Builder handlers = ImmutableArray.CreateBuilder<IOperation>();
        bool isCreated = own.Origins.Count > 0;
        bool hasHandlers = false;
        foreach (IOperation origin in own.Origins)
        {
            if (MadeBy(origin, resolver) is { } made)
            {
                ObjectUses inner = ObjectUses.Of(made, resolver);
                all.Add(inner);
                isCreated &= inner.Origins.All(static each => each is IObjectCreationOperation);
                continue;
            }

            isCreated &= origin is IObjectCreationOperation;
            IObjectCreationOperation? created = origin as IObjectCreationOperation;
            if (created is { Arguments.Length: > 0 } && Names.IsOrDerives(created.Arguments[0].Value.Type, "HttpMessageHandler"))
            {
                handlers.Add(resolver.Resolve(created.Arguments[0].Value));
            }

            hasHandlers |= created is { Arguments.Length: > 0 } && Names.IsOrDerives(created.Arguments[0].Value.Type, "HttpMessageHandler")
                && ValueResolver.Strip(resolver.Resolve(created.Arguments[0].Value)).Type?.Name is not ("HttpClientHandler" or "SocketsHttpHandler" or "WinHttpHandler");
            if (OptionsOf(origin) is { } options)
            {
                ObjectUses uses = ObjectUses.Of(options, resolver);
                all.Add(uses);
                hasHandlers |= uses.Assignments.Any(static assignment => assignment.Path.IndexOf("Handler", StringComparison.Ordinal) >= 0 || assignment.Path == "Interceptors");
            }

            foreach (ClientRegistration registration in RegistrationsFor(origin, own, resolver))
            {
                hasHandlers |= registration.HasHandlers;
                handlers.AddRange(registration.Handlers);
                if (!registration.Setups.IsEmpty)
                {
                    all.Add(ObjectUses.Of(registration.Setups[0], resolver));
                }
            }
        }

        return new ClientSetup(all.ToImmutable(), isCreated, hasHandlers, handlers.ToImmutable());
    }

    /// <summary>The one value that is given to that property of the client, or null.</summary>
    public IOperation? SingleValue(string property)
    {
        IOperation? value = null;
        foreach (ObjectUses uses in Uses)
        {
            foreach (IOperation assigned in uses.ValuesOf(property))
            {
                if (value is not null && !SyntaxNodesAgree(value, assigned))
                {
                    return null;
                }

                value ??= assigned;
            }
        }

        return value;
    }

    /// <summary>What a method of the source that makes the client gives back (<c>CreateClient(token)</c>); null for anything else.</summary>
    private static IOperation? MadeBy(IOperation origin, ValueResolver resolver) =>
        origin is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } method } && new Bindings(resolver).ReturnsOf(method) is [{ } returned]
        && ObjectUses.Of(returned, resolver) is { Origins.Count: > 0 } uses && uses.Origins.All(static each => each is IObjectCreationOperation)
            ? returned
            : null;

    /// <summary>The options that a client of RestSharp is created with, or null.</summary>
    private static IOperation? OptionsOf(IOperation origin) =>
        origin is IObjectCreationOperation creation && Names.ArgumentAt(creation, 0) is { } first && Names.IsOrDerives(first.Type, "RestClientOptions") ? first : null;

    private static bool SyntaxNodesAgree(IOperation left, IOperation right) => left.Syntax == right.Syntax || left.Syntax.IsEquivalentTo(right.Syntax);

    private static IEnumerable<ClientRegistration> RegistrationsFor(IOperation origin, ObjectUses uses, ValueResolver resolver)
    {
        switch (origin)
        {
            case IInvocationOperation { TargetMethod.Name: "CreateClient" } create:
                return Names.PlainArgument(create, 0) is { } name && resolver.ConstantOf(name) is { HasValue: true, Value: string text }
                    ? ClientRegistrations.Of(resolver).Named(text)
                    : Array.Empty<ClientRegistration>();
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor }:
                return ClientRegistrations.Of(resolver).For(constructor.ContainingType);
            default:
                return Array.Empty<ClientRegistration>();
        }
    }
}
