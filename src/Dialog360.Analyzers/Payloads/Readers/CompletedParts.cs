using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Uses;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>
/// Reads objects that a method of the project begins and its caller completes: <c>var m = Envelope(to, "image"); m["image"] = image;</c>.
/// </summary>
internal static class CompletedParts
{
    /// <summary>The expression that gives the object which a call begins and the calls or statements after it may make a message of; null where nothing more is done to it.</summary>
    public static IOperation? In(IInvocationOperation call, PayloadTypes types, ValueResolver resolver) =>
        !types.MayCarryMessage(call.TargetMethod.ReturnType) ? null
        : (IsHeld(call) && PartReader.IsChangedLater(call, resolver)) || IsLastOfChain(call) ? call
        : call.Instance is null && LastCallOn(call) is var last && last != call ? last
        : null;

    /// <summary>The last of several calls that fill an object and hand it on to the next: <c>Envelope(to).With("type", "text")</c>.</summary>
    private static bool IsLastOfChain(IInvocationOperation call) =>
        FilledArguments.MayGiveBack(call) && !(call.Parent is IArgumentOperation { Parent: IInvocationOperation outer } && FilledArguments.MayGiveBack(outer));

    /// <summary>The object with what the caller does to it; null where each call gives the same object, and where code that is not followed gets hold of it.</summary>
    public static PayloadNode? Of(PayloadNode made, IInvocationOperation call, PayloadReader reader)
    {
        if (made is not { Kind: PayloadKind.Object, Operation: IObjectCreationOperation creation } || !IsNewFor(call, creation))
        {
            return null;
        }

        ImmutableArray<LaterUse> uses = LaterUses.Of(call, reader.Resolver);
        bool isHandedToCode = uses.Any(static use => use is { Kind: LaterUseKind.Escape, Operation: IArgumentOperation });
        if (made.Origin.Style == WritingStyle.TypedObject)
        {
            return isHandedToCode ? null : uses.Aggregate(made, (node, use) => TypedObjectReader.After(node, use, call, reader));
        }

        MemberList members = MemberList.Of(made);
        Entries.AddLater(call, members, made.Origin.Style, reader);
        return members.IsHandedOn && isHandedToCode ? null : members.ToNode(made);
    }

    /// <summary>The last of the calls that follow each other on an object (<c>new Message().To(to).Image(link)</c>) and give its type.</summary>
    public static IOperation LastCallOn(IOperation first)
    {
        IOperation last = first;
        while (last.Parent is IInvocationOperation call && call.Instance == last && SymbolEqualityComparer.Default.Equals(call.Type, first.Type))
        {
            last = call;
        }

        return last;
    }

    private static bool IsHeld(IOperation call)
    {
        while (call.Parent is IConversionOperation or IParenthesizedOperation)
        {
            call = call.Parent;
        }

        return call.Parent is IVariableInitializerOperation or ISimpleAssignmentOperation { Target: ILocalReferenceOperation };
    }

    /// <summary>Whether the creation runs in the function that is called, not in an initializer nor around a local function.</summary>
    private static bool IsNewFor(IOperation call, IObjectCreationOperation creation)
    {
        IOperation maker = LaterUses.FunctionAround(creation);
        return maker is not (IFieldInitializerOperation or IPropertyInitializerOperation) && !maker.Syntax.Contains(call.Syntax);
    }
}
