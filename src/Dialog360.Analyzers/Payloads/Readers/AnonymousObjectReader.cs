using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>Reads <c>new { to, type = "text", text = new { body } }</c>.</summary>
internal static class AnonymousObjectReader
{
    /// <summary>The picture of the object.</summary>
    public static PayloadNode Read(IAnonymousObjectCreationOperation creation, PayloadReader reader)
    {
        ImmutableArray<PayloadMember>.Builder members = ImmutableArray.CreateBuilder<PayloadMember>(creation.Initializers.Length);
        foreach (IOperation initializer in creation.Initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment
                && DeclaratorOf(assignment) is { } declarator)
            {
                members.Add(new PayloadMember(
                    SerializedNames.OfCSharpName(target.Property.Name),
                    NameSpanOf(declarator),
                    reader.Read(assignment.Value),
                    new PayloadOrigin(WritingStyle.AnonymousObject, declarator)) { Symbol = target.Property });
            }
        }

        return new PayloadNode(PayloadKind.Object, SourceSpan.Of(creation.Syntax), new PayloadOrigin(WritingStyle.AnonymousObject, creation.Syntax))
        {
            Members = members.ToImmutable(),
            StaticType = JsonType.Object,
            Operation = creation,
        };
    }

    private static AnonymousObjectMemberDeclaratorSyntax? DeclaratorOf(IOperation assignment) =>
        assignment.Syntax.FirstAncestorOrSelf<AnonymousObjectMemberDeclaratorSyntax>()
        ?? assignment.Syntax as AnonymousObjectMemberDeclaratorSyntax;

    private static SourceSpan NameSpanOf(AnonymousObjectMemberDeclaratorSyntax declarator) =>
        declarator.NameEquals is { } named ? SourceSpan.Of(named.Name)
        : declarator.Expression is MemberAccessExpressionSyntax access ? SourceSpan.Of(access.Name)
        : SourceSpan.Of(declarator.Expression);
}
