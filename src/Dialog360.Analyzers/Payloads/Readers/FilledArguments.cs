using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Uses;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>
/// Follows what methods of the project do to an open object that they are handed: <c>AddText(message, body)</c>, <c>message.With("type", "text")</c>.
/// </summary>
internal static class FilledArguments
{
    /// <summary>The picture of what a call gives that hands back the object which it fills; null for other calls.</summary>
    public static PayloadNode? Read(IInvocationOperation call, PayloadReader reader)
    {
        if (!MayGiveBack(call) || FunctionOf(call, reader.Resolver) is not (IMethodSymbol method, IOperation body) || GivenBack(method, body) is not { } parameter
            || ArgumentFor(call, parameter) is not { } argument
            || reader.Read(argument.Value) is not { Kind: PayloadKind.Object, Origin.Style: WritingStyle.Dictionary or WritingStyle.JsonDom or WritingStyle.JObject } before)
        {
            return null;
        }

        MemberList members = MemberList.Of(before);
        return Fill(argument, isCertain: true, members, before.Origin.Style, reader) ? members.ToNode(before) with { Makers = before.Makers.Add(call) } : null;
    }

    /// <summary>Whether a call may give back what it is handed: a look at the types of its parameters.</summary>
    public static bool MayGiveBack(IInvocationOperation call) =>
        call.TargetMethod is { ReturnsVoid: false, DeclaringSyntaxReferences.IsEmpty: false, ReturnType: var result } method
        && method.Parameters.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, result)) && JsonTypes.Of(result) == JsonType.Object;

    /// <summary>Sets what the method that gets the object sets in it, with the arguments of the call; false where not all of that is seen.</summary>
    /// <param name="argument">The argument that hands over the object.</param>
    /// <param name="isCertain">Whether the call is always made.</param>
    /// <param name="members">The object so far.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="reader">The reader of the caller.</param>
    public static bool Fill(IArgumentOperation argument, bool isCertain, MemberList members, WritingStyle style, PayloadReader reader)
    {
        if (argument is not { Parent: IInvocationOperation call, Parameter.Ordinal: var ordinal } || FunctionOf(call, reader.Resolver) is not (IMethodSymbol method, IOperation body)
            || ordinal >= method.Parameters.Length || reader.Follow(method, body) is not { } inner)
        {
            return false;
        }

        MemberList filled = new();
        bool isGivenBack = false;
        using (inner)
        {
            foreach (IOperation reference in LocalFacts.Of(body).References(method.Parameters[ordinal]))
            {
                LaterUse use = LaterUses.OfGiven(reference, body, inner.Resolver);
                bool isReturned = LaterUses.IsGivenBack(reference, body);
                isGivenBack |= isReturned;
                if (!isReturned)
                {
                    Entries.Apply(MayHaveLeft(body, reference) ? use with { IsStraightLine = false } : use, filled, style, inner);
                }

                filled.IsHandedOn |= LocalFacts.IsWrite(reference);
            }
        }

        if (filled.IsHandedOn)
        {
            return false;
        }

        filled.IsOpen |= Entries.HasUnknownKey(filled);
        PayloadNode node = Substitution.Apply(filled.ToNode(call, style), CallArguments.Map(method, CallArguments.Of(call, reader, without: argument)));
        foreach (PayloadMember member in node.Members)
        {
            members.Set(isCertain ? member : member with { IsConditional = true });
        }

        members.IsOpen |= node.IsOpen;
        if (isGivenBack && call.Parent is not IExpressionStatementOperation)
        {
            Entries.AddLater(call, members, style, reader);
        }

        return true;
    }

    private static (IMethodSymbol Method, IOperation Body)? FunctionOf(IInvocationOperation call, ValueResolver resolver) =>
        call.TargetMethod.DeclaringSyntaxReferences.IsEmpty ? null
        : Implementations.Of(resolver.Program).Only(call.TargetMethod, resolver.CancellationToken);

    private static IArgumentOperation? ArgumentFor(IInvocationOperation call, IParameterSymbol parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal);

    /// <summary>The parameter that is all a method gives; null where it gives anything else.</summary>
    private static IParameterSymbol? GivenBack(IMethodSymbol method, IOperation body)
    {
        ImmutableArray<ReturnedValue> values = ReturnedValues.Of(body);
        return !values.IsDefaultOrEmpty && ValueResolver.Strip(values[0].Value) is IParameterReferenceOperation { Parameter: var parameter } && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method)
            && values.All(value => ValueResolver.Strip(value.Value) is IParameterReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Parameter, parameter))
            ? parameter
            : null;
    }

    /// <summary>Whether the method may have returned before it comes to a place.</summary>
    private static bool MayHaveLeft(IOperation body, IOperation place) =>
        body.Descendants().Any(operation => operation is IReturnOperation { IsImplicit: false } && operation.Syntax.Span.End <= place.Syntax.SpanStart);
}
