using System.Collections.Immutable;
using Dialog360.Analyzers.Json;
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
            ? array.ListGiven ?? ValueResolver.Strip(source)
            : null;

    /// <summary>The array with one element for each element of the list, open where the list is.</summary>
    /// <param name="array">The array of a <c>Select</c> with one element, in which the parameter of the function stands for all.</param>
    /// <param name="list">The picture of the list or dictionary.</param>
    public static PayloadNode Of(PayloadNode array, PayloadNode list)
    {
        if (array is not { Elements: [var each], Operation: IInvocationOperation { Arguments: [_, { Value: var lambda }] } } || ParameterOf(lambda) is not { } parameter)
        {
            return array;
        }

        ImmutableArray<PayloadNode> given = list.Kind == PayloadKind.Object ? PairsOf(list, parameter.Type) : list.Elements;
        bool isOpen = list.IsOpen || given.Length > MaxElements;
        ImmutableArray<PayloadNode>.Builder elements = ImmutableArray.CreateBuilder<PayloadNode>();
        foreach (PayloadNode element in given.Take(MaxElements))
        {
            elements.Add(Substitution.Apply(each, new CallValues() { [parameter] = element }));
        }

        if (isOpen)
        {
            elements.Add(each);
        }

        return array with { Elements = elements.ToImmutable(), IsOpen = isOpen };
    }

    /// <summary>The entries of a dictionary, each as an object with its key and value.</summary>
    private static ImmutableArray<PayloadNode> PairsOf(PayloadNode dictionary, ITypeSymbol pair)
    {
        ISymbol? key = pair.GetMembers("Key").FirstOrDefault();
        ISymbol? value = pair.GetMembers("Value").FirstOrDefault();
        return dictionary.Members.Select(member => new PayloadNode(PayloadKind.Object, member.Value.Span, member.Origin)
        {
            Members = ImmutableArray.Create(
                new PayloadMember("Key", member.NameSpan, new PayloadNode(PayloadKind.Text, member.NameSpan, member.Origin) { Text = new HoledText(member.Name), StaticType = JsonType.String }, member.Origin) { Symbol = key },
                new PayloadMember("Value", member.NameSpan, member.Value, member.Origin) { Symbol = value }),
            StaticType = JsonType.Object,
        }).ToImmutableArray();
    }

    /// <summary>Whether the elements of a picture can be gone through: those of a list, or the entries of a dictionary.</summary>
    public static bool IsSequence(PayloadNode picture) => picture.Kind == PayloadKind.Array || (picture.Kind == PayloadKind.Object && picture.Origin.Style == WritingStyle.Dictionary);

    /// <summary>The lambda that an argument is; null for a method group and what comes from elsewhere.</summary>
    public static IAnonymousFunctionOperation? FunctionOf(IOperation lambda) =>
        ValueResolver.Strip(lambda) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation function } ? function : null;

    private static IParameterSymbol? ParameterOf(IOperation lambda) => ValueResolver.Strip(lambda) switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters: [var parameter, ..] } } => parameter,
        IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: { IsVirtual: false, IsAbstract: false, IsOverride: false, OriginalDefinition.Parameters: [var parameter] } } } => parameter,
        _ => null,
    };
}
