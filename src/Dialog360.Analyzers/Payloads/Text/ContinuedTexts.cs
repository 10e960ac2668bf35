using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Text;

/// <summary>
/// Reads texts that statements put together one after the other: <c>json += "…";</c> and <c>StringBuilder.Append</c>. Such a text is read as a
/// whole, where every piece stands in the block of the first one, or not at all.
/// </summary>
internal static class ContinuedTexts
{
    private const int MaxPieces = 4096;

    /// <summary>The pieces of the text that a local string or <c>StringBuilder</c> holds in the end; default where they are not all plain.</summary>
    public static ImmutableArray<IOperation> PiecesOf(ILocalSymbol local, IOperation anyReference, ValueResolver resolver)
    {
        LocalFacts facts = LocalFacts.Of(anyReference);
        if (facts.InitializerOf(local) is not { } first)
        {
            return default;
        }

        ImmutableArray<IOperation>.Builder pieces = ImmutableArray.CreateBuilder<IOperation>();
        bool isBuilder = IsBuilder(local.Type);
        if (isBuilder ? !AddChain(first, pieces, resolver) : !AddText(first, pieces))
        {
            return default;
        }

        IOperation? block = BlockOf(first);
        bool isRead = false;
        bool isContinued = isBuilder;
        foreach (IOperation reference in facts.References(local))
        {
            resolver.CancellationToken.ThrowIfCancellationRequested();
            bool appends = isBuilder ? Appends(reference) : reference.Parent is ICompoundAssignmentOperation;
            if (!appends)
            {
                if (LocalFacts.IsWrite(reference) || isBuilder && !IsRead(reference))
                {
                    return default;
                }

                isRead = true;
                continue;
            }

            // A piece behind a use, or one that may be left out: there is more than one text.
            if (isRead || !ReferenceEquals(BlockOf(reference), block) || pieces.Count > MaxPieces)
            {
                return default;
            }

            isContinued = true;
            if (isBuilder ? !AddCalls(reference, pieces) : !AddAssignment(reference, pieces))
            {
                return default;
            }
        }

        return isContinued && pieces.Count > 0 ? pieces.ToImmutable() : default;
    }

    /// <summary>The local whose text a value is: a string that <c>+=</c> continues, or <c>builder.ToString()</c>; null for other values.</summary>
    public static ILocalSymbol? LocalOf(IOperation value) => ValueResolver.Strip(value) switch
    {
        ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_String } local } => local,
        IInvocationOperation { TargetMethod.Name: "ToString", Arguments.IsEmpty: true, Instance: ILocalReferenceOperation { Local: var local } } when IsBuilder(local.Type) => local,
        _ => null,
    };

    /// <summary>Whether an operation declares a local whose text may be put together later: a look at the declaration only.</summary>
    public static bool MayBegin(IOperation operation) =>
        operation is IVariableDeclaratorOperation { Symbol.Type: var type } && (type.SpecialType == SpecialType.System_String || IsBuilder(type));

    private static bool IsBuilder(ITypeSymbol type) => type is { Name: "StringBuilder", ContainingNamespace.Name: "Text" };

    /// <summary><c>new StringBuilder("…").Append(…)</c>: the calls of the initializer.</summary>
    private static bool AddChain(IOperation operation, ImmutableArray<IOperation>.Builder pieces, ValueResolver resolver)
    {
        Stack<IOperation> calls = new();
        operation = ValueResolver.Strip(operation);
        while (operation is IInvocationOperation { Instance: { } instance } && calls.Count < MaxPieces)
        {
            calls.Push(operation);
            operation = ValueResolver.Strip(instance);
        }

        if (operation is not IObjectCreationOperation creation || !IsBuilder(creation.Type!))
        {
            return false;
        }

        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (argument.Value.Type?.SpecialType == SpecialType.System_String)
            {
                pieces.Add(argument.Value);
            }
            else if (argument.Value.Type?.SpecialType != SpecialType.System_Int32)
            {
                return false;
            }
        }

        while (calls.Count > 0)
        {
            if (!AddCall((IInvocationOperation)calls.Pop(), pieces))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AddCalls(IOperation reference, ImmutableArray<IOperation>.Builder pieces)
    {
        IOperation current = reference;
        while (current.Parent is IInvocationOperation call && call.Instance == current)
        {
            if (!AddCall(call, pieces))
            {
                return false;
            }

            current = call;
        }

        return current.Parent is IExpressionStatementOperation;
    }

    private static bool AddCall(IInvocationOperation call, ImmutableArray<IOperation>.Builder pieces)
    {
        switch (call.TargetMethod.Name)
        {
            case "Append" when call.Arguments is [{ Value: var value }] && call.TargetMethod.Parameters[0].Type is { SpecialType: SpecialType.System_String or SpecialType.System_Object or (>= SpecialType.System_Boolean and <= SpecialType.System_Double) } or { Name: "AppendInterpolatedStringHandler" }:
                pieces.Add(value);
                return true;
            case "AppendFormat":
                pieces.Add(call);
                return true;
            case "AppendLine" when call.Arguments is [{ Value: var line }]:
                // The line break behind it is blank to JSON.
                pieces.Add(line);
                return true;
            case "AppendLine" when call.Arguments.IsEmpty:
                return true;
            default:
                return false;
        }
    }

    private static bool AddAssignment(IOperation reference, ImmutableArray<IOperation>.Builder pieces) =>
        reference.Parent is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Parent: IExpressionStatementOperation } compound
        && compound.Target == reference && AddText(compound.Value, pieces);

    private static bool AddText(IOperation value, ImmutableArray<IOperation>.Builder pieces)
    {
        pieces.Add(value);
        return true;
    }

    private static bool Appends(IOperation reference) =>
        reference.Parent is IInvocationOperation { TargetMethod.Name: not ("ToString" or "Equals" or "GetHashCode") } call && call.Instance == reference;

    private static bool IsRead(IOperation reference) =>
        reference.Parent is IInvocationOperation { TargetMethod.Name: "ToString", Arguments.IsEmpty: true } or IPropertyReferenceOperation { Property.Name: "Length", Parent: not IAssignmentOperation };

    private static IOperation? BlockOf(IOperation operation)
    {
        IOperation? current = operation;
        while (current is not (null or IBlockOperation or IConditionalOperation or ILoopOperation or ISwitchCaseOperation))
        {
            current = current.Parent;
        }

        return current;
    }
}
