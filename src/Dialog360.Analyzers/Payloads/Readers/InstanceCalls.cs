using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Uses;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>
/// Follows what methods of a class do to the object on which they are called: builders that are filled call by call
/// (<c>new Message().To(to).Image(link)</c>), and objects that are set up by their own methods.
/// </summary>
internal static class InstanceCalls
{
    private const int MaxDepth = 8;

    /// <summary>The picture of what a fluent call gives: its receiver after the call; null for other calls, and where nothing is known of the receiver.</summary>
    public static PayloadNode? Read(IInvocationOperation call, PayloadReader reader)
    {
        if (call is not { Instance: { } receiver } || ValueResolver.Strip(receiver) is IInstanceReferenceOperation || !GivesItself(call.TargetMethod, reader.Resolver, 0))
        {
            return null;
        }

        PayloadNode before = reader.Read(receiver);
        return before.Kind == PayloadKind.Object ? AfterLater(After(before, call, reader), call, reader) : null;
    }

    /// <summary>The picture of an object after the calls of its own methods that follow where a local holds what <paramref name="origin"/> gives.</summary>
    public static PayloadNode AfterLater(PayloadNode node, IOperation origin, PayloadReader reader)
    {
        foreach (LaterUse use in node.Kind == PayloadKind.Object ? LaterUses.Of(origin, reader.Resolver) : ImmutableArray<LaterUse>.Empty)
        {
            if (IsOwn(use) && !IsOnItself(use, origin))
            {
                node = After(node, use, reader);
            }
        }

        return node;
    }

    /// <summary>Whether a use calls a method of the object's own class.</summary>
    public static bool IsOwn(LaterUse use) => use is { Kind: LaterUseKind.Call, Invocation.TargetMethod: { IsExtensionMethod: false, IsStatic: false, DeclaringSyntaxReferences.IsEmpty: false } };

    /// <summary>Whether a call is made on the very expression, so that it is read with the call.</summary>
    public static bool IsOnItself(LaterUse use, IOperation origin) => use.Invocation?.Instance is { } instance && ValueResolver.Strip(instance).Syntax == origin.Syntax;

    /// <summary>The picture of an object after a use that calls a method of its own.</summary>
    public static PayloadNode After(PayloadNode before, LaterUse use, PayloadReader reader)
    {
        PayloadNode after = After(before, use.Invocation!, reader);

        // Of a call that may not run nobody knows which of the two objects is there; one that only reads leaves it as it is.
        return use.IsStraightLine || after.Members.SequenceEqual(before.Members) && after.Kept.SequenceEqual(before.Kept) ? after : HandedOn(before);
    }

    /// <summary>The picture of an object after a call of one of its methods; nothing is known of it where the method is not seen.</summary>
    private static PayloadNode After(PayloadNode before, IInvocationOperation call, PayloadReader reader)
    {
        if (Implementations.Of(reader.Resolver.Program).Only(call.TargetMethod, reader.Resolver.CancellationToken) is not (IMethodSymbol method, IOperation body) || reader.Follow(method, body) is not { } inner)
        {
            return HandedOn(before);
        }

        using (inner)
        {
            PayloadNode after = Run(before, body, inner);
            return ReferenceEquals(after, before) ? before : Substitution.Apply(after, CallArguments.Map(method, CallArguments.Of(call, reader)));
        }
    }

    /// <summary>The picture of an object after one of its own bodies has run, the parameters of the body still in it.</summary>
    private static PayloadNode Run(PayloadNode node, IOperation body, PayloadReader reader)
    {
        bool mayHaveLeft = false;
        foreach (IOperation operation in body.Descendants())
        {
            reader.Resolver.CancellationToken.ThrowIfCancellationRequested();
            if (operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self && LaterUses.OfGiven(self, body, reader.Resolver) is { Kind: not LaterUseKind.Read } use)
            {
                use = mayHaveLeft ? use with { IsStraightLine = false } : use;
                node = IsOwn(use) ? After(node, use, reader) : Applied(node, use, reader);
            }

            mayHaveLeft |= operation is IReturnOperation { IsImplicit: false, Parent: not IBlockOperation { Parent: IMethodBodyOperation or IConstructorBodyOperation } };
        }

        return node;
    }

    /// <summary>Whether all that a method gives is the object on which it is called.</summary>
    private static bool GivesItself(IMethodSymbol called, ValueResolver resolver, int depth) =>
        depth < MaxDepth && called is { ReturnsVoid: false, IsStatic: false, MethodKind: MethodKind.Ordinary } && !called.ContainingType.DeclaringSyntaxReferences.IsEmpty
        && Implementations.Of(resolver.Program).Only(called, resolver.CancellationToken) is (_, IOperation body)
        && ReturnedValues.Of(body) is { IsDefaultOrEmpty: false } values && values.All(value => IsItself(value.Value, resolver, depth));

    private static bool IsItself(IOperation value, ValueResolver resolver, int depth) => ValueResolver.Strip(value) switch
    {
        IInstanceReferenceOperation => true,
        IInvocationOperation { Instance: IInstanceReferenceOperation } call => GivesItself(call.TargetMethod, resolver, depth + 1),
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation, Property.GetMethod: { } getter } => Implementations.Of(resolver.Program).Only(getter, resolver.CancellationToken) is (_, IOperation body)
            && depth < MaxDepth && ReturnedValues.Of(body) is { IsDefaultOrEmpty: false } values && values.All(each => IsItself(each.Value, resolver, depth + 1)),
        _ => false,
    };

    private static PayloadNode Applied(PayloadNode node, LaterUse use, PayloadReader reader)
    {
        ObjectState state = new(node);
        state.Apply(use, reader);
        return state.ToNode(node);
    }

    private static PayloadNode HandedOn(PayloadNode node)
    {
        ObjectState state = new(node);
        state.HandOn();
        return state.ToNode(node);
    }
}
