using System.Globalization;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog.Templates;

/// <summary>
/// Reads a list of templates: the saved answer of <c>GET /v1/configs/templates</c> or of Meta's <c>message_templates</c>, or a bare array. The text is
/// gone through once; of a template its name, language and status are kept, and where its components stand. Whatever the file holds, nothing is thrown.
/// </summary>
internal sealed class ManifestReader
{
    private readonly JsonCursor _json;
    private readonly TextPiece _piece;
    private readonly List<TemplateDefinition> _definitions = new();
    private readonly MemberNames _names = new();
    private readonly Action<string> _readNames;
    private ManifestProblem? _problem;
    private ManifestProblem? _pageEnd;
    private ManifestProblem? _totalPlace;
    private int? _count;
    private int? _total;
    private bool _hasList;

    private ManifestReader(JsonCursor json, TextPiece piece)
    {
        _json = json;
        _piece = piece;
        _readNames = ReadNames;
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="piece">Gives pieces of the text later, so that it need not be kept; null to keep it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The work is no longer wanted.</exception>
    public static TemplateManifest Read(string text, TextPiece? piece = null, CancellationToken cancellationToken = default)
    {
        if (text.Length > TemplateFacts.Current.MaxCharacters)
        {
            return TooLong(text.Length);
        }

        int zero = text.IndexOf('\0');
        if (zero >= 0)
        {
            return Unreadable(new ManifestProblem("it is not text in UTF-8", zero, 1));
        }

        // A byte order mark that is left in the text is not JSON.
        int start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        JsonCursor json = new(text, start, cancellationToken);
        if (json.Position == text.Length)
        {
            return Unreadable(new ManifestProblem("it is empty", 0, 0));
        }

        ManifestReader reader = new(json, piece ?? ((from, to) => text.Substring(from, to - from)));
        int root = json.Position;
        reader.ReadRoot();
        return json.IsBroken ? Unreadable(NotJson(start == 0 ? text : " " + text.Substring(1), cancellationToken)) : reader.ToManifest(root);
    }

    /// <summary>A file of that kind that cannot be read.</summary>
    public static TemplateManifest Unreadable(ManifestProblem problem) => new(Array.Empty<TemplateDefinition>(), problem, gap: null);

    /// <summary>A file that has more characters than are read.</summary>
    public static TemplateManifest TooLong(int length) =>
        Unreadable(new ManifestProblem($"it has {Number(length)} characters, and no more than {Number(TemplateFacts.Current.MaxCharacters)} are read", 0, 0));

    private static ManifestProblem NotJson(string text, CancellationToken cancellationToken) =>
        JsonParser.FirstError(new HoledText(text), cancellationToken) is { } error
            ? new ManifestProblem("it is not well-formed JSON: " + JsonErrorWords.Of(error, text), error.Start, error.Length)
            : new ManifestProblem("it is not well-formed JSON", 0, 0);

    private TemplateManifest ToManifest(int root)
    {
        if (!_hasList)
        {
            return Unreadable(new ManifestProblem($"it holds no list of templates: there is neither an array nor a member {InWords.List(TemplateFacts.Current.Lists.Select(static each => $"'{each}'"), "or")}", root, 1));
        }

        return _problem is not null ? Unreadable(_problem) : new TemplateManifest(_definitions, error: null, Gap());
    }

    private void ReadRoot()
    {
        if (_json.Kind == JsonKind.Array)
        {
            ReadList();
        }
        else if (_json.Kind == JsonKind.Object)
        {
            ReadMembers(ReadRootMember);
        }
        else
        {
            _json.Skip();
        }

        _json.End();
    }

    private void ReadRootMember(string name)
    {
        int start = _json.Position;
        switch (name)
        {
            case "count":
                _count = ReadInteger();
                break;
            case "total":
                _total = ReadInteger();
                _totalPlace = Place(start);
                break;
            case "paging" when _json.Kind == JsonKind.Object:
                ReadMembers(ReadPagingMember);
                break;
            default:
                if (_json.Kind == JsonKind.Array && TemplateFacts.Current.Lists.Contains(name))
                {
                    ReadList();
                }
                else
                {
                    _json.Skip();
                }

                break;
        }
    }

    private void ReadPagingMember(string name)
    {
        int start = _json.Position;
        if (_json.Text() is { Length: > 0 } && name == "next")
        {
            _pageEnd = Place(start) with { Reason = "it is one page of the list: 'paging.next' says that more follow" };
        }
    }

    private void ReadList()
    {
        _hasList = true;
        _json.Begin();
        while (_json.NextElement())
        {
            int start = _json.Position;
            if (_json.Kind == JsonKind.Object)
            {
                ReadTemplate(start);
            }
            else
            {
                _json.Skip();
                _problem ??= Place(start) with { Reason = "this is not a template: an object is expected" };
            }
        }
    }

    private void ReadTemplate(int start)
    {
        Draft draft = default;
        MemberNames.Level names = _names.Begin();
        _json.Begin();
        while (_json.NextMember())
        {
            string name = _json.Name();
            Note(ref names, name);
            switch (name)
            {
                case "name":
                    draft.Name = _json.Text();
                    break;
                case "language":
                    draft.Language = ReadLanguage();
                    break;
                case "status":
                    draft.Status = _json.Text();
                    break;
                case "source":
                    draft.Source = _json.Text();
                    break;
                case "components":
                    bool isArray = _json.Kind == JsonKind.Array;
                    draft.Components = isArray ? _json.Position : 0;
                    ReadNames(name);
                    draft.ComponentsEnd = isArray ? _json.Position : 0;
                    break;
                default:
                    ReadNames(name);
                    break;
            }
        }

        names.End();
        if (draft.Name is { Length: > 0 } found)
        {
            _definitions.Add(new TemplateDefinition(found, draft.Language ?? string.Empty, _piece, draft.Components, draft.ComponentsEnd)
            {
                Blocked = TemplateFacts.Current.Blocked(draft.Status ?? string.Empty, draft.Source ?? string.Empty),
            });
        }
        else
        {
            _problem ??= new ManifestProblem("this template has no name", start, 1);
        }
    }

    private string? ReadLanguage()
    {
        if (_json.Kind != JsonKind.Object)
        {
            return _json.Text();
        }

        string? code = null;
        _json.Begin();
        while (_json.NextMember())
        {
            if (_json.Name() == "code")
            {
                code = _json.Text();
            }
            else
            {
                _json.Skip();
            }
        }

        return code;
    }

    /// <summary>Goes through a value for names that stand twice: in the objects of components and buttons. What is inside examples does not matter.</summary>
    private void ReadNames(string member)
    {
        if (_json.Kind != JsonKind.Array || member is not ("components" or "buttons"))
        {
            _json.Skip();
            return;
        }

        _json.Begin();
        while (_json.NextElement())
        {
            if (_json.Kind == JsonKind.Object)
            {
                ReadMembers(_readNames);
            }
            else
            {
                _json.Skip();
            }
        }
    }

    /// <summary>Reads an object, each member of which <paramref name="read"/> reads.</summary>
    private void ReadMembers(Action<string> read)
    {
        MemberNames.Level names = _names.Begin();
        _json.Begin();
        while (_json.NextMember())
        {
            string name = _json.Name();
            Note(ref names, name);
            read(name);
        }

        names.End();
    }

    private void Note(ref MemberNames.Level names, string name)
    {
        if (!names.Add(name))
        {
            _problem ??= new ManifestProblem($"the name '{name}' stands twice in one object", _json.NameStart, _json.NameEnd - _json.NameStart);
        }
    }

    /// <summary>A number, in quotes or not; null for what is none.</summary>
    private int? ReadInteger()
    {
        int start = _json.Position;
        string? text = _json.Text();
        return int.TryParse(text ?? (_json.IsBroken ? string.Empty : _piece(start, _json.Position)), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;
    }

    /// <summary>What the root says of pages that follow: <c>count</c> below <c>total</c>, or <c>paging.next</c>.</summary>
    private ManifestProblem? Gap()
    {
        int count = Math.Min(_count ?? _definitions.Count, _definitions.Count);
        return _pageEnd ?? (_total is { } total && count < total ? _totalPlace! with { Reason = $"it holds {Number(count)} of {Number(total)} templates" } : null);
    }

    private ManifestProblem Place(int start) => new(string.Empty, start, _json.Position - start);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>What has been read of a template.</summary>
    private struct Draft
    {
        public string? Name;
        public string? Language;
        public string? Status;
        public string? Source;
        public int Components;
        public int ComponentsEnd;
    }
}
