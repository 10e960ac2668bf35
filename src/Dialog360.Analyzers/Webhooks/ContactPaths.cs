using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>Tells whether JSON is that of a contact of an inbound update: read from <c>contacts</c>.</summary>
internal static class ContactPaths
{
    private const int MaxSteps = 24;

    /// <summary>Whether a value was read from there, through locals and loops.</summary>
    public static bool LeadTo(IOperation? value, ValueResolver resolver)
    {
        for (int step = 0; step < MaxSteps && value is not null; step++)
        {
            value = resolver.Resolve(value);
            bool isContacts = value switch
            {
                IInvocationOperation call => call.Arguments.Any(static argument => argument.Value.ConstantValue is { HasValue: true, Value: string text } && text.Contains("contacts")),
                IPropertyReferenceOperation { Arguments: [{ Value: var key }, ..] } => ValueResolver.Strip(key).ConstantValue is { HasValue: true, Value: "contacts" },
                _ => false,
            };
            if (isContacts)
            {
                return true;
            }

            value = value is ILocalReferenceOperation local
                ? ValueOrigins.LoopSequenceOf(local, resolver) ?? ValueOrigins.OutCallOf(local)
                : value is IArrayElementReferenceOperation element ? element.ArrayReference
                : OperationNames.InstanceOf(value);
        }

        return false;
    }
}
