using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>A repair of how a message is sent.</summary>
/// <param name="FixId">The id of the fix in the catalogue, which has its words; also what repairs of one kind share.</param>
/// <param name="Title">What the editor shows.</param>
/// <param name="Changes">What it changes in the text.</param>
internal sealed record SendingProposal(string FixId, string Title, ImmutableArray<SourceChange> Changes);

/// <summary>Knows how to repair what one rule about sending finds.</summary>
internal abstract class SendingFix
{
    /// <summary>The rule.</summary>
    public abstract string RuleId { get; }

    /// <summary>The repairs for a finding of the rule, the best first; none where the repair is not certain.</summary>
    public abstract IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken);

    /// <summary>A change of the characters at <paramref name="span"/>.</summary>
    protected static SourceChange Replace(SourceSpan span, string text) => new(span.Tree, span.Span, text);

    /// <summary>A change of the whole of <paramref name="node"/>.</summary>
    protected static SourceChange Replace(SyntaxNode node, string text) => new(node.SyntaxTree, node.Span, text);

    /// <summary>The source text at a place.</summary>
    protected static string TextAt(SourceSpan span, CancellationToken cancellationToken) => span.Tree.GetText(cancellationToken).ToString(span.Span);
}
