using System.Collections.Immutable;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>DLG0114: the text of a message goes through an encoding that lacks most characters.</summary>
internal sealed class EncodedAsAscii : Rule<PayloadScope>
{
    private const int MaxDepth = 64;

    /// <summary>Creates the rule.</summary>
    public EncodedAsAscii()
        : base("DLG0114")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(PayloadScope scope)
    {
        MessagePicture message = scope.Message;
        PayloadNode root = message.Root;
        CSharpText? text = root.Origin.Json?.Text;
        IOperation? operation = text is null ? root.Made : text.Operation;
        if (operation is null || (text is null ? IsAscii(root, 0) : IsAscii(text.Text)))
        {
            yield break;
        }

        foreach (LossyEncoding encoding in LossyEncodings.On(operation, isJson: text is not null))
        {
            yield return new Finding(this, SourceSpan.Of(encoding.Syntax), ImmutableArray.Create(encoding.Name)) { Node = root, Detail = encoding.Syntax };
        }
    }

    /// <summary>Whether all that a message says is known and needs no more than ASCII.</summary>
    private static bool IsAscii(PayloadNode node, int depth)
    {
        if (depth > MaxDepth || node.IsOpen || node.Kind is PayloadKind.Unknown or PayloadKind.Choice || (node.Text is { } text && !IsAscii(text)))
        {
            return false;
        }

        foreach (PayloadMember member in node.Members)
        {
            if (!IsAscii(member.Value, depth + 1))
            {
                return false;
            }
        }

        foreach (PayloadNode element in node.Elements)
        {
            if (!IsAscii(element, depth + 1))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAscii(HoledText text)
    {
        foreach (char character in text.Text)
        {
            // The character that stands for a hole is none either.
            if (character > '\u007f')
            {
                return false;
            }
        }

        return true;
    }
}
