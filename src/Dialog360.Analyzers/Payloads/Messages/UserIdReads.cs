using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Messages;

/// <summary>Tells whether a value is read from a member of a webhook that holds user ids.</summary>
internal static class UserIdReads
{
    private const int MaxSteps = 32;

    /// <summary>The one of the expressions that may give <paramref name="value"/> which reads such a member, of an object of a class or of JSON; null where none does.</summary>
    public static IOperation? In(IOperation value)
    {
        if (value.SemanticModel is not { } model)
        {
            return null;
        }

        ValueResolver resolver = new(ProgramModel.Of(model.Compilation), CancellationToken.None);
        return resolver.Sources(value).FirstOrDefault(source => IsUserId(source, resolver));
    }

    private static bool IsUserId(IOperation value, ValueResolver resolver)
    {
        IOperation? current = value;
        for (int step = 0; current is not null && step < MaxSteps; step++)
        {
            current = resolver.Resolve(current);
            switch (current)
            {
                case IConversionOperation conversion:
                    current = conversion.Operand;
                    break;
                case IConditionalAccessOperation access:
                    current = access.WhenNotNull;
                    break;
                case IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value: var key }] } entry:
                    return IsName(key, entry, resolver);
                case IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } reference:
                    return IsMember(reference.Member);
                case IInvocationOperation { Arguments: [.., { Value: { ConstantValue: { HasValue: true, Value: string } } name }] } call:
                    return IsName(name, call, resolver);
                case IInvocationOperation { Instance: { } instance, Arguments.IsEmpty: true }:
                    // GetString(), GetValue<string>(), ToString(), Trim()
                    current = instance;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool IsMember(ISymbol member)
    {
        string name = SerializedNames.AttributeName(member) ?? member.Name;
        return UserIds.IsMember(name)
            || UserIds.IsMemberOfContact(name) && UserIds.IsContact(member.ContainingType.GetMembers().Where(static other => other is IPropertySymbol or IFieldSymbol).Select(static other => SerializedNames.AttributeName(other) ?? other.Name));
    }

    /// <summary>Whether a name or path in JSON is that of a user id.</summary>
    private static bool IsName(IOperation key, IOperation read, ValueResolver resolver)
    {
        if (resolver.ConstantOf(key) is not { HasValue: true, Value: string path })
        {
            return false;
        }

        string[] names = path.Split('.', '[', ']');
        string last = names[names.Length - 1];
        return UserIds.IsMember(last)
            || UserIds.IsMemberOfContact(last) && (names.Any(UserIds.IsContacts) || read.Descendants().Any(static each => each.ConstantValue is { HasValue: true, Value: string text } && UserIds.IsContacts(text)));
    }
}
