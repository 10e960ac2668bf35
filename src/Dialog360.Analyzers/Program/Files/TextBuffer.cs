using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Program.Files;

/// <summary>Lends the characters of a source text, so that reading thousands of files allocates one array for each thread.</summary>
internal static class TextBuffer
{
    private const int MaxKept = 1 << 20;

    private const int ChunkLength = 1024;

    private static char[]? kept;

    [ThreadStatic]
    private static char[]? left;

    [ThreadStatic]
    private static char[]? right;

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

    /// <summary>Whether two stretches of text have the same characters.</summary>
    public static bool AreSame(SourceText one, TextSpan span, SourceText other, TextSpan otherSpan)
    {
        if (span.Length != otherSpan.Length)
        {
            return false;
        }

        left ??= new char[ChunkLength];
        right ??= new char[ChunkLength];
        for (int at = 0; at < span.Length; at += ChunkLength)
        {
            int length = Math.Min(ChunkLength, span.Length - at);
            one.CopyTo(span.Start + at, left, 0, length);
            other.CopyTo(otherSpan.Start + at, right, 0, length);
            for (int index = 0; index < length; index++)
            {
                if (left[index] != right[index])
                {
                    return false;
                }
            }
        }

        return true;
    }
}
