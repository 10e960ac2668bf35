using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>The pictures of what a call gives to the parameters of a method of the project.</summary>
internal static class CallArguments
{
    /// <summary>The pictures of the arguments by the position of their parameters; unknown where the call gives none.</summary>
    public static ImmutableArray<PayloadNode> Of(IInvocationOperation invocation, PayloadReader reader)
    {
        PayloadNode[] arguments = new PayloadNode[invocation.TargetMethod.Parameters.Length];
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (argument.Parameter is { Ordinal: var ordinal } && ordinal < arguments.Length)
            {
                PayloadNode value = reader.Read(argument.Value);
                arguments[ordinal] = value with
                {
                    Origin = value.Kind is PayloadKind.Object or PayloadKind.Array or PayloadKind.Choice ? value.Origin : new PayloadOrigin(WritingStyle.WrapperArgument, argument.Value.Syntax),
                };
            }
        }

        for (int ordinal = 0; ordinal < arguments.Length; ordinal++)
        {
            arguments[ordinal] ??= PayloadReader.Unknown(invocation, invocation);
        }

        return ImmutableArray.Create(arguments);
    }

    /// <summary>The arguments by the parameters of the function that runs.</summary>
    public static Dictionary<IParameterSymbol, PayloadNode> Map(IMethodSymbol target, ImmutableArray<PayloadNode> arguments)
    {
        Dictionary<IParameterSymbol, PayloadNode> map = new(SymbolEqualityComparer.Default);
        for (int ordinal = 0; ordinal < Math.Min(target.Parameters.Length, arguments.Length); ordinal++)
        {
            map[target.Parameters[ordinal]] = arguments[ordinal];
        }

        return map;
    }
}
