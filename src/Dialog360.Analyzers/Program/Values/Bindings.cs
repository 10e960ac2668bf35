using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Values;

/// <summary>
/// Follows expressions like <see cref="ValueResolver"/>, and parameters of a helper method to the arguments of the one call that is looked
/// at (<c>Post("messages", body)</c> inside whose body stands <c>PostAsync(path, Json(body))</c>).
/// </summary>
internal sealed class Bindings
{
    private const int MaxDepth = 6;

    private readonly ImmutableDictionary<ISymbol, IOperation> _arguments;
    private readonly int _depth;

    /// <summary>Creates bindings without any parameter.</summary>
    public Bindings(ValueResolver resolver)
        : this(resolver, ImmutableDictionary.Create<ISymbol, IOperation>(SymbolEqualityComparer.Default), 0)
    {
    }

    private Bindings(ValueResolver resolver, ImmutableDictionary<ISymbol, IOperation> arguments, int depth)
    {
        Resolver = resolver;
        _arguments = arguments;
        _depth = depth;
    }

    /// <summary>Follows expressions to their values.</summary>
    public ValueResolver Resolver { get; }

    /// <summary>The expression that gives the value; see <see cref="ValueResolver.Resolve"/>.</summary>
    public IOperation Resolve(IOperation operation)
    {
        IOperation resolved = Resolver.Resolve(operation);
        return resolved is IParameterReferenceOperation parameter && _arguments.TryGetValue(parameter.Parameter, out IOperation? argument) ? argument : resolved;
    }

    /// <summary>All expressions that may give the value; see <see cref="ValueResolver.Sources"/>.</summary>
    public ImmutableArray<IOperation> Sources(IOperation operation)
    {
        ImmutableArray<IOperation> sources = Resolver.Sources(operation);
        if (_arguments.IsEmpty)
        {
            return sources;
        }

        ImmutableArray<IOperation>.Builder result = ImmutableArray.CreateBuilder<IOperation>();
        foreach (IOperation source in sources)
        {
            if (source is IParameterReferenceOperation parameter && _arguments.TryGetValue(parameter.Parameter, out IOperation? argument))
            {
                result.AddRange(Resolver.Sources(argument));
            }
            else
            {
                result.Add(source);
            }
        }

        return result.ToImmutable();
    }

    /// <summary>The bindings inside the method that <paramref name="call"/> calls; null where calls are nested too deep.</summary>
    public Bindings? Enter(IInvocationOperation call)
    {
        if (_depth >= MaxDepth)
        {
            return null;
        }

        ImmutableDictionary<ISymbol, IOperation> arguments = _arguments;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                arguments = arguments.SetItem(parameter.OriginalDefinition, Resolve(argument.Value));
            }
        }

        return new Bindings(Resolver, arguments, _depth + 1);
    }

    /// <summary>The expressions that a source method returns; empty where its body is not seen or it may be overridden.</summary>
    public ImmutableArray<IOperation> ReturnsOf(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (method.IsAbstract || method.IsVirtual || method.DeclaringSyntaxReferences is not [{ } reference]
            || !Resolver.Program.Compilation.ContainsSyntaxTree(reference.SyntaxTree))
        {
            return ImmutableArray<IOperation>.Empty;
        }

        SyntaxNode declaration = reference.GetSyntax(Resolver.CancellationToken);
        IOperation? body = Resolver.Program.SemanticModelOf(reference.SyntaxTree).GetOperation(declaration, Resolver.CancellationToken);
        if (body is null)
        {
            return ImmutableArray<IOperation>.Empty;
        }

        ImmutableArray<IOperation>.Builder returned = ImmutableArray.CreateBuilder<IOperation>();
        Stack<IOperation> pending = new();
        pending.Push(body);
        while (pending.Count > 0)
        {
            IOperation current = pending.Pop();
            if (current is IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value })
            {
                returned.Add(value);
            }
            else if (current is not IAnonymousFunctionOperation && (current is not ILocalFunctionOperation || current == body))
            {
                foreach (IOperation child in current.ChildOperations.Reverse())
                {
                    pending.Push(child);
                }
            }
        }

        return returned.ToImmutable();
    }
}
