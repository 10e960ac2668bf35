using System.Collections.Immutable;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Webhooks;

/// <summary>An expression such as <c>update.Entry[0].Changes.First().Value</c>, cut at the places where it takes a first element.</summary>
/// <param name="Lists">The lists, the outermost first; the text of each is what is asked of the element before.</param>
/// <param name="Tail">What is asked of the last element.</param>
internal sealed record FirstChain(ImmutableArray<(ElementRead Read, string Text)> Lists, string Tail)
{
    /// <summary>The parts of an expression; null where it does anything else than to follow members and first elements.</summary>
    public static FirstChain? Of(ExpressionSyntax value, Receiver receiver, ReceivedFunction function)
    {
        if (value.DescendantNodesAndSelf().Any(static node => node is BinaryExpressionSyntax or CastExpressionSyntax or ParenthesizedExpressionSyntax or AwaitExpressionSyntax or AnonymousFunctionExpressionSyntax or ObjectCreationExpressionSyntax or ConditionalExpressionSyntax))
        {
            return null;
        }

        SourceText text = value.SyntaxTree.GetText();
        ImmutableArray<(ElementRead, string)>.Builder lists = ImmutableArray.CreateBuilder<(ElementRead, string)>();
        int start = value.SpanStart;
        foreach (ElementRead read in receiver.Reads.Elements.Where(read => read.In == function && read.As == TakenAs.First && value.Span.Contains(read.Operation.Syntax.Span)).OrderBy(static read => read.Span.Span.Start))
        {
            // What stands in an argument is no link of the chain.
            if (CutOf(read.Operation.Syntax) is not { } cut || cut.Start < start || read.Operation.Syntax.AncestorsAndSelf().TakeWhile(node => node != value).Any(static node => node is ArgumentSyntax))
            {
                return null;
            }

            lists.Add((read, Bare(text.ToString(TextSpan.FromBounds(start, cut.Start)), lists.Count > 0)));
            start = cut.End;
        }

        return lists.Count == 0 ? null : new FirstChain(lists.ToImmutable(), Bare(text.ToString(TextSpan.FromBounds(start, value.Span.End)), true));
    }

    /// <summary>The element of a loop is there: no <c>?</c> and no <c>!</c> after it.</summary>
    private static string Bare(string text, bool isAfterElement) => isAfterElement ? text.Trim().TrimStart('!', '?') : text.Trim();

    private static TextSpan? CutOf(SyntaxNode access) => access switch
    {
        ElementAccessExpressionSyntax element => TextSpan.FromBounds(element.Expression.Span.End, element.Span.End),
        ElementBindingExpressionSyntax binding when Question(binding) is { } question => TextSpan.FromBounds(question, binding.Span.End),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call => TextSpan.FromBounds(member.OperatorToken.SpanStart, call.Span.End),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax } call when Question(call) is { } question => TextSpan.FromBounds(question, call.Span.End),
        _ => null,
    };

    /// <summary>Where the <c>?</c> before a binding stands.</summary>
    private static int? Question(SyntaxNode binding) =>
        binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.Span))?.OperatorToken.SpanStart;
}
