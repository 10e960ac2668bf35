using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Payload;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>DLG0102: sends the file as the type that it belongs to. The type and the name of the object that holds the file change together.</summary>
internal sealed class MediaTypeFix : PayloadFix
{
    /// <inheritdoc/>
    public override string RuleId => "DLG0102";

    /// <inheritdoc/>
    public override IEnumerable<Proposal> Propose(Finding finding, EditContext context)
    {
        if (finding is not { Node: { } node, Detail: MediaMismatch { Place: var place, File: var file } })
        {
            yield break;
        }

        if (file is { Declared: { } declared } && file.Fits(place.Type))
        {
            if (Declare(finding.Span, declared, context) is { } edit)
            {
                yield return Proposal.Of("declare-as", [declared], edit);
            }

            yield break;
        }

        if (file?.Type is not { } type)
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

        // What only the other generation takes there.
        PayloadMember[] unwanted = MessageSchema.Message.Member(type)?.Shape is { } shape
            ? UnwantedMembers.Of(new SchemaPlace(place.Content, SchemaPlaces.CaseOf(shape, place.Content), type, type), finding.Message?.IsCloud)
                .Where(static defect => defect.Detail is UnwantedMember { MovedTo: null, Rival: null }).Select(static defect => defect.Member).OfType<PayloadMember>().ToArray()
            : [];
        ImmutableArray<PayloadMember> unfit = place.Content.Members.Where(member => (!MediaMembers.Allows(type, member.Name) || unwanted.Contains(member)) && member.Origin.Style != WritingStyle.ClassDefault && member.Value.Origin.Style != WritingStyle.ClassDefault).ToImmutableArray();
        edits.AddRange(unfit.Select(static member => new PictureEdit.RemoveMember(member)));
        string names = string.Join(", ", unfit.Select(static member => member.Name));
        Proposal proposal = unfit.IsEmpty
            ? Proposal.Of("send-as", [type], edits.ToArray())
            : Proposal.Of("send-as-and-drop", [type, names], edits.ToArray());

        // Whether a film is to arrive as a file, or should be converted, is for a person to say.
        yield return proposal with { IsForOne = file!.IsRefused };
    }

    /// <summary>Writes another MIME type; in a header value by way of <c>Parse</c>, as its constructor takes no parameters.</summary>
    private static PictureEdit? Declare(SourceSpan place, string mime, EditContext context)
    {
        SyntaxNode written = place.Tree.GetRoot(context.CancellationToken).FindNode(place.Span, getInnermostNodeForTie: true);
        if (written is not LiteralExpressionSyntax literal)
        {
            return null;
        }

        string text = SymbolDisplay.FormatLiteral(mime, quote: true);
        return literal.Parent?.Parent?.Parent is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [_], Initializer: null } creation && context.ModelOf(creation).GetTypeInfo(creation, context.CancellationToken).Type is { Name: "MediaTypeHeaderValue" } type
            ? new PictureEdit.ReplaceExpression(creation, $"{type.ToMinimalDisplayString(context.ModelOf(creation), creation.SpanStart)}.Parse({text})")
            : new PictureEdit.ReplaceExpression(literal, text);
    }

    private static bool IsWrittenTogether(MediaPlace place, PayloadNode node)
    {
        SyntaxNode? home = Home.Of(node.Origin.Syntax);
        return home == Home.Of(place.ContentMember.Origin.Syntax)
            && (place.Discriminator is not { } discriminator || home == Home.Of(discriminator.Value.Origin.Syntax));
    }
}
