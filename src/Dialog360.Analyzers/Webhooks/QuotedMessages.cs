using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>Tells whether a message quotes one that has come in (<c>context.message_id</c>), which makes it a reply.</summary>
internal static class QuotedMessages
{
    /// <summary>Whether a value is the id of a received message.</summary>
    public static bool IsReceived(IOperation id, ValueResolver resolver)
    {
        foreach (IOperation source in resolver.Sources(id))
        {
            bool isReceived = ValueResolver.Strip(source) switch
            {
                IMemberReferenceOperation { Member: IPropertySymbol { IsIndexer: false } or IFieldSymbol } member => InboundShape.IsReceivedId(member.Member),
                IOperation value => IsReadFromJson(value),
            };
            if (isReceived)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>message.GetProperty("id").GetString()</c>, <c>(string)message["id"]</c></summary>
    private static bool IsReadFromJson(IOperation value)
    {
        for (IOperation? current = value; current is not null; current = OperationNames.InstanceOf(current))
        {
            current = ValueResolver.Strip(current);
            bool isId = current switch
            {
                IInvocationOperation call => call.Arguments.Any(static argument => argument.Value.ConstantValue is { HasValue: true, Value: "id" }),
                IPropertyReferenceOperation { Arguments: [{ Value: var key }, ..] } => ValueResolver.Strip(key).ConstantValue is { HasValue: true, Value: "id" },
                IDynamicMemberReferenceOperation { MemberName: "id" } => true,
                _ => false,
            };
            if (isId)
            {
                return true;
            }
        }

        return false;
    }
}
