using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Program.Calls;

/// <summary>Finds out about methods that call each other.</summary>
internal static class CallGraph
{
    /// <summary>
    /// The fact about a method, as the least solution: every method begins with <paramref name="least"/>, and each is looked at again until nothing
    /// changes, so circles of calls give the same answer wherever one begins. The facts must only grow.
    /// </summary>
    /// <param name="start">The method that is asked about.</param>
    /// <param name="known">The facts that are final; those that are found are added.</param>
    /// <param name="least">What is assumed of a method before anything is known.</param>
    /// <param name="callees">The methods whose facts matter for a method.</param>
    /// <param name="evaluate">The fact about a method by the facts about those it calls.</param>
    public static T Solve<T>(IMethodSymbol start, ConcurrentDictionary<IMethodSymbol, T> known, T least, Func<IMethodSymbol, IEnumerable<IMethodSymbol>> callees, Func<IMethodSymbol, Func<IMethodSymbol, T>, T> evaluate)
    {
        if (known.TryGetValue(start, out T? final))
        {
            return final;
        }

        List<IMethodSymbol> order = new() { start };
        Dictionary<IMethodSymbol, T> found = new(SymbolEqualityComparer.Default) { [start] = least };
        for (int index = 0; index < order.Count; index++)
        {
            foreach (IMethodSymbol callee in callees(order[index]))
            {
                if (!known.ContainsKey(callee) && !found.ContainsKey(callee))
                {
                    found.Add(callee, least);
                    order.Add(callee);
                }
            }
        }

        Func<IMethodSymbol, T> factOf = method => found.TryGetValue(method, out T? own) || known.TryGetValue(method, out own) ? own : least;
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int index = order.Count - 1; index >= 0; index--)
            {
                T value = evaluate(order[index], factOf);
                changed |= !EqualityComparer<T>.Default.Equals(value, found[order[index]]);
                found[order[index]] = value;
            }
        }

        foreach (KeyValuePair<IMethodSymbol, T> each in found)
        {
            known.TryAdd(each.Key, each.Value);
        }

        return known[start];
    }
}
