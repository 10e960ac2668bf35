using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Calls;

/// <summary>Finds the values that a source field or property is given: by assignments, object initializers and record constructors.</summary>
internal static class MemberValues
{
    private const int MaxValues = 24;

    /// <summary>The values, in the order of files and text.</summary>
    public static ImmutableArray<IOperation> Find(ISymbol member, CallIndex index, ProgramModel program, CancellationToken cancellationToken)
    {
        ImmutableArray<IOperation>.Builder values = ImmutableArray.CreateBuilder<IOperation>();
        if (member is not (IFieldSymbol or IPropertySymbol) || member.DeclaringSyntaxReferences.IsEmpty)
        {
            return values.ToImmutable();
        }

        foreach (SyntaxNode node in index.Named(member.Name, cancellationToken))
        {
            SyntaxNode expression = node;
            while (expression.Parent is MemberAccessExpressionSyntax { Name: var name } && name == expression)
            {
                expression = expression.Parent;
            }

            if (values.Count >= MaxValues || expression.Parent is not AssignmentExpressionSyntax { Left: var left } assignment || left != expression)
            {
                continue;
            }

            if (BodyModels.Of(program).Around(node, cancellationToken)?.OperationOf(assignment) is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var target }, Value: var value }
                && SymbolEqualityComparer.Default.Equals(target.OriginalDefinition, member))
            {
                values.Add(value);
            }
        }

        // A positional record: the arguments of its constructor.
        if (member is IPropertySymbol { ContainingType: var type } && member.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is ParameterSyntax)
        {
            foreach (IMethodSymbol constructor in type.InstanceConstructors)
            {
                foreach (IParameterSymbol parameter in constructor.Parameters)
                {
                    if (parameter.Name == member.Name)
                    {
                        AddArguments(constructor, parameter);
                    }
                }
            }
        }

        return values.ToImmutable();

        void AddArguments(IMethodSymbol constructor, IParameterSymbol parameter)
        {
            foreach (CallSite site in index.CallersOf(constructor, cancellationToken))
            {
                if (values.Count < MaxValues && CallSite.ArgumentOf(site.Operation, parameter.Ordinal) is { } value)
                {
                    values.Add(value);
                }
            }
        }
    }
}
