using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Picture;

/// <summary>Looks through <c>lat.ToString(CultureInfo.InvariantCulture)</c>, which keeps the value of a number and makes it a text.</summary>
internal static class NumberTexts
{
    /// <summary>The number that a call of <c>ToString</c> without format writes, also where its decimal comma is replaced by a point; null for other operations.</summary>
    public static IOperation? NumberIn(IOperation operation)
    {
        while (operation is IInvocationOperation { TargetMethod: { Name: "Replace", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } text, Arguments: [{ Value.ConstantValue.Value: "," or ',' }, { Value.ConstantValue.Value: "." or '.' }] })
        {
            operation = ValueResolver.Strip(text);
        }

        return operation is IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance } call
            && JsonTypes.Of(instance.Type) == JsonType.Number
            && (call.Arguments.IsEmpty || call.Arguments is [{ Value.Type.Name: "CultureInfo" or "IFormatProvider" or "NumberFormatInfo" }])
                ? ValueResolver.Strip(instance)
                : null;
    }

    /// <summary>The text that a known number becomes; other nodes as they are.</summary>
    public static PayloadNode AsText(PayloadNode number) =>
        number is { Kind: PayloadKind.Number, NumberText: { } text }
            ? number with { Kind = PayloadKind.Text, Text = new HoledText(text), StaticType = JsonType.String }
            : number;
}
