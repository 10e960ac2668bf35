using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog.Templates;

/// <summary>Reads the components of one template: what a message has to give for them, and the text of its body.</summary>
internal sealed class PartsReader
{
    private const int ShownBody = 200;

    private readonly JsonCursor _json;
    private HeaderPart? _header = HeaderPart.None;
    private TextPart? _body;
    private string? _bodyText;
    private ImmutableArray<ButtonFacts?> _buttons = ImmutableArray<ButtonFacts?>.Empty;

    private PartsReader(string components)
    {
        _json = new JsonCursor(components);
    }

    /// <summary>Reads the array of a template's components.</summary>
    /// <param name="components">The array as text, known to be JSON.</param>
    public static TemplateContent Read(string components) => new PartsReader(components).ReadComponents();

    private TemplateContent ReadComponents()
    {
        _json.Begin();
        while (_json.NextElement())
        {
            if (_json.Kind == JsonKind.Object)
            {
                ReadComponent();
            }
            else
            {
                _json.Skip();
            }
        }

        string text = _bodyText ?? string.Empty;
        return new TemplateContent(new TemplateParts(_header, _body, _buttons), text.Length <= ShownBody ? text : text.Substring(0, ShownBody));
    }

    private void ReadComponent()
    {
        string type = string.Empty;
        string? format = null;
        string? text = null;
        ImmutableArray<ButtonFacts?> buttons = ImmutableArray<ButtonFacts?>.Empty;
        _json.Begin();
        while (_json.NextMember())
        {
            switch (_json.Name())
            {
                case "type":
                    type = _json.Text() ?? string.Empty;
                    break;
                case "format":
                    format = _json.Text();
                    break;
                case "text":
                    text = _json.Text();
                    break;
                case "buttons" when _json.Kind == JsonKind.Array:
                    buttons = ReadButtons();
                    break;
                default:
                    _json.Skip();
                    break;
            }
        }

        switch (type.ToUpperInvariant())
        {
            case "HEADER":
                _header = HeaderOf(format, text);
                break;
            case "BODY":
                _bodyText ??= text;
                _body = text is null ? null : Placeholders.In(text);
                break;
            case "BUTTONS":
                _buttons = buttons;
                break;
        }
    }

    private ImmutableArray<ButtonFacts?> ReadButtons()
    {
        ImmutableArray<ButtonFacts?>.Builder buttons = ImmutableArray.CreateBuilder<ButtonFacts?>();
        _json.Begin();
        while (_json.NextElement())
        {
            if (_json.Kind == JsonKind.Object)
            {
                buttons.Add(ReadButton());
            }
            else
            {
                _json.Skip();
                buttons.Add(null);
            }
        }

        return buttons.ToImmutable();
    }

    private ButtonFacts? ReadButton()
    {
        string type = string.Empty;
        bool hasVariable = false;
        _json.Begin();
        while (_json.NextMember())
        {
            switch (_json.Name())
            {
                case "type":
                    type = _json.Text() ?? string.Empty;
                    break;
                case "url":
                    hasVariable = _json.Text()?.IndexOf("{{", StringComparison.Ordinal) >= 0;
                    break;
                default:
                    _json.Skip();
                    break;
            }
        }

        return TemplateFacts.Current.Button(type, hasVariable);
    }

    private static HeaderPart? HeaderOf(string? format, string? text)
    {
        // A list of the on-premises API leaves the format of a text header out.
        return !TemplateFacts.Current.TryGetHeader(format ?? (text is null ? string.Empty : "TEXT"), out string? parameter) ? null
            : parameter is not null ? new HeaderPart(parameter, TextPart.Empty)
            : Placeholders.In(text ?? string.Empty) is { } placeholders ? new HeaderPart(null, placeholders) : null;
    }
}
