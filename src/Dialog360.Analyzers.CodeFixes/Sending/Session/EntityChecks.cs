using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Duties.Session;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>Finds what the object that the recipient is read from says of the session: a flag, a method, when it ends, when the last message came in.</summary>
internal static class EntityChecks
{
    /// <summary>The first check; of the nearest object first.</summary>
    public static ExistingCheck? In(CheckScope scope, SessionCondition judge)
    {
        foreach (RecipientEntity entity in scope.Entities)
        {
            if (Of(entity.Text, entity.Type, ImmutableArray<string>.Empty, scope, judge) is { } check)
            {
                return check;
            }

            foreach (ISymbol member in entity.Type.GetMembers())
            {
                // customer.Session.IsActive
                if (Read(member, scope) is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, SpecialType: SpecialType.None } type
                    && !ForeignTypes.Is(type) && SessionNames.SpeaksOfSession(NameWords.Of(member.Name))
                    && Of(entity.Text + "." + member.Name, type, NameWords.Of(member.Name).AddRange(NameWords.Of(type.Name)), scope, judge) is { } inner)
                {
                    return inner;
                }
            }
        }

        return null;
    }

    private static ExistingCheck? Of(string text, INamedTypeSymbol type, ImmutableArray<string> holder, CheckScope scope, SessionCondition judge)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (Read(member, scope) is not null && ExistingCheck.OfFlag(member, text + "." + member.Name, holder, scope) is { } flag)
            {
                return flag;
            }
        }

        foreach (IMethodSymbol method in ExistingCheck.MethodsOf(type))
        {
            if (!method.IsStatic && scope.CanUse(method) && ExistingCheck.OfMethod(method, text + ".", holder, scope, judge, needsWhose: false) is { } call)
            {
                return call;
            }
        }

        return type.GetMembers().Select(member => OfTime(member, text + "." + member.Name, holder, scope)).FirstOrDefault(static check => check is not null);
    }

    /// <summary>The moment at which the session ends, or that of the last message that came in.</summary>
    private static ExistingCheck? OfTime(ISymbol member, string text, ImmutableArray<string> holder, CheckScope scope)
    {
        if (Read(member, scope) is not { } type || Underlying(type) is not { Name: "DateTime" or "DateTimeOffset" } moment || scope.Context.NameOf("System." + moment.Name, scope.Place) is not { } name)
        {
            return null;
        }

        ImmutableArray<string> words = NameWords.Of(member.Name);
        if (SessionNames.IsExpiry(words, holder))
        {
            return new ExistingCheck($"{text} > {name}.UtcNow", text, "guard-until");
        }

        bool isInbound = SessionWords.Any(words, SessionWords.Inbound) || (words.Contains("last") && words.Contains("message") && SessionWords.Any(words, SessionWords.TheirSide));
        return isInbound && !SessionWords.Any(words, SessionWords.Outbound) && !SessionWords.Any(words, SessionWords.OtherTimes) && scope.Context.NameOf("System.TimeSpan", scope.Place) is { } span
            ? new ExistingCheck($"{name}.UtcNow - {text} < {span}.FromHours(24)", text, "guard-within-hours")
            : null;
    }

    /// <summary>The type of a property or field that can be read here.</summary>
    private static ITypeSymbol? Read(ISymbol member, CheckScope scope) =>
        member is IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null } or IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } && scope.CanUse(member) ? MemberFinder.TypeOf(member) : null;

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
