using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>DLG0107: an unknown text goes between the quotes of a JSON text as it is.</summary>
internal sealed class UnescapedText : Rule<PayloadScope>
{
    private const int MaxDepth = 64;

    /// <summary>Creates the rule.</summary>
    public UnescapedText()
        : base("DLG0107")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(PayloadScope scope) => JudgeValue(scope.Message.Root, owner: null, 0);

    private IEnumerable<Finding> JudgeValue(PayloadNode node, PayloadMember? owner, int depth)
    {
        if (depth > MaxDepth)
        {
            yield break;
        }

        if (node is { Kind: PayloadKind.Text, Origin.Style: WritingStyle.JsonText } && owner is not null && !IsPlainByName(owner.Name))
        {
            for (int index = 0; index < node.HoleSites.Length; index++)
            {
                if (node.HoleSites[index] is { } site && node.HoleOperations[index] is { } hole && EscapedTexts.MayBreak(hole))
                {
                    yield return new Finding(this, SourceSpan.Of(site), ImmutableArray.Create(owner.Name)) { Node = node, Member = owner, Detail = site };
                }
            }
        }

        foreach (PayloadMember member in node.Members)
        {
            foreach (Finding finding in JudgeValue(member.Value, member, depth + 1))
            {
                yield return finding;
            }
        }

        foreach (PayloadNode element in node.Elements)
        {
            foreach (Finding finding in JudgeValue(element, owner, depth + 1))
            {
                yield return finding;
            }
        }
    }

    /// <summary>Recipients and ids are digits and letters, whatever their C# type.</summary>
    private static bool IsPlainByName(string name) => name is "to" or "id" || name.EndsWith("_id", StringComparison.Ordinal);
}
