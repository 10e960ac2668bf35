using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Hosting;

/// <summary>Finds the body that an operation stands in: what is made once per body is kept under its root.</summary>
internal static class OperationRoots
{
    /// <summary>The outermost operation around <paramref name="operation"/>: the method with its lambdas and local functions, the initializer.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }
}
