using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Picture;

/// <summary>Puts the elements of a known list in the place of the parameter of the function that <c>Select</c> applies to each.</summary>
internal static class Selections
{
    /// <summary>More than any array of a message has; the rest counts as not seen.</summary>
    private const int MaxElements = 64;

    /// <summary>What the array of a <c>Select</c> is made from, where the call itself is seen and its list is not; null for other arrays.</summary>
    public static IOperation? SourceOf(PayloadNode array) =>
        array is { Kind: PayloadKind.Array, IsOpen: true, Operation: IInvocationOperation { TargetMethod.Name: "Select", Arguments: [{ Value: var source }, { Value: var lambda }] } } && ParameterOf(lambda) is not null
            ? ValueResolver.Strip(source)
            : null;

    /// <summary>The array with one element for each element of the list, open where the list is.</summary>
    /// <param name="array">The array of a <c>Select</c> with one element, in which the parameter of the function stands for all.</param>
    /// <param name="list">The picture of the list.</param>
    public static PayloadNode Of(PayloadNode array, PayloadNode list)
    {
        if (array is not { Elements: [var each], Operation: IInvocationOperation { Arguments: [_, { Value: var lambda }] } } || ParameterOf(lambda) is not { } parameter)
        {
            return array;
        }

        bool isOpen = list.IsOpen || list.Elements.Length > MaxElements;
        ImmutableArray<PayloadNode>.Builder elements = ImmutableArray.CreateBuilder<PayloadNode>();
        foreach (PayloadNode element in list.Elements.Take(MaxElements))
        {
            elements.Add(Substitution.Apply(each, new Dictionary<IParameterSymbol, PayloadNode>(SymbolEqualityComparer.Default) { [parameter] = element }));
        }

        if (isOpen)
        {
            elements.Add(each);
        }

        return array with { Elements = elements.ToImmutable(), IsOpen = isOpen };
    }

    /// <summary>The lambda that an argument is; null for a method group and what comes from elsewhere.</summary>
    public static IAnonymousFunctionOperation? FunctionOf(IOperation lambda) =>
        ValueResolver.Strip(lambda) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation function } ? function : null;

    private static IParameterSymbol? ParameterOf(IOperation lambda) => FunctionOf(lambda) is { Symbol.Parameters: [var parameter, ..] } ? parameter : null;
}
