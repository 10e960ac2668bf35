using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>
/// Gives the members of a picture the names that the serializer in sight writes. Readers name them tolerantly, so that a message is recognised in spite of
/// wrong names; what really goes out decides whether it is complete.
/// </summary>
internal static class WrittenNames
{
    private const int MaxDepth = 32;

    /// <summary>The picture as it goes out; the same one where the serializer is not known or changes nothing.</summary>
    public static PayloadNode Apply(PayloadNode node, Serializer? serializer) => Apply(node, serializer, 0);

    /// <summary>The name under which the serializer writes a member; null where it leaves it out.</summary>
    public static string? Of(ISymbol member, Serializer serializer)
    {
        if (!IsWritten(member, serializer))
        {
            return null;
        }

        if (SerializedNames.AttributeName(member, serializer.Library) is { } given)
        {
            return serializer.OverridesAttributes ? NamingPolicies.Apply(serializer.Naming, given) : given;
        }

        return SerializedNames.HasOwnNaming(member, serializer.Library) ? SerializedNames.Of(member) : NamingPolicies.Apply(serializer.Naming, member.Name);
    }

    private static PayloadNode Apply(PayloadNode node, Serializer? serializer, int depth)
    {
        if (depth > MaxDepth)
        {
            return node;
        }

        // What a part was written by counts before what writes the whole; what stands in texts and documents has its names already.
        serializer = node.WrittenBy ?? (node.Origin.Style is WritingStyle.JsonText or WritingStyle.JsonDom or WritingStyle.JObject or WritingStyle.SdkFactory ? null : serializer);

        switch (node.Kind)
        {
            case PayloadKind.Object:
                return ApplyToMembers(node, serializer, depth);
            case PayloadKind.Array:
                ImmutableArray<PayloadNode> elements = ApplyToAll(node.Elements, As(serializer, null), depth);
                return elements == node.Elements ? node : node with { Elements = elements };
            case PayloadKind.Choice:
                ImmutableArray<PayloadNode> arms = ApplyToAll(node.Choice!.Arms, serializer, depth);
                return arms == node.Choice.Arms ? node : node with { Choice = node.Choice with { Arms = arms } };
            default:
                return node;
        }
    }

    private static PayloadNode ApplyToMembers(PayloadNode node, Serializer? serializer, int depth)
    {
        ImmutableArray<PayloadMember>.Builder? members = null;
        ImmutableArray<PayloadMember> left = ImmutableArray<PayloadMember>.Empty;
        for (int index = 0; index < node.Members.Length; index++)
        {
            PayloadMember member = node.Members[index];
            string? name = member.Symbol is null || serializer is not { IsKnown: true } ? member.Name : IsCutOff(member.Symbol, node, serializer) ? null : Of(member.Symbol, serializer);
            if (name is null)
            {
                members ??= Before(index);
                left = left.Add(member);
                continue;
            }

            PayloadNode value = Apply(member.Value, As(serializer, TypeOf(member.Symbol)), depth + 1);
            bool isSame = name == member.Name && ReferenceEquals(value, member.Value);
            members = isSame ? members : members ?? Before(index);
            members?.Add(isSame ? member : member with { Name = name, MeantName = name == member.Name ? null : member.Name, Value = value });
        }

        return members is null ? node : node with { Members = members.ToImmutable(), LeftOut = left };

        ImmutableArray<PayloadMember>.Builder Before(int count)
        {
            ImmutableArray<PayloadMember>.Builder all = ImmutableArray.CreateBuilder<PayloadMember>(node.Members.Length);
            all.AddRange(node.Members, count);
            return all;
        }
    }

    /// <summary>The same nodes as they go out; the same array where nothing changes.</summary>
    private static ImmutableArray<PayloadNode> ApplyToAll(ImmutableArray<PayloadNode> nodes, Serializer? serializer, int depth)
    {
        ImmutableArray<PayloadNode>.Builder? changed = null;
        for (int index = 0; index < nodes.Length; index++)
        {
            PayloadNode node = Apply(nodes[index], serializer, depth + 1);
            if (changed is null && !ReferenceEquals(node, nodes[index]))
            {
                changed = nodes.ToBuilder();
            }

            if (changed is not null)
            {
                changed[index] = node;
            }
        }

        return changed?.ToImmutable() ?? nodes;
    }

    /// <summary>
    /// Whether System.Text.Json does not see a member because it writes the object as the class that the code declares: <c>MessageBase</c> for a
    /// <c>TextMessage</c>. As an <c>object</c> it is written whole; attributes and interfaces make other rules.
    /// </summary>
    private static bool IsCutOff(ISymbol member, PayloadNode owner, Serializer serializer)
    {
        if (serializer is not { Library: SerializerLibrary.SystemText, WrittenAs: INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None, IsAnonymousType: false } declared }
            || owner.Operation?.Type is not INamedTypeSymbol made || SymbolEqualityComparer.Default.Equals(made, declared) || !declared.GetAttributes().IsEmpty
            || !BasesOf(made).Contains(declared, SymbolEqualityComparer.Default))
        {
            return false;
        }

        for (ISymbol? seen = member; seen is not null; seen = (seen as IPropertySymbol)?.OverriddenProperty)
        {
            if (SymbolEqualityComparer.Default.Equals(declared.OriginalDefinition, seen.ContainingType?.OriginalDefinition) || BasesOf(declared).Any(type => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, seen.ContainingType?.OriginalDefinition)))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static Serializer? As(Serializer? serializer, ITypeSymbol? declared) => serializer is { IsKnown: true } ? serializer with { WrittenAs = declared } : serializer;

    private static ITypeSymbol? TypeOf(ISymbol? member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    private static bool IsWritten(ISymbol member, Serializer serializer)
    {
        if (SerializedNames.IsIgnored(member, serializer.Library))
        {
            return false;
        }

        bool isMarked = SerializedNames.IsMarked(member, serializer.Library);
        return isMarked
            || member is { DeclaredAccessibility: Accessibility.Public } and (IPropertySymbol { GetMethod.DeclaredAccessibility: Accessibility.Public } or IFieldSymbol)
                && (member is not IFieldSymbol || serializer.WritesFields || serializer.Library != SerializerLibrary.SystemText)
                && !SerializedNames.IsMarkedOnly(member.ContainingType, serializer.Library);
    }
}
