using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;

namespace Dialog360.Analyzers.Payloads.Messages;

/// <summary>One message with all its pictures: one for each combination of what the code chooses at run time.</summary>
/// <param name="Variants">The pictures and the arms that were chosen for each.</param>
internal sealed record MessageVariants(ImmutableArray<(MessagePicture Picture, ImmutableArray<ChosenArm> Arms)> Variants);

/// <summary>Recognises messages by their shape, whatever class or method carries them.</summary>
internal static class MessageRecognizer
{
    private const int MaxDepth = 16;

    private static readonly HashSet<string> AnswerMembers = Vocabulary.Of("answerMember");

    /// <summary>The messages in a picture: the root itself, or objects inside it.</summary>
    public static ImmutableArray<MessageVariants> Find(PayloadNode root, Destination destination, ApiGeneration generation, ApiGeneration assumed = ApiGeneration.Unknown, Serializer? serializer = null)
    {
        ImmutableArray<MessageVariants>.Builder result = ImmutableArray.CreateBuilder<MessageVariants>();
        Find(root, new Surroundings(destination, generation, assumed, serializer), result, 0);
        return result.ToImmutable();
    }

    /// <summary>The type of a message that leaves <c>type</c> out: the one member named like a type that holds an object (an array for <c>contacts</c>); else null.</summary>
    public static string? ImpliedType(PayloadNode root)
    {
        string? found = null;
        foreach (PayloadMember member in root.Members)
        {
            if (IsContent(member))
            {
                if (found is not null)
                {
                    return null;
                }

                found = member.Name;
            }
        }

        return found;
    }

    /// <summary>Whether an object without choices is a message.</summary>
    public static bool IsMessage(PayloadNode root, Destination destination)
    {
        if (destination == Destination.Foreign || root.Kind != PayloadKind.Object)
        {
            return false;
        }

        bool to = false, recipientType = false, product = false, isAnswer = false;
        bool anyContent = false;
        foreach (PayloadMember member in root.Members)
        {
            switch (member.Name)
            {
                case "to":
                    to = true;
                    break;
                case "recipient_type":
                    recipientType = true;
                    break;
                case "messaging_product":
                    product = true;
                    break;
            }

            isAnswer |= AnswerMembers.Contains(member.Name);
            anyContent |= IsContent(member);
        }

        if (isAnswer || !(to || recipientType || product))
        {
            return false;
        }

        PayloadNode? type = root["type"];
        string? knownType = type?.KnownText;
        if (product && to && knownType is not null)
        {
            return true;
        }

        if (recipientType || product || destination == Destination.WhatsApp)
        {
            return MessageNames.IsType(knownType) || anyContent;
        }

        // With "to" alone a row of a database or a message of another system looks the same: its content must be an object, and a type that
        // does not exist is only believed where nothing else is foreign to a message.
        return anyContent && (knownType is null || MessageNames.IsType(knownType) || HasOnlyKnownMembers(root, knownType));
    }

    private static bool HasOnlyKnownMembers(PayloadNode root, string type)
    {
        foreach (PayloadMember member in root.Members)
        {
            if (member.Name != type && MessageSchema.Message.Member(member.Name) is null)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsContent(PayloadMember member) =>
        MessageNames.IsType(member.Name)
        && (member.Name == "contacts"
            ? member.Value.Kind == PayloadKind.Array || member.Value is { Kind: PayloadKind.Unknown, StaticType: JsonType.Array }
            : member.Value.Kind == PayloadKind.Object || member.Value is { Kind: PayloadKind.Unknown, StaticType: JsonType.Object });

    /// <summary>What is known of where a picture goes.</summary>
    private readonly record struct Surroundings(Destination Destination, ApiGeneration Generation, ApiGeneration Assumed, Serializer? Serializer);

    private static void Find(PayloadNode node, Surroundings around, ImmutableArray<MessageVariants>.Builder result, int depth)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        switch (node.Kind)
        {
            case PayloadKind.Choice:
                foreach (PayloadNode arm in node.Choice!.Arms)
                {
                    Find(arm, around, result, depth + 1);
                }

                return;

            case PayloadKind.Array:
                foreach (PayloadNode element in node.Elements)
                {
                    Find(element, around, result, depth + 1);
                }

                return;

            case PayloadKind.Object when MayBeMessage(node):
                ImmutableArray<(MessagePicture, ImmutableArray<ChosenArm>)> variants = ChoiceExpander.Expand(node)
                    .Where(variant => IsMessage(variant.Node, around.Destination) && IsMessageAsWritten(variant.Node, around))
                    .Select(variant => (PictureOf(variant.Node, around), variant.Arms))
                    .ToImmutableArray();
                if (!variants.IsEmpty)
                {
                    result.Add(new MessageVariants(variants));
                    return;
                }

                break;
        }

        foreach (PayloadMember member in node.Members)
        {
            Find(member.Value, around, result, depth + 1);
        }
    }

    /// <summary>
    /// The names that really go out decide what a message lacks, once it is known to be one. What goes where nobody sees may be a message to another
    /// system, or to one's own gateway, which takes it under these names.
    /// </summary>
    private static MessagePicture PictureOf(PayloadNode node, Surroundings around) =>
        new(around.Destination == Destination.WhatsApp ? WrittenNames.Apply(node, around.Serializer) : node, GenerationOf(node, around.Generation, around.Assumed), around.Destination)
        {
            IsToSandbox = around.Generation == ApiGeneration.Either,
            Serializer = around.Serializer,
        };

    /// <summary>Whether what goes to a place that is not seen is a message under the names that go out, too; <c>messaging_product</c> says that one is meant.</summary>
    private static bool IsMessageAsWritten(PayloadNode node, Surroundings around) =>
        around.Destination == Destination.WhatsApp || node.Member("messaging_product") is not null
        || WrittenNames.Apply(node, around.Serializer) is var written && (ReferenceEquals(written, node) || IsMessage(written, around.Destination));

    /// <summary>Whether an object has a member that makes it worth looking at.</summary>
    public static bool MayBeMessage(PayloadNode node)
    {
        foreach (PayloadMember member in node.Members)
        {
            if (member.Name is "to" or "recipient_type" or "messaging_product")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// <c>messaging_product</c> shows the Cloud API, whatever the host; then the host decides; where it does not, the options do, and in
    /// the end the path.
    /// </summary>
    private static ApiGeneration GenerationOf(PayloadNode root, ApiGeneration generation, ApiGeneration assumed) =>
        root.Member("messaging_product") is { IsConditional: false, Value.Kind: not PayloadKind.Null } ? ApiGeneration.Cloud
        : generation switch
        {
            ApiGeneration.Either => ApiGeneration.Unknown,
            ApiGeneration.OnPremises or ApiGeneration.Cloud => generation,
            _ when assumed != ApiGeneration.Unknown => assumed,
            ApiGeneration.OnPremisesPath => ApiGeneration.OnPremises,
            _ => ApiGeneration.Unknown,
        };
}
