using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Pacing;

/// <summary>Tells loops over recipients from those that consume a queue, answer inbound messages or go over the parts of one message.</summary>
internal static class LoopPurpose
{
    private const int MaxDepth = 4;

    /// <summary>Whether a loop does not go from one recipient to the next by itself.</summary>
    public static bool IsOther(SendLoop loop, IInvocationOperation send, ValueResolver resolver) =>
        TakesFromQueue(loop.Operation) || IsOverUpdates(loop.Operation, resolver) || IsOverParts(loop.Operation, send, resolver);

    /// <summary>Whether a loop takes one item after the other out of a queue or channel, as they come.</summary>
    private static bool TakesFromQueue(IOperation loop)
    {
        IEnumerable<IOperation> looked = loop switch
        {
            IForEachLoopOperation each => each.Collection.DescendantsAndSelf(),
            IWhileLoopOperation turns => turns.Descendants(),
            _ => Array.Empty<IOperation>(),
        };
        return looked.Any(static part => part is IInvocationOperation call && (QueueNames.Takes.Contains(call.TargetMethod.Name) || call.TargetMethod.Name is "WaitToReadAsync" or "ReceiveMessageAsync" or "ReceiveMessagesAsync") && IsOfQueue(call));
    }

    /// <summary>A method of the source that reads a database is none, nor is one of a data reader; <c>Take(n)</c> of a sequence takes nothing out.</summary>
    private static bool IsOfQueue(IInvocationOperation call) =>
        !call.TargetMethod.IsExtensionMethod && !Names.IsOrDerives(call.Instance?.Type, "IDataReader")
        && (call.TargetMethod.DeclaringSyntaxReferences.IsEmpty || Vocabulary.Any(NameWords.Of(call.TargetMethod.ContainingType.Name), Vocabulary.Of("queue")));

    /// <summary>Whether the elements are those of an inbound update: they come as fast as people write.</summary>
    private static bool IsOverUpdates(IOperation loop, ValueResolver resolver) =>
        CollectionOf(loop, resolver) is { } collection && NameOf(collection, resolver) is var name && Vocabulary.Of("update").Contains(name.ToLowerInvariant())
        && (!name.Equals("messages", StringComparison.OrdinalIgnoreCase) || HasSender(collection.Type));

    private static bool HasSender(ITypeSymbol? sequence)
    {
        ITypeSymbol? element = sequence switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [{ } argument] } => argument,
            _ => null,
        };
        return element is null || element.TypeKind is TypeKind.Dynamic || element.SpecialType == SpecialType.System_String || element.GetMembers().Any(static member => member is IPropertySymbol or IFieldSymbol && InboundShape.IsSender(member));
    }

    /// <summary>
    /// Whether the elements are parts of what one recipient gets, such as the files of a message: members of an object that is a message, while
    /// nothing of the element says who gets it.
    /// </summary>
    private static bool IsOverParts(IOperation loop, IInvocationOperation send, ValueResolver resolver) =>
        CollectionOf(loop, resolver) is { } collection && ElementOf(loop) is { } element
        && (Vocabulary.Of("partOfMessage").Contains(NameOf(collection, resolver).ToLowerInvariant()) || (collection is IMemberReferenceOperation { Member.ContainingType: { } owner } && Vocabulary.Any(NameWords.Of(owner.Name), SessionWords.Message)))
        && !GivesRecipient(send, element, resolver);

    /// <summary>The name of a collection: that of the member or variable, or the one by which a JSON value is asked for it.</summary>
    private static string NameOf(IOperation collection, ValueResolver resolver) => collection switch
    {
        IInvocationOperation call when JsonCalls.NamedBy(call, resolver) is { } path => PathStep.Of(path).LastOrDefault().Name ?? string.Empty,
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value: var key }] } => resolver.ConstantOf(key) is { HasValue: true, Value: string name } ? name : string.Empty,
        IDynamicMemberReferenceOperation member => member.MemberName,
        _ => OperationNames.SymbolOf(collection)?.Name ?? string.Empty,
    };

    /// <summary>Whether the recipient of a send is the element of a loop, or computed from it: the argument that is called so, the first text, or an object of the message.</summary>
    private static bool GivesRecipient(IInvocationOperation send, ISymbol element, ValueResolver resolver)
    {
        ImmutableArray<IArgumentOperation> arguments = send.Arguments;
        IArgumentOperation? recipient = arguments.FirstOrDefault(static argument => argument.Parameter is { } parameter && Vocabulary.Any(NameWords.Of(parameter.Name), Vocabulary.Of("recipient")))
            ?? arguments.FirstOrDefault(static argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String && !argument.Value.ConstantValue.HasValue);
        IEnumerable<IOperation> looked = recipient is not null ? [recipient.Value] : arguments.SelectMany(static argument => RecipientMembers(argument.Value));
        return looked.Any(value => IsMadeOf(value, element, resolver, 0));
    }

    private static bool IsMadeOf(IOperation value, ISymbol element, ValueResolver resolver, int depth) =>
        value.DescendantsAndSelf().Any(part => SymbolEqualityComparer.Default.Equals(OperationNames.SymbolOf(part), element)
            || (depth < MaxDepth && part is ILocalReferenceOperation && resolver.Resolve(part) is not ILocalReferenceOperation and var made && IsMadeOf(made, element, resolver, depth + 1)));

    private static IEnumerable<IOperation> RecipientMembers(IOperation value) =>
        value.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>()
            .Where(static assignment => assignment.Target is IMemberReferenceOperation { Member.Name: var name } && name.Equals("to", StringComparison.OrdinalIgnoreCase))
            .Select(static assignment => assignment.Value);

    private static ISymbol? ElementOf(IOperation loop) => loop switch
    {
        IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var local } } => local,
        IInvocationOperation call => call.Arguments.Select(static argument => ValueOrigins.LambdaOf(argument.Value)).FirstOrDefault(static lambda => lambda is not null)?.Symbol.Parameters.FirstOrDefault(),
        _ => null,
    };

    /// <summary>The collection that a loop goes over, without what only filters it.</summary>
    private static IOperation? CollectionOf(IOperation loop, ValueResolver resolver)
    {
        IOperation? collection = loop switch
        {
            IForEachLoopOperation each => each.Collection,
            IInvocationOperation call => Names.ReceiverOf(call) ?? Names.ArgumentAt(call, 0)?.Value,
            _ => null,
        };
        while (collection is not null)
        {
            collection = ValueResolver.Strip(collection);
            switch (collection)
            {
                case IMemberReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation or IDynamicMemberReferenceOperation:
                case IInvocationOperation named when JsonCalls.NamedBy(named, resolver) is not null:
                    return collection;
                case IInvocationOperation call:
                    collection = OperationNames.InstanceOf(call);
                    break;
                case IConditionalAccessOperation access:
                    collection = access.WhenNotNull;
                    break;
                case ICoalesceOperation coalesce:
                    collection = coalesce.Value;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }
}
