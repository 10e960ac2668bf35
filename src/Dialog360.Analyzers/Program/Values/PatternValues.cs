using Dialog360.Analyzers.Program.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Values;

/// <summary>Finds what a pattern variable was matched with.</summary>
internal static class PatternValues
{
    private const int MaxDepth = 8;

    /// <summary>The value that a local declared in a pattern takes: <c>message is TextMessage text</c>; null for any other local.</summary>
    public static IOperation? Of(ILocalReferenceOperation local, ValueResolver resolver)
    {
        if (local.Local.DeclaringSyntaxReferences is not [{ } declared])
        {
            return null;
        }

        SyntaxNode? node = declared.GetSyntax(resolver.CancellationToken);
        BodyModel? body = BodyModels.Of(resolver.Program).Around(node, resolver.CancellationToken);
        for (int step = 0; step < MaxDepth && node is not null && body is not null; step++, node = node.Parent)
        {
            switch (body.OperationOf(node))
            {
                case IPropertySubpatternOperation { Member: IMemberReferenceOperation member }:
                    return member.Instance;
                case IIsPatternOperation pattern:
                    return pattern.Value;
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation { Value: var value } }:
                    return value;
                case ISwitchOperation { Value: var value }:
                    return value;
            }
        }

        return null;
    }
}
