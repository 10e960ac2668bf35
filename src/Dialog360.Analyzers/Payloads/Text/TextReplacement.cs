using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Text;

/// <summary>Reads <c>text.Replace("x", y)</c>: a text with its own placeholders, or one in single quotes.</summary>
internal static class TextReplacement
{
    private static readonly char[] Escaped = ['"', '\\', '\n', '\r'];

    /// <summary>The text that the call gives; null where it is not known what it replaces.</summary>
    public static CSharpText? Read(IInvocationOperation call, IOperation operand, ValueResolver resolver, SyntaxNode? use, int depth)
    {
        if (Constant(call.Arguments[0], resolver) is not { Length: > 0 } old || TextComposer.Compose(operand, resolver, use, depth) is not { HasKnownText: true } source)
        {
            return null;
        }

        string? replacement = call.Arguments.Length == 2 ? Constant(call.Arguments[1], resolver) : null;
        StringComparison comparison = call.Arguments.Length == 2 ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        HoledText text = source.Text;

        // What is escaped in the whole text is escaped in its holes too: their own values no longer tell what stands there.
        bool isEscape = old.IndexOfAny(Escaped) >= 0;
        TextBuilder builder = new() { ForgetsHoles = isEscape };
        int from = 0;
        for (int at = Next(0); at >= 0 && !builder.IsFull; at = Next(from))
        {
            builder.AddSlice(source, from, at - from);
            if (replacement is null)
            {
                builder.AddPlaceholder(source, at, old.Length, call.Arguments.Length == 2 ? TextComposer.Strip(call.Arguments[1].Value) : null);
            }
            else
            {
                builder.AddReplaced(source, at, old.Length, replacement);
            }

            from = at + old.Length;
        }

        builder.AddSlice(source, from, text.Text.Length - from);
        return builder.IsFull ? null : builder.Build(call.Syntax);

        int Next(int start) => text.Text.IndexOf(old, start, comparison);
    }

    private static string? Constant(IArgumentOperation argument, ValueResolver resolver) =>
        resolver.ConstantOf(argument.Value) is { HasValue: true, Value: var value } ? value as string ?? (value as char?)?.ToString() : null;
}
