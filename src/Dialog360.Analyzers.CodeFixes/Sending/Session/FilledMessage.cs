using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>
/// A message that statements fill after its creation. They go into both branches of the check, from the declaration of the message to the
/// last statement that needs what is declared among them, or, where that is far, to the last one that fills it.
/// </summary>
/// <param name="First">The declaration of the message.</param>
/// <param name="Last">The last statement that moves.</param>
internal sealed record FilledMessage(StatementSyntax First, StatementSyntax Last)
{
    private const int MaxStatements = 16;

    /// <summary>How many statements both branches may run before only those that fill the message do.</summary>
    private const int MaxCopied = 8;

    /// <summary>The statements of a message; null where they cannot move together.</summary>
    public static FilledMessage? Of(MessageRewrite message, SyntaxNode call, SemanticModel model)
    {
        if (message.Expression.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is not { Parent: BlockSyntax block } first
            || call.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault(statement => statement.Parent == block) is not { } send)
        {
            return null;
        }

        int start = block.Statements.IndexOf(first);
        for (int end = block.Statements.IndexOf(send); end >= start && end < block.Statements.Count && end - start < MaxStatements; end++)
        {
            StatementSyntax last = block.Statements[end];
            if (model.AnalyzeDataFlow(first, last) is not { Succeeded: true } flow || block.Statements.Skip(start).Take(end - start + 1).Any(static statement => statement is LabeledStatementSyntax or LocalFunctionStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 }))
            {
                return null;
            }

            TextSpan moved = TextSpan.FromBounds(first.SpanStart, last.Span.End);
            bool isNeededLater = flow.VariablesDeclared.Any(variable => flow.ReadOutside.Contains(variable, SymbolEqualityComparer.Default) || flow.WrittenOutside.Contains(variable, SymbolEqualityComparer.Default));
            if (!isNeededLater && message.Changes.All(change => moved.Contains(change.Span)))
            {
                // What is wrong with the send would be wrong twice.
                bool isShort = end - start < MaxCopied && !moved.Contains(call.Span);
                return isShort ? new FilledMessage(first, last) : Apart(message, block, first, model) ?? new FilledMessage(first, last);
            }
        }

        return Apart(message, block, first, model);
    }

    /// <summary>
    /// The declarations among the statements whose locals are needed later; null where one of them cannot be declared apart from its value.
    /// They stand before the check then, and the branches set them.
    /// </summary>
    public IReadOnlyList<LocalDeclarationStatementSyntax> Declared { get; init; } = [];

    /// <summary>
    /// The same with as few statements as fill the message, where much is done between them and the last one that needs it.
    /// </summary>
    private static FilledMessage? Apart(MessageRewrite message, BlockSyntax block, LocalDeclarationStatementSyntax first, SemanticModel model)
    {
        StatementSyntax last = block.Statements.Last(statement => statement == first || message.Changes.Any(change => statement.FullSpan.Contains(change.Span)));
        if (model.AnalyzeDataFlow(first, last) is not { Succeeded: true } flow || message.Changes.Any(change => change.Span.Start < first.SpanStart || change.Span.End > last.FullSpan.End))
        {
            return null;
        }

        List<LocalDeclarationStatementSyntax> declared = [];
        foreach (ISymbol variable in flow.VariablesDeclared.Where(variable => flow.ReadOutside.Contains(variable, SymbolEqualityComparer.Default) || flow.WrittenOutside.Contains(variable, SymbolEqualityComparer.Default)))
        {
            if (variable.DeclaringSyntaxReferences is not [{ } reference]
                || reference.GetSyntax() is not VariableDeclaratorSyntax { Initializer: not null, Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { IsConst: false } declaration } }
                || declaration.Parent != block || variable is not ILocalSymbol { IsRef: false, Type: INamedTypeSymbol { IsAnonymousType: false } })
            {
                return null;
            }

            declared.Add(declaration);
        }

        return new FilledMessage(first, last) { Declared = declared };
    }

    /// <summary>What takes the types out of the declarations.</summary>
    private IEnumerable<TextChange> Untyped => Declared.Select(static declaration => new TextChange(TextSpan.FromBounds(declaration.SpanStart, declaration.Declaration.Variables[0].SpanStart), string.Empty));

    /// <summary>The declarations without values.</summary>
    private string Heads(SemanticModel model) => string.Concat(Declared.Select(declaration =>
        $"{TypeOf(declaration.Declaration, model).ToMinimalDisplayString(model, declaration.SpanStart)} {declaration.Declaration.Variables[0].Identifier};{SourceLayout.LineBreak(First)}{SourceLayout.IndentOf(First)}"));

    /// <summary>The type that a declaration names; that of <c>var</c> may be null to the compiler though the value never is.</summary>
    private static ITypeSymbol TypeOf(VariableDeclarationSyntax declaration, SemanticModel model)
    {
        ITypeSymbol type = ((ILocalSymbol)model.GetDeclaredSymbol(declaration.Variables[0])!).Type;
        return declaration.Type.IsVar && type.IsReferenceType && model.GetTypeInfo(declaration.Variables[0].Initializer!.Value).Nullability.FlowState == NullableFlowState.NotNull
            ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)
            : type;
    }

    /// <summary>The change that puts them under a check.</summary>
    public TextChange Guard(MessageRewrite message, string condition, SemanticModel model)
    {
        TextSpan span = TextSpan.FromBounds(First.SpanStart, Last.Span.End);
        MessageRewrite same = message with { Changes = Untyped.ToImmutableArray() };
        MessageRewrite template = message with { Changes = message.Changes.Select(Inside).Concat(Untyped).OrderBy(static change => change.Span.Start).ToImmutableArray() };
        TextChange branch = GuardText.Branch(First, Last, condition, same.TextOf(span), template.TextOf(span).TrimEnd());
        return Declared.Count == 0 ? branch : new TextChange(branch.Span, Heads(model) + branch.NewText);

        // What takes the last statement out takes its line break along.
        TextChange Inside(TextChange change) => change.Span.End <= span.End ? change : new TextChange(TextSpan.FromBounds(change.Span.Start, span.End), change.NewText!);
    }
}
