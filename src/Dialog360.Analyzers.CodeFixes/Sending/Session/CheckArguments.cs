using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>Gives a check of the session what it asks for: the recipient, the customer, a key, the present moment.</summary>
internal static class CheckArguments
{
    private static readonly HashSet<string> Now = [.. SessionWords.Now, .. Vocabulary.Of("moment")];

    /// <summary>The arguments without parentheses, and whether one of them says whose session is meant; null where one is not at hand.</summary>
    public static (string List, bool SaysWhose)? For(IMethodSymbol check, CheckScope scope)
    {
        List<string> arguments = [];
        bool hasGap = false;
        bool saysWhose = false;
        bool isOnlyText = check.Parameters.Count(static parameter => parameter.Type.SpecialType == SpecialType.System_String) == 1;
        foreach (IParameterSymbol parameter in check.Parameters)
        {
            string? argument = Argument(parameter, isOnlyText, scope, out bool isWhose);
            if (argument is null && (parameter.IsOptional || parameter.IsParams))
            {
                hasGap = true;
                continue;
            }

            if (argument is null || parameter.RefKind != RefKind.None)
            {
                return null;
            }

            saysWhose |= isWhose;
            arguments.Add(hasGap ? $"{EditContext.Identifier(parameter.Name)}: {argument}" : argument);
        }

        return (string.Join(", ", arguments), saysWhose);
    }

    private static string? Argument(IParameterSymbol parameter, bool isOnlyText, CheckScope scope, out bool isWhose)
    {
        ITypeSymbol type = parameter.Type;
        ImmutableArray<string> words = NameWords.Of(parameter.Name);
        isWhose = true;
        if (type.SpecialType == SpecialType.System_String)
        {
            // Of a text that is named neither a number nor anything else, only one that says whom it is about can be the number.
            ParameterMeaning meaning = ParameterWords.Of(parameter);
            if (meaning == ParameterMeaning.Recipient || (isOnlyText && meaning == ParameterMeaning.Unknown && words.All(SessionWords.NumberOf.Contains)))
            {
                return scope.Recipient.Text;
            }
        }

        if (scope.Entities.FirstOrDefault(entity => IsKindOf(entity.Type, type)) is { } whole && type.SpecialType == SpecialType.None && type.TypeKind is not TypeKind.Enum)
        {
            return whole.Text;
        }

        isWhose = IsKeyOfCustomer(words, scope);
        if (MemberOf(scope, parameter) is { } member)
        {
            return member;
        }

        bool isTime = type.Name is "DateTime" or "DateTimeOffset";
        if (scope.Named(parameter.Name, type) is { } named)
        {
            return Text(named);
        }

        isWhose = false;
        if (isTime && words.Any(Now.Contains))
        {
            return scope.Context.NameOf("System." + type.Name, scope.Place) + ".UtcNow";
        }

        if (type.Name == "CancellationToken")
        {
            return scope.Names.FirstOrDefault(symbol => symbol is not IMethodSymbol && SymbolEqualityComparer.Default.Equals(CheckScope.TypeOf(symbol), type)) is { } token ? Text(token) : parameter.IsOptional ? null : "default";
        }

        return null;
    }

    /// <summary>Whether a name is that of a key by which one customer is known: <c>id</c>, <c>customerId</c>, and no <c>branchId</c>.</summary>
    private static bool IsKeyOfCustomer(ImmutableArray<string> words, CheckScope scope)
    {
        bool isKey = words.Any(static word => word is "id" or "guid" or "uuid");
        return isKey && words.All(word => word is "id" or "guid" or "uuid" || SessionWords.NumberOf.Contains(word) || SessionWords.Session.Contains(word)
            || scope.Entities.Any(entity => NameWords.Of(entity.Type.Name).Contains(word)));
    }

    /// <summary>A key or time of the customer: <c>customer.Id</c> for <c>id</c> and for <c>customerId</c>.</summary>
    private static string? MemberOf(CheckScope scope, IParameterSymbol parameter)
    {
        foreach (RecipientEntity entity in scope.Entities)
        {
            foreach (ISymbol member in entity.Type.GetMembers())
            {
                bool isNamed = string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase) || string.Equals(entity.Type.Name + member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase);
                if (isNamed && !member.IsStatic && member is IPropertySymbol or IFieldSymbol && MemberFinder.TypeOf(member) is { } type && SymbolEqualityComparer.Default.Equals(type, parameter.Type) && scope.CanUse(member))
                {
                    return entity.Text + "." + member.Name;
                }
            }
        }

        return null;
    }

    private static bool IsKindOf(INamedTypeSymbol entity, ITypeSymbol wanted)
    {
        for (INamedTypeSymbol? type = entity; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, wanted))
            {
                return true;
            }
        }

        return entity.AllInterfaces.Contains(wanted, SymbolEqualityComparer.Default);
    }

    private static string Text(ISymbol symbol) => EditContext.Identifier(symbol.Name);
}
