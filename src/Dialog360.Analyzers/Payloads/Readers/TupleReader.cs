using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>
/// Reads tuples and pairs, in which people hand over what a message is made from: <c>("yes", "Yes")</c>, <c>new KeyValuePair&lt;string, string&gt;("yes", "Yes")</c>,
/// the entries of a dictionary. None is a part of a message itself; its elements are found by <see cref="Substitution"/>.
/// </summary>
internal static class TupleReader
{
    /// <summary>The picture of a tuple.</summary>
    public static PayloadNode Read(ITupleOperation tuple, PayloadReader reader) =>
        Node(tuple, tuple.Elements.Select((element, index) => ($"Item{index + 1}", reader.Read(element))));

    /// <summary>The picture of a pair of key and value, or of a tuple that is created by its name; null for other types.</summary>
    public static PayloadNode? Read(IObjectCreationOperation creation, PayloadReader reader) => creation switch
    {
        { Type: INamedTypeSymbol { Name: "KeyValuePair", ContainingNamespace.Name: "Generic" }, Arguments: [{ Value: var key }, { Value: var value }] } => Node(creation, [("Key", reader.Read(key)), ("Value", reader.Read(value))]),
        { Type: INamedTypeSymbol { Name: "Tuple" or "ValueTuple", ContainingNamespace.Name: "System" }, Arguments: { Length: > 0 } items } => Node(creation, items.Select((item, index) => ($"Item{index + 1}", reader.Read(item.Value)))),
        _ => null,
    };

    private static PayloadNode Node(IOperation operation, IEnumerable<(string Name, PayloadNode Value)> members)
    {
        PayloadOrigin origin = new(WritingStyle.Expression, operation.Syntax);
        return new PayloadNode(PayloadKind.Object, SourceSpan.Of(operation.Syntax), origin)
        {
            IsOpen = true,
            Members = members.Select(member => new PayloadMember(member.Name, member.Value.Span, member.Value, origin)).ToImmutableArray(),
            Operation = operation,
        };
    }
}
