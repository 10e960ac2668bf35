using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Uses;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>Reads arrays, lists, collection expressions and sequences that <c>Select</c> makes.</summary>
internal static class ArrayReader
{
    /// <summary>The picture of <c>new[] { ... }</c>; open where the elements are not written.</summary>
    public static PayloadNode? Read(IArrayCreationOperation creation, PayloadReader reader) =>
        creation.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } ? null
        : creation.Initializer is { } initializer ? Node(creation, reader.ReadAll(initializer.ElementValues), isOpen: false)
        : Node(creation, ImmutableArray<PayloadNode>.Empty, isOpen: !(creation.DimensionSizes is [{ ConstantValue: { HasValue: true, Value: 0 } }]));

    /// <summary>The picture of a collection expression; open where something is spread into it.</summary>
    public static PayloadNode? Read(CollectionExpressionSyntax collection, IOperation operation, PayloadReader reader)
    {
        SemanticModel? model = operation.SemanticModel;
        if (model is null)
        {
            return null;
        }

        bool isOpen = false;
        ImmutableArray<PayloadNode>.Builder elements = ImmutableArray.CreateBuilder<PayloadNode>();
        foreach (CollectionElementSyntax element in collection.Elements)
        {
            if (element is ExpressionElementSyntax { Expression: var expression } && model.GetOperation(expression, reader.Resolver.CancellationToken) is { } value)
            {
                elements.Add(reader.Read(value));
            }
            else
            {
                isOpen = true;
            }
        }

        return Node(operation, elements.ToImmutable(), isOpen);
    }

    /// <summary>The picture of <c>new List&lt;T&gt; { ... }</c> and its like; null for other types.</summary>
    public static PayloadNode? Read(IObjectCreationOperation creation, PayloadReader reader)
    {
        if (JsonTypes.Of(creation.Type) != JsonType.Array)
        {
            return null;
        }

        bool isOpen = !creation.Arguments.IsEmpty && creation.Arguments[0].Value.Type?.SpecialType != SpecialType.System_Int32;
        ImmutableArray<PayloadNode>.Builder elements = ImmutableArray.CreateBuilder<PayloadNode>();
        foreach (IOperation initializer in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (initializer is IInvocationOperation { Arguments: [.., { Value: var value }], TargetMethod.Name: "Add" })
            {
                elements.Add(reader.Read(value));
            }
            else
            {
                isOpen = true;
            }
        }

        LaterElements(creation, elements, ref isOpen, reader);
        return Node(creation, elements.ToImmutable(), isOpen);
    }

    /// <summary>The picture of a sequence call: <c>Select</c> gives one element for an unknown number; <c>ToArray</c> and its like keep what they get.</summary>
    public static PayloadNode? Read(IInvocationOperation invocation, PayloadReader reader)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (method.ContainingNamespace?.ToDisplayString() is not ("System.Linq" or "System.Collections.Immutable") && method.ContainingType?.Name is not ("Array" or "List"))
        {
            return null;
        }

        IOperation? source = invocation.Instance ?? (invocation.Arguments.IsEmpty ? null : invocation.Arguments[0].Value);
        switch (method.Name)
        {
            case "ToArray" or "ToList" or "AsEnumerable" or "ToImmutableArray" or "AsReadOnly" when source is not null:
                PayloadNode kept = reader.Read(source);
                return kept.Kind == PayloadKind.Array || Substitution.ParameterOf(kept) is not null ? kept : null;
            case "Empty":
                return Node(invocation, ImmutableArray<PayloadNode>.Empty, isOpen: false);
            case "Select" when invocation.Arguments.Length == 2 && ElementOf(invocation.Arguments[1].Value, reader) is { } element:
                PayloadNode selected = Node(invocation, ImmutableArray.Create(element), isOpen: true);
                return source is not null && reader.Read(source) is { } list && Selections.IsSequence(list) ? Selections.Of(selected, list) : selected;
            default:
                return null;
        }
    }

    private static PayloadNode? ElementOf(IOperation function, PayloadReader reader) =>
        PartReader.ReadElement(function, reader) ?? (ReturnedBy(function) is { } returned ? reader.Read(returned) : null);

    private static IOperation? ReturnedBy(IOperation lambda)
    {
        if (Selections.FunctionOf(lambda) is not { } function)
        {
            return null;
        }

        return function.Body.Operations is [IReturnOperation { ReturnedValue: { } only }] ? only
            : function.Body.Operations is [.., IReturnOperation { ReturnedValue: { } last }] ? last
            : null;
    }

    /// <summary>Adds what <c>list.Add(x)</c> appends to a list that a local holds; anything else that touches it leaves it open.</summary>
    private static void LaterElements(IObjectCreationOperation creation, ImmutableArray<PayloadNode>.Builder elements, ref bool isOpen, PayloadReader reader)
    {
        foreach (LaterUse use in LaterUses.Of(creation, reader.Resolver))
        {
            switch (use)
            {
                case { Kind: LaterUseKind.Call, Invocation: { TargetMethod.Name: "Add", Arguments: [{ Value: var value }] }, IsStraightLine: true }:
                    elements.Add(reader.Read(value));
                    break;
                case { Kind: LaterUseKind.Call, Invocation: { TargetMethod.Name: "Add", Arguments: [{ Value: var value }] } }:
                    elements.Add(reader.Read(value));
                    isOpen = true;
                    break;
                case { Kind: LaterUseKind.Read }:
                    break;
                default:
                    isOpen = true;
                    break;
            }
        }
    }

    private static PayloadNode Node(IOperation operation, ImmutableArray<PayloadNode> elements, bool isOpen) =>
        new(PayloadKind.Array, SourceSpan.Of(operation.Syntax), new PayloadOrigin(WritingStyle.Array, operation.Syntax))
        {
            Elements = elements,
            IsOpen = isOpen,
            StaticType = JsonType.Array,
            Operation = operation,
        };
}
