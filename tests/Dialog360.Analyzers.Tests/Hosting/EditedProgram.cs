using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Tests.Hosting;

/// <summary>A program that is edited at random, the same way for the same seed: as an editor has it, with the trees of the files that stay, and anew.</summary>
internal sealed class EditedProgram
{
    private static readonly string[] Characters = [";", "{", "}", "(", ")", "\"", ".", " ", "a", "=", "//", "\n", "new ", "to", "await "];

    private static readonly string[] Members =
    [
        "public Task Again{0}(Sender sender) => sender.TextAsync(\"491701234567\", \"Hello\");",
        "private string typed{0};",
        "public object Button{0}(string title) => new {{ type = \"reply\", reply = new {{ id = \"{0}\", title }} }};",
        "public record Notice{0}(string To, string Text);",
        "public async Task Run{0}(Outbox outbox) {{ foreach (var line in outbox.Lines) {{ await outbox.SendAsync(line); }} }}",
        "public HttpClient Http{0} {{ get; }} = new() {{ BaseAddress = new Uri(\"https://waba-v2.360dialog.io/\") }};",
        "public Func<string, Task> Send{0} {{ get; set; }}",
        "public void Fill{0}(Outbox outbox) => outbox.Send = text => new Sender(new HttpClient()).TextAsync(text, text);",
        "public const string Key{0} = \"kT9xQzB72hWmPq4RsLvN3cYdAK\";",
    ];

    private readonly Random _random;
    private readonly ImmutableArray<(string Path, string Text)> _first;
    private readonly CSharpParseOptions _parse = new(LanguageVersion.Latest);
    private readonly List<(string Path, string Text, SyntaxTree Tree)> _files = [];
    private int _edits;

    public EditedProgram(int seed, IEnumerable<(string Path, string Text)> files)
    {
        _random = new Random(seed);
        _first = [.. files];
        foreach ((string path, string text) in _first)
        {
            Add(path, text);
        }
    }

    /// <summary>What was done last.</summary>
    public string LastEdit { get; private set; } = "nothing";

    /// <summary>The compilation with the trees of all files that did not change.</summary>
    public CSharpCompilation Warm => Compile(_files.Select(static file => file.Tree));

    /// <summary>The compilation of the same texts, as if nobody had seen them before.</summary>
    public CSharpCompilation Cold => Compile(_files.Select(file => Parse(file.Path, file.Text)));

    /// <summary>Makes one edit; now and then a file is as it was in the beginning again, so that there is something to find.</summary>
    public void Edit()
    {
        _edits++;
        if (_edits % 20 == 0)
        {
            _files.Clear();
            foreach ((string each, string first) in _first)
            {
                Add(each, first);
            }

            LastEdit = "all as in the beginning";
            return;
        }

        if (_edits % 4 == 0)
        {
            (string path, string text) = _first[_random.Next(_first.Length)];
            _files.RemoveAll(file => file.Path == path);
            Add(path, text);
            LastEdit = "restored " + path;
            return;
        }

        int place = _random.Next(_files.Count);
        (string edited, string before, _) = _files[place];
        switch (_random.Next(12))
        {
            case 0 when _files.Count > 3:
                _files.RemoveAt(place);
                LastEdit = "removed " + edited;
                return;
            case 1:
                Add(string.Create(CultureInfo.InvariantCulture, $"Added{_edits}.cs"), "public class Added" + _edits.ToString(CultureInfo.InvariantCulture) + " { " + Member() + " }");
                LastEdit = "added a file";
                return;
        }

        string after = Changed(before);
        _files[place] = (edited, after, Parse(edited, after));
        LastEdit = "edited " + edited;
    }

    private string Changed(string text)
    {
        int at = _random.Next(text.Length + 1);
        string[] lines = text.Split('\n');
        int line = _random.Next(lines.Length);
        switch (_random.Next(7))
        {
            case 0:
                return text.Insert(at, Characters[_random.Next(Characters.Length)]);
            case 1:
                return text.Remove(at, Math.Min(_random.Next(1, 8), text.Length - at));
            case 2:
                return string.Join('\n', lines.Where((_, index) => index != line));
            case 3:
                return string.Join('\n', lines.Take(line).Concat(lines.Skip(line).Take(1)).Concat(lines.Skip(line)));
            case 4:
                string other = _files[_random.Next(_files.Count)].Text;
                return string.Join('\n', lines.Take(line).Append(other.Split('\n')[_random.Next(other.Split('\n').Length)]).Concat(lines.Skip(line)));
            default:
                int end = text.LastIndexOf('}');
                return end < 0 ? text + Member() : text.Insert(end, "    " + Member() + "\n");
        }
    }

    private string Member() => string.Format(CultureInfo.InvariantCulture, Members[_random.Next(Members.Length)], _edits);

    private void Add(string path, string text) => _files.Insert(_random.Next(_files.Count + 1), (path, text, Parse(path, text)));

    private SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, _parse, path);

    private static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) =>
        CSharpCompilation.Create("Edited", trees, TestReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
