using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>
/// Tells for a method of the compilation which pictures its parameters flow into, directly or through the methods that it calls.
/// </summary>
internal sealed class WrapperSummaries
{
    private const int MaxDepth = 8;
    private const int MaxTemplates = 64;
    private const int MaxMethods = 200;

    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<PayloadNode>> _known = new(SymbolEqualityComparer.Default);
    private readonly ProgramModel _program;

    /// <summary>Creates the summaries of one compilation.</summary>
    public WrapperSummaries(ProgramModel program)
    {
        _program = program;
    }

    /// <summary>The pictures in which a parameter of the method stands for a value; empty for most methods.</summary>
    public ImmutableArray<PayloadNode> Of(IMethodSymbol method, CancellationToken cancellationToken) =>
        _known.TryGetValue(method, out ImmutableArray<PayloadNode> known)
            ? known
            : _known.GetOrAdd(method, Of(method, new Dictionary<IMethodSymbol, ImmutableArray<PayloadNode>>(SymbolEqualityComparer.Default), 0, cancellationToken));

    /// <summary>
    /// Walks the calls of a method. What one walk has found out is kept for that walk only: where calls go in circles it depends on where the
    /// walk began, and the same input must give the same output.
    /// </summary>
    private ImmutableArray<PayloadNode> Of(IMethodSymbol method, Dictionary<IMethodSymbol, ImmutableArray<PayloadNode>> walked, int depth, CancellationToken cancellationToken)
    {
        if (walked.TryGetValue(method, out ImmutableArray<PayloadNode> known))
        {
            return known;
        }

        walked[method] = ImmutableArray<PayloadNode>.Empty;
        if (depth > MaxDepth || walked.Count > MaxMethods || method.Parameters.IsEmpty || _program.BodyOf(method, cancellationToken) is not { } body)
        {
            return ImmutableArray<PayloadNode>.Empty;
        }

        ImmutableArray<PayloadNode>.Builder templates = ImmutableArray.CreateBuilder<PayloadNode>();
        BlockPictures pictures = BlockPictures.Of(body, _program, cancellationToken);
        foreach (PayloadNode picture in pictures.Roots)
        {
            if (Contains(body, picture.Span.Span.Start) && Substitution.HasParameter(picture, method))
            {
                templates.Add(picture);
            }
        }

        foreach (IOperation call in pictures.SourceCalls)
        {
            if (Contains(body, call.Syntax.SpanStart) && call is IInvocationOperation invocation && templates.Count < MaxTemplates)
            {
                AddCalled(invocation, method, walked, depth, templates, cancellationToken);
            }
        }

        return walked[method] = templates.ToImmutable();
    }

    private void AddCalled(
        IInvocationOperation invocation,
        IMethodSymbol method,
        Dictionary<IMethodSymbol, ImmutableArray<PayloadNode>> walked,
        int depth,
        ImmutableArray<PayloadNode>.Builder templates,
        CancellationToken cancellationToken)
    {
        ImmutableArray<PayloadNode> arguments = default;
        foreach (IMethodSymbol target in Implementations.Of(_program).Of(invocation.TargetMethod, cancellationToken))
        {
            foreach (PayloadNode inner in Of(target, walked, depth + 1, cancellationToken))
            {
                if (arguments.IsDefault)
                {
                    arguments = ArgumentsOf(invocation, _program, cancellationToken);
                }

                PayloadNode outer = Substitution.Apply(inner, CallArguments.Map(target, arguments));
                if (templates.Count < MaxTemplates && Substitution.HasParameter(outer, method))
                {
                    templates.Add(outer);
                }
            }
        }
    }

    /// <summary>Where the message of a template goes, as far as the method that builds it shows.</summary>
    public static Whereabouts DestinationOf(PayloadNode template, ProgramModel program, CancellationToken cancellationToken) =>
        template.Operation is { } operation ? PayloadDestinations.Of(operation, program, cancellationToken).Of(template) : Whereabouts.Unknown;

    /// <summary>The pictures of the arguments by the position of their parameters.</summary>
    public static ImmutableArray<PayloadNode> ArgumentsOf(IInvocationOperation invocation, ProgramModel program, CancellationToken cancellationToken) =>
        CallArguments.Of(invocation, new PayloadReader(new ValueResolver(program, cancellationToken)));

    private static bool Contains(IOperation body, int position) => body.Syntax.Span.Contains(position);
}
