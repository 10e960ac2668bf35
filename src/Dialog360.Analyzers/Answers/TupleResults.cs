using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>
/// Tuples in which a method of the program says whether the send succeeded, and gives the text of the answer beside it (<c>(bool Ok, string Body)</c>): who
/// takes the text alone has not looked at how the send ended.
/// </summary>
internal static class TupleResults
{
    private const string Status = "HttpStatusCode";

    /// <summary>Whether a member of a tuple is a text beside one that says how the send ended.</summary>
    public static bool IsTextBesideVerdict(IMemberReferenceOperation member) =>
        member is IFieldReferenceOperation { Field: { Type.SpecialType: SpecialType.System_String }, Instance.Type: INamedTypeSymbol { IsTupleType: true } tuple }
        && tuple.TupleElements.Any(static element => IsVerdict(element.Type)) && HasBody(tuple);

    /// <summary>Whether the one text of a tuple may be the body: the id of a message is read out of it, and where there are more texts nobody knows which is.</summary>
    private static bool HasBody(INamedTypeSymbol tuple) =>
        tuple.TupleElements.Where(static element => element.Type.SpecialType == SpecialType.System_String).ToList() is [var text] && !NameWords.Of(text.Name).Contains("id");

    /// <summary>The variables that take texts of a tuple where nobody reads the verdict beside them; empty where it is read, or there is none.</summary>
    public static ImmutableArray<ILocalSymbol> TextsAlone(ITupleOperation target)
    {
        ImmutableArray<ILocalSymbol>.Builder texts = ImmutableArray.CreateBuilder<ILocalSymbol>();
        bool hasVerdict = false;
        if (target.Elements.Count(static element => element.Type?.SpecialType == SpecialType.System_String) > 1)
        {
            return ImmutableArray<ILocalSymbol>.Empty;
        }

        foreach (IOperation element in target.Elements)
        {
            IOperation variable = element is IDeclarationExpressionOperation { Expression: var declared } ? declared : element;
            bool isRead = variable is not IDiscardOperation
                && (variable is not ILocalReferenceOperation { Local: var local } || LocalFacts.Of(target).References(local).Any(static reference => !LocalFacts.IsWrite(reference)));
            hasVerdict |= IsVerdict(variable.Type);
            if (isRead && variable is not ILocalReferenceOperation { Type.SpecialType: SpecialType.System_String })
            {
                return ImmutableArray<ILocalSymbol>.Empty;
            }

            if (isRead)
            {
                texts.Add(((ILocalReferenceOperation)variable).Local);
            }
        }

        return hasVerdict ? texts.ToImmutable() : ImmutableArray<ILocalSymbol>.Empty;
    }

    /// <summary>What each variable takes of a tuple in which a text stands beside a verdict; empty where it is another tuple, or is not taken by variables.</summary>
    public static ImmutableArray<(ILocalSymbol Variable, AnswerPart Part)> TakenBy(ITupleOperation target)
    {
        ImmutableArray<(ILocalSymbol, AnswerPart)>.Builder taken = ImmutableArray.CreateBuilder<(ILocalSymbol, AnswerPart)>();
        bool hasVerdict = false;
        foreach (IOperation element in target.Elements)
        {
            IOperation variable = element is IDeclarationExpressionOperation { Expression: var declared } ? declared : element;
            hasVerdict |= IsVerdict(variable.Type);
            switch (variable)
            {
                case IDiscardOperation:
                    break;
                case ILocalReferenceOperation { Local: var local }:
                    taken.Add((local, local.Type.SpecialType == SpecialType.System_String && target.Elements.Count(static each => each.Type?.SpecialType == SpecialType.System_String) == 1 ? AnswerPart.Text : local.Type.Name == Status ? AnswerPart.Status : AnswerPart.Told));
                    break;
                default:
                    return ImmutableArray<(ILocalSymbol, AnswerPart)>.Empty;
            }
        }

        return hasVerdict ? taken.ToImmutable() : ImmutableArray<(ILocalSymbol, AnswerPart)>.Empty;
    }

    /// <summary>Whether a method gives such a tuple.</summary>
    public static bool AreOf(IMethodSymbol method) =>
        Names.Awaited(method.ReturnType) is INamedTypeSymbol { IsTupleType: true } tuple
        && tuple.TupleElements.Any(static element => element.Type.SpecialType == SpecialType.System_String) && tuple.TupleElements.Any(static element => IsVerdict(element.Type));

    private static bool IsVerdict(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_Boolean } or { Name: Status };
}
