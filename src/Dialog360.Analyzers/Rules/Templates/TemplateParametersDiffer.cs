using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog.Templates;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Templates;
using Dialog360.Analyzers.Program;

namespace Dialog360.Analyzers.Rules.Templates;

/// <summary>DLG0111: parameters that do not fit the template as the manifest has it.</summary>
internal sealed class TemplateParametersDiffer : TemplateRule
{
    /// <summary>The number of the rule.</summary>
    public const string Number = "DLG0111";

    /// <summary>Creates the rule.</summary>
    public TemplateParametersDiffer()
        : base(Number)
    {
    }

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Judge(MessagePicture message, TemplateUse use, TemplateList templates)
    {
        // One definition that fits is enough, whether it is a second one of the same language or one of a language that is not known.
        List<Misfit>? first = null;
        TemplateDefinition? shown = null;
        foreach (TemplateDefinition definition in Meant(use, templates))
        {
            if (definition.Parts is not { } parts)
            {
                return [];
            }

            List<Misfit> misfits = TemplateFit.Of(parts, use).ToList();
            if (misfits.Count == 0)
            {
                return [];
            }

            first = first is null ? misfits : first.Where(each => misfits.Any(other => other.Place.PlaceOfUse == each.Place.PlaceOfUse)).ToList();
            shown ??= definition;
        }

        // Two parts that are missing stand at one place: the first of them speaks for both.
        return first?.GroupBy(static misfit => misfit.Place.PlaceOfUse).Select(group => ToFinding(group.First(), group, message, use, shown!)) ?? [];
    }

    private Finding ToFinding(Misfit misfit, IEnumerable<Misfit> all, MessagePicture message, TemplateUse use, TemplateDefinition definition)
    {
        string errors = FitWords.Words.Errors(message.IsCloud, misfit.Kind);
        return new Finding(this, misfit.Place.PlaceOfUse, ImmutableArray.Create(definition.Name, definition.Language, misfit.Words, errors, misfit.Advice))
        {
            Node = misfit.Place,
            Detail = new TemplateMisfits(use, all.ToImmutableArray()),
            OtherPlaces = OtherPlaces(use),
        };
    }

    /// <summary>Where a caller stands that gives a method the values and the name: the method itself is not at fault.</summary>
    private static ImmutableArray<SourceSpan> OtherPlaces(TemplateUse use) =>
        use.Components is { } components ? ImmutableArray.Create(components.Value.PlaceOfUse, use.Name.PlaceOfUse) : ImmutableArray.Create(use.Name.PlaceOfUse);
}

/// <summary>What does not fit at one place, for the fix.</summary>
/// <param name="Use">The template that the message sends.</param>
/// <param name="Misfits">What does not fit.</param>
internal sealed record TemplateMisfits(TemplateUse Use, ImmutableArray<Misfit> Misfits);
