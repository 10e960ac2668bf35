using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog.Templates;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Templates;

namespace Dialog360.Analyzers.Rules.Templates;

/// <summary>A rule that compares the template that a message sends with the template manifest of the project.</summary>
internal abstract class TemplateRule : Rule<PayloadScope>
{
    /// <inheritdoc/>
    protected TemplateRule(string id)
        : base(id)
    {
    }

    /// <inheritdoc/>
    public sealed override IEnumerable<Finding> Judge(PayloadScope scope) =>
        !scope.Message.IsToSandbox && TemplateUse.Of(scope.Message) is { } use && TemplateManifestFiles.In(scope.File) is { } templates ? Judge(scope.Message, use, templates) : [];

    /// <summary>Gives what is wrong with the use of a template, in the order of the text.</summary>
    protected abstract IEnumerable<Finding> Judge(MessagePicture message, TemplateUse use, TemplateList templates);

    /// <summary>
    /// The definitions that the message may mean: those of the name, in the language where that is known. Where the name is a member of an enum, those
    /// whose name has the same letters.
    /// </summary>
    protected static ImmutableArray<TemplateDefinition> Meant(TemplateUse use, TemplateList templates)
    {
        ImmutableArray<TemplateDefinition> named = Named(use, templates);
        return use.LanguageText is null ? named : named.Where(definition => IsIn(definition, use)).ToImmutableArray();
    }

    /// <summary>The definitions of the template in all languages.</summary>
    protected static ImmutableArray<TemplateDefinition> Named(TemplateUse use, TemplateList templates) =>
        templates.Named(use.NameText) is var exact && (use.IsNameExact || !exact.IsEmpty) ? exact : templates.NamedAlike(use.NameText);

    /// <summary>Whether a definition is in the language of the message.</summary>
    protected static bool IsIn(TemplateDefinition definition, TemplateUse use) =>
        definition.IsIn(use.LanguageText!) || (!use.IsLanguageExact && TemplateList.IsAlike(definition.Language, use.LanguageText!));
}
