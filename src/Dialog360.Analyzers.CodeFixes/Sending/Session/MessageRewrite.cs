using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Fixes;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>A free-form message that is written in the member that sends it, and how it is written as a template.</summary>
/// <param name="Expression">The expression that creates it.</param>
/// <param name="Changes">What makes it a template, all in one file, in the order of the text.</param>
internal sealed record MessageRewrite(ExpressionSyntax Expression, ImmutableArray<TextChange> Changes)
{
    /// <summary>What the template takes the place of: the expression, or the choice between several free-form messages that it is an arm of.</summary>
    public ExpressionSyntax Place { get; init; } = Expression;

    /// <summary>Whether the message has no type that can be named.</summary>
    public bool IsAnonymous => Expression is AnonymousObjectCreationExpressionSyntax;

    /// <summary>Whether the expression alone is the message: nothing fills it later.</summary>
    public bool IsOneExpression => Changes.All(change => Expression.Span.Contains(change.Span));

    /// <summary>The message as a template, where <see cref="IsOneExpression"/>.</summary>
    public string Text => Concatenations.Tidied(TextOf(Expression.Span));

    /// <summary>The same beside the message itself, which keeps its comments.</summary>
    public string TextBeside => WithoutComments(Text);

    /// <summary>What replaces the message by a template where it stands.</summary>
    public ImmutableArray<TextChange> Replacement => IsOneExpression ? ImmutableArray.Create(new TextChange(Place.Span, Text)) : Changes;

    /// <summary>The rewriting of the message of a send; null where it is written elsewhere, or cannot be a template.</summary>
    public static MessageRewrite? Of(SendSite site, EditContext context)
    {
        // A text that is no JSON would be written a second time with its mistake.
        if (site.Picture is not { } picture || picture.Root.Origin.Json is { Text: { } json } && !JsonTextReader.ErrorsOf(json, context.CancellationToken).IsEmpty)
        {
            return null;
        }

        SyntaxNode written = picture.Root.Origin.Json?.Text.Expression ?? picture.Root.Origin.Syntax;
        SyntaxTree tree = site.Call.Syntax.SyntaxTree;
        if (written is not ExpressionSyntax expression || written.SyntaxTree != tree || Home.Of(written) != Home.Of(site.Call.Syntax))
        {
            return null;
        }

        // What stands in another member, a class or a constant, is no message of this send alone.
        SyntaxNode? home = Home.Of(written);
        return TemplateEdits.Of(picture, context) is { } changes && changes.All(change => change.Tree == tree && home?.FullSpan.Contains(change.Span) == true)
            ? new MessageRewrite(expression, ImmutableArray.CreateRange(changes, static change => new TextChange(change.Span, change.NewText))) { Place = MessageChoice.Around(expression, picture, context) }
            : null;
    }

    /// <summary>The source text of a stretch that holds the changes, after them.</summary>
    public string TextOf(TextSpan span)
    {
        SourceText text = Expression.SyntaxTree.GetText();
        return SourceText.From(text.ToString(span))
            .WithChanges(Changes.Where(change => span.Contains(change.Span)).Select(change => new TextChange(new TextSpan(change.Span.Start - span.Start, change.Span.Length), change.NewText!)))
            .ToString();
    }

    private static string WithoutComments(string expression)
    {
        SourceText text = SourceText.From(expression);
        List<TextChange> removed = [];
        int end = 0;
        foreach (SyntaxTrivia comment in SyntaxFactory.ParseExpression(expression).DescendantTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)))
        {
            if (comment.SpanStart >= end)
            {
                int start = comment.SpanStart;
                while (start > end && expression[start - 1] == ' ')
                {
                    start--;
                }

                TextSpan span = WholeLines.Of(text, comment.Span) ?? TextSpan.FromBounds(start, comment.Span.End);
                removed.Add(new TextChange(span, string.Empty));
                end = span.End;
            }
        }

        return text.WithChanges(removed).ToString();
    }
}
