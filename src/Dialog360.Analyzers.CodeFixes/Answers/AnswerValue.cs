using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Sending;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Answers;

/// <summary>The answer to a send as the code has it, or can have it: in a local.</summary>
/// <param name="Place">The statement that gets it.</param>
/// <param name="Name">The name of the local.</param>
/// <param name="Type">The type of the answer, awaited.</param>
/// <param name="MayAwait">Whether the code there may await.</param>
internal sealed record AnswerValue(StatementPlace Place, string Name, ITypeSymbol Type, bool MayAwait)
{
    private TextSpan? _before;
    private string _naming = string.Empty;

    /// <summary>The answer to a call; null where it is used in a larger expression, or cannot be awaited.</summary>
    public static AnswerValue? Of(SyntaxNode call, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax value = (ExpressionSyntax)call;
        bool isAwaited = false;
        while (true)
        {
            switch (value.Parent)
            {
                case AwaitExpressionSyntax awaited:
                    isAwaited = true;
                    value = awaited;
                    continue;
                case ParenthesizedExpressionSyntax parenthesized:
                    value = parenthesized;
                    continue;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured }:
                    value = configured;
                    continue;
            }

            break;
        }

        bool mayAwait = model.GetEnclosingSymbol(call.SpanStart, cancellationToken) is IMethodSymbol { IsAsync: true } || call.FirstAncestorOrSelf<GlobalStatementSyntax>() is not null;
        if (model.GetTypeInfo(value, cancellationToken).Type is not { } type || StatementPlace.Around(value) is not { } place)
        {
            return null;
        }

        bool isTask = type is INamedTypeSymbol { Name: "Task" or "ValueTask" };
        if (isTask && (!mayAwait || type is not INamedTypeSymbol { TypeArguments: [{ } result] }))
        {
            return null;
        }

        ITypeSymbol given = isTask ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return value.Parent switch
        {
            ExpressionStatementSyntax => Named(value.SpanStart, value.SpanStart),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax } discard => Named(discard.SpanStart, value.SpanStart),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax } } declarator } when !isTask =>
                new AnswerValue(place, declarator.Identifier.Text, given, mayAwait),
            _ => null,
        };

        AnswerValue Named(int start, int end)
        {
            string name = UnusedNames.Like(given.SpecialType == SpecialType.System_Boolean ? "sent" : "answer", place.Statement, model);
            return new AnswerValue(place, name, given, mayAwait) { _before = TextSpan.FromBounds(start, end), _naming = isTask && !isAwaited ? $"var {name} = await " : $"var {name} = " };
        }
    }

    /// <summary>The changes that put the answer into the local, where it is in none yet.</summary>
    public IEnumerable<SourceChange> NameIt() =>
        _before is { } span ? ImmutableArray.Create(new SourceChange(Place.Statement.SyntaxTree, span, _naming)) : ImmutableArray<SourceChange>.Empty;
}
