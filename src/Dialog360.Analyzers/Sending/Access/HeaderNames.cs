using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Access;

/// <summary>What the header settings in a piece of code say about the API key.</summary>
internal static class HeaderNames
{
    /// <summary>
    /// Whether the code under <paramref name="root"/> names the key's header, or sets headers whose names nobody knows: then it cannot be said
    /// that the key is missing.
    /// </summary>
    /// <param name="root">The code.</param>
    /// <param name="isOther">Whether a setting visibly belongs to another request.</param>
    /// <param name="resolver">Resolves names.</param>
    public static bool MaySetKey(IOperation root, Func<IOperation, bool> isOther, ValueResolver resolver)
    {
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            resolver.CancellationToken.ThrowIfCancellationRequested();
            bool mayBe = operation switch
            {
                { ConstantValue: { HasValue: true, Value: string text } } => IsKey(text) && !IsScheme(operation, resolver),
                IPropertyReferenceOperation { Property: { ContainingType.IsAnonymousType: true, Name: var name } } => ApiHosts.IsKeyHeader(name.Replace('_', '-')),
                IInvocationOperation invocation => SetsUnknown(invocation, resolver),
                IPropertyReferenceOperation { Property.IsIndexer: true, Instance.Type: { } type, Arguments: [{ } index] } reference when IsHeaders(type) =>
                    reference.Parent is IAssignmentOperation assignment && assignment.Target == reference && !IsKnown(index.Value, resolver),
                _ => false,
            };
            if (mayBe && !isOther(operation))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKey(string text)
    {
        int colon = text.IndexOf(':');
        return ApiHosts.IsKeyHeader((colon < 0 ? text : text.Substring(0, colon)).Trim());
    }

    /// <summary>Whether the name stands where <c>Authorization</c> has its scheme (<c>new AuthenticationHeaderValue("D360-API-KEY", key)</c>): it sets no header of that name.</summary>
    private static bool IsScheme(IOperation name, ValueResolver resolver)
    {
        IOperation? current = name;
        while (current.Parent is IBinaryOperation or IInterpolationOperation or IInterpolatedStringTextOperation or IInterpolatedStringOperation or IConversionOperation)
        {
            current = current.Parent;
        }

        return current.Parent switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ } index] } } assignment =>
                assignment.Value == current && AuthorizationSetting.IsName(index.Value, resolver),
            IArgumentOperation { Parent: { } call, Parameter: { } parameter } => call switch
            {
                IObjectCreationOperation { Type.Name: "AuthenticationHeaderValue" } => true,
                IInvocationOperation { TargetMethod: { Name: "Parse" or "TryParse", ContainingType.Name: "AuthenticationHeaderValue" } } => true,
                IInvocationOperation invocation => Names.PlainArgument(invocation, 0) is { } first && first.Syntax != current.Syntax && parameter.Ordinal > 0
                    && AuthorizationSetting.IsName(first, resolver),
                _ => false,
            },
            _ => false,
        };
    }

    /// <summary>A header whose name is computed, or a whole set of headers that comes from elsewhere.</summary>
    private static bool SetsUnknown(IInvocationOperation invocation, ValueResolver resolver)
    {
        string method = invocation.TargetMethod.Name;
        bool isPlural = method is "AddHeaders" or "WithHeaders" or "AddDefaultHeaders" or "AddOrUpdateHeaders";
        bool isSingle = method is "AddHeader" or "WithHeader" or "AddDefaultHeader" or "AddOrUpdateHeader" or "AddOrUpdateDefaultHeader" or "TryAddWithoutValidation"
            || (method is "Add" or "Set" && IsHeaders(invocation.Instance?.Type));
        return (isPlural && Names.PlainArgument(invocation, 0) is { } headers && resolver.Resolve(headers) is not (IAnonymousObjectCreationOperation or IObjectCreationOperation))
            || (isSingle && Names.PlainArgument(invocation, 0) is { } name && !IsKnown(name, resolver));
    }

    private static bool IsKnown(IOperation name, ValueResolver resolver) =>
        resolver.ConstantOf(name).HasValue || !(name.Type?.SpecialType == SpecialType.System_String || name is IConversionOperation);

    private static bool IsHeaders(ITypeSymbol? type) => type is not null && (Names.IsOrDerives(type, "HttpHeaders") || Names.IsOrDerives(type, "WebHeaderCollection"));
}
