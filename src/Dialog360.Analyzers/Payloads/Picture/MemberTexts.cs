using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Picture;

/// <summary>Looks through <c>kind.ToString()</c> of an enum, which gives the name of the member as it is declared.</summary>
internal static class MemberTexts
{
    /// <summary>The value of an enum whose name a call gives; null for other operations.</summary>
    public static IOperation? MemberIn(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.Name: "ToString", Arguments.IsEmpty: true, Instance: { Type.TypeKind: TypeKind.Enum } instance } ? ValueResolver.Strip(instance) : null;

    /// <summary>The text that a known member becomes; other nodes as they are.</summary>
    public static PayloadNode AsText(PayloadNode member) =>
        member.Operation is IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum, Name: var name } }
            ? member with { Kind = PayloadKind.Text, Text = new HoledText(name), StaticType = JsonType.String }
            : member;
}
