using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>
/// The clients that the statements of a file set up which speak of WhatsApp: by the type that calls the client, or by the name under which it is made
/// (<c>AddHttpClient("messaging", client => client.BaseAddress = …)</c>).
/// </summary>
/// <param name="Types">The types, sorted.</param>
/// <param name="Clients">The words of the names, sorted.</param>
internal sealed record FileLinks(ImmutableArray<int> Types, ImmutableArray<int> Clients)
{
    private const string RegistrationName = "AddHttpClient";

    /// <summary>The method that sets a client up under a name.</summary>
    public static readonly int Registration = NameNumber.Of(RegistrationName);

    /// <summary>None.</summary>
    public static FileLinks None { get; } = new(ImmutableArray<int>.Empty, ImmutableArray<int>.Empty);

    /// <summary>Those of a file, as far as they are among some types.</summary>
    public static FileLinks Of(SyntaxTree tree, HashSet<int> asked, CancellationToken cancellationToken)
    {
        WordSet words = FileSummary.Of(tree, cancellationToken).Words;
        bool registers = words.Has(Registration);
        if ((TextEvidence.Of(tree, cancellationToken) & SourceSigns.Speaks) == 0 || !(registers || Array.Exists(words.Numbers, asked.Contains)))
        {
            return None;
        }

        SourceText text = tree.GetText(cancellationToken);
        SortedSet<int> types = [];
        SortedSet<int> clients = [];
        foreach (SyntaxNode node in tree.GetRoot(cancellationToken).DescendantNodes(static node => !IsStatement(node)))
        {
            if (!IsStatement(node) || (TextEvidence.In(text, node.Span) & SourceSigns.Speaks) == 0)
            {
                continue;
            }

            types.UnionWith(WordSet.Of(text, node.Span).Numbers.Where(asked.Contains));
            if (registers)
            {
                clients.UnionWith(node.DescendantNodes().OfType<InvocationExpressionSyntax>().SelectMany(call => NameOf(call, text)));
            }
        }

        return new FileLinks(ImmutableArray.CreateRange(types), ImmutableArray.CreateRange(clients));
    }

    /// <inheritdoc/>
    public bool Equals(FileLinks? other) => other is not null && Types.SequenceEqual(other.Types) && Clients.SequenceEqual(other.Clients);

    /// <inheritdoc/>
    public override int GetHashCode() => Types.Length;

    private static bool IsStatement(SyntaxNode node) => node is ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax;

    private static int[] NameOf(InvocationExpressionSyntax call, SourceText text) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: RegistrationName }
        && call.ArgumentList.Arguments.FirstOrDefault() is { Expression: LiteralExpressionSyntax or SimpleNameSyntax or MemberAccessExpressionSyntax } name
            ? WordSet.AllOf(text, name.Span).Numbers
            : [];
}
