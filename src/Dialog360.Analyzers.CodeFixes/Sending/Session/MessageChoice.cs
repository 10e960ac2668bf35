using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Readers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>Messages between which the code chooses: <c>isImage ? image : text</c>. Where all of them are free-form, one template stands for all.</summary>
internal static class MessageChoice
{
    /// <summary>The choice that a message is an arm of; the message itself where it is none, or another arm is something else.</summary>
    public static ExpressionSyntax Around(ExpressionSyntax message, MessagePicture picture, EditContext context)
    {
        ExpressionSyntax result = message;
        ExpressionSyntax current = message;
        while (true)
        {
            switch (current.Parent)
            {
                case CastExpressionSyntax cast:
                    current = cast;
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    current = parenthesized;
                    break;
                case ConditionalExpressionSyntax conditional when conditional.Condition != current && AreFreeForm([conditional.WhenTrue, conditional.WhenFalse], picture, context):
                    result = current = conditional;
                    break;
                case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } arm when arm.Expression == current && AreFreeForm(choice.Arms.Select(static each => each.Expression).Where(static each => each is not ThrowExpressionSyntax), picture, context):
                    result = current = choice;
                    break;
                default:
                    return result;
            }
        }
    }

    /// <summary>Whether all are free-form messages to one recipient.</summary>
    private static bool AreFreeForm(IEnumerable<ExpressionSyntax> arms, MessagePicture picture, EditContext context)
    {
        PayloadReader reader = new(context.Resolver);
        foreach (ExpressionSyntax arm in arms)
        {
            if (context.OperationOf(arm) is not { } operation)
            {
                return false;
            }

            bool any = false;
            foreach (MessageVariants variants in MessageRecognizer.Find(reader.ReadBody(operation), picture.Destination, picture.Generation))
            {
                foreach ((MessagePicture variant, _) in variants.Variants)
                {
                    any = true;
                    if (variant.IsFreeForm != true || variant.Root["to"]?.Origin.Syntax.ToString() != picture.Root["to"]?.Origin.Syntax.ToString())
                    {
                        return false;
                    }
                }
            }

            if (!any)
            {
                return false;
            }
        }

        return true;
    }
}
