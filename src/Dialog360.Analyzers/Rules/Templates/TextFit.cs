using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Catalog.Templates;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Templates;

namespace Dialog360.Analyzers.Rules.Templates;

/// <summary>Compares the values of a text, the body or a text header, with its placeholders: their number, their kind and their names.</summary>
internal static class TextFit
{
    /// <summary>What does not fit; none or one.</summary>
    public static IEnumerable<Misfit> Of(TemplateUse use, ComponentKind kind, TextPart text)
    {
        string part = kind == ComponentKind.Header ? "header" : "body";
        ComponentUse? component = TemplateFit.The(use, kind, out bool isLacking);
        if (isLacking)
        {
            return text.Placeholders.IsEmpty ? [] : [TemplateFit.Lacking(use, new WantedComponent(part, null, 0, Wanted(text)), FitWords.Words.Phrase("no-component", part, FitWords.Taken(text)), "count")];
        }

        return component?.Values is { IsDefault: false } values && Judge(component, values, text, part) is { } misfit ? [misfit] : [];
    }

    private static Misfit? Judge(ComponentUse component, ImmutableArray<PayloadNode> values, TextPart text, string part)
    {
        if (values.Length != text.Placeholders.Length)
        {
            return Count(component, values, text, part);
        }

        return values.Select(TemplateFit.TypeOf).FirstOrDefault(static type => type is not null && !TemplateFacts.Current.TextParameters.Contains(type)) is { } stranger
            ? new Misfit(component.Place, FitWords.Words.Phrase("kind", part, FitWords.Taken(text), FitWords.Kind(stranger)), "kind")
            : text.IsNamed ? Named(component, values, text, part) : Numbered(component, values, text, part);
    }

    private static Misfit Count(ComponentUse component, ImmutableArray<PayloadNode> values, TextPart text, string part)
    {
        IEnumerable<string?> names = values.Select(NameOf);
        bool byName = text.IsNamed && names.All(static name => name is not null);
        ImmutableArray<WantedValue> missing = Wanted(text).Where((each, index) => byName ? !names.Contains(each.Name) : index >= values.Length).ToImmutableArray();
        ImmutableArray<PayloadNode> surplus = values.Where((each, index) => byName ? !text.Placeholders.Contains(NameOf(each)!) : index >= text.Placeholders.Length).ToImmutableArray();
        string number = surplus.Length.ToString(CultureInfo.InvariantCulture);
        return new Misfit(component.Place, FitWords.Words.Phrase("count", part, FitWords.Taken(text), FitWords.Given(values.Length)), "count")
        {
            Missing = missing,
            Surplus = surplus,
            Advice = !missing.IsEmpty ? FitWords.Words.Advice("add", FitWords.Shown(byName ? missing.Select(static each => each.Name!) : text.Placeholders.Skip(values.Length)))
                : surplus.IsEmpty ? string.Empty : FitWords.Words.Advice(surplus.Length == 1 ? "remove-one" : "remove", number),
        };
    }

    private static Misfit? Numbered(ComponentUse component, ImmutableArray<PayloadNode> values, TextPart text, string part) =>
        values.Any(static value => NameOf(value) is not null)
            ? new Misfit(component.Place, FitWords.Words.Phrase("numbered", part, FitWords.Shown(text.Placeholders)), "kind")
            {
                Advice = FitWords.Words.Advice("drop-names"),
                Names = values.Where(static value => value.Member("parameter_name") is not null).Select(static value => (value, (string?)null)).ToImmutableArray(),
            }
            : null;

    private static Misfit? Named(ComponentUse component, ImmutableArray<PayloadNode> values, TextPart text, string part)
    {
        if (values.Any(LacksName))
        {
            return new Misfit(component.Place, FitWords.Words.Phrase("nameless", part, FitWords.Shown(text.Placeholders)), "nameless")
            {
                Advice = FitWords.Words.Advice("give-names"),
                Names = values.All(LacksName) ? values.Select((value, index) => (value, (string?)text.Placeholders[index])).ToImmutableArray() : ImmutableArray<(PayloadNode, string?)>.Empty,
            };
        }

        List<string?> names = values.Select(NameOf).ToList();
        if (names.FirstOrDefault(name => name is not null && !text.Placeholders.Contains(name)) is { } unknown)
        {
            return new Misfit(component.Place, FitWords.Words.Phrase("no-placeholder", part, unknown, FitWords.Shown(text.Placeholders)), "kind");
        }

        return names.All(static name => name is not null) && text.Placeholders.FirstOrDefault(each => !names.Contains(each)) is { } left
            ? new Misfit(component.Place, FitWords.Words.Phrase("not-given", part, FitWords.Shown([left])), "kind")
            : null;
    }

    private static ImmutableArray<WantedValue> Wanted(TextPart text) =>
        text.Placeholders.Select(name => new WantedValue("text", FitWords.Shown([name]), text.IsNamed ? name : null)).ToImmutableArray();

    /// <summary>The name of the placeholder that a value is for, where it is known; else null.</summary>
    private static string? NameOf(PayloadNode value) => value["parameter_name"]?.KnownText;

    private static bool LacksName(PayloadNode value) =>
        value is { Kind: PayloadKind.Object, IsOpen: false } && value.Member("parameter_name") is null or { Value.Kind: PayloadKind.Null };
}
