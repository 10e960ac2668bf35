using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Text;

/// <summary>Recognises calls that look after the characters which end a JSON string early.</summary>
internal static class EscapingCalls
{
    private const int MaxDepth = 16;

    /// <summary>Whether the call does, in whatever way.</summary>
    public static bool Any(IInvocationOperation call, ValueResolver resolver) => IsEncoder(call.TargetMethod) || ReplacesQuotes(call, resolver) || Escapes(call.TargetMethod, resolver);

    /// <summary>Whether a method escapes for JSON or for URLs, or gives text of a small alphabet. HTML encoders do not count.</summary>
    public static bool IsEncoder(IMethodSymbol method) => (method.ContainingType?.Name, method.Name) switch
    {
        ("JsonEncodedText" or "JsonSerializer" or "JsonConvert" or "JavaScriptSerializer", _) => true,
        ("HttpUtility", "JavaScriptStringEncode" or "UrlEncode" or "UrlPathEncode") => true,
        ("WebUtility", "UrlEncode") => true,
        ("Uri", "EscapeDataString" or "EscapeUriString" or "HexEscape") => true,
        ("Convert", "ToBase64String" or "ToHexString") => true,
        ("BitConverter", _) => true,
        (_, "Encode") => Names.IsOrDerives(method.ContainingType, "JavaScriptEncoder") || Names.IsOrDerives(method.ContainingType, "UrlEncoder"),
        _ => false,
    };

    /// <summary>Whether somebody takes care of the quotes by hand, in this call or in one before it.</summary>
    public static bool ReplacesQuotes(IInvocationOperation call, ValueResolver resolver)
    {
        IOperation? current = call;
        for (int step = 0; step < MaxDepth && current is IInvocationOperation invocation; step++)
        {
            if (invocation is { TargetMethod.Name: "Replace", Arguments: [{ Value: var old }, ..] }
                && resolver.ConstantOf(old) is { HasValue: true, Value: "\"" or '"' })
            {
                return true;
            }

            current = invocation.Instance is { } instance ? resolver.Resolve(instance) : null;
        }

        return false;
    }

    /// <summary>
    /// Whether a helper looks after the characters itself: one whose name says that it escapes, or one of this compilation in whose body
    /// an encoder or a replacement of quotes stands.
    /// </summary>
    public static bool Escapes(IMethodSymbol method, ValueResolver resolver)
    {
        string name = method.Name;
        bool saysHtml = name.IndexOf("html", StringComparison.OrdinalIgnoreCase) >= 0;
        if (!saysHtml && EvidenceWords.Speaks("escape", name))
        {
            return true;
        }

        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            foreach (SyntaxNode node in reference.GetSyntax(resolver.CancellationToken).DescendantNodes())
            {
                if (node is IdentifierNameSyntax { Identifier.ValueText: "JsonEncodedText" or "JsonSerializer" or "JsonConvert" or "JavaScriptStringEncode" or "JavaScriptEncoder" or "EscapeDataString" or "UrlEncode" }
                    or LiteralExpressionSyntax { Token.Value: "\"" or '"' })
                {
                    return true;
                }
            }
        }

        return false;
    }
}
