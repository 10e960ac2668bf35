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

/// <summary>A message that a method makes, with its parameters in it.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Tests">What must hold for the method to make it.</param>
internal sealed record MessageTemplate(PayloadNode Picture, ImmutableArray<ArmTest> Tests)
{
    /// <summary>The message with those arguments in the place of the parameters; null where they choose another one.</summary>
    public MessageTemplate? With(CallValues arguments)
    {
        ImmutableArray<ArmTest> tests = Substitution.Apply(Tests, arguments);
        return ReachableArms.MayBeReached(tests) ? new MessageTemplate(Substitution.Apply(Picture, arguments), tests) : null;
    }
}

/// <summary>
/// Tells for a method of the compilation which pictures its parameters flow into, directly or through the methods that it calls.
/// </summary>
internal sealed class WrapperSummaries
{
    private const int MaxDepth = 8;
    private const int MaxTemplates = 64;
    private const int MaxMethods = 200;

    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<MessageTemplate>> _known = new(SymbolEqualityComparer.Default);
    private readonly ProgramModel _program;
    private readonly Func<IMethodSymbol, CancellationToken, bool> _mayMakeMessage;

    /// <summary>Creates the summaries of one compilation.</summary>
    /// <param name="program">The compilation.</param>
    /// <param name="mayMakeMessage">Whether a message can be reached from a method: the calls of all others are not followed.</param>
    public WrapperSummaries(ProgramModel program, Func<IMethodSymbol, CancellationToken, bool> mayMakeMessage)
    {
        _program = program;
        _mayMakeMessage = mayMakeMessage;
    }

    /// <summary>The pictures in which a parameter of the method stands for a value; empty for most methods.</summary>
    public ImmutableArray<MessageTemplate> Of(IMethodSymbol method, CancellationToken cancellationToken) =>
        _known.TryGetValue(method, out ImmutableArray<MessageTemplate> known)
            ? known
            : _known.GetOrAdd(method, Of(method, new Dictionary<IMethodSymbol, ImmutableArray<MessageTemplate>>(SymbolEqualityComparer.Default), 0, cancellationToken));

    /// <summary>
    /// Walks the calls of a method. What one walk has found out is kept for that walk only: where calls go in circles it depends on where the
    /// walk began, and the same input must give the same output.
    /// </summary>
    private ImmutableArray<MessageTemplate> Of(IMethodSymbol method, Dictionary<IMethodSymbol, ImmutableArray<MessageTemplate>> walked, int depth, CancellationToken cancellationToken)
    {
        if (walked.TryGetValue(method, out ImmutableArray<MessageTemplate> known))
        {
            return known;
        }

        walked[method] = ImmutableArray<MessageTemplate>.Empty;
        if (depth > MaxDepth || walked.Count > MaxMethods || (method.Parameters.IsEmpty && !MayKeep(method)) || !_mayMakeMessage(method, cancellationToken) || _program.BodyOf(method, cancellationToken) is not { } body)
        {
            return ImmutableArray<MessageTemplate>.Empty;
        }

        ImmutableArray<MessageTemplate>.Builder templates = ImmutableArray.CreateBuilder<MessageTemplate>();
        BlockPictures pictures = BlockPictures.Of(body, _program, cancellationToken);
        foreach (PayloadNode picture in pictures.Roots)
        {
            if (Contains(body, picture.Makers.IsEmpty ? picture.Span.Span.Start : picture.Made!.Syntax.SpanStart) && IsGiven(picture, method))
            {
                templates.Add(new MessageTemplate(picture, picture.Made is { } made ? TestsAround(made, cancellationToken) : ImmutableArray<ArmTest>.Empty));
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
        Dictionary<IMethodSymbol, ImmutableArray<MessageTemplate>> walked,
        int depth,
        ImmutableArray<MessageTemplate>.Builder templates,
        CancellationToken cancellationToken)
    {
        ImmutableArray<PayloadNode> arguments = default;
        PayloadNode? instance = null;
        ImmutableArray<ArmTest> around = default;
        foreach (IMethodSymbol target in Implementations.Of(_program).Of(invocation.TargetMethod, cancellationToken))
        {
            foreach (MessageTemplate inner in Of(target, walked, depth + 1, cancellationToken))
            {
                if (arguments.IsDefault)
                {
                    arguments = ArgumentsOf(invocation, _program, cancellationToken);
                    instance = InstanceOf(invocation, _program, cancellationToken);
                }

                if (templates.Count < MaxTemplates && inner.With(CallArguments.Map(target, arguments, instance)) is { } outer && IsGiven(outer.Picture, method))
                {
                    around = around.IsDefault ? TestsAround(invocation, cancellationToken) : around;
                    templates.Add(outer with { Tests = outer.Tests.AddRange(around) });
                }
            }
        }
    }

    /// <summary>Where the message of a template goes, as far as the method that builds it shows.</summary>
    public static Whereabouts DestinationOf(PayloadNode template, ProgramModel program, CancellationToken cancellationToken) =>
        template.Made is { } operation ? PayloadDestinations.Of(operation, program, cancellationToken).Of(template) : Whereabouts.Unknown;

    /// <summary>What must hold where something stands in its method.</summary>
    private ImmutableArray<ArmTest> TestsAround(IOperation place, CancellationToken cancellationToken) =>
        PathConditions.Around(place) is { IsEmpty: false } conditions ? ArmTests.Of(conditions, new PayloadReader(new ValueResolver(_program, cancellationToken))) : ImmutableArray<ArmTest>.Empty;

    /// <summary>The pictures of the arguments by the position of their parameters.</summary>
    public static ImmutableArray<PayloadNode> ArgumentsOf(IInvocationOperation invocation, ProgramModel program, CancellationToken cancellationToken) =>
        CallArguments.Of(invocation, new PayloadReader(new ValueResolver(program, cancellationToken)));

    /// <summary>The picture of the object on which a method is called; null where it keeps no message.</summary>
    public static PayloadNode? InstanceOf(IInvocationOperation invocation, ProgramModel program, CancellationToken cancellationToken) =>
        CallArguments.InstanceOf(invocation, new PayloadReader(new ValueResolver(program, cancellationToken)));

    /// <summary>Whether a call of the method completes the picture: by an argument, or by the object on which it is called.</summary>
    private bool IsGiven(PayloadNode picture, IMethodSymbol method) => Substitution.HasParameter(picture, method) || MayKeep(method) && Substitution.HasInstance(picture, method.ContainingType);

    private bool MayKeep(IMethodSymbol method) => !method.IsStatic && _program.Part(static _ => new PayloadTypes()).MayKeepMessage(method.ContainingType);

    private static bool Contains(IOperation body, int position) => body.Syntax.Span.Contains(position);
}
