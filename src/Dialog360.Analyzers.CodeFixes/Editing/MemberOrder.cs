using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Where new members go among those of an object, in the order in which people write them: the product first, the type before what it is the type of.</summary>
/// <param name="Members">The new members.</param>
/// <param name="Owner">The object.</param>
internal sealed record MemberOrder(ImmutableArray<NewMember> Members, PayloadNode Owner)
{
    private const string TypeName = "type";

    /// <summary>The index of the item before which they go; null for the end.</summary>
    public int? In(SeparatedSyntaxList<SyntaxNode> list)
    {
        if (NewMember.ComeFirst(Members))
        {
            return list.Count > 0 ? 0 : null;
        }

        if (!AreTypes(Members) || Owner.Members.FirstOrDefault(static member => IsContent(member.Name, member.Value.Kind is PayloadKind.Object or PayloadKind.Array)) is not { } content)
        {
            return null;
        }

        int index = list.IndexOf(item => item.SyntaxTree == content.Origin.Syntax.SyntaxTree && item.FullSpan.Contains(content.Origin.Syntax.Span));
        return index < 0 ? null : index;
    }

    /// <summary>The same for the members of a JSON text.</summary>
    public static int? In(ImmutableArray<NewMember> added, ImmutableArray<JsonMember> members)
    {
        if (NewMember.ComeFirst(added))
        {
            return 0;
        }

        int index = AreTypes(added) ? members.TakeWhile(static member => !IsContent(member.Name.Text, member.Value?.Kind is JsonKind.Object or JsonKind.Array)).Count() : members.Length;
        return index < members.Length ? index : null;
    }

    private static bool AreTypes(ImmutableArray<NewMember> members) => members.All(static member => member.Name == TypeName);

    private static bool IsContent(string name, bool hasParts) => hasParts || MessageNames.IsType(name);
}
