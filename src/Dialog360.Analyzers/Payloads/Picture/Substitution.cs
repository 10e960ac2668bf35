using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Picture;

/// <summary>Puts the arguments of a call in the places of a picture that parameters flow into unchanged.</summary>
internal static class Substitution
{
    private const int MaxDepth = 32;

    /// <summary>The picture with the parameters of <paramref name="arguments"/> replaced; the same node where nothing changes.</summary>
    public static PayloadNode Apply(PayloadNode node, CallValues arguments) =>
        arguments.AreNone ? node : Apply(node, arguments, 0);

    /// <summary>The tests with the parameters of <paramref name="arguments"/> replaced.</summary>
    public static ImmutableArray<ArmTest> Apply(ImmutableArray<ArmTest> tests, CallValues arguments) =>
        arguments.AreNone || tests.IsEmpty ? tests : Apply(tests, arguments, 0);

    /// <summary>The parameter that gives the whole value of a node, directly or by a member of it; null where there is none.</summary>
    public static IParameterSymbol? ParameterOf(PayloadNode node) =>
        IsWhole(node) ? ParameterOf(node.Holder ?? node.Operation) : null;

    /// <summary>Whether something that an object of the type keeps gives a value somewhere in the picture, so that a call on a known object may complete it.</summary>
    public static bool HasInstance(PayloadNode node, INamedTypeSymbol? type) => type is not null && HasInstance(node, type, 0);

    private static bool HasInstance(PayloadNode node, INamedTypeSymbol type, int depth) =>
        depth <= MaxDepth
        && ((IsWhole(node) && node.Holder is null && OwnMemberOf(node.Operation) is { } member && Names.IsOrDerives(type, member.ContainingType.Name))
            || node.Members.Any(each => HasInstance(each.Value, type, depth + 1))
            || (node.Choice?.Arms ?? node.Elements).Any(child => HasInstance(child, type, depth + 1)));

    /// <summary>The field or property of the object itself that an operation reads, directly or a part of it; null for anything else.</summary>
    private static ISymbol? OwnMemberOf(IOperation? operation)
    {
        while (operation is IMemberReferenceOperation { Instance: { } instance, Member: var member })
        {
            operation = ValueResolver.Strip(instance);
            if (operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance })
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>Whether a parameter gives a value somewhere in the picture, so that a caller may complete it; one of <paramref name="owner"/> where that is given.</summary>
    public static bool HasParameter(PayloadNode node, IMethodSymbol? owner = null) => HasParameter(node, owner, 0);

    private static bool HasParameter(PayloadNode node, IMethodSymbol? owner, int depth)
    {
        if (depth > MaxDepth)
        {
            return false;
        }

        if ((ParameterOf(node) ?? ParameterOf(Selections.SourceOf(node))) is { } parameter && (owner is null || SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, owner)))
        {
            return true;
        }

        foreach (PayloadMember member in node.Members)
        {
            if (HasParameter(member.Value, owner, depth + 1))
            {
                return true;
            }
        }

        foreach (PayloadNode child in node.Choice?.Arms ?? node.Elements)
        {
            if (HasParameter(child, owner, depth + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static PayloadNode Apply(PayloadNode node, CallValues arguments, int depth)
    {
        if (depth > MaxDepth)
        {
            return node;
        }

        switch (node.Kind)
        {
            case PayloadKind.Object:
                return node with
                {
                    Members = Members(node.Members, arguments, depth),
                    Kept = Members(node.Kept, arguments, depth),
                    IsOpen = node.IsOpen && !IsClosedBy(node, arguments),
                };
            case PayloadKind.Array:
                PayloadNode array = node with { Elements = node.Elements.Select(element => Apply(element, arguments, depth + 1)).ToImmutableArray() };
                return ValueOf(Selections.SourceOf(node), arguments) switch
                {
                    { } list when Selections.IsSequence(list) => Selections.Of(array, list),
                    { } list when ParameterOf(list) is not null => array with { ListGiven = list.Operation },
                    _ => array,
                };
            case PayloadKind.Choice:
                PayloadChoice choice = node.Choice!;
                return ReachableArms.Of(node with
                {
                    Choice = choice with
                    {
                        Arms = choice.Arms.Select(arm => Apply(arm, arguments, depth + 1)).ToImmutableArray(),
                        Tests = choice.Tests.Select(tests => Apply(tests, arguments, depth + 1)).ToImmutableArray(),
                    },
                });
            default:
                return IsWhole(node) && ValueOf(node, arguments) is { } value ? value with { Through = value.Through.AddRange(node.Through).Add(node.Operation!) } : node;
        }
    }

    private static ImmutableArray<ArmTest> Apply(ImmutableArray<ArmTest> tests, CallValues arguments, int depth) =>
        tests.Select(test => test with { Value = Apply(test.Value, arguments, depth) }).ToImmutableArray();

    private static ImmutableArray<PayloadMember> Members(ImmutableArray<PayloadMember> before, CallValues arguments, int depth)
    {
        ImmutableArray<PayloadMember>.Builder members = ImmutableArray.CreateBuilder<PayloadMember>(before.Length);
        foreach (PayloadMember member in before)
        {
            PayloadMember result = member with { Value = Apply(member.Value, arguments, depth + 1) };
            members.Add(ValueOf(member.NameOperation, arguments)?.KnownText is { } name ? result with { Name = name, NameOperation = null } : result);
        }

        return members.ToImmutable();
    }

    /// <summary>Whether the only unknown thing about an object, a computed name, is known now.</summary>
    private static bool IsClosedBy(PayloadNode node, CallValues arguments)
    {
        bool any = false;
        foreach (PayloadMember member in node.Members)
        {
            if (member.NameOperation is not null)
            {
                any = ValueOf(member.NameOperation, arguments)?.KnownText is not null;
                if (!any)
                {
                    return false;
                }
            }
        }

        return any;
    }

    /// <summary>The value of a whole node; of something that an object keeps, what this object keeps where the call gives it.</summary>
    private static PayloadNode? ValueOf(PayloadNode node, CallValues arguments) =>
        node.Holder is null ? ValueOf(node.Operation, arguments)
        : ValueOf(node.Holder, arguments) is { } holder ? ValueOf(node.Operation, new CallValues { Instance = holder })
        : null;

    private static PayloadNode? ValueOf(IOperation? operation, CallValues arguments)
    {
        switch (operation)
        {
            case IParameterReferenceOperation reference when arguments.TryGetValue(reference.Parameter, out PayloadNode? value):
                return !IsChanged(reference) ? value : null;
            case IParameterReferenceOperation { Parameter: var captured } when arguments.Instance is { } owner:
                return KeptBy(owner, captured);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return arguments.Instance;
            case IMemberReferenceOperation kept when arguments.Instance is { Kind: PayloadKind.Unknown } unseen && OwnMemberOf(kept) is not null && ParameterOf(unseen) is not null:
                // The object is a parameter itself: who calls with it tells what it keeps.
                return new PayloadNode(PayloadKind.Unknown, SourceSpan.Of(kept.Syntax), new PayloadOrigin(WritingStyle.Expression, kept.Syntax)) { Operation = kept, Holder = unseen.Operation };
            case IMemberReferenceOperation { Instance: { } instance } member when ValueOf(ValueResolver.Strip(instance), arguments) is { } holder:
                return MemberOf(holder, member.Member, 0) ?? KeptBy(holder, member.Member);
            case IInvocationOperation when NumberTexts.NumberIn(operation) is { } number:
                return ValueOf(number, arguments) is { } text ? NumberTexts.AsText(text) : null;
            case IInvocationOperation when MemberTexts.MemberIn(operation) is { } member:
                return ValueOf(member, arguments) is { } known ? MemberTexts.AsText(known) : null;
            default:
                return null;
        }
    }

    /// <summary>The value of a member of an object, or of each of the objects that are chosen from; null where it is not seen.</summary>
    public static PayloadNode? MemberOf(PayloadNode holder, ISymbol member) => MemberOf(holder, member, 0);

    private static PayloadNode? MemberOf(PayloadNode holder, ISymbol member, int depth)
    {
        if (holder is { Kind: PayloadKind.Choice, Choice: { } choice } && depth < MaxDepth)
        {
            ImmutableArray<PayloadNode?> arms = choice.Arms.Select(arm => MemberOf(arm, member, depth + 1)).ToImmutableArray();
            return arms.Contains(null) ? null : holder with { Choice = choice with { Arms = arms.Select(static arm => arm!).ToImmutableArray() } };
        }

        if (holder.Kind != PayloadKind.Object)
        {
            return null;
        }

        if (PairElements.NameOf(member) is { } element)
        {
            return holder[element];
        }

        // What an interface names, the class of the object gives.
        ISymbol? own = member.ContainingType?.TypeKind == TypeKind.Interface && holder.Operation?.Type is INamedTypeSymbol type ? type.FindImplementationForInterfaceMember(member) : null;
        foreach (PayloadMember each in holder.Members)
        {
            if (SymbolEqualityComparer.Default.Equals(each.Symbol, own ?? member) || Overrides(each.Symbol, own ?? member))
            {
                return each.Value;
            }
        }

        return null;
    }

    private static bool Overrides(ISymbol? symbol, ISymbol member)
    {
        for (IPropertySymbol? current = (symbol as IPropertySymbol)?.OverriddenProperty; current is not null; current = current.OverriddenProperty)
        {
            if (SymbolEqualityComparer.Default.Equals(current, member))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// What an object keeps in a field, with what it keeps in others in it. Calls that are not seen may have filled it, so nothing in it may be called missing.
    /// </summary>
    private static PayloadNode? KeptBy(PayloadNode holder, ISymbol member)
    {
        foreach (PayloadMember each in holder.Kept)
        {
            if (SymbolEqualityComparer.Default.Equals(each.Symbol, member))
            {
                PayloadNode value = Apply(each.Value, new CallValues { Instance = holder with { Kept = holder.Kept.Remove(each) } });
                return value.Kind == PayloadKind.Object ? value with { IsOpen = true } : value;
            }
        }

        return null;
    }

    private static bool IsWhole(PayloadNode node) => node.Kind == PayloadKind.Unknown || node is { Kind: PayloadKind.Text, Text.IsOneHole: true };

    private static IParameterSymbol? ParameterOf(IOperation? operation) => operation switch
    {
        IParameterReferenceOperation reference when !IsChanged(reference) => reference.Parameter,
        IMemberReferenceOperation { Instance: { } instance } => ParameterOf(ValueResolver.Strip(instance)),
        IInvocationOperation when (NumberTexts.NumberIn(operation) ?? MemberTexts.MemberIn(operation)) is { } written => ParameterOf(written),
        _ => null,
    };

    /// <summary>A parameter that the method assigns no longer holds the argument.</summary>
    private static bool IsChanged(IParameterReferenceOperation reference)
    {
        foreach (IOperation each in LocalFacts.Of(reference).References(reference.Parameter))
        {
            if (LocalFacts.IsWrite(each))
            {
                return true;
            }
        }

        return false;
    }
}
