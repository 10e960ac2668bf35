using System.Collections.Immutable;
using Dialog360.Analyzers.Duties.Contacts;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>A look-up of contacts that code in a type can call with a recipient.</summary>
/// <param name="Call">How it is called, up to the parenthesis: <c>FindWaIdAsync</c>, <c>_contacts.FindWaId</c>.</param>
/// <param name="IsAwaited">Whether its result is awaited.</param>
/// <param name="MayGiveNull">Whether it may find nothing.</param>
internal sealed record ExistingLookUp(string Call, bool IsAwaited, bool MayGiveNull)
{
    /// <summary>What follows the recipient in the call: the token that ends the work, where the look-up takes one.</summary>
    public string Token { get; private init; } = string.Empty;

    /// <summary>What follows an awaited call, as the file writes it.</summary>
    public string Configured { get; private init; } = string.Empty;

    /// <summary>The <c>wa_id</c> of a recipient.</summary>
    public string For(string recipient) => (IsAwaited ? "await " : string.Empty) + Call + "(" + recipient + Token + ")" + (IsAwaited ? Configured : string.Empty) + (MayGiveNull ? " ?? " + recipient : string.Empty);

    /// <summary>The first look-up that is in scope: a method of the type itself, then one of what it holds in fields, properties and parameters.</summary>
    /// <param name="site">The send.</param>
    /// <param name="methods">Tells which methods look up.</param>
    /// <param name="model">The file.</param>
    /// <param name="mayAwait">Whether the code may await.</param>
    public static ExistingLookUp? In(SendSite site, LookupMethods methods, SemanticModel model, bool mayAwait)
    {
        int position = site.Call.Syntax.SpanStart;
        ISymbol? around = model.GetEnclosingSymbol(position);
        for (INamedTypeSymbol? type = around?.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers())
            {
                if (member is IMethodSymbol method && model.IsAccessible(position, method) && (method.IsStatic || HasInstance(around!)) && !SymbolEqualityComparer.Default.Equals(method, site.Unit.Symbol)
                    && Of(method, string.Empty, methods, mayAwait) is { } own)
                {
                    return own.At(method, site.Call.Syntax, model);
                }
            }
        }

        foreach (ISymbol held in UsableNames.At(position, model).OrderBy(static symbol => symbol.Name, StringComparer.Ordinal))
        {
            ITypeSymbol? type = held switch
            {
                IFieldSymbol { IsImplicitlyDeclared: false } field when field.IsStatic || HasInstance(around!) => field.Type,
                IPropertySymbol { IsIndexer: false, GetMethod: not null } property when property.IsStatic || HasInstance(around!) => property.Type,
                IParameterSymbol { RefKind: RefKind.None } parameter => parameter.Type,
                ILocalSymbol local when local.Locations[0].SourceSpan.End < position => local.Type,
                _ => null,
            };
            foreach (ISymbol member in type is { DeclaringSyntaxReferences.IsEmpty: false } ? type.GetMembers() : ImmutableArray<ISymbol>.Empty)
            {
                if (member is IMethodSymbol { IsStatic: false } method && model.IsAccessible(position, method) && Of(method, held.Name + ".", methods, mayAwait) is { } found)
                {
                    return found.At(method, site.Call.Syntax, model);
                }
            }
        }

        return null;
    }

    /// <summary>The look-up as it is called at a place: with the token that is at hand there.</summary>
    private ExistingLookUp At(IMethodSymbol method, SyntaxNode place, SemanticModel model)
    {
        if (method.Parameters.FirstOrDefault(static parameter => parameter.Type.Name == "CancellationToken") is not { } wanted)
        {
            return this with { Configured = AwaitStyle.Suffix(place) };
        }

        ISymbol? token = UsableNames.At(place.SpanStart, model).FirstOrDefault(static symbol => symbol is IParameterSymbol { Type.Name: "CancellationToken" } or ILocalSymbol { Type.Name: "CancellationToken" });
        string name = wanted.Ordinal == 1 ? string.Empty : wanted.Name + ": ";
        return this with { Configured = AwaitStyle.Suffix(place), Token = token is not null ? $", {name}{token.Name}" : wanted.IsOptional ? string.Empty : $", {name}default" };
    }

    private static bool HasInstance(ISymbol around) => !around.IsStatic && around is not IFieldSymbol;

    private static ExistingLookUp? Of(IMethodSymbol method, string prefix, LookupMethods methods, bool mayAwait)
    {
        if (method.MethodKind != MethodKind.Ordinary || !methods.GivesWaId(method))
        {
            return null;
        }

        bool isTask = LookupMethods.IsTask(method.ReturnType, out _);
        bool mayGiveNull = LookupMethods.TextOf(method.ReturnType)!.NullableAnnotation == NullableAnnotation.Annotated;
        return isTask && !mayAwait ? null : new ExistingLookUp(prefix + method.Name, isTask, mayGiveNull);
    }
}
