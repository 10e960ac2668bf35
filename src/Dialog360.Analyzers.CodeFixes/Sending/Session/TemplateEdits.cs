using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>Turns a free-form message into a template message, whatever writes it.</summary>
internal static class TemplateEdits
{
    private const string TypeName = "type";
    private const string PreviewUrl = "preview_url";
    private const int MaxDepth = 8;

    /// <summary>The changes; null where the message cannot be written so, for instance by a class that has no template.</summary>
    public static ImmutableArray<SourceChange>? Of(MessagePicture message, EditContext context) =>
        message.Root.Origin.Style == WritingStyle.SdkFactory ? SdkTemplateCall.Of(message.Root, context)
        : Edits(message.Root) is { } edits ? PayloadEditor.Changes(edits, context)
        : null;

    private static List<PictureEdit>? Edits(PayloadNode root)
    {
        List<PictureEdit> edits = [];
        List<NewMember> added = [];
        NewMember type = new(TypeName, NewValue.Of(TemplateContent.Type));
        if (root.Member(TypeName) is { } said && IsWritten(said, root))
        {
            edits.Add(new PictureEdit.ReplaceMember(root, said, type));
        }
        else
        {
            added.Add(type);
        }

        NewMember template = new(TemplateContent.Type, TemplateContent.Value);
        PayloadMember? existing = root.Member(TemplateContent.Type);
        bool hasTemplate = existing is { Value.Kind: not PayloadKind.Null };
        if (!hasTemplate && existing is not null && IsWritten(existing, root))
        {
            edits.Add(new PictureEdit.ReplaceMember(root, existing, template));
            hasTemplate = true;
        }

        foreach (PayloadMember member in root.Members)
        {
            bool isContent = MessageNames.IsType(member.Name) && member.Name != TemplateContent.Type;
            if (member.NameOperation is not null || (isContent && (member.IsConditional || (!IsWritten(member, root) && member.Value.Kind == PayloadKind.Object))))
            {
                return null;
            }

            if (!IsWritten(member, root) || (!isContent && member.Name != PreviewUrl))
            {
                continue;
            }

            edits.Add(isContent && !hasTemplate ? new PictureEdit.ReplaceMember(root, member, template) : new PictureEdit.RemoveMember(member));
            hasTemplate |= isContent;
            AddRemovals(member.Value, edits, 0);
        }

        if (!hasTemplate)
        {
            added.Add(template);
        }

        if (added.Count > 0)
        {
            edits.Add(new PictureEdit.AddMembers(root, added.ToImmutableArray()));
        }

        return edits;
    }

    /// <summary>What statements set inside a content that goes (<c>message.Text.Body = body;</c>) goes with it.</summary>
    private static void AddRemovals(PayloadNode content, List<PictureEdit> edits, int depth)
    {
        foreach (PayloadMember member in depth > MaxDepth ? ImmutableArray<PayloadMember>.Empty : content.Members)
        {
            if (member.Origin is { Style: WritingStyle.LaterStatement, Syntax: ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax } } } })
            {
                edits.Add(new PictureEdit.RemoveMember(member));
            }

            AddRemovals(member.Value, edits, depth + 1);
        }
    }

    /// <summary>Whether the message itself writes a member, and not its class or the default of a parameter.</summary>
    private static bool IsWritten(PayloadMember member, PayloadNode root) => member.Origin.Style != WritingStyle.ClassDefault && member.Origin.Syntax != root.Origin.Syntax || member.Origin.Json is not null;
}
