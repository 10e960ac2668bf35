using System.Collections.Immutable;
using Dialog360.Analyzers.Sending.Control;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>A check of the session that code in a type can call with a recipient.</summary>
/// <param name="Call">How it is called, up to the parenthesis: <c>IsSessionOpen</c>, <c>_sessions.IsOpenAsync</c>.</param>
/// <param name="IsAwaited">Whether its result is awaited.</param>
/// <param name="IsClosed">Whether it is true where the session is closed.</param>
internal sealed record ExistingCheck(string Call, bool IsAwaited, bool IsClosed)
{
    /// <summary>The condition under which a free-form message may be sent.</summary>
    public string ConditionFor(string recipient) => (IsClosed ? "!" : string.Empty) + (IsAwaited ? "await " : string.Empty) + Call + "(" + recipient + ")";

    /// <summary>The first check that is in scope: a method of the type itself, then one of what it holds in fields and properties.</summary>
    /// <param name="type">The type in which the code stands.</param>
    /// <param name="isStatic">Whether the code is static.</param>
    /// <param name="mayAwait">Whether the code may await.</param>
    public static ExistingCheck? In(INamedTypeSymbol type, bool isStatic, bool mayAwait)
    {
        if (Among(type, string.Empty, isStatic, mayAwait, isOwn: true) is { } own)
        {
            return own;
        }

        foreach (ISymbol member in type.GetMembers())
        {
            ITypeSymbol? held = member switch
            {
                IFieldSymbol { AssociatedSymbol: null, IsImplicitlyDeclared: false } field => field.Type,
                IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
                _ => null,
            };
            if (held is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } holder && (!isStatic || member.IsStatic)
                && Among(holder, member.Name + ".", isStatic: false, mayAwait, isOwn: false) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static ExistingCheck? Among(INamedTypeSymbol type, string prefix, bool isStatic, bool mayAwait, bool isOwn)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters: [{ Type.SpecialType: SpecialType.System_String, RefKind: RefKind.None }, ..] } method
                || (isStatic && !method.IsStatic)
                || (!isOwn && (method.IsStatic || method.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected))
                || method.Parameters.Skip(1).Any(static parameter => !parameter.IsOptional))
            {
                continue;
            }

            bool isTask = method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] };
            if (!isTask && method.ReturnType.SpecialType != SpecialType.System_Boolean || (isTask && !mayAwait))
            {
                continue;
            }

            SessionSense sense = SessionNames.SenseOf(NameWords.Of(method.Name), isOwn ? ImmutableArray<string>.Empty : NameWords.Of(type.Name));
            if (sense is SessionSense.Open or SessionSense.Closed)
            {
                return new ExistingCheck(prefix + method.Name, isTask, sense == SessionSense.Closed);
            }
        }

        return null;
    }
}
