namespace Dialog360.Analyzers.Program.Files;

/// <summary>In which files of a program a word stands: looked for in each file at first, in an inverted index where many are asked for.</summary>
internal sealed class WordFiles
{
    /// <summary>So many names are looked for in each file; more of them are worth an inverted index.</summary>
    private const int MaxScans = 40;

    private readonly FileSummary[] _files;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<int, int[]> _known = [];
    private (int[] Names, int[] Files)? _inverted;

    /// <summary>Creates it; for one thread.</summary>
    public WordFiles(FileSummary[] files, CancellationToken cancellationToken)
    {
        _files = files;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The words that were asked for.</summary>
    public IEnumerable<int> Asked => _known.Keys;

    /// <summary>The files in which a word stands, in order.</summary>
    public int[] With(int name)
    {
        if (!_known.TryGetValue(name, out int[]? files))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            files = _known.Count < MaxScans ? Scan(name) : LookUp(name);
            _known.Add(name, files);
        }

        return files;
    }

    private int[] LookUp(int name)
    {
        (int[] names, int[] places) = _inverted ??= Invert();
        int start = Array.BinarySearch(names, name);
        if (start < 0)
        {
            return [];
        }

        int end = start;
        while (start > 0 && names[start - 1] == name)
        {
            start--;
        }

        while (end < names.Length && names[end] == name)
        {
            end++;
        }

        int[] files = new int[end - start];
        Array.Copy(places, start, files, 0, files.Length);
        Array.Sort(files);
        return files;
    }

    private int[] Scan(int name)
    {
        List<int> found = [];
        for (int file = 0; file < _files.Length; file++)
        {
            if (_files[file].Words.Has(name))
            {
                found.Add(file);
            }
        }

        return [.. found];
    }

    private (int[] Names, int[] Files) Invert()
    {
        int total = 0;
        foreach (FileSummary file in _files)
        {
            total += file.Words.Numbers.Length;
        }

        int[] names = new int[total];
        int[] places = new int[total];
        int at = 0;
        for (int file = 0; file < _files.Length; file++)
        {
            foreach (int number in _files[file].Words.Numbers)
            {
                names[at] = number;
                places[at++] = file;
            }
        }

        Array.Sort(names, places);
        return (names, places);
    }
}
