using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Objects;

/// <summary>Recognises the calls of fluent interfaces.</summary>
internal static class FluentCalls
{
    /// <summary>Whether a call gives back what it is called on, as fluent interfaces do.</summary>
    public static bool IsFluent(IInvocationOperation invocation, IOperation receiver)
    {
        ITypeSymbol result = invocation.Type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ } inner] } ? inner : invocation.TargetMethod.ReturnType;
        ITypeSymbol? type = ValueResolver.Strip(receiver).Type;
        return type is not null && !invocation.TargetMethod.ReturnsVoid
            && (SymbolEqualityComparer.Default.Equals(type, result) || Names.IsOrDerives(type, result.Name) && result.SpecialType == SpecialType.None
                || Names.IsIn(result, "Flurl") && Names.IsIn(invocation.TargetMethod, "Flurl"));
    }
}
