using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>What the editors need to know about the program that they edit.</summary>
internal sealed class EditContext
{
    /// <summary>Creates a context for one state of the program.</summary>
    public EditContext(ProgramModel program, CancellationToken cancellationToken)
    {
        Program = program;
        Resolver = new ValueResolver(program, cancellationToken);
    }

    /// <summary>The program.</summary>
    public ProgramModel Program { get; }

    /// <summary>Follows expressions to their values.</summary>
    public ValueResolver Resolver { get; }

    /// <summary>Ends the work when the host no longer wants it.</summary>
    public CancellationToken CancellationToken => Resolver.CancellationToken;

    /// <summary>The semantic model for <paramref name="node"/>.</summary>
    public SemanticModel ModelOf(SyntaxNode node) => Program.SemanticModelOf(node.SyntaxTree);

    /// <summary>The characters of the file of <paramref name="node"/>.</summary>
    public SourceText TextOf(SyntaxNode node) => node.SyntaxTree.GetText(CancellationToken);

    /// <summary>The line break of the file of <paramref name="node"/>.</summary>
    public string NewLineOf(SyntaxNode node)
    {
        SourceText text = TextOf(node);
        TextLine first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    /// <summary>
    /// How a type is written at a place: its short name where a <c>using</c> brings it, else in full; null where the program does not
    /// know the type.
    /// </summary>
    /// <param name="metadataName">The full name of the type.</param>
    /// <param name="place">The place.</param>
    public string? NameOf(string metadataName, SyntaxNode place) =>
        Program.Compilation.GetTypeByMetadataName(metadataName) is { DeclaredAccessibility: Accessibility.Public } type
            ? type.ToMinimalDisplayString(ModelOf(place), place.SpanStart)
            : null;

    /// <summary>The operation of an expression, without conversions.</summary>
    public IOperation? OperationOf(ExpressionSyntax expression) => ModelOf(expression).GetOperation(expression, CancellationToken);

    /// <summary>An identifier for <paramref name="name"/>, with an <c>@</c> where it is a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
