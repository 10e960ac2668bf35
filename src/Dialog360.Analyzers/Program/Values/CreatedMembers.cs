using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Values;

/// <summary>The members of objects that the source creates.</summary>
internal static class CreatedMembers
{
    /// <summary>The value that a creation gives to a member, by its initializer (that of a copy made by <c>with</c> too) or the like-named argument of its constructor; null where none is seen.</summary>
    public static IOperation? ValueOf(IOperation creation, ISymbol member)
    {
        if (creation is IAnonymousObjectCreationOperation anonymous)
        {
            foreach (IOperation initializer in anonymous.Initializers)
            {
                if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name }, Value: var value } && name == member.Name)
                {
                    return value;
                }
            }
        }

        IObjectCreationOperation? created = creation as IObjectCreationOperation;
        IObjectOrCollectionInitializerOperation? members = created?.Initializer ?? (creation as IWithOperation)?.Initializer;
        foreach (IOperation initializer in members?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: var name }, Value: var value } && name == member.Name)
            {
                return value;
            }
        }

        foreach (IArgumentOperation argument in created?.Arguments ?? ImmutableArray<IArgumentOperation>.Empty)
        {
            if (string.Equals(argument.Parameter?.Name, member.Name, StringComparison.OrdinalIgnoreCase))
            {
                return argument.Value;
            }
        }

        return null;
    }
}
