using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>Finds classes that declare the gateway's envelope in one of its two spellings.</summary>
internal static class EnvelopeTypes
{
    private const int FewestMembers = 2;
    private const string Meta = "Meta";

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

        string other = OtherOf(text.ValueText)!;
        if (IsEnvelope(type, isNamedByAttribute: true) && !Has(type, other))
        {
            yield return new EnvelopeRead(text, text.ValueText, other) { Property = member as MemberDeclarationSyntax };
        }
    }

    /// <summary>
    /// The members without attributes that a body reads, whose names are of the envelope in one spelling alone: nothing but their class says what they
    /// are, so it must be the envelope beyond doubt.
    /// </summary>
    public static IEnumerable<EnvelopeRead> UnpairedReadIn(IOperation root)
    {
        HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default);
        foreach (IMemberReferenceOperation read in root.Descendants().OfType<IMemberReferenceOperation>())
        {
            ISymbol member = read.Member;
            bool isWritten = read.Parent is IAssignmentOperation assignment && assignment.Target == read;
            if (!isWritten && OtherOf(Camel(member.Name)) is { } other && !member.DeclaringSyntaxReferences.IsEmpty && AttributeNameOf(member) is null
                && member.ContainingType is { IsAnonymousType: false } type && !IsException(type) && IsEnvelope(type, isNamedByAttribute: false) && !Has(type, other) && seen.Add(member)
                && read.Syntax.DescendantTokens().LastOrDefault(token => token.ValueText == member.Name) is var place && place != default)
            {
                yield return new EnvelopeRead(place, SerializedNameOf(member), other);
            }
        }
    }

    /// <summary>Whether a member holds the status that the envelope names: an attribute says so, or its name does in a class that is the envelope.</summary>
    public static bool IsStatus(ISymbol member) =>
        IsStatusName(SerializedNameOf(member)) && !member.DeclaringSyntaxReferences.IsEmpty
        && (AttributeNameOf(member) is not null || member.ContainingType is { } type && IsEnvelope(type, isNamedByAttribute: false));

    private static string? OtherOf(string name) => ErrorWords.Envelope.Select(pair => pair.Other(name)).FirstOrDefault(static found => found is not null);

    /// <summary>Whether a class, a base of it or one that derives from it has a member of that serialized name.</summary>
    private static bool Has(INamedTypeSymbol type, string name) => NamesWithBases(type).Contains(name) || DerivedFrom(type).Any(derived => NamesOf(derived).Contains(name));

    private static HashSet<string> NamesWithBases(INamedTypeSymbol type)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            names.UnionWith(NamesOf(current));
        }

        return names;
    }

    /// <summary>The classes beside a class that derive from it.</summary>
    private static IEnumerable<INamedTypeSymbol> DerivedFrom(INamedTypeSymbol type) => Beside(type).Where(other => SymbolEqualityComparer.Default.Equals(other.BaseType, type));

    private static ImmutableArray<INamedTypeSymbol> Beside(INamedTypeSymbol type) => ((INamespaceOrTypeSymbol?)type.ContainingType ?? type.ContainingNamespace).GetTypeMembers();

    /// <summary>
    /// Whether a class is the envelope: the type of a <c>meta</c> member, or it has the members of the envelope. Where no attribute names them, any class
    /// may have a code, a message and a success: only both names that nothing else has tell it.
    /// </summary>
    private static bool IsEnvelope(INamedTypeSymbol type, bool isNamedByAttribute)
    {
        HashSet<string> names = NamesWithBases(type);
        return (isNamedByAttribute ? names.Count(ErrorWords.IsEnvelopeMember) >= FewestMembers : ErrorWords.Envelope.All(pair => names.Contains(pair.Camel) || names.Contains(pair.Snake)))
            || type.Name.EndsWith(Meta, StringComparison.Ordinal)
            || Beside(type).Concat(type.GetTypeMembers()).Append(type.ContainingType).Any(holder => holder is not null && HoldsAsMeta(holder, type));
    }

    private static bool HoldsAsMeta(INamedTypeSymbol holder, INamedTypeSymbol type)
    {
        foreach (ISymbol member in holder.GetMembers())
        {
            ITypeSymbol? held = member is IPropertySymbol property ? property.Type : (member as IFieldSymbol)?.Type;
            if (held is not null && SymbolEqualityComparer.Default.Equals(held, type) && string.Equals(SerializedNameOf(member), Meta, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

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
    public static string SerializedNameOf(ISymbol member) =>
        // HttpCode is read from httpCode by options that do not care for case; http_code needs its underscore.
        AttributeNameOf(member) ?? Camel(member.Name);

    private static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);

    private static string? AttributeNameOf(ISymbol member)
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

        return null;
    }
}
