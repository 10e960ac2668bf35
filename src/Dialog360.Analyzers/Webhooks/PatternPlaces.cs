using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Program.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>What the locals that patterns declare stand for.</summary>
internal static class PatternPlaces
{
    private static readonly ConditionalWeakTable<IOperation, Dictionary<ISymbol, Match>> Cache = new();

    /// <summary>What a local of a pattern is: a member of what is matched, the matched value itself, or an element of either.</summary>
    public sealed record Match(IOperation? Value, ISymbol? Member, bool IsElement);

    /// <summary>What the pattern that declares the local matches; null for any other local.</summary>
    public static Match? ValueOf(ILocalReferenceOperation local) =>
        Cache.GetValue(local.Root(), Read).TryGetValue(local.Local, out Match? match) ? match : null;

    /// <summary>What a pattern is asked of; null where nobody sees it.</summary>
    public static Match? InputOf(IOperation pattern)
    {
        bool isElement = false;
        for (IOperation? current = pattern.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IListPatternOperation:
                    isElement = true;
                    break;
                case IPropertySubpatternOperation { Member: IMemberReferenceOperation { Member: var member } }:
                    return new Match(null, member, isElement);
                case IIsPatternOperation test:
                    return new Match(test.Value, null, isElement);
                case ISwitchExpressionOperation choice:
                    return new Match(choice.Value, null, isElement);
                case ISwitchOperation choice:
                    return new Match(choice.Value, null, isElement);
                case IPatternOperation or ISwitchExpressionArmOperation or IPatternCaseClauseOperation or ISwitchCaseOperation:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static Dictionary<ISymbol, Match> Read(IOperation root)
    {
        Dictionary<ISymbol, Match> matches = new(SymbolEqualityComparer.Default);
        foreach (IOperation operation in root.Descendants())
        {
            ISymbol? declared = operation switch
            {
                IDeclarationPatternOperation pattern => pattern.DeclaredSymbol,
                IRecursivePatternOperation pattern => pattern.DeclaredSymbol,
                IListPatternOperation pattern => pattern.DeclaredSymbol,
                _ => null,
            };
            if (declared is not null && InputOf(operation) is { } match)
            {
                matches[declared] = match;
            }
        }

        return matches;
    }
}
