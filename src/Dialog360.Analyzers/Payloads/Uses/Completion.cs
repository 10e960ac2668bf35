using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Uses;

/// <summary>Tells which objects may get more members after the place where they are written, so that nothing in them may be called missing.</summary>
internal static class Completion
{
    private const int MaxDepth = 32;

    /// <summary>The picture of an object that other code may change: it and all that is mutable in it is open.</summary>
    public static PayloadNode Opened(PayloadNode node) => Opened(node, 0);

    /// <summary>The picture of a root, opened where its value becomes a node (<c>JsonNode.Parse</c>, <c>JObject.FromObject</c>) that is changed afterwards.</summary>
    public static PayloadNode Apply(PayloadNode picture, IOperation value, ValueResolver resolver) =>
        IsCompletedLater(value, resolver) ? Opened(picture) with { IsOpen = true } : picture;

    /// <summary>Whether a call on a part of an object changes it.</summary>
    public static bool IsChangingCall(string method) => method is "Add" or "AddRange" or "TryAdd" or "Insert" or "Remove" or "Clear" or "Merge" or "Replace";

    private static PayloadNode Opened(PayloadNode node, int depth)
    {
        if (depth > MaxDepth)
        {
            return node;
        }

        return node.Kind switch
        {
            PayloadKind.Object => node with
            {
                Members = node.Members.Select(member => member with { Value = IsDefault(member) ? Unknown(member.Value) : Opened(member.Value, depth + 1) }).ToImmutableArray(),
                IsOpen = node.IsOpen || node.Origin.Style != WritingStyle.AnonymousObject || depth == 0,
            },
            PayloadKind.Array => node with { Elements = node.Elements.Select(element => Opened(element, depth + 1)).ToImmutableArray(), IsOpen = true },
            _ => node,
        };
    }

    /// <summary>Whether a member has only the text, number or boolean that its class gives it, which is there to be set.</summary>
    private static bool IsDefault(PayloadMember member) =>
        member.Origin.Style == WritingStyle.ClassDefault && member.Value.Kind is PayloadKind.Text or PayloadKind.Number or PayloadKind.Boolean
        && member.Symbol is IPropertySymbol { SetMethod: not null } or IFieldSymbol { IsReadOnly: false };

    private static PayloadNode Unknown(PayloadNode value) => new(PayloadKind.Unknown, value.Span, value.Origin) { StaticType = value.StaticType };

    private static bool IsCompletedLater(IOperation value, ValueResolver resolver)
    {
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        if (value.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } })
        {
            return BecomesChangedNode(value, resolver);
        }

        foreach (IOperation reference in LocalFacts.Of(value).References(local))
        {
            if (BecomesChangedNode(reference, resolver))
            {
                return true;
            }
        }

        return false;
    }

    private static bool BecomesChangedNode(IOperation value, ValueResolver resolver)
    {
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        if (value.Parent is not IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Parse" or "FromObject" or "SerializeToNode" or "Deserialize" or "DeserializeObject" } call })
        {
            return false;
        }

        IOperation node = call;
        while (node.Parent is IConversionOperation or IParenthesizedOperation
            || node.Parent is IInvocationOperation { TargetMethod.Name: "AsObject" or "AsArray" } cast && cast.Instance == node)
        {
            node = node.Parent;
        }

        foreach (LaterUse use in LaterUses.Of(node, resolver))
        {
            if (use.Kind is LaterUseKind.SetEntry or LaterUseKind.SetMember or LaterUseKind.AddElement or LaterUseKind.Escape
                || use is { Kind: LaterUseKind.Call, Invocation.TargetMethod.Name: var name } && IsChangingCall(name))
            {
                return true;
            }
        }

        return false;
    }
}
