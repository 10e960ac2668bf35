using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>The template that takes the place of a free-form message: what the catalogue says, with placeholders that the user fills.</summary>
internal static class TemplateContent
{
    /// <summary>The type of a template message, and the name of the member that holds the template.</summary>
    public const string Type = "template";

    /// <summary>The object with name and language.</summary>
    public static NewValue Value => NewValue.OfJson(FixTexts.Snippet("send-template"));

    /// <summary>The placeholder for the name of the template.</summary>
    public static string Name => TextOf(Value, "name");

    /// <summary>The placeholder for the namespace of the template, which some classes of on-premises messages ask for.</summary>
    public const string Namespace = "TEMPLATE_NAMESPACE";

    /// <summary>The code of the language.</summary>
    public static string Language => TextOf(Member(Value, "language"), "code");

    /// <summary>The comment that marks where a template has to be sent.</summary>
    public static string Note => FixTexts.Snippet("template-note");

    /// <summary>Whether new code sends nothing outside the session, and says so.</summary>
    public static bool IsNote(string? text) => text?.Contains(Note) == true;

    /// <summary>Whether new code leaves something to be written by a person: a check that throws, the name of a template, or the sending of one.</summary>
    public static bool IsOpen(string? text) =>
        text is not null && (text.Contains(nameof(NotImplementedException)) || text.Contains(Name) || text.Contains(Namespace) || IsNote(text));

    private static NewValue Member(NewValue value, string name) => ((NewValue.Object)value).Members.First(member => member.Name == name).Value;

    private static string TextOf(NewValue value, string name) => ((NewValue.Text)Member(value, name)).Value;
}
