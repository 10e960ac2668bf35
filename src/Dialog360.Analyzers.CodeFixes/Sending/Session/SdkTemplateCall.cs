using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>Calls the method of an SDK's factory that makes a template in the place of the one that makes a free-form message.</summary>
internal static class SdkTemplateCall
{
    /// <summary>The changes; null where the factory has no such method, or one that takes more than is at hand.</summary>
    public static ImmutableArray<SourceChange>? Of(PayloadNode message, EditContext context)
    {
        if (message.Origin.Syntax is not InvocationExpressionSyntax call
            || context.ModelOf(call).GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol method
            || message.Member("to")?.Origin.Syntax is not ArgumentSyntax { Expression: var recipient })
        {
            return null;
        }

        SimpleNameSyntax? name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        foreach (IMethodSymbol factory in method.ContainingType.GetMembers().OfType<IMethodSymbol>())
        {
            if (name is not null && factory.IsStatic && factory.Name.StartsWith("CreateTemplateMessage", StringComparison.Ordinal)
                && SymbolEqualityComparer.Default.Equals(factory.ReturnType, method.ReturnType)
                && TemplateArguments.For(factory.Parameters, parameter => ParameterWords.Of(parameter) == ParameterMeaning.Recipient ? recipient.ToString() : null, call, context) is { } arguments)
            {
                return ImmutableArray.Create(new SourceChange(call.SyntaxTree, TextSpan.FromBounds(name.SpanStart, call.Span.End), $"{factory.Name}({arguments.List})"));
            }
        }

        return null;
    }
}
