using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Uses;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>Reads values that are looked up in a table of the program (<c>Names[kind]</c>), where the table is a dictionary that is written in one place.</summary>
internal static class LookUpReader
{
    /// <summary>The picture of the value under a known key; null where the table or the key is not seen. What stands under a key that is not known is never guessed.</summary>
    public static PayloadNode? Read(IPropertyReferenceOperation entry, PayloadReader reader)
    {
        if (entry is not { Property.IsIndexer: true, Arguments: [{ Value: var key }], Instance: { } instance }
            || reader.Resolver.Resolve(instance) is not IObjectCreationOperation { Type: { } type, Initializer: { } initializer } table
            || !type.AllInterfaces.Any(static contract => contract.Name == "IReadOnlyDictionary")
            || (ValueResolver.Strip(instance) is not IFieldReferenceOperation && LaterUses.Of(table, reader.Resolver).Any(static use => use.Kind != LaterUseKind.Read)))
        {
            return null;
        }

        List<(IOperation Key, IOperation Value)> entries = initializer.Initializers.Select(EntryOf).OfType<(IOperation, IOperation)>().ToList();
        if (entries.Count != initializer.Initializers.Length || reader.Read(key) is not { KnownText: { } asked } || entries.FindIndex(each => reader.Read(each.Key).KnownText == asked) is not (>= 0 and var index))
        {
            return null;
        }

        // Like a constant, a known text of the table stands in the message where it is looked up.
        PayloadNode found = reader.Read(entries[index].Value);
        return found.Kind == PayloadKind.Unknown ? null : found.IsKnownText ? found with { UsedAt = SourceSpan.Of(entry.Syntax) } : found;
    }

    private static (IOperation Key, IOperation Value)? EntryOf(IOperation initializer) => initializer switch
    {
        IInvocationOperation { TargetMethod.Name: "Add", Arguments: [{ Value: var key }, { Value: var value }] } => (key, value),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value: var key }] }, Value: var value } => (key, value),
        _ => null,
    };
}
