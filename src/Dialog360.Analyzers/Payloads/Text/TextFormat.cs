using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Text;

/// <summary>Reads <c>string.Format</c>: doubled braces, <c>{0}</c>, <c>{1,8:F2}</c>.</summary>
internal static class TextFormat
{
    /// <summary>The text that the call gives; null where the format is not known or would throw.</summary>
    public static CSharpText? Read(IInvocationOperation call, ValueResolver resolver, SyntaxNode? use, int depth)
    {
        ImmutableArray<IParameterSymbol> parameters = call.TargetMethod.Parameters;
        int first = parameters.Length > 0 && TextCalls.IsString(parameters[0].Type) ? 0 : 1;
        if (first >= parameters.Length || !TextCalls.IsString(parameters[first].Type)
            || TextCalls.ArgumentOf(call, parameters[first]) is not { } format
            || TextComposer.Compose(format, resolver, use, depth) is not { } source)
        {
            return null;
        }

        ImmutableArray<IOperation> arguments = TextCalls.Elements(call, first + 1);
        TextBuilder builder = new();
        List<int> known = new();
        HoledText text = source.Text;
        for (int index = 0; index < text.Text.Length; index++)
        {
            char character = text.Text[index];
            if (text.IsHole(index))
            {
                Flush();
                builder.AddSlice(source, index, 1);
            }
            else if (character is not ('{' or '}'))
            {
                known.Add(index);
            }
            else if (index + 1 < text.Text.Length && text.Text[index + 1] == character)
            {
                known.Add(index++);
            }
            else if (character == '{' && Placeholder(text.Text, index) is { } placeholder)
            {
                Flush();
                if (!Fill(placeholder))
                {
                    return null;
                }

                index = placeholder.End - 1;
            }
            else
            {
                return null;
            }
        }

        Flush();
        return builder.IsFull ? null : builder.Build(call.Syntax);

        void Flush()
        {
            builder.AddFormat(source, known);
            known.Clear();
        }

        bool Fill((int Ordinal, bool IsPlain, int End) placeholder)
        {
            if (arguments.IsDefault)
            {
                // The arguments are in an array that is not seen.
                builder.AddHole(use ?? call.Syntax, operation: null);
                return true;
            }

            if (placeholder.Ordinal >= arguments.Length)
            {
                return false;
            }

            IOperation argument = arguments[placeholder.Ordinal];
            if (placeholder.IsPlain && TextComposer.Compose(argument, resolver, use, depth) is { } filled)
            {
                builder.AddSlice(filled, 0, filled.Text.Text.Length);
            }
            else
            {
                builder.AddHole(use ?? argument.Syntax, TextComposer.Strip(argument));
            }

            return true;
        }
    }

    private static (int Ordinal, bool IsPlain, int End)? Placeholder(string text, int start)
    {
        int index = start + 1;
        while (index < text.Length && text[index] is >= '0' and <= '9')
        {
            index++;
        }

        int end = text.IndexOf('}', index);
        return end >= 0 && int.TryParse(text.Substring(start + 1, index - start - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int ordinal)
            && text[index] is '}' or ',' or ':' or ' '
            ? (ordinal, end == index, end + 1)
            : null;
    }
}
