using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Values;

/// <summary>What a <c>StringBuilder</c> is given, wherever that happens in the body: a number whose digits a loop picks out comes from the number.</summary>
internal static class AppendedTexts
{
    /// <summary>The values that go into a builder that a local holds; none for anything else.</summary>
    public static IEnumerable<IOperation> In(IOperation builder)
    {
        if (ValueResolver.Strip(builder) is not ILocalReferenceOperation { Type: { Name: "StringBuilder", ContainingNamespace.Name: "Text" } } local)
        {
            yield break;
        }

        LocalFacts facts = LocalFacts.Of(local);
        if (facts.InitializerOf(local.Local) is IObjectCreationOperation creation)
        {
            foreach (IArgumentOperation argument in creation.Arguments)
            {
                yield return argument.Value;
            }
        }

        foreach (IOperation reference in facts.References(local.Local))
        {
            IOperation called = reference;
            while (called.Parent is IInvocationOperation { TargetMethod.ContainingType.Name: "StringBuilder" } call && call.Instance == called)
            {
                foreach (IArgumentOperation argument in call.Arguments)
                {
                    yield return argument.Value;
                }

                called = call;
            }
        }
    }
}
