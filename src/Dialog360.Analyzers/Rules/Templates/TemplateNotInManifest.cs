using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Catalog.Templates;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Templates;
using Dialog360.Analyzers.Program;

namespace Dialog360.Analyzers.Rules.Templates;

/// <summary>DLG0110: a template that the manifest does not have, not in that language, or not approved.</summary>
internal sealed class TemplateNotInManifest : TemplateRule
{
    private const string Number = "DLG0110";
    private const int MaxLanguages = 6;

    /// <summary>Creates the rule.</summary>
    public TemplateNotInManifest()
        : base(Number)
    {
    }

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Judge(MessagePicture message, TemplateUse use, TemplateList templates)
    {
        ImmutableArray<TemplateDefinition> named = Named(use, templates);
        if (named.IsEmpty)
        {
            return use.IsNameExact && TemplateUse.CanExist(use.NameText) && !templates.HasGap ? [Absent(message, use, templates)] : [];
        }

        // A language that WhatsApp does not have at all is a finding of its own (DLG0113).
        ImmutableArray<TemplateDefinition> meant = Meant(use, templates);
        return meant.IsEmpty ? (templates.HasGap || !use.CanLanguageBeJudged || !TemplateLanguages.Contains(use.LanguageText!) && use.IsLanguageExact ? [] : [OtherLanguage(message, use, named)])
            : meant.All(static definition => definition.Blocked is not null) ? [Blocked(message, use, meant[0])]
            : [];
    }

    private Finding Absent(MessagePicture message, TemplateUse use, TemplateList templates)
    {
        RuleWords words = RuleWords.Of(Number);
        ImmutableArray<string> near = templates.Near(use.NameText);
        string advice = near.IsEmpty ? string.Empty : words.Advice("use", words.Or(near));
        ImmutableArray<TemplateChoice> choices = near.Select(name => new TemplateChoice(name, templates.Named(name)[0].BodyText)).ToImmutableArray();
        return new Finding(this, use.Name.PlaceOfUse, ImmutableArray.Create(words.Phrase("name", use.NameText), words.Errors(message.IsCloud), advice)) { Node = use.Name, Detail = new TemplateChoices(choices, AreLanguages: false) };
    }

    private Finding OtherLanguage(MessagePicture message, TemplateUse use, ImmutableArray<TemplateDefinition> named)
    {
        RuleWords words = RuleWords.Of(Number);
        List<TemplateDefinition> sendable = named.Where(static definition => definition.Blocked is null).ToList();
        List<TemplateDefinition> existing = sendable.Count > 0 ? sendable : named.ToList();
        IEnumerable<string> languages = existing.Select(static definition => definition.Language).Distinct(StringComparer.Ordinal);
        ImmutableArray<TemplateChoice> choices = languages.Select(language => new TemplateChoice(language, existing.First(each => each.Language == language).BodyText)).ToImmutableArray();
        string advice = words.Advice("languages", words.AndPlain(languages.Take(MaxLanguages).Select(static each => $"'{each}'")));
        return new Finding(this, use.Language!.PlaceOfUse, ImmutableArray.Create(words.Phrase("language", use.NameText, use.LanguageText!), words.Errors(message.IsCloud), advice))
        {
            Node = use.Language,
            Detail = new TemplateChoices(choices, AreLanguages: true),
            OtherPlaces = ImmutableArray.Create(use.Name.PlaceOfUse),
        };
    }

    private Finding Blocked(MessagePicture message, TemplateUse use, TemplateDefinition definition)
    {
        RuleWords words = RuleWords.Of(Number);
        BlockedStatus status = definition.Blocked!;
        string what = words.Phrase("status", definition.Name, definition.Language, status.Words);
        return new Finding(this, use.Name.PlaceOfUse, ImmutableArray.Create(what, words.Errors(message.IsCloud, status.Status), string.Empty)) { Node = use.Name, OtherPlaces = use.Language is { } language ? ImmutableArray.Create(language.PlaceOfUse) : ImmutableArray<SourceSpan>.Empty };
    }
}

/// <summary>What can be written instead.</summary>
/// <param name="Choices">The names or languages, the best first.</param>
/// <param name="AreLanguages">Whether they are languages.</param>
internal sealed record TemplateChoices(ImmutableArray<TemplateChoice> Choices, bool AreLanguages);

/// <summary>A name or language that can be written instead.</summary>
/// <param name="Text">The name or the code.</param>
/// <param name="BodyText">The body of that template, for people.</param>
internal sealed record TemplateChoice(string Text, string BodyText);
