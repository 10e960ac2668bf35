using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>A member of JSON that an expression reads by its name, whatever the JSON is read with: an index, a method, a path, a member of <c>dynamic</c>.</summary>
/// <param name="Name">The name, the last one of a path.</param>
/// <param name="Holder">What it is asked of; null where nothing shows it.</param>
internal readonly record struct JsonRead(string Name, IOperation? Holder)
{
    private const int MaxDepth = 8;

    /// <summary>What the value of an expression is read by; null where it is read in another way.</summary>
    public static JsonRead? Of(IOperation value) => Of(value, 0);

    private static JsonRead? Of(IOperation value, int depth)
    {
        value = OutcomeValue.Bare(value);
        if (depth > MaxDepth)
        {
            return null;
        }

        switch (value)
        {
            case IConditionalAccessOperation access:
                return Of(access.WhenNotNull, depth + 1);
            case IConditionalAccessInstanceOperation instance:
                return OperationNames.BeforeDot(instance) is { } before ? Of(before, depth + 1) : null;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } holder, Arguments: [{ Value: var key }] } when OutcomeValue.TextIn(key) is { } name:
                return new JsonRead(name, holder);
            case IDynamicIndexerAccessOperation { Operation: var holder, Arguments: [var key] } when OutcomeValue.TextIn(key) is { } name:
                return new JsonRead(name, holder);
            case IDynamicMemberReferenceOperation { MemberName: var name, Instance: var holder }:
                return new JsonRead(name, holder);
            case IInvocationOperation { TargetMethod.Name: "GetProperty" or "TryGetProperty" or "TryGetPropertyValue" or "TryGetValue" or "GetValue" or "Value" or "SelectToken" } call when NameIn(call) is { } path:
                return new JsonRead(LastOf(path), OperationNames.InstanceOf(call));
            case IInvocationOperation { TargetMethod.Name: "GetInt32" or "GetInt64" or "GetString" or "GetValue" or "Value" or "ToObject" or "ToString" or "Deserialize", Instance: { } read }:
                return Of(read, depth + 1);
            case ILocalReferenceOperation local when ValueOrigins.OutCallOf(local) is { } call && call.TargetMethod.Name.StartsWith("TryGet", StringComparison.Ordinal):
                return Of(call, depth + 1);
            default:
                return null;
        }
    }

    private static string? NameIn(IInvocationOperation call) =>
        call.Arguments.Select(static argument => OutcomeValue.TextIn(argument.Value)).FirstOrDefault(static text => text is not null);

    /// <summary>The last name of a path: <c>code</c> of <c>error.code</c> and of <c>errors[0].code</c>.</summary>
    private static string LastOf(string path) => path.Substring(path.LastIndexOf('.') + 1);
}
