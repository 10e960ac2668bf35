using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>DLG0108: a message that lacks what it must have, has what it must not have, or whose type and object disagree.</summary>
internal sealed class IncompleteMessage : Rule<PayloadScope>
{
    /// <summary>Creates the rule.</summary>
    public IncompleteMessage()
        : base("DLG0108")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(PayloadScope scope)
    {
        MessagePicture message = scope.Message;
        if (TypeDisagreement.Of(message) is { } disagreement)
        {
            yield return ToFinding(disagreement);
        }

        foreach (SchemaPlace place in message.Objects)
        {
            if (MissingMembers.Of(place, message.IsCloud) is { } missing)
            {
                yield return ToFinding(missing);
            }

            foreach (Defect defect in UnwantedMembers.Of(place, message.IsCloud))
            {
                yield return ToFinding(defect);
            }
        }
    }

    private Finding ToFinding(Defect defect) => new(this, defect.Span, ImmutableArray.Create(defect.Words)) { Node = defect.Node, Member = defect.Member, Detail = defect.Detail };
}

/// <summary>What is wrong with an object of a message.</summary>
/// <param name="Span">Where the diagnostic stands.</param>
/// <param name="Words">What is wrong, for the message of the diagnostic.</param>
/// <param name="Node">The object.</param>
/// <param name="Member">The member that is at fault, if there is one.</param>
/// <param name="Detail">For the fixes: <see cref="LackingMembers"/>, <see cref="WrongType"/> or <see cref="UnwantedMember"/>.</param>
internal sealed record Defect(SourceSpan Span, string Words, PayloadNode Node, PayloadMember? Member, object Detail)
{
    /// <summary>The start of an object: <c>new</c>, the name of a factory, an opening brace.</summary>
    public static SourceSpan StartOf(PayloadNode node) =>
        node.Origin.Style == WritingStyle.JsonText || node.Span.Tree != node.Origin.Syntax.SyntaxTree || !node.Span.Span.Contains(node.Origin.Syntax.SpanStart)
            ? new SourceSpan(node.Span.Tree, new Microsoft.CodeAnalysis.Text.TextSpan(node.Span.Span.Start, Math.Min(1, node.Span.Span.Length)))
            : new SourceSpan(node.Span.Tree, node.Origin.Syntax.GetFirstToken().Span);

    /// <summary>The name of a member, or what was put in its place by a caller or by the class.</summary>
    public static SourceSpan NameOf(PayloadMember member, PayloadNode owner) =>
        member.Origin.Style == WritingStyle.ClassDefault ? StartOf(owner)
        : member.Value.Kind is not (PayloadKind.Object or PayloadKind.Array or PayloadKind.Choice)
            && (member.Value.Span.Tree != member.Origin.Syntax.SyntaxTree || !member.Origin.Syntax.Span.Contains(member.Value.Span.Span)) ? member.Value.Span
        : member.NameSpan;
}

/// <summary>Members that an object lacks.</summary>
/// <param name="Members">Each with the JSON text of the value to add, where the schema knows one, and the member whose name is a near miss of it.</param>
internal sealed record LackingMembers(ImmutableArray<(string Name, string? Added, PayloadMember? NearMiss)> Members)
{
    /// <summary>Of <see cref="Members"/>, those of which one is enough.</summary>
    public ImmutableArray<string> Alternatives { get; init; } = ImmutableArray<string>.Empty;
}

/// <summary>A type that does not exist, or that has no object.</summary>
/// <param name="Types">The types that were probably meant.</param>
/// <param name="Renamed">The member that holds the object under another name, if there is one.</param>
internal sealed record WrongType(ImmutableArray<string> Types, PayloadMember? Renamed);

/// <summary>A member that must not be there.</summary>
/// <param name="MovedTo">The object that takes it in this generation (<c>text</c>; <c>message</c> for the message itself), or null.</param>
internal sealed record UnwantedMember(string? MovedTo)
{
    /// <summary>The member that it excludes, which could go in its place.</summary>
    public PayloadMember? Rival { get; init; }
}
