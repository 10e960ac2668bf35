using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Catalog.Templates;
using Dialog360.Analyzers.Payloads.Templates;

namespace Dialog360.Analyzers.Rules.Templates;

/// <summary>Compares the button components of a message with the buttons of the template: each stands for the button at its index, and some have none.</summary>
internal static class ButtonFit
{
    /// <summary>What does not fit, by the index of the buttons.</summary>
    public static IEnumerable<Misfit> Of(ImmutableArray<ButtonFacts?> buttons, TemplateUse use)
    {
        List<ComponentUse> given = use.Known.Where(static each => each.Kind == ComponentKind.Button).ToList();
        foreach (ComponentUse component in given)
        {
            if (component.Index is { } index && given.Count(each => each.Index == index) == 1 && Judge(component, index, buttons) is { } misfit)
            {
                yield return misfit;
            }
        }

        // A component without a known index may stand for any of the buttons.
        if (use.MayHaveMore || given.Any(static each => each.Index is null))
        {
            yield break;
        }

        for (int index = 0; index < buttons.Length; index++)
        {
            if (buttons[index] is { Component: Occurrence.One } button && !given.Any(each => each.Index == index))
            {
                yield return Lacking(button, index, use);
            }
        }
    }

    private static Misfit Lacking(ButtonFacts button, int index, TemplateUse use)
    {
        bool hasValue = button is { Parameters: Occurrence.One, Parameter: not null };
        ImmutableArray<WantedValue> values = hasValue ? ImmutableArray.Create(new WantedValue(button.Parameter!, FitWords.Kind(button.Parameter!), null)) : ImmutableArray<WantedValue>.Empty;
        string words = hasValue ? FitWords.Words.Phrase("no-button-value", FitWords.Button(button, index), FitWords.Kind(button.Parameter!)) : FitWords.Words.Phrase("no-button", FitWords.Button(button, index));
        return TemplateFit.Lacking(use, new WantedComponent("button", button, index, values), words, hasValue ? "button-value" : "button");
    }

    private static Misfit? Judge(ComponentUse component, int index, ImmutableArray<ButtonFacts?> buttons)
    {
        if (index >= buttons.Length)
        {
            string count = FitWords.Words.Phrase(buttons.Length == 0 ? "no-buttons" : buttons.Length == 1 ? "one-button" : "buttons", Number(buttons.Length));
            return new Misfit(component.Place, FitWords.Words.Phrase("beyond", count, Number(index)), "kind");
        }

        if (buttons[index] is not { } button)
        {
            return null;
        }

        return button.Component == Occurrence.None ? new Misfit(component.Place, FitWords.Words.Phrase("no-button-component", FitWords.Button(button, index)), "kind")
            : button.SubType is not null && component.SubType is { } subType && subType != button.SubType
                ? new Misfit(component.Place, FitWords.Words.Phrase("sub-type", FitWords.Button(button, index), button.SubType, subType), "kind")
            : Values(component, index, button);
    }

    private static Misfit? Values(ComponentUse component, int index, ButtonFacts button)
    {
        if (button.Parameter is not { } parameter || component.Values is not { IsDefault: false } values)
        {
            return null;
        }

        string name = FitWords.Button(button, index);
        if (values.Length > 1 || (values.IsEmpty && button.Parameters == Occurrence.One))
        {
            return new Misfit(component.Place, FitWords.Words.Phrase("button-count", name, FitWords.Kind(parameter), FitWords.Given(values.Length)), values.IsEmpty ? "button-value" : "kind")
            {
                Missing = values.IsEmpty ? ImmutableArray.Create(new WantedValue(parameter, FitWords.Kind(parameter), null)) : ImmutableArray<WantedValue>.Empty,
                Surplus = values.Skip(1).ToImmutableArray(),
            };
        }

        return values.Length == 1 && TemplateFit.TypeOf(values[0]) is { } type && type != parameter
            ? new Misfit(component.Place, FitWords.Words.Phrase("button-kind", name, FitWords.Kind(parameter), FitWords.Kind(type)), "kind")
            : null;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
