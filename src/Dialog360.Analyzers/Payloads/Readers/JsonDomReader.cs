using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Uses;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>
/// Reads <c>JsonObject</c>, <c>JsonArray</c> (<c>System.Text.Json.Nodes</c>) and <c>JObject</c>, <c>JArray</c>, <c>JProperty</c>,
/// <c>JValue</c> (<c>Newtonsoft.Json.Linq</c>): constructors, initializers, indexers, <c>Add</c>.
/// </summary>
internal static class JsonDomReader
{
    /// <summary>The picture of the object, array or value; null for other types.</summary>
    public static PayloadNode? Read(IObjectCreationOperation creation, PayloadReader reader)
    {
        switch (creation.Type?.Name)
        {
            case "JsonObject" or "JObject":
                return ReadObject(creation, creation.Type.Name == "JObject" ? WritingStyle.JObject : WritingStyle.JsonDom, reader);
            case "JsonArray" or "JArray":
                return ReadArray(creation, reader);
            case "JValue" when creation.Arguments is [{ Value: var value }]:
                return reader.Read(value);
            default:
                return null;
        }
    }

    private static PayloadNode ReadObject(IObjectCreationOperation creation, WritingStyle style, PayloadReader reader)
    {
        MemberList members = new();
        foreach (IOperation item in Items(creation))
        {
            Entries.AddItem(item, members, style, reader);
        }

        Entries.AddInitializer(creation, members, style, reader);
        Entries.AddLater(creation, members, style, reader);
        return members.ToNode(creation, style);
    }

    private static PayloadNode ReadArray(IObjectCreationOperation creation, PayloadReader reader)
    {
        ImmutableArray<LaterUse> later = LaterUses.Of(creation, reader.Resolver);
        if (creation.Initializer is null && SequenceOf(creation) is { } sequence && later.All(static use => use.Kind == LaterUseKind.Read)
            && reader.Read(sequence) is { Kind: PayloadKind.Array or PayloadKind.Choice or PayloadKind.Unknown } whole)
        {
            return whole;
        }

        bool isOpen = false;
        ImmutableArray<PayloadNode>.Builder elements = ImmutableArray.CreateBuilder<PayloadNode>();
        foreach (IOperation item in Items(creation))
        {
            PayloadNode element = reader.Read(item);

            // JArray's constructor takes a sequence as its elements.
            bool isUnseen = element is { Kind: PayloadKind.Unknown, StaticType: JsonType.Array };
            isOpen |= element.Kind == PayloadKind.Array || isUnseen;
            if (element.Kind == PayloadKind.Array)
            {
                elements.AddRange(element.Elements);
            }
            else if (!isUnseen)
            {
                elements.Add(element);
            }
        }

        foreach (IOperation initializer in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (initializer is IInvocationOperation { TargetMethod.Name: "Add", Arguments: [{ Value: var value }] })
            {
                elements.Add(reader.Read(value));
            }
            else
            {
                isOpen = true;
            }
        }

        foreach (LaterUse use in later)
        {
            if (use is { Kind: LaterUseKind.Call, Invocation: { TargetMethod.Name: "Add", Arguments: [{ Value: var value }] } })
            {
                elements.Add(reader.Read(value));
                isOpen |= !use.IsStraightLine;
            }
            else
            {
                isOpen |= use.Kind != LaterUseKind.Read;
            }
        }

        return new PayloadNode(PayloadKind.Array, SourceSpan.Of(creation.Syntax), new PayloadOrigin(WritingStyle.Array, creation.Syntax))
        {
            Elements = elements.ToImmutable(),
            IsOpen = isOpen,
            StaticType = JsonType.Array,
            Operation = creation,
        };
    }

    /// <summary>The one argument that is the sequence of all elements (<c>new JsonArray(buttons)</c> of an array, <c>new JArray(buttons)</c>); null where there is none.</summary>
    private static IOperation? SequenceOf(IObjectCreationOperation creation)
    {
        IOperation? only = null;
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Name != "options")
            {
                only = only is null ? argument.Value : null;
            }
            else if (argument.ArgumentKind == ArgumentKind.ParamArray)
            {
                only = argument.Value is IArrayCreationOperation { Initializer.ElementValues: [{ } element] } ? element : null;
            }
        }

        // A tree is one element of another tree; JArray makes a copy of it.
        ITypeSymbol? type = only is null ? null : ValueResolver.Strip(only).Type;
        return ValueOrigins.IsSequence(type) && (type is IArrayTypeSymbol || type?.Name is not ("JsonArray" or "JsonObject" or "JObject" or "JToken" or "JContainer" or "JProperty")) ? only : null;
    }

    /// <summary>The arguments of the constructor, those of a <c>params</c> array one by one; without options.</summary>
    private static IEnumerable<IOperation> Items(IObjectCreationOperation creation)
    {
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer: { } initializer } })
            {
                foreach (IOperation element in initializer.ElementValues)
                {
                    yield return element;
                }
            }
            else if (argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Name != "options")
            {
                yield return argument.Value;
            }
        }
    }
}
