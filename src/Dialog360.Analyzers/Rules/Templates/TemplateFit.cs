using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog.Templates;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Templates;

namespace Dialog360.Analyzers.Rules.Templates;

/// <summary>Compares what a message gives for a template with what the template asks for. What is not known fits.</summary>
internal static class TemplateFit
{
    /// <summary>What does not fit, in the order of the template's parts.</summary>
    public static IEnumerable<Misfit> Of(TemplateParts parts, TemplateUse use)
    {
        IEnumerable<Misfit> header = parts.Header switch
        {
            null => [],
            { Parameter: { } parameter } => Media(use, parameter),
            { Text: var text } => TextFit.Of(use, ComponentKind.Header, text),
        };
        IEnumerable<Misfit> body = parts.Body is { } words ? TextFit.Of(use, ComponentKind.Body, words) : [];
        return header.Concat(body).Concat(ButtonFit.Of(parts.Buttons, use));
    }

    /// <summary>A component that is missing: on the list of components, or on the template's name where there is none.</summary>
    public static Misfit Lacking(TemplateUse use, WantedComponent component, string words, string kind) =>
        new(use.Components?.Value ?? use.Name, words, kind) { Component = component, Advice = FitWords.Words.Advice("add-component", component.Type) };

    /// <summary>The one component that fills a part; null where there is none, or where nobody knows which of several counts.</summary>
    /// <param name="use">The message.</param>
    /// <param name="kind">The part.</param>
    /// <param name="isLacking">Whether there is none for certain.</param>
    public static ComponentUse? The(TemplateUse use, ComponentKind kind, out bool isLacking)
    {
        List<ComponentUse> given = use.Known.Where(each => each.Kind == kind).ToList();
        isLacking = given.Count == 0 && !use.MayHaveMore;
        return given.Count == 1 ? given[0] : null;
    }

    /// <summary>The type of a value; null where it is not known.</summary>
    public static string? TypeOf(PayloadNode value) => value["type"]?.KnownText is { Length: > 0 } type ? type.ToLowerInvariant() : null;

    private static IEnumerable<Misfit> Media(TemplateUse use, string parameter)
    {
        ComponentUse? component = The(use, ComponentKind.Header, out bool isLacking);
        WantedValue wanted = new(parameter, FitWords.Kind(parameter), null);
        if (isLacking)
        {
            yield return Lacking(use, new WantedComponent("header", null, 0, ImmutableArray.Create(wanted)), FitWords.Words.Phrase("no-component", "header", FitWords.Kind(parameter)), "header");
        }
        else if (component?.Values is { IsDefault: false } values)
        {
            if (values.Length != 1)
            {
                yield return new Misfit(component.Place, FitWords.Words.Phrase("count", "header", FitWords.Kind(parameter), FitWords.Given(values.Length)), "kind")
                {
                    Missing = values.IsEmpty ? ImmutableArray.Create(wanted) : ImmutableArray<WantedValue>.Empty,
                    Surplus = values.Where(value => TypeOf(value) is { } type && type != parameter).ToImmutableArray(),
                };
            }
            else if (TypeOf(values[0]) is { } type && type != parameter)
            {
                yield return new Misfit(component.Place, FitWords.Words.Phrase("kind", "header", FitWords.Kind(parameter), FitWords.Kind(type)), "kind");
            }
        }
    }
}
