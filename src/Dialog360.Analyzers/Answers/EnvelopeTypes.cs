using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Answers;

/// <summary>Finds classes that declare the gateway's envelope in one of its two spellings.</summary>
internal static class EnvelopeTypes
{
    private const int FewestMembers = 2;

    /// <summary>Whether a member of that name, as it is serialized, belongs to the envelope.</summary>
    public static bool IsName(string name) => ErrorWords.Envelope.Any(pair => pair.Other(name) is not null);

    /// <summary>Whether the envelope names the status so.</summary>
    public static bool IsStatusName(string name) => ErrorWords.Envelope[0].Other(name) is not null;

    /// <summary>The text of an attribute that gives a member a name of the envelope whose other spelling neither its class, nor a base or a derived class of it has.</summary>
    public static IEnumerable<EnvelopeRead> UnpairedAt(AttributeSyntax attribute, SemanticModel? model, CancellationToken cancellationToken)
    {
        SyntaxToken text = attribute.ArgumentList?.Arguments.Select(static argument => argument.Expression).OfType<LiteralExpressionSyntax>()
            .Select(static literal => literal.Token).FirstOrDefault(static token => IsName(token.ValueText)) ?? default;
        SyntaxNode? member = attribute.Parent?.Parent;
        if (text == default || member is not (PropertyDeclarationSyntax or ParameterSyntax) || model?.GetDeclaredSymbol(member, cancellationToken)?.ContainingType is not { } type || IsException(type))
        {
            yield break;
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            names.UnionWith(NamesOf(current));
        }

        string other = ErrorWords.Envelope.Select(pair => pair.Other(text.ValueText)).First(static found => found is not null)!;
        if (IsEnvelope(type, names) && !names.Contains(other) && !DerivedFrom(type).Any(derived => NamesOf(derived).Contains(other)))
        {
            yield return new EnvelopeRead(text, text.ValueText, other) { Property = member as MemberDeclarationSyntax };
        }
    }

    /// <summary>The classes beside a class that derive from it.</summary>
    private static IEnumerable<INamedTypeSymbol> DerivedFrom(INamedTypeSymbol type) =>
        ((INamespaceOrTypeSymbol?)type.ContainingType ?? type.ContainingNamespace).GetTypeMembers().Where(other => SymbolEqualityComparer.Default.Equals(other.BaseType, type));

    /// <summary>Whether a class is the envelope: it has two of its members, or is the type of a member that is named like it.</summary>
    private static bool IsEnvelope(INamedTypeSymbol type, HashSet<string> names) =>
        names.Count(ErrorWords.IsEnvelopeMember) >= FewestMembers || type.Name.EndsWith("Meta", StringComparison.Ordinal);

    private static bool IsException(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Exception", ContainingNamespace.Name: "System" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The serialized names of the properties and fields of a class.</summary>
    private static IEnumerable<string> NamesOf(INamedTypeSymbol type) =>
        type.GetMembers().Where(static member => member is IPropertySymbol { IsStatic: false, IsIndexer: false } or IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false }).Select(SerializedNameOf);

    /// <summary>The name under which a member stands in JSON.</summary>
    public static string SerializedNameOf(ISymbol member)
    {
        foreach (AttributeData attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "JsonPropertyNameAttribute" or "JsonPropertyAttribute" } && attribute.ConstructorArguments is [{ Value: string name }, ..])
            {
                return name;
            }

            if (attribute.AttributeClass is { Name: "JsonPropertyAttribute" or "DataMemberAttribute" }
                && attribute.NamedArguments.FirstOrDefault(static argument => argument.Key is "PropertyName" or "Name").Value.Value is string named)
            {
                return named;
            }
        }

        // HttpCode is read from httpCode by options that do not care for case; http_code needs its underscore.
        return char.ToLowerInvariant(member.Name[0]) + member.Name.Substring(1);
    }
}
