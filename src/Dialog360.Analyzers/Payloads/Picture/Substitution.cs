using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Picture;

/// <summary>Puts the arguments of a call in the places of a picture that parameters flow into unchanged.</summary>
internal static class Substitution
{
    private const int MaxDepth = 32;

    /// <summary>The picture with the parameters of <paramref name="arguments"/> replaced; the same node where nothing changes.</summary>
    public static PayloadNode Apply(PayloadNode node, IReadOnlyDictionary<IParameterSymbol, PayloadNode> arguments) =>
        arguments.Count == 0 ? node : Apply(node, arguments, 0);

    /// <summary>The tests with the parameters of <paramref name="arguments"/> replaced.</summary>
    public static ImmutableArray<ArmTest> Apply(ImmutableArray<ArmTest> tests, IReadOnlyDictionary<IParameterSymbol, PayloadNode> arguments) =>
        arguments.Count == 0 || tests.IsEmpty ? tests : Apply(tests, arguments, 0);

    /// <summary>The parameter that gives the whole value of a node, directly or by a member of it; null where there is none.</summary>
    public static IParameterSymbol? ParameterOf(PayloadNode node) =>
        IsWhole(node) ? ParameterOf(node.Operation) : null;

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

    private static PayloadNode Apply(PayloadNode node, IReadOnlyDictionary<IParameterSymbol, PayloadNode> arguments, int depth)
    {
        if (depth > MaxDepth)
        {
            return node;
        }

        switch (node.Kind)
        {
            case PayloadKind.Object:
                return node with { Members = Members(node, arguments, depth), IsOpen = node.IsOpen && !IsClosedBy(node, arguments) };
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
                return IsWhole(node) && ValueOf(node.Operation, arguments) is { } value ? value with { Through = value.Through.AddRange(node.Through).Add(node.Operation!) } : node;
        }
    }

    private static ImmutableArray<ArmTest> Apply(ImmutableArray<ArmTest> tests, IReadOnlyDictionary<IParameterSymbol, PayloadNode> arguments, int depth) =>
        tests.Select(test => test with { Value = Apply(test.Value, arguments, depth) }).ToImmutableArray();

    private static ImmutableArray<PayloadMember> Members(PayloadNode node, IReadOnlyDictionary<IParameterSymbol, PayloadNode> arguments, int depth)
    {
        ImmutableArray<PayloadMember>.Builder members = ImmutableArray.CreateBuilder<PayloadMember>(node.Members.Length);
        foreach (PayloadMember member in node.Members)
        {
            PayloadMember result = member with { Value = Apply(member.Value, arguments, depth + 1) };
            members.Add(ValueOf(member.NameOperation, arguments)?.KnownText is { } name ? result with { Name = name, NameOperation = null } : result);
        }

        return members.ToImmutable();
    }

    /// <summary>Whether the only unknown thing about an object, a computed name, is known now.</summary>
    private static bool IsClosedBy(PayloadNode node, IReadOnlyDictionary<IParameterSymbol, PayloadNode> arguments)
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

    private static PayloadNode? ValueOf(IOperation? operation, IReadOnlyDictionary<IParameterSymbol, PayloadNode> arguments)
    {
        switch (operation)
        {
            case IParameterReferenceOperation reference:
                return arguments.TryGetValue(reference.Parameter, out PayloadNode? value) && !IsChanged(reference) ? value : null;
            case IMemberReferenceOperation { Instance: { } instance } member when ValueOf(ValueResolver.Strip(instance), arguments) is { } holder:
                return MemberOf(holder, member.Member, 0);
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

        foreach (PayloadMember each in holder.Members)
        {
            if (SymbolEqualityComparer.Default.Equals(each.Symbol, member))
            {
                return each.Value;
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
