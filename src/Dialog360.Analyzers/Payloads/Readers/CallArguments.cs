using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>The pictures of what a call gives to the parameters of a method of the project.</summary>
internal static class CallArguments
{
    /// <summary>The pictures of the arguments by the position of their parameters; unknown where the call gives none.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="reader">Reads them.</param>
    /// <param name="without">The one that is being read already, or null.</param>
    public static ImmutableArray<PayloadNode> Of(IInvocationOperation invocation, PayloadReader reader, IArgumentOperation? without = null)
    {
        PayloadNode[] arguments = new PayloadNode[invocation.TargetMethod.Parameters.Length];
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (argument.Parameter is { Ordinal: var ordinal } && ordinal < arguments.Length && argument != without)
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

    /// <summary>The arguments by the parameters of the function that runs, with the object on which it runs.</summary>
    public static CallValues Map(IMethodSymbol target, ImmutableArray<PayloadNode> arguments, PayloadNode? instance = null)
    {
        CallValues map = new() { Instance = instance };
        for (int ordinal = 0; ordinal < Math.Min(target.Parameters.Length, arguments.Length); ordinal++)
        {
            map[target.Parameters[ordinal]] = arguments[ordinal];
        }

        return map;
    }

    /// <summary>The picture of the object on which a method is called; null for static methods, other methods of the same object and objects that keep no message.</summary>
    public static PayloadNode? InstanceOf(IOperation call, PayloadReader reader) =>
        call is IInvocationOperation { Instance: { } instance, TargetMethod: { IsStatic: false, ContainingType: var type } } && ValueResolver.Strip(instance) is not IInstanceReferenceOperation
            && reader.Resolver.Program.Part(static _ => new PayloadTypes()).MayKeepMessage(type)
            ? reader.Read(instance)
            : null;
}
