using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Objects;

/// <summary>Reads what an object is given where it is created.</summary>
internal static class ObjectInitializers
{
    private const int MaxDepth = 8;

    /// <summary>Reads <c>{ BaseAddress = ..., DefaultRequestHeaders = { { "a", "b" } } }</c>.</summary>
    /// <param name="creation">The creation.</param>
    /// <param name="assignments">Takes what is assigned to its properties.</param>
    /// <param name="calls">Takes what is added to the collections in its properties.</param>
    public static void Read(IOperation creation, List<ObjectAssignment> assignments, List<ObjectCall> calls)
    {
        if ((creation as IObjectCreationOperation)?.Initializer is { } initializer)
        {
            Read(initializer, string.Empty, 0, assignments, calls);
        }
    }

    private static void Read(IObjectOrCollectionInitializerOperation initializer, string path, int depth, List<ObjectAssignment> assignments, List<ObjectCall> calls)
    {
        foreach (IOperation element in initializer.Initializers)
        {
            switch (element)
            {
                case IAssignmentOperation { Target: IPropertyReferenceOperation property } assignment:
                    assignments.Add(new ObjectAssignment(Join(path, property.Property.Name), assignment));
                    break;
                case IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation property } nested when depth < MaxDepth:
                    Read(nested.Initializer, Join(path, property.Property.Name), depth + 1, assignments, calls);
                    break;
                case IInvocationOperation call:
                    calls.Add(new ObjectCall(path, call));
                    break;
            }
        }
    }

    /// <summary>A path with one more property.</summary>
    public static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;
}
