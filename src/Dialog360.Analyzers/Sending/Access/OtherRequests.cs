using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Access;

/// <summary>Tells settings that a body makes on a request or client of its own: they say nothing about the requests of other methods.</summary>
internal static class OtherRequests
{
    /// <summary>Whether a header is set on an object that the body around it makes and keeps to itself, and that is none of those that are given.</summary>
    public static bool Holds(IOperation setting, IReadOnlyCollection<ObjectUses> given, ValueResolver resolver)
    {
        if (HolderOf(setting) is not { } holder)
        {
            return false;
        }

        ObjectUses uses = ObjectUses.Of(holder, resolver);
        if (holder is IFieldReferenceOperation { Field: var client })
        {
            // What is set on a client in a field says nothing about a client that another method makes for itself.
            return Names.IsOrDerives(client.Type, "HttpClient") && !given.Any(other => other.Symbols.Any(static symbol => symbol is not ILocalSymbol) || other.Symbols.Any(uses.Symbols.Contains))
                && given.All(static other => other.Origins.Count > 0 && other.Origins.All(IsCreation));
        }

        return uses.Origins.Count > 0 && uses.Origins.All(IsCreation) && uses.Symbols.All(static symbol => symbol is ILocalSymbol)
            && !given.Any(other => other.Origins.Any(uses.Origins.Contains) || other.Symbols.Any(uses.Symbols.Contains))
            && !uses.HandedTo.Any(IsHandedToSource) && !uses.Origins.Any(Leaves)
            && !uses.Symbols.Any(symbol => LocalFacts.Of(setting).References(symbol).Any(Leaves));
    }

    /// <summary>The local or creation whose header is set, or null.</summary>
    private static IOperation? HolderOf(IOperation setting)
    {
        for (IOperation? current = setting; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IInvocationOperation invocation when Names.ReceiverOf(invocation) is { } receiver && BaseOf(receiver) is { } called:
                    return called;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance } } when BaseOf(instance) is { } assigned:
                    return assigned;
                case IObjectCreationOperation creation when IsCreation(creation):
                    return creation;
            }
        }

        return null;
    }

    private static IOperation? BaseOf(IOperation? instance)
    {
        while (instance is not null)
        {
            instance = ValueResolver.Strip(instance);
            switch (instance)
            {
                case IPropertyReferenceOperation property:
                    instance = property.Instance;
                    break;
                case IInvocationOperation invocation:
                    instance = Names.ReceiverOf(invocation);
                    break;
                case ILocalReferenceOperation or IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation }:
                    return instance;
                case IObjectCreationOperation creation:
                    return IsCreation(creation) ? creation : null;
                default:
                    return null;
            }
        }

        return null;
    }

    private static bool IsCreation(IOperation origin) => origin is
        IObjectCreationOperation { Type: { DeclaringSyntaxReferences.IsEmpty: true, Name: "HttpRequestMessage" or "HttpClient" or "WebClient" or "RestClient" or "RestRequest" } }
        or IInvocationOperation { TargetMethod: { Name: "Create" or "CreateHttp", ContainingType.Name: "WebRequest" or "HttpWebRequest" } };

    /// <summary>Whether code of the program gets the object and may use it for more than one request: a client.</summary>
    private static bool IsHandedToSource(IArgumentOperation argument) => argument.Value.Type?.Name is not ("HttpRequestMessage" or "RestRequest") && argument.Parent is
        IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } or IObjectCreationOperation { Constructor.DeclaringSyntaxReferences.IsEmpty: false };

    /// <summary>Whether the value is returned, or kept where others see it.</summary>
    private static bool Leaves(IOperation value)
    {
        IOperation current = value;
        while (current.Parent is IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation or ITupleOperation)
        {
            current = current.Parent;
        }

        return current.Parent is IReturnOperation
            || (current.Parent is ISimpleAssignmentOperation { Target: not (ILocalReferenceOperation or IPropertyReferenceOperation { Instance: ILocalReferenceOperation }) } assignment && assignment.Value == current);
    }
}
