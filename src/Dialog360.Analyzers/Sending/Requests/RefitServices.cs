using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Files;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Setup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>A client that is made for a Refit interface.</summary>
/// <param name="Contract">The interface.</param>
/// <param name="BaseAddress">The expression of its base address; null where it is not seen or there are several.</param>
/// <param name="Roots">The bodies that set it up.</param>
/// <param name="IsShown">Whether all that sets headers is in <paramref name="Roots"/>: no handlers, no client that comes from elsewhere.</param>
internal sealed record RefitService(ITypeSymbol Contract, IOperation? BaseAddress, ImmutableArray<IOperation> Roots, bool IsShown)
{
    /// <summary>What is done with the HTTP clients of the registration; empty for <c>RestService.For</c>.</summary>
    public ImmutableArray<ObjectUses> Setups { get; init; } = ImmutableArray<ObjectUses>.Empty;
}

/// <summary>The clients that the compilation makes for Refit interfaces: <c>RestService.For&lt;T&gt;(...)</c> and <c>AddRefitClient&lt;T&gt;()</c>.</summary>
internal sealed class RefitServices
{
    private readonly ImmutableArray<RefitService> _all;

    private RefitServices(ImmutableArray<RefitService> all)
    {
        _all = all;
    }

    /// <summary>The clients of a compilation, found on first need.</summary>
    public static RefitServices Of(ValueResolver resolver) => resolver.Program.Part(program => new RefitServices(Read(program, resolver)));

    /// <summary>The registrations in that body; what <c>RestService.For</c> is given is judged with the calls.</summary>
    public IEnumerable<RefitService> In(SyntaxNode body) =>
        _all.Where(service => service.Roots.Any(root => root is IAnonymousFunctionOperation && root.Syntax.SyntaxTree == body.SyntaxTree && body.FullSpan.Contains(root.Syntax.Span)));

    /// <summary>The clients through which the methods of that interface are called.</summary>
    public IEnumerable<RefitService> For(ITypeSymbol contract) => _all.Where(service =>
        SymbolEqualityComparer.Default.Equals(service.Contract.OriginalDefinition, contract.OriginalDefinition)
        || service.Contract.AllInterfaces.Any(inherited => SymbolEqualityComparer.Default.Equals(inherited.OriginalDefinition, contract.OriginalDefinition)));

    private static ImmutableArray<RefitService> Read(ProgramModel program, ValueResolver resolver)
    {
        ImmutableArray<RefitService>.Builder all = ImmutableArray.CreateBuilder<RefitService>();
        foreach (ClientRegistration registration in ClientRegistrations.Of(resolver).OfRefit)
        {
            ImmutableArray<ObjectUses> setups = registration.Setups.IsEmpty ? ImmutableArray<ObjectUses>.Empty : ImmutableArray.Create(ObjectUses.Of(registration.Setups[0], resolver));
            IOperation? address = setups.IsEmpty || setups[0].ValuesOf("BaseAddress") is not [{ } only] ? null : only;
            ImmutableArray<IOperation> roots = ImmutableArray.CreateRange(registration.Setups.Select(static setup => LambdaAround(setup)));
            all.AddRange(registration.Types.Select(type => new RefitService(type, address, roots, !registration.HasHandlers) { Setups = setups }));
        }

        foreach (SyntaxTree tree in program.Compilation.SyntaxTrees)
        {
            resolver.CancellationToken.ThrowIfCancellationRequested();
            if (!TreeNames.May(tree, "RestService", resolver.CancellationToken))
            {
                continue;
            }

            foreach (SyntaxNode node in tree.GetRoot(resolver.CancellationToken).DescendantNodes())
            {
                if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: "For" } } }
                    && program.SemanticModelOf(tree).GetOperation(node, resolver.CancellationToken) is IInvocationOperation invocation
                    && IsCreation(invocation) && Read(invocation, resolver) is { } service)
                {
                    all.Add(service);
                }
            }
        }

        return all.ToImmutable();
    }

    /// <summary>Whether the call is <c>RestService.For&lt;T&gt;</c>.</summary>
    public static bool IsCreation(IInvocationOperation invocation) => invocation.TargetMethod is { Name: "For", ContainingType.Name: "RestService", TypeArguments.Length: 1 };

    /// <summary>The client that a call of <c>RestService.For</c> makes; null where it is half typed.</summary>
    public static RefitService? Read(IInvocationOperation creation, ValueResolver resolver)
    {
        if (Names.ArgumentAt(creation, 0)?.Value is not { } first)
        {
            return null;
        }

        ITypeSymbol contract = creation.TargetMethod.TypeArguments[0];
        bool isShown = Names.ArgumentAt(creation, 1)?.Value is not { } settings || !MayHandle(settings, resolver);
        if (!Names.IsOrDerives(first.Type, "HttpClient"))
        {
            return new RefitService(contract, first, ImmutableArray.Create(creation.Root()), isShown);
        }

        ClientSetup setup = ClientSetup.Of(first, resolver);
        IEnumerable<IOperation> roots = setup.Uses.SelectMany(static uses => uses.Calls.Select(static call => call.Invocation.Root()).Concat(uses.Assignments.Select(static assignment => assignment.Assignment.Root())));
        return new RefitService(contract, setup.SingleValue("BaseAddress"), ImmutableArray.CreateRange(roots.Append(creation.Root()).Distinct()), isShown && setup is { IsCreatedHere: true, HasHandlers: false })
        {
            Setups = setup.Uses,
        };
    }

    /// <summary>Whether the settings may put a handler of their own into the client.</summary>
    private static bool MayHandle(IOperation settings, ValueResolver resolver) =>
        resolver.Resolve(settings) is not IObjectCreationOperation { Type.Name: "RefitSettings" } creation
        || ObjectUses.Of(creation, resolver).Assignments.Any(static assignment => assignment.Path.IndexOf("Handler", StringComparison.Ordinal) >= 0);

    private static IOperation LambdaAround(IOperation operation)
    {
        IOperation current = operation;
        while (current.Parent is { } parent && current is not IAnonymousFunctionOperation)
        {
            current = parent;
        }

        return current;
    }
}
