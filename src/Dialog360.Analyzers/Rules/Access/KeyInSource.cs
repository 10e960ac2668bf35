using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Access;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Rules.Access;

/// <summary>DLG0701: an API key is written in the source.</summary>
internal sealed class KeyInSource : Rule<BodyScope>
{
    /// <summary>Creates the rule.</summary>
    public KeyInSource()
        : base("DLG0701")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyScope context)
    {
        foreach (IOperation operation in context.Root.DescendantsAndSelf())
        {
            if (operation is ILiteralOperation literal && IsReported(literal, context.Resolver))
            {
                yield return new Finding(this, SourceSpan.Of(operation.Syntax), ImmutableArray<string>.Empty);
            }
        }
    }

    /// <summary>Whether a literal is a key, or a line of headers with one.</summary>
    public static bool IsReported(ILiteralOperation literal, ValueResolver resolver) =>
        literal is { IsImplicit: false, ConstantValue: { HasValue: true, Value: string text }, Syntax.ContainsDiagnostics: false }
        && ((ApiKeys.IsReal(text) && KeyFlow.ReachesKey(literal, resolver)) || IsHeaderLine(text));

    /// <summary><c>"D360-API-KEY: ..."</c>, as Refit's attribute and <c>WebHeaderCollection</c> take it.</summary>
    private static bool IsHeaderLine(string text)
    {
        int colon = text.IndexOf(':');
        return colon > 0 && ApiHosts.IsKeyHeader(text.Substring(0, colon).Trim()) && ApiKeys.IsReal(text.Substring(colon + 1).Trim());
    }
}
