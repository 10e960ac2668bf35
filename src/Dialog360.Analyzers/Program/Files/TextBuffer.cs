using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Program.Files;

/// <summary>Lends the characters of a source text, so that reading thousands of files allocates one array for each thread.</summary>
internal static class TextBuffer
{
    private const int MaxKept = 1 << 20;

    private static char[]? kept;

    /// <summary>Reads characters; the array may be longer than the text and is taken back afterwards.</summary>
    public delegate T Reading<TState, T>(char[] characters, int length, TState state);

    /// <summary>Runs <paramref name="read"/> on the characters of a stretch of a text.</summary>
    public static T Read<TState, T>(SourceText text, TextSpan span, TState state, Reading<TState, T> read)
    {
        char[] buffer = Interlocked.Exchange(ref kept, null) ?? [];
        if (buffer.Length < span.Length)
        {
            buffer = new char[Math.Max(span.Length + (span.Length / 2), 8 * 1024)];
        }

        try
        {
            text.CopyTo(span.Start, buffer, 0, span.Length);
            return read(buffer, span.Length, state);
        }
        finally
        {
            if (buffer.Length <= MaxKept)
            {
                Interlocked.Exchange(ref kept, buffer);
            }
        }
    }
}
