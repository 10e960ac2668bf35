using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Urls;

/// <summary>Reads the URL that an expression gives: texts of every form, <c>Uri</c>, <c>UriBuilder</c>, Flurl chains, defaults of options.</summary>
internal static class UrlReader
{
    private const int MaxDepth = 12;

    /// <summary>The URL; null where nothing of it is known.</summary>
    public static UrlPattern? Read(IOperation operation, ValueResolver resolver) => Read(operation, new Bindings(resolver));

    /// <summary>The URL; null where nothing of it is known.</summary>
    public static UrlPattern? Read(IOperation operation, Bindings bindings) =>
        ReadText(operation, bindings) is { IsUnknown: false } text ? text.ToPattern() : null;

    /// <summary>The URL while it is still put together; one hole where nothing is known.</summary>
    public static UrlText ReadText(IOperation operation, Bindings bindings) => ReadText(operation, bindings, 0);

    private static UrlText ReadText(IOperation operation, Bindings bindings, int depth)
    {
        operation = bindings.Resolve(operation);
        if (depth > MaxDepth)
        {
            return Unknown(operation);
        }

        UrlText? composed = operation switch
        {
            IObjectCreationOperation creation => ReadCreation(creation, bindings, depth),
            IInvocationOperation invocation => ReadInvocation(invocation, bindings, depth),
            IPropertyReferenceOperation { Instance: { } instance, Property.Name: "AbsoluteUri" or "OriginalString" or "Uri" } property
                when property.Property.ContainingType.Name is "Uri" or "UriBuilder" => ReadText(instance, bindings, depth + 1),
            ICoalesceOperation coalesce => ReadDefault(coalesce.WhenNull, bindings, depth),
            IParameterReferenceOperation { Parameter.HasExplicitDefaultValue: true } parameter => ReadParameterDefault(parameter, bindings, depth),
            IMemberReferenceOperation { ConstantValue.HasValue: false } member => ReadMember(member, bindings, depth),
            _ => null,
        };
        return composed ?? ReadPlain(operation, bindings, depth);
    }

    /// <summary>A text; its holes are read as URLs again, since a base address stands in one more often than not.</summary>
    private static UrlText ReadPlain(IOperation operation, Bindings bindings, int depth)
    {
        if (ValueResolver.ConstantValueOf(operation) is { HasValue: true, Value: "" })
        {
            return new UrlText();
        }

        if (CSharpTextReader.Read(operation, bindings.Resolver) is not { } text)
        {
            return Unknown(operation);
        }

        UrlText result = new();
        foreach (TextSegment segment in text.Segments)
        {
            if (segment is { Form: LiteralForm.Hole, Hole: { } hole } && !ReferenceEquals(ValueResolver.Strip(hole), operation))
            {
                UrlText inner = ReadText(hole, bindings, depth + 1);
                if (!inner.IsUnknown)
                {
                    result.Append(inner, 0, inner.Length);
                    continue;
                }
            }

            result.Append(text, segment.Start, segment.Length);
        }

        return result;
    }

    private static UrlText? ReadCreation(IObjectCreationOperation creation, Bindings bindings, int depth)
    {
        IOperation? first = Names.ArgumentAt(creation, 0);
        IOperation? second = Names.ArgumentAt(creation, 1);
        switch (creation.Type?.Name)
        {
            case "Uri" when first is not null && second is not null && creation.Constructor!.Parameters[1].Type.Name is "String" or "Uri":
                return UrlCombination.Resolve(ReadText(first!, bindings, depth + 1), ReadText(second!, bindings, depth + 1), creation.Syntax);
            case "Uri" or "Url" when first is not null:
                return ReadText(first, bindings, depth + 1);
            case "UriBuilder" when first is not null && second is null:
                UrlText address = ReadText(first, bindings, depth + 1);
                foreach (IOperation path in ObjectUses.Of(creation, bindings.Resolver).ValuesOf("Path"))
                {
                    address = UrlCombination.ReplacePath(address, ReadText(path, bindings, depth + 1), creation.Syntax);
                }

                return address;
            case "RestClientOptions" when first is not null:
                return ReadText(first, bindings, depth + 1);
            default:
                return null;
        }
    }

    private static UrlText? ReadInvocation(IInvocationOperation invocation, Bindings bindings, int depth)
    {
        IOperation? receiver = Names.ReceiverOf(invocation);
        switch (invocation.TargetMethod.Name)
        {
            case "TrimEnd" or "TrimStart" or "Trim" when receiver?.Type?.SpecialType == SpecialType.System_String:
                string name = invocation.TargetMethod.Name;
                return ReadText(receiver, bindings, depth + 1).Trim('/', name != "TrimEnd", name != "TrimStart");
            case "ToString" or "ToLower" or "ToLowerInvariant" or "AbsoluteUri" when receiver is not null && invocation.Arguments.IsEmpty:
                return ReadText(receiver, bindings, depth + 1);
            case "AppendPathSegment" or "AppendPathSegments" or "Request" when receiver is not null && Names.IsIn(invocation.TargetMethod, "Flurl"):
                return FlurlChain.Read(invocation, receiver, item => ReadText(item, bindings, depth + 1), bindings.Resolver);
            case "Combine" when Names.IsIn(invocation.TargetMethod, "Flurl"):
                return FlurlChain.Read(invocation, null, item => ReadText(item, bindings, depth + 1), bindings.Resolver);
            case var other when receiver is not null && Names.IsIn(invocation.TargetMethod, "Flurl") && (other.StartsWith("With", StringComparison.Ordinal) || other.StartsWith("Allow", StringComparison.Ordinal) || other.StartsWith("SetQueryParam", StringComparison.Ordinal)):
                return ReadText(receiver, bindings, depth + 1);
            default:
                return ReadReturned(invocation, bindings, depth);
        }
    }

    /// <summary>A source method that composes the URL (<c>Endpoint("messages")</c>).</summary>
    private static UrlText? ReadReturned(IInvocationOperation invocation, Bindings bindings, int depth)
    {
        if (invocation.Type?.Name is not ("String" or "Uri") || bindings.ReturnsOf(invocation.TargetMethod) is not [{ } returned] || bindings.Enter(invocation) is not { } inner)
        {
            return null;
        }

        UrlText text = ReadText(returned, inner, depth + 1);
        return text.IsUnknown ? null : text;
    }

    private static UrlText? ReadMember(IMemberReferenceOperation member, Bindings bindings, int depth)
    {
        if (member.Member is not (IFieldSymbol or IPropertySymbol { IsIndexer: false }) || MemberValue.Of(member.Member, bindings.Resolver) is not { } value)
        {
            return null;
        }

        UrlText text = ReadText(value.Operation, bindings, depth + 1);
        text.IsAssumed |= value.IsAssumed;
        return text.IsUnknown ? null : text;
    }

    private static UrlText? ReadParameterDefault(IParameterReferenceOperation reference, Bindings bindings, int depth) =>
        TypeBodies.Of(bindings.Resolver.Program).InitializerOf(reference.Parameter, bindings.Resolver.CancellationToken) is { } value
            ? ReadDefault(value, bindings, depth)
            : null;

    private static UrlText? ReadDefault(IOperation value, Bindings bindings, int depth)
    {
        UrlText text = ReadText(value, bindings, depth + 1);
        text.IsAssumed = true;
        return text.IsUnknown ? null : text;
    }

    private static UrlText Unknown(IOperation operation)
    {
        UrlText text = new();
        text.AppendHole(operation);
        return text;
    }
}
