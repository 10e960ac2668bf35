using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Writes values for places of a known type: members of an enum by what they are serialized as, and objects of the user's own classes.</summary>
internal static class TypedValues
{
    private const int MaxDepth = 6;

    /// <summary>The C# text of a value for a place of that type; null where the type cannot hold it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="target">The type of the place, or null where any will do.</param>
    /// <param name="place">Where it is written, which decides how types are named.</param>
    /// <param name="context">The program.</param>
    public static string? Write(NewValue value, ITypeSymbol? target, SyntaxNode place, EditContext context) => Write(value, target, place, context, 0);

    private static string? Write(NewValue value, ITypeSymbol? target, SyntaxNode place, EditContext context, int depth)
    {
        if (target is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            target = nullable.TypeArguments[0];
        }

        return (value, target) switch
        {
            (NewValue.Text text, { TypeKind: TypeKind.Enum } type) =>
                MemberFinder.FindInEnum(type, text.Value) is { } member ? NameOf(type, place, context) + "." + EditContext.Identifier(member.Name) : null,
            (NewValue.Object members, INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } type) when !TypedObjectReader.IsFrameworkType(type) =>
                depth < MaxDepth ? Create(members.Members, type, place, context, depth + 1) : null,
            (NewValue.Array array, not null and not { SpecialType: SpecialType.System_Object }) => depth < MaxDepth ? List(array, target, place, context, depth + 1) : null,
            _ => CSharpValues.Write(value, WritingStyle.TypedObject, target, default, dictionary: null),
        };
    }

    /// <summary><c>new List&lt;Component&gt; { ... }</c>, or an array, as the place takes it.</summary>
    private static string? List(NewValue.Array array, ITypeSymbol target, SyntaxNode place, EditContext context, int depth)
    {
        ITypeSymbol? element = target is IArrayTypeSymbol { ElementType: var inArray } ? inArray : target is INamedTypeSymbol { TypeArguments: [{ } only] } ? only : null;
        if (element is null || array.Elements.IsEmpty)
        {
            return null;
        }

        bool isCreated = target is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false } created && created.InstanceConstructors.Any(static each => each.Parameters.IsEmpty);
        List<string> items = [];
        foreach (NewValue each in array.Elements)
        {
            if (Write(each, element, place, context, depth) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        string type = isCreated ? NameOf(target, place, context) : NameOf(element, place, context) + "[]";
        return isCreated || target.TypeKind is TypeKind.Array or TypeKind.Interface ? $"new {type} {{ {string.Join(", ", items)} }}" : null;
    }

    /// <summary><c>new Template { Name = "x" }</c>, or <c>new Template("x")</c> where a constructor takes the members.</summary>
    private static string? Create(ImmutableArray<NewMember> members, INamedTypeSymbol type, SyntaxNode place, EditContext context, int depth)
    {
        if (type.IsAbstract)
        {
            return null;
        }

        foreach (IMethodSymbol constructor in type.InstanceConstructors.OrderBy(static each => each.Parameters.Length))
        {
            if (context.ModelOf(place).IsAccessible(place.SpanStart, constructor) && Call(constructor, members, type, place, context, depth) is { } call)
            {
                return call;
            }
        }

        return null;
    }

    private static string? Call(IMethodSymbol constructor, ImmutableArray<NewMember> members, INamedTypeSymbol type, SyntaxNode place, EditContext context, int depth)
    {
        List<string> arguments = [];
        List<string> initializers = [];
        HashSet<string> given = new(StringComparer.Ordinal);
        bool hasGap = false;
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            string name = SerializedNames.OfCSharpName(parameter.Name);
            if (members.FirstOrDefault(member => member.Name == name) is not { Name: not null, Value: var value })
            {
                if (!parameter.IsOptional)
                {
                    return null;
                }

                hasGap = true;
                continue;
            }

            if (Write(value, parameter.Type, place, context, depth) is not { } written)
            {
                return null;
            }

            arguments.Add(hasGap ? $"{EditContext.Identifier(parameter.Name)}: {written}" : written);
            given.Add(name);
        }

        foreach (NewMember member in members.Where(member => !given.Contains(member.Name)))
        {
            if (MemberFinder.Find(type, member.Name) is not { } target || !context.ModelOf(place).IsAccessible(place.SpanStart, target) || Write(member.Value, MemberFinder.TypeOf(target), place, context, depth) is not { } written)
            {
                return null;
            }

            initializers.Add($"{EditContext.Identifier(target.Name)} = {written}");
        }

        if (type.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true } && !members.Any(each => each.Name == SerializedNames.Of(member))))
        {
            return null;
        }

        string list = arguments.Count > 0 || initializers.Count == 0 ? $"({string.Join(", ", arguments)})" : string.Empty;
        string braces = initializers.Count > 0 ? $" {{ {string.Join(", ", initializers)} }}" : string.Empty;
        return $"new {NameOf(type, place, context)}{list}{braces}";
    }

    private static string NameOf(ITypeSymbol type, SyntaxNode place, EditContext context) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(context.ModelOf(place), place.SpanStart);
}
