using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Payload;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>Of <see cref="CompletionFix"/>: where type and object disagree, the one follows the other.</summary>
internal static class TypeChoices
{
    /// <summary>The type that the object has, the object that the type says, or both for a type that does not exist.</summary>
    public static IEnumerable<Proposal> Of(Finding finding, WrongType wrong, EditContext context)
    {
        if (finding is not { Node: { } root, Member: { Value: { KnownText: { } type } value }, Message: { } message } || Choices.IsOneOfSeveral(value, root))
        {
            return [];
        }

        List<Proposal> types = [];
        foreach (string meant in wrong.Types)
        {
            PictureEdit setType = new PictureEdit.SetValue(value, NewValue.Of(meant)) { OnlyHere = true };
            if (root[meant] is { Kind: not PayloadKind.Null } || root.IsOpen)
            {
                types.Add(Proposal.Of("set-type", [meant], setType));
            }
            else if (wrong.Renamed is { } named && named.Name == type && Fits(named, meant, message) && AreTogether(finding, root, named, context))
            {
                types.Add(Proposal.Of("set-type", [meant], setType, new PictureEdit.RenameMember(root, named, meant)));
            }
        }

        bool isRenamed = wrong.Renamed is { } renamed && renamed.Name != type && MessageNames.IsType(type) && (!MessageNames.IsType(renamed.Name) || Fits(renamed, type, message)) && AreTogether(finding, root, renamed, context);
        IEnumerable<Proposal> chosen = Proposal.ToChooseFrom(types);
        return isRenamed ? chosen.Append(Proposal.Of("rename-member", [wrong.Renamed!.Name, type], new PictureEdit.RenameMember(root, wrong.Renamed, type))) : chosen;
    }

    /// <summary>Whether what a member holds is a complete object of that type.</summary>
    private static bool Fits(PayloadMember member, string type, MessagePicture message)
    {
        PayloadNode content = member.Value;
        if (MessageSchema.Message.Member(type) is not { Shape: { } shape } documented || (WrongJsonType.TypeOf(member) & ~documented.Types) != 0)
        {
            return false;
        }

        if (content.Kind != PayloadKind.Object)
        {
            return true;
        }

        if (MessageNames.IsMediaType(type) && !MediaMembers.Fit(content, type))
        {
            return false;
        }

        SchemaPlace place = new(content, SchemaPlaces.CaseOf(shape, content), type, type);
        return MissingMembers.Of(place, message.IsCloud) is null && !UnwantedMembers.Of(place, message.IsCloud).Concat(WrongValues.Of(place, message.IsCloud)).Any();
    }

    private static bool AreTogether(Finding finding, PayloadNode root, PayloadMember member, EditContext context) =>
        !Choices.IsOneOfSeveral(member.Value, root)
        && member.Origin.Syntax.SyntaxTree == finding.Span.Tree
        && Home.Of(finding.Span, context.CancellationToken) == Home.Of(member.Origin.Syntax);
}
