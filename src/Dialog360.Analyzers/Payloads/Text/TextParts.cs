using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Text;

/// <summary>
/// Reads pieces of JSON that a method of the project writes where they become part of a larger text: <c>"[" + Button("yes", "Yes") + "]"</c>. What the method
/// writes itself stands at the call, what it is given at the argument.
/// </summary>
internal static class TextParts
{
    private const int MaxDepth = 4;

    private static readonly char[] JsonCharacters = ['{', '[', '"'];

    /// <summary>The text that a call gives; null where its method is not seen or writes no JSON.</summary>
    public static CSharpText? Of(IInvocationOperation call, ValueResolver resolver, SyntaxNode? use, int depth)
    {
        if (depth > MaxDepth || !TextCalls.IsString(call.TargetMethod.ReturnType) || call.TargetMethod is not { DeclaringSyntaxReferences.IsEmpty: false, IsGenericMethod: false }
            || Implementations.Of(resolver.Program).Only(call.TargetMethod, resolver.CancellationToken) is not (IMethodSymbol target, IOperation body)
            || ReturnedValues.Of(body) is not [{ IsElement: false, Value: var returned }] || !TextUses.IsTextExpression(TextComposer.Strip(resolver.Resolve(returned))))
        {
            return null;
        }

        SyntaxNode place = use ?? call.Syntax;
        return TextComposer.Compose(returned, resolver, place, depth) is { HasKnownText: true } text && text.Text.Text.IndexOfAny(JsonCharacters) >= 0
            ? WithArguments(text, call, target, place, resolver, use, depth)
            : null;
    }

    private static CSharpText? WithArguments(CSharpText text, IInvocationOperation call, IMethodSymbol target, SyntaxNode place, ValueResolver resolver, SyntaxNode? use, int depth)
    {
        TextBuilder builder = new();
        foreach (TextSegment segment in text.Segments)
        {
            if (segment.Form != LiteralForm.Hole)
            {
                builder.AddConstant(text.Text.Text.Substring(segment.Start, segment.Length), place);
            }
            else if (ArgumentFor(segment.Hole, call, target) is { } argument)
            {
                if (TextComposer.Compose(argument, resolver, use, depth) is not { } given)
                {
                    return null;
                }

                builder.AddSlice(given, 0, given.Text.Text.Length);
            }
            else
            {
                builder.AddHole(place, operation: null);
            }
        }

        return builder.IsFull ? null : builder.Build(call.Syntax, call);
    }

    /// <summary>What a call gives for the parameter that fills a hole; null for anything else.</summary>
    private static IOperation? ArgumentFor(IOperation? hole, IInvocationOperation call, IMethodSymbol target) =>
        hole is not null && TextComposer.Strip(hole) is IParameterReferenceOperation { Parameter: { } parameter } && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, target)
            ? CallSite.ArgumentOf(call, parameter.Ordinal)
            : null;
}
