using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Hosting;

/// <summary>Tells by its declared type whether a member can make a part of a message, before its body is bound.</summary>
internal static class PartTypes
{
    private const int MaxDepth = 8;

    /// <summary>Whether the value of the member that a body belongs to can be a part of a message.</summary>
    public static bool MayGive(SyntaxNode body, ProgramModel program, CancellationToken cancellationToken)
    {
        SyntaxNode? declaration = body.FirstAncestorOrSelf<SyntaxNode>(static node => node is MethodDeclarationSyntax or PropertyDeclarationSyntax or VariableDeclaratorSyntax);
        return declaration is not null && program.SemanticModelOf(body.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken) switch
        {
            IMethodSymbol method => MayBe(Names.Awaited(method.ReturnType), 0),
            IPropertySymbol property => MayBe(property.Type, 0),
            IFieldSymbol field => MayBe(field.Type, 0),
            _ => false,
        };
    }

    private static bool MayBe(ITypeSymbol? type, int depth) => type switch
    {
        null => false,
        _ when depth > MaxDepth => false,
        { SpecialType: SpecialType.System_Object or SpecialType.System_String } or IDynamicTypeSymbol => true,
        IArrayTypeSymbol array => MayBe(array.ElementType, depth + 1),
        INamedTypeSymbol { TypeKind: TypeKind.Enum or TypeKind.Delegate } => false,
        INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } own => own.IsAbstract || own.TypeKind == TypeKind.Interface || HasMembersOfMessages(own),
        INamedTypeSymbol { TypeArguments: [.., var element] } => MayBe(element, depth + 1),
        INamedTypeSymbol { Name: "JsonObject" or "JsonArray" or "JsonNode" or "JObject" or "JArray" or "JToken" } => true,
        _ => false,
    };

    /// <summary>Whether a class has members, and all that it writes are members of messages: a customer or an order has others.</summary>
    private static bool HasMembersOfMessages(INamedTypeSymbol type)
    {
        bool any = false;
        foreach (ISymbol member in type.GetMembers())
        {
            if (SerializedNames.IsSerialized(member))
            {
                any = true;
                if (MessageNames.Canonical(SerializedNames.Of(member)) is null)
                {
                    return false;
                }
            }
        }

        return any;
    }
}
