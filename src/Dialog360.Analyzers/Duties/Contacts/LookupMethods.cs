using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Requests;
using Dialog360.Analyzers.Sending.Urls;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Contacts;

/// <summary>Finds the methods of the program that take a phone number and give its <c>wa_id</c>.</summary>
internal sealed class LookupMethods
{
    private readonly LookupFacts _facts;
    private readonly SendingOptions _options;
    private readonly ValueResolver _resolver;

    /// <summary>Creates the part. It is for one thread.</summary>
    public LookupMethods(ValueResolver resolver, SendingOptions options)
    {
        _resolver = resolver;
        _options = options;
        _facts = new LookupFacts(resolver, options);
    }

    /// <summary>Whether what the method returns may take the place of the number: it asks the endpoint, reads a <c>wa_id</c>, and sends nothing itself.</summary>
    public bool GivesWaId(IMethodSymbol method)
    {
        if (method.Parameters is not [{ Type.SpecialType: SpecialType.System_String, RefKind: RefKind.None }, ..] || method.Parameters.Skip(1).Any(static parameter => !parameter.IsOptional && parameter.Type.Name != "CancellationToken")
            || TextOf(method.ReturnType) is null || method.IsGenericMethod || !_facts.IsLookup(method))
        {
            return false;
        }

        if (_options.IsContactLookup(method))
        {
            return true;
        }

        ImmutableArray<IMethodSymbol> bodies = Implementations.Of(_resolver.Program).Of(method, _resolver.CancellationToken);
        return !bodies.IsEmpty && bodies.All(ReadsWaId);
    }

    /// <summary>The text that a method gives, at once or as the result of a task; null for other types.</summary>
    public static ITypeSymbol? TextOf(ITypeSymbol type)
    {
        ITypeSymbol result = IsTask(type, out ITypeSymbol? inner) ? inner! : type;
        return result.SpecialType == SpecialType.System_String ? result : null;
    }

    /// <summary>Whether the type is a task with a result.</summary>
    public static bool IsTask(ITypeSymbol type, out ITypeSymbol? result)
    {
        result = type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ } inner] } ? inner : null;
        return result is not null;
    }

    private bool ReadsWaId(IMethodSymbol method)
    {
        if (_resolver.Program.BodyOf(method, _resolver.CancellationToken) is not { } body || BlockRequests.Of(body, _resolver).Any(static request => request.Url is { } url && ApiHosts.TakesMessages(url)))
        {
            return false;
        }

        foreach (IOperation operation in body.Descendants())
        {
            bool reads = operation switch
            {
                IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member => InboundShape.IsWaId(member.Member),
                ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } => text == "wa_id" || text.EndsWith(".wa_id", StringComparison.Ordinal),
                _ => false,
            };
            if (reads)
            {
                return true;
            }
        }

        return false;
    }
}
