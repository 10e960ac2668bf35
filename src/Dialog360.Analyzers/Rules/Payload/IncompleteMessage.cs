using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>DLG0108: a message that lacks what it must have, has what it must not have, or whose type and object disagree.</summary>
internal sealed class IncompleteMessage : Rule<PayloadScope>
{
    /// <summary>The number of the rule.</summary>
    public const string Number = "DLG0108";

    /// <summary>Creates the rule.</summary>
    public IncompleteMessage()
        : base(Number)
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(PayloadScope scope)
    {
        MessagePicture message = scope.Message;
        if (TypeDisagreement.Of(message) is { } disagreement)
        {
            yield return ToFinding(disagreement, message);
        }

        HashSet<(SyntaxTree, int)> incomplete = [];
        foreach (SchemaPlace place in message.Objects)
        {
            List<Defect> wrong = [.. UnwantedMembers.Of(place, message.IsCloud), .. WrongValues.Of(place, message.IsCloud)];

            // Of an object whose type says something else nobody knows what it lacks: the type is the defect.
            // Objects that one class makes all stand at the one place that creates it.
            if (!wrong.Exists(IsUnknownType) && MissingMembers.Of(place, message.IsCloud, message.Serializer) is { } missing && incomplete.Add((missing.Span.Tree, missing.Span.Span.Start)))
            {
                yield return ToFinding(missing, message);
            }

            foreach (Defect defect in wrong)
            {
                yield return ToFinding(defect, message);
            }
        }
    }

    private static bool IsUnknownType(Defect defect) => defect is { Member.Name: "type", Detail: WrongValue };

    private Finding ToFinding(Defect defect, MessagePicture message) =>
        new(this, defect.Span, ImmutableArray.Create(defect.What, Words.Errors(message.IsCloud, defect.Kind, defect.UsualKind), defect.Advice))
        {
            Node = defect.Node,
            Member = defect.Member,
            Detail = defect.Detail,
        };
}

/// <summary>What is wrong with an object of a message.</summary>
/// <param name="Span">Where the diagnostic stands.</param>
/// <param name="What">What is wrong, for the message of the diagnostic.</param>
/// <param name="UsualKind">What kind of error such a defect leads to, by its name in the catalogue.</param>
/// <param name="Node">The object.</param>
/// <param name="Member">The member that is at fault, if there is one.</param>
/// <param name="Detail">For the fixes: <see cref="LackingMembers"/>, <see cref="WrongType"/>, <see cref="WrongValue"/> or <see cref="UnwantedMember"/>.</param>
internal sealed record Defect(SourceSpan Span, string What, string UsualKind, PayloadNode Node, PayloadMember? Member, object Detail)
{
    /// <summary>The words of the rule.</summary>
    public static RuleWords Words => RuleWords.Of(IncompleteMessage.Number);

    /// <summary>The kind of error where the schema names one for the place.</summary>
    public string? Kind { get; init; }

    /// <summary>What to do, for the end of the message; empty where nobody can know.</summary>
    public string Advice { get; init; } = string.Empty;

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

    /// <summary>The value of a member; the object where its class gives it the value.</summary>
    public static SourceSpan ValueOf(PayloadMember member, PayloadNode owner) => Given.IsDefault(member) ? StartOf(owner) : member.Value.Span;

    /// <summary>What to call an object: its path, or the message.</summary>
    public static string NameOf(SchemaPlace place) => place.Path.Length == 0 ? Words.Phrase("message") : Words.Or([place.Path]);
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

/// <summary>A value that the member does not take.</summary>
/// <param name="Meant">The value that was probably meant, or null.</param>
internal sealed record WrongValue(string? Meant);

/// <summary>A member that must not be there.</summary>
/// <param name="MovedTo">The object that takes it in this generation (<c>text</c>; <c>message</c> for the message itself), or null.</param>
internal sealed record UnwantedMember(string? MovedTo)
{
    /// <summary>The member that it excludes, which could go in its place.</summary>
    public PayloadMember? Rival { get; init; }
}
