using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>Goes on with what the answer to a send is put into: variables, members, tuples.</summary>
internal static class AnswerTargets
{
    /// <summary>A variable is declared with it.</summary>
    public static void Declared(AnswerUses uses, IOperation? declaration, IOperation value, AnswerPart part)
    {
        switch (declaration)
        {
            case IVariableDeclaratorOperation declarator:
                uses.FollowVariable(declarator.Symbol, value, part);
                break;
            case IVariableDeclarationOperation shared:
                foreach (IVariableDeclaratorOperation each in shared.Declarators)
                {
                    uses.FollowVariable(each.Symbol, value, part);
                }

                break;
            default:
                uses.Use(AnswerUseKind.Stored, part, value);
                break;
        }
    }

    /// <summary>It is assigned to something.</summary>
    public static void Assigned(AnswerUses uses, IAssignmentOperation assignment, IOperation value, AnswerPart part)
    {
        if (assignment.Parent is not (IExpressionStatementOperation or IObjectOrCollectionInitializerOperation or IAnonymousObjectCreationOperation))
        {
            // while ((answer = await ...) ...)
            uses.Push(assignment, part);
        }

        switch (assignment.Target)
        {
            case ILocalReferenceOperation local:
                uses.FollowVariable(local.Local, value, part);
                break;
            case IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter }:
                uses.FollowVariable(parameter, value, part);
                break;
            case IDiscardOperation:
                uses.Use(AnswerUses.IsTask(value.Type) ? AnswerUseKind.Dropped : AnswerUseKind.Discarded, part, assignment);
                break;
            case ITupleOperation tuple:
                Deconstructed(uses, tuple, value, part);
                break;
            case IDeclarationExpressionOperation { Expression: ITupleOperation tuple }:
                Deconstructed(uses, tuple, value, part);
                break;
            case IMemberReferenceOperation when assignment.Parent is IObjectOrCollectionInitializerOperation { Parent: var creation }:
                uses.Push(creation, AnswerPart.Mixed);
                break;
            case IMemberReferenceOperation when assignment.Parent is IAnonymousObjectCreationOperation creation:
                uses.Push(creation, AnswerPart.Mixed);
                break;
            default:
                uses.Use(AnswerUseKind.Stored, part, assignment);
                break;
        }
    }

    private static void Deconstructed(AnswerUses uses, ITupleOperation target, IOperation value, AnswerPart part)
    {
        if (part is AnswerPart.Told && TupleResults.TextsAlone(target) is { IsEmpty: false } texts)
        {
            foreach (ILocalSymbol text in texts)
            {
                uses.FollowVariable(text, value, AnswerPart.Text);
            }

            return;
        }

        if (part is AnswerPart.Told && TupleResults.TakenBy(target) is { IsEmpty: false } taken)
        {
            foreach ((ILocalSymbol variable, AnswerPart each) in taken)
            {
                uses.FollowVariable(variable, value, each);
            }

            return;
        }

        bool isUsed = false;
        foreach (IOperation element in target.Elements)
        {
            IOperation variable = element is IDeclarationExpressionOperation { Expression: var declared } ? declared : element;
            isUsed |= variable switch
            {
                IDiscardOperation => false,
                ILocalReferenceOperation local => LocalFacts.Of(value).References(local.Local).Any(static reference => !LocalFacts.IsWrite(reference)),
                _ => true,
            };
        }

        uses.Use(isUsed ? AnswerUseKind.Read : target.Elements.All(static element => element is IDiscardOperation) ? AnswerUseKind.Discarded : AnswerUseKind.Dropped, part, target);
    }
}
