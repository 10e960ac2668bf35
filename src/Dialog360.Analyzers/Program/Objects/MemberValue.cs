using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Objects;

/// <summary>The value that a field or property begins with.</summary>
/// <param name="Operation">The expression.</param>
/// <param name="IsAssumed">Whether something outside may replace it: a setter, configuration binding, another assembly.</param>
internal readonly record struct MemberValue(IOperation Operation, bool IsAssumed)
{
    /// <summary>The value of <paramref name="member"/>; null where none is written or several are.</summary>
    public static MemberValue? Of(ISymbol member, ValueResolver resolver)
    {
        if (member is IPropertySymbol { IsAbstract: true } || member.ContainingType is null)
        {
            return null;
        }

        TypeBodies bodies = TypeBodies.Of(resolver.Program);
        IOperation? value = bodies.InitializerOf(member, resolver.CancellationToken);
        bool isAssumed = member switch
        {
            IFieldSymbol field => !field.IsReadOnly && field.DeclaredAccessibility != Accessibility.Private,
            IPropertySymbol property => property.IsVirtual || property.SetMethod is { DeclaredAccessibility: not Accessibility.Private },
            _ => true,
        };
        foreach (IOperation reference in bodies.References(member, resolver.CancellationToken))
        {
            if (!LocalFacts.IsWrite(reference))
            {
                continue;
            }

            // A second value, or one that is not plainly assigned.
            if (value is not null || reference.Parent is not ISimpleAssignmentOperation assignment)
            {
                return null;
            }

            value = assignment.Value;
        }

        return value is null ? null : new MemberValue(value, isAssumed);
    }
}
