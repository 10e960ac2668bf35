using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>
/// Tells the choices of a function apart from those of its caller: <c>flag</c> in one is not <c>flag</c> in the other, unless it is handed on.
/// </summary>
internal static class PartChoices
{
    private const int MaxDepth = 32;

    /// <summary>The picture with choices that are decided by a parameter named after its argument, and the others after the call.</summary>
    public static PayloadNode Qualify(PayloadNode node, IOperation call, IMethodSymbol? function, ImmutableArray<PayloadNode> arguments)
    {
        if (!HasChoice(node, 0))
        {
            return node;
        }

        string text = call.Syntax.WithoutTrivia().ToString();
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        for (int ordinal = 0; function is not null && ordinal < Math.Min(function.Parameters.Length, arguments.Length); ordinal++)
        {
            if (arguments[ordinal].Operation is { } argument)
            {
                names[function.Parameters[ordinal].Name] = argument.Syntax.WithoutTrivia().ToString();
            }
        }

        return Qualify(node, key => names.TryGetValue(key, out string? name) ? name : key + " in " + text, 0);
    }

    private static bool HasChoice(PayloadNode node, int depth) =>
        node.Choice is not null
        || depth < MaxDepth && (node.Members.Any(member => HasChoice(member.Value, depth + 1)) || node.Elements.Any(element => HasChoice(element, depth + 1)));

    private static PayloadNode Qualify(PayloadNode node, Func<string, string> rename, int depth)
    {
        if (depth > MaxDepth)
        {
            return node;
        }

        return node.Kind switch
        {
            PayloadKind.Choice => node with { Choice = node.Choice! with { Key = rename(node.Choice.Key), Arms = node.Choice.Arms.Select(arm => Qualify(arm, rename, depth + 1)).ToImmutableArray() } },
            PayloadKind.Object => node with { Members = node.Members.Select(member => member with { Value = Qualify(member.Value, rename, depth + 1) }).ToImmutableArray() },
            PayloadKind.Array => node with { Elements = node.Elements.Select(element => Qualify(element, rename, depth + 1)).ToImmutableArray() },
            _ => node,
        };
    }
}
