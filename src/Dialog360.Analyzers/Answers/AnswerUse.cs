using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>Follows what a send gives back to the conditions that ask for it.</summary>
internal static class AnswerUse
{
    private const int MaxHops = 4;

    /// <summary>Whether a <c>break</c>, a <c>return</c> or the condition of the loop depends on what the send gave back.</summary>
    public static bool DecidesExit(ILoopOperation loop, IInvocationOperation send)
    {
        HashSet<ISymbol> answer = VariablesOf(send);
        if (loop is IWhileLoopOperation { Condition: { } turns } && Mentions(turns, send, answer))
        {
            return true;
        }

        foreach (IOperation operation in loop.Descendants())
        {
            if (operation is IBranchOperation { BranchKind: BranchKind.Break or BranchKind.GoTo } or IReturnOperation { IsImplicit: false } && IsControlled(operation, loop, send, answer))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The locals that hold what a send gave back, or something read from it.</summary>
    public static HashSet<ISymbol> VariablesOf(IOperation send)
    {
        HashSet<ISymbol> found = new(SymbolEqualityComparer.Default);
        IOperation root = send.Root();
        for (int hop = 0; hop < MaxHops; hop++)
        {
            int before = found.Count;
            foreach (IOperation operation in root.Descendants())
            {
                if (operation is IDeconstructionAssignmentOperation { Target: var variables, Value: var taken } && Mentions(taken, send, found))
                {
                    found.UnionWith(variables.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Select(static variable => variable.Local));
                    continue;
                }

                (ISymbol? target, IOperation? value) = operation switch
                {
                    IVariableDeclaratorOperation declarator => (declarator.Symbol, LocalFacts.Of(declarator).InitializerOf(declarator.Symbol)),
                    IAssignmentOperation { Target: ILocalReferenceOperation local } assignment => (local.Local, assignment.Value),
                    IAssignmentOperation { Target: IParameterReferenceOperation parameter } assignment => (parameter.Parameter, assignment.Value),
                    IAssignmentOperation { Target: IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member } assignment => (member.Member, assignment.Value),
                    _ => ((ISymbol?)null, (IOperation?)null),
                };
                if (target is not null && value is not null && Mentions(value, send, found))
                {
                    found.Add(target);
                }
            }

            if (found.Count == before)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>Whether an operation is the send, or reads what it gave back.</summary>
    public static bool Mentions(IOperation operation, IOperation send, HashSet<ISymbol> answer)
    {
        foreach (IOperation part in operation.DescendantsAndSelf())
        {
            ISymbol? read = part switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member => member.Member,
                _ => null,
            };
            if (part == send || (read is not null && answer.Contains(read)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a condition between an operation and <paramref name="outer"/> asks for the answer.</summary>
    public static bool IsControlled(IOperation operation, IOperation outer, IOperation send, HashSet<ISymbol> answer)
    {
        for (IOperation? current = operation; current is not null && current != outer; current = current.Parent)
        {
            IOperation? condition = current.Parent switch
            {
                IConditionalOperation choice when choice.Condition != current => choice.Condition,
                ISwitchOperation choice when choice.Value != current => choice.Value,
                _ => null,
            };
            if (condition is not null && Mentions(condition, send, answer))
            {
                return true;
            }
        }

        return false;
    }
}
