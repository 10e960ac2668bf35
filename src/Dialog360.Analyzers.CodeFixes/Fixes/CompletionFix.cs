using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Payload;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>DLG0108: adds, renames, removes or moves a member, or sets the type, so that the message is complete and agrees with itself.</summary>
internal sealed class CompletionFix : PayloadFix
{
    /// <inheritdoc/>
    public override string RuleId => "DLG0108";

    /// <inheritdoc/>
    public override IEnumerable<Proposal> Propose(Finding finding, EditContext context) => finding switch
    {
        { Detail: LackingMembers lacking, Node: { } node } when !lacking.Members.Any(member => IsMisnamed(member.Name, node, finding)) => Complete(lacking, node),
        { Detail: WrongType wrong } => TypeChoices.Of(finding, wrong, context),
        { Detail: WrongValue { Meant: { } meant }, Node: { } node, Member: { } member } when !Choices.IsOneOfSeveral(member.Value, node) && !Given.IsDefault(member) =>
            [Proposal.Of("use-value", [meant], new PictureEdit.SetValue(member.Value, NewValue.Of(meant)) { OnlyHere = true })],
        { Detail: UnwantedMember unwanted, Node: { } node, Member: { } member } when IsWrittenAt(finding, member, context) => Clear(finding, unwanted, node, member, context),
        _ => [],
    };

    /// <summary>Whether the class has the member, and the serializer writes it under another name: to set it would not make the message right.</summary>
    private static bool IsMisnamed(string name, PayloadNode node, Finding finding) =>
        finding.Message is { Destination: Destination.WhatsApp, Serializer: { IsKnown: true } serializer }
        && MemberFinder.Find(node.Operation?.Type, name) is { } member && WrittenNames.Of(member, serializer) != name;

    /// <summary>Renames the near misses, or adds what the schema has a value for; only where nothing is missing then.</summary>
    private static IEnumerable<Proposal> Complete(LackingMembers lacking, PayloadNode node)
    {
        List<(PayloadMember Old, string New)> renamed = [];
        List<NewMember> added = [];
        foreach ((string name, string? value, PayloadMember? nearMiss) in lacking.Members)
        {
            bool isAlternative = lacking.Alternatives.Contains(name);
            if (nearMiss is not null)
            {
                renamed.Add((nearMiss, name));
            }
            else if (value is not null && node.Member(name) is null)
            {
                added.Add(new NewMember(name, NewValue.OfJson(value)));
            }
            else if (!isAlternative)
            {
                return [];
            }
        }

        bool hasAlternative = lacking.Alternatives.IsEmpty || renamed.Count(pair => lacking.Alternatives.Contains(pair.New)) == 1;
        if (!hasAlternative || (renamed.Count > 0) == (added.Count > 0))
        {
            return [];
        }

        return renamed.Count > 0
            ? [Proposal.Of("rename-member", [Names(renamed.Select(static pair => pair.Old.Name)), Names(renamed.Select(static pair => pair.New))], renamed.Select(pair => (PictureEdit)new PictureEdit.RenameMember(node, pair.Old, pair.New)).ToArray())]
            : [Proposal.Of("add-member", [Names(added.Select(static member => member.Name))], new PictureEdit.AddMembers(node, added.ToImmutableArray()))];
    }

    /// <summary>Takes a member out that must not be there, or moves it to where this generation has it.</summary>
    private static IEnumerable<Proposal> Clear(Finding finding, UnwantedMember unwanted, PayloadNode node, PayloadMember member, EditContext context)
    {
        PictureEdit remove = new PictureEdit.RemoveMember(member);
        if (unwanted.MovedTo is not { } destination)
        {
            List<Proposal> removals = [Proposal.Of("remove-member", [member.Name], remove)];
            if (unwanted.Rival is { } rival && IsWrittenAt(finding, rival, context))
            {
                removals.Add(Proposal.Of("remove-member", [rival.Name], new PictureEdit.RemoveMember(rival)));
            }

            foreach (Proposal removal in Proposal.ToChooseFrom(removals))
            {
                yield return removal;
            }

            yield break;
        }

        PayloadNode? target = destination == "message" ? finding.Message?.Root : node[destination];
        if (target is not { Kind: PayloadKind.Object })
        {
            yield break;
        }

        if (target.Member(member.Name) is not null)
        {
            yield return Proposal.Of("remove-member", [member.Name], remove);
        }
        else if (ValueOf(member, context) is { } value)
        {
            yield return Proposal.Of(destination == "message" ? "move-member-up" : "move-member", [member.Name, destination], remove, new PictureEdit.AddMembers(target, ImmutableArray.Create(new NewMember(member.Name, value))));
        }
    }

    /// <summary>What a member holds, for another place; null where it cannot be written there.</summary>
    public static NewValue? ValueOf(PayloadMember member, EditContext context)
    {
        PayloadNode value = member.Value;
        if (value.Origin.Style == WritingStyle.JsonText)
        {
            return value.Kind == PayloadKind.Boolean && value.Operation is null ? NewValue.Of(value.Boolean) : null;
        }

        return ExpressionEditor.ExpressionOf(value) is { } expression
            ? new NewValue.Code(expression.ToString(), context.ModelOf(expression).GetTypeInfo(expression, context.CancellationToken).Type)
            : null;
    }

    /// <summary>What a class requires cannot go, and what a wrapper writes is not at fault for what one caller gives it.</summary>
    private static bool IsWrittenAt(Finding finding, PayloadMember member, EditContext context) =>
        member.Symbol is not (IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
        && member.Origin.Syntax.SyntaxTree == finding.Span.Tree
        && Home.Of(finding.Span, context.CancellationToken) == Home.Of(member.Origin.Syntax);

    private static string Names(IEnumerable<string> names) => string.Join("', '", names);
}
