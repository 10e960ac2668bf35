using System.Globalization;

namespace Dialog360.Analyzers.Benchmarks;

/// <summary>The sources of a generated program: mostly ordinary code, and some files that send.</summary>
internal static class GeneratedProgram
{
    /// <summary>The files by name.</summary>
    /// <param name="plain">How many files have nothing to do with messages, 120 lines each.</param>
    /// <param name="senders">How many classes send through 360dialog; each has a file of callers beside it.</param>
    /// <param name="posters">How many classes post JSON to other hosts.</param>
    public static IEnumerable<(string Name, string Text)> Files(int plain, int senders, int posters)
    {
        for (int number = 0; number < plain; number++)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"Plain{number:0000}.cs"), PlainFiles.File(number));
        }

        for (int number = 0; number < senders; number++)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"Sender{number:0000}.cs"), MessagingFiles.Sender(number));
        }

        for (int number = 0; number < (senders + 1) / 2; number++)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"Caller{number:0000}.cs"), MessagingFiles.Caller(number));
        }

        for (int number = 0; number < posters; number++)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"Poster{number:0000}.cs"), MessagingFiles.Poster(number));
        }
    }

    /// <summary>Writes the files into a folder.</summary>
    public static void Write(string folder, int plain, int senders, int posters)
    {
        Directory.CreateDirectory(folder);
        foreach ((string name, string text) in Files(plain, senders, posters))
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }
    }
}
