using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Payload;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>DLG0102: sends the file as the type that it belongs to. The type and the name of the object that holds the file change together.</summary>
internal sealed class MediaTypeFix : PayloadFix
{
    /// <inheritdoc/>
    public override string RuleId => "DLG0102";

    /// <inheritdoc/>
    public override IEnumerable<Proposal> Propose(Finding finding, EditContext context)
    {
        if (finding is not { Node: { } node, Detail: MediaMismatch { Place: var place, BelongsTo: var type } })
        {
            yield break;
        }

        if (type is null)
        {
            if (place.Content.Member("voice") is { } voice)
            {
                yield return Proposal.Of("drop-voice", new PictureEdit.RemoveMember(voice));
            }

            yield break;
        }

        // The file of a wrapper's caller says nothing about the other callers: the wrapper stays as it is.
        bool isChosen = Choices.IsOneOfSeveral(node, place.Owner) || (place.Discriminator is { } said && Choices.IsOneOfSeveral(said.Value, place.Owner));
        if (isChosen || !IsWrittenTogether(place, node))
        {
            yield break;
        }

        ImmutableArray<PictureEdit>.Builder edits = ImmutableArray.CreateBuilder<PictureEdit>();
        if (place.Discriminator is { } discriminator)
        {
            edits.Add(new PictureEdit.SetValue(discriminator.Value, NewValue.Of(type)) { OnlyHere = true });
        }

        edits.Add(new PictureEdit.RenameMember(place.Owner, place.ContentMember, type));
        ImmutableArray<PayloadMember> unfit = place.Content.Members.Where(member => !Allows(type, member.Name) && member.Origin.Style != WritingStyle.ClassDefault && member.Value.Origin.Style != WritingStyle.ClassDefault).ToImmutableArray();
        edits.AddRange(unfit.Select(static member => new PictureEdit.RemoveMember(member)));
        string names = string.Join(", ", unfit.Select(static member => member.Name));
        yield return unfit.IsEmpty
            ? Proposal.Of("send-as", [type], edits.ToArray())
            : Proposal.Of("send-as-and-drop", [type, names], edits.ToArray());
    }

    private static bool Allows(string type, string member) => member switch
    {
        "caption" => type is not ("audio" or "sticker"),
        "filename" => type == "document",
        "voice" => type == "audio",
        _ => true,
    };

    private static bool IsWrittenTogether(MediaPlace place, PayloadNode node)
    {
        SyntaxNode? home = Home.Of(node.Origin.Syntax);
        return home == Home.Of(place.ContentMember.Origin.Syntax)
            && (place.Discriminator is not { } discriminator || home == Home.Of(discriminator.Value.Origin.Syntax));
    }
}
