using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Access;

/// <summary>Tells by names whether a member or parameter takes the API key of 360dialog (<c>D360ApiKey</c>, <c>Dialog360Options.ApiKey</c>).</summary>
internal static class KeyNames
{
    private const string Key = "key";
    private const string Api = "api";

    /// <summary>Whether it does. A bare <c>Key</c> says too little, whatever the class is called.</summary>
    public static bool TakesKey(ISymbol symbol)
    {
        if (symbol is not (IFieldSymbol or IPropertySymbol { IsIndexer: false } or IParameterSymbol) || symbol.Name.IndexOf(Key, StringComparison.OrdinalIgnoreCase) < 0)
        {
            return false;
        }

        ImmutableArray<string> words = NameWords.Of(symbol.Name);
        if (words.IsEmpty || words[words.Length - 1] is not (Key or Api + Key) || words.Any(KeyWords.Current.OtherKeys.Contains))
        {
            return false;
        }

        bool isApiKey = words[words.Length - 1] != Key || (words.Length > 1 && words[words.Length - 2] == Api);
        return SaysProvider(symbol.Name) || (isApiKey && (SaysProvider(symbol.ContainingType?.Name) || (symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol method } && SaysProvider(method.Name))));
    }

    private static bool SaysProvider(string? name)
    {
        string plain = (name ?? string.Empty).Replace("_", string.Empty);
        foreach (string word in KeyWords.Current.Provider)
        {
            if (plain.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
