using Dialog360.Analyzers.Program.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Values;

/// <summary>Looks into the source of what an expression calls or reads.</summary>
internal static class SourceBodies
{
    /// <summary>The operations of a function, without those of the lambdas and local functions in it.</summary>
    public static IEnumerable<IOperation> OperationsOf(FunctionUnit unit)
    {
        Stack<IOperation> pending = new();
        pending.Push(unit.Node);
        while (pending.Count > 0)
        {
            IOperation operation = pending.Pop();
            yield return operation;
            foreach (IOperation child in operation.ChildOperations.Reverse())
            {
                if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                {
                    pending.Push(child);
                }
            }
        }
    }

    /// <summary>The values that a function returns, in the order of the text.</summary>
    public static IEnumerable<IOperation> ReturnsOf(FunctionUnit unit)
    {
        foreach (IOperation operation in OperationsOf(unit))
        {
            if (operation is IReturnOperation { ReturnedValue: { } value })
            {
                yield return value;
            }
        }
    }

    /// <summary>The function behind a call or a property that is read; null without source.</summary>
    public static FunctionUnit? UnitBehind(IOperation operation, ProgramModel program, CancellationToken cancellationToken) => operation switch
    {
        IInvocationOperation invocation => BodyModels.Of(program).UnitOf(invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod, cancellationToken),
        IPropertyReferenceOperation { Property.GetMethod: { } getter } => BodyModels.Of(program).UnitOf(getter, cancellationToken),
        _ => null,
    };

    /// <summary>The value with which the declaration of a field or property begins; null where it has none or no source.</summary>
    public static IOperation? InitializerOf(ISymbol symbol, ProgramModel program, CancellationToken cancellationToken)
    {
        if (symbol.DeclaringSyntaxReferences is not [{ } reference] || !program.Compilation.ContainsSyntaxTree(reference.SyntaxTree))
        {
            return null;
        }

        ExpressionSyntax? value = reference.GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        };
        return value is null ? null : program.SemanticModelOf(value.SyntaxTree).GetOperation(value, cancellationToken);
    }
}
