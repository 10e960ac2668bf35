using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>A call that hands a body to the network.</summary>
/// <param name="Call">The call.</param>
/// <param name="Unit">The function in which it stands.</param>
/// <param name="Pictures">The pictures of the body.</param>
/// <param name="Destination">Where it goes.</param>
/// <param name="Generation">The generation of the API.</param>
internal sealed record DirectSend(IOperation Call, FunctionUnit Unit, ImmutableArray<PayloadNode> Pictures, Destination Destination, ApiGeneration Generation);

/// <summary>A call of a source method, or a method group of one.</summary>
/// <param name="Call">The call.</param>
/// <param name="Unit">The function in which it stands.</param>
/// <param name="Targets">The source methods that it may run.</param>
internal sealed record SourceCall(IOperation Call, FunctionUnit Unit, ImmutableArray<IMethodSymbol> Targets);

/// <summary>What one member does that matters for sends, as far as the member alone tells. Made once per member.</summary>
internal sealed class BodyFacts
{
    private static readonly ConditionalWeakTable<BodyModel, BodyFacts> Cache = new();

    private BodyFacts(BodyModel body, CancellationToken cancellationToken)
    {
        ValueResolver resolver = new(body.Program, cancellationToken);
        PayloadPictures pictures = new(resolver);
        ImmutableArray<DirectSend>.Builder sends = ImmutableArray.CreateBuilder<DirectSend>();
        HashSet<SyntaxNode> direct = new();
        foreach (SendCall send in BlockSends.Of(body.Root, resolver))
        {
            ImmutableArray<PayloadNode> nodes = send.PayloadSources.SelectMany(source => pictures.Of(source)).ToImmutableArray();
            sends.Add(new DirectSend(send.Operation, body.UnitOf(send.Operation), nodes, send.Destination, send.Generation));
            direct.Add(send.Operation.Syntax);
        }

        ImmutableArray<SourceCall>.Builder calls = ImmutableArray.CreateBuilder<SourceCall>();
        ImmutableArray<IInvocationOperation>.Builder others = ImmutableArray.CreateBuilder<IInvocationOperation>();
        foreach (IOperation operation in body.Root.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            IMethodSymbol? target = operation switch
            {
                IInvocationOperation invocation => invocation.TargetMethod,
                IObjectCreationOperation creation => creation.Constructor,
                IMethodReferenceOperation reference => reference.Method,
                _ => null,
            };
            if (target is null || direct.Contains(operation.Syntax))
            {
                continue;
            }

            if (operation is IInvocationOperation any)
            {
                others.Add(any);
            }

            if (MayBeSource(target, body.Program.Compilation))
            {
                ImmutableArray<IMethodSymbol> targets = Implementations.Of(body.Program).Of(target, cancellationToken).RemoveAll(static method => method.DeclaringSyntaxReferences.IsEmpty);
                if (!targets.IsEmpty)
                {
                    calls.Add(new SourceCall(operation, body.UnitOf(operation), targets));
                }
            }
        }

        Sends = sends.ToImmutable();
        Calls = calls.ToImmutable();
        Invocations = others.ToImmutable();
    }

    /// <summary>The calls that hand a body to the network.</summary>
    public ImmutableArray<DirectSend> Sends { get; }

    /// <summary>The calls of source methods.</summary>
    public ImmutableArray<SourceCall> Calls { get; }

    /// <summary>All invocations that are no direct sends, those of source methods too.</summary>
    public ImmutableArray<IInvocationOperation> Invocations { get; }

    /// <summary>The facts of a member.</summary>
    public static BodyFacts Of(BodyModel body, CancellationToken cancellationToken)
    {
        if (!Cache.TryGetValue(body, out BodyFacts? facts))
        {
            facts = new BodyFacts(body, cancellationToken);
            facts = Cache.GetValue(body, _ => facts);
        }

        return facts;
    }

    // An interface of another assembly may have its implementation here.
    private static bool MayBeSource(IMethodSymbol method, Compilation compilation) =>
        method.MethodKind is MethodKind.LocalFunction or MethodKind.Ordinary or MethodKind.Constructor or MethodKind.ExplicitInterfaceImplementation or MethodKind.ReducedExtension
        && (SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly) || method.MethodKind == MethodKind.LocalFunction);
}
