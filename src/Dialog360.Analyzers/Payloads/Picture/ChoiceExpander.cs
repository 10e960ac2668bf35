using System.Collections.Immutable;

namespace Dialog360.Analyzers.Payloads.Picture;

/// <summary>A choice that was made to get a picture without choices.</summary>
/// <param name="Variable">The number of the choice within its message.</param>
/// <param name="Arm">The index of the arm.</param>
internal readonly record struct ChosenArm(int Variable, int Arm);

/// <summary>
/// Turns a picture with choices into pictures without: one for each combination of arms. Choices that the same condition decides are
/// made alike (<c>type = isImage ? "image" : "video"</c> beside <c>image = isImage ? … : null</c> are one choice).
/// </summary>
internal static class ChoiceExpander
{
    private const int MaxCombinations = 64;
    private const int MaxDepth = 32;

    /// <summary>
    /// The combinations, in a fixed order. Where there would be too many, the last choices count as unknown.
    /// </summary>
    public static ImmutableArray<(PayloadNode Node, ImmutableArray<ChosenArm> Arms)> Expand(PayloadNode root)
    {
        List<PayloadChoice> variables = [];
        Collect(root, variables, 0);
        int combinations = 1;
        int used = 0;
        while (used < variables.Count && combinations * variables[used].Arms.Length <= MaxCombinations)
        {
            combinations *= variables[used++].Arms.Length;
        }

        ImmutableArray<(PayloadNode, ImmutableArray<ChosenArm>)>.Builder result = ImmutableArray.CreateBuilder<(PayloadNode, ImmutableArray<ChosenArm>)>(combinations);
        for (int combination = 0; combination < combinations; combination++)
        {
            ChosenArm[] arms = new ChosenArm[used];
            int rest = combination;
            for (int variable = 0; variable < used; variable++)
            {
                arms[variable] = new ChosenArm(variable, rest % variables[variable].Arms.Length);
                rest /= variables[variable].Arms.Length;
            }

            // A choice inside an arm is made only where that arm is chosen.
            HashSet<int> made = [];
            PayloadNode chosen = used == 0 && variables.Count == 0 ? root : Choose(root, variables, arms, made, 0);
            ImmutableArray<ChosenArm> chosenArms = arms.Where(arm => made.Contains(arm.Variable)).ToImmutableArray();
            if (!result.Any(other => other.Item2.SequenceEqual(chosenArms)))
            {
                result.Add((chosen, chosenArms));
            }
        }

        return result.ToImmutable();
    }

    private static void Collect(PayloadNode node, List<PayloadChoice> variables, int depth)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        if (node.Choice is { } choice)
        {
            if (IndexOf(choice, variables) < 0)
            {
                variables.Add(choice);
            }

            foreach (PayloadNode arm in choice.Arms)
            {
                Collect(arm, variables, depth + 1);
            }
        }

        foreach (PayloadMember member in node.Members)
        {
            Collect(member.Value, variables, depth + 1);
        }

        foreach (PayloadNode element in node.Elements)
        {
            Collect(element, variables, depth + 1);
        }
    }

    private static PayloadNode Choose(PayloadNode node, List<PayloadChoice> variables, ChosenArm[] arms, HashSet<int> made, int depth)
    {
        if (depth > MaxDepth)
        {
            return node;
        }

        if (node.Choice is { } choice)
        {
            int variable = IndexOf(choice, variables);
            if (variable < 0 || variable >= arms.Length)
            {
                return node with { Kind = PayloadKind.Unknown, Choice = null };
            }

            made.Add(variable);
            return Choose(choice.Arms[arms[variable].Arm], variables, arms, made, depth + 1);
        }

        if (node.Kind == PayloadKind.Object)
        {
            return node with { Members = node.Members.Select(member => member with { Value = Choose(member.Value, variables, arms, made, depth + 1) }).ToImmutableArray() };
        }

        return node.Kind == PayloadKind.Array
            ? node with { Elements = node.Elements.Select(element => Choose(element, variables, arms, made, depth + 1)).ToImmutableArray() }
            : node;
    }

    private static int IndexOf(PayloadChoice choice, List<PayloadChoice> variables)
    {
        for (int index = 0; index < variables.Count; index++)
        {
            if (variables[index].Key == choice.Key && variables[index].ArmKeys.SequenceEqual(choice.ArmKeys))
            {
                return index;
            }
        }

        return -1;
    }
}
