using System.Globalization;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Catalog.Templates;

namespace Dialog360.Analyzers.Rules.Templates;

/// <summary>What templates take and what is given to them, in the words of the catalogue.</summary>
internal static class FitWords
{
    /// <summary>The words of the rule.</summary>
    public static RuleWords Words => RuleWords.Of(TemplateParametersDiffer.Number);

    /// <summary>What a text with placeholders takes: <c>2 parameters ({{1}} and {{2}})</c>.</summary>
    public static string Taken(TextPart text) => text.Placeholders.Length switch
    {
        0 => Words.Phrase("no-parameters"),
        1 => Words.Phrase("one-parameter", Shown(text.Placeholders)),
        var many => Words.Phrase("parameters", many.ToString(CultureInfo.InvariantCulture), Shown(text.Placeholders)),
    };

    /// <summary>How many values are given.</summary>
    public static string Given(int count) =>
        Words.Phrase(count == 0 ? "none-given" : count == 1 ? "one-given" : "given", count.ToString(CultureInfo.InvariantCulture));

    /// <summary>A type of parameter with its article.</summary>
    public static string Kind(string type) => TemplateFacts.Current.KindInWords(type) ?? Words.Phrase("other-kind", type);

    /// <summary>A button with its kind and index.</summary>
    public static string Button(ButtonFacts button, int index) =>
        Words.Phrase("button", button.Words, index.ToString(CultureInfo.InvariantCulture));

    /// <summary>Placeholders as they are written, the last two joined by "and".</summary>
    public static string Shown(IEnumerable<string> placeholders) => Words.AndPlain(placeholders.Select(static each => "{{" + each + "}}"));
}
