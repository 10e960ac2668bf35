using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Writes a new element of a list in the way of the object beside it.</summary>
internal static class ElementWriter
{
    /// <summary>The C# text of a new element; null where it cannot be written.</summary>
    /// <param name="value">The element.</param>
    /// <param name="model">The element beside it, or the object that holds the list.</param>
    /// <param name="elementType">The type of the elements; null where any object will do.</param>
    /// <param name="place">The list.</param>
    /// <param name="context">The program.</param>
    public static string? Write(NewValue value, PayloadNode model, ITypeSymbol? elementType, SyntaxNode place, EditContext context)
    {
        switch (model.Origin.Style)
        {
            case WritingStyle.AnonymousObject when model.Origin.Syntax is AnonymousObjectCreationExpressionSyntax creation:
                return CSharpValues.Write(Ordered(value, model), WritingStyle.AnonymousObject, target: null, AnonymousObjectEditor.NamesIn(creation), dictionary: null);
            case WritingStyle.TypedObject or WritingStyle.ConstructorArgument:
                return TypedValues.Write(value, elementType ?? TypedObjectEditor.TypeOf(model, context), place, context);
            case WritingStyle.Dictionary or WritingStyle.JsonDom or WritingStyle.JObject when model.Origin.Syntax is BaseObjectCreationExpressionSyntax creation:
                // A dictionary of texts holds no object.
                ITypeSymbol? type = context.ModelOf(creation).GetTypeInfo(creation, context.CancellationToken).Type;
                bool isFlat = type is INamedTypeSymbol { TypeArguments: [_, { SpecialType: SpecialType.System_String }] };
                return isFlat && value is NewValue.Object { Members: var members } && members.Any(static member => member.Value is not NewValue.Text)
                    ? null
                    : CSharpValues.Write(value, model.Origin.Style, target: null, default, type?.ToMinimalDisplayString(context.ModelOf(creation), creation.SpanStart));
            default:
                return null;
        }
    }

    /// <summary>
    /// Whether a new element certainly has the anonymous type of the one beside it: the same members, all of them texts. Objects and lists inside may be of
    /// other types.
    /// </summary>
    public static bool HasTypeOf(NewValue value, PayloadNode model) =>
        HasMembersOf(value, model) && value is NewValue.Object { Members: var members } && members.All(member => member.Value is NewValue.Text && model[member.Name]!.StaticType == JsonType.String);

    private static bool HasMembersOf(NewValue value, PayloadNode model) =>
        value is NewValue.Object { Members: var members } && members.Length == model.Members.Length && members.All(member => model.Member(member.Name) is not null);

    /// <summary>The members in the order of the element beside it: anonymous types are the same only in one order.</summary>
    private static NewValue Ordered(NewValue value, PayloadNode model)
    {
        if (value is not NewValue.Object { Members: var members } || !HasMembersOf(value, model))
        {
            return value;
        }

        List<string> names = model.Members.Select(static member => member.Name).ToList();
        return new NewValue.Object(members.OrderBy(member => names.IndexOf(member.Name)).ToImmutableArray());
    }
}
