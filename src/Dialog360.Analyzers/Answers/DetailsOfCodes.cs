using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>Looks at the code that runs for an error whose details tell its causes apart.</summary>
internal static class DetailsOfCodes
{
    private const int FewestVariants = 3;

    /// <summary>Whether only the details tell what an error of that code means: registration has several causes under one code.</summary>
    public static bool IsToldByDetails(int code) => ErrorCatalog.Current.WithCode(code).Count(static error => error.Api == "registration") >= FewestVariants;

    /// <summary>The code that runs where the test holds; null where it is not seen, or the test asks for all other codes.</summary>
    public static ImmutableArray<SyntaxNode>? BranchOf(ErrorCodeTest test)
    {
        if (test.IsNegated)
        {
            return null;
        }

        for (IOperation? current = test.Place; current?.Parent is { } parent; current = parent)
        {
            switch (parent)
            {
                case ISwitchCaseOperation section:
                    return section.Body.Select(static statement => statement.Syntax).ToImmutableArray();
                case ISwitchExpressionArmOperation arm when arm.Pattern == current || arm.Guard == current:
                    return ImmutableArray.Create(arm.Value.Syntax);
                case IConditionalOperation choice when choice.Condition == current:
                    return ImmutableArray.Create(choice.WhenTrue.Syntax, choice.Condition.Syntax);
                case IUnaryOperation:
                    return null;
                case IBinaryOperation or IPatternOperation or IPropertySubpatternOperation or IIsPatternOperation or IConversionOperation or IParenthesizedOperation or ICaseClauseOperation:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether a branch reads the details, or hands on the error that has them.</summary>
    public static bool AreRead(ImmutableArray<SyntaxNode> branch, ErrorCodeTest test)
    {
        HashSet<string> errors = new(StringComparer.Ordinal);
        foreach (IdentifierNameSyntax name in test.Tested.Syntax.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            // Of "answer.Error.Code", the answer and the error have the details; the code has not.
            if (name.Parent is not MemberAccessExpressionSyntax { Name: var last } access || last != name || access.Parent is MemberAccessExpressionSyntax)
            {
                errors.Add(name.Identifier.ValueText);
            }
        }

        foreach (SyntaxToken token in branch.SelectMany(static node => node.DescendantTokens()))
        {
            if ((token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken)) && token.ValueText.IndexOf("detail", StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        // is { Code: 1005 } error
        HashSet<string> declared = new(test.Whole.DescendantsAndSelf().OfType<IRecursivePatternOperation>().Select(static pattern => pattern.DeclaredSymbol?.Name).OfType<string>(), StringComparer.Ordinal);

        // A plain "code" is all that is left of the error there.
        return branch.Where(node => !node.Span.Contains(test.Place.Syntax.Span)).SelectMany(static node => node.DescendantNodesAndSelf()).OfType<IdentifierNameSyntax>()
            .Any(name => declared.Contains(name.Identifier.ValueText) || errors.Contains(name.Identifier.ValueText) && test.Tested.Syntax is not IdentifierNameSyntax && !test.Whole.Syntax.Span.Contains(name.Span) || IsHandedOn(name, test))
            || branch.SelectMany(static node => node.DescendantNodesAndSelf()).Any(static node => node is ThrowStatementSyntax { Expression: null });
    }

    /// <summary>Whether a variable that may hold the error or its body is an argument, or given back: <c>Log(body)</c>, <c>return error</c>.</summary>
    private static bool IsHandedOn(IdentifierNameSyntax name, ErrorCodeTest test) =>
        name.Parent is ArgumentSyntax or ReturnStatementSyntax or InterpolationSyntax
        && name.Identifier.ValueText is var text && ErrorWords.MayHoldError(text) && !test.Tested.Syntax.ToString().Equals(text, StringComparison.Ordinal);
}
