using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Files;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Setup;

/// <summary>One <c>AddHttpClient</c> or <c>AddRefitClient</c> with what is chained to it.</summary>
/// <param name="Name">The name of a named client, or null.</param>
/// <param name="Types">The types that get the client.</param>
/// <param name="Setups">The references to the client in the lambdas that set it up, and the lambda parameters where there is no reference.</param>
/// <param name="HasHandlers">Whether message handlers are added, which may set headers unseen.</param>
internal sealed record ClientRegistration(string? Name, ImmutableArray<ITypeSymbol> Types, ImmutableArray<IParameterReferenceOperation> Setups, bool HasHandlers)
{
    /// <summary>The call that registers it.</summary>
    public required IInvocationOperation Call { get; init; }

    /// <summary>The chained calls that may put something between the client and the network.</summary>
    public ImmutableArray<IInvocationOperation> Handlers { get; init; } = ImmutableArray<IInvocationOperation>.Empty;

    /// <summary>Whether it is the client of a Refit interface.</summary>
    public bool IsRefit => Call.TargetMethod.Name == "AddRefitClient";
}

/// <summary>The HTTP clients that the compilation registers in its service collection.</summary>
internal sealed class ClientRegistrations
{
    private readonly ImmutableArray<ClientRegistration> _all;

    private ClientRegistrations(ImmutableArray<ClientRegistration> all)
    {
        _all = all;
    }

    /// <summary>The registrations of a compilation, found on first need.</summary>
    public static ClientRegistrations Of(ValueResolver resolver) => resolver.Program.Part(program => Read(program, resolver));

    /// <summary>The registrations of clients of Refit interfaces.</summary>
    public IEnumerable<ClientRegistration> OfRefit => _all.Where(static registration => registration.IsRefit);

    /// <summary>The registrations that the text of <paramref name="body"/> makes.</summary>
    public IEnumerable<ClientRegistration> In(SyntaxNode body) =>
        _all.Where(registration => registration.Call.Syntax.SyntaxTree == body.SyntaxTree && body.FullSpan.Contains(registration.Call.Syntax.Span));

    /// <summary>The registrations of that name.</summary>
    public IEnumerable<ClientRegistration> Named(string name) => _all.Where(registration => registration.Name == name);

    /// <summary>The registrations whose client goes to that type (the class, or an interface that it implements).</summary>
    public IEnumerable<ClientRegistration> For(ITypeSymbol type) =>
        _all.Where(registration => registration.Types.Any(candidate => SymbolEqualityComparer.Default.Equals(candidate, type)));

    private static ClientRegistrations Read(ProgramModel program, ValueResolver resolver)
    {
        ImmutableArray<ClientRegistration>.Builder all = ImmutableArray.CreateBuilder<ClientRegistration>();
        foreach (SyntaxTree tree in program.Compilation.SyntaxTrees)
        {
            resolver.CancellationToken.ThrowIfCancellationRequested();
            if (!TreeNames.May(tree, "AddHttpClient", resolver.CancellationToken) && !TreeNames.May(tree, "AddRefitClient", resolver.CancellationToken))
            {
                continue;
            }

            foreach (SyntaxNode node in tree.GetRoot(resolver.CancellationToken).DescendantNodes())
            {
                if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddHttpClient" or "AddRefitClient" } } syntax
                    && program.SemanticModelOf(tree).GetOperation(syntax, resolver.CancellationToken) is IInvocationOperation invocation)
                {
                    all.Add(Read(invocation, resolver));
                }
            }
        }

        return new ClientRegistrations(all.ToImmutable());
    }

    private static ClientRegistration Read(IInvocationOperation invocation, ValueResolver resolver)
    {
        string? name = null;
        bool hasHandlers = false;
        ImmutableArray<IParameterReferenceOperation>.Builder setups = ImmutableArray.CreateBuilder<IParameterReferenceOperation>();
        ImmutableArray<IInvocationOperation>.Builder handlers = ImmutableArray.CreateBuilder<IInvocationOperation>();
        ImmutableArray<ITypeSymbol> types = invocation.TargetMethod.TypeArguments;
        ReadArguments(invocation, resolver, setups, ref name);
        string? ignored = null;
        foreach (ObjectCall call in ObjectUses.Of(invocation, resolver).Calls)
        {
            string method = call.Invocation.TargetMethod.Name;
            hasHandlers |= method.IndexOf("MessageHandler", StringComparison.Ordinal) >= 0;
            if (method is "ConfigureHttpClient")
            {
                ReadArguments(call.Invocation, resolver, setups, ref ignored);
            }
            else if (method == "AddTypedClient")
            {
                types = types.AddRange(call.Invocation.TargetMethod.TypeArguments);
            }
            else
            {
                handlers.Add(call.Invocation);
            }
        }

        return new ClientRegistration(name, types, setups.ToImmutable(), hasHandlers) { Call = invocation, Handlers = handlers.ToImmutable() };
    }

    private static void ReadArguments(IInvocationOperation invocation, ValueResolver resolver, ImmutableArray<IParameterReferenceOperation>.Builder setups, ref string? name)
    {
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            IOperation value = ValueResolver.Strip(argument.Value);
            if (value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda })
            {
                foreach (IParameterSymbol parameter in lambda.Symbol.Parameters)
                {
                    if (Names.IsOrDerives(parameter.Type, "HttpClient"))
                    {
                        AddReferences(lambda, parameter, setups);
                    }
                }
            }
            else if (resolver.ConstantOf(value) is { HasValue: true, Value: string text })
            {
                name = text;
            }
        }
    }

    private static void AddReferences(IAnonymousFunctionOperation lambda, IParameterSymbol parameter, ImmutableArray<IParameterReferenceOperation>.Builder setups)
    {
        foreach (IOperation operation in lambda.Body.Descendants())
        {
            if (operation is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter))
            {
                setups.Add(reference);
            }
        }
    }
}
