using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>Single elements that were taken out of a sequence: <c>fresh[i].Phone</c>, <c>fresh.First()</c>.</summary>
internal static class GuardedElements
{
    private const int MaxSteps = 12;

    /// <summary>The sequence that a recipient, or what holds it, was taken out of; null where none is seen.</summary>
    public static IOperation? SequenceOf(IOperation recipient, ValueResolver resolver)
    {
        IOperation? current = recipient;
        for (int step = 0; step < MaxSteps && current is not null; step++)
        {
            current = resolver.Resolve(current);
            switch (current)
            {
                case IArrayElementReferenceOperation element:
                    return element.ArrayReference;
                case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } when ValueOrigins.IsSequence(list.Type):
                    return list;
                case IInvocationOperation { TargetMethod.Name: var name } call when OperationNames.InstanceOf(call) is { } asked && ValueOrigins.IsSequence(asked.Type):
                    return ValueOrigins.IsSequence(call.Type) ? current : IsElement(name) ? call.Arguments.Length > (call.Instance is null ? 1 : 0) ? call : asked : null;
                case IMemberReferenceOperation or IInvocationOperation:
                    current = OperationNames.InstanceOf(current);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static bool IsElement(string name) =>
        name.StartsWith("First", StringComparison.Ordinal) || name.StartsWith("Single", StringComparison.Ordinal) || name.StartsWith("Last", StringComparison.Ordinal) || name is "ElementAt" or "ElementAtOrDefault" or "Find" or "Dequeue" or "Pop" or "MaxBy" or "MinBy";
}
