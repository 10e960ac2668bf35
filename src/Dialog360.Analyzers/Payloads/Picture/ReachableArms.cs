using System.Collections.Immutable;

namespace Dialog360.Analyzers.Payloads.Picture;

/// <summary>Takes away the arms of a choice that known values cannot reach.</summary>
internal static class ReachableArms
{
    /// <summary>The choice without the arms that what is known excludes: the only arm that is left, where there is one.</summary>
    public static PayloadNode Of(PayloadNode node)
    {
        if (node.Choice is not { Tests.IsDefaultOrEmpty: false } choice)
        {
            return node;
        }

        ImmutableArray<int> reachable = Enumerable.Range(0, choice.Arms.Length).Where(arm => MayBeReached(choice.Tests[arm])).ToImmutableArray();
        return reachable.Length == choice.Arms.Length || reachable.IsEmpty ? node
            : reachable.Length == 1 ? choice.Arms[reachable[0]]
            : node with
            {
                Choice = new PayloadChoice(choice.Key, Kept(choice.ArmKeys), Kept(choice.Arms)) { Tests = Kept(choice.Tests) },
            };

        ImmutableArray<T> Kept<T>(ImmutableArray<T> all) => reachable.Select(arm => all[arm]).ToImmutableArray();
    }

    /// <summary>Whether nothing that is known excludes a place under those tests.</summary>
    public static bool MayBeReached(ImmutableArray<ArmTest> tests) => tests.All(static test => Holds(test) != false);

    private static bool? Holds(ArmTest test)
    {
        bool? holds = test.Kind switch
        {
            ArmTestKind.IsTrue => test.Value.Kind == PayloadKind.Boolean ? test.Value.Boolean : null,
            ArmTestKind.IsNull => IsNull(test.Value),
            ArmTestKind.IsEmpty => test.Value.Kind == PayloadKind.Null || test.Value.KnownText?.Length == 0 ? true : test.Value.KnownText is not null ? false : null,
            ArmTestKind.HasElements => HasElements(test.Value),
            _ => AreEqual(test.Value, test.Other!),
        };
        return holds is null ? null : holds == test.Sense;
    }

    private static bool? IsNull(PayloadNode value) => value.Kind switch
    {
        PayloadKind.Null => true,
        PayloadKind.Unknown or PayloadKind.Choice => null,
        PayloadKind.Text when value.Text!.IsOneHole => null,
        _ => false,
    };

    private static bool? HasElements(PayloadNode value) => value switch
    {
        { Kind: PayloadKind.Null } => false,
        { Kind: PayloadKind.Array, IsOpen: false } => !value.Elements.IsEmpty,
        { KnownText: { } text } => text.Length > 0,
        _ => null,
    };

    private static bool? AreEqual(PayloadNode one, PayloadNode other) => (one.Kind, other.Kind) switch
    {
        (PayloadKind.Text, PayloadKind.Text) => one.KnownText is { } text && other.KnownText is { } known ? text == known : null,
        (PayloadKind.Number, PayloadKind.Number) => one.Number.Equals(other.Number),
        (PayloadKind.Boolean, PayloadKind.Boolean) => one.Boolean == other.Boolean,
        (PayloadKind.Null, PayloadKind.Null) => true,
        (PayloadKind.Null, PayloadKind.Text or PayloadKind.Number or PayloadKind.Boolean) => false,
        (PayloadKind.Text, PayloadKind.Null) => one.KnownText is null ? null : false,
        _ => null,
    };
}
